"""Things: what each number of a document is about, as far as it can be compared with others.

Two numbers are compared only if they are surely about the same thing. A `Thing` holds the words
of a fact's clause, each as its class of synonyms, and what would tell it from others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from migfacts.clauses import Tokens, clause, content, names_of, tokens_of
from migfacts.fact import Fact
from migfacts.languages.checking import Checking

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

NEAR: Final = 12


class Thing(NamedTuple):
    """A fact, and what tells it from others.

    `words` are the content words of its clause without the counted noun, `names` those of them
    that tell one thing from another: names, months, sexes, `new`, `other`. `whole` tells of its
    sentence. `definite`: it is told as something known, `the 1,540 scholarships`. `document` tells
    documents apart.
    """

    fact: Fact
    head: str
    words: frozenset[str]
    names: frozenset[str]
    verbs: frozenset[str]
    modifiers: frozenset[str]
    definite: bool
    partitive: bool
    sentence: int
    document: int
    day: str | None = None
    whole: Whole | None = None
    is_move: bool = False
    is_share_of_people: bool = False

    @property
    def around(self) -> frozenset[str]:
        """The content words of its sentence."""
        return self.whole.around if self.whole is not None else self.words

    @property
    def named(self) -> frozenset[str]:
        """The names and months in its sentence."""
        return self.whole.named if self.whole is not None else frozenset()

    @property
    def apart(self) -> frozenset[str]:
        """What tells it from others and is neither a name nor a word of time."""
        timely = self.whole.timely if self.whole is not None else frozenset()
        return self.names - self.named - timely


class Whole:
    """A sentence as its facts are compared; few ever are, so that it is read when first asked."""

    def __init__(self, passage: Passage, checking: Checking, tokens: Tokens) -> None:
        self._read = (passage, checking, tokens)
        self.timely = checking.timely

    @cached_property
    def around(self) -> frozenset[str]:
        """Its content words."""
        passage, checking, tokens = self._read
        every = [*range(len(passage.sentence.words))]
        return frozenset(content(passage, checking, tokens, every)[0])

    @cached_property
    def named(self) -> frozenset[str]:
        """Its names and months."""
        return names_of(*self._read)


def things(
    passages: list[Passage], checking: Checking, document: int = 0, day: str | None = None
) -> list[Thing]:
    """What the facts of a document are about, in order."""
    found = []
    for number, passage in enumerate(passages):
        tokens = tokens_of(passage)
        whole = Whole(passage, checking, tokens)
        for at, fact in enumerate(passage.facts):
            thing = _thing(passage, checking, tokens, at, fact, number, document, day)
            found.append(thing._replace(whole=whole))
        found += _backwards(passage, number, document)
    return found


def _thing(
    passage: Passage,
    checking: Checking,
    tokens: Tokens,
    at: int,
    fact: Fact,
    number: int,
    document: int,
    day: str | None,
) -> Thing:
    first, last = tokens.firsts[at], tokens.lasts[at]
    head, modifiers = noun(checking, fact)
    if fact.kind in ("date", "ordinal"):
        empty: frozenset[str] = frozenset()
        return Thing(fact, head, empty, empty, empty, empty, False, False, number, document, day)
    start, end = clause(passage, tokens, at)
    words, names, verbs = content(
        passage, checking, tokens, [*range(start, first), *range(last, end)]
    )
    own = {head, *modifiers}
    lead = passage.sentence.words[first - 1] if first else None
    following = passage.sentence.words[last].lower if last < len(passage.sentence.words) else ""
    known = checking.shared["definite"]
    return Thing(
        fact=fact,
        head=head,
        words=frozenset(words - own),
        names=frozenset(names - own),
        verbs=frozenset(verbs),
        modifiers=modifiers,
        definite=lead is not None
        and (lead.lower in known or passage.sentence.tags[first - 1] == "S"),
        partitive=(following in checking.shared["of"] and _stands_alone(fact)) or tokens.shuffled,
        sentence=number,
        document=document,
        day=day,
        is_move=_inverted(fact) and _is_move(passage, first, last),
        is_share_of_people=_share_of_people(checking, passage, fact, following),
    )


def _stands_alone(fact: Fact) -> bool:
    """Is it a number without its noun: `thirty` of `thirty of the camps`?"""
    noun = (fact.entity or "").rpartition(" ")[2]
    return fact.kind in ("count", "number", "ratio") and not (noun and fact.text.endswith(noun))


def _is_move(passage: Passage, first: int, last: int) -> bool:
    """Do the words around tell of a fall from the higher to the lower number?"""
    said = passage.sentence.words[first:last]
    if "between" in said[0].roles and all(word.tag != "t" for word in said):
        return False
    near = passage.sentence.words[max(0, first - NEAR) : last + 4]
    return passage.words.has("moves", " ".join(word.lower for word in near))


def _inverted(fact: Fact) -> bool:
    return fact.low is not None and fact.high is not None and fact.low > fact.high


def _share_of_people(checking: Checking, passage: Passage, fact: Fact, following: str) -> bool:
    """Is it `140 per cent of respondents`, and no rise, target or price?"""
    if fact.kind != "percent" or fact.value is None or fact.value <= 100 or fact.change:
        return False
    if fact.unit != "percent" or following not in checking.shared["of"]:
        return False
    noun = (fact.entity_lemma or "").lower().rpartition(" ")[2]
    return noun in checking.shared["people"] and not checking.has("exceeds", passage.skeleton)


def noun(checking: Checking, fact: Fact) -> tuple[str, frozenset[str]]:
    """The counted noun and the words that narrow it, each as its class of synonyms."""
    lemma = (fact.entity_lemma or "").lower()
    whole = checking.synonyms.meaning(lemma) if " " not in lemma else checking.phrase(lemma)
    if whole is not None:
        return whole, frozenset()
    words = re.findall(r"[^\W\d_]+", lemma)
    if not words:
        return "", frozenset()
    head = checking.canonical(words[-1])
    return head, frozenset(checking.canonical(word) for word in words[:-1]) - {head}


def _backwards(passage: Passage, number: int, document: int) -> Iterator[Thing]:
    """Two numbers joined to a range that runs backwards: `60 to 40 metres deep`."""
    if not passage.words.has("to", passage.skeleton) or passage.words.has("from", passage.skeleton):
        return
    empty: frozenset[str] = frozenset()
    for match in passage.find(r"(?P<a>[NMTQPA]) {to} (?P<b>[NMTQPA])"):
        one, other = passage.fact(match, "a"), passage.fact(match, "b")
        if one is None or other is None or not one.value or not other.value:
            continue
        same = one.kind == other.kind and one.unit == other.unit
        if one.value <= other.value or one.change or other.change or one.value > other.value * 4:
            continue
        if one.text.endswith(one.entity or " ") or passage.has("moves"):
            continue
        ages = one.kind == "age" and other.kind == "number" and other.entity is None
        if (same and other.kind == "number") or not (
            same or ages or one.kind in ("number", "count")
        ):
            continue
        if (
            not ages
            and other.kind in ("count", "number")
            and not other.text.endswith(other.entity or " ")
        ):
            continue
        text = f"{one.text} {passage.sentence.prose[slice(*_between(passage, one, other))]}"
        fact = msgspec.structs.replace(
            other, text=text, start=one.start, line=one.line, column=one.column,
            value=None, low=one.value, high=other.value,
        )  # fmt: skip
        yield Thing(fact, "", empty, empty, empty, empty, False, True, number, document)


def _between(passage: Passage, one: Fact, other: Fact) -> tuple[int, int]:
    spans = dict(zip(map(id, passage.facts), passage.spans, strict=True))
    return spans[id(one)][1] + 1, spans[id(other)][1]
