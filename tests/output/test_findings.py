"""The formats of findings."""

import json
from typing import Any

import pytest

from migfacts import from_text
from migfacts.check import check
from migfacts.finding import Finding
from migfacts.output.findings import FORMATS, Report, by_suffix, write

TEXT = "We put up 75 tents, 50 large and 30 small.\n\nArrivals rose from 40 to 20 in May.\n"


@pytest.fixture(scope="module")
def report() -> Report:
    found = check([from_text(TEXT, path="docs/a b.md", markup="markdown")])
    return Report(found, documents=1, texts={"docs/a b.md": TEXT}, version="1.2.3")


def test_json(report: Report) -> None:
    data = json.loads(write("json", report))
    assert [each["code"] for each in data["findings"]] == ["sum-mismatch", "change-mismatch"]
    assert data["summary"]["errors"] == 2
    assert list(data["findings"][0]) == list(Finding.__struct_fields__)
    lines = write("jsonl", report).splitlines()
    assert [Finding.from_json(line) for line in lines] == list(report.findings)


def test_text(report: Report) -> None:
    lines = write("text", report).splitlines()
    assert lines[0].startswith("docs/a b.md:1:11: error: sum-mismatch: 75 tents, but the parts")
    assert lines[1] == "    1 | We put up 75 tents, 50 large and 30 small."
    assert lines[2] == "      |           ^^^^^^^^  --           --"
    assert lines[-1] == "2 findings in 1 document"


def test_text_without_findings() -> None:
    assert write("text", Report([], documents=3, known=2)) == (
        "no finding in 3 documents, 2 more in the baseline\n"
    )


def test_github(report: Report) -> None:
    first = write("github", report).splitlines()[0]
    assert first.startswith(
        "::error file=docs/a b.md,line=1,endLine=1,col=11,endColumn=19,"
        "title=migfacts sum-mismatch::"
    )


def test_github_escapes() -> None:
    finding = Finding(code="conflict", severity="error", message="50%\n::x", path="a,b:c.md")
    assert write("github", Report([finding])) == (
        "::error file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=1,title=migfacts conflict"
        "::50%25%0A::x\n"
    )


def test_gitlab(report: Report) -> None:
    issues = json.loads(write("gitlab", report))
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_sarif_log(report: Report) -> None:
    log = json.loads(write("sarif", report))
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("migfacts", "1.2.3")
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for rule in driver["rules"]:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        _check_result(result, ids)


def _check_result(result: dict[str, Any], ids: list[str]) -> None:
    assert ids[result["ruleIndex"]] == result["ruleId"]
    assert result["level"] in ("none", "note", "warning", "error")
    assert result["message"]["text"]
    assert all(isinstance(each, str) for each in result["partialFingerprints"].values())
    assert len(result["locations"]) == 1
    related = result["relatedLocations"]
    assert [each["id"] for each in related] == list(range(len(related)))
    for location in (*result["locations"], *related):
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "docs/a%20b.md"
        region = physical["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert 1 <= region["startColumn"] <= region["endColumn"]


def test_markdown(report: Report) -> None:
    lines = write("markdown", report).splitlines()
    assert lines[0] == "2 findings in 1 document"
    assert lines[4].startswith("| docs/a b.md:1 | sum-mismatch | 75 tents, but the parts add up")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_no_findings(form: str) -> None:
    assert isinstance(write(form, Report([])), str)


def test_suffixes() -> None:
    assert (by_suffix(".SARIF"), by_suffix(".md"), by_suffix(".xyz")) == ("sarif", "markdown", None)
