"""Things: what each number of a document is about, as far as it can be compared with others.

Two numbers are compared only if they are surely about the same thing. A `Thing` holds the words
of a fact's clause, each as its class of synonyms, and what would tell it from others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from migfacts.fact import Fact
from migfacts.languages.checking import Checking

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

#: Tags of content words: nouns, names, verbs, adjectives; see languages/lexicon.py.
CONTENT: Final = frozenset("nNkKXZvVDzbGjS")
VERBS: Final = frozenset("vVD")
#: Marks at which a clause ends.
#: Tags of `each` and `most`, which say little in `each of the 83 shelters`.
QUANTIFIERS: Final = frozenset("qdu")
TELLING: Final = frozenset("vVDbz")
STOPS: Final = frozenset("E;:(),")
_MOST: Final = 24


class Thing(NamedTuple):
    """A fact, and what tells it from others.

    `words` are the content words of its clause without the counted noun, `names` those of them
    that tell one thing from another: names, months, sexes, `new`, `other`. `definite`: it is told
    as something known, `the 1,540 scholarships`. `document` tells documents apart.
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
    is_move: bool = False
    is_share_of_people: bool = False
    title: frozenset[str] = frozenset()


def things(
    passages: list[Passage], checking: Checking, document: int = 0, day: str | None = None
) -> list[Thing]:
    """What the facts of a document are about, in order."""
    found = []
    title: frozenset[str] = frozenset()
    for number, passage in enumerate(passages):
        tokens = _tokens(passage)
        for at, fact in enumerate(passage.facts):
            found.append(_thing(passage, checking, tokens, at, fact, number, document, day, title))
        found += _backwards(passage, number, document)
    return found


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
        if (same and other.kind == "number") or not (same or one.kind in ("number", "count")):
            continue
        if other.kind in ("count", "number") and not other.text.endswith(other.entity or " "):
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


class _Tokens(NamedTuple):
    """First and last token of each fact of a passage."""

    firsts: list[int]
    lasts: list[int]


def _tokens(passage: Passage) -> _Tokens:
    from bisect import bisect_left, bisect_right

    starts = passage.sentence.starts
    firsts = [max(0, bisect_right(starts, start) - 1) for start, _ in passage.spans]
    lasts = [bisect_left(starts, end) for _, end in passage.spans]
    return _Tokens(firsts, lasts)


def _thing(
    passage: Passage,
    checking: Checking,
    tokens: _Tokens,
    at: int,
    fact: Fact,
    number: int,
    document: int,
    day: str | None,
    title: frozenset[str],
) -> Thing:
    first, last = tokens.firsts[at], tokens.lasts[at]
    head, modifiers = _noun(checking, fact)
    if fact.kind in ("date", "ordinal"):
        empty: frozenset[str] = frozenset()
        return Thing(fact, head, empty, empty, empty, empty, False, False, number, document, day)
    start, end = _clause(passage, tokens, at)
    words, names, verbs = _content(passage, checking, [*range(start, first), *range(last, end)])
    own = {head, *modifiers}
    lead = passage.sentence.words[first - 1] if first else None
    following = passage.sentence.words[last].lower if last < len(passage.sentence.words) else ""
    sentence_words, known = passage.sentence.words, checking.shared["definite"]
    near = " ".join(word.lower for word in sentence_words[max(0, first - 12) : last + 4])
    return Thing(
        fact=fact,
        head=head,
        words=frozenset(words - own),
        names=frozenset(names - own),
        verbs=frozenset(verbs),
        modifiers=modifiers,
        definite=lead is not None
        and (lead.lower in known or passage.sentence.tags[first - 1] == "S"),
        partitive=(following in checking.shared["of"] and _stands_alone(fact))
        or checking.has("respectively", passage.skeleton),
        sentence=number,
        document=document,
        day=day,
        is_move=_inverted(fact) and checking.has("moves", near),
        is_share_of_people=_share_of_people(checking, passage, fact, following),
        title=title,
    )


def _stands_alone(fact: Fact) -> bool:
    """Is it a number without its noun: `thirty` of `thirty of the camps`?"""
    noun = (fact.entity or "").rpartition(" ")[2]
    return fact.kind in ("count", "number", "ratio") and not (noun and fact.text.endswith(noun))


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


def _noun(checking: Checking, fact: Fact) -> tuple[str, frozenset[str]]:
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


def _clause(passage: Passage, tokens: _Tokens, at: int) -> tuple[int, int]:
    """The tokens around a fact up to the facts beside it, or a mark."""
    tags = passage.sentence.tags
    first, last = tokens.firsts[at], tokens.lasts[at]
    left = right = None
    for other, fact in enumerate(passage.facts):
        if fact.kind not in ("date", "ordinal") and other != at:
            if other < at:
                left = tokens.lasts[other]
            elif right is None:
                right = tokens.firsts[other]
    start, end = max(first - _MOST, left or 0), min(last + _MOST, right or len(tags))
    for mark in range(first - 1, start - 1, -1):
        if tags[mark] in STOPS and set(tags[mark + 1 : first]) & VERBS:
            start = mark + 1
            break
    told = False
    for mark in range(last, end):
        if (tags[mark] in STOPS and tags[mark] != "(") or (told and tags[mark] == "m"):
            end = mark
            break
        told = told or tags[mark] in TELLING
    return start, end


def _content(
    passage: Passage, checking: Checking, places: list[int]
) -> tuple[set[str], set[str], set[str]]:
    """The content words of a clause, those that tell things apart, and its verbs."""
    sentence = passage.sentence
    words, tags = sentence.words, sentence.tags
    dates = {fact.start for fact in passage.facts if fact.kind == "date"}
    light, contrast = checking.light, checking.shared["contrast"]
    months = checking.language.dates.months
    inside = _inside_dates(passage) if dates else set()
    content: set[str] = set()
    names: set[str] = set()
    verbs: set[str] = set()
    free = 0
    for place in places:
        word, tag = words[place], tags[place]
        if place < free or place in inside:
            continue
        known = checking.synonyms.match(words, place)
        if known is not None and known[1] > place + 1:
            content.add(known[0])
            free = known[1]
            continue
        lower = word.lower
        if tag in QUANTIFIERS and place + 1 < len(tags) and tags[place + 1] == "o":
            continue
        if tag == "O" or lower in contrast or lower in months:
            names.add(lower)
        if tag not in CONTENT:
            continue
        same = checking.canonical(lower)
        if same in light:
            continue
        content.add(same)
        if tag in VERBS:
            verbs.add(same)
        if (word.capital and place) or lower in checking.demonyms:
            names.add(same)
    return content, names, verbs


def _inside_dates(passage: Passage) -> set[int]:
    """The tokens of dates."""
    from bisect import bisect_left, bisect_right

    starts = passage.sentence.starts
    found: set[int] = set()
    for fact, (start, end) in zip(passage.facts, passage.spans, strict=True):
        if fact.kind == "date":
            found.update(range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)))
    return found
