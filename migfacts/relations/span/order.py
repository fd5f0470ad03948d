"""Order: two dates that are told as the begin and the end of a time, without its length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.relation import Relation
from migfacts.relations.passage import Passage

#: `between the start of the war in March 2011 and March 2020`, `2020-2021`.
_ENDS: Final = (
    r"{between} (?:[^A-Z;:.,()]{1,40} )?(?P<a>D) {and} (?:[^A-Z;:.,()]{1,24} )?(?P<b>D)",
    r"(?P<a>D)[-–](?P<b>D)",
    # `accepted from 17 May 2024 and must be handed in no later than 3 May 2024`
    r"{opens_on} (?P<a>D)(?:,? {and} (?:(?!{relatives}|{of})[^A-Z;:.,]){0,40}?|,? )"
    r"{deadline} (?P<b>D)(?= ?[.,;)]|$| {and})",
)


def read(passage: Passage) -> Iterator[Relation]:
    """The times of a passage of which both ends are told."""
    if passage.shape.count("D") < 2:
        return
    for template in _ENDS:
        for match in passage.find(template):
            start, end = passage.fact(match, "a"), passage.fact(match, "b")
            if start is not None and end is not None:
                roles = {"start": [start], "end": [end]}
                yield Relation(kind="span", roles=roles, how="ordered")
