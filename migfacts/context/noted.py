"""Dates that are not those of the sentence: `(2022: 58)`, `(58 in 2022)`, `(WHO 2023)`, a dateline.

The first two hold for the numbers of their bracket alone, the third is that of a source; a
dateline holds where nothing else in its sentence says when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from migfacts.beside.dates import DATELINE
from migfacts.context.mention import Mention
from migfacts.kept.patterns import precompiled

if TYPE_CHECKING:
    from migfacts.tokens import Sentence

#: How long a bracket may be, in tokens.
LONGEST: Final = 24
#: Tags of the verb of a clause.
_FINITE: Final = precompiled("[vVDxz]")
#: The noun of what happened then: `the outbreak of war in | April 2023`.
_HAPPENED: Final = precompiled(r"[nkbNK].*p\Z")
#: A name of a source, `(WHO, `, read up to its date.
_SOURCE: Final = precompiled(r"\(X[XZ]{0,4},?\Z")
#: A number that the bracket begins with, read up to its date: `(58 in `.
_NUMBER: Final = precompiled(r"\([yp]{0,2}[#w][^()]*\Z")


class Note(Struct, frozen=True):
    """A date that holds for the numbers between two tokens."""

    first: int
    last: int
    says: str


def since_clause(sentence: Sentence, dates: list[Mention]) -> tuple[list[Mention], int]:
    """`Since fighting erupted in Sudan in April 2023, 300 have fled`: open since that date.

    So it is in `Since the outbreak of war in April 2023`.

    Returns:
        The dates, and the token behind the clause, in which no place is that of what follows.
    """
    tags = sentence.tags
    if not dates or sentence.words[0].lower not in sentence.lang.dates.since:
        return dates, 0
    end, first = tags.find(",", 0, LONGEST), dates[0]
    happened = _FINITE.search(tags, 1, first.first) or _HAPPENED.search(tags, 1, first.first)
    clause = end > first.first > 1 and happened is not None
    if not clause or "/" in first.says or (len(dates) > 1 and dates[1].first < end):
        return dates, 0
    return [Mention(0, first.last, f"{first.says}/.."), *dates[1:]], end


def split(sentence: Sentence, dates: list[Mention]) -> tuple[list[Mention], list[Note]]:
    """The dates that hold for a sentence, and those that hold in a bracket."""
    tags = sentence.tags
    if _outranked(sentence, dates):
        dates = dates[1:]
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


def _outranked(sentence: Sentence, dates: list[Mention]) -> bool:
    """`GENEVA, 5 March 2024 – In July, 300 came`: is there a time besides that of the dateline?"""
    first, last = dates[0].first, dates[0].last
    if sentence.tags[last : last + 1] not in ("-", ")"):
        return False
    towns = sentence.text(0, first).isupper()  # PORT ARDEN, 6 November
    names = "X" in sentence.tags[:first] and DATELINE.fullmatch(sentence.tags, 0, first)
    if not (towns or names):
        return False
    months, weekdays = sentence.lang.dates.months, sentence.lang.dates.weekdays
    others = (word.lower for word in sentence.words[last:] if word.capital)
    return len(dates) > 1 or any(other in months or other in weekdays for other in others)


def _is_source(sentence: Sentence, each: Mention) -> bool:
    """`(UNHCR 2023)`, `(WHO, March 2022)`, but not `(Kenya 2023)`?"""
    if sentence.tags[each.last : each.last + 1] != ")":
        return False
    match = _SOURCE.search(sentence.tags, max(each.first - LONGEST, 0), each.first)
    if match is None:
        return False
    return sentence.lang.places.match(sentence.words, match.start() + 1) is None
