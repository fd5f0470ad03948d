"""Passages: the sentences of a document that hold facts, each with the words between them.

The skeleton of a passage is its text in small letters, with one capital letter in place of each
fact: `in april N came, N by sea and N by land`. A relation is a pattern over it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from migfacts.documents import Rows
from migfacts.fact import Fact
from migfacts.languages.checking import Checking
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Cell, Document

#: The letter of each kind. X stands in patterns for a fact that is no date and no rank.
LETTERS: Final = {
    "count": "N", "number": "N", "money": "M", "percent": "P", "measure": "Q", "duration": "T",
    "age": "A", "date": "D", "ordinal": "O", "ratio": "R",
}  # fmt: skip
X: Final = "[NMPQTAR]"
_SPACE: Final = re.compile(r"\s+")


class Passage:
    """A sentence, its facts in order, its skeleton, and where in the skeleton each fact stands."""

    __slots__ = (
        "_places",
        "_position",
        "adjacent",
        "at",
        "block",
        "cell",
        "facts",
        "kind",
        "label",
        "sentence",
        "skeleton",
        "spans",
        "words",
    )

    def __init__(
        self, words: Checking, sentence: Sentence, facts: list[Fact], spans: list[tuple[int, int]]
    ) -> None:
        self.words = words
        self.sentence = sentence
        self.facts = facts
        #: The offsets of each fact in the prose.
        self.spans = spans
        self.block = 0
        #: What kind of block it stands in.
        self.kind = "paragraph"
        #: Where it stands in a table, and the first cell of its row in small letters.
        self.cell: Cell | None = None
        self.label = ""
        #: Does it follow the passage before it without another sentence between?
        self.adjacent = False
        pieces: list[str] = []
        size, at, prose = 0, sentence.starts[0], sentence.prose
        self.at: dict[int, Fact] = {}
        for fact, (start, end) in zip(facts, spans, strict=True):
            gap = _SPACE.sub(" ", prose[at:start]).lower()
            size += len(gap)
            self.at[size] = fact
            size += 1
            pieces += (gap, LETTERS[fact.kind])
            at = end
        pieces.append(_SPACE.sub(" ", prose[at : sentence.stop(len(sentence.words) - 1)]).lower())
        self.skeleton = "".join(pieces)
        self._places = list(self.at)
        self._position = {id(fact): at for at, fact in self.at.items()}

    @property
    def shape(self) -> str:
        """The letters of its facts."""
        return "".join([LETTERS[fact.kind] for fact in self.facts])

    def find(self, template: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the skeleton."""
        return self.words.pattern(template).finditer(self.skeleton)

    def fact(self, match: re.Match[str], name: str) -> Fact | None:
        """The fact that a named group of a match stands on."""
        start = match.start(name)
        return self.at.get(start) if start >= 0 else None

    def before(self, fact: Fact) -> str:
        """The words between a fact and the one before it, or the start."""
        at = self.position(fact)
        before = bisect_left(self._places, at) - 1
        return self.skeleton[self._places[before] + 1 if before >= 0 else 0 : at]

    def after(self, fact: Fact) -> str:
        """The words between a fact and the next one, or the end."""
        at = self.position(fact)
        behind = bisect_right(self._places, at)
        end = self._places[behind] if behind < len(self._places) else len(self.skeleton)
        return self.skeleton[at + 1 : end]

    def behind(self, fact: Fact) -> Iterator[Fact]:
        """The facts behind a fact, in order."""
        for at in range(bisect_right(self._places, self.position(fact)), len(self._places)):
            yield self.at[self._places[at]]

    def position(self, fact: Fact) -> int:
        """Where a fact stands in the skeleton."""
        return self._position[id(fact)]

    def has(self, section: str) -> bool:
        """Does a word of a class stand in the passage?"""
        return self.words.has(section, self.skeleton)


def _sound(spans: list[tuple[int, int]], prose: str) -> list[bool]:
    """Is a fact one number, and not half of `113 048` that was read as two?"""
    sound = [True] * len(spans)
    for at in range(1, len(spans)):
        between = prose[spans[at - 1][1] : spans[at][0]]
        digits = prose[spans[at - 1][1] - 1].isdigit() and prose[spans[at][0]].isdigit()
        if digits and not between.strip():
            sound[at - 1] = sound[at] = False
    return sound


def passages(document: Document, facts: Sequence[Fact], words: Checking) -> list[Passage]:
    """The passages of a document, in order."""
    found: list[Passage] = []
    spans = [_in_prose(document, fact) for fact in facts]
    at, size, end = 0, len(facts), 0
    rows, label = Rows(document), ""
    for number, block in enumerate(document.blocks):
        if at >= size:
            break
        cell = rows.cell(block)
        if cell is not None and cell.column == 0:
            label = document.prose[block.start : block.end].lower()
        if spans[at][0] >= block.end:
            end = -1
            continue
        for sentence in sentences(
            document.prose, block.start, block.end, words.language, numerals=True
        ):
            first, stop = at, sentence.stop(len(sentence.words) - 1)
            while at < size and spans[at][0] < stop:
                at += 1
            if at == first:
                continue
            sound = _sound(spans[first:at], document.prose)
            passage = Passage(
                words,
                sentence,
                [fact for fact, good in zip(facts[first:at], sound, strict=True) if good],
                [span for span, good in zip(spans[first:at], sound, strict=True) if good],
            )
            if not passage.facts:
                continue
            passage.block, passage.kind = number, block.kind
            if cell is not None:
                passage.cell, passage.label = cell, label
            between = document.prose[end : sentence.starts[0]] if end >= 0 else "x"
            passage.adjacent = bool(found) and not any(char.isalpha() for char in between)
            end = stop
            found.append(passage)
    return found


def _in_prose(document: Document, fact: Fact) -> tuple[int, int]:
    runs = document.runs
    if runs is None or not runs.text:
        return fact.start, fact.end
    return _back(runs.text, runs.prose, fact.start), _back(runs.text, runs.prose, fact.end)


def _back(text: list[int], prose: list[int], offset: int) -> int:
    at = max(bisect_right(text, offset) - 1, 0)
    if at + 1 < len(prose):
        return min(prose[at] + offset - text[at], prose[at + 1])
    return prose[at] + offset - text[at]
