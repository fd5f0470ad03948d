"""concepts: the other content words of the clause, for search; no check uses them."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.quantity import Quantity

MAX_WORDS: Final = 8
_CONTENT: Final = frozenset("nNkKXZSjbz")


def read(scene: Scene, quantity: Quantity, entity: grammar.Phrase | None) -> list[str]:
    """The words of the noun phrases around a quantity, in the order of the text."""
    if quantity.kind == "date":
        return []
    sentence = scene.sentence
    start, end = _subject(scene, quantity)
    taken = range(entity.first, entity.last) if entity is not None else range(0)
    stop = sentence.lang.concept_stops
    found = []
    for at in range(start, end):
        word = sentence.words[at]
        if sentence.tags[at] in _CONTENT and at not in taken and word.lower not in stop:
            found.append(word.text)
    return found[:MAX_WORDS]


def _subject(scene: Scene, quantity: Quantity) -> tuple[int, int]:
    """The subject of the clause: the noun phrase before its verb, with what hangs on it."""
    tags = scene.sentence.tags
    start = 0
    for other in scene.quantities:
        if other.last <= quantity.first:
            start = max(start, other.last)
    verb = quantity.first
    while verb > start and tags[verb - 1] not in "vVDxmz":
        verb -= 1
    while verb > start and tags[verb - 1] in "vVDxmztyb":
        verb -= 1
    end = verb if verb > start else quantity.first
    begin = end
    while begin > start and tags[begin - 1] in "djnNkKXZSopq-Gb":
        begin -= 1
    return begin, end
