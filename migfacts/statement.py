"""The statement: a sentence, where it stands, and the facts that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from migfacts.fact import Fact
from migfacts.tables import Said
from migfacts.tokens import Sentence

if TYPE_CHECKING:
    from migfacts.documents import Block


class Statement(Struct, frozen=True):
    """A sentence with facts in it, each with its start and end in the prose of the document.

    `number` is that of its block in the document; `said` is what a table tells of it.
    """

    number: int
    block: Block
    said: Said
    sentence: Sentence
    facts: list[Fact]
    spans: list[tuple[int, int]]
