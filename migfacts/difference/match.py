"""Matching: which fact of one version is which of the other.

First what is the same to the letter, then the same sentences with another number, at last the
likeliest of those that share rare words. Each fact looks at a bounded number of others, so that
time grows in proportion to the facts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final, TypeAlias

from migfacts.difference.likeness import Likeness
from migfacts.difference.subject import Subject

#: An old fact and a new one; None where there is no such.
Pair: TypeAlias = tuple[Subject | None, Subject | None]
#: A fact is compared with those that share one of so many rarest features, of each with so many
#: that stand nearest to where it is expected.
_FEATURES: Final = 6
_NEAREST: Final = 8


class Matching:
    """Matches the facts of two versions, each in the order in which they stand."""

    def __init__(self, old: Sequence[Subject], new: Sequence[Subject]) -> None:
        self._old, self._new = old, new
        self._to: dict[int, int] = {}
        self._from: dict[int, int] = {}

    def all(self) -> list[Pair]:
        """Every fact of both versions, once."""
        self.identical()
        self._by(_masked)
        self._by_likeness()
        self._by_column()
        found: list[Pair] = [(old, self._partner(at)) for at, old in enumerate(self._old)]
        found += [(None, new) for at, new in enumerate(self._new) if at not in self._from]
        return found

    def identical(self) -> list[tuple[Subject, Subject]]:
        """The pairs that say the same with the same words around the number."""
        self._by(_letters)
        self._by(_said)
        return [(self._old[at], self._new[to]) for at, to in self._to.items()]

    def _partner(self, at: int) -> Subject | None:
        return self._new[self._to[at]] if at in self._to else None

    def _join(self, at: int, to: int) -> None:
        self._to[at], self._from[to] = to, at

    def _by(self, key: Callable[[Subject], Hashable]) -> None:
        """Match those that have the same key, in order."""
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for to in self._left(self._new, self._from):
            waiting[key(self._new[to])].append(to)
        for at in self._left(self._old, self._to):
            found = waiting.get(key(self._old[at]))
            if found:
                self._join(at, found.popleft())

    @staticmethod
    def _left(side: Sequence[Subject], matched: dict[int, int]) -> list[int]:
        return [at for at in range(len(side)) if at not in matched]

    def _by_likeness(self) -> None:
        """Match the likeliest first."""
        olds, news = self._left(self._old, self._to), self._left(self._new, self._from)
        if not olds or not news:
            return
        likeness = Likeness((self._old[at] for at in olds), (self._new[to] for to in news))
        places: dict[Hashable, list[int]] = defaultdict(list)
        for to in news:
            for feature in _features(self._new[to]):
                places[feature].append(to)
        scored = []
        for at, expected in zip(olds, self._expected(olds), strict=True):
            for to in self._candidates(self._old[at], expected, places):
                score = likeness.of(self._old[at], self._new[to], self._beside(at, to))
                if score:
                    scored.append((-score, abs(to - expected), at, to))
        for _, _, at, to in sorted(scored):
            if at not in self._to and to not in self._from:
                self._join(at, to)

    def _by_column(self) -> None:
        """Match the cells of a column that has as many as before, in order."""
        columns: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        sides = (self._old, self._to), (self._new, self._from)
        for which, (side, matched) in enumerate(sides):
            for at in self._left(side, matched):
                cell = side[at]
                if not cell.words and cell.head:
                    columns[cell.family, cell.head, cell.fact.unit][which].append(at)
        for olds, news in columns.values():
            if len(olds) == len(news):
                for at, to in zip(olds, news, strict=True):
                    self._join(at, to)

    def _expected(self, olds: Sequence[int]) -> Iterator[int]:
        """Where each fact would stand in the new version: behind the one that stood before it."""
        anchors = sorted(self._to)
        for at in olds:
            near = bisect_left(anchors, at) - 1
            yield self._to[anchors[near]] + at - anchors[near] if near >= 0 else at

    @staticmethod
    def _candidates(
        old: Subject, expected: int, places: dict[Hashable, list[int]]
    ) -> Iterator[int]:
        known = [(len(places[each]), each) for each in _features(old) if each in places]
        seen: set[int] = set()
        for _, feature in sorted(known)[:_FEATURES]:
            found = places[feature]
            middle = bisect_left(found, expected)
            for to in found[max(0, middle - _NEAREST // 2) : middle + _NEAREST // 2]:
                if to not in seen:
                    seen.add(to)
                    yield to

    def _beside(self, at: int, to: int) -> int:
        """How surely the facts on both sides are the same, in thousandths; most on one line."""
        score = 0
        for step in (-1, 1):
            if self._to.get(at + step, -1) == to + step:
                old, new = self._old[at + step].fact, self._new[to + step].fact
                on_line = (old.line, new.line) == (self._old[at].fact.line, self._new[to].fact.line)
                score = max(score, 1000 if on_line else 500)
        return score


def _letters(subject: Subject) -> Hashable:
    """What is the same only if nobody touched the sentence."""
    fact = subject.fact
    return fact.kind, " ".join(fact.text.split()), " ".join(fact.sentence.split()), fact.period


def _said(subject: Subject) -> Hashable:
    """What is the same if the sentence says the same, in whatever notation."""
    fact = subject.fact
    return (_masked(subject), subject.number, fact.bound, fact.period, fact.place, fact.per)


def _masked(subject: Subject) -> Hashable:
    """What is the same if nothing but the number changed; never without a word around it."""
    if not subject.words:
        return id(subject)
    return (
        subject.family, subject.head, subject.fact.unit, subject.words, subject.near, subject.marks,
    )  # fmt: skip


def _features(subject: Subject) -> list[tuple[str, str, str]]:
    """What two versions of a fact may share."""
    features = [(subject.family, "word", word) for word in subject.words]
    features.append((subject.family, "head", subject.head))
    features.append((subject.family, "number", str(subject.fact.value or subject.fact.period)))
    return features
