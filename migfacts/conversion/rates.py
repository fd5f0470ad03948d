"""Rates of exchange: a CSV file that the user gives, with the columns date, from, to and rate.

One unit of `from` is `rate` of `to`, from that date on until the next one; a date is a day, or a
month or a year, which means its first day. Without a date a rate holds where no dated one does.
A rate serves both ways. Other columns are passed over.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final, NamedTuple

from migfacts.kept.patterns import precompiled
from migfacts.languages import naming

COLUMNS: Final = ("date", "from", "to", "rate")
_RATE: Final = precompiled(r"\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_DATE: Final = precompiled(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
#: Sorts before every date.
_ALWAYS: Final = ""


class RatesError(ValueError):
    """A file of rates that cannot be used. `str` is one line: file, line, column and mend."""


class Rate(NamedTuple):
    """What one unit of a currency is in another, the first day of it, and the line it stands on."""

    day: str
    factor: Fraction
    line: int = 0


class Rates:
    """The rates of a file, by the currencies that they lead from and to."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._given: dict[tuple[str, str], dict[str, Rate]] = {}
        self._sorted: dict[tuple[str, str], list[Rate]] = {}

    def add(self, unit: str, to: str, rate: Rate) -> int | None:
        """Add a rate. The line of another one that says something else, if there is one."""
        known = self._given.setdefault((unit, to), {}).setdefault(rate.day, rate)
        self._sorted.clear()
        return None if known.factor == rate.factor else known.line

    def has(self, unit: str, to: str) -> bool:
        """Say whether there is a rate at all, of whatever time."""
        return bool(self._of(unit, to))

    def factor(self, unit: str, to: str, last: str | None) -> Fraction | None:
        """The rate in force on the day `last`, None for the latest; None if there is none yet."""
        rates = self._of(unit, to)
        at = len(rates) if last is None else bisect_right(rates, last, key=lambda rate: rate.day)
        return rates[at - 1].factor if at else None

    def _of(self, unit: str, to: str) -> list[Rate]:
        """The rates between two currencies by date; one given the other way round serves too."""
        known = self._sorted.get((unit, to))
        if known is None:
            back = self._given.get((to, unit), {})
            found = {day: Rate(day, 1 / rate.factor) for day, rate in back.items()}
            found.update(self._given.get((unit, to), {}))
            known = self._sorted[unit, to] = sorted(found.values())
        return known


def read(path: str | Path) -> Rates:
    """The rates in a file. RatesError if there is no such file, or it is broken."""
    name = str(path)
    if not name:
        raise RatesError("the path of the rates is empty; name a file")
    try:
        content = Path(path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise RatesError(f"{name}: no such file; check --rates") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise RatesError(f"{name}: cannot be read ({why}); mend the file") from None
    return parse(content, name)


def parse(content: str, name: str = "rates.csv") -> Rates:
    """The rates in a text. RatesError if it is broken; it names line and column."""
    rates = Rates(name)
    for line, row in _rows(content, name):
        unit, to = (_currency(row[column], column, f"{name}:{line}") for column in ("from", "to"))
        if unit == to:
            raise RatesError(f"{name}:{line}: column to: {to} again; name the other currency")
        rate = Rate(_day(row["date"], f"{name}:{line}"), _rate(row["rate"], f"{name}:{line}"), line)
        first = rates.add(unit, to, rate)
        if first is not None:
            raise RatesError(
                f"{name}:{line}: column rate: differs from line {first} for the same day; keep one"
            )
    return rates


def _rows(content: str, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows below the header, each with its line in the file."""
    reader = csv.reader(content.splitlines(), strict=True)
    columns: dict[str, int] = {}
    try:
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            if not columns:
                columns = _columns(cells, f"{name}:{reader.line_num}")
                continue
            if len(cells) <= max(columns.values()):
                missing = next(each for each in COLUMNS if columns[each] >= len(cells))
                raise RatesError(f"{name}:{reader.line_num}: column {missing}: is missing; add it")
            yield reader.line_num, {each: cells[at].strip() for each, at in columns.items()}
    except csv.Error as error:
        raise RatesError(f"{name}:{reader.line_num}: is no CSV ({error}); mend the line") from None
    if not columns:
        raise RatesError(f"{name}:1: is empty; the first line is {','.join(COLUMNS)}")


def _columns(cells: list[str], where: str) -> dict[str, int]:
    names = [cell.strip().lower() for cell in cells]
    for each in COLUMNS:
        if each not in names:
            raise RatesError(f"{where}: no column {each}; the first line is {','.join(COLUMNS)}")
    return {each: names.index(each) for each in COLUMNS}


def _currency(cell: str, column: str, where: str) -> str:
    code = cell.upper()
    if code not in naming.codes():
        mend = "write its ISO 4217 code, such as EUR"
        raise RatesError(f"{where}: column {column}: unknown currency {cell!r}; {mend}")
    return code


def _day(cell: str, where: str) -> str:
    """The first day of a date, as ISO text."""
    if not cell:
        return _ALWAYS
    day = cell + "-01-01"[len(cell) - 4 :]
    try:
        if _DATE.fullmatch(cell):
            return date.fromisoformat(day).isoformat()
    except ValueError:
        pass
    raise RatesError(f"{where}: column date: {cell!r} is no date; write it as 2024-11-25 or 2024")


def _rate(cell: str, where: str) -> Fraction:
    if _RATE.fullmatch(cell) is None or not float(cell):
        raise RatesError(f"{where}: column rate: {cell!r} is no rate; write it as 0.925 or 1300")
    return Fraction(cell)
