"""Passages: the sentences of a document that hold facts, each with the words between them.

The skeleton of a passage is its text in small letters, with one capital letter in place of each
fact: `in april N came, N by sea and N by land`. A relation is a pattern over it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import Checking
from migfacts.statement import Statement

#: The letter of each kind. X stands in patterns for a fact that is no date and no rank.
LETTERS: Final = {
    "count": "N", "number": "N", "money": "M", "percent": "P", "measure": "Q", "duration": "T",
    "age": "A", "date": "D", "ordinal": "O", "ratio": "R",
}  # fmt: skip
X: Final = "[NMPQTAR]"
_SPACE: Final = precompiled(r"\s+")


class Passage:
    """A sentence, its facts in order, its skeleton, and where in the skeleton each fact stands."""

    __slots__ = (
        "_has",
        "_places",
        "_position",
        "adjacent",
        "at",
        "block",
        "cell",
        "facts",
        "held",
        "kind",
        "label",
        "leads",
        "sentence",
        "shape",
        "skeleton",
        "spans",
        "tails",
        "words",
    )

    def __init__(self, words: Checking, statement: Statement, *, adjacent: bool) -> None:
        self.words = words
        self.sentence = sentence = statement.sentence
        sound = _sound(statement)
        self.facts = [statement.facts[at] for at in sound]
        #: The offsets of each fact in the prose.
        self.spans = [statement.spans[at] for at in sound]
        self.block = statement.number
        #: What kind of block it stands in.
        self.kind = statement.block.kind
        #: Where it stands in a table, and the first cell of its row in small letters.
        self.cell, self.label = statement.said.cell, statement.said.label
        #: Does it follow the passage before it without another sentence between?
        self.adjacent = adjacent
        pieces: list[str] = []
        size, at, prose = 0, sentence.starts[0], sentence.prose
        self.at: dict[int, Fact] = {}
        for fact, (start, end) in zip(self.facts, self.spans, strict=True):
            gap = _SPACE.sub(" ", prose[at:start]).lower()
            size += len(gap)
            self.at[size] = fact
            size += 1
            pieces += (gap, LETTERS[fact.kind])
            at = end
        pieces.append(_SPACE.sub(" ", prose[at : sentence.stop(len(sentence.words) - 1)]).lower())
        self.skeleton = "".join(pieces)
        #: The letters of its facts.
        self.shape = "".join([LETTERS[fact.kind] for fact in self.facts])
        #: What leads to a fact and what follows it in a list, by where it starts, once asked.
        self.leads: dict[int, str] = {}
        self.tails: dict[int, str] = {}
        self._has: dict[str, bool] = {}
        #: What its skeleton holds that a pattern may need.
        self.held = words.patterns.held_by(self.skeleton)
        self._places = list(self.at)
        # By where it starts, which a fact that was turned into another unit keeps.
        self._position = {fact.start: at for at, fact in self.at.items()}

    def find(self, template: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the skeleton."""
        patterns = self.words.patterns
        if not patterns.may_match(template, self.held):
            return iter(())
        return patterns.pattern(template).finditer(self.skeleton)

    def fact(self, match: re.Match[str], name: str | int) -> Fact | None:
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
        return self._position[fact.start]

    def has(self, section: str) -> bool:
        """Does a word of a class stand in the passage?"""
        known = self._has.get(section)
        if known is None:
            known = self._has[section] = section in self.held and (
                section in self.words.patterns.single or self.words.has(section, self.skeleton)
            )
        return known


def _sound(statement: Statement) -> list[int]:
    """Which facts are one number each, and not half of `113 048` that was read as two?"""
    spans, prose = statement.spans, statement.sentence.prose
    torn: set[int] = set()
    for at in range(1, len(spans)):
        between = prose[spans[at - 1][1] : spans[at][0]]
        digits = prose[spans[at - 1][1] - 1].isdigit() and prose[spans[at][0]].isdigit()
        dated = statement.facts[at - 1].kind == "date"  # in 2023 920 people
        if digits and not (dated or between.strip()):
            torn |= {at - 1, at}
    return [at for at in range(len(spans)) if at not in torn]


def places(passages: list[Passage]) -> dict[int, int]:
    """Where each fact of a document stands: the place of its passage, by the fact's start."""
    return {fact.start: at for at, passage in enumerate(passages) for fact in passage.facts}


def passages(statements: Iterable[Statement], words: Checking) -> list[Passage]:
    """The passages of a document, in order, without what it tells not to write."""
    found: list[Passage] = []
    end = 0
    for statement in statements:
        sentence = statement.sentence
        between = sentence.prose[end : sentence.starts[0]]
        adjacent = bool(found) and not any(char.isalpha() for char in between)
        passage = Passage(words, statement, adjacent=adjacent)
        if passage.facts and not passage.has("not_to_write"):
            end = sentence.stop(len(sentence.words) - 1)
            found.append(passage)
    return found
