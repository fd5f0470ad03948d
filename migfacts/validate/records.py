"""Records: the JSON values in a stream, each with its line, none of them looked into yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Final, NamedTuple

import msgspec

from migfacts.kept.patterns import precompiled

_MARK: Final = b"\xef\xbb\xbf"
_BYTE: Final = precompiled(r" \(byte (\d+)\)$")
_WHOLE: Final = msgspec.json.Decoder(list[msgspec.Raw])


class Record(NamedTuple):
    """The JSON of a record, and the line where it starts; `problem` says why there is none."""

    line: int
    data: bytes = b""
    problem: str | None = None


def records(stream: IO[bytes]) -> Iterator[Record]:
    """The records of a stream: of an array where it starts with a bracket, else of its lines."""
    lines = enumerate(stream, 1)
    for number, line in lines:
        if number == 1:
            line = line.removeprefix(_MARK)
        if line.isspace() or not line:
            continue
        if line.lstrip()[:1] == b"[":
            yield from _array(line + stream.read(), number)
            return
        yield Record(number, line)
        yield from _lines(lines)
        return


def _lines(lines: Iterable[tuple[int, bytes]]) -> Iterator[Record]:
    for number, line in lines:
        if not line.isspace():
            yield Record(number, line)


def _array(data: bytes, line: int) -> Iterator[Record]:
    """The records of an array; one with a problem for an array that is broken anywhere."""
    try:
        found = _WHOLE.decode(data)
    except RecursionError:
        yield Record(line, problem="nested too deeply")
        return
    except msgspec.MsgspecError as error:
        yield Record(_line_of(str(error), data, line), problem=broken(error))
        return
    at = seen = 0
    for raw in found:
        value = bytes(raw)
        # What stands between two records is white space and a comma, so this looks at no more.
        at = data.index(value, at)
        line += data.count(b"\n", seen, at)
        seen = at
        at += len(value)
        yield Record(line, value)


def _line_of(message: str, data: bytes, line: int) -> int:
    """The line that a message of msgspec points to; the last where it points nowhere."""
    place = _BYTE.search(message)
    return line + data.rstrip().count(b"\n", 0, int(place[1]) if place else len(data))


def broken(error: Exception) -> str:
    """Why a text is no JSON."""
    # From 0.23 on msgspec says so itself.
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Invalid UTF-8"):
        return "no JSON: no UTF-8"
    said = _BYTE.sub(r", byte \1", str(error)).removeprefix("JSON is malformed: ")
    if said == "Input data was truncated":
        said = "it ends too early"
    return f"no JSON: {said}"
