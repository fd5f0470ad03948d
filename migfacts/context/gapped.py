"""Clauses without a verb of their own: `Wheat rose by 12% and oil by 4%`."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene
from migfacts.fact import COUNTS, SHARES
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity

#: Tags of names.
_NAMES: Final = frozenset("XZ")
#: What joins two clauses, perhaps behind when and where the first holds.
_JOINT: Final = precompiled("(?:p[XZ#kn-]{1,4})?(?:,?c|,|;)d?")


def subject(scene: Scene, quantity: Quantity) -> Entity | None:
    """`Wheat rose by 12% and oil by 4%`, `GAM was 29% and SAM 6%`: the noun before the number."""
    if not scene.entities:
        return None
    other, entity = scene.entities[-1]
    counts = other.kind in COUNTS and quantity.kind in COUNTS
    if other.kind != quantity.kind and not counts:
        return None
    before = entity.phrase is not None and entity.phrase.first < other.first
    if not before and (entity.phrase is not None or counts or quantity.kind in SHARES):
        return None  # 12 per cent of the men
    sentence, tags, end = scene.sentence, scene.sentence.tags, quantity.first
    if end and tags[end - 1] in "pt" and sentence.words[end - 1] == sentence.words[other.first - 1]:
        end -= 1
    phrase = grammar.phrase_before(sentence, end)
    if phrase is None or not _JOINT.fullmatch(tags, other.last, phrase.first):
        return None
    own = entity.phrase is not None and tags[entity.phrase.last - 1] in _NAMES
    name = tags[phrase.last - 1] in _NAMES and not own
    said = any(at in scene.numbers for at in range(phrase.first, phrase.last))
    return None if name or said else entity_of(sentence, phrase)
