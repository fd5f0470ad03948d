"""The reading: what became of one written number of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from migfacts.fact import Fact
from migfacts.relation import Relation

Outcome = Literal["fact", "part", "reference", "none"]


class Reading(NamedTuple):
    """A number as written, where it stands, what became of it, and why it is no fact of its own.

    `facts` are those that it gave: two where a verb of change splits a range. A `part` is one more
    number in the words of a fact told before, which is in `facts`.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    outcome: Outcome
    why: str | None
    facts: Sequence[Fact] = ()


class Explanation(NamedTuple):
    """The numbers of a text, in order, and the relations that are read between them."""

    text: str
    readings: Sequence[Reading]
    relations: Sequence[Relation]
