"""What a measure before it is of: `a nine-week course`, `5 kg sugar`."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.noun import Entity, entity_of
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: What stands behind a measure that is no adverb: of `5 kg today` nothing.
_STUFF: Final = ("n", "k", "b", "N", "K")
_ITEM_ENDS: Final = frozenset((",", "c", ".", "E", ")", ";", ""))


def described(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`a nine-week course`, `the 240 m bridge`: the noun that a measure before it describes."""
    at, first = quantity.last, quantity.first
    hyphened = sentence.tags.startswith("-", quantity.numeral.last)
    described = first > 0 and sentence.tags[first - 1] == "d"
    if not (hyphened or described) or at >= len(sentence.tags):
        return None
    phrase = grammar.singular_phrase(sentence, at)
    if phrase is None and hyphened:
        phrase = grammar.plural_phrase(sentence, at)
    return entity_of(sentence, phrase)._replace(counted=False) if phrase is not None else None


def behind(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`5 kg sugar`, `200 ml cooking oil`: the noun that stands behind a measure without `of`."""
    tags, at = sentence.tags, quantity.last
    first = tags[at : at + 1]
    if quantity.kind != "measure" or quantity.per or first not in _STUFF:
        return None
    phrase = grammar.noun_phrase(sentence, at)
    if phrase is None:
        return None
    after = tags[phrase.last : phrase.last + 1]
    ends = after in _ITEM_ENDS or (first != "b" and after in ("p", "x"))
    return entity_of(sentence, phrase)._replace(counted=False) if ends else None
