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


def _tells_how(sentence: Sentence, at: int) -> bool:
    """Is a word one of amount or a statistic, told by a key of its own: `further`, `median`?"""
    word = sentence.words[at]
    return "amount" in word.roles or sentence.lang.statistics.meaning(word.lower) is not None


def entity_of(sentence: Sentence, phrase: Phrase, *, adjoins: bool = False) -> Entity:
    """The entity that a noun phrase is, without words of amount before it: `further deaths`."""
    head = sentence.words[phrase.last - 1]
    counted = head.tag in PLURAL and "gauge" not in head.roles  # scores from 45 to 60 are measured
    start = phrase.first
    while start < phrase.last - 1 and _tells_how(sentence, start):
        start += 1
    if start > phrase.first:
        phrase = Phrase(start, phrase.last)
    text = sentence.text(phrase.first, phrase.last)
    return Entity(text, grammar.lemma(sentence, phrase), phrase, adjoins, counted)


def common_plural(sentence: Sentence, at: int) -> bool:
    """Is the token before a bracket a plural noun and no name: `airports`, `borders`, `IDPs`?"""
    tag, text = sentence.tags[at], sentence.words[at].text
    return tag in "NKz" or (tag == "Z" and len(text) > 2 and text[:-1].isupper())
