"""Fact records that were written before: JSON Lines, or one JSON array."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from migfacts.fact import NUMBERS, Fact

#: Files with these suffixes hold records.
SUFFIXES: Final = (".json", ".jsonl", ".ndjson")
_MARK: Final = b"\xef\xbb\xbf"
_BEGINS: Final = re.compile(rb'\s*(?:\[\s*\]\s*\Z|(?:\[\s*)?\{\s*")')
#: No number of a fact has more digits before or behind its mark.
_MOST_DIGITS: Final = 99
_MEND: Final = "write it with migfacts extract --format jsonl"


class RecordError(ValueError):
    """Records that cannot be used. `str` is one line: the file, the line or record, the mend."""


def are_in(data: bytes) -> bool:
    """Do these bytes begin as records do, and as no prose does?"""
    return _BEGINS.match(data.removeprefix(_MARK)) is not None


def parse(data: bytes, name: str) -> Iterator[Fact]:
    """The facts in a file of that name. RecordError at the first record that is none."""
    data = data.removeprefix(_MARK)
    if data.lstrip()[:1] == b"[":
        for number, raw in enumerate(_array(data, name), 1):
            yield _fact(raw, f"{name}: record {number}")
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield _fact(line, f"{name}:{number}")


def _array(data: bytes, name: str) -> Iterator[bytes]:
    try:
        yield from map(bytes, msgspec.json.decode(data, type=list[msgspec.Raw]))
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise RecordError(f"{name}: is no JSON ({error}); {_MEND}") from None


def _fact(data: bytes, where: str) -> Fact:
    try:
        fact = Fact.from_json(data)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{where}: is no fact ({error}); {_MEND}") from None
    for field in NUMBERS:
        number: Decimal | None = getattr(fact, field)
        if number is not None and not (
            number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS
            and len(number.as_tuple().digits) <= _MOST_DIGITS
        ):  # fmt: skip
            raise RecordError(f"{where}: {field} is no number of a fact; {_MEND}")
    return fact
