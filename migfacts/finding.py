"""The finding: numbers that disagree, where they stand and why they cannot both hold."""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

import msgspec

Severity = Literal["error", "warning"]
SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)


class Place(msgspec.Struct, kw_only=True, frozen=True):
    """A stretch of a source, 1-based, its end exclusive in columns."""

    path: str | None = None
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    text: str = ""
    message: str = ""


class Finding(msgspec.Struct, kw_only=True, frozen=True):
    """What a check found. Fields are in the order in which they are written."""

    code: str
    severity: Severity
    message: str
    path: str | None = None
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    text: str = ""
    related: list[Place] = []
    expected: str | None = None
    fingerprint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain Python values, keys in the record's order."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found

    def to_json(self) -> bytes:
        """The finding as one line of JSON."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> Finding:
        """The finding in a JSON object. ValueError if it is none."""
        try:
            return msgspec.json.decode(line, type=cls)
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the record."""
        return msgspec.json.schema(cls)
