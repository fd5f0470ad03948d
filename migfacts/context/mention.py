"""Mentions: places, dates and telling words in a sentence, found once for all its facts."""

from __future__ import annotations

from typing import NamedTuple

from migfacts.languages.phrases import Phrases
from migfacts.tokens import Sentence


class Mention(NamedTuple):
    """A place or a date in a sentence: tokens `first` up to `last`, and what it says."""

    first: int
    last: int
    says: str


def marks(sentence: Sentence, table: Phrases[str]) -> list[Mention]:
    """All phrases of a table in a sentence, in order."""
    words, firsts = sentence.words, table.firsts
    found = []
    for at in [at for at, word in enumerate(words) if word.lower in firsts]:
        match = table.match(words, at)
        if match is not None:
            found.append(Mention(at, match[1], match[0]))
    return found
