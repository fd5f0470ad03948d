"""Verbs of change before a number: `fell from 40 to 30` is two facts and no range."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.tokens import Sentence

#: How far before a number its verb of change may stand.
BEFORE: Final = 12
_STOPS: Final = frozenset("E;:()")


def governs(sentence: Sentence, first: int) -> bool:
    """Does a verb of change stand before token `first`, so that `from 40 to 60` is a change?"""
    words, table = sentence.words, sentence.lang.changes
    for at in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        word = words[at]
        lower = word.lower
        if lower in table.verbs or lower in table.neutral or lower in table.nouns:
            return True
        if lower in table.adverbs and (at >= first - 2 or _tells(sentence, at, first)):
            return True  # has come down from 20 months to 14
        if grammar.multiplies(sentence, at):
            return True  # doubled from 300 to 600
        if sentence.tags[at] in _STOPS and not _is_aside(sentence, at, first):
            return False
    return False


def _tells(sentence: Sentence, at: int, first: int) -> bool:
    """`down 25 per cent, from 400 to 300`: does an adverb of change lead a number before?"""
    tags = sentence.tags
    led = tags[at + 1 : at + 2] in ("#", "w") or tags[at + 1 : at + 3] in ("p#", "d#")
    return led and (tags[first - 1 : first] == "," or tags[first - 2 : first] == ",p")


def _is_aside(sentence: Sentence, at: int, first: int) -> bool:
    """`by 108,000 (49 per cent), from 221,000`: is it one of a bracket between?"""
    tags = sentence.tags
    closed = tags.find(")", at, first)
    return closed >= 0 and closed + 1 < len(tags) and tags[closed + 1] in ",p"
