"""Dates in brackets that are not those of the sentence: `(2022: 58)`, `(58 in 2022)`, `(WHO 2023)`.

The first two hold for the numbers of their bracket alone, the last is that of a source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.context.mention import Mention

if TYPE_CHECKING:
    from migfacts.tokens import Sentence

#: How long a bracket may be, in tokens.
LONGEST: Final = 24
#: A name of a source, `(WHO, `, read up to its date.
_SOURCE: Final = re.compile(r"\(X[XZ]{0,4},?\Z")
#: A number that the bracket begins with, read up to its date: `(58 in `.
_NUMBER: Final = re.compile(r"\([yp]{0,2}[#w][^()]*\Z")


class Note(NamedTuple):
    """A date that holds for the numbers between two tokens."""

    first: int
    last: int
    says: str


def split(sentence: Sentence, dates: list[Mention]) -> tuple[list[Mention], list[Note]]:
    """The dates that hold for a sentence, and those that hold in a bracket."""
    tags = sentence.tags
    if "(" not in tags:
        return dates, []
    holding: list[Mention] = []
    noted: list[Note] = []
    for each in dates:
        first = each.first
        if tags[first - 1 : first] == "(" and tags[each.last : each.last + 1] == ":":
            end = tags.find(")", each.last, each.last + LONGEST)
            noted.append(Note(each.last, end if end > 0 else each.last + LONGEST, each.says))
            continue
        opened = _NUMBER.search(tags, max(first - LONGEST, 0), first)
        alone = opened and not any(opened.start() < other.first < first for other in dates)
        if opened and alone and tags[each.last : each.last + 1] == ")":
            noted.append(Note(opened.start(), each.last, each.says))
        elif not _is_source(sentence, each):
            holding.append(each)
    return holding, noted


def _is_source(sentence: Sentence, each: Mention) -> bool:
    """`(UNHCR 2023)`, `(WHO, March 2022)`, but not `(Kenya 2023)`?"""
    if sentence.tags[each.last : each.last + 1] != ")":
        return False
    match = _SOURCE.search(sentence.tags, max(each.first - LONGEST, 0), each.first)
    if match is None:
        return False
    return sentence.lang.places.match(sentence.words, match.start() + 1) is None
