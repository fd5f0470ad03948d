"""Degrees: temperatures and differences of temperatures."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from migfacts import extract
from migfacts.conversion.degrees import is_difference

CASES = tomllib.loads(Path(__file__).with_name("degrees.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_case(case: dict[str, Any]) -> None:
    facts = [fact for fact in extract(case["text"]) if (fact.unit or "").startswith("degree_")]
    assert is_difference(facts[0]) is case.get("difference")
