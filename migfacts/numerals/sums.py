"""The sum that number words make as they are read, one after the other."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.numerals.numeral import ONE, Form, plain, written_precision

HUNDRED: Final = Decimal(100)
ZERO: Final = Decimal(0)


class Reading:
    """The state while number words are read: `total` of closed scales, the open `group`."""

    __slots__ = ("at", "ceiling", "coefficient", "form", "group", "room", "scale", "total", "whole")

    def __init__(self, at: int, group: Decimal | None, form: Form) -> None:
        self.at = at
        self.total = ZERO
        self.group = group
        self.room = ZERO
        self.ceiling: Decimal | None = None
        self.scale: Decimal | None = None
        self.coefficient = ONE
        #: What stood before the last `and`.
        self.whole = ZERO
        self.form: Form = form

    def add(self, value: Decimal) -> bool:
        """A cardinal: does it fit behind what was read?"""
        if self.group is None:
            if self.ceiling is not None and value >= self.ceiling:
                return False
            self.group = value
        elif ZERO < value < self.room:
            self.group += value
        else:
            return False
        self.room = Decimal(10) if value >= 20 and value < 100 else ZERO
        self.scale = None
        return True

    def multiply(self, scale: Decimal) -> bool:
        """A scale word: does it fit?"""
        if scale == HUNDRED and self.scale is None:
            if self.group is None:
                return False
            self.group *= scale
            self.room = HUNDRED
            return True
        if self.group is not None:
            if self.ceiling is not None and scale >= self.ceiling:
                return False
            self.coefficient = self.group
            self.total += self.group * scale
        elif self.total and self.total < scale:
            self.coefficient = self.total
            self.total *= scale
        else:
            return False
        self.group = None
        self.scale = self.ceiling = self.room = scale
        return True

    @property
    def value(self) -> Decimal:
        """What was read so far."""
        return self.total + (self.group if self.group is not None else ZERO)

    @property
    def precision(self) -> Decimal:
        """The last place that was said: a thousand in `twenty thousand`."""
        if self.scale is not None and self.group is None:
            return written_precision(plain(self.coefficient), self.scale)
        return written_precision(plain(self.value))
