"""Among whom: the noun that a preposition names, before the sentence or behind a percentage."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene
from migfacts.fact import SHARES
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: `Among families living in tents and huts,`: how far its comma may stand, in tokens.
LONGEST_OPENING: Final = 14


def opened(scene: Scene, quantity: Quantity) -> Entity | None:
    """`Of the arrivals, 45 fled`, `Among the cases, 9 are men`: what its sentence opens with."""
    sentence = scene.sentence
    out = "out" in sentence.words[0].roles
    at = grammar.partitive(sentence, 1 if out else 0)
    if at is None and "among" in sentence.words[0].roles:
        at = grammar.skip_determiners(sentence, 1)
    if at is None:
        return None
    phrase = grammar.plural_phrase(sentence, at)
    if phrase is None:
        return None
    end = sentence.tags.find(",", phrase.last, phrase.last + LONGEST_OPENING)
    inside = scene.fact_in(0, quantity.first)
    if end < 0 or (inside is not None and inside is not quantity and inside.first > end):
        return None
    return entity_of(sentence, phrase)._replace(phrase=None)


def served(scene: Scene, quantity: Quantity) -> Entity | None:
    """`It is even higher: 27 per cent for women, 10 for men`: those it is told of.

    Of a rate that is named, `the rate is 12 per cent for women`, they are no more than a part.
    """
    sentence = scene.sentence
    if quantity.kind != "percent" or not _is_told_of(sentence, quantity.last):
        return None
    for other, entity in scene.entities:
        own = entity.phrase is not None and entity.phrase.first > other.last
        if other.kind in SHARES and not (own and _is_told_of(sentence, other.last)):
            return None
    at = grammar.skip_determiners(sentence, quantity.last + 1)
    phrase = grammar.plural_phrase(sentence, at)
    return entity_of(sentence, phrase) if phrase is not None else None


def _is_told_of(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    return at < len(words) and bool(words[at].roles & {"for", "among"})
