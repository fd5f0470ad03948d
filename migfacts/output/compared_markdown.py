"""Differences in Markdown for a pull request: how many there are, and a table of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from migfacts.output import markdown
from migfacts.output.compared import summary

if TYPE_CHECKING:
    from migfacts.output import Row


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The summary and the table; the first column of a row is its status."""
    listed = list(rows)
    said = summary(row[0] for row in listed)
    yield f"{said[0].upper()}{said[1:]} in the facts\n"
    if listed:
        yield "\n"
        yield from markdown.write(fields, listed)
