"""Definite: is a number told as one that is known, and what narrows it down?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from migfacts.fact import Fact
from migfacts.grammar import phrase_before, resolve
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import Checking
from migfacts.things.clauses import NOUNS, Tokens, content

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

#: Where the verb of a clause begins.
_FINITE: Final = precompiled("[vx]")
#: Stands for what narrows a noun without a word of content: `the ten judges against it`.
NARROWED: Final = "+"
#: The verb of a relative clause or a participle: `that have signed`, `handed over`.
_OWN_VERB: Final = precompiled("x[xmyg]*[vj]?|v")
#: What no longer narrows it: `who drowned, once every family`.
_APART: Final = precompiled("[,s]")
#: Where another noun phrase does: `after the 21-day voyage | the crew`.
_ANOTHER: Final = precompiled("[nNkKbjXZ]*d")


def _is_known(passage: Passage, checking: Checking, at: int) -> bool:
    """`the 29 actors of the company`: a noun that is known itself tells nothing of others.

    Where they are does: `the 29 actors in the hall`.
    """
    words, tags, known = passage.sentence.words, passage.sentence.tags, checking.shared["definite"]
    return (
        at > 1
        and tags[at - 1] == "d"
        and (tags[at - 2] != "p" or "by" in words[at - 2].roles)
        and tags[at] in NOUNS
        and not words[at].capital
        and words[at - 1].lower in known
    )


def is_definite(passage: Passage, checking: Checking, first: int) -> bool:
    """Is a number told as one that is known: `the 19 clinics`, `its 19 clinics`?"""
    if not first:
        return False
    known = checking.shared["definite"]
    lead, tag = passage.sentence.words[first - 1], passage.sentence.tags[first - 1]
    determines = lead.lower in known and tag != "r"  # it found that 40 people …
    lexicon = checking.language.lexicon
    owns = tag == "S" and lexicon.tags.get(checking.owner(lead.lower), "n") in NOUNS
    return determines or owns or _of_known(passage, known, first)  # that's 106 days away


def _of_known(passage: Passage, known: frozenset[str], first: int) -> bool:
    """`the monthly stipend of 58 dinars`: is the noun before `of` told as something known?"""
    sentence = passage.sentence
    if "of" not in sentence.words[first - 1].roles:
        return False
    phrase = phrase_before(sentence, first - 1)
    at = phrase.first - 1 if phrase is not None else -1
    if phrase is not None and sentence.tags[phrase.first] == "S":
        return True  # the project's total budget of 12 million
    return at >= 0 and sentence.words[at].lower in known and sentence.tags[at] == "d"


def known_noun(passage: Passage, first: int) -> list[str]:
    """`the detour of 810 miles`: the noun before `of`, if there is one, in small letters."""
    sentence = passage.sentence
    if "of" not in sentence.words[first - 1].roles:
        return []
    phrase = phrase_before(sentence, first - 1)
    return [sentence.words[phrase.last - 1].lower] if phrase is not None else []


def known_subject(passage: Passage, checking: Checking, fact: Fact, first: int) -> int | None:
    """`the training course lasts six weeks`: where a subject ends that is told as known."""
    said, words = (fact.entity or "").split(), passage.sentence.words
    known, size = checking.shared["definite"], len(said)
    for at in range(first - size, 0, -1):
        if size and [word.text for word in words[at : at + size]] == said:
            return at + size if words[at - 1].lower in known else None
    return None


def complement(
    passage: Passage, checking: Checking, tokens: Tokens, last: int, end: int
) -> tuple[frozenset[str], int]:
    """The content words behind a noun before its verb, and where that stands.

    A relative clause belongs to them with its own verb: `the beds (that) we asked for`.
    """
    if passage.sentence.tags[last : last + 1] in "XZ":
        return frozenset(), last  # with its 460 beds the Lane is full
    resolved = resolve(passage.sentence.tags)
    if passage.sentence.tags.startswith(("r", "D", "G", "u"), last):
        own = _OWN_VERB.search(resolved, last, end)
        verb = _FINITE.search(resolved, own.end() if own is not None else last, end)
    else:
        verb = _ANOTHER.match(resolved, last, end) or _FINITE.search(resolved, last, end)
    end = verb.end() - 1 if verb is not None else end
    own = _APART.search(passage.sentence.tags, last, end)
    stop = own.start() if own is not None else end
    told = [at for at in range(last, stop) if not _is_known(passage, checking, at)]
    words, names, _ = content(passage, checking, tokens, told)
    narrows = passage.sentence.tags.startswith("pu", last) and last < end
    return frozenset(words | names or ({NARROWED} if narrows else ())), end
