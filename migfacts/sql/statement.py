"""A statement over the table of all facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, NamedTuple

from migfacts.columns import Cell, insert, row, value
from migfacts.config import nearest
from migfacts.fact import FIELDS, NUMBERS, Fact
from migfacts.kept.patterns import precompiled
from migfacts.sql.mending import ERRORS, SqlError, problem
from migfacts.sql.sandbox import Sandbox

_Value = str | int | float | Decimal | list[str] | None

_FIRST: Final = precompiled(r"(?:\s|--[^\n]*(?:\n|\Z)|/\*.*?(?:\*/|\Z))*+(\w*)", re.DOTALL)
_BEGINS: Final = ("select", "with", "values")
#: What rewrites data in SQL, for which no near word should be looked for.
_WRITES: Final = precompiled("insert|update|delete|replace|create|drop|alter", re.IGNORECASE)
_ROWS_AT_ONCE: Final = 256
#: Where the numbers of a fact stand in its row.
_NUMBERS: Final = tuple(map(FIELDS.index, NUMBERS))


class Result(NamedTuple):
    """The names of the columns, each different, and the rows as they come."""

    names: Sequence[str]
    rows: Iterator[Sequence[_Value]]


class Statement:
    """One statement, compiled and found to do nothing but read.

    SqlError if it is none; its `str` says where it is wrong, and how to mend it.
    """

    def __init__(self, sql: str) -> None:
        self._sql = sql
        self._sandbox = Sandbox(FIELDS)
        self._slow = ""
        #: Numbers that SQLite rounds, by what it makes of them.
        self._exact: dict[float, Decimal] = {}
        _check_beginning(sql)
        try:
            self._sandbox.check(sql)
        except ERRORS as error:
            raise self._problem(error) from None

    def run(self, facts: Iterable[Fact], seconds: float) -> Result:
        """What the statement says of these facts.

        SqlError, also while the rows come, if it fails or takes longer.
        """
        self._slow = f"it takes longer than {seconds:g} s; narrow it, or give it more by --timeout"
        self._fill(facts)
        self._sandbox.clock.start(seconds)
        try:
            cursor = self._sandbox.database.execute(self._sql)
        except ERRORS as error:
            raise self._problem(error) from None
        names = [" ".join(str(each[0]).split()) for each in cursor.description]
        return Result(_distinct(names), self._rows(cursor, names))

    def _rows(self, cursor: Any, names: Sequence[str]) -> Iterator[Sequence[_Value]]:
        try:
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                for cells in rows:
                    yield [
                        value(name, each, self._exact)
                        for name, each in zip(names, cells, strict=True)
                    ]
        except ERRORS as error:
            raise self._problem(error) from None

    def _fill(self, facts: Iterable[Fact]) -> None:
        longest = 0

        def rows() -> Iterator[list[Cell]]:
            nonlocal longest
            for fact in facts:
                longest = max(longest, len(fact.sentence), len(fact.text))
                cells = row(get(fact))
                for at in _NUMBERS:
                    held = cells[at]
                    if isinstance(held, float):
                        self._keep(getattr(fact, FIELDS[at]), held)
                yield cells

        get = attrgetter(*FIELDS)
        database = self._sandbox.database
        self._sandbox.unlock()
        database.execute("BEGIN")
        database.executemany(insert(FIELDS), rows())
        database.execute("COMMIT")
        self._sandbox.lock(longest)
        self._sandbox.limit_memory()

    def _keep(self, number: Decimal, held: float) -> None:
        """Remember a number that SQLite does not give back as it was."""
        if value("", held, {}) != number:
            self._exact.setdefault(held, number)

    def _problem(self, error: BaseException) -> SqlError:
        return problem(error, self._sql, self._sandbox, slow=self._slow)


def _check_beginning(sql: str) -> None:
    """SqlError if it is no statement that reads, by its first word."""
    match = _FIRST.match(sql)
    word = match[1] if match else ""
    if word.lower() in _BEGINS:
        return
    if not sql.strip() or match is None or (match.end() == len(sql) and not word):
        raise SqlError("it is empty; write a statement such as select * from facts")
    if _WRITES.fullmatch(word):
        raise SqlError(f"{word} would write, and facts are only read; use select")
    shown = word or sql[match.end()]
    close = nearest(word.lower(), _BEGINS).replace("known:", "a statement begins with")
    raise SqlError(f"it begins with {shown!r}; {close}; for a condition see extract --where")


def _distinct(names: Sequence[str]) -> list[str]:
    """The names, where one comes again with a number behind it; SQL knows no case."""
    found: dict[str, str] = {}
    for name in names:
        number, new = 1, name
        while new.casefold() in found:
            number += 1
            new = f"{name}_{number}"
        found[new.casefold()] = new
    return list(found.values())
