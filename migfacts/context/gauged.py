"""Amounts behind `at`: `stunting is critical at 53 per cent`, `put the number of dead at 40`."""

from __future__ import annotations

from migfacts import grammar
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene


def standing_verb(scene: Scene, first: int) -> int | None:
    """The copula of a share behind `at`: `stunting is critical in the camps at 53 per cent`."""
    found = _verb_before_at(scene, first)
    if found is None:
        return None
    group = scene.sentence.words[slice(*found)]
    return found[0] if any("copula" in word.roles for word in group) else None


def put(scene: Scene, first: int) -> Entity | None:
    """`The ministry put the number of refugees at 6,000`: the object of the verb, if an amount."""
    sentence, found = scene.sentence, _verb_before_at(scene, first)
    if found is None:
        return None
    at = grammar.skip_determiners(sentence, found[1])
    if at == found[1] or "counter" not in sentence.words[at].roles:
        return None
    phrase = grammar.counted_phrase(sentence, at)
    if phrase is None or grammar.says_how_many(sentence, phrase):
        return None
    return entity_of(sentence, phrase)._replace(phrase=None)


def _verb_before_at(scene: Scene, first: int) -> tuple[int, int] | None:
    """The verb group before a number behind `at`."""
    if not first or "at" not in scene.sentence.words[first - 1].roles:
        return None
    return scene.verb_before(first)
