"""Fact records that were written as JSON before: one a line, or an array of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from migfacts.fact import NUMBERS, Fact

#: The suffixes of files of records.
SUFFIXES: Final = (".jsonl", ".ndjson", ".json")
#: Beyond this power of ten nothing is counted, and arithmetic takes for ever.
_MOST_POWER: Final = 100
_BOM: Final = b"\xef\xbb\xbf"
_START: Final = re.compile(rb"\s*(?:\[\s*)?\{")
_ARRAY: Final = msgspec.json.Decoder(list[msgspec.Raw])


class RecordError(ValueError):
    """Data that holds no fact records. `str` is one line: the file, the place, the mend."""


def are_in(data: bytes) -> bool:
    """Say whether data without a name holds records: it begins with a JSON object."""
    data = data.removeprefix(_BOM)
    if _START.match(data) is None:
        return False
    try:
        if data.lstrip().startswith(b"["):
            _ARRAY.decode(data)
        else:
            msgspec.json.decode(data.lstrip().partition(b"\n")[0], type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


def parse(data: bytes, name: str) -> Iterator[Fact]:
    """The facts in the data of a file of that name. RecordError at the first that is none."""
    data = data.removeprefix(_BOM)
    if data.lstrip().startswith(b"["):
        try:
            records = _ARRAY.decode(data)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise RecordError(f"{name}: is no JSON: {error}; write it anew") from None
        for number, raw in enumerate(records, 1):
            yield _fact(bytes(raw), f"{name}: record {number}")
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield _fact(line, f"{name}:{number}")


def _fact(line: bytes, place: str) -> Fact:
    try:
        fact = Fact.from_json(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(
            f"{place}: is no fact record: {error}; write it by migfacts extract --format jsonl"
        ) from None
    for field in NUMBERS:
        number = getattr(fact, field)
        if number is not None and number and abs(number.adjusted()) > _MOST_POWER:
            raise RecordError(f"{place}: {field} is beyond all counting; correct it there")
    return fact
