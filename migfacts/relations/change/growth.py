"""Growth: a change told by its size or its way, and the two values that stand beside it.

Where no wording sets the values out, they are the only two of one sort, and something
tells which came first: their times, `than`, `a year ago`, `now`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from migfacts.fact import Change, Fact
from migfacts.relation import Relation
from migfacts.relations.change.increment import is_factor
from migfacts.relations.earlier import is_earlier, near, value_before
from migfacts.relations.lists import NUMBERS, VALUES, heads, of_one_unit, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.elsewhere import is_change_of_others
from migfacts.relations.share.wholes import HUNDRED
from migfacts.relations.times import month_of

#: What a change is said to come to is no more than that many times what it is.
LOOSE: Final = 3
POINT: Final = Decimal("0.01")
#: Among more numbers than these no two are the only ones.
MOST: Final = 12
KINDS: Final = VALUES | {"percent"}


class _Said(NamedTuple):
    """What a change is said to come to, and which way it goes."""

    direction: Change | None
    how: str | None = None


def read(passages: list[Passage], found: list[Relation]) -> Iterator[Relation]:
    """The changes whose two values no wording of its own sets out; `found` are those it does."""
    told = {fact.start for relation in found for fact in relation.facts()}
    for at, passage in enumerate(passages):
        if len(passage.facts) > MOST:
            continue
        for fact in passage.facts:
            if fact.start in told:
                continue
            relation = _by(passages, at, fact) or _to(passages, at, fact)
            if relation is None or any(each.start in told for each in relation.facts()):
                continue
            told |= {each.start for each in relation.facts()}
            if _is_plausible(relation) and not is_change_of_others(passages, at, relation):
                yield relation


def _is_plausible(relation: Relation) -> bool:
    """May it be a change misreported, and nothing that another reading makes right?"""
    one, other, by = (relation.one(role) for role in ("from", "to", "by"))
    if one is None or other is None or not one.value or not other.value:
        return False
    if by is None or by.value is None:
        return True
    moved, part = abs(other.value - one.value), min(one.value, other.value)
    if relation.how == "factor":
        return True
    if by.kind in ("percent", "ratio") and by.unit != "percentage_point":
        share = by.value if by.kind == "ratio" else by.value / HUNDRED
        backwards = by.change == ("up" if one.value > other.value else "down")
        if backwards and abs(moved / other.value - share) <= POINT:
            return False  # in its last year, and not last year
        whole = max(one.value, other.value)
        shares = (moved / one.value, moved / other.value)
        near = any(share <= each * LOOSE and each <= share * LOOSE for each in shares)
        return near and abs(part / whole - share) > POINT
    return moved != by.value and moved <= by.value * LOOSE and by.value <= moved * LOOSE


def _by(passages: list[Passage], at: int, by: Fact) -> Relation | None:
    """`With 4,550 in 2023, the increase was 40 per cent`; `300 more than last year's 4,700`."""
    passage = passages[at]
    said = _said(passage, by)
    if said is None:
        return None
    pair = (
        _in_sentence(passage, by, said)
        or _than_before(passages, at, by)
        or _since(passages, at, by)
        or _from_behind(passages, at, by)
    )
    if pair is None or not _is_bracketed_behind(passage, by, pair):
        return None
    roles = {"from": [pair[0]], "to": [pair[1]], "by": [by]}
    return Relation(kind="change", roles=roles, direction=said.direction, how=said.how)


def _is_bracketed_behind(passage: Passage, by: Fact, pair: tuple[Fact, Fact]) -> bool:
    """`2,430 in 2021 (up 50 per cent) and 4,374 last year`: is it the later one that it follows?"""
    before = passage.skeleton[: passage.position(by)]
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return True
    one, other = pair
    inside = [fact for fact in pair if fact.start < by.start and fact in passage.facts]
    return len(inside) < 2 and other in inside if one in passage.facts else True


def _said(passage: Passage, by: Fact) -> _Said | None:
    words, before, after = passage.words, passage.before(by), passage.after(by)
    if by.value is None:
        return None
    if by.kind == "ratio" and by.change is not None and is_factor(passage, by):
        return _Said(by.change, "factor")  # it has since tripled
    if by.kind == "ratio" and by.value >= 1:
        many = words.pattern(
            r"^ {as_much}(?:[^A-Z;:.,]{0,24}{sooner}[^A-Z;:.,]{0,12})?(?:\W*$|,)"
            r"|^ {as_many} (?:{in} )?$"
        )
        return _Said("up", "factor") if many.match(after) else None
    if by.kind in ("percent", "ratio"):
        if by.change is not None:
            return _Said(by.change, "factor" if is_factor(passage, by) else None)
        named = words.pattern(r"([^\W\d_]+) (?:{be}|{came_to}) $").search(before)
        way = words.language.changes.nouns.get(named[1]) if named else None
        return None if way is None else _Said("up" if way == "up" else "down")
    longer = words.pattern(r"^ ?{longer}\b").match(after) is not None
    gained = words.pattern(r"(?:{gain}|(?<=\w ){by}) $").search(before) is not None  # 30 by 30
    return _Said(by.change) if by.change is not None and (longer or gained) else None


def _in_sentence(passage: Passage, by: Fact, said: _Said) -> tuple[Fact, Fact] | None:
    """The only two values of one sort in the sentence, the earlier first."""
    values = _values(passage, by)
    pairs = [
        (one, other)
        for nth, one in enumerate(values)
        for other in values[nth + 1 :]
        if of_one_unit(one, other) and near(one, other)
    ]
    if len(pairs) != 1 or len(values) > 2:
        return None
    one, other = pairs[0]
    if not _stands_by(passage, by, one, other):
        return None
    last = by.start > other.start and said.how == "factor" and by.change is None
    if is_earlier(passage, one, other) or last:
        return one, other
    return (other, one) if is_earlier(passage, other, one) else None


def _stands_by(passage: Passage, by: Fact, one: Fact, other: Fact) -> bool:
    """Are two values no part and whole, and what follows `more than` the earlier one?"""
    words = passage.words
    first = min(one, other, key=lambda fact: fact.start)
    between = passage.skeleton[passage.position(by) + 1 : passage.position(first)]
    before = [passage.position(fact) for fact in (one, other) if fact.start < by.start]
    if before and ";" in passage.skeleton[max(before) : passage.position(by)]:
        return False  # from the 260 kits 112 were given; 300 more came
    if by.start < first.start and ("P" in between or (one.statistic and ":" in between)):
        return False  # schools grew by half and pupils by 60 per cent: 90 to a school against 75
    if words.pattern(r"^ {of_the}? ?$|^ {of} $|^ {and} $").match(passage.after(one)) is not None:
        return False
    than = words.pattern(r"^[^A-Z;:.,]{0,24}? {than}\b").match(passage.after(by))
    if than is None or other.start < by.start:
        return True
    between = passage.skeleton[passage.position(by) + 1 : passage.position(other)]
    told = words.has("sooner", between) or words.has("when", between)  # last week, when it was
    return told or ("," not in between and not words.has("and", between))


def _since(passages: list[Passage], at: int, by: Fact) -> tuple[Fact, Fact] | None:
    """The one value of the sentence, and the one of its sort that a sentence before tells."""
    passage = passages[at]
    values = _values(passage, by)
    onto = passage.words.pattern(r"\b{to} $")  # tripled to 56 mediators in 11 hospitals
    ends = [fact for fact in values if onto.search(passage.before(fact)) is not None]
    values = ends if len(values) > 1 else values
    if len(values) != 1:
        return None
    told = by.kind == "ratio" or values[0].change is not None  # was down to 3,000, a fall of
    told = told or (bool(ends) and passage.has("having"))  # had grown by 24 per cent to 290 million
    since = told and not (passage.has("sooner") or passage.has("than"))
    pair = value_before(passages, at, values[0], since=since, many=by.kind == "ratio")
    counted = by.kind in NUMBERS and own_noun(values[0])
    other = pair is not None and counted and heads(pair[0]) != heads(values[0])
    return None if other else pair


def _than_before(passages: list[Passage], at: int, by: Fact) -> tuple[Fact, Fact] | None:
    """`We asked 4,500 guests in 2023. That is 40 per cent fewer than the 6,000 asked in 2022`."""
    passage = passages[at]
    values = _values(passage, by)
    than = passage.words.pattern(r"^ ?{longer} {than}\b").match(passage.after(by))
    opens = passage.words.pattern(r"^{pronouns} {be} $").match(passage.before(by))
    if len(values) != 1 or than is None or opens is None or not passage.adjacent or not at:
        return None
    one = values[0]
    if any(each.kind == "percent" and by.start < each.start < one.start for each in passage.facts):
        return None  # 10 per cent fewer than in spring, but 20 per cent more than the 3,300 of 2023
    likes = [fact for fact in passages[at - 1].facts if of_one_unit(fact, one) and near(fact, one)]
    return (one, likes[0]) if len(likes) == 1 and likes[0].change is None else None


def _from_behind(passages: list[Passage], at: int, by: Fact) -> tuple[Fact, Fact] | None:
    """`It fell by 3,200 in May, to 9,500. In April it had stood at 11,700`: told afterwards."""
    values = _values(passages[at], by)
    behind = passages[at + 1] if at + 1 < len(passages) else None
    if len(values) != 1 or by.change is None or behind is None or not behind.adjacent:
        return None
    onto = passages[at].words.pattern(r"\b{to} $").search(passages[at].before(values[0]))
    told = [fact for fact in behind.facts if fact.kind not in ("date", "ordinal")]
    if onto is None or len(told) != 1 or told[0].change is not None:
        return None
    one, later = told[0], values[0]
    if not of_one_unit(one, later) or not near(one, later) or own_noun(one):
        return None
    pronoun = behind.words.pattern(r"(?:^|, | ){pronouns} {had} ").search(behind.before(one))
    first, second = month_of(behind), month_of(passages[at])
    sooner = behind.has("sooner") or (first is not None and second is not None and first < second)
    return (one, later) if pronoun is not None and sooner else None


def _to(passages: list[Passage], at: int, later: Fact) -> Relation | None:
    """`An applicant waited 140 days. A year later this wait had been cut to 165 days`."""
    passage = passages[at]
    if later.change is None or later.kind not in KINDS or later.value is None:
        return None
    onto = passage.words.pattern(r"\b{to} $").search(passage.before(later))
    if onto is None or passage.has("from") or passage.has("than"):
        return None
    pair = _earlier_in(passage, later) or value_before(passages, at, later)
    if pair is None:
        return None
    return Relation(kind="change", roles={"from": [pair[0]], "to": [later]}, direction=later.change)


def _earlier_in(passage: Passage, later: Fact) -> tuple[Fact, Fact] | None:
    """`Last year 1,200 came; this year the figure fell to 1,450`."""
    likes = [fact for fact in passage.facts if fact is not later and of_one_unit(fact, later)]
    if len(likes) != 1 or likes[0].change is not None or not near(likes[0], later):
        return None
    if likes[0].start > later.start:
        return None
    return (likes[0], later) if is_earlier(passage, likes[0], later) else None


def _values(passage: Passage, by: Fact) -> list[Fact]:
    """The numbers of a sentence that may have changed by so much; `three years later` is none."""
    later = passage.words.pattern(r"^ (?:{later}|{sooner})\b")
    increments = passage.words.pattern(r"{by} $|{gain} $")
    longer = passage.words.pattern(r"^ ?{longer} {than}\b")
    return [
        fact
        for fact in passage.facts
        if fact is not by
        and _is_value(fact, by)
        and increments.search(passage.before(fact)) is None
        and longer.match(passage.after(fact)) is None
        and not (fact.kind == "duration" and later.match(passage.after(fact)))
    ]


def _is_value(fact: Fact, by: Fact) -> bool:
    if fact.kind not in KINDS or fact.value is None or fact.statistic not in (None, "average"):
        return False
    if by.kind in ("percent", "ratio") and by.unit != "percentage_point":
        return fact.kind not in ("percent",) if by.kind == "percent" else True
    if by.kind in NUMBERS:
        apart = own_noun(by) and own_noun(fact) and heads(by) != heads(fact)
        return fact.kind in NUMBERS and not apart  # 81 more, with 30 containers less
    if by.unit == "percentage_point":
        return fact.kind == "percent"
    return (fact.kind, fact.unit) == (by.kind, by.unit)
