"""Weighing: how much speaks for two numbers being told of one thing, in points.

No single sign decides whether `the 15 ambulances which your Red Cross gave` are the `12 used
ambulances` of another page. Each sign that they are has its points, each that they are not takes
some away, and only a sum of at least `ENOUGH` is sure. What surely tells the two apart is asked
first, and outweighs everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property
from typing import Final

from migfacts.compare import digits, factor, is_permuted
from migfacts.mistyped import FACTOR, SCALES, ZERO
from migfacts.standing import one_time, overlap, said, same_scope, same_time, tells_another
from migfacts.thing import Thing

#: A sum of so many points is sure.
ENOUGH: Final = 38
#: Two words that begin with so many letters alike are of one stem: `interviewed`, `interviewees`.
STEM: Final = 5
#: So many digits that count are hardly in disorder by chance.
SHARP: Final = 3
#: Two sentences so far apart do not go on from one another.
FAR: Final = 3
CLOSE: Final = Decimal("1.3")
NEAR: Final = Decimal("1.6")
#: Sentences that differ in so few words are built alike.
ODD: Final = 2
#: A number that is that many times the other may have its scale mistyped.
ORDERS: Final = frozenset((Decimal(10), *SCALES))
#: Kinds of which the noun tells what they are of: a road is no railway.
NAMED: Final = frozenset(("count", "measure", "duration"))
#: Of words no more than so many are counted, and of rivals.
MOST, MANY = 4, 10


class Company:
    """How many numbers of one kind, and of one noun, are compared: among many none is the one."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._nouns: Counter[object] = Counter()
        self._kinds: Counter[object] = Counter()
        for thing in things:
            self._nouns[thing.kind, thing.fact.unit, thing.head] += 1
            self._kinds[thing.kind, thing.fact.unit] += 1

    def of_noun(self, one: Thing, other: Thing) -> int:
        """How many others count the noun of the one, or of the other?"""
        nouns = self._nouns
        return sum(nouns[each.kind, each.fact.unit, each.head] - 1 for each in (one, other))

    def of_kind(self, one: Thing) -> int:
        """How many others than two are of its kind and unit?"""
        return self._kinds[one.kind, one.fact.unit] - 2


class Pair:
    """Two numbers, the earlier first, with what is asked of them more than once."""

    def __init__(self, one: Thing, other: Thing, company: Company) -> None:
        self.one, self.other = sorted(
            (one, other), key=lambda thing: (thing.document, thing.fact.start)
        )
        self.company = company
        self.apart = one.document != other.document
        self.factor = factor(one.fact, other.fact)

    @cached_property
    def permuted(self) -> bool:
        """Have they the same digits in another order?"""
        return is_permuted(self.one.fact, self.other.fact)

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
        """The places that their sentences name."""
        return {self.one.fact.place, self.other.fact.place} - {None}

    @cached_property
    def strange_names(self) -> tuple[frozenset[str], frozenset[str]]:
        """What each clause has to tell it from others, and the other sentence does not say."""
        return (
            self.one.names - said(self.other),
            self.other.names - said(self.one),
        )

    @cached_property
    def heads_said(self) -> int | None:
        """Of two nouns that they count, how many the other sentence says; None if one or none."""
        one, other = self.one.head, self.other.head
        if not one or not other or one == other:
            return None
        here, there = (each.around | each.modifiers for each in (self.one, self.other))
        return (one in there) + (other in here)

    @cached_property
    def dated(self) -> bool:
        """Is one period known of both, and over?"""
        period = self.one.period
        return period == self.other.period and period is not None and ".." not in period

    def each(self, ask: Callable[[Thing, Thing], int]) -> int:
        """The larger of what is asked of the one beside the other, and the other way round."""
        return max(ask(self.one, self.other), ask(self.other, self.one))


def _stems(pair: Pair) -> int:
    one, other = (
        {word[:STEM] for word in thing.around if len(word) >= STEM}
        for thing in (pair.one, pair.other)
    )
    same = {word[:STEM] for word in pair.one.around & pair.other.around}
    return min(2, len(one & other - same))


def _strange_names(pair: Pair) -> bool:
    one, other = pair.one, pair.other
    apart = (one.names ^ other.names) - (one.words & other.words)
    return bool(apart - one.titled - other.titled)


def _narrowing(pair: Pair) -> frozenset[str]:
    """What narrows the later one down, and the earlier does not say: `those that have signed`."""
    later = pair.other
    timely = later.whole.timely if later.whole is not None else frozenset()
    return later.complement - said(pair.one) - timely if later.definite else frozenset()


def _others(pair: Pair) -> bool:
    """`visas for students`: are there other people with one of them?"""
    one, other = pair.one, pair.other
    return bool(one.others - other.around or other.others - one.around)


def _were(pair: Pair) -> bool:
    """Does one of two documents tell how things were?"""
    one, other = pair.one.whole, pair.other.whole
    if one is None or other is None:
        return False
    return pair.apart and one.past != other.past


def _titles_apart(pair: Pair) -> bool:
    """`Report for March 2024`, `Report for April 2024`: do two titles name two times?"""
    one, other = pair.one, pair.other
    if not pair.apart or one.title is None or other.title is None:
        return False
    return any(
        here and there and not here & there
        for here, there in zip(one.title.times, other.title.times, strict=True)
    )


def _modified(one: Thing, other: Thing) -> int:
    return min(2, len(one.modifiers - said(other)))


