"""event: what happens to the counted thing, as written.

What is said of it behind it (`died on migration routes`), the verb before it (`distributed 4,500
blankets`), or the noun of an event (`the deaths of 40 people`).
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context import acted, predicate
from migfacts.context.happening import Event
from migfacts.context.scene import Scene
from migfacts.fact import COUNTS, SHARES
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity

#: A clause has a verb, by resolved tags.
_CLAUSE: Final = precompiled("[vx]")
#: `in the | 40`, `of | 40`, by resolved tags.
_HANGS: Final = precompiled(r"[po][dqj]*\Z")


def read(scene: Scene, quantity: Quantity, entity: grammar.Phrase | None) -> Event | None:
    """The event of a quantity, or None.

    A verb behind it is looked for first, since its own clause says most.
    """
    if quantity.kind in ("date", "ordinal", "age"):
        return None
    before = acted.read(scene, quantity, measured=_is_subject(quantity, entity))
    scene.before.listed = (quantity, before) if before is not None else None
    last = _behind(scene, quantity, entity)
    found = predicate.behind(scene, last)
    if found is None and before is None and _opens(scene, quantity):
        found = predicate.shared(scene, last)
    if found is None or not _agrees(scene, quantity, found[0]):
        return _nominal(scene, quantity) or before
    text, tag = scene.sentence.text(*found), scene.sentence.tags[found[0]]
    if before is None:
        return Event(text, said=found)
    if tag in "bv" and before.causes:
        return Event(text, before.verb)
    return before if tag == "G" or before.narrows else Event(text, said=found)


def _agrees(scene: Scene, quantity: Quantity, at: int) -> bool:
    """Can what looks like a noun be the verb of a number: 40 people | need, not: a 10% | rise?"""
    tag = scene.sentence.tags[at]
    if quantity.kind in SHARES:
        return tag not in "bz" or quantity.kind == "ratio" or scene.clauses.tags[at] == "v"
    return tag != "z" or quantity.kind not in COUNTS or quantity.value == 1


def _opens(scene: Scene, quantity: Quantity) -> bool:
    """Does a quantity open its clause: `40 men and 12 boys came`, not: `there were 40 men and`?"""
    tags, first = scene.clauses.tags, quantity.first
    start = max(tags.rfind(mark, 0, first) for mark in ";:") + 1
    hangs = _HANGS.search(tags, start, first)  # of the 40, 12 came
    counted = hangs is not None and _says_how_many(scene, hangs.start())  # a total of 40
    return (hangs is None or counted) and _CLAUSE.search(tags, start, first) is None


def _says_how_many(scene: Scene, of: int) -> bool:
    noun = grammar.Phrase(of - 1, of)
    return of > 0 and grammar.says_how_many(scene.sentence, noun)


def _is_subject(quantity: Quantity, entity: grammar.Phrase | None) -> bool:
    """`Arrivals totalled 400`: does the noun stand before its number?"""
    return entity is not None and entity.last <= quantity.first


def _behind(scene: Scene, quantity: Quantity, entity: grammar.Phrase | None) -> int:
    """The token behind a quantity and its noun, and behind an age: `children under five | died`."""
    last = max(quantity.last, entity.last if entity is not None else 0)
    if quantity.kind == "count" and scene.sentence.tags.startswith("-", quantity.numeral.last):
        described = grammar.singular_phrase(scene.sentence, last)  # the 60-bed centre opened
        last = described.last if described is not None else last
    age = scene.fact_in(last, last + 1)
    return age.last if age is not None and age.kind == "age" else last


def _nominal(scene: Scene, quantity: Quantity) -> Event | None:
    """`the deaths of 40 people`."""
    sentence, at = scene.sentence, quantity.first - 1
    if at < 1 or sentence.tags[at] != "o":
        return None
    noun = sentence.words[at - 1]
    return Event(noun.text) if sentence.lang.is_event_noun(noun.lower) else None
