"""Are two numbers surely about the same thing?

Yes only if the counted noun, its modifiers, unit, denominator, statistic, period and standing are
the same, if the words of the one clause are those of the other, and if no word of either tells
another place, group or time. What is unknown on one side and could explain a difference says no.
Two numbers of the same digits in another order are hardly there by chance: of them less is asked.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.compare import factor, is_permuted, is_slip
from migfacts.mistyped import FACTOR, LABEL, MANY, is_mistyped
from migfacts.standing import is_undated, overlap, same_scope, same_standing, scope
from migfacts.thing import Thing

KINDS: Final = frozenset(("count", "money", "percent", "measure", "duration"))
#: At least this share of the words of the shorter clause must stand in the other.
OVERLAP: Final = Decimal("0.75")
LOOSE: Final = Decimal("0.6")
OVERLAP_OF_SLIPS: Final = Decimal("0.5")
NEAR: Final = Decimal("1.5")
CLOSE: Final = Decimal("1.3")


def comparable(thing: Thing) -> bool:
    """May a number be compared with others at all?"""
    fact = thing.fact
    return (
        (fact.kind in KINDS or (fact.kind == "age" and fact.statistic is not None))
        and not thing.quoted
        and (fact.value is not None or fact.low is not None)
        and fact.change is None
        and bool(thing.words or thing.definite or thing.modifiers or len(thing.around) <= LABEL)
        and (fact.kind != "count" or bool(thing.head))
    )


def same(one: Thing, other: Thing) -> bool:
    """Are they surely about the same thing?"""
    if not _alike(one, other):
        return False
    if is_mistyped(one, other):
        return True
    if (one.partitive or other.partitive) and not _of_one(one, other):
        return False
    if _is_narrowed(one, other):
        return False
    if one.document != other.document and _is_constant(one, other):
        return True
    known = one.document == other.document and (one.definite or other.definite)
    standing = same_standing(one, other)
    if not known and not standing:
        return False
    slip = is_slip(one.fact, other.fact)
    if not slip and factor(one.fact, other.fact) > FACTOR:
        return False
    if known and (
        _refers(one, other, slip) or _told_again(one, other) or _is_described(one, other, slip)
    ):
        return True
    if one.document != other.document and (_is_property(one, other) or _is_constant(one, other)):
        return True
    if (
        one.document != other.document
        and is_undated(one)
        and is_undated(other)
        and not (
            slip and (is_permuted(one.fact, other.fact) or factor(one.fact, other.fact) <= NEAR)
        )
        and not (_is_retold(one, other) or _is_rate(one, other))
    ):
        return False
    return standing and _same_words(one, other, slip)


def _is_rate(one: Thing, other: Thing) -> bool:
    """`In Bor the cash grant is USD 75 a month` and `… USD 95 a month`: what is paid again."""
    return (
        bool(one.rate and one.head and one.names)
        and one.head == other.head
        and one.day is other.day is None
        and factor(one.fact, other.fact) <= NEAR
    )


def _is_retold(one: Thing, other: Thing) -> bool:
    """`Today the Fund works in 31 countries` and `… in 34 countries`: the same, word by word."""
    if one.verbs or other.verbs:
        return False  # what happens goes on from one report to the next
    return (
        one.words == other.words
        and len(one.names & one.words & other.names) > 1
        and factor(one.fact, other.fact) <= CLOSE
    )


def _alike(one: Thing, other: Thing) -> bool:
    a, b = one.fact, other.fact
    if (a.kind, a.unit, a.statistic) != (b.kind, b.unit, b.statistic):
        return False
    if one.per != other.per and not (one.head and one.rate == other.rate):
        return False
    if one.document == other.document and one.sentence == other.sentence:
        return False
    if one.head == other.head:
        return True
    if a.kind == "money":
        return _same_money(one, other)
    happening = one.people.happening & other.people.happening
    return bool(happening) and _may_be_called(one, other) and is_slip(a, b)


def _may_be_called(one: Thing, other: Thing) -> bool:
    """`340 migrants died` and `430 deaths`; but 12 women are some of the 21 people who died."""
    if not (one.people.anyone or other.people.anyone) or one.people.some or other.people.some:
        return False
    shared = len(one.words & other.words)
    return shared > 1 or (shared == 1 and one.period == other.period is not None)


def _same_money(one: Thing, other: Thing) -> bool:
    """An amount may be named by a noun beside it or elsewhere in its clause."""
    heads = {one.head, other.head}
    return "" in heads or heads <= one.words | other.words


def _same_words(one: Thing, other: Thing, slip: bool) -> bool:
    if one.fact.kind == "percent" and not slip:
        if one.head and one.words and one.words == other.words and one.fact.period is not None:
            return True  # women among the applicants of 2022
        if factor(one.fact, other.fact) > NEAR:
            return False
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    shared = len(shorter & longer)
    if not shorter:
        return False
    share = Decimal(shared) / len(shorter)
    if one.words - other.words - one.verbs - {other.head} and (
        other.words - one.words - other.verbs - {one.head}
    ):
        return False
    odd_verbs = bool(one.verbs - _words(other)) and bool(other.verbs - _words(one))
    if slip and odd_verbs and not is_permuted(one.fact, other.fact):
        return False
    if slip and shared >= 1 and share >= OVERLAP_OF_SLIPS:
        return shared >= 2 or not odd_verbs or one.fact.period is not None
    averaged = one.fact.statistic is not None and one.names and shared >= MANY
    if share < (LOOSE if averaged else OVERLAP) or odd_verbs:
        return False
    loose = len(longer) - shared
    if shared == len(longer) == 1 and one.document == other.document and one.fact.kind == "count":
        return not one.named and factor(one.fact, other.fact) <= NEAR  # with a capacity of 310
    if shared == len(longer) == 1 and (one.verbs or one.names) and one.fact.period is not None:
        return factor(one.fact, other.fact) <= CLOSE  # in 2023 we resettled 42,800 refugees
    return shared >= 2 and loose <= shared


def _words(thing: Thing) -> frozenset[str]:
    return thing.words | (
        {thing.head} if thing.fact.kind == "money" and thing.head else frozenset()
    )


def _refers(one: Thing, other: Thing, slip: bool) -> bool:
    """`The 6.7m grant` points back to the only grant that was named before."""
    earlier, later = sorted((one, other), key=lambda thing: thing.fact.start)
    if not later.definite or not later.head:
        return False
    if later.head != earlier.head and (earlier.head or later.head not in earlier.words):
        return False
    if earlier.fact.kind == "percent" or not later.modifiers <= earlier.modifiers | earlier.words:
        return False
    if later.fact.period is not None and later.fact.period != earlier.fact.period:
        return False
    if scope(later) - scope(earlier) or scope(earlier) - scope(later) - {"planned"}:
        return False
    if later.complement - earlier.around - earlier.names:
        return False
    limit = FACTOR if is_permuted(one.fact, other.fact) else NEAR
    return slip and factor(one.fact, other.fact) <= limit and later.fact.kind in ("money", "count")


def _told_again(one: Thing, other: Thing) -> bool:
    """`Nineteen vans were handed over … The 17 vans handed over today`: of nearly one size."""
    earlier, later = sorted((one, other), key=lambda thing: thing.fact.start)
    acts = one.verbs & other.verbs or len(one.words & other.words) >= MANY
    if one.fact.kind == "percent":  # the 67 per cent of households that skip a meal
        alike = len(one.around & other.around) >= MANY
        acts = acts or one.words & other.words if alike else frozenset()
    compound = "-" in later.fact.text  # the centre has 80 beds … the 60-bed centre
    if not acts and later.complement and (one.modifiers or compound or len(later.complement) > 1):
        acts = later.complement if later.complement <= earlier.around else frozenset()
    if not acts and later.points_back:
        acts = later.modifiers
    return (
        later.definite
        and bool(acts)
        and one.fact.kind in ("count", "percent")
        and bool(one.head)
        and later.modifiers <= earlier.modifiers | earlier.words
        and earlier.modifiers <= later.modifiers | later.words
        and factor(one.fact, other.fact) <= CLOSE
        and overlap(one.fact.period, other.fact.period)
        and same_scope(one, other)
        and later.apart <= earlier.apart
    )


def _is_described(one: Thing, other: Thing, slip: bool) -> bool:
    """`The course lasts six weeks … the nine-week course`: how long the only one is, told twice."""
    earlier, later = sorted((one, other), key=lambda thing: thing.fact.start)
    return (
        later.points_back
        and one.fact.kind in ("money", "measure", "duration")
        and later.head == earlier.head
        and later.modifiers <= earlier.modifiers | earlier.words
        and factor(one.fact, other.fact) <= (FACTOR if slip else NEAR)
        and one.period == other.period
        and same_scope(one, other)
        and later.apart <= earlier.apart
    )


def _is_property(one: Thing, other: Thing) -> bool:
    """`A standard kit weighs 28 kg` and `A standard kit weighs 38 kg`: of no time and place."""
    return (
        one.fact.kind == "measure"
        and bool(one.head and one.modifiers)
        and one.words == other.words
        and bool(one.words)
        and same_standing(one, other)
        and factor(one.fact, other.fact) <= NEAR
    )


def _of_one(one: Thing, other: Thing) -> bool:
    """`25 of the 60 stalls are run by women`, `Women run 35 of the 60 stalls`: the same words."""
    return one.partitive and other.partitive and one.words == other.words and len(one.words) > 1


def _is_narrowed(one: Thing, other: Thing) -> bool:
    """`the 171 members that pay their dues`, `it had 149`: may two documents speak of others?"""
    if one.document == other.document or one.whole is None or other.whole is None:
        return False
    if is_undated(one) and is_undated(other) and one.whole.past != other.whole.past:
        return True
    return bool(one.complement - other.around or other.complement - one.around)


def _is_constant(one: Thing, other: Thing) -> bool:
    """`The Fund has 63 members`, `With its 61 members, the Fund …`: what a name has."""
    if one.whole is None or other.whole is None or one.fact.kind != "count" or not one.head:
        return False
    if one.period or other.period or one.day or other.day or one.verbs or other.verbs:
        return False
    return (
        bool(one.whole.owners & other.whole.owners)
        and one.modifiers == other.modifiers
        and one.names ^ other.names <= one.around & other.around
        and same_scope(one, other)
        and _own_words(one) <= other.around
        and _own_words(other) <= one.around
        and factor(one.fact, other.fact) <= CLOSE
    )


def _own_words(thing: Thing) -> frozenset[str]:
    """The words that could tell it from another: of `the 23 aims of the Pact` those behind it."""
    return thing.complement if thing.definite else thing.words
