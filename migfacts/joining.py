"""Joining and splitting of quantities: `from USD 20 to USD 30` is one range, `fell from 40 to 30` two facts."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.context import change
from migfacts.numerals.numeral import plain
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_JOINED: Final = frozenset(("money", "percent", "measure", "duration", "age", "number"))


def split(sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    """The two ends of a range that a verb of change makes two facts; else the quantity itself."""
    numeral = quantity.numeral
    if numeral.form != "range" or quantity.kind == "date":
        return [quantity]
    opening = sentence.words[numeral.first]
    if "from" not in opening.roles or not change.governs(sentence, numeral.first):
        return [quantity]
    a, b = numeral.items
    low = Quantity(
        quantity.kind, a, max(a.first, 0), a.last, quantity.low, None, None, a.precision,
        unit=quantity.unit, unit_text=quantity.unit_text, per=quantity.per,
    )
    high = Quantity(
        quantity.kind, b, b.first, quantity.last, quantity.high, None, None, b.precision,
        unit=quantity.unit, unit_text=quantity.unit_text, per=quantity.per,
    )
    return [low, high]


def join(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """The quantities with like neighbours joined into ranges."""
    out: list[Quantity] = []
    for quantity in found:
        if out and _range(sentence, out[-1], quantity):
            out[-1] = _joined(out[-1], quantity, _opening(sentence, out[-1].first))
        else:
            out.append(quantity)
    return out


def _range(sentence: Sentence, a: Quantity, b: Quantity) -> bool:
    """Are two quantities the ends of one range?"""
    if a.kind != b.kind or a.kind not in _JOINED or b.first - a.last != 1:
        return False
    if a.unit != b.unit or a.value is None or b.value is None:
        return False
    if a.bound not in ("exact", "approx") or b.bound != "exact":
        return False
    opening = _opening(sentence, a.first)
    link = sentence.words[a.last]
    if link.tag == "t":
        return not change.governs(sentence, a.first) and (opening or a.value < b.value) != ""
    if link.tag == "-":
        return a.value < b.value
    return "and" in link.roles and opening == "between"


def _scaled(a: Quantity, b: Quantity) -> tuple[Decimal | None, Decimal]:
    """The low end with the scale that the high end supplies: `from $10 to $15 billion`."""
    scale = b.numeral.scale or (b.numeral.symbol[0] if b.numeral.symbol else None)
    if scale is None or a.numeral.scale or a.numeral.symbol or a.value is None or b.value is None:
        return a.value, a.precision
    if a.value < b.value / scale:
        return plain(a.value * scale), a.precision * scale
    return a.value, a.precision


def _opening(sentence: Sentence, first: int) -> str:
    roles = sentence.words[first - 1].roles if first else frozenset()
    return "from" if "from" in roles else "between" if "between" in roles else ""


def _joined(a: Quantity, b: Quantity, opening: str) -> Quantity:
    first = a.first - 1 if opening else a.first
    low, precision = _scaled(a, b)
    return Quantity(
        a.kind, a.numeral, first, b.last, None, low, b.value, min(precision, b.precision),
        bound=a.bound, unit=a.unit, unit_text=a.unit_text, per=b.per or a.per,
    )
