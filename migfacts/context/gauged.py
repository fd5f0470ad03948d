"""Amounts behind `at`: `stunting is critical at 53 per cent`, `put the number of dead at 40`."""

from __future__ import annotations

from migfacts import grammar
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene


def standing_verb(scene: Scene, first: int) -> int | None:
    """The copula of a share behind `at`: `stunting is critical in the camps at 53 per cent`."""
    words = scene.sentence.words
    if not first or "at" not in words[first - 1].roles:
        return None
    found = scene.clauses.verb_before(first)
    if found is None or scene.fact_in(found[1], first) is not None:
        return None
    return found[0] if any("copula" in word.roles for word in words[slice(*found)]) else None


def put(scene: Scene, first: int) -> Entity | None:
    """`The ministry put the number of refugees at 6,000`: the object of the verb, if an amount."""
    sentence = scene.sentence
    if not first or "at" not in sentence.words[first - 1].roles:
        return None
    found = scene.clauses.verb_before(first)
    if found is None or scene.fact_in(found[1], first) is not None:
        return None
    at = grammar.skip_determiners(sentence, found[1])
    if at == found[1] or "counter" not in sentence.words[at].roles:
        return None
    phrase = grammar.counted_phrase(sentence, at)
    if phrase is None or grammar.says_how_many(sentence, phrase):
        return None
    return entity_of(sentence, phrase)._replace(phrase=None)
