"""Each sign of a total tells in some case, and one alone is never enough."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from migfacts.languages import load
from migfacts.languages.checking import checking
from migfacts.pipeline import statements
from migfacts.relations.passage import passages
from migfacts.relations.total.addition import Addition, in_order, read
from migfacts.relations.total.signs import ENOUGH, SIGNS, points
from tests.checks.test_checks import documents

CASES = Path(__file__).parents[1] / "checks" / "sum_mismatch.toml"


def additions(text: str) -> list[Addition]:
    [document] = documents([text])
    words = checking("en")
    found = list(passages(statements(document), words))
    return list(read(found, in_order(found)))


def texts() -> Iterator[str]:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    for case in [*cases["planted"], *cases["clean"]]:
        yield from [case] if isinstance(case, str) else case


def test_every_sign_tells_in_some_case() -> None:
    told = {name for text in texts() for sum_ in additions(text) for name in points(sum_)}
    assert {sign.name for sign in SIGNS} - told == set()


def test_no_sign_is_enough() -> None:
    assert load("en")
    assert all(sign.worth < ENOUGH for sign in SIGNS)


def test_the_largest_is_the_total() -> None:
    (sum_,) = additions("Of the 212 beds, 148 were taken. That left 74 for newcomers.")
    assert sum_.total.value == Decimal(212)
    assert [part.value for part in sum_.parts] == [148, 74]
    assert sum_.added == Decimal(222)


def test_the_number_of_the_parts_is_no_part() -> None:
    sums = additions("The three camps have 900 huts: 300 by the sea, 340 inland and 280 uphill.")
    assert any([part.value for part in sum_.parts] == [300, 340, 280] for sum_ in sums)
