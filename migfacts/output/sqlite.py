"""An SQLite database with the one table `facts`, for other tools to open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from migfacts.columns import create, insert, row

if TYPE_CHECKING:
    from migfacts.output import Row

_PIECE: Final = 1 << 20


def write(fields: Sequence[str], rows: Iterable[Row]) -> Iterator[memoryview]:
    """The file, piece by piece, when the last row is stored. MemoryError if it has no room."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute(create(fields))
    database.execute("BEGIN")
    database.executemany(insert(fields), map(row, rows))
    database.execute("COMMIT")
    whole = memoryview(database.serialize())
    database.close()
    for start in range(0, len(whole), _PIECE):
        yield whole[start : start + _PIECE]
