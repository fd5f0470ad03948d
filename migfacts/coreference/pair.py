"""Pair: two numbers that may be told of one thing, and what is asked of them more than once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Final

from migfacts.compare import digits, factor, is_permuted, is_slip
from migfacts.coreference.company import Company
from migfacts.coreference.mistyped import FACTOR, ZERO
from migfacts.things.standing import said
from migfacts.things.thing import Thing

#: Words of titles that tell what they are about have so many letters.
LONG: Final = 4


class Pair:
    """Two numbers, the earlier first, with what is asked of them more than once."""

    def __init__(self, one: Thing, other: Thing, company: Company) -> None:
        told = (one.document, one.fact.start) <= (other.document, other.fact.start)
        self.one, self.other = (one, other) if told else (other, one)
        self.company = company
        self.apart = one.document != other.document
        self.factor = factor(one.fact, other.fact)
        #: Have they the same digits in another order?
        self.permuted = is_permuted(one.fact, other.fact)

    @property
    def near(self) -> bool:
        """May the one be another version of the other, if only in scale? One look, for most."""
        return self.factor <= FACTOR or self.permuted

    @property
    def distance(self) -> int:
        """How many sentences the later one stands behind the other; 0 in another document."""
        return 0 if self.apart else self.other.sentence - self.one.sentence

    @property
    def known(self) -> bool:
        """Is the later one told as known: `the 15 lorries`? It need not say again what it is of."""
        return not self.apart and self.other.definite

    @cached_property
    def anchored(self) -> bool:
        """Do their sentences tell another number alike: `126 fellows from 14 countries`?"""
        here, there = (each.whole.values if each.whole is not None else frozenset()
                       for each in (self.one, self.other))  # fmt: skip
        return bool(here & there)

    @cached_property
    def twins(self) -> bool:
        """Do two documents tell of one thing, by the words of their titles and a figure of both?"""
        one, other = self.one.title, self.other.title
        if not self.apart or one is None or other is None:
            return False
        shared = [word for word in one.words & other.words if len(word) >= LONG]
        return len(shared) > 1 and self.company.shared_figures(self.one, self.other) > 0

    @cached_property
    def others_of_each(self) -> tuple[frozenset[str], frozenset[str]]:
        """`visas for students`: the other people with each of them that the other does not tell."""
        one, other = self.one, self.other
        return one.others - other.around, other.others - one.around

    @property
    def others(self) -> bool:
        """Are there other people with one of them only?"""
        return any(self.others_of_each)

    @property
    def slip(self) -> bool:
        """Are they a slip of each other: digits in disorder, or one of them another?"""
        return is_slip(self.one.fact, self.other.fact)

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """How many digits of each count, the fewer first."""
        one, other = sorted(len(digits(each.fact.value or ZERO)) for each in (self.one, self.other))
        return one, other

    @cached_property
    def shared(self) -> int:
        """How many words of their clauses are the same."""
        return len(self.one.words & self.other.words)

    @cached_property
    def places(self) -> set[str | None]:
        """The places that their sentences name, beside those of the titles."""
        return {each.fact.place for each in (self.one, self.other) if each.fact.place != each.home}

    @cached_property
    def strange_names(self) -> tuple[frozenset[str], frozenset[str]]:
        """What each clause has to tell it from others, and the other sentence does not say."""
        one, other = self.one, self.other
        return one.names - said(other) - one.timely, other.names - said(one) - other.timely

    @cached_property
    def narrowing(self) -> frozenset[str]:
        """What narrows the later one down, and the earlier does not say: `those that signed`."""
        one, later = self.one, self.other
        if not later.definite or later.whole is None:
            return frozenset()
        return later.complement - said(one) - one.names - later.whole.present

    @cached_property
    def heads_said(self) -> int | None:
        """Of two nouns that they count, how many the other sentence says; None if one or none."""
        one, other = self.one.head, self.other.head
        if not one or not other or one == other:
            return None
        kinds = (self.one.people, self.other.people)
        if any(kind.anyone for kind in kinds) and all(kind.are for kind in kinds):
            return 1  # 1,630 people work for us, our workforce of 1,360
        here, there = (each.around | each.modifiers for each in (self.one, self.other))
        return (one in there) + (other in here)

    @property
    def undated(self) -> bool:
        """Is of neither told when it holds?"""
        return self.one.period is None and self.other.period is None

    @cached_property
    def dated(self) -> bool:
        """Is one period known of both, and over?"""
        period = self.one.period
        return period == self.other.period and period is not None and ".." not in period

    def each(self, ask: Callable[[Thing, Thing], int]) -> int:
        """The larger of what is asked of the one beside the other, and the other way round."""
        return max(ask(self.one, self.other), ask(self.other, self.one))
