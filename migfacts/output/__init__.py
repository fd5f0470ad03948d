"""Output: rows in one format, one file a format; knows nothing of how the rows were found.

Each module of a format has `write(fields, rows)`, which gives the output piece by piece, each
piece one or more whole lines. The table also takes the `Look` of where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Final, NamedTuple, TypeAlias

#: What a row may hold: the values of a fact's fields, or of the columns of a query.
Value: TypeAlias = str | int | float | Decimal | list[str] | None
Row: TypeAlias = Sequence[Value]


class Format(NamedTuple):
    """A format: its name, the suffixes of its files, and whether it is for reading eyes.

    `brief` formats show a fact in a few humanised columns where no fields are asked for.
    """

    name: str
    suffixes: tuple[str, ...]
    brief: bool = False


class Look(NamedTuple):
    """How a table may look: its width in columns, and whether it may have colours."""

    width: int = 80
    colour: bool = False


FORMATS: Final = {
    each.name: each
    for each in (
        Format("table", (".txt",), brief=True),
        Format("json", (".json",)),
        Format("jsonl", (".jsonl", ".ndjson")),
        Format("csv", (".csv",)),
        Format("tsv", (".tsv", ".tab")),
        Format("markdown", (".md", ".markdown"), brief=True),
    )
}


def by_suffix(suffix: str) -> Format | None:
    """The format of files with this suffix, None if there is none."""
    for each in FORMATS.values():
        if suffix.lower() in each.suffixes:
            return each
    return None


def write(
    name: str, fields: Sequence[str], rows: Iterable[Row], look: Look | None = None
) -> Iterator[str]:
    """The rows in the format of that name, piece by piece."""
    module = import_module(f"migfacts.output.{name}")
    pieces: Iterator[str] = (
        module.write(fields, rows, look or Look())
        if name == "table"
        else module.write(fields, rows)
    )
    return pieces
