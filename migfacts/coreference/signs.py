"""Signs that two numbers are told of one thing, or of two, each with its points.

See weighing.py; how the points were found stands in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from migfacts.coreference.growing import is_of_now, may_have_grown
from migfacts.coreference.mistyped import FACTOR, is_mistyped
from migfacts.coreference.pair import Pair
from migfacts.coreference.repeated import CLOSE, is_constant, is_one_appeal, is_timeless
from migfacts.things.standing import PLANNED, one_time, overlap, said, same_scope, same_time, scope
from migfacts.things.thing import DESCRIBING, Thing

#: Two words that begin with so many letters alike are of one stem: `interviewed`, `interviewees`.
STEM: Final = 5
#: So many digits that count are hardly in disorder by chance.
SHARP: Final = 3
#: Two sentences so far apart do not go on from one another.
FAR: Final = 3
HAIR: Final = Decimal("1.02")
NEAR: Final = Decimal("1.6")
TWICE: Final = Decimal(2)
#: What decides by itself if nothing tells them apart.
SPECIAL: Final = 100
#: What may be said with a number that is known, and not of its standing.
SAID_OF_KNOWN: Final = PLANNED | {"cumulative", "quoted"}
#: What counts up to its day is of one thing with what is so on that day.
SO_FAR: Final = frozenset(("cumulative",))
#: Of words no more than so many are counted, and of rivals.
MOST, MANY = 4, 10


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
    return bool(apart - one.titled - other.titled - one.timely - other.timely)


def _is_mistyped(pair: Pair) -> bool:
    if pair.apart and pair.company.doublings and not pair.one.named & pair.other.named:
        return False  # of many documents
    if frozenset() in (pair.one.row, pair.other.row):
        return False  # a cell of which no row tells what it is of
    told_again = pair.slip and is_mistyped(pair.one, pair.other)
    return told_again and not _is_narrowed_at_once(pair)


def _is_narrowed_at_once(pair: Pair) -> bool:
    """`The hostel has 68 cots. The 86 cots we asked for …`: is it set against the other?"""
    whole = pair.other.whole
    goes_on = pair.distance == 1 and whole is not None and whole.adjacent
    return goes_on and bool(pair.narrowing)


def parts_alike(pair: Pair) -> bool:
    """`25 of the 60 stalls are run by women`, `Women run 35 of the 60 stalls`: the same words."""
    one, other = pair.one, pair.other
    told = len(one.words) + bool(one.head)
    if pair.apart and _is_of_two_days(pair):
        return False  # 9 of 11 members, and a month later 10 of 11
    return one.partitive and other.partitive and one.words == other.words and told > 1


def _is_row_of(pair: Pair) -> bool:
    """`| Sava | 120 |`, `In Sava there are 140 tents`: a cell and what tells of its row?"""
    for cell, told in ((pair.one, pair.other), (pair.other, pair.one)):
        if cell.row and told.row is None and (cell.row <= told.words or cell.row == told.named):
            return True  # with 140 tents, Sava is the largest
    return False


def _were(pair: Pair) -> bool:
    """Does one of two documents tell how things were?"""
    one, other = pair.one.whole, pair.other.whole
    if one is None or other is None:
        return False
    return one.past != other.past


def _is_loose_share(pair: Pair) -> bool:
    """`Over ten years 71 per cent` in one document, `in the year 59 per cent` in another."""
    one, other = pair.one, pair.other
    loose = pair.undated and not one_time(one, other)
    return one.kind == "percent" and loose and not pair.permuted


def _lasts(pair: Pair) -> bool:
    """`Over those eight years 68 per cent`, `in the year 57 per cent`."""
    one, other = pair.one.whole, pair.other.whole
    if one is None or other is None or pair.one.kind != "percent":
        return False
    return one.lasts != other.lasts


def scopes_apart(pair: Pair) -> frozenset[str]:
    """What is said of the standing of one only.

    `The 34 schools will not open`: of what is known, it is the opening that is to come.
    """
    apart = scope(pair.one) ^ scope(pair.other)
    if pair.one.whole is not None and pair.one.whole.is_title:
        apart -= PLANNED  # to broadcast in 12 languages
    return apart - (SAID_OF_KNOWN if pair.known else frozenset())


def _is_counted_so_far(pair: Pair) -> bool:
    """`So far 14,300 were flown home`: is that all that tells their standings apart?"""
    return not same_scope(pair.one, pair.other) and scopes_apart(pair) == SO_FAR


def _is_of_no_time(pair: Pair) -> bool:
    """Is it unknown of both when they hold, and when one of their documents was written?"""
    one, other = pair.one, pair.other
    undated = pair.undated and not pair.permuted
    return undated and (one.day is None or other.day is None)


def _is_of_two_days(pair: Pair) -> bool:
    """`We gave out 2,268 litres`, in the notes of two weeks: does no period tell of when?"""
    one, other = pair.one, pair.other
    undated = pair.undated and not pair.permuted
    return undated and None not in (one.day, other.day) and not overlap(one.day, other.day)


def _contrasts(pair: Pair) -> frozenset[str]:
    """The words of contrast in the clause of one, that the other does not say elsewhere."""
    one, other = pair.one, pair.other
    return (one.apart - said(other)) | (other.apart - said(one))


def _contrast_both(pair: Pair) -> bool:
    """`In the east 51 people fell ill`, `in the west 48`."""
    one, other = pair.one, pair.other
    return bool(one.apart - said(other)) and bool(other.apart - said(one))


def _told_again(pair: Pair) -> bool:
    """Does a text come back to it, or another count it too, in the same words and of one time?"""
    far = pair.one.kind == "count" if pair.apart else pair.distance >= FAR
    if pair.apart and (pair.others or all(pair.strange_names)):
        return False
    return far and pair.shared > 0 and same_time(pair.one, pair.other)


def _between(pair: Pair) -> frozenset[str]:
    """Lengths of time are told of many things in one text, and less so in two."""
    return frozenset(("duration",)) if pair.apart else frozenset()


def _modified(one: Thing, other: Thing) -> int:
    return min(2, len(one.modifiers - said(other)))


def _modifiers_apart(pair: Pair) -> bool:
    """`14 anti-personnel mines`, `41 anti-tank mines`."""
    one, other = pair.one.modifiers, pair.other.modifiers
    return bool(one and other) and not one & other


def _two_acts(pair: Pair) -> bool:
    """`You gave EUR 212,000`, `we need EUR 190,000`: has each amount a verb of its own?"""
    one, other = pair.one.verbs, pair.other.verbs
    return pair.one.kind == "money" and bool(one and other) and not one & other


def _always(_pair: Pair) -> bool:
    """It holds of every pair that can have the sign."""
    return True


class Sign(NamedTuple):
    """What speaks for one thing, or against it."""

    name: str
    worth: int
    #: Whether it holds, or how often.
    holds: Callable[[Pair], float] = _always
    #: What a pair must be to have it, as names of `Pair`.
    among: frozenset[str] = frozenset()


PERMUTED, APART, KNOWN = (frozenset((name,)) for name in ("permuted", "apart", "known"))
#: What the numbers themselves say. What takes most points away stands first, so that most pairs
#: are settled early.
OF_NUMBERS: Final[tuple[Sign, ...]] = (
    Sign("others of that noun", -5, lambda p: min(MANY, p.company.of_noun(p.one, p.other))),
    Sign("others of that kind", -3, lambda p: min(MANY, p.company.of_kind(p.one))),
    Sign("the later one is told as known", 25, _always, KNOWN),
    Sign("the only one of its noun before", 8, lambda p: p.other.points_back),
    Sign("three digits in disorder", 24, lambda p: p.sizes[0] >= SHARP, PERMUTED),
    Sign("two digits in disorder", 20, lambda p: p.sizes[0] == SHARP - 1, PERMUTED),
    Sign("two documents", 38, _always, APART),
    Sign("two of many documents", -3, lambda p: p.company.doublings, APART),
    Sign("two documents on one thing", 16, lambda p: p.twins, APART),
    Sign("digits in disorder between two documents", 5, _always, APART | PERMUTED),
    Sign("hardly apart", 12, lambda p: p.factor <= HAIR),
    Sign("nearly as large", 15, lambda p: p.factor <= NEAR),
    Sign("larger by little", 7, lambda p: p.factor <= CLOSE),
    Sign("more than twice as large", -9, lambda p: TWICE < p.factor <= FACTOR and not p.permuted),
    Sign("a bound that the other breaks", 6, lambda p: p.one.fact.bound != p.other.fact.bound),
    Sign("one known period", 11, lambda p: p.dated),
    Sign("far apart", 14, lambda p: p.distance >= FAR),
    Sign("side by side", -7, lambda p: p.distance == 1),
    Sign("two counts side by side", -4, lambda p: p.distance == 1 and p.one.kind not in DESCRIBING),
    Sign("one in the lead", 10, lambda p: min(p.one.sentence, p.other.sentence) <= 1),
    Sign("one in the title", 6, lambda p: p.one.whole is not None and p.one.whole.is_title),
    Sign("one without a noun", -9, lambda p: bool(p.one.head) != bool(p.other.head)),
    Sign("one of a sort", -9, lambda p: p.one.people.some != p.other.people.some),
    Sign("a share", -5, lambda p: p.one.kind == "percent"),
    Sign("a share of no time in two documents", -18, _is_loose_share, APART),
    Sign("a share over a length of time, and one of none", -9, _lasts, APART),
    Sign("a rate", -5, lambda p: bool(p.one.rate)),
    Sign("a measure, a time or a sum", -4, lambda p: p.one.kind in DESCRIBING - _between(p)),
    Sign("written more closely", -6, lambda p: p.sizes[1] - p.sizes[0]),
)


@lru_cache(maxsize=8)
def of_numbers(*, permuted: bool, apart: bool, known: bool) -> tuple[tuple[Sign, int], ...]:
    """The signs that such a pair can have, each with the most that those from it on can give."""
    missing = (PERMUTED, not permuted), (APART, not apart), (KNOWN, not known)
    out = frozenset().union(*(name for name, lacks in missing if lacks))
    signs = [sign for sign in OF_NUMBERS if not sign.among & out]
    worths = [max(sign.worth, 0) for sign in signs]
    return tuple((sign, sum(worths[at:])) for at, sign in enumerate(signs))


#: What the words around them say.
OF_WORDS: Final[tuple[Sign, ...]] = (
    Sign(
        "the words of the shorter clause",
        8,
        lambda p: p.shared / max(1, min(len(p.one.words), len(p.other.words))),
    ),
    Sign("the same words", 6, lambda p: p.one.words == p.other.words and p.shared > 1),
    Sign("a word of both clauses", 5, lambda p: min(MOST, p.shared)),
    Sign("told again further on", 10, _told_again),
    Sign("a name of both clauses", 8, lambda p: bool(p.one.names & p.other.names - p.one.timely)),
    Sign("digits mistyped in one sentence told twice", SPECIAL, _is_mistyped),
    Sign("one appeal", SPECIAL, lambda p: is_one_appeal(p.one, p.other)),
    Sign("what a name is known to have", SPECIAL, lambda p: is_constant(p.one, p.other)),
    Sign("a part, of the same words", 26, parts_alike),
    Sign("a row of what the sentence names", 45, _is_row_of),
    Sign("a stem of both sentences", 8, _stems),
    Sign("a modifier of both", 8, lambda p: min(2, len(p.one.modifiers & p.other.modifiers))),
    Sign("a modifier of one", -10, lambda p: p.each(_modified)),
    Sign("a modifier of each", -12, _modifiers_apart),
    Sign("two nouns, one of them said of both", -9, lambda p: p.heads_said == 1),
    Sign("two nouns", -17, lambda p: p.heads_said == 0),
    Sign("two nouns in two documents", -9, lambda p: p.heads_said == 0, APART),
    Sign("narrowed down", -14, lambda p: bool(p.narrowing) and p.distance < FAR),
    Sign("narrowed down further on", -4, lambda p: bool(p.narrowing) and p.distance >= FAR),
    Sign("narrowed down at once", -20, _is_narrowed_at_once),
    Sign("other people with one", -15, lambda p: not p.known and p.others),
    Sign("other people with each", -12, lambda p: not p.known and all(p.others_of_each)),
    Sign("denied of one", -5, lambda p: p.one.denied != p.other.denied),
    Sign("a contrast", -9, lambda p: bool(_contrasts(p))),
    Sign("a contrast in each of two documents", -9, _contrast_both, APART),
    Sign("what tells each from others", -7, lambda p: all(p.strange_names)),
    Sign("what tells one from others", -7, _strange_names),
    Sign("how things were, and are", -8, lambda p: not p.dated and _were(p), APART),
    Sign("one act with the money, and another", -8, _two_acts),
    Sign("planned, and so", -10, lambda p: bool(scopes_apart(p))),
    Sign("counted so far", -12, _is_counted_so_far),
    Sign("of no known time", -7, _is_of_no_time, APART),
    Sign("of two days", -10, _is_of_two_days, APART),
    Sign("may have grown", -12, may_have_grown, APART),
    Sign("now, and perhaps then", -10, is_of_now, APART),
    Sign("another time", -7, lambda p: not same_time(p.one, p.other)),
)
#: The words speak for one thing with no more points than these, if there is nothing special.
MOST_OF_WORDS: Final = 84


def most_of_words(pair: Pair) -> int:
    """The points that the words can have at most, without reading them."""
    one, other = pair.one, pair.other
    special = one.partitive or other.partitive or one.row or other.row or pair.slip
    constant = pair.apart and is_timeless(one) and is_timeless(other)
    return MOST_OF_WORDS + SPECIAL * bool(special or constant)
