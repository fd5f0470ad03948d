"""The list of known failures: each entry names a case or test that there is, with a reason."""

import importlib
from collections.abc import Iterator
from pathlib import PurePath

import pytest

from tests.cases import (
    KNOWN_FAILURES,
    KnownFailure,
    files,
    key,
    known_failures,
    load,
    read,
)

CASE_FILES = ["numerals.toml", *files("kinds"), *files("context")]


def test_every_entry_names_a_case_or_test() -> None:
    there = {key(case) for file in CASE_FILES for case in load(file)}
    for file in {entry[0] for entry in known_failures()} - set(CASE_FILES):
        there |= {(file, name, "") for name in _tests(file)}
    assert [entry for entry in known_failures() if entry not in there] == []


def _tests(file: str) -> Iterator[str]:
    """The names of the tests in a file, those with parameters as `test_name[id]`."""
    module = importlib.import_module(".".join(["tests", *PurePath(file).with_suffix("").parts]))
    for name, function in vars(module).items():
        if name.startswith("test_"):
            marks: list[pytest.Mark] = getattr(function, "pytestmark", [])
            given = [mark for mark in marks if mark.name == "parametrize"]
            if not given:
                yield name
            for mark in given:
                for value in mark.args[1]:
                    yield f"{name}[{getattr(value, 'id', value)}]"


def test_entries_are_unique_and_have_a_reason() -> None:
    entries = [KnownFailure(**entry) for entry in read(KNOWN_FAILURES)["failures"]]
    assert len(entries) == len(known_failures())
    assert all(entry.reason.strip() for entry in entries)
