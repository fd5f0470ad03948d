"""The finding: numbers that disagree, where they stand and why they cannot both hold."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, get_args

import msgspec

from migfacts.fact import FromOne, FromZero, key

Severity = Literal["error", "warning"]
SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)

_EXAMPLE: Final = {
    "path": "reports/june.md",
    "line": 12,
    "column": 15,
    "end_line": 12,
    "end_column": 17,
    "text": "50",
    "message": "part",
}
_SUMMARY: Final = {
    "documents": 1,
    "findings": 0,
    "errors": 0,
    "warnings": 0,
    "in_baseline": 0,
    "codes": {},
}
_Path = Annotated[str | None, key("The document; null for stdin.", "reports/june.md")]
_Line = Annotated[FromOne, key("Line where it starts, from 1.", 12)]
_Column = Annotated[FromOne, key("Column where it starts, in code points, from 1.", 5)]
_EndLine = Annotated[FromOne, key("Line where it ends.", 12)]
_EndColumn = Annotated[FromOne, key("Column where it ends, exclusive.", 13)]
_Text = Annotated[str, key("The number as written.", "75 tents")]


class Place(msgspec.Struct, kw_only=True, frozen=True):
    """A stretch of a source, 1-based, its end exclusive in columns."""

    path: _Path = None
    line: _Line = 1
    column: _Column = 1
    end_line: _EndLine = 1
    end_column: _EndColumn = 1
    text: _Text = ""
    message: Annotated[str, key("What this number is to the finding.", "part")] = ""


class Finding(msgspec.Struct, kw_only=True, frozen=True):
    """What a check found. Fields are in the order in which they are written."""

    code: Annotated[str, key("The check that found it.", "sum-mismatch", "conflict")]
    severity: Annotated[Severity, key("An error makes `check` exit with 1.", "error")]
    message: Annotated[
        str,
        key("What disagrees and why.", "75 tents, but the parts add up to 80 (50 + 30)"),
    ]
    path: _Path = None
    line: _Line = 1
    column: _Column = 1
    end_line: _EndLine = 1
    end_column: _EndColumn = 1
    text: _Text = ""
    related: Annotated[list[Place], key("The other numbers, where they stand.", [_EXAMPLE])] = []
    expected: Annotated[str | None, key("What would agree, if that is known.", "80")] = None
    fingerprint: Annotated[
        str, key("Stays the same while the numbers do, wherever they move.", "ab4a29bc0d1e")
    ] = ""

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


class Summary(msgspec.Struct, kw_only=True, frozen=True):
    """How many findings there are, and in how many documents."""

    documents: Annotated[FromZero, key("Documents that were read.", 3)]
    findings: Annotated[FromZero, key("Findings that are told.", 2)]
    errors: Annotated[FromZero, key("How many of them are errors.", 1)]
    warnings: Annotated[FromZero, key("How many of them are warnings.", 1)]
    in_baseline: Annotated[FromZero, key("Findings left out, since a baseline holds them.", 0)]
    codes: Annotated[dict[str, FromZero], key("Findings by code.", {"sum-mismatch": 2})]


class Findings(msgspec.Struct, kw_only=True, frozen=True):
    """What `migfacts check --format json` prints."""

    findings: Annotated[list[Finding], key("In order of path, line and column.", [])]
    summary: Annotated[Summary, key("How many they are.", _SUMMARY)]
