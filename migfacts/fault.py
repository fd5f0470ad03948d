"""The fault: what is wrong with one record of a file that should hold facts."""

from __future__ import annotations

import msgspec

from migfacts.finding import Severity


class Fault(msgspec.Struct, kw_only=True, frozen=True):
    """What is wrong with a field of a record; `field` is null where it is the whole record.

    `record` counts from 1, `path` is null for stdin. A warning does not make a record invalid:
    the record may well say what the document says.
    """

    record: int
    field: str | None
    severity: Severity = "error"
    message: str
    path: str | None = None
    line: int


class Complaint(msgspec.Struct, frozen=True, gc=False):
    """What is wrong with a field, before it is known of which record it is."""

    field: str | None
    message: str
    severity: Severity = "error"
