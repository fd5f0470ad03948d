"""Differences between two versions."""

import tomllib
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import Fact, facts, from_text
from migfacts.difference import Difference, Placed, differences

CASES = tomllib.loads(Path(__file__).with_name("difference.toml").read_text(encoding="utf-8"))[
    "case"
]


def _version(text: str, markup: str = "text", path: str = "") -> list[Placed]:
    return [Placed(fact, path) for fact in facts(from_text(text, markup=markup))]


def _row(found: Difference) -> str:
    texts = [" ".join(fact.text.split()) for fact in (found.old, found.new) if fact is not None]
    return (
        f"{' '.join(filter(None, (found.status, ', '.join(found.fields))))}: {' -> '.join(texts)}"
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['old']} | {case['new']}"[:150])
def test_case(case: dict[str, Any]) -> None:
    markup = case.get("markup", "text")
    old, new = (_version(case[side], markup) for side in ("old", "new"))
    assert list(map(_row, differences(old, new))) == case["rows"]


def test_enough_cases_and_half_of_them_without_difference() -> None:
    silent = [case for case in CASES if not case["rows"]]
    assert len(CASES) >= 40
    assert 3 * len(silent) >= len(CASES)


# Properties

_SENTENCES = st.lists(
    st.sampled_from(
        [
            "More than 8,500 people died on migration routes in 2023.",
            "We put up 75 tents, 50 large and 30 small.",
            "The clinic in Gulu has 12 nurses and 40 beds.",
            "The appeal needs USD 5 million for shelter.",
            "73 per cent of workers are women.",
            "It was 35°C in the camp.",
            "They walked 30 km to the border.",
            "Training takes 12 months.",
            "The agreement was signed on 25 November 2024.",
            "12 nurses.",
        ]
    ),
    max_size=8,
)


def _text(sentences: list[str]) -> str:
    return "\n\n".join(sentences)


@given(sentences=_SENTENCES, data=st.data())
def test_order_is_no_difference(sentences: list[str], data: st.DataObject) -> None:
    moved = data.draw(st.permutations(sentences))
    assert differences(_version(_text(sentences)), _version(_text(moved))) == []


@given(old=_SENTENCES, new=_SENTENCES)
def test_every_fact_is_told_at_most_once_and_back_is_the_reverse(
    old: list[str], new: list[str]
) -> None:
    one, other = _version(_text(old)), _version(_text(new))
    there, back = differences(one, other), differences(other, one)
    for side in ("old", "new"):
        starts = [fact.start for each in there if (fact := getattr(each, side)) is not None]
        assert len(starts) == len(set(starts))
    count = [sum(each.status == status for each in there) for status in ("added", "removed")]
    assert count == [sum(each.status == status for each in back) for status in ("removed", "added")]
    grown = sum(each.kind != "date" for each, _ in other) - sum(
        each.kind != "date" for each, _ in one
    )
    undated = [each for each in there if (each.new or each.old).kind != "date"]  # type: ignore[union-attr]
    assert grown == sum(each.status == "added" for each in undated) - sum(
        each.status == "removed" for each in undated
    )


# Documents of a version

_OLD = "The clinic in Gulu has 12 nurses. We put up 75 tents in the camp."


def test_documents_are_held_against_those_of_the_same_path() -> None:
    old = [*_version("12 nurses.", path="a.md"), *_version("15 nurses.", path="b.md")]
    new = [*_version("13 nurses.", path="a.md"), *_version("15 nurses.", path="b.md")]
    found = differences(old, new)
    assert [(each.path, _row(each)) for each in found] == [
        ("a.md", "changed value: 12 nurses -> 13 nurses")
    ]


def test_fact_that_moved_to_another_document_is_no_difference() -> None:
    old = [*_version(_OLD, path="a.md"), *_version("40 beds.", path="b.md")]
    new = [
        *_version("We put up 75 tents in the camp.", path="a.md"),
        *_version("40 beds. The clinic in Gulu has 12 nurses.", path="b.md"),
    ]
    assert differences(old, new) == []


def test_document_that_was_renamed_is_held_against_itself() -> None:
    old = [*_version(_OLD, path="a.md"), *_version("40 beds.", path="b.md")]
    new = [*_version(_OLD.replace("75", "80"), path="c.md"), *_version("40 beds.", path="b.md")]
    assert [(each.path, _row(each)) for each in differences(old, new)] == [
        ("c.md", "changed value: 75 tents -> 80 tents")
    ]


def test_changed_number_in_another_document_is_another_number() -> None:
    old = [*_version("75 tents.", path="a.md"), *_version("9 cows.", path="b.md")]
    new = [*_version("5 cars.", path="a.md"), *_version("9 cows. 80 tents.", path="b.md")]
    assert [_row(each) for each in differences(old, new)] == [
        "removed: 75 tents", "added: 5 cars", "added: 80 tents",
    ]  # fmt: skip


def test_records_say_the_same_as_their_document() -> None:
    old, new = _version(_OLD), _version(_OLD.replace("75", "80"))
    again = [Placed(Fact.from_json(fact.to_json())) for fact, _ in old]
    assert differences(again, new) == differences(old, new)
    assert differences(again, old) == []


@pytest.mark.parametrize("new", ["{} tents were sent to Gulu.", "For Gulu {} tents were bought."])
def test_time_grows_in_proportion(new: str) -> None:
    """2,000 facts that are all alike: with every pair of them compared it takes a minute."""
    old_text = "\n\n".join(f"{at:,} tents were sent to Gulu." for at in range(3000, 5000))
    new_text = "\n\n".join(new.format(f"{at:,}") for at in range(6000, 8000))
    old, new_facts = _version(old_text), _version(new_text)
    begun = perf_counter()
    found = differences(old, new_facts)
    assert perf_counter() - begun < 10
    assert sum(each.status != "removed" for each in found) == 2000
