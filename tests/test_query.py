"""Filters and order."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import Fact
from migfacts.query import (
    SortKey,
    arrange,
    at_least,
    at_most,
    bounds,
    entities,
    interval,
    kinds,
    periods,
    places,
    select,
    units,
)


def _fact(**values: Any) -> Fact:
    return Fact(**{"kind": "count", "text": "", "start": 0, "end": 0, **values})


def test_kinds_and_bounds() -> None:
    assert kinds(["money", "count"])(_fact())
    assert not kinds(["money"])(_fact())
    assert bounds(["approx"])(_fact(bound="approx"))
    assert not bounds(["approx"])(_fact())


@pytest.mark.parametrize(
    ("given", "unit", "unit_text", "passes"),
    [
        ("km", "kilometer", "kilometres", True),
        ("kilometres", "kilometer", "km", True),
        ("KILOMETER", "kilometer", "km", True),
        ("US$", "USD", "dollars", True),
        ("usd", "USD", "US$", True),
        ("%", "percent", "per cent", True),
        ("furlongs-per-fortnight", "furlongs-per-fortnight", None, True),
        ("km", "kilometer / hour", "km/h", False),
        ("m", "kilometer", "km", False),
        ("km", None, None, False),
    ],
)
def test_units(given: str, unit: str | None, unit_text: str | None, passes: bool) -> None:
    assert units([given], "en")(_fact(unit=unit, unit_text=unit_text)) is passes


@pytest.mark.parametrize(
    ("given", "passes"),
    [
        ("labour migrants", True),
        ("labour migrant", True),
        ("Migrants", True),
        ("labour", True),
        ("migra", False),
        ("migrants labour", False),
        ("nurses", False),
    ],
)
def test_entities(given: str, passes: bool) -> None:
    fact = _fact(entity="Labour migrants", entity_lemma="Labour migrant")
    assert entities([given])(fact) is passes
    assert entities(["nurse", given])(fact) is passes
    assert not entities([given])(_fact())


def test_entities_are_compared_composed() -> None:
    assert entities(["re\u0301fugie\u0301s"])(_fact(entity="r\u00e9fugi\u00e9s"))


def test_places() -> None:
    assert places(["cox's bazar"])(_fact(place="Cox's Bazar, Bangladesh"))
    assert not places(["Bangla"])(_fact(place="Bangladesh"))
    assert not places(["Bangladesh"])(_fact())


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-31"),
        ("2023-02-03", "2023-02-03", "2023-02-03"),
        ("2014/2023-06", "2014-01-01", "2023-06-31"),
        ("1951/..", "1951-01-01", "~"),
        ("../2030", "", "2030-12-31"),
    ],
)
def test_interval(iso: str, first: str, last: str) -> None:
    assert interval(iso) == (first, last)


@pytest.mark.parametrize(
    ("wanted", "period", "passes"),
    [
        ("2023", "2023-11-25", True),
        ("2023", "2014/2023", True),
        ("2023", "2014/2022", False),
        ("2023", "1951/..", True),
        ("1950", "1951/..", False),
        ("2023-04", "2023", True),
        ("2023-04", "2023-05", False),
        ("2023-04-30/2023-05-02", "2023-05-01/2023-05-09", True),
        ("../2000", "1999-12-31", True),
        ("2000/..", "1999-12-31", False),
    ],
)
def test_periods(wanted: str, period: str, passes: bool) -> None:
    assert periods([interval(wanted)])(_fact(period=period)) is passes
    assert not periods([interval(wanted)])(_fact())


def test_least_and_most() -> None:
    number, span = _fact(value=Decimal(12)), _fact(low=Decimal(10), high=Decimal(15))
    assert at_least(Decimal(12))(number)
    assert not at_least(Decimal("12.1"))(number)
    assert at_least(Decimal(15))(span)
    assert not at_least(Decimal(16))(span)
    assert at_most(Decimal(10))(span)
    assert not at_most(Decimal(9))(span)
    assert not at_least(Decimal(0))(_fact())
    assert not at_most(Decimal("1e30"))(_fact())


def test_a_bound_does_not_widen_the_value() -> None:
    more = _fact(value=Decimal(8500), low=Decimal(8500), bound="more_than")
    assert not at_least(Decimal(8501))(more)


def test_select_wants_every_test() -> None:
    facts = [_fact(value=Decimal(12)), _fact(value=Decimal(30)), _fact(kind="money")]
    tests = [kinds(["count"]), at_least(Decimal(20))]
    assert list(select(facts, tests)) == facts[1:2]
    assert list(select(facts, [])) == facts


def test_arrange_by_the_first_key_then_the_next() -> None:
    rows = [("money", 2), ("count", 1), ("money", 3), ("count", None)]
    facts = [
        _fact(kind=kind, value=None if number is None else Decimal(number)) for kind, number in rows
    ]
    arranged = arrange(facts, [SortKey("kind"), SortKey("value", falling=True)])
    assert [(fact.kind, fact.value) for fact in arranged] == [
        ("count", 1),
        ("count", None),
        ("money", 3),
        ("money", 2),
    ]


_VALUES = st.none() | st.decimals(-100, 100, places=1)


@given(st.lists(_VALUES), st.booleans())
def test_arrange_keeps_all_and_the_order_of_equals(
    values: list[Decimal | None], falling: bool
) -> None:
    facts = [_fact(value=value, start=at) for at, value in enumerate(values)]
    arranged = arrange(facts, [SortKey("value", falling)])
    assert sorted(fact.start for fact in arranged) == list(range(len(values)))
    known = [fact for fact in arranged if fact.value is not None]
    assert arranged[: len(known)] == known
    for before, after in pairwise(known):
        assert before.value is not None
        assert after.value is not None
        order = before.value - after.value if falling else after.value - before.value
        assert order > 0 or (order == 0 and before.start < after.start)


@pytest.mark.parametrize("field", Fact.__struct_fields__)
def test_every_field_sorts(field: str) -> None:
    facts = [_fact(), _fact(value=Decimal(1), concepts=["b"], scope=["planned"], period="2023")]
    assert len(arrange(facts, [SortKey(field, falling=True)])) == 2
