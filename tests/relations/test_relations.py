"""What relations are read in a text."""

import json
from typing import Any

import pytest

from migfacts import from_text
from migfacts.check import gather
from migfacts.relation import RELATIONS as KINDS
from migfacts.relations import RELATIONS
from tests.cases import read

CASES = read("relations/relations.toml")["case"]
PLAIN = ("kind", "complete", "direction", "how")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"]) for case in CASES])
def test_relations(case: dict[str, Any]) -> None:
    found = gather(from_text(case["text"])).relations
    shown = [
        {
            **{name: getattr(each, name) for name in PLAIN},
            **{role: [fact.text for fact in facts] for role, facts in each.roles.items()},
        }
        for each in found
    ]
    wanted = case["relations"]
    assert len(shown) == len(wanted), shown
    for got, expected in zip(shown, wanted, strict=True):
        assert {name: got.get(name) for name in expected} == expected


def test_every_relation_has_a_file_and_cases() -> None:
    named = [module.__name__.rpartition(".")[2] for module in RELATIONS]
    assert sorted(named) == sorted(KINDS)
    assert {each["kind"] for case in CASES for each in case["relations"]} == set(KINDS)


def test_relation_as_plain_values() -> None:
    text = "Of the 900 tents, 450 (50 per cent) are damaged."
    (found,) = gather(from_text(text)).relations
    place = {"path": None, "line": 1, "column": 8, "start": 7, "end": 16}
    number = {"value": 900, "low": None, "high": None, "unit": None, "period": None}
    assert found.to_dict()["roles"]["whole"] == [
        {"kind": "count", "text": "900 tents", **place, **number}
    ]
    assert json.loads(found.to_json()) == found.to_dict()


def test_numbers_of_a_relation_as_json_are_exact() -> None:
    text = "Of the 900 tents, 300 (33.333333333333333333 per cent) are damaged."
    (found,) = gather(from_text(text)).relations
    assert b'"value":33.333333333333333333,' in found.to_json()
