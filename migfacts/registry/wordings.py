"""Wordings: what an entry of facts.toml counts, as its entity and its aliases say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from migfacts.languages.checking import Checking
from migfacts.things.clauses import CONTENT
from migfacts.tokens import sentences

#: Tags of nouns.
NOUNS: Final = frozenset("nNkKbz")


class Wording(NamedTuple):
    """One wording of what an entry counts: its noun and all its words, as they are compared."""

    head: str
    words: frozenset[str]
    #: Every word of it, in small letters.
    said: frozenset[str] = frozenset()


def read(checking: Checking, text: str) -> Iterator[Wording]:
    """What it counts, and the same word by word: `internal displacements by storms`."""
    whole = _whole(checking, text)
    yield whole
    spelt = _whole(checking, text, spelt=True)
    if spelt.words != whole.words:
        yield spelt
    words = frozenset(
        checking.canonical(checking.owner(word))
        for word in re.findall(r"[^\W\d_]+", text.lower())
        if checking.language.lexicon.tags.get(word, "n") in CONTENT
    )
    if words != whole.words and words & checking.suffered:
        yield Wording(checking.person, words, whole.said)


def measured(checking: Checking, text: str) -> tuple[str | None, str]:
    """The unit that a wording names, and the wording without it.

    `square kilometres of land cleared`, `length of the border in kilometres`.
    """
    words = checking.language.units.words
    for sentence in sentences(text, 0, len(text), checking.language):
        said = sentence.words
        for at in range(len(said)):
            found = words.match(said, at)
            if found is None:
                continue
            unit, last = found
            opens = at == 0 and last < len(said) and "of" in said[last].roles
            closes = at > 0 and last == len(said) and "in" in said[at - 1].roles
            if opens:
                return unit, sentence.text(last + 1, len(said))
            if closes:
                return unit, sentence.text(0, at - 1)
    return None, text


def _whole(checking: Checking, text: str, *, spelt: bool = False) -> Wording:
    """All of a wording; `spelt`: with the words of a class that is named so, `health worker`."""
    words: list[str] = []
    head = ""
    whole = checking.phrase(text.lower())
    if whole is not None:
        return Wording(whole, frozenset((whole,)))
    for sentence in sentences(text, 0, len(text), checking.language):
        before, free = True, 0
        for at, (word, tag) in enumerate(zip(sentence.words, sentence.tags, strict=True)):
            known = checking.synonyms.match(sentence.words, at)
            if at < free:
                continue
            if known is not None and known[1] > at + 1:
                named = known[0].split()
                words += named if spelt and sentence.words[at].lower == named[0] else [known[0]]
                head = words[-1] if before and tag in NOUNS else head  # people in need
                before, free = False, known[1]
                continue
            if tag in "potm" or (words and tag in "VDGr"):
                before = False
            if tag not in CONTENT:
                continue
            words.append(checking.canonical(checking.owner(word.lower)))
            if before:
                head = words[-1]
    head = head or (words[-1] if words else "")
    if head in checking.suffered:  # deaths are people who died
        head = checking.person
    said = (*text.lower().split(), *re.findall(r"\w+", text.lower()))
    return Wording(head, frozenset(words), frozenset(said))
