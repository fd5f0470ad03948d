"""Initials: numbers that a row of letters breaks down, `64 people (49M, 15F)`.

Alone, `49M` are 49 million and `15F` are degrees. Side by side the letters are initials of those
who are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from migfacts import quantity
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: What may stand between one letter and the next number.
_BETWEEN: Final = frozenset((",", ";", "/", "c", ",c"))
_KINDS: Final = frozenset(("number", "measure"))


def read(sentence: Sentence, found: list[Quantity]) -> None:
    """Make counts of the quantities before a row of different initials."""
    for row in _rows(sentence, found):
        letters = [sentence.words[found[at].numeral.last].text for at in row]
        if len(row) > 1 and len(set(letters)) == len(letters):
            for at, letter in zip(row, letters, strict=True):
                found[at] = _counted(found[at], sentence.lang.initials[letter])


def _rows(sentence: Sentence, found: Sequence[Quantity]) -> Iterator[list[int]]:
    """The places of the quantities with an initial behind them, row by row."""
    row: list[int] = []
    for at, each in enumerate(found):
        end = found[row[-1]].numeral.last + 1 if row else 0
        if row and sentence.tags[end : each.first] not in _BETWEEN:
            yield row
            row = []
        if each.kind in _KINDS and each.per is None and _is_initial(sentence, each.numeral.last):
            row.append(at)
    yield row


def _is_initial(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.words) and sentence.words[at].text in sentence.lang.initials


def _counted(each: Quantity, noun: str) -> Quantity:
    """The number alone, and the noun that its letter stands for."""
    counted = quantity.of("number", each.numeral, each.first, each.numeral.last)
    counted.bound, counted.noun = each.bound, noun
    return counted
