"""The counted noun of a fact: where it stands, as written and in the singular."""

from __future__ import annotations

from typing import Final, NamedTuple

from migfacts import grammar
from migfacts.grammar import Phrase
from migfacts.tokens import Sentence

PLURAL: Final = frozenset("NKZz")


class Entity(NamedTuple):
    """A counted noun phrase as written and with its head made singular.

    `phrase` is where it stands, None where it was taken over from another number; `adjoins` says
    that it belongs to the fact's text; `counted` that it is a plural, so that a number is a count.
    """

    text: str
    lemma: str
    phrase: Phrase | None
    adjoins: bool
    counted: bool


def entity_of(sentence: Sentence, phrase: Phrase, *, adjoins: bool = False) -> Entity:
    """The entity that a noun phrase is, without words of amount before it: `further deaths`."""
    counted = sentence.tags[phrase.last - 1] in PLURAL
    start = phrase.first
    while start < phrase.last - 1 and "amount" in sentence.words[start].roles:
        start += 1
    if start > phrase.first:
        phrase = Phrase(start, phrase.last)
    text = sentence.text(phrase.first, phrase.last)
    return Entity(text, grammar.lemma(sentence, phrase), phrase, adjoins, counted)
