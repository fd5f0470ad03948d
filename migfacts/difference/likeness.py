"""Likeness: how surely two facts are two versions of one, as a whole number up to about 1,000."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import log
from typing import Final

from migfacts.difference.changed import (
    places_differ,
    same_dimension,
    same_number,
    scopes_differ,
)
from migfacts.difference.subject import Subject

#: From here on they are; with another number more must speak for it.
ENOUGH: Final = 450
ENOUGH_OF_OTHERS: Final = 500
_WORDS, _HEAD, _NEAR, _NUMBER, _TIME, _SCOPE = 450, 250, 150, 150, 30, 30
#: What other names in the sentence, or girls instead of boys, speak against it.
_NAMES: Final = 120
#: What speaks for a fact without words, such as the cell of a table: the facts beside it.
_ALONE: Final = 300
#: Up to what quotient two numbers are how near to one another.
_CLOSE: Final = ((Decimal("1.25"), 80), (Decimal(2), 40))
#: Shares of a whole, in thousandths.
_WHOLE, _HALF = 1000, 500


class Likeness:
    """Compares facts; a word weighs the more, the fewer sentences hold it.

    Whole numbers throughout: their sums do not hang on the order of a set.
    """

    def __init__(self, old: Iterable[Subject], new: Iterable[Subject]) -> None:
        sides = [{each.words for each in side} for side in (old, new)]
        size = max(map(len, sides))
        # A word that both versions have once is as rare as one that only one of them has.
        first, second = (Counter(word for words in side for word in words) for side in sides)
        self._weights = {
            word: round(100 * log(1 + size / count)) for word, count in (first | second).items()
        }

    def of(self, old: Subject, new: Subject, beside: int) -> int:
        """How alike two facts are; 0 if they cannot be two versions of one.

        `beside` says, in thousandths, how surely the facts beside them are.
        """
        if not same_dimension(old, new):
            return 0
        is_same = old.number == new.number or same_number(old, new)
        head = self._head(old, new)
        if not is_same and (head == 0 or self._is_other(old, new)):
            return 0
        score = _NUMBER if is_same else _closeness(old, new)
        score += _HEAD * head // _WHOLE + beside // 50
        score += _TIME * (old.fact.period == new.fact.period)
        score += _SCOPE * (old.fact.scope == new.fact.scope != [])
        if old.names - new.names and new.names - old.names:
            score -= _NAMES
        if old.words or new.words:
            score += _WORDS * self._words(old.words, new.words) // _WHOLE
            score += _NEAR * _shared(old.near, new.near) // _WHOLE
        else:
            score += (_WORDS + _NEAR) * max(beside, _ALONE) // _WHOLE
        return score if score >= (ENOUGH if is_same else ENOUGH_OF_OTHERS) else 0

    def _words(self, one: frozenset[str], other: frozenset[str]) -> int:
        """The weight of the shared words, of that of all words of both."""
        whole = self._weight(one) + self._weight(other)
        return 2 * _WHOLE * self._weight(one & other) // whole if whole else 0

    def _weight(self, words: Iterable[str]) -> int:
        return sum(map(self._weights.__getitem__, words))

    def _head(self, old: Subject, new: Subject) -> int:
        """Are the counted nouns the same? One that is missing says nothing."""
        if old.head == new.head:
            return _WHOLE if old.head else _HALF
        if not old.head or not new.head or old.head in new.words or new.head in old.words:
            return _HALF
        return 0

    def _is_other(self, old: Subject, new: Subject) -> bool:
        """Does a place, a standing such as planned, or a name tell the two apart?"""
        if places_differ(old.fact.place, new.fact.place):
            return True
        if scopes_differ(old.fact.scope, new.fact.scope):
            return True
        return bool(old.marks and new.marks) and old.marks != new.marks


def _closeness(old: Subject, new: Subject) -> int:
    """A number that is nearly the same is likelier one that was brought up to date."""
    one, other = old.fact.value, new.fact.value
    if not one or not other or one * other < 0 or old.fact.unit != new.fact.unit:
        return 0
    low, high = sorted((abs(one), abs(other)))
    return next((score for limit, score in _CLOSE if high <= low * limit), 0)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """The share of shared words in all, in thousandths."""
    both = {*one, *other}
    return _WHOLE * len({*one} & {*other}) // len(both) if both else 0
