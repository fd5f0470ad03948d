"""Findings for reading eyes: the place, the message, and the lines with the numbers marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.output.values import many
from migfacts.output.visible import visible

if TYPE_CHECKING:
    from migfacts.finding import Finding
    from migfacts.output.findings import Report

#: Of a long line so much is shown around the number.
BEFORE: Final = 60
BEHIND: Final = 60
_BOLD, _RED, _YELLOW, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str


def write(report: Report, *, colour: bool = False) -> str:
    """The findings one below the other, and how many they are."""
    texts = _Texts(report.texts)
    pieces = [piece for each in report.findings for piece in _finding(each, texts, colour)]
    count = many(len(report.findings), "finding") if report.findings else "no finding"
    known = f", {report.known} more in the baseline" if report.known else ""
    return "".join(pieces) + f"{count} in {many(report.documents, 'document')}{known}\n"


class _Texts:
    """The lines of the documents, each of which is cut once, when it is first shown."""

    def __init__(self, texts: Mapping[str | None, str]) -> None:
        self._texts = texts
        self._lines: dict[str | None, list[str]] = {}

    def line(self, path: str | None, line: int) -> str | None:
        """A line of a document; None where there is none."""
        if path not in self._texts:
            return None
        if path not in self._lines:
            self._lines[path] = re.split(r"\r\n?|\n", self._texts[path])
        lines = self._lines[path]
        return lines[line - 1] if line <= len(lines) else None


def _finding(finding: Finding, texts: _Texts, colour: bool) -> Iterator[str]:
    where = visible(f"{finding.path or 'stdin'}:{finding.line}:{finding.column}")
    where = f"{_BOLD}{where}{_PLAIN}" if colour else where
    said = f"{finding.code}: {visible(finding.message)}"
    yield f"{where}: {severity(finding.severity, colour=colour)}: {said}\n"
    yield from _lines(finding, texts)
    yield "\n"


def severity(name: str, *, colour: bool) -> str:
    """The name of a severity, in its colour."""
    if not colour:
        return name
    return f"{_RED if name == 'error' else _YELLOW}{name}{_PLAIN}"


def _lines(finding: Finding, texts: _Texts) -> Iterator[str]:
    """The lines of the finding and of what it disagrees with, each once."""
    marks: dict[tuple[str | None, int], list[_Mark]] = {}
    first = (finding.path, finding.line)
    marks[first] = [_mark(finding.column, finding, "^")]
    for place in finding.related:
        marks.setdefault((place.path, place.line), []).append(_mark(place.column, place, "-"))
    shown = None if len({path for path, _ in marks}) == 1 else finding.path
    for (path, line), found in marks.items():
        text = texts.line(path, line)
        if text is None:
            continue
        if path != finding.path or (shown is not None and (path, line) != first):
            yield f"      {visible(path or 'stdin')}\n"
        yield from _shown(line, text, found)


def _mark(column: int, place: object, sign: str) -> _Mark:
    line, end_line = getattr(place, "line", 1), getattr(place, "end_line", 1)
    end = getattr(place, "end_column", column) if line == end_line else column + 4
    return _Mark(column - 1, max(end - 1, column), sign)


def _shown(line: int, text: str, marks: Sequence[_Mark]) -> Iterator[str]:
    """A line, cut around its first mark if it is long, and the signs below it."""
    start = max(0, marks[0].start - BEFORE)
    end = min(len(text), max(mark.end for mark in marks if mark.start < start + 200) + BEHIND)
    piece = visible(text[start:end]) if text[start:end].isprintable() else _plain(text[start:end])
    signs = [" "] * len(piece)
    for mark in marks:
        for at in range(mark.start - start, min(mark.end - start, len(signs))):
            if at >= 0 and signs[at] != "^":
                signs[at] = mark.sign
    lead, tail = "…" if start else "", "…" if end < len(text) else ""
    yield f"{line:>5} | {lead}{piece}{tail}\n"
    yield f"      | {' ' * len(lead)}{''.join(signs).rstrip()}\n"


def _plain(text: str) -> str:
    """As many characters as before, none of which acts on a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)
