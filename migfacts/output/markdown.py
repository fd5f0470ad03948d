"""A table in Markdown, in which no cell renders as anything but its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from migfacts.kept.patterns import precompiled
from migfacts.output.values import plain
from migfacts.output.visible import visible

if TYPE_CHECKING:
    from migfacts.output import Row

_ESCAPES: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        **{char: "\\" + char for char in "\\`|*_~[]!$#"},
    }
)
#: What would become a link without any mark: `https://…`, `www.…`.
_LINK: Final = precompiled(r"(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The header and one line a row; columns of numbers go to the right by their first row."""
    waiting = iter(rows)
    first = next(waiting, None)
    yield _line(map(escaped, fields))
    kinds = first if first is not None else [None] * len(fields)
    yield _line("---:" if isinstance(each, int | float | Decimal) else "---" for each in kinds)
    if first is not None:
        yield _line(escaped(plain(value)) for value in first)
    for row in waiting:
        yield _line(escaped(plain(value)) for value in row)


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it stands."""
    return _LINK.sub(r"\\\g<0>", visible(text).translate(_ESCAPES))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
