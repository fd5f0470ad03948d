"""Signs that a number is the total of others, each with its points.

No wording says it for all: `of the 640 received 410 …`, `five for Bamako, six for Dakar`, `in all`.
Each sign that the others are its parts has its points, each that they are not takes some away, and
a sum of at least `ENOUGH` is sure, if one of them tells of a total at all.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from migfacts.fact import SHARES
from migfacts.relations.total.addition import LOOSE, Addition, sort_of
from migfacts.relations.total.signs import lists, marks, rests, rows, words
from migfacts.relations.total.signs.words import SHARP

#: So many points are sure.
ENOUGH: Final = 10
NEAR: Final = Decimal("0.1")
CLOSE: Final = Decimal("0.03")
#: Of more numbers than these none is the only one by chance.
SMALL: Final = 12
#: One of these must hold: of a total, of a whole, of the rest, or of a breakdown there is a word.
TELLING: Final[tuple[Callable[[Addition], bool], ...]] = (
    words.is_total, words.of_whole, words.points_back, words.opens, words.announced, words.made_of,
    rows.in_rows, words.numbered, words.names_total, words.follows, rests.tells_rest,
    words.completes, words.excludes, rows.in_turn, rows.in_turn_alike, words.elaborates,
    words.apposed,
    lists.bare_behind, lists.told_as_all, words.there_are, words.they_are, lists.of_which_list,
)  # fmt: skip


class Sign(NamedTuple):
    """What speaks for a total, or against it."""

    name: str
    worth: int
    #: Whether it holds, or how often.
    holds: Callable[[Addition], float]


def _further(sum_: Addition) -> int:
    """In how many sentences more than one it stands; lines of a list are one."""
    listed = rows.in_rows(sum_) or rows.in_turn(sum_) or rows.in_turn_alike(sum_)
    return 1 if listed else len(sum_.places) - 1


def _others(sum_: Addition) -> int:
    """How many other numbers of its sort stand beside it, without that before their colon."""
    likes = sum(sort_of(fact) == sum_.sort for fact in sum_.outside)
    return min(3, likes - words.numbered_before(sum_))


SIGNS: Final[tuple[Sign, ...]] = (
    Sign("told as a total", 5, words.is_total),
    Sign("a total in its sentence", 2, words.names_total),
    Sign("the rest at the end", 5, rests.ends_in_rest),
    Sign("some of them, and the rest", 3, words.theirs_and_rest),
    Sign("the rest before", 2, lambda s: rests.tells_rest(s) and not rests.ends_in_rest(s)),
    Sign("what is left follows", 2, words.follows),
    Sign("of the whole", 4, words.of_whole),
    Sign("of these", 4, words.points_back),
    Sign("nearly all of which", 6, lists.of_which_list),
    Sign("of the sum", 4, lists.of_the_sum),
    Sign("a group, and who there is", 9, words.there_are),
    Sign("who they are", 6, words.they_are),
    Sign("of whom", 2, lambda s: s.passage.words.has("of_whom", s.lead_in)),
    Sign("opened by a mark", 3, words.opens),
    Sign("announced", 6, words.announced),
    Sign("a comma", 1, lambda s: "," in s.lead_in and not words.opens(s)),
    Sign("made of", 5, words.made_of),
    Sign("the number of the parts", 3, words.numbered),
    Sign("their number before their colon", 4, words.numbered_before),
    Sign("a total of that number", 2, lists.numbers_total),
    Sign("a sentence each", 6, rows.in_turn),
    Sign("a sentence each, built alike", 8, rows.in_turn_alike),
    Sign("bare numbers behind it", 5, lists.bare_behind),
    Sign("a colon, and nothing behind the list", 6, lists.opens_list),
    Sign("told as all of them", 7, lists.told_as_all),
    Sign("the first, the second", 3, lists.in_order_told),
    Sign("a month each", 5, lists.in_months),
    Sign("a bare list behind it", 4, words.elaborates),
    Sign("bare numbers behind a comma", 6, words.apposed),
    Sign("parts that exclude one another", 4, words.excludes),
    Sign("all there is", 4, words.completes),
    Sign("a place each", 2, marks.placed),
    Sign("closed by a conjunction", 1, words.closes),
    Sign("in one sentence", 2, lambda s: s.one_sentence is not None),
    Sign("in rows", 2, rows.in_rows),
    Sign("one noun", 1, words.of_its_noun),
    Sign("more than two", 1, lambda s: min(2, len(s.parts) - 2)),
    Sign("nearly the sum", 2, lambda s: s.off <= NEAR),
    Sign("hardly apart", 1, lambda s: s.off <= CLOSE),
    Sign("digits mistyped", 1, lambda s: 4 if s.slip >= SHARP else s.slip == SHARP - 1),
    Sign("of other things", -5, words.of_other_things),
    Sign("bare numbers elsewhere", -6, words.far_and_bare),
    Sign("of another noun", -2, words.of_another_noun),
    Sign("a total without a noun", -2, words.is_bare),
    Sign("lengths of time", -2, lambda s: s.sort[0] == "duration"),
    Sign("only some of them", -6, words.are_some),
    Sign("less than the total", -3, words.may_be_some),
    Sign("set against others", -5, words.says("compared")),
    Sign("others that come next", -8, words.come_next),
    Sign("of each", -4, words.says("each")),
    Sign("more than", -2, words.says("than")),
    Sign("parts that may overlap", -2, words.may_overlap),
    Sign("a part of the part before", -6, words.is_nested),
    Sign("a number that is denied", -8, marks.is_denied),
    Sign("several answers to one question", -8, lambda s: s.passage.has("answers")),
    Sign("a part and its whole among them", -8, lists.has_wholes),
    Sign("the rest of what was told before", -8, lists.is_behind_rest),
    Sign("a part without a number", -8, words.has_unnumbered),
    Sign("a rest without a number", -8, rests.leaves_some),
    Sign("the part without a number is one", -6, words.lacks_one),
    Sign("one of the list", -6, lists.is_of_list),
    Sign("told as further", -8, lists.is_further),
    Sign("one of another part", -8, lists.is_of_part),
    Sign("the list goes on", -6, lists.goes_on_from_list),
    Sign("led alike", -4, lists.led_alike),
    Sign("followed alike", -2, lists.followed_alike),
    Sign("bracketed alike", -8, lists.bracketed_alike),
    Sign("of several columns", -8, rows.of_several_columns),
    Sign("itself a rest", -8, rests.is_rest_itself),
    Sign("in the middle", -4, words.in_the_middle),
    Sign("no list", -3, lambda s: s.unjoined),
    Sign("other numbers", -2, _others),
    Sign("shares beside them", -1, lambda s: any(f.kind in SHARES for f in s.outside)),
    Sign("other sentences", -1, _further),
    Sign("sentences between", -1, lambda s: s.places[-1] - s.places[0] + 1 - len(s.places)),
    Sign("not side by side", -2, lambda s: any(not each.adjacent for each in s.sentences[1:])),
    Sign("of several times", -3, marks.differ("period")),
    Sign("of another time", -1, marks.of_another_time),
    Sign("written more closely", -1, marks.differ("precision")),
    Sign("an average", -6, marks.any_has("statistic")),
    Sign("an average beside them", -3, lambda s: any(fact.statistic for fact in s.outside)),
    Sign("a change", -4, marks.changes),
    Sign("small", -1, lambda s: 3 if s.total.value < LOOSE else s.total.value <= SMALL),
)  # fmt: skip


def points(addition: Addition) -> dict[str, float]:
    """What speaks for a total and what against, each with its points; empty if nothing tells it."""
    if not any(tells(addition) for tells in TELLING):
        return {}
    told = ((sign.name, sign.worth * float(sign.holds(addition))) for sign in SIGNS)
    return {name: worth for name, worth in told if worth}


#: What speaks for it, and what against.
_FOR: Final = [sign for sign in SIGNS if sign.worth > 0]
_AGAINST: Final = [sign for sign in SIGNS if sign.worth < 0]


def worth(addition: Addition) -> float:
    """The sum of the points; 0 where they cannot be enough, so that most are not asked for."""
    if not any(tells(addition) for tells in TELLING):
        return 0.0
    told = sum(sign.worth * float(sign.holds(addition)) for sign in _FOR)
    for sign in _AGAINST:
        if told < ENOUGH:
            return 0.0
        told += sign.worth * float(sign.holds(addition))
    return told
