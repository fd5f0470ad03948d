"""The cases of every kind, and of the references, which are no facts."""

from pathlib import Path

import pytest

from migfacts import extract
from migfacts.fact import FIELDS, KINDS
from migfacts.kinds import KINDS as READERS
from tests.cases import Case, differences, files, load, misplaced, parameters

FILES = files("kinds")
REFERENCE = "reference"
LEAST_POSITIVE, LEAST_NEGATIVE = 25, 10


@pytest.mark.parametrize("case", parameters(FILES))
def test_case(case: Case) -> None:
    kind = Path(case.file).stem
    facts = extract(case.text, as_of=case.as_of)
    if kind != REFERENCE:
        facts = [fact for fact in facts if fact.kind == kind]
    found = [fact.text for fact in facts]
    assert found == [entry["text"] for entry in case.expected]
    unlike = [
        line
        for fact, entry in zip(facts, case.expected, strict=True)
        for line in differences(fact, entry)
    ]
    assert not unlike


@pytest.mark.parametrize("kind", [*KINDS, REFERENCE])
def test_kind_has_enough_cases(kind: str) -> None:
    """A reference is read where no fact is found; for the kinds it is the other way round."""
    cases = load(f"kinds/{kind}.toml")
    with_facts = sum(bool(case.expected) for case in cases)
    without = len(cases) - with_facts
    positive, negative = (without, with_facts) if kind == REFERENCE else (with_facts, without)
    assert positive >= LEAST_POSITIVE
    assert negative >= LEAST_NEGATIVE


def test_case_file_belongs_to_kind() -> None:
    assert {Path(file).stem for file in FILES} == {*KINDS, REFERENCE}


def test_reader_has_case_file() -> None:
    assert {kind.name for kind in READERS} <= {Path(file).stem for file in FILES}


@pytest.mark.parametrize("file", FILES)
def test_cases_are_well_formed(file: str) -> None:
    cases = load(file)
    texts = [(case.text, case.as_of) for case in cases]
    assert len(texts) == len(set(texts))
    for case in cases:
        assert not misplaced(case), case.text
        for entry in case.expected:
            assert set(entry) <= set(FIELDS), case.text
            if Path(file).stem == REFERENCE:
                assert entry["kind"] in KINDS, case.text
