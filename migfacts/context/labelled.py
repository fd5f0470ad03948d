"""The noun before a number that a colon, a dash or a comma parts from it."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.noun import PLURAL, Entity, common_plural, entity_of
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: What narrows down the noun of a line, up to its colon: displaced by the cyclone.
_COMPLEMENT: Final = precompiled("[DG]?[pos][djnkNKbXZzGDpoc-]{1,12}")


def before(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`Staff: 45`, `Staff - 45`: the plural noun before a colon or the like."""
    at = quantity.first - 1
    while at > 1 and sentence.tags[at] == "*" and not _equals(sentence, at):
        at -= 1  # **Staff:** 45
    if at < 1 or not (sentence.tags[at] == ":" or _equals(sentence, at)):
        return None
    opened = sentence.tags.rfind("(", 0, at) if sentence.tags[at - 1] == ")" else 0
    if opened > 0:
        at = opened  # Waiting time (min): 38
    line = _line(sentence, at)
    if line is not None:
        return line
    while at > 1 and sentence.tags[at - 1] in "DV":
        at -= 1  # Tents needed: 45
    phrase = grammar.phrase_before(sentence, at)
    if phrase is None:
        return None
    told = phrase.first == 0 and (opened > 0 or quantity.kind == "money")
    told = told or _is_gauge(sentence, phrase, rated=quantity.per is not None)
    return entity_of(sentence, phrase) if told or sentence.tags[phrase.last - 1] in PLURAL else None


def gauged(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`a defaulter rate 9.1 per cent`: the noun that is measured, directly before a share."""
    before = quantity.first - 1
    if quantity.kind != "percent" or before < 0 or sentence.tags[before] not in "nkb":
        return None
    if "gauge" not in sentence.words[before].roles:
        return None
    phrase = grammar.phrase_before(sentence, quantity.first)
    if phrase is None or (phrase.first == before and before and sentence.tags[before - 1] == "p"):
        return None  # on average 5 per cent
    return entity_of(sentence, phrase)


def _is_gauge(sentence: Sentence, phrase: grammar.Phrase, *, rated: bool) -> bool:
    """`Cure rate: 92%; density: 45/km2`: a noun that is measured, and opens an item."""
    opens = phrase.first == 0 or sentence.tags[phrase.first - 1] in ";E("
    head = sentence.words[phrase.last - 1]
    return opens and head.tag in "nkb" and (rated or "gauge" in head.roles)


def _line(sentence: Sentence, end: int) -> Entity | None:
    """`People displaced by the cyclone: 45`: the plural noun that begins a line of a list."""
    phrase = grammar.plural_phrase(sentence, 0)
    if phrase is None or not _COMPLEMENT.fullmatch(sentence.tags, phrase.last, end):
        return None
    return entity_of(sentence, phrase)


def _equals(sentence: Sentence, at: int) -> bool:
    """Is the token a dash or a sign of equality with space on both sides?"""
    words = sentence.words
    mark = sentence.tags[at] == "-" or words[at].text == "="
    return mark and bool(words[at].space) and bool(words[at - 1].space)


def apposed(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`Local councils, 14 in total, joined`: the plural noun before the comma."""
    tags, words, before, last = sentence.tags, sentence.words, quantity.first - 1, quantity.last
    if before < 1 or tags[before] != "," or tags[last + 2 : last + 3] not in (",", ".", ")"):
        return None
    if "in" not in words[last].roles or "in_total" not in words[last + 1].roles:
        return None
    phrase = grammar.phrase_before(sentence, before)
    plural = phrase is not None and common_plural(sentence, phrase.last - 1)
    return entity_of(sentence, phrase)._replace(phrase=None) if phrase and plural else None
