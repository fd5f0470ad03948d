"""entity: what is counted, shared out or paid for.

Behind a number the counted noun phrase, up to its head; behind `of` where the number takes a part
of it; before the number where it stands in brackets or behind a colon.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.numerals.numeral import ONE
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_SHARES: Final = frozenset(("percent", "ratio"))
_NO_ENTITY: Final = frozenset(("date", "age", "duration"))


class Entity(NamedTuple):
    """A counted noun phrase, and whether it adjoins its number and so belongs to the fact's text."""

    phrase: grammar.Phrase
    adjoins: bool


def read(scene: Scene, quantity: Quantity) -> Entity | None:
    """The entity of a quantity, or None."""
    sentence = scene.sentence
    if quantity.kind in _NO_ENTITY:
        return None
    if quantity.kind == "number":
        return _counted(sentence, quantity) or _of(sentence, quantity) or _label(sentence, quantity)
    if quantity.kind in _SHARES:
        return _share(sentence, quantity)
    if quantity.kind == "money":
        return _money(sentence, quantity)
    if quantity.kind == "ordinal":
        return _ranked(sentence, quantity)
    return _of(sentence, quantity)


def text(sentence: Sentence, phrase: grammar.Phrase) -> str:
    """The phrase as written."""
    return sentence.text(phrase.first, phrase.last)


def lemma(sentence: Sentence, phrase: grammar.Phrase) -> str:
    """The phrase with its head made singular, the rest as written."""
    head = sentence.words[phrase.last - 1].text
    singular = sentence.lang.singular(head)
    return sentence.text(phrase.first, phrase.last).removesuffix(head) + singular


def _counted(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`8,500 people`, `175 member states`, `a 50-bed hospital`."""
    at = quantity.last
    tags = sentence.tags
    if at >= len(tags):
        return None
    compound = sentence.past_hyphen(at)
    if compound > at:
        if tags[compound : compound + 1] not in ("n", "k", "b"):
            return None
        return Entity(grammar.Phrase(compound, compound + 1), True)
    if sentence.words[at].roles & {"deictic", "of", "each"}:
        return None
    phrase = None
    if quantity.value != ONE:
        phrase = grammar.plural_phrase(sentence, at)
    if phrase is None:
        phrase = grammar.singular_phrase(sentence, at)
    if phrase is None:
        return None
    return Entity(phrase, True)


def _of(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`thirty of the largest economies`, `3,000 tons of food`, `640 of them`."""
    at = grammar.partitive(sentence, quantity.last)
    if at is None:
        return None
    phrase = grammar.noun_phrase(sentence, at)
    return Entity(phrase, False) if phrase is not None else None


def _share(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`50 per cent of health facilities`, `one in five migrants`, `half the population`."""
    found = _of(sentence, quantity)
    if found is not None:
        return found
    if quantity.kind == "ratio" and quantity.numeral.form != "multiple":
        at = grammar.skip_determiners(sentence, quantity.last)
        phrase = grammar.plural_phrase(sentence, at)
        if phrase is None and at > quantity.last:
            phrase = grammar.noun_phrase(sentence, at)
        if phrase is not None:
            return Entity(phrase, False)
    return _bracketed(sentence, quantity)


def _money(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`USD 40 million in remittances`, `a USD 3 million appeal`, `an appeal of USD 3 million`."""
    words, tags, at = sentence.words, sentence.tags, quantity.last
    if at < len(words) and words[at].roles & {"in", "of"}:
        phrase = grammar.noun_phrase(sentence, at + 1)
        if phrase is not None and not (tags[phrase.last - 1] in "XZ"):
            return Entity(phrase, False)
    before = quantity.first - 1
    if before >= 0 and tags[before] == "d" and at < len(words):
        phrase = grammar.singular_phrase(sentence, at) or grammar.plural_phrase(sentence, at)
        if phrase is not None:
            return Entity(phrase, False)
    if before >= 0 and words[before].roles & {"of", "for"}:
        phrase = grammar.phrase_before(sentence, before)
        if phrase is not None:
            return Entity(phrase, False)
    return None


def _ranked(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`the fourth and final prerequisite`, `the 21st session`."""
    at, tags = quantity.last, sentence.tags
    if at + 1 < len(tags) and tags[at] == "c" and tags[at + 1] in "jO":
        at += 2
    phrase = grammar.noun_phrase(sentence, at)
    if phrase is None or phrase.first != at:
        return None
    return Entity(phrase, False)


def _bracketed(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`female-headed households (51 per cent)`: the noun before the bracket."""
    before = quantity.first - 1
    if before < 1 or sentence.tags[before] not in "([":
        return None
    phrase = grammar.phrase_before(sentence, before)
    return Entity(phrase, False) if phrase is not None else None


def _label(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`Staff: 45`, `Upper Nile (74)`: the noun before a colon or bracket."""
    before = quantity.first - 1
    if before < 1 or sentence.tags[before] not in "(:[":
        return None
    phrase = grammar.phrase_before(sentence, before)
    if phrase is None or sentence.tags[phrase.last - 1] not in "NKZz":
        return None
    return Entity(phrase, False)
