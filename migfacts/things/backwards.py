"""Ranges that run backwards, `60 to 40 metres`, and the falls that only look like them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from migfacts.fact import Fact
from migfacts.relations.lists import NUMBERS
from migfacts.things.thing import Thing

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

#: How far before a range a word of change may stand, in tokens.
NEAR: Final = 14


def backwards(passage: Passage, number: int, document: int) -> Iterator[Thing]:
    """Two numbers joined to a range that runs backwards: `60 to 40 metres deep`."""
    if not passage.words.has("to", passage.skeleton) or passage.words.has("from", passage.skeleton):
        return
    for match in passage.find(r"(?P<a>[NMTQPA]) {to} (?P<b>[NMTQPA])"):
        one, other = passage.fact(match, "a"), passage.fact(match, "b")
        if one is None or other is None or not one.value or not other.value:
            continue
        if _is_apart_by(passage, one):
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
        yield Thing(fact, number, document, partitive=True)


def _between(passage: Passage, one: Fact, other: Fact) -> tuple[int, int]:
    spans = dict(zip(map(id, passage.facts), passage.spans, strict=True))
    return spans[id(one)][1] + 1, spans[id(other)][1]


def is_inverted(fact: Fact) -> bool:
    """Does its range run from the higher to the lower end?"""
    return fact.low is not None and fact.high is not None and fact.low > fact.high


def _is_apart_by(passage: Passage, fact: Fact) -> bool:
    """`More women than men said so, by 57 to 46 per cent`, `lost by 12 to 9`: no range."""
    return passage.words.pattern(r"{by} $").search(passage.before(fact)) is not None


def is_move(passage: Passage, fact: Fact, first: int, last: int) -> bool:
    """Do the words around tell of a fall from the higher to the lower number?"""
    said = passage.sentence.words[first:last]
    if fact.per is not None and any(word.tag == "-" for word in said):
        return False  # it retreats by 31-22 metres a year
    if _is_apart_by(passage, fact) or any(other.change for other in passage.facts):
        return True  # it fell from 22 to 13 per cent, and in Bor from 23 to 21
    counted = fact.kind in NUMBERS and fact.per is None and "from" in said[0].roles
    led = fact.kind == "percent" or counted  # legal advice: from 900 to 620
    if led and passage.before(fact).endswith(": "):
        return True  # girls attending school: from 48 to 35 per cent
    fell = passage.words.pattern(r"{from} [NMQTP] {to} [NMQTP]").search(passage.skeleton)
    if fell is not None:
        return True  # infections went down from 868 to 725, and fevers from 521 to 462
    if passage.words.pattern(r"{differing} $").search(passage.before(fact)) is not None:
        return True  # the difference between 90 and 60
    if passage.has("backwards"):
        return True  # the shelves run backwards, from 90 to 60
    if passage.words.pattern(r"^ {below}\b").match(passage.after(fact)) is not None:
        return True  # between 150 and 140 metres below the sea
    # aged between 35 and 18, no fewer than 24 and no more than 16
    opens = any("between" in word.roles for word in said[:2]) or fact.text[0].isalpha()
    joined = any(word.tag == "c" for word in said)
    if opens and joined and all(word.tag != "t" for word in said):
        return False
    near = passage.sentence.words[max(0, first - NEAR) : last + 4]
    changes = passage.words.language.changes
    tables = (changes.verbs, changes.nouns, changes.comparatives)
    if any(word.lower in table for word in near for table in tables):
        return True
    text = " ".join(word.lower for word in near)
    return passage.words.has("moves", text) or passage.words.has("longer", text)
