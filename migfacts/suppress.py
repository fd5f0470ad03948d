"""What is not to be reported: inline ignores in Markdown, and baselines."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.finding import Finding
from migfacts.kept.patterns import precompiled

if TYPE_CHECKING:
    from migfacts.documents import Document

_COMMENT: Final = precompiled(r"<!--\s*migfacts:\s*ignore\[([^\]\n]{0,200})\]([^\n]{0,500}?)-->")
_VERSION: Final = 1


class SuppressError(ValueError):
    """A baseline or an ignore that cannot be used. `str` is one line with the mend."""


class Ignore(NamedTuple):
    """An inline ignore: its codes, where it stands, and the lines `first` to `last` it covers."""

    codes: tuple[str, ...]
    path: str | None
    line: int
    column: int
    text: str
    first: int
    last: int


def ignores(document: Document) -> list[Ignore]:
    """The inline ignores of a document. A comment alone on its line covers the next block."""
    if document.markup != "markdown" or "migfacts:" not in document.text:
        return []
    found = []
    lines = re.split(r"\r\n?|\n", document.text)
    for match in _COMMENT.finditer(document.text):
        line, column = document.place(match.start())
        codes = tuple(code.strip() for code in match[1].split(",") if code.strip())
        first = last = line
        if lines[line - 1].strip() == match[0].strip():
            first, last = _next_block(lines, line)
        found.append(Ignore(codes, document.path, line, column, match[0], first, last))
    return found


def _next_block(lines: Sequence[str], line: int) -> tuple[int, int]:
    """The first and last line of the block behind a line, counted from 1."""
    at = line
    while at < len(lines) and not lines[at].strip():
        at += 1
    end = at
    while end < len(lines) and lines[end].strip():
        end += 1
    return at + 1, max(end, at + 1)


def unknown_code(found: Iterable[Ignore], known: Sequence[str]) -> tuple[Ignore, str] | None:
    """The first ignore of a code that is none."""
    for ignore in found:
        for code in ignore.codes:
            if code not in known:
                return ignore, code
    return None


def without_ignored(
    findings: Iterable[Finding], found: Sequence[Ignore]
) -> tuple[list[Finding], list[Ignore]]:
    """The findings that no ignore covers, and the ignores that cover none."""
    used: set[Ignore] = set()
    kept = []
    for finding in findings:
        covering = [ignore for ignore in found if _covers(ignore, finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    return kept, [ignore for ignore in found if ignore not in used]


def _covers(ignore: Ignore, finding: Finding) -> bool:
    if finding.code not in ignore.codes:
        return False
    places = [(finding.path, finding.line)] + [(each.path, each.line) for each in finding.related]
    return any(path == ignore.path and ignore.first <= line <= ignore.last for path, line in places)


class Baseline(NamedTuple):
    """Findings that were there when a project began, by content, each as often as it was there."""

    path: str
    counts: Counter[str]
    told: dict[str, str]


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. SuppressError if there is none, or it is broken."""
    try:
        data = json.loads(Path(path).read_bytes())
        entries = data["findings"]
        counts: Counter[str] = Counter()
        told: dict[str, str] = {}
        for entry in entries:
            counts[entry["fingerprint"]] += 1
            told[entry["fingerprint"]] = f"{entry['code']} in {entry['path']}: {entry['message']}"
    except FileNotFoundError:
        raise SuppressError(f"{path}: no such baseline; make it with --write-baseline") from None
    except OSError as error:
        raise SuppressError(f"{path}: cannot be read ({error.strerror}); mend it") from None
    except (ValueError, KeyError, TypeError):
        raise SuppressError(f"{path}: is no baseline; make it anew with --write-baseline") from None
    return Baseline(path, counts, told)


def baseline_of(findings: Iterable[Finding]) -> str:
    """The text of a baseline of findings, sorted, so that a change of it is easy to read."""
    entries = [
        {
            "fingerprint": each.fingerprint,
            "code": each.code,
            "path": each.path,
            "message": each.message,
        }
        for each in findings
    ]
    entries.sort(key=lambda entry: (entry["path"] or "", entry["code"], entry["fingerprint"]))
    whole = {"version": _VERSION, "findings": entries}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def without_known(
    findings: Iterable[Finding], baseline: Baseline
) -> tuple[list[Finding], list[str]]:
    """The findings that are not in a baseline, and what of the baseline is there no more."""
    left = Counter(baseline.counts)
    kept = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            kept.append(finding)
    return kept, [baseline.told[key] for key, count in left.items() if count > 0]
