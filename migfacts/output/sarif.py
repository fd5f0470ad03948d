"""Findings as SARIF 2.1.0, with a rule and its help for each code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from migfacts.output.explained import explained

if TYPE_CHECKING:
    from migfacts.finding import Finding, Place
    from migfacts.output.findings import Report

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
HOME: Final = "https://pypi.org/project/migfacts/"


def write(report: Report) -> str:
    """The log, with one run."""
    codes = sorted({each.code for each in report.findings})
    driver = {
        "name": "migfacts",
        "semanticVersion": report.version or "0",
        "informationUri": HOME,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    title, sections = explained(code)
    text = "\n\n".join(f"{name}: {body}" for name, body in sections.items())
    markdown = "\n\n".join(f"**{name}**\n\n{body}" for name, body in sections.items())
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in code.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": sections.get("What", title)},
        "help": {"text": text or title, "markdown": markdown or title},
        "defaultConfiguration": {"level": "error"},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [_location(finding)],
        "partialFingerprints": {"migfacts/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": place.message or place.text}, **_location(place)}
            for number, place in enumerate(finding.related)
        ]
    return result


def _location(place: Finding | Place) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    if place.text:
        region["snippet"] = {"text": place.text}
    path = (place.path or "stdin").replace("\\", "/")
    return {"physicalLocation": {"artifactLocation": {"uri": quote(path)}, "region": region}}
