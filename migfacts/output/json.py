"""JSON: one array, one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from migfacts.output.jsonl import record

if TYPE_CHECKING:
    from migfacts.output import Row


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The array, its brackets on the lines of the first and the last record."""
    lead = "["
    for row in rows:
        yield lead + record(fields, row)
        lead = ",\n"
    yield "[]\n" if lead == "[" else "]\n"
