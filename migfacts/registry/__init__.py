"""facts.toml: the figures that a project stands by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import msgspec

from migfacts.config import nearest
from migfacts.kept.patterns import precompiled


class RegistryError(ValueError):
    """A facts.toml that cannot be used. `str` is one line: file, line, key and mend."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One `[[fact]]`."""

    id: str
    entity: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    subjects: tuple[str, ...] = ()
    period: str | None = None
    place: str | None = None
    aliases: tuple[str, ...] = ()
    rounding: bool = True
    tolerance: str | None = None
    source: str | None = None
    as_of: date | None = None
    expires: date | None = None
    line: int = 1


class Registry(msgspec.Struct, frozen=True):
    """The entries of a file."""

    path: str
    entries: tuple[Entry, ...] = ()


_PLAIN: Final = ("tolerance", "source")
_TEXTS: Final = ("id", "entity", "unit", "per", "period", "place", *_PLAIN)
_NUMBERS: Final = ("value", "low", "high")
_DATES: Final = ("as_of", "expires")
_KEYS: Final = (*_TEXTS, *_NUMBERS, *_DATES, "subject", "aliases", "rounding")
_HEADER: Final = precompiled(r"^\s*\[\[\s*fact\s*\]\]", re.MULTILINE)
_POINT: Final = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?"
_PERIOD: Final = precompiled(rf"(?:{_POINT}|\.\.)(?:/(?:{_POINT}|\.\.))?")
_TOLERANCE: Final = precompiled(r"\d+(?:\.\d+)?\s?%?")


def read(path: str | Path) -> Registry:
    """The registry in a file. RegistryError if there is none, or it is broken."""
    name = str(path)
    try:
        content = Path(path).read_bytes().decode()
    except FileNotFoundError:
        raise RegistryError(f"{name}: no such file; check --facts") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise RegistryError(f"{name}: cannot be read ({why}); mend the file") from None
    return parse(content, name)


def parse(content: str, name: str = "facts.toml") -> Registry:
    """The registry in a text. RegistryError if it is broken."""
    import tomllib

    try:
        whole = tomllib.loads(content, parse_float=Decimal)
    except ValueError as error:
        raise RegistryError(f"{name}: is no TOML: {error}; mend it there") from None
    for key in whole:
        if key != "fact":
            at = _line_of(content, key, 1)
            raise RegistryError(f"{name}:{at}: unknown key {key!r}; entries stand under [[fact]]")
    tables = whole.get("fact", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise RegistryError(f"{name}:1: fact must be a list of tables; write [[fact]]")
    lines = [content.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(content)]
    entries: dict[str, Entry] = {}
    for number, table in enumerate(tables):
        line = lines[number] if number < len(lines) else 1
        entry = _Reader(name, content, line, table).entry()
        if entry.id in entries:
            first = entries[entry.id].line
            raise RegistryError(
                f"{name}:{line}: id {entry.id!r} is taken on line {first}; rename one"
            )
        entries[entry.id] = entry
    return Registry(name, tuple(entries.values()))


class _Reader:
    """Reads one table; knows where its keys stand."""

    def __init__(self, name: str, content: str, line: int, table: Mapping[str, Any]) -> None:
        self.name, self.content, self.line, self.table = name, content, line, table

    def entry(self) -> Entry:
        """The entry of the table."""
        values = dict(self._values())
        for key in ("id", "entity"):
            if not values.get(key):
                raise self.wrong(key, f"{key} is missing", f'write {key} = "…"')
        if all(values.get(key) is None for key in _NUMBERS):
            raise self.wrong("value", "value is missing", "write value, or low or high")
        low, high = values.get("low"), values.get("high")
        if low is not None and high is not None and low > high:
            raise self.wrong("low", "low is above high", "swap them")
        return Entry(**values, line=self.line)

    def _values(self) -> Iterator[tuple[str, Any]]:
        for key, value in self.table.items():
            if key not in _KEYS:
                raise self.wrong(key, f"unknown key {key!r}", nearest(key, _KEYS))
            if key in _NUMBERS:
                yield key, self._number(key, value)
            elif key in _DATES:
                yield key, self._date(key, value)
            elif key == "rounding":
                if not isinstance(value, bool):
                    raise self.wrong(key, f"rounding is {value!r}", "write true or false")
                yield key, value
            elif key in ("subject", "aliases"):
                yield ("subjects" if key == "subject" else key), self._texts(key, value)
            else:
                yield key, self._text(key, value)

    def _text(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"{key} is {value!r}, no text", f'write {key} = "…"')
        if key == "period" and not _is_period(value):
            raise self.wrong(key, f"{value!r} is no period", "write 2023, 2023-04 or 2014/2023")
        if key == "tolerance" and _TOLERANCE.fullmatch(value) is None:
            raise self.wrong(key, f"{value!r} is no tolerance", 'write "5%" or "100"')
        return value.strip()

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise self.wrong(key, f"{key} is {value!r}", "write a text or a list of texts")
        return tuple(each.strip() for each in listed if each.strip())

    def _number(self, key: str, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.wrong(key, f"{key} is {value!r}, no number", f"write {key} = 175")
        found = Decimal(value)
        if not found.is_finite() or found.adjusted() > 30:
            raise self.wrong(key, f"{key} is {value!r}", "write a number below 10^30")
        return found

    def _date(self, key: str, value: object) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self.wrong(key, f"{key} is {value!r}, no date", "write 2024-11-25") from None

    def wrong(self, key: str, why: str, mend: str) -> RegistryError:
        """The error for a key."""
        line = _line_of(self.content, key, self.line)
        named = "" if re.search(rf"\b{key}\b", why) else f"{key}: "
        return RegistryError(f"{self.name}:{line}: {named}{why}; {mend}")


def _is_period(value: str) -> bool:
    if _PERIOD.fullmatch(value) is None:
        return False
    for point in value.split("/"):
        if len(point) == 10:
            try:
                date.fromisoformat(point)
            except ValueError:
                return False
    start, slash, end = value.partition("/")
    return not slash or ".." in (start, end) or start <= end or start[: len(end)] <= end


def _line_of(content: str, key: str, start: int) -> int:
    """The line of a key, looked for from a line on."""
    lines = content.splitlines()
    pattern = re.compile(rf"""\s*(?:\[+\s*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    for at in range(start, len(lines)):
        if lines[at].lstrip().startswith("[["):
            break
        if pattern.match(lines[at]):
            return at + 1
    return next((at + 1 for at, line in enumerate(lines[:start]) if pattern.match(line)), start)


def tolerance(entry: Entry) -> Decimal | None:
    """How far a number may be off, absolute; None if the written precision decides."""
    if entry.tolerance is None:
        return None
    share = entry.tolerance.strip().endswith("%")
    try:
        amount = Decimal(entry.tolerance.strip(" %"))
    except InvalidOperation:
        return None
    base = abs(entry.value if entry.value is not None else entry.low or entry.high or Decimal(0))
    return base * amount / 100 if share else amount