#: What speaks for one thing and against it, with its points; `true` counts once, a number so often.
EVIDENCE: Final[tuple[tuple[str, int, Callable[[Pair], float]], ...]] = (
    ("the later one is told as known", 25, lambda p: not p.apart and p.other.definite),
    ("three digits in disorder", 24, lambda p: p.permuted and p.sizes[0] >= SHARP),
    ("two digits in disorder", 20, lambda p: p.permuted and p.sizes[0] == SHARP - 1),
    ("two documents", 21, lambda p: p.apart),
    ("nearly as large", 15, lambda p: p.factor <= NEAR),
    ("larger by little", 7, lambda p: p.factor <= CLOSE),
    ("one known period", 11, lambda p: p.dated),
    ("far apart", 10, lambda p: not p.apart and p.other.sentence - p.one.sentence >= FAR),
    ("side by side", -7, lambda p: not p.apart and p.other.sentence - p.one.sentence == 1),
    ("one in the lead", 10, lambda p: min(p.one.sentence, p.other.sentence) <= 1),
    (
        "the words of the shorter clause",
        8,
        lambda p: p.shared / max(1, min(len(p.one.words), len(p.other.words))),
    ),
    ("a word of both clauses", 5, lambda p: min(MOST, p.shared)),
    ("a stem of both sentences", 8, _stems),
    ("a modifier of both", 8, lambda p: min(2, len(p.one.modifiers & p.other.modifiers))),
    ("a modifier of one", -10, lambda p: p.each(_modified)),
    ("two nouns, one of them said of both", -9, lambda p: p.heads_said == 1),
    ("two nouns", -17, lambda p: p.heads_said == 0),
    ("one without a noun", -9, lambda p: bool(p.one.head) != bool(p.other.head)),
    ("one of a sort", -9, lambda p: p.one.people.some != p.other.people.some),
    ("others of that noun", -5, lambda p: min(MANY, p.company.of_noun(p.one, p.other))),
    ("others of that kind", -3, lambda p: min(MANY, p.company.of_kind(p.one))),
    ("a share", -5, lambda p: p.one.kind == "percent"),
    ("a rate", -5, lambda p: bool(p.one.rate)),
    ("written more closely", -6, lambda p: p.sizes[1] - p.sizes[0]),
    ("narrowed down", -11, lambda p: bool(_narrowing(p))),
    ("other people with one", -15, _others),
    ("a contrast", -8, lambda p: p.one.apart != p.other.apart),
    ("what tells each from others", -7, lambda p: all(p.strange_names)),
    ("what tells one from others", -7, _strange_names),
    ("how things were, and are", -8, lambda p: not p.dated and _were(p)),
    ("another time", -7, lambda p: not same_time(p.one, p.other)),
)


def points(one: Thing, other: Thing, company: Company) -> dict[str, float]:
    """What speaks for one thing and what against, each with its points; empty if all is settled."""
    pair = Pair(one, other, company)
    if _are_two(pair):
        return {}
    told = ((name, worth * float(holds(pair))) for name, worth, holds in EVIDENCE)
    return {name: worth for name, worth in told if worth}


def are_one(one: Thing, other: Thing, company: Company) -> bool:
    """Does enough speak for it that two numbers are told of one thing?"""
    return sum(points(one, other, company).values()) >= ENOUGH


def _are_two(pair: Pair) -> bool:
    """Is there what surely tells them apart?"""
    one, other = pair.one, pair.other
    return (
        one.rate != other.rate
        or one.fact.statistic != other.fact.statistic
        or (pair.factor > FACTOR and pair.factor not in ORDERS)
        or not overlap(one.period, other.period)
        or not same_scope(one, other)
        or len(pair.places) > 1
        or tells_another(one, other)
        or _is_another(pair)
        or (pair.apart and _may_have_grown(pair))
    )


def _is_another(pair: Pair) -> bool:
    """Are they of two nouns, two rows, or of two sentences built alike?"""
    one, other = pair.one, pair.other
    if one.row is not None or other.row is not None:
        return not same_time(one, other) or (one.row is not None and other.row is not None)
    if pair.heads_said == 0 and one.kind in NAMED and not (one.people.are and other.people.are):
        return True
    happened, happening = one.people.happening, other.people.happening
    if happened and happening and not happened & happening:
        return True  # died at sea, rescued at sea
    if not pair.apart and one.sentence == other.sentence:
        return True
    return (one.partitive or other.partitive) or _built_alike(pair)


def _built_alike(pair: Pair) -> bool:
    """`The clinic in the port treated N`, `The clinic on the hill treated N`: one for each."""
    one, other = pair.one.skeleton, pair.other.skeleton
    if one == other:
        return not pair.apart
    here, there = one.split(), other.split()
    if len(here) != len(there):
        return False
    odd = sum(a != b for a, b in zip(here, there, strict=True))
    return odd <= ODD and odd + ODD <= len(here)


def _may_have_grown(pair: Pair) -> bool:
    """Of two documents: may one tell of another time, by their titles, or by `now`?"""
    one, other = pair.one, pair.other
    if pair.dated or one.whole is None or other.whole is None:
        return False
    still_open = ".." in (one.period or "") and not pair.permuted
    if still_open and not (one.day and other.day and overlap(one.day, other.day)):
        return True  # since 2017 some 1,048 people were resettled
    if _titles_apart(pair):
        return True
    undated = one.period is None and other.period is None
    if undated and _narrowing(pair):
        return True
    if undated and not (one.day or other.day or one.verbs or other.verbs or pair.permuted):
        return True  # the Fund has 61 member towns; same.py knows what a name has
    return one.whole.now != other.whole.now and not one_time(one, other)
