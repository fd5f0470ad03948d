"""What users write as values of options, made into what the program works with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, TypeVar

from migfacts.cli.problem import CommandError
from migfacts.config import nearest
from migfacts.fact import FIELDS
from migfacts.query import Interval, SortKey, interval

if TYPE_CHECKING:
    from migfacts.output import Format

_T = TypeVar("_T")
#: Compiled when an option first needs them: most runs have none.
_DATE: Final = r"\d{4}(?:-\d\d){0,2}"
_NUMBER: Final = (
    r"([+-]?(?:\d[\d_]{0,40}|\d{1,3}(?:,\d{3}){1,12})?(?:\.\d{1,40})?)"
    r"(?:[eE]([+-]?\d{1,3}))? ?([a-zA-Z]*)"
)


def each(option: str, given: str | Iterable[str] | None, read: Callable[[str], _T]) -> list[_T]:
    """What an option was given, once or several times, as values.

    CommandError if one of them is wrong; it names the option.
    """
    try:
        return [read(value) for value in ([given] if isinstance(given, str) else given or ())]
    except ValueError as error:
        raise CommandError(f"{option}: {error}") from None


def name(what: str, known: Sequence[str]) -> Callable[[str], str]:
    """Reads the name of one of these; `at-least` is `at_least`."""

    def read(given: str) -> str:
        chosen = given.strip().lower().replace("-", "_")
        if chosen not in known:
            raise ValueError(f"unknown {what} {given!r}; {nearest(chosen, known)}")
        return chosen

    return read


def unit(given: str) -> str:
    """Reads the name or the sign of a unit."""
    if not given.strip():
        raise ValueError(f"{given!r} is no unit; write it as km, USD or %")
    return given


def words(given: str) -> str:
    """Reads a text with a word in it."""
    if re.search(r"\w", given) is None:
        raise ValueError(f"{given!r} holds no word; give one or more")
    return given


def field_names(given: str) -> tuple[str, ...]:
    """Reads `a,b,c`: fields in that order, each once."""
    names = dict.fromkeys(filter(None, map(str.strip, given.split(","))))
    if not names:
        raise ValueError(f"no field is named; known: {', '.join(FIELDS)}")
    return tuple(map(name("field", FIELDS), names))


def sort_key(given: str) -> SortKey:
    """Reads `FIELD` or `-FIELD`."""
    return SortKey(name("field", FIELDS)(given.removeprefix("-")), given.startswith("-"))


def number(lang: str) -> Callable[[str], Decimal]:
    """Reads `8500`, `8,500`, `1e6` and, with the scale letters of a language, `1.3M`."""

    def read(given: str) -> Decimal:
        match = re.fullmatch(_NUMBER, given.strip())
        try:
            if match is not None:
                digits, exponent, letters = match.groups()
                plain = Decimal(digits.replace(",", "").replace("_", ""))
                return plain.scaleb(int(exponent or 0)) * _scale(letters, lang)
        except (InvalidOperation, KeyError):
            pass
        raise ValueError(f"{given!r} is no number; write it as 8500, 8,500, 1e6 or 1.3M")

    return read


def _scale(letters: str, lang: str) -> Decimal:
    if not letters:
        return Decimal(1)
    from migfacts.languages import load

    return load(lang).scale_symbols[letters]


def period(given: str) -> Interval:
    """Reads `2023`, `2023-04`, `2023-04-30`, `2014/2023`, `2020/..` or `../2023`."""
    first, slash, last = given.strip().partition("/")
    sides = [first, last] if slash else [first]
    if any(map(_is_date, sides)) and all(side == ".." or _is_date(side) for side in sides):
        start, end = interval(given.strip())
        if start <= end:
            return start, end
        raise ValueError(f"{given!r} ends before it starts; write {last}/{first}")
    raise ValueError(f"{given!r} is no period; write it as 2023, 2023-04-30, 2014/2023 or 2020/..")


def _is_date(text: str) -> bool:
    if re.fullmatch(_DATE, text) is None:
        return False
    try:
        day(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def day(given: str) -> date:
    """Reads a date."""
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise ValueError(f"{given!r} is no date; write it as 2024-11-25") from None


def count(given: str) -> int:
    """Reads a whole number from 0 on."""
    if re.fullmatch(r"\d{1,18}", given.strip(), re.ASCII) is None:
        raise ValueError(f"{given!r} is no count; write 0 or more")
    return int(given)


def seconds(given: str) -> float:
    """Reads a length of time."""
    if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?|\.\d{1,6}", given.strip(), re.ASCII) is None:
        raise ValueError(f"{given!r} is no number of seconds; write it as 60 or 0.5")
    return float(given)


def output_format(given: str) -> Format:
    """Reads the name of a format."""
    from migfacts.output import FORMATS

    if given not in FORMATS:
        raise ValueError(f"unknown format {given!r}; {nearest(given, list(FORMATS))}")
    return FORMATS[given]
