"""Edges: the time that ends or begins at a date: `before 2019`, `after June 2021`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from migfacts import grammar

if TYPE_CHECKING:
    from migfacts.quantity import Quantity
    from migfacts.tokens import Sentence

MONTHS: Final = 12
#: How many parts a day has in ISO 8601.
DAY: Final = 3


def says(sentence: Sentence, quantity: Quantity) -> str:
    """The period of what holds at a date: the date, or the open time before or after it.

    `two years before 2019` is none of these.
    """
    period, at = quantity.period or "", quantity.first - 1
    if at < 0 or not sentence.words[at].roles & {"ahead", "behind"}:
        return period
    if not period.replace("-", "").isdigit() or (at and grammar.is_time(sentence, at - 1)):
        return period
    if "ahead" in sentence.words[at].roles:
        return f"../{_next_to(period, -1)}"
    return f"{_next_to(period, 1)}/.."


def _next_to(period: str, step: int) -> str:
    """The year, month or day right before (-1) or after (1) one."""
    parts = [int(part) for part in period.split("-")]
    if len(parts) == DAY:
        return (date(*parts) + timedelta(days=step)).isoformat()
    if len(parts) == 1:
        return f"{parts[0] + step:04d}"
    months = parts[0] * MONTHS + parts[1] - 1 + step
    return f"{months // MONTHS:04d}-{months % MONTHS + 1:02d}"
