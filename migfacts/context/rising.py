"""What it is that rises, falls or is compared: the noun that a change is told of."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene
from migfacts.fact import SHARES
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: `an increase of needs by`: how far before `by` the noun of change may stand, in tokens.
LONGEST_CHANGE: Final = 8


def led_to(scene: Scene) -> Entity | None:
    """`Arrivals fell 12 per cent to 4,300`: the level is one of what the change is told of."""
    if scene.before.changed is None or not scene.entities:
        return None
    other, entity = scene.entities[-1]
    if other.last != scene.before.changed[0] or not entity.counted:
        return None  # the index rose 18 points to 96: of nothing
    return entity._replace(phrase=None, adjoins=False)


def compared(scene: Scene, quantity: Quantity) -> Entity | None:
    """`750,000 tonnes of maize, 30 per cent lower than in 2019`: that of the number before."""
    sentence, at = scene.sentence, quantity.last
    if quantity.kind not in SHARES or at >= len(sentence.words) or not scene.entities:
        return None
    if sentence.words[at].lower not in sentence.lang.changes.comparatives:
        return None
    other, entity = scene.entities[-1]
    if other.kind == "ordinal" or scene.fact_before(quantity.first) is not other:
        return None
    return entity._replace(phrase=None, adjoins=False)


def changing_verb(scene: Scene, first: int) -> int | None:
    """The verb of change whose number stands further on: `prices rose in May 2024 by 9%`."""
    found = scene.verb_before(first)
    if found is None:
        return None
    words, verbs = scene.sentence.words, scene.sentence.lang.changes.verbs
    start, end = found
    return start if any(word.lower in verbs for word in words[start:end]) else None


def changed(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """What it is that rises or falls.

    `a 49 per cent drop in the value of the currency`, `an increase of needs by 16 per cent`.
    """
    words, changes = sentence.words, sentence.lang.changes.nouns
    before = quantity.first - 1
    if before > 0 and "by" in words[before].roles:
        for at in range(before - 2, max(before - LONGEST_CHANGE, 0), -1):
            if words[at].lower in changes and words[at + 1].roles & {"in", "of"}:
                return _measure_of_change(sentence, at + 2)
        return None
    at = quantity.last
    named = before > 0 and "of" in words[before].roles and words[before - 1].lower in changes
    while at < len(words) and at - quantity.last < 2 and words[at].lower in changes:
        named, at = True, at + 1
    if not named or at >= len(words) or "in" not in words[at].roles:
        return None
    return _measure_of_change(sentence, at + 1)


def _measure_of_change(sentence: Sentence, at: int) -> Entity | None:
    phrase = grammar.noun_phrase(sentence, at)
    if phrase is None or "comparison" in sentence.words[phrase.first].roles:
        return None  # in comparison with 2019
    return entity_of(sentence, phrase)._replace(phrase=None)
