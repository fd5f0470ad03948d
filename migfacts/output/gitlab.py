"""Findings as a Code Quality report of GitLab."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from migfacts.finding import Finding
    from migfacts.output.findings import Report

_SEVERITIES: Final = {"error": "major", "warning": "minor"}


def write(report: Report) -> str:
    """One array, one issue a finding."""
    issues = [_issue(each) for each in report.findings]
    return json.dumps(issues, indent=1, ensure_ascii=False) + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    return {
        "description": finding.message,
        "check_name": finding.code,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.path or "stdin",
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }
