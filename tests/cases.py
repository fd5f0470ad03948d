"""Cases as data: TOML files of texts and of what is to be found in each.

A case that fails and is listed in `known_failures.toml` is expected to fail, strictly: once it
passes, its line there must go.
"""

import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from _pytest.mark import ParameterSet

from migfacts import Fact

HERE = Path(__file__).parent
KNOWN_FAILURES = "known_failures.toml"


class Case(NamedTuple):
    """A text, and what is to be found in it: a table of keys and values for each."""

    file: str
    text: str
    expected: list[dict[str, Any]]
    as_of: date | None = None

    @property
    def name(self) -> str:
        """The id of its test: the text, with the date where the case has one."""
        text = " ".join(self.text.split())
        return f"{text} ({self.as_of})" if self.as_of else text


class KnownFailure(NamedTuple):
    """A case that is known to fail, and why."""

    file: str
    text: str
    reason: str
    as_of: str = ""


def read(file: str) -> dict[str, Any]:
    """A TOML file below tests/; decimals are exact."""
    content = (HERE / file).read_text(encoding="utf-8")
    return tomllib.loads(content, parse_float=Decimal)


def files(folder: str) -> list[str]:
    """The case files of a folder below tests/, sorted."""
    return sorted(f"{folder}/{path.name}" for path in (HERE / folder).glob("*.toml"))


@lru_cache(maxsize=64)
def load(file: str) -> list[Case]:
    """The cases of a file."""
    cases = []
    for entry in read(file)["case"]:
        expected = entry["numerals" if "numerals" in entry else "facts"]
        as_of = date.fromisoformat(entry["as_of"]) if "as_of" in entry else None
        cases.append(Case(file, entry["text"], expected, as_of))
    return cases


@lru_cache(maxsize=1)
def known_failures() -> dict[tuple[str, str, str], KnownFailure]:
    """File, text and date of a case -> why it is known to fail."""
    found = [KnownFailure(**entry) for entry in read(KNOWN_FAILURES)["failures"]]
    return {(failure.file, failure.text, failure.as_of): failure for failure in found}


def key(case: Case) -> tuple[str, str, str]:
    """How a case is named in the list of known failures."""
    return case.file, case.text, case.as_of.isoformat() if case.as_of else ""


def known_failure(file: str, text: str, as_of: str = "") -> list[pytest.MarkDecorator]:
    """The mark of a case, or test, that is known to fail, if it is; no exception is expected."""
    failure = known_failures().get((file, text, as_of))
    if failure is None:
        return []
    return [pytest.mark.xfail(reason=failure.reason, strict=True, raises=AssertionError)]


def parameters(names: Iterable[str]) -> list[ParameterSet]:
    """The cases of some files, each a parameter with its own id."""
    return [
        pytest.param(case, id=f"{Path(file).stem}: {case.name}", marks=known_failure(*key(case)))
        for file in names
        for case in load(file)
    ]


def differences(found: Fact, expected: dict[str, Any]) -> list[str]:
    """Where a fact differs from what is expected of it; "" and [] stand for what is absent."""
    lines = []
    for name, value in expected.items():
        wanted = None if value == "" else value
        got = getattr(found, name)
        if got != wanted:
            lines.append(f"{name} of {found.text!r}: {shown(got)}, expected {shown(wanted)}")
    return lines


def shown(value: object) -> str:
    """A value as it is written."""
    return format(value, "f") if isinstance(value, Decimal) else repr(value)


def misplaced(case: Case) -> list[str]:
    """The expected texts that do not stand in the text of a case, in their order."""
    missing, at = [], 0
    for entry in case.expected:
        start = case.text.find(entry["text"], at)
        if start < 0:
            missing.append(entry["text"])
        else:
            at = start + len(entry["text"])
    return missing
