"""Tables: what the head of a column says of the numbers below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from migfacts.context import entity
from migfacts.context.noun import Entity
from migfacts.languages import Language
from migfacts.tokens import sentences

if TYPE_CHECKING:
    from migfacts.documents import Block, Document


class Columns:
    """Follows the cells of a document's tables, row by row, and knows each column's head."""

    def __init__(self, document: Document, lang: Language) -> None:
        self._document = document
        self._lang = lang
        self._heads: list[Entity | None] = []
        self._line = 0
        self._column = 0
        self._first = True

    def head(self, block: Block) -> Entity | None:
        """The head of the column in which a block stands; None outside tables and in heads."""
        if block.kind != "cell":
            self._heads.clear()
            self._line = 0
            return None
        start, _ = self._document.span(block.start, block.end)
        line, _ = self._document.place(start)
        if line != self._line:
            self._first = self._line == 0 or line > self._line + 2
            if self._first:
                self._heads.clear()
            self._line, self._column = line, 0
        else:
            self._column += 1
        if self._first:
            self._heads.append(self._read(block))
            return None
        return self._heads[self._column] if self._column < len(self._heads) else None

    def _read(self, block: Block) -> Entity | None:
        sentence = next(sentences(self._document.prose, block.start, block.end, self._lang), None)
        return entity.heading(sentence) if sentence is not None else None
