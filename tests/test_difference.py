"""Differences between two versions."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import facts, from_text
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
