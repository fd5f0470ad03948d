"""Are two numbers surely about the same thing?

Yes only if the counted noun, its modifiers, unit, denominator, statistic, period and standing are
the same, if the words of the one clause are those of the other, and if no word of either tells
another place, group or time. What is unknown on one side and could explain a difference says no.
Two numbers of the same digits in another order are hardly there by chance: of them less is asked.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts.compare import digits, factor, is_permuted, is_slip
from migfacts.mistyped import FACTOR, LABEL, MANY, ZERO, is_mistyped
from migfacts.referring import CLOSE, NEAR, points_back
from migfacts.repeated import is_constant, is_one_appeal
from migfacts.standing import is_undated, others_apart, same_standing, tells_another
from migfacts.thing import Thing

KINDS: Final = frozenset(("count", "money", "percent", "measure", "duration"))
#: At least this share of the words of the shorter clause must stand in the other.
OVERLAP: Final = Decimal("0.75")
LOOSE: Final = Decimal("0.6")
OVERLAP_OF_SLIPS: Final = Decimal("0.5")


def comparable(thing: Thing) -> bool:
    """May a number be compared with others at all?"""
    fact = thing.fact
    return (
        (thing.kind in KINDS or (fact.kind == "age" and fact.statistic is not None))
        and not thing.quoted
        and (fact.value is not None or fact.low is not None)
        and fact.change is None
        and bool(
            thing.words
            or thing.definite
            or thing.modifiers
            or thing.rate
            or len(thing.around) <= LABEL
        )
        and (fact.kind != "count" or bool(thing.head))
    )


def same(one: Thing, other: Thing) -> bool:
    """Are they surely about the same thing?"""
    if is_one_appeal(one, other):
        return True
    if not _alike(one, other):
        return False
    slip = is_slip(one.fact, other.fact)
    if not slip and factor(one.fact, other.fact) > FACTOR:
        return False
    if _are_two(one, other):
        return False
    if slip and is_mistyped(one, other):
        return True
    if (one.partitive or other.partitive) and not _of_one(one, other):
        return False
    if _is_narrowed(one, other):
        return False
    apart = one.document != other.document
    return _told_by_two(one, other, slip) if apart else _told_twice(one, other, slip)


def _told_twice(one: Thing, other: Thing, slip: bool) -> bool:
    """The same, in one document?"""
    known = one.definite or other.definite
    standing = same_standing(one, other)
    if not (known or standing):
        return False
    if known and points_back(one, other, slip):
        return True
    return standing and _same_words(one, other, slip)


def _told_by_two(one: Thing, other: Thing, slip: bool) -> bool:
    """The same, in two documents? Figures of no time may have grown from one to the other."""
    if is_constant(one, other):
        return True
    if not same_standing(one, other):
        return False
    close = slip and (is_permuted(one.fact, other.fact) or factor(one.fact, other.fact) <= NEAR)
    grown = is_undated(one) and is_undated(other) and not close
    return not grown and _same_words(one, other, slip)


def _are_two(one: Thing, other: Thing) -> bool:
    """Is there what surely tells them apart: a cell of its own, other speakers, other people?"""
    if one.row is not None and other.row is not None:
        return True
    if one.document == other.document and one.skeleton == other.skeleton:
        return True  # The centre is visited by 85 people: one sentence for each of several
    if tells_another(one, other):
        return True
    return not (one.definite or other.definite) and others_apart(one, other)


def _alike(one: Thing, other: Thing) -> bool:
    a, b = one.fact, other.fact
    if (one.kind, a.unit, a.statistic) != (other.kind, b.unit, b.statistic):
        return False
    if one.per != other.per and not (one.head and one.rate == other.rate):
        return False
    if one.document == other.document and one.sentence == other.sentence:
        return False
    if one.head == other.head:
        return True
    if a.kind == "money":
        return _same_money(one, other)
    if a.kind == "percent" and not (one.head and other.head):
        anyone = one.people.anyone or other.people.anyone  # of those, of the people who crossed
        return anyone or {one.head, other.head} - {""} <= one.words | other.words
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
    if (one.partitive and other.partitive) or _is_part_of(one, other):
        return True
    if one.fact.kind == "percent" and not slip:
        if one.head and one.words and one.words == other.words and one.fact.period is not None:
            return True  # women among the applicants of 2022
        if one.head and one.document == other.document and one.words == other.words:
            told = bool(one.names) and one.names == other.names and not one.people.anyone
            return told and factor(one.fact, other.fact) <= CLOSE  # women make up 62 per cent
        if factor(one.fact, other.fact) > NEAR:
            return False
    told_apart = one.modifiers ^ other.modifiers  # 48 per cent of migrants worldwide
    shorter, longer = sorted(
        (_words(thing) | thing.modifiers & told_apart for thing in (one, other)), key=len
    )
    shared = len(shorter & longer)
    if not shorter:
        return False
    share = Decimal(shared) / len(shorter)
    if one.words - other.words - one.verbs - {other.head} and (
        other.words - one.words - other.verbs - {one.head}
    ):
        return False
    odd_verbs = bool(one.acts - _words(other)) and bool(other.acts - _words(one))
    if slip and odd_verbs and not is_permuted(one.fact, other.fact):
        return False
    if slip and shared >= 1 and share >= OVERLAP_OF_SLIPS:
        short = one.fact.kind == "count" and len(digits(one.fact.value or ZERO)) <= LABEL
        short = short and one.document == other.document
        return shared >= 2 or not (odd_verbs or short) or one.fact.period is not None
    averaged = one.fact.statistic is not None and one.names and shared >= MANY
    if share < (LOOSE if averaged else OVERLAP) or odd_verbs:
        return False
    loose = len(longer) - shared
    if shared == len(longer) == 1 and one.document == other.document and one.fact.kind == "count":
        return not one.named and factor(one.fact, other.fact) <= NEAR  # with a capacity of 310
    if shared == len(longer) == 1 and (one.verbs or one.names) and one.fact.period is not None:
        return factor(one.fact, other.fact) <= CLOSE  # in 2023 we resettled 42,800 refugees
    return shared >= 2 and loose <= shared


def _is_part_of(one: Thing, other: Thing) -> bool:
    """`Fewer than 200 permits were issued in 2023`, `In 2023 the office issued 240`: too many.

    What one clause tells more may narrow it down, and a part is no larger than its whole.
    """
    a, b = one.fact, other.fact
    whole, part = (one, other) if len(one.words) < len(other.words) else (other, one)
    return (
        a.kind == "count"
        and a.period == b.period is not None
        and bool(whole.verbs)
        and whole.verbs <= part.verbs
        and whole.words < part.words
        and whole.names == part.names
        and (part.fact.value or ZERO) > (whole.fact.value or ZERO)
    )


def _words(thing: Thing) -> frozenset[str]:
    return thing.words | (
        {thing.head} if thing.fact.kind == "money" and thing.head else frozenset()
    )


def _of_one(one: Thing, other: Thing) -> bool:
    """`25 of the 60 stalls are run by women`, `Women run 35 of the 60 stalls`: the same words."""
    told = len(one.words) + bool(one.head)
    return one.partitive and other.partitive and one.words == other.words and told > 1


def _is_narrowed(one: Thing, other: Thing) -> bool:
    """`the 171 members that pay their dues`, `it had 149`: may two documents speak of others?"""
    if one.document == other.document or one.whole is None or other.whole is None:
        return False
    if is_undated(one) and is_undated(other) and one.whole.past != other.whole.past:
        return True
    return bool(one.complement - other.around or other.complement - one.around)
