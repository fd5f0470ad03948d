"""Numbers as intervals, at the precision in which they were written."""

from decimal import Decimal

import pytest

from migfacts import extract, from_text
from migfacts.check import gather
from migfacts.compare import Interval, agree, in_full, interval, is_slip
from migfacts.coreference.company import Company
from migfacts.coreference.pair import Pair
from migfacts.coreference.weighing import are_one, comparable
from migfacts.fact import Fact


def fact(text: str) -> Fact:
    return extract(text)[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8,517 people", "8516.5", "8517.5"),
        ("8,500 people", "8450", "8550"),
        ("more than 8,500 people", "8500", None),
        ("up to 40 beds", None, "40"),
        ("about 300 people", "270", "330"),
        ("some 281 million people", "266950000", "295050000"),
        ("USD 1.3 trillion", "1250000000000", "1350000000000"),
        ("from 10 to 15 camps", "9.5", "15.5"),
        ("half of the camps", "0.475", "0.525"),
        ("4 beds", "3.8", "4.2"),
    ],
)
def test_interval(text: str, low: str | None, high: str | None) -> None:
    expected = Interval(*(None if end is None else Decimal(end) for end in (low, high)))
    assert interval(fact(text)) == expected


@pytest.mark.parametrize("other", ["8,541 people", "8,500 people", "20,000 people"])
def test_more_than_agrees(other: str) -> None:
    one, two = interval(fact("more than 8,500 people")), interval(fact(other))
    assert one is not None
    assert two is not None
    assert agree(one, two)
    assert agree(two, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("more than 8,500 people", "8,200 people"), ("171 states", "172 states")],
)
def test_disagree(one: str, other: str) -> None:
    first, second = interval(fact(one)), interval(fact(other))
    assert first is not None
    assert second is not None
    assert not agree(first, second)


def test_arithmetic_of_intervals() -> None:
    one = Interval(Decimal(2), Decimal(4))
    assert one + one == Interval(Decimal(4), Decimal(8))
    assert one.minus(one) == Interval(Decimal(-2), Decimal(2))
    assert one.times(one) == Interval(Decimal(4), Decimal(16))
    third = one.over(
        one
    )  # 3 to 3, each off by a third: by the root of two ninths, and a fifth more
    assert third.low == Decimal("0.5")
    assert third.high is not None
    assert third.high.quantize(Decimal("0.001")) == Decimal("1.566")
    assert Interval(Decimal(4), None).over(one) == Interval(Decimal(1), None)
    assert Interval(None, Decimal(1)) + one == Interval(None, Decimal(5))


@pytest.mark.parametrize(
    ("text", "full"),
    [("8,500 people", True), ("1.3 million people", False), ("forty people", True)],
)
def test_in_full(text: str, full: bool) -> None:
    assert in_full(fact(text)) is full


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("USD 7.6 million", "USD 6.7 million", True),
        ("171 states", "172 states", True),
        ("1,200 people", "120 people", True),
        ("17 states", "18 states", False),
        ("300 people", "700 people", False),
    ],
)
def test_slip(one: str, other: str, slip: bool) -> None:
    assert is_slip(fact(one), fact(other)) is slip


SAME = [
    ("In 2022 the navy rescued 400 people at sea.",
     "At sea 420 people were saved by the navy in 2022."),
    ("The clinic treated 40 cholera patients in May 2023.",
     "In May 2023 the clinic treated 41 cholera patients."),
]  # fmt: skip
OTHER = [
    ("In 2022 the navy rescued 400 people at sea.", "In 2023 the navy rescued 420 people at sea."),
    ("The ministry drilled 60 wells for herders.", "The ministry drilled 66 wells for farmers."),
    ("We plan to treat 40 patients for cholera.", "We treated 41 patients for cholera."),
    ("In Bor 41 houses burned down.", "In Yei 42 houses burned down."),
    ("Women received 121 grants for shops.", "Men received 112 grants for shops."),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [*((*pair, True) for pair in SAME), *((*pair, False) for pair in OTHER)],
)
def test_surely_the_same_thing(one: str, other: str, expected: bool) -> None:
    first, second = (
        next(thing for thing in gather(from_text(text), number).things if comparable(thing))
        for number, text in enumerate((one, other))
    )
    company = Company([first, second])
    assert are_one(Pair(first, second, company)) is expected
    assert are_one(Pair(second, first, company)) is expected
