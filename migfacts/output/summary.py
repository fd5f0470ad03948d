"""Findings as a summary in Markdown, for the page of a pull request or a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migfacts.output.markdown import escaped
from migfacts.output.values import many

if TYPE_CHECKING:
    from migfacts.finding import Finding
    from migfacts.output.findings import Report


def write(report: Report) -> str:
    """A table of the findings, and how many they are."""
    count = many(len(report.findings), "finding") if report.findings else "No finding"
    head = f"{count} in {many(report.documents, 'document')}\n"
    if not report.findings:
        return head
    lines = ["", "| where | code | what disagrees | should be |", "| --- | --- | --- | --- |"]
    lines += map(_line, report.findings)
    return head + "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    where = f"{finding.path or 'stdin'}:{finding.line}"
    cells = (where, finding.code, finding.message, finding.expected or "")
    return f"| {' | '.join(map(escaped, cells))} |"
