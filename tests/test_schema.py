"""The schemas: valid themselves, told of key by key, and kept by all that is written."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from migfacts import read
from migfacts.cli import run
from migfacts.fact import FIELDS, Fact
from migfacts.finding import Finding
from migfacts.relation import Record
from migfacts.schema import SCHEMAS, VERSION, schema
from tests.schemas import hold, validator
from tests.sources import ROOT

DOCUMENTS = [path for path in sorted((ROOT / "seeds").iterdir()) if path.suffix in (".md", ".txt")]
COMMANDS = [
    ["extract", "--format", "json"],
    ["extract", "--format", "jsonl"],
    ["extract", "--relations", "--format", "json"],
    ["extract", "--relations", "--format", "jsonl"],
    ["check", "--exit-zero", "--format", "json"],
    ["check", "--exit-zero", "--format", "jsonl"],
    ["check", "--exit-zero", "--format", "sarif"],
]
SOUND = {"kind": "count", "text": "12 nurses", "start": 0, "end": 9, "value": 12}


def keys(name: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    whole = schema(name)
    for title, each in [(name, whole), *whole.get("$defs", {}).items()]:
        for key, value in each["properties"].items():
            yield f"{title}.{key}", value, whole


ALL = [pytest.param(*rest, id=f"{key}") for name in SCHEMAS for key, *rest in keys(name)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"] == f"urn:migfacts:schema:{name}:{VERSION}"
    assert found["description"]


@pytest.mark.parametrize(("key", "whole"), ALL)
def test_key_is_told_of(key: dict[str, Any], whole: dict[str, Any]) -> None:
    assert key["description"].endswith((".", "…"))
    for example in key["examples"]:
        validator = Draft202012Validator({**key, "$defs": whole.get("$defs", {})})
        assert [error.message for error in validator.iter_errors(example)] == []


def test_no_number_is_a_text() -> None:
    assert "decimal" not in json.dumps([schema(name) for name in SCHEMAS])
    assert schema("fact")["properties"]["value"]["type"] == ["number", "null"]


@pytest.mark.parametrize(
    ("name", "record"), [("fact", Fact), ("finding", Finding), ("relation", Record)]
)
def test_keys_are_those_of_the_record_in_its_order(name: str, record: Any) -> None:
    assert tuple(schema(name)["properties"]) == record.__struct_fields__


def test_schema_is_not_shared() -> None:
    schema("fact")["properties"].clear()
    assert tuple(schema("fact")["properties"]) == FIELDS


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": "12"},
        {"kind": "counts"},
        {"start": -1},
        {"line": 0},
        {"page": 0},
        {"precision": 0},
        {"scope": None},
        {"change": "sideways"},
        {"text": ""},
        {"period": "last year"},
        {"period": "../.."},
        {"unknown": 1},
    ],
)
def test_what_is_no_fact_is_refused(wrong: dict[str, Any]) -> None:
    held = Draft202012Validator(schema("fact"))
    assert held.is_valid(SOUND)
    assert not held.is_valid({**SOUND, **wrong})


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_written_of_a_seed_is_as_the_schema_says(
    document: Path, command: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run([*command, str(document)]) == 0
    stdout = capsysbinary.readouterr().out.decode()
    held = hold(command, stdout)
    assert held or not stdout or stdout == "[]\n"
    if command[:2] == ["extract", "--format"]:
        assert held == stdout.count('{"kind"') > 0


def test_labels_are_facts() -> None:
    for path in (ROOT / "seeds").glob("*.facts.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert list(Draft202012Validator(schema("fact")).iter_errors(json.loads(line))) == []


def test_sarif_that_is_none_is_refused() -> None:
    assert not validator("sarif").is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_changelog_tells_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"`\$id`, is {re.escape(VERSION)}\.", changelog)


def test_seeds_have_documents() -> None:
    assert len(DOCUMENTS) > 10
    assert all(read(path).text for path in DOCUMENTS)
