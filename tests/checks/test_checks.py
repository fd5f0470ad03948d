"""Each check finds what is planted in its cases, and nothing in the clean ones.

A case is a document, or a list of documents; `facts` of the file is their facts.toml.
"""

import ast
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from migfacts import Document, from_text
from migfacts.check import check
from migfacts.checks import CHECKS, CODES
from migfacts.finding import Finding, Place
from migfacts.output.explained import SECTIONS, explained, sections
from migfacts.registry import parse
from tests.cases import read

FEWEST = 15
WITHOUT_TEXT = {"stale-registry-entry", "unused-ignore"}
FILES = sorted(path.stem for path in Path(__file__).parent.glob("*.toml"))


@lru_cache(maxsize=32)
def cases(name: str) -> dict[str, Any]:
    return read(f"checks/{name}.toml")


def documents(case: Any) -> list[Document]:
    texts = [case] if isinstance(case, str) else case
    return [
        from_text(text, path=f"{number}.md", markup="markdown") for number, text in enumerate(texts)
    ]


def findings(name: str, case: Any) -> list[Finding]:
    facts = cases(name).get("facts")
    return check(documents(case), parse(facts) if facts else None)


def parameters(kind: str) -> Iterable[object]:
    for name in FILES:
        for case in cases(name)[kind]:
            text = case if isinstance(case, str) else " / ".join(case)
            yield pytest.param(name, case, id=f"{name}: {' '.join(text.split())}")


@pytest.mark.parametrize(("name", "case"), list(parameters("planted")))
def test_planted_fault_is_found(name: str, case: Any) -> None:
    found = findings(name, case)
    assert name.replace("_", "-") in [finding.code for finding in found]


@pytest.mark.parametrize(("name", "case"), list(parameters("clean")))
def test_clean_text_has_no_finding(name: str, case: Any) -> None:
    assert [finding.message for finding in findings(name, case)] == []


@pytest.mark.parametrize(("name", "case"), list(parameters("planted")))
def test_finding_stands_where_it_says(name: str, case: Any) -> None:
    texts = {document.path: document.text.split("\n") for document in documents(case)}
    for finding in findings(name, case):
        assert finding.message
        assert "\n" not in finding.message
        places: list[Finding | Place] = [finding, *finding.related]
        for place in places:
            line = texts[place.path][place.line - 1]
            assert line[place.column - 1 : place.end_column - 1] == place.text


def test_every_code_has_cases() -> None:
    assert {code.replace("-", "_") for code in CODES if code not in WITHOUT_TEXT} == set(FILES)
    for name in FILES:
        assert len(cases(name)["planted"]) >= FEWEST
        assert len(cases(name)["clean"]) >= FEWEST


def test_every_file_is_listed() -> None:
    folder = Path(__file__).parents[2] / "migfacts" / "checks"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "evidence", "times"}
    assert files == {module.CODE.replace("-", "_") for module in CHECKS}
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_docstring_has_all_sections(code: str) -> None:
    title, found = explained(code)
    assert title.endswith(".")
    assert list(found) == list(SECTIONS)


def _lines(section: str) -> Iterable[object]:
    for module in CHECKS:
        if module.CODE in WITHOUT_TEXT or module.CODE == "registry-mismatch":
            continue
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        found = sections(ast.get_docstring(tree) or "")[1][section]
        for line in found.splitlines():
            yield pytest.param(module.CODE, line, id=f"{module.CODE}: {line}")


@pytest.mark.parametrize(("code", "line"), list(_lines("Examples")))
def test_example_is_found(code: str, line: str) -> None:
    found = check([from_text(line.partition(" -> ")[0])])
    assert code in [finding.code for finding in found]


@pytest.mark.parametrize(("code", "line"), list(_lines("Not matched")))
def test_what_is_not_matched(code: str, line: str) -> None:
    assert code not in [finding.code for finding in check([from_text(line)])]


def test_a_scale_is_told_as_one_range() -> None:
    text = "Residents rated the centre on a scale from 1 to 5. Cleanliness scored 5.8."
    (found,) = findings("inverted_range", [text])
    assert found.message == "5.8 is not within 1 to 5"
    assert [place.text for place in found.related] == ["from 1 to 5"]
