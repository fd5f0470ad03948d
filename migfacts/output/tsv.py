r"""TSV: one record a line, a tab between cells; `\t`, `\n`, `\r` and `\\` stand for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from migfacts.output.csv import cell

if TYPE_CHECKING:
    from migfacts.output import Row, Value

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The header and one line a row."""
    yield "\t".join(map(_cell, fields)) + "\n"
    for row in rows:
        yield "\t".join(map(_cell, row)) + "\n"


def _cell(value: Value) -> str:
    return cell(value).translate(_ESCAPES)
