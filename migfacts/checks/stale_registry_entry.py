"""An entry of facts.toml that has run out.

What: an entry whose `expires` lies before the date that `--as-of` gives.
Why: a figure that nobody renewed should not go on to judge documents.

Examples:
    with expires = 2024-12-31 and --as-of 2025-02-01
Not matched:
    with expires = 2024-12-31 and no --as-of
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.checks.evidence import Evidence
from migfacts.finding import Finding

CODE: Final = "stale-registry-entry"


def check(evidence: Evidence) -> Iterator[Finding]:
    """The entries that ran out."""
    registry, day = evidence.registry, evidence.as_of
    if registry is None or day is None:
        return
    for entry in registry.entries:
        if entry.expires is not None and entry.expires < day:
            header = "[[fact]]"
            yield Finding(
                code=CODE,
                severity="warning",
                message=f"{entry.id} expired on {entry.expires}; confirm or remove it",
                path=registry.path,
                line=entry.line,
                end_line=entry.line,
                end_column=len(header) + 1,
                text=header,
                fingerprint=f"{CODE}:{entry.id}:{entry.expires}",
            )
