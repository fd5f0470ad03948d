"""Colours for a small table on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from rich.console import Console
from rich.text import Text

_STYLES: Final = {
    "kind": "cyan",
    "value": "bold",
    "old": "red",
    "new": "green",
    "where": "dim",
    "path": "dim",
}


def painted(
    fields: Sequence[str], header: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    """The lines of a table whose cells are cut and filled already."""
    sink = StringIO()
    console = Console(file=sink, force_terminal=True, highlight=False, soft_wrap=True)
    styles = [_STYLES.get(field, "") for field in fields]
    for cells, line_styles in [(header, ["bold underline"] * len(fields))] + [
        (row, styles) for row in rows
    ]:
        # Text, not str: what looks like markup in a cell is printed as it stands.
        console.print(Text("  ").join(map(Text, cells, line_styles)))
    yield sink.getvalue()
