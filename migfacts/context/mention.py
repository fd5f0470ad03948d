"""Mentions: places, dates and telling words in a sentence, found once for all its facts."""

from __future__ import annotations

import msgspec

from migfacts.languages.phrases import Phrases
from migfacts.tokens import Sentence


class Mention(msgspec.Struct, gc=False, order=True):
    """A place or a date in a sentence: tokens `first` up to `last`, and what it says."""

    first: int
    last: int
    says: str


def telling(sentence: Sentence) -> list[int]:
    """The tokens that may open a phrase which says something of the facts of the sentence."""
    return [at for at, word in enumerate(sentence.words) if word.tells]


def marks(sentence: Sentence, tokens: list[int], table: Phrases[str]) -> list[Mention]:
    """All phrases of a table that start at one of the tokens, in order, none inside another."""
    words, firsts = sentence.words, table.firsts
    found = []
    end = 0
    for at in tokens:
        if at < end or words[at].lower not in firsts:
            continue
        match = table.match(words, at)
        if match is not None:
            end = match[1]
            found.append(Mention(at, end, match[0]))
    return found
