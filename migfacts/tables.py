"""Tables: what the head of a column, and the first cell of a row, say of a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.context import entity, place
from migfacts.context.noun import Entity
from migfacts.languages import Language
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Block, Document

#: What parts the cells of a row, by the markup of the document.
_BARS: Final = {"markdown": re.compile(r"(?<!\\)\|"), "text": re.compile(r"[ \t]{3,}|\t")}


class Cell(NamedTuple):
    """What a table says of the numbers in a cell: their noun, and the place of their row."""

    head: Entity | None = None
    place: str | None = None


NOWHERE: Final = Cell()


class Columns:
    """Follows the cells of a document's tables, row by row, and knows each column's head."""

    def __init__(self, document: Document, lang: Language) -> None:
        self._document = document
        self._lang = lang
        self._heads: dict[int, Entity | None] = {}
        self._line = 0
        self._column = self._at = 0
        self._first = True
        self._of_places = False
        self._place: str | None = None

    def cell(self, block: Block) -> Cell:
        """What is told of the numbers of a block; nothing outside tables and in heads."""
        if block.kind != "cell":
            self._heads.clear()
            self._line = 0
            return NOWHERE
        start, _ = self._document.span(block.start, block.end)
        line, _ = self._document.place(start)
        if line != self._line:
            self._first = self._line == 0 or line > self._line + 2
            self._line, self._place = line, None
            if self._first:
                self._heads.clear()
                self._of_places = False
            self._at = self._document.text.rfind("\n", 0, start) + 1
            self._column = -self._document.text.startswith("|", self._at)
        bars = _BARS[self._document.markup]
        self._column += len(bars.findall(self._document.text, self._at, start))
        self._at = start
        sentence = next(sentences(self._document.prose, block.start, block.end, self._lang), None)
        if sentence is None:
            return NOWHERE
        if self._first:
            self._read_head(sentence)
            return NOWHERE
        if self._column == 0:
            self._place = self._named(sentence)
            return Cell(self._heads.get(0))
        return Cell(self._heads.get(self._column), self._place)

    def _read_head(self, sentence: Sentence) -> None:
        if self._column == 0:
            self._of_places = any("located" in word.roles for word in sentence.words)
        self._heads[self._column] = entity.heading(sentence)

    def _named(self, sentence: Sentence) -> str | None:
        """The place that the first cell of a row names: a known one, or one of a column of them."""
        size = len(sentence.words)
        known = place.known(sentence, 0) == size
        named = self._of_places and all(tag in "XZ-jkn" for tag in sentence.tags)
        return sentence.text(0, size) if known or (named and sentence.words[0].capital) else None
