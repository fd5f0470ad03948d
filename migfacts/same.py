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
from migfacts.thing import Thing

KINDS: Final = frozenset(("count", "money", "percent", "measure", "duration"))
#: Standings that say nothing against a comparison.
HARMLESS: Final = frozenset(("reached",))
#: At least this share of the words of the shorter clause must stand in the other.
OVERLAP: Final = Decimal("0.75")
OVERLAP_OF_SLIPS: Final = Decimal("0.5")
#: Beyond this factor two numbers are hardly two versions of one.
FACTOR: Final = 3
NEAR: Final = Decimal("1.5")
CLOSE: Final = Decimal("1.3")
#: A sentence of so few words is a label with its figure: `Staff: 318`.
LABEL: Final = 2
#: Words that two sentences share, and their share of the shorter, if three digits are in disorder,
#: and if only two are or one is another.
MANY, SOME = 3, Decimal("0.4")
MORE, MOST = 4, Decimal("0.5")
ZERO: Final = Decimal(0)
#: Million for billion, thousand for million.
SCALES: Final = frozenset((Decimal(1000), Decimal(1_000_000)))
#: Money that is asked for is required, and planned to be spent.
ASKED: Final = frozenset(("planned", "required"))
RECEIVED: Final = frozenset(("received",))


def comparable(thing: Thing) -> bool:
    """May a number be compared with others at all?"""
    fact = thing.fact
    return (
        fact.kind in KINDS
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
    if _is_mistyped(one, other):
        return True
    if one.partitive or other.partitive:
        return False
    known = one.document == other.document and (one.definite or other.definite)
    standing = _same_standing(one, other)
    if not known and not standing:
        return False
    slip = is_slip(one.fact, other.fact)
    if not slip and factor(one.fact, other.fact) > FACTOR:
        return False
    if known and (_refers(one, other, slip) or _told_again(one, other)):
        return True
    if one.document != other.document and _is_property(one, other):
        return True
    if (
        one.document != other.document
        and _is_undated(one)
        and not (
            slip and (is_permuted(one.fact, other.fact) or factor(one.fact, other.fact) <= NEAR)
        )
        and not (_is_retold(one, other) or _is_rate(one, other))
    ):
        return False
    return standing and _same_words(one, other, slip)


def _is_mistyped(one: Thing, other: Thing) -> bool:
    """Is the one the other with its digits in disorder, in a sentence that says the same?"""
    rescaled = _is_rescaled(one, other)
    if not is_slip(one.fact, other.fact):
        return False
    if factor(one.fact, other.fact) > FACTOR and not rescaled:
        return False
    if one.named - other.named and other.named - one.named:
        return False
    permuted = is_permuted(one.fact, other.fact)
    strong = permuted and len(digits(one.fact.value or ZERO)) > 2
    dated = one.fact.period == other.fact.period is not None
    if one.apart != other.apart and not rescaled and not (strong and dated and one.named):
        return False
    if one.modifiers - other.around or other.modifiers - one.around:
        return False
    if not _overlap(one.fact.period, other.fact.period) or not _same_scope(one, other):
        return False
    apart = one.document != other.document and not _same_time(one, other)
    if apart and _is_undated(one) and len(digits(one.fact.value or ZERO)) < MANY:
        return False  # two annual reports
    if not permuted and one.document != other.document and _is_undated(one):
        return False
    if not permuted and one.verbs - other.around and other.verbs - one.around:
        return False
    if one.fact.kind == "percent" and not strong:
        return False
    least, share = (MANY, SOME) if strong else (MORE, MOST)
    shared, fewer = len(one.around & other.around), min(len(one.around), len(other.around))
    if strong and shared == fewer > 1 and one.fact.period == other.fact.period is not None:
        return True  # a key figure says no more than what it counts
    if strong and _scope(one) and one.fact.kind == "money":
        least -= 1  # an appeal and what is sought under it
    if rescaled:
        least = LABEL
    return shared >= least and shared >= share * fewer


def _is_rescaled(one: Thing, other: Thing) -> bool:
    """`USD 5.7 billion` and `USD 5.7 million` of one time, both with a name."""
    return (
        factor(one.fact, other.fact) in SCALES
        and one.fact.period == other.fact.period is not None
        and bool(one.named & other.named)
    )


def _same_scope(one: Thing, other: Thing) -> bool:
    """Have both the same standing? What was received is told apart only from what was asked for."""
    apart = _scope(one) ^ _scope(other)
    if apart <= ASKED and one.fact.kind == "money":
        return True
    return not apart or (apart == RECEIVED and not (one.is_asked or other.is_asked))


def _overlap(one: str | None, other: str | None) -> bool:
    """Is a period unknown, or the one within the other: `2025-01/2025-06` and `2025`?"""
    if one is None or other is None or one == other:
        return True
    return any(
        all(end[: len(whole)] == whole for end in part.split("/"))
        for whole, part in ((one, other), (other, one))
        if "/" not in whole
    )


def _is_undated(thing: Thing) -> bool:
    """Figures of no time or of a time still open grow from one document to the next."""
    return thing.period is None or ".." in thing.period


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
    return (
        one.words == other.words
        and len(one.names & one.words & other.names) > 1
        and factor(one.fact, other.fact) <= CLOSE
    )


def _same_standing(one: Thing, other: Thing) -> bool:
    """Are time, place and standing the same, and does no name tell the two apart?"""
    places = {one.fact.place, other.fact.place} - {None}
    if len(places) > 1 and one.document == other.document:
        return False
    return (
        one.names == other.names
        and one.modifiers == other.modifiers
        and _same_time(one, other)
        and _same_scope(one, other)
    )


def _alike(one: Thing, other: Thing) -> bool:
    a, b = one.fact, other.fact
    if (a.kind, a.unit, a.statistic) != (b.kind, b.unit, b.statistic):
        return False
    if one.per != other.per and not (one.head and one.rate == other.rate):
        return False
    if one.document == other.document and one.sentence == other.sentence:
        return False
    return one.head == other.head or (a.kind == "money" and _same_money(one, other))


def _same_money(one: Thing, other: Thing) -> bool:
    """An amount may be named by a noun beside it or elsewhere in its clause."""
    heads = {one.head, other.head}
    return "" in heads or heads <= one.words | other.words


def _scope(thing: Thing) -> frozenset[str]:
    return frozenset(thing.fact.scope) - HARMLESS


def _same_time(one: Thing, other: Thing) -> bool:
    a, b = one.period, other.period
    return a == b and not (a is None and one.document != other.document and one.day != other.day
                           and one.day is not None and other.day is not None)  # fmt: skip


def _same_words(one: Thing, other: Thing, slip: bool) -> bool:
    if one.fact.kind == "percent" and not slip and factor(one.fact, other.fact) > NEAR:
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
    if share < OVERLAP or odd_verbs:
        return False
    loose = len(longer) - shared
    if shared == len(longer) == 1 and one.document == other.document and one.fact.kind == "count":
        return not one.named and factor(one.fact, other.fact) <= NEAR  # with a capacity of 310
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
    if _scope(later) - _scope(earlier) or _scope(earlier) - _scope(later) - {"planned"}:
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
    if not acts and later.complement and (one.modifiers or len(later.complement) > 1):
        acts = later.complement if later.complement <= earlier.around else frozenset()
    return (
        later.definite
        and bool(acts)
        and one.fact.kind in ("count", "percent")
        and bool(one.head)
        and later.modifiers <= earlier.modifiers | earlier.words
        and earlier.modifiers <= later.modifiers | later.words
        and factor(one.fact, other.fact) <= CLOSE
        and _overlap(one.fact.period, other.fact.period)
        and _same_scope(one, other)
        and later.apart <= earlier.apart
    )


def _is_property(one: Thing, other: Thing) -> bool:
    """`A standard kit weighs 28 kg` and `A standard kit weighs 38 kg`: of no time and place."""
    return (
        one.fact.kind == "measure"
        and bool(one.head and one.modifiers)
        and one.words == other.words
        and bool(one.words)
        and _same_standing(one, other)
        and factor(one.fact, other.fact) <= NEAR
    )
