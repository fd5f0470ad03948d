"""Quantities that are one range, `from USD 20 to USD 30`, or two facts, `fell from 40 to 30`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.beside import bounds, changes, denominators
from migfacts.handing import FARTHEST, opened, opener
from migfacts.kept.patterns import precompiled
from migfacts.numerals.numeral import Numeral, plain
from migfacts.quantity import Quantity
from migfacts.quantity import of as quantity_of
from migfacts.tokens import Sentence

HUNDRED: Final = Decimal(100)
_LOWER: Final = frozenset(("at_least", "more_than"))
_UPPER: Final = frozenset(("at_most", "less_than"))
#: The same factor for numbers alone, and the tags behind which a number is alone.
NEAREST: Final = 2
_ENDS: Final = frozenset(("", *"E.,;:)pcx"))
#: Tags of those who may get an amount.
_GIVEN: Final = frozenset("NK")
#: What a rank may count.
_RANKED: Final = precompiled("[jnkb]{0,2}[NKz]")
_JOINED: Final = frozenset(("money", "percent", "measure", "duration", "age", "number"))


def split(sentence: Sentence, quantity: Quantity) -> list[Quantity]:
    """The two ends of a range that a verb of change makes two facts; else the quantity itself."""
    numeral = quantity.numeral
    if numeral.form != "range" or quantity.kind == "date":
        return [quantity]
    a, b = numeral.items
    cents = _in_cents(sentence, quantity)
    if cents is not None:
        return [_end(quantity, a, quantity.first, a.last, quantity.low), cents]
    if _is_given_to(sentence, quantity):
        amount = _end(quantity, a, quantity.first, a.last, quantity.low)
        return [amount, quantity_of("number", b, b.first, b.last)]
    first = numeral.first
    if quantity.first < first and quantity.first:
        first = quantity.first - 1  # rose from USD 12 to 14
    led = "from" in sentence.words[first].roles and changes.governs(sentence, first)
    if not (led or _led_to(sentence, quantity)):
        return [quantity]
    start = quantity.first if quantity.first < numeral.first else a.first
    return [
        _end(quantity, a, start, a.last, quantity.low),
        _end(quantity, b, b.first, quantity.last, quantity.high),
    ]


def _in_cents(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """`cut from $1 to 24 cents a day`: the second end, in hundredths of the same currency."""
    last, high = quantity.last, quantity.high
    if quantity.kind != "money" or high is None:
        return None
    found = sentence.lang.currencies.names.match(sentence.words, last)
    if found is None or not found[0].minor:
        return None
    b = quantity.numeral.items[1]
    cents = _end(quantity, b, b.first, found[1], plain(high / HUNDRED))
    cents.precision, cents.unit_text = b.precision / HUNDRED, sentence.text(last, found[1])
    rate = denominators.read(sentence, found[1])
    if rate is not None:
        cents.per, cents.last = rate
    return cents


def _is_given_to(sentence: Sentence, quantity: Quantity) -> bool:
    """`paid $50 to 700 households`: an amount, and those who get it?"""
    tags, (a, b) = sentence.tags, quantity.numeral.items
    led = quantity.kind == "money" and quantity.first < a.first and tags[a.last : b.first] == "t"
    ends = quantity.last == quantity.numeral.last
    return led and ends and tags[quantity.last : quantity.last + 1] in _GIVEN


def _led_to(sentence: Sentence, quantity: Quantity) -> bool:
    """`went up by 1,200 to 8,900`: a change and the level that it led to, too far from it.

    Numbers without a noun need not be so far apart: `rose by 12 to 30 in May`.
    """
    first = quantity.numeral.first
    bare = quantity.kind == "number" and sentence.tags[quantity.last : quantity.last + 1] in _ENDS
    far = _is_far_behind_by(
        sentence, first, quantity.low, quantity.high, NEAREST if bare else FARTHEST
    )
    return far and changes.governs(sentence, first - 1)


def _is_far_behind_by(
    sentence: Sentence,
    first: int,
    low: Decimal | None,
    high: Decimal | None,
    farthest: int = FARTHEST,
) -> bool:
    """Is a second number behind `by` too far from the first to be the end of its range?"""
    if not first or "by" not in sentence.words[first - 1].roles or not low or high is None:
        return False
    return high > low * farthest


def _end(
    whole: Quantity, numeral: Numeral, first: int, last: int, value: Decimal | None
) -> Quantity:
    """One end of a range as a fact of its own, with the unit of the whole."""
    return Quantity(
        whole.kind,
        numeral,
        first,
        last,
        value,
        None,
        None,
        numeral.precision,
        unit=whole.unit,
        unit_text=whole.unit_text,
        per=whole.per,
    )


def join(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """The quantities with like neighbours joined into ranges, and their conversions bound alike."""
    out: list[Quantity] = []
    for quantity in found:
        if out and _is_rest(sentence, out[-1], quantity):
            out[-1] = _with_cents(out[-1], quantity)
        elif out and _range(sentence, out[-1], quantity):
            out[-1] = _joined(sentence, out[-1], quantity, opened(sentence, out[-1].first))
        else:
            if out and _converted(sentence, out[-1], quantity):
                bounds.apply(quantity, out[-1].bound)
            out.append(quantity)
    return out


def _converted(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`more than 100 km (62 miles)`: is the second the first in another unit, as bound as it is?"""
    tags, last = sentence.tags, other.last
    return (
        one.bound not in ("exact", "approx")
        and other.bound == "exact"
        and one.kind == other.kind in ("measure", "money")
        and one.unit != other.unit
        and tags[one.last : other.first] in ("(", "[", "/")
        and tags[last : last + 1] in (")", "]", "/")
    )


