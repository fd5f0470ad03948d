"""Every sign that is weighed tells in some case of conflict, and the sum decides."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from migfacts.check import gather
from migfacts.coreference.company import Company
from migfacts.coreference.pair import Pair
from migfacts.coreference.weighing import ENOUGH, EVIDENCE, are_one, points
from migfacts.things.thing import Thing
from tests.checks.test_checks import cases, documents

TOLD = "Drivers brought 12 used lorries to the port of Tolo in May."
AGAIN = "The 15 lorries that drivers brought to Tolo in May are old."


def things(*texts: str) -> list[Thing]:
    reads = [gather(document, number) for number, document in enumerate(documents(list(texts)))]
    return [thing for read in reads for thing in read.things]


def pairs() -> Iterator[tuple[Thing, Thing, Company]]:
    for kind in ("planted", "clean"):
        for case in cases("conflict")[kind]:
            found = things(*([case] if isinstance(case, str) else case))
            company = Company(found)
            alike = (pair for pair in combinations(found, 2) if pair[0].kind == pair[1].kind)
            yield from ((one, other, company) for one, other in alike)


@pytest.fixture(scope="module")
def told() -> set[str]:
    """The names of all signs that tell in the cases of conflict."""
    return {name for one, other, company in pairs() for name in points(Pair(one, other, company))}


@pytest.mark.parametrize("name", [name for name, *_ in EVIDENCE])
def test_sign_tells_in_a_case(name: str, told: set[str]) -> None:
    assert name in told


def test_signs_have_names_of_their_own() -> None:
    names = [name for name, *_ in EVIDENCE]
    assert len(set(names)) == len(names)


def test_order_does_not_matter() -> None:
    for one, other, company in pairs():
        assert points(Pair(one, other, company)) == points(Pair(other, one, company))


def test_sum_decides() -> None:
    for one, other, company in pairs():  # though most pairs are left at the first look
        total = sum(points(Pair(one, other, company)).values())
        assert are_one(Pair(one, other, company)) == (total >= ENOUGH)
    one, other = (thing for thing in things(f"{TOLD}\n\n{AGAIN}") if thing.kind == "count")
    company = Company([one, other])
    assert are_one(Pair(one, other, company)) == (
        sum(points(Pair(one, other, company)).values()) >= ENOUGH
    )


def test_company_makes_unsure() -> None:
    one, other, *more = (
        thing
        for thing in things(f"{TOLD}\n\n{AGAIN}\n\nTwelve lorries came. Ten lorries went.")
        if thing.kind == "count"
    )
    alone, among = Company([one, other]), Company([one, other, *more])
    assert sum(points(Pair(one, other, alone)).values()) > sum(
        points(Pair(one, other, among)).values()
    )


def test_what_tells_them_apart_outweighs_everything() -> None:
    one, other = (
        thing
        for thing in things("In 2022 we gave out 4,310 kits.", "In 2023 we gave out 4,130 kits.")
        if thing.kind == "count"
    )
    assert points(Pair(one, other, Company([one, other]))) == {}
