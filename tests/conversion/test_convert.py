"""Conversion of facts."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import Fact, extract
from migfacts.conversion import Conversion, target
from migfacts.conversion.rates import parse

RATES = parse("date,from,to,rate\n2023,USD,EUR,0.9\n2024,USD,EUR,0.8\n2024,EUR,GBP,0.8\n")
#: Units, and whether the factor from the first to the second has an end, and that back.
PAIRS = [
    ("mile", "kilometer", True, False),
    ("degree_Celsius", "degree_Fahrenheit", True, False),
    ("degree_Celsius", "kelvin", True, True),
    ("kilogram", "metric_ton", True, True),
    ("liter", "meter ** 3", True, True),
    ("year", "month", True, False),
    ("hour", "minute", True, False),
    ("kilometer / hour", "meter / second", False, True),
    ("pound", "kilogram", True, False),
    ("degree", "arcminute", True, False),
]
VALUES = st.decimals(
    min_value=-(10**9), max_value=10**9, places=3, allow_nan=False, allow_infinity=False
)


def _conversion(*wordings: str, money: bool = False) -> Conversion:
    return Conversion([target(each, "en") for each in wordings], RATES if money else None)


def _fact(unit: str, value: Decimal | int | str | None, **values: Any) -> Fact:
    number = None if value is None else Decimal(value)
    given: dict[str, Any] = {"kind": "measure", "text": "", "start": 0, "end": 0, **values}
    return Fact(unit=unit, value=number, **given)


@pytest.mark.parametrize(
    ("text", "to", "value", "unit", "precision"),
    [
        ("26.2 miles", "km", "42.1648128", "kilometer", "0.1609344"),
        ("10 km", "mile", "6.21371192237", "mile", "0.621371192237"),
        ("100 cm", "m", "1", "meter", "0.01"),
        ("35°C", "fahrenheit", "95", "degree_Fahrenheit", "1.8"),
        ("-40°C", "°F", "-40", "degree_Fahrenheit", "1.8"),
        ("100°F", "celsius", "37.7777777778", "degree_Celsius", "0.555555555556"),
        ("0.1 m", "cm", "10", "centimeter", "10"),
        ("8,500 kg", "tonnes", "8.5", "metric_ton", "0.1"),
        ("three hours", "minutes", "180", "minute", "60"),
        ("2.5 m³", "litres", "2500", "liter", "100"),
        ("90 km/h", "m/s", "25", "meter / second", "0.277777777778"),
        ("12 weeks", "day", "84", "day", "7"),
    ],
)
def test_measures(text: str, to: str, value: str, unit: str, precision: str) -> None:
    fact = extract(f"It was {text}.")[0]
    found = _conversion(to).of(fact)
    assert (found.value, found.unit, found.precision) == (
        Decimal(value), unit, Decimal(precision),
    )  # fmt: skip
    assert not re.search("[eE]", str(found.value))
    assert (found.text, found.start, found.end) == (fact.text, fact.start, fact.end)
    assert (found.unit_text, found.sentence) == (fact.unit_text, fact.sentence)


def test_every_number_of_a_fact_is_converted() -> None:
    found = _conversion("fahrenheit").of(extract("It had 20 ± 5 °C.")[0])
    assert (found.value, found.low, found.high) == tuple(map(Decimal, (68, 59, 77)))
    found = _conversion("km").of(extract("More than 10 miles.")[0])
    assert (found.value, found.low, found.high, found.bound) == (
        Decimal("16.09344"), Decimal("16.09344"), None, "more_than",
    )  # fmt: skip


def test_difference_of_temperatures_is_not_shifted() -> None:
    rise, reached = extract("Temperatures rose by 2°C. They reached 2 °C.")[:2]
    assert _conversion("fahrenheit").of(rise).value == Decimal("3.6")
    assert _conversion("fahrenheit").of(reached).value == Decimal("35.6")


def test_what_is_neither_surely_is_kept() -> None:
    fact = extract("Temperatures rose more than 2°C.")[0]
    conversion = _conversion("fahrenheit")
    assert conversion.of(fact) is fact
    assert conversion.kept(fact) == "a temperature, or a difference of temperatures"


def test_denominator_stays() -> None:
    found = _conversion("gallon").of(extract("15 litres per person per day.")[0])
    assert (found.unit, found.per) == ("gallon", "person / day")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("USD 100 in 2023.", "90"),
        ("In March 2024, USD 100 was paid.", "80"),
        ("USD 100 was paid.", "80"),
        ("USD 1.3 million in 2023 was lost.", "1170000"),
        ("GBP 100 was paid.", "125"),
    ],
)
def test_money_goes_by_the_rate_of_its_time(text: str, value: str) -> None:
    fact = next(fact for fact in extract(text) if fact.kind == "money")
    found = _conversion("EUR", money=True).of(fact)
    assert (found.value, found.unit) == (Decimal(value), "EUR")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("USD 100 in 2022.", "no rate for USD as early as 2022"),
        ("UGX 100 was paid.", "no rate for UGX"),
        ("It cost 50 cents.", "no rate for cent"),
        ("It cost 50 shillings.", "no currency is known"),
    ],
)
def test_money_without_a_rate_is_kept(text: str, reason: str) -> None:
    conversion = _conversion("EUR", money=True)
    fact = next(fact for fact in extract(text) if fact.kind == "money")
    assert conversion.of(fact) is fact
    assert conversion.kept(fact) == reason


@pytest.mark.parametrize(
    "text", ["12 nurses.", "20 per cent.", "2023.", "EUR 5.", "5 kg.", "3 km.", "at 12 degrees."]
)
def test_what_measures_something_else_is_kept_in_silence(text: str) -> None:
    conversion = _conversion("km", "EUR", "kilobyte", money=True)
    for fact in extract(text):
        assert conversion.of(fact) is fact
        assert conversion.kept(fact) is None


@pytest.mark.parametrize("unit", ["decibel", "percent", "degree"])
def test_no_straight_line_leads_there(unit: str) -> None:
    fact = _fact(unit, 3)
    assert _conversion("decibelmilliwatt", "kilobyte").of(fact) is fact


@pytest.mark.parametrize(
    ("wordings", "message"),
    [
        (["km", "miles"], "kilometer and mile measure the same; name one of them"),
        (["celsius", "K"], "degree_Celsius and kelvin measure the same; name one of them"),
        (["EUR", "USD"], "EUR and USD are both currencies; name one of them"),
        (["km", "EUR"], "EUR needs rates of exchange; add --rates FILE"),
    ],
)
def test_targets_that_do_not_go_together(wordings: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        _conversion(*wordings)


def test_target_twice_is_one_target() -> None:
    assert _conversion("km", "kilometres").of(_fact("meter", 500)).value == Decimal("0.5")


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        ("celcius", "unknown unit 'celcius'; did you mean 'celsius'?"),
        ("kilometr", "unknown unit 'kilometr'; did you mean 'kilometre'?"),
        ("blorp", "unknown unit 'blorp'; write it as km, celsius or EUR"),
        ("", "unknown unit ''; write it as km, celsius or EUR"),
        ("%", "unknown unit '%'; write it as km, celsius or EUR"),
        ("feddan", "no factor leads to 'feddan'; choose another unit"),
        ("__import__('os')", "write it as km, celsius or EUR"),
    ],
)
def test_unknown_targets(wording: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        target(wording, "en")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} {pair[1]}")
@given(value=VALUES)
def test_there_and_back_is_the_same(pair: tuple[str, str, bool, bool], value: Decimal) -> None:
    unit, to, ends, ends_back = pair
    there = _conversion(to).of(_fact(unit, value))
    back = _conversion(unit).of(_fact(to, there.value)).value
    assert back is not None
    assert there.value is not None
    if ends and (ends_back or len(value.as_tuple().digits) <= 12):
        assert back == value
    # The shift of a temperature is up to 500 degrees, of which digits are lost.
    assert abs(back - value) <= (abs(value) + 500) * Decimal("1e-11")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} {pair[1]}")
@given(one=VALUES, other=VALUES)
def test_order_is_kept(pair: tuple[str, str, bool, bool], one: Decimal, other: Decimal) -> None:
    conversion = _conversion(pair[1])
    low, high = sorted((one, other))
    found = conversion.of(_fact(pair[0], None, low=low, high=high))
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.high
    assert pair[2] is False or (low < high) == (found.low < found.high)


@given(value=VALUES)
def test_sign_is_kept_without_shift(value: Decimal) -> None:
    found = _conversion("mile").of(_fact("kilometer", value)).value
    assert found is not None
    assert (found > 0) == (value > 0)
    assert len(found.as_tuple().digits) <= 12 or found == found.to_integral_value()
    assert found == -(_conversion("mile").of(_fact("kilometer", -value)).value or 0)