def ends_in(sentence: Sentence, a: Quantity, fraction: Numeral) -> bool:
    """`two hours and a half`: take up a fraction that stands behind the unit, if it is one."""
    words, last = sentence.words, fraction.last
    if fraction.form != "fraction" or a.kind not in ("measure", "duration") or a.value is None:
        return False
    if a.last != fraction.first - 1 or "and" not in words[a.last].roles:
        return False
    if last < len(words) and "of" in words[last].roles:
        return False  # three days, and a quarter of the crew
    whole = a.bound in ("exact", "approx") and a.low is None and a.high is None and a.per is None
    if not whole or a.value != a.value.to_integral_value() or not fraction.value:
        return False
    a.value, a.last = a.value + fraction.value, last
    places = a.value.as_tuple().exponent
    a.precision = max(fraction.precision, Decimal(1).scaleb(int(places)))
    return True


def _is_rest(sentence: Sentence, a: Quantity, b: Quantity) -> bool:
    """`12 dollars and 40 cents`: an amount in whole units, and the hundredths that it ends in."""
    if a.kind != "money" or b.kind != "money" or a.value is None or b.value is None:
        return False
    currencies = sentence.lang.currencies
    whole = a.value == a.value.to_integral_value() and a.unit not in currencies.minor
    between = sentence.tags[a.last : b.first]
    joined = not between or (between == "c" and "and" in sentence.words[a.last].roles)
    exact = a.bound in ("exact", "approx") and b.bound == "exact" and a.per is None
    named = a.numeral.last < a.last and a.numeral.scale is None
    return joined and exact and named and whole and b.unit in currencies.minor and b.value < HUNDRED


def _with_cents(a: Quantity, b: Quantity) -> Quantity:
    a.value = (a.value or Decimal(0)) + (b.value or Decimal(0)) / HUNDRED
    a.precision, a.last, a.per = b.precision / HUNDRED, b.last, b.per
    return a


def _range(sentence: Sentence, a: Quantity, b: Quantity) -> bool:
    """Are two quantities the ends of one range?"""
    if a.kind != b.kind or a.kind not in _JOINED:
        return a.kind == b.kind == "ordinal" and _ranks(sentence, a, b)
    if b.first - a.last != 1 and not (sentence.tags[a.last : b.first] == "cd" and _bounded(a, b)):
        return False
    if a.unit != b.unit or a.value is None or b.value is None:
        return False
    if _bounded(a, b):
        return "and" in sentence.words[a.last].roles
    if a.bound not in ("exact", "approx") or b.bound != "exact":
        return False
    opening = opened(sentence, a.first)
    link = sentence.words[a.last]
    if link.tag == "t":
        written = a.unit is not None and a.numeral.last < a.last
        rising = bool(opening) or written or a.value < b.value
        led = _is_far_behind_by(sentence, a.first, a.value, b.value)  # by 58 hp to 424 hp
        return rising and not led and not changes.governs(sentence, a.first)
    if link.tag == "-":
        return a.value < b.value or (a.unit is not None and a.value <= b.value * FARTHEST)
    return "and" in link.roles and opening == "between"


def _ranks(sentence: Sentence, a: Quantity, b: Quantity) -> bool:
    """`from the tenth to the fifteenth session`; of `the first and second` each is one.

    `the tenth to fifteenth sessions`, but `from third to second place`.
    """
    opening, low, high = opened(sentence, a.first), a.value, b.value
    link = sentence.tags[a.last : b.first].removesuffix("d")
    if low is None or high is None or low >= high or changes.governs(sentence, a.first):
        return False
    if opening == "between":
        return link == "c" and low + 1 < high
    several = bool(opening) or _RANKED.match(sentence.tags, b.last) is not None
    return link == "-" or (link == "t" and several)


def _scaled(a: Quantity, b: Quantity) -> tuple[Decimal | None, Decimal]:
    """The low end with the scale that the high end supplies: `from $10 to $15 billion`."""
    scale = b.numeral.scale or (b.numeral.symbol[0] if b.numeral.symbol else None)
    if scale is None or a.numeral.scale or a.numeral.symbol or a.value is None or b.value is None:
        return a.value, a.precision
    if a.value < b.value / scale:
        return plain(a.value * scale), a.precision * scale
    return a.value, a.precision


def _bounded(a: Quantity, b: Quantity) -> bool:
    """`above 1,000 and below 1,500`: are two bounds the ends of one range?

    `more than 40 and less than 10` are two facts: together they bound nothing. `At least 15 and at
    most 9` is a range with its ends in disorder.
    """
    lower, upper = (a, b) if b.bound in _UPPER else (b, a)
    if lower.bound not in _LOWER or upper.bound not in _UPPER or a.per is not None:
        return False
    if lower.value is None or upper.value is None:
        return False
    said = lower is a and (a.bound, b.bound) == ("at_least", "at_most")
    return said or lower.value < upper.value


def _joined(sentence: Sentence, a: Quantity, b: Quantity, opening: str) -> Quantity:
    first = opener(sentence, a.first) if opening else a.first
    low, precision = _scaled(a, b)
    high, bound = b.value, a.bound
    if _bounded(a, b):
        lower, upper = (a, b) if b.bound in _UPPER else (b, a)
        low, high, bound = lower.value, upper.value, "exact"
    return Quantity(
        a.kind,
        a.numeral,
        first,
        b.last,
        None,
        low,
        high,
        min(precision, b.precision),
        bound=bound,
        unit=a.unit,
        unit_text=a.unit_text,
        per=b.per or a.per,
    )
