"""Findings as JSON: one object with all of them and a summary, or one a line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from migfacts.finding import Findings, Summary

if TYPE_CHECKING:
    from migfacts.output.findings import Report


def write(report: Report) -> str:
    """`{"findings": [...], "summary": {...}}`."""
    whole = Findings(findings=list(report.findings), summary=summary(report))
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def write_lines(report: Report) -> str:
    """One finding a line."""
    return "".join(msgspec.json.encode(each).decode() + "\n" for each in report.findings)


def summary(report: Report) -> Summary:
    """How many there are."""
    return Summary(
        documents=report.documents,
        findings=len(report.findings),
        errors=report.errors,
        warnings=len(report.findings) - report.errors,
        in_baseline=report.known,
        codes=dict(sorted(Counter(each.code for each in report.findings).items())),
    )
