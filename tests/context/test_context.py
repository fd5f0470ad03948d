"""The cases of what is said around a quantity: one file a question, named as the fact's key."""

from pathlib import Path

import pytest

from migfacts import extract
from migfacts.fact import FIELDS
from tests.cases import Case, differences, files, load, misplaced, parameters

FILES = files("context")
LEAST_CASES = 15
#: Keys of a fact that another test judges, or that follow from the others.
NOT_ASKED = {
    *("kind", "text", "start", "end", "path", "line", "column", "page", "sentence"),
    *("value", "low", "high", "precision", "unit", "unit_text", "entity_lemma"),
}


@pytest.mark.parametrize("case", parameters(FILES))
def test_case(case: Case) -> None:
    facts = iter(extract(case.text, as_of=case.as_of))
    seen: list[str] = []
    unlike: list[str] = []
    for entry in case.expected:
        for fact in facts:
            seen.append(fact.text)
            if fact.text == entry["text"]:
                unlike += differences(fact, entry)
                break
        else:
            raise AssertionError(f"no fact {entry['text']!r} in {seen}")
    assert not unlike


@pytest.mark.parametrize("file", FILES)
def test_cases_are_well_formed(file: str) -> None:
    question, cases = Path(file).stem, load(file)
    assert question in FIELDS
    assert len(cases) >= LEAST_CASES
    answers = [bool(entry[question]) for case in cases for entry in case.expected]
    assert any(answers)
    assert question == "bound" or not all(answers), "no case where the text says nothing"
    cases_by_text = [(case.text, case.as_of) for case in cases]
    assert len(cases_by_text) == len(set(cases_by_text))
    for case in cases:
        assert case.expected, case.text
        assert not misplaced(case), case.text
        assert all(set(entry) <= set(FIELDS) for entry in case.expected), case.text


def test_every_question_has_cases() -> None:
    assert {Path(file).stem for file in FILES} == set(FIELDS) - NOT_ASKED
