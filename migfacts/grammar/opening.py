"""The words of time or place that a clause opens with: `In 2024 | deaths rose`."""

from __future__ import annotations

from typing import Final

from migfacts.tokens import Sentence, is_year

#: Tags of what parts clauses.
CLAUSE_STOPS: Final = frozenset("E,;:()csr")
#: In tokens.
LONGEST_SUBJECT: Final = 16
LONGEST_TIME: Final = 9
#: Tags of what words of time are made of, and of what a subject begins with.
_TIME_TAGS: Final = frozenset("pdjoOw#mnkNKzbXZyct-")
_SUBJECT_TAGS: Final = frozenset("dnNkKjzbXZ")


def past_opening(sentence: Sentence, verb: int) -> int:
    """The token behind the words of time or place that the clause of a verb opens with, or 0.

    `By the end of 2023 | the caseload grew`, `Last year | returns fell`.
    """
    tags, stop = sentence.tags, max(verb - LONGEST_SUBJECT, -1)
    for at in range(verb - 1, stop, -1):
        if at and tags[at - 1] not in CLAUSE_STOPS:
            continue
        found = _past_time(sentence, at, verb)
        if found or not at or tags[at - 1] != "c":
            return found
    return 0


def _past_time(sentence: Sentence, at: int, end: int) -> int:
    """The token behind words of time, or of a place, that start at a token, or 0."""
    words, tags = sentence.words, sentence.tags
    counted = tags[at] in "#w"  # two years later
    if not counted and tags[at] != "p" and "deictic" not in words[at].roles:
        return 0
    placed = "place" in words[at].roles
    for behind in range(at + 1, min(at + LONGEST_TIME, end)):
        if tags[behind - 1] not in _TIME_TAGS:
            return 0
        if counted:
            if "shift" in words[behind - 1].roles and _lasts(sentence, behind - 2):
                return behind if tags[behind] in _SUBJECT_TAGS else 0
        elif placed and behind > at + 1 and tags[behind - 1] in "XZ":
            if tags[behind] in "dKN":
                return behind  # In Lesvos arrivals fell
        elif tags[behind] in _SUBJECT_TAGS and is_time(sentence, behind - 1):
            return behind if not is_time(sentence, behind) else 0
    return 0


def is_time(sentence: Sentence, at: int) -> bool:
    """Is a token a year, a month, a word such as `year` or `period`?"""
    word = sentence.words[at]
    return _lasts(sentence, at) or is_year(word.text) or word.lower in sentence.lang.dates.months


def _lasts(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return "timely" in word.roles or sentence.lang.units.is_time(word.lower)
