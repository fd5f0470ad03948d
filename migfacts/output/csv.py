"""CSV by RFC 4180, with a header, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from migfacts.kept.patterns import precompiled
from migfacts.output.values import plain

if TYPE_CHECKING:
    from migfacts.output import Row, Value

#: Text that begins so is run by spreadsheets as a formula, in some also where the sign is of full
#: width; a number with a sign is not.
_FORMULA: Final = precompiled(r"[=@\t\r\n＝＠]|[+\-＋－](?!\d*\.?\d+\Z)")


class _Line:
    """The file that `csv` writes to; `writerow` gives back what this gives."""

    def write(self, line: str) -> str:
        return line


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The header and one record a row."""
    writer = csv.writer(_Line(), lineterminator="\r\n")
    yield str(writer.writerow(map(cell, fields)))
    for row in rows:
        yield str(writer.writerow([cell(value) for value in row]))


def cell(value: Value) -> str:
    """A value as text; text that a spreadsheet would run has an apostrophe before it."""
    text = plain(value)
    if isinstance(value, str | list) and _FORMULA.match(text):
        return "'" + text
    return text
