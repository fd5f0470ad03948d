"""An SQLite database in memory in which a statement of a stranger can only compute."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from migfacts.columns import TABLE, Cell, create
from migfacts.kept.patterns import precompiled

_LIST: Final = Path(__file__).with_name("functions.txt").read_text(encoding="utf-8")
#: What a statement may call.
FUNCTIONS: Final = frozenset(
    name for line in _LIST.splitlines() if not line.startswith("#") for name in line.split()
)
#: The tables that SQLite makes of the arguments of a function.
_MADE: Final = ("json_each", "json_tree")
#: Between two of them a slow function may be called some ten times.
_CALLBACK_STEPS: Final = 300
#: The longest text a statement may make: no function takes more than part of a second for it, in
#: which nothing can stop it.
LONGEST: Final = 250_000
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 500,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
#: A process may take this much memory for SQLite, beside twice what the table takes.
_MEMORY: Final = 2**30


#: What fills a text up to a length that is no text's.
_TOO_WIDE: Final = precompiled(r"%[-+ #,!0-9.l]*?(?:\*|[0-9]{5})")
WIDTHS: Final = "a width of printf has at most four digits, and is no *; write a smaller number"


class Guard:
    """Decides what a statement may do.

    `columns` are the columns of the table that it reads, `denied` is what it may not do: the
    function, the table, or nothing with a name.
    """

    def __init__(self, table: str) -> None:
        self.columns: set[str] = set()
        self.denied: tuple[str, str] | None = None
        self._table = table

    def __call__(
        self, action: int, first: str | None, second: str | None, _: str | None, __: str | None
    ) -> int:
        """Allow or deny an action on something of that name."""
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in FUNCTIONS:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            if first == self._table:
                self.columns.add(second or "")
            # Without a column it is the name of a table or subquery of which none is read.
            if first == self._table or first in _MADE or not second:
                return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            self.denied = ("function", second or "")
        else:
            self.denied = ("table", first or "") if action == sqlite3.SQLITE_READ else ("", "")
        return sqlite3.SQLITE_DENY


class Clock:
    """Stops a statement that has taken too much time of the processor.

    The time in which nobody reads its output does not count.
    """

    def __init__(self) -> None:
        self.has_struck = False
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """Give the statement so many seconds from now on."""
        self._end = time.process_time() + seconds

    def __call__(self) -> bool:
        """Say whether to stop."""
        if time.process_time() > self._end:
            self.has_struck = True
        return self.has_struck


class Sandbox:
    """The database: one table without rows, under a guard."""

    def __init__(self, names: Sequence[str], table: str = TABLE) -> None:
        self.guard = Guard(table)
        self.clock = Clock()
        self.database = sqlite3.connect(":memory:", isolation_level=None)
        self.database.execute("PRAGMA temp_store = MEMORY")
        self.database.execute(create(names, table))
        for made in _MADE:  # which SQLite defines at first use, and no statement may define
            self.database.execute(f"SELECT * FROM {made}('[]')")
        for limit, most in _LIMITS.items():
            self.database.setlimit(limit, most)
        for name in ("printf", "format"):
            self.database.create_function(name, -1, _printer(), deterministic=True)
        self.database.set_progress_handler(self.clock, _CALLBACK_STEPS)
        self.lock()

    def lock(self, longest: int = 0) -> None:
        """Let the guard decide from now on; `longest` is the longest text of a fact."""
        # A text is at most four bytes a character; a row is all the texts of a fact.
        self.database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST + 40 * longest)
        self.database.set_authorizer(self.guard)

    def unlock(self) -> None:
        """Let the program itself fill the table."""
        self.database.set_authorizer(None)
        self.database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2**31 - 1)

    def limit_memory(self) -> None:
        """Refuse all of SQLite in this process much more memory than the table takes now."""
        self.database.set_authorizer(None)
        pages, size = (
            self.database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "page_size")
        )
        self.database.execute(f"PRAGMA hard_heap_limit = {2 * pages * size + _MEMORY}")
        self.database.set_authorizer(self.guard)

    def check(self, sql: str) -> None:
        """Compile a statement, and run nothing of it; sqlite3.Error, or Warning, if it is wrong."""
        self.guard.columns.clear()
        self.guard.denied = None
        self.database.execute(f"EXPLAIN {sql}").close()


def _printer() -> Callable[..., Cell]:
    """The function printf of SQLite, but none that pads for seconds without a stop."""
    plain = sqlite3.connect(":memory:")
    plain.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 40 * LONGEST)

    def printf(*given: Cell) -> Cell:
        if given and _TOO_WIDE.search(str(given[0])):
            raise ValueError
        found: Cell = plain.execute(
            f"SELECT printf({','.join('?' * len(given))})", given
        ).fetchone()[0]
        return found

    return printf
