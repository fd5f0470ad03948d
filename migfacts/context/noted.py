"""Dates in brackets that are not those of the sentence: `(2022: 58)`, `(UNHCR 2023)`.

The one holds for the numbers of its bracket alone, the other is that of a source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from migfacts.context.mention import Mention

if TYPE_CHECKING:
    from migfacts.tokens import Sentence

#: How long a bracket may be, in tokens.
LONGEST: Final = 24
#: A name of a source, `(WHO, `, read up to its date.
_SOURCE: Final = re.compile(r"\(X[XZ]{0,4},?\Z")


def split(
    sentence: Sentence, dates: list[Mention]
) -> tuple[list[Mention], list[tuple[int, Mention]]]:
    """The dates that hold for a sentence, and those that hold in a bracket, with its end."""
    tags = sentence.tags
    if "(" not in tags:
        return dates, []
    holding: list[Mention] = []
    noted: list[tuple[int, Mention]] = []
    for each in dates:
        if tags[each.first - 1 : each.first] == "(" and tags[each.last : each.last + 1] == ":":
            end = tags.find(")", each.last, each.last + LONGEST)
            noted.append((end if end > 0 else each.last + LONGEST, each))
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
