"""Checks: one file a code. No check reads text; facts and relations are all they see."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from migfacts.checks import (
    change_mismatch,
    conflict,
    conversion_mismatch,
    inverted_range,
    period_mismatch,
    product_mismatch,
    registry_mismatch,
    share_mismatch,
    shares_over_100,
    stale_registry_entry,
    sum_mismatch,
    unused_ignore,
)
from migfacts.checks.evidence import Evidence

#: Every check, in the order in which they are told of.
CHECKS: Final[tuple[ModuleType, ...]] = (
    conflict,
    registry_mismatch,
    sum_mismatch,
    share_mismatch,
    shares_over_100,
    change_mismatch,
    conversion_mismatch,
    product_mismatch,
    period_mismatch,
    inverted_range,
    stale_registry_entry,
    unused_ignore,
)

#: The codes by which findings are selected and ignored.
CODES: Final[tuple[str, ...]] = tuple(module.CODE for module in CHECKS)

__all__ = ["CHECKS", "CODES", "Evidence"]
