"""Placed: a count, and behind it the places it falls to, each with its number.

`25 pumps in Dikwa (14), Gwoza (7) and Pulka (4)`; `18 cases (Ebonyi – 9 & Kano – 9)`. The numbers
have no noun of their own, so what they count is told before the first of the names: by the one
number that is near to their sum, if no other could be it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, heads, own_noun
from migfacts.relations.passage import Passage

#: A name and what may stand before it: `in`, `and the`; in characters.
_NAME: Final = r"[^,;:.()]{2,48}?"
#: What stands before a number that is in brackets, or behind a dash within them.
_BRACKETED: Final = (rf"{_NAME} ?\($", rf"^\)(?:[,;]| {{and}}|, {{and}}) ?{_NAME} ?\($", r"^\)")
_DASHED: Final = (
    rf"\({_NAME} ?[–:=-] ?$",
    rf"^ ?(?:[,;]|{{and}}|, {{and}}) ?{_NAME} ?[–:=-] ?$",
    r"^(?: ?[,;)]| {and} )",
)
#: So far from their sum may the total be, if one of them is wrong.
LEAST: Final = Decimal("0.6")
MOST: Final = Decimal("1.7")
#: The number right before them may be further off.
LEAST_NEXT: Final = Decimal("0.45")
MOST_NEXT: Final = Decimal("2.2")
#: Of fewer parts than these a total that is far off is no total.
FEW: Final = 2


def read(passage: Passage) -> Iterator[Relation]:
    """The totals of a sentence whose parts stand behind names."""
    if passage.shape.count("N") <= FEW:
        return
    for first, last in _runs(passage):
        parts = passage.facts[first : last + 1]
        total = _total(passage, first, parts)
        if total is not None:
            complete = not _are_some(passage, first, last)
            roles = {"total": [total], "parts": parts}
            yield Relation(kind="total", roles=roles, complete=complete)


def _runs(passage: Passage) -> Iterator[tuple[int, int]]:
    """The first and the last of numbers that follow one another, each behind a name."""
    facts, first = passage.facts, None
    for at in range(len(facts) + 1):
        if at < len(facts) and _is_placed(passage, at, opened=first is not None):
            first = at if first is None else first
            continue
        if first is not None and at - first >= FEW:
            yield first, at - 1
        first = None


def _is_placed(passage: Passage, at: int, *, opened: bool) -> bool:
    """Is a number one of a name: `Gwoza (7)`, `Kano – 9`?"""
    fact, words = passage.facts[at], passage.words
    if fact.kind not in NUMBERS or own_noun(fact) or not fact.value or fact.bound != "exact":
        return False
    before, after = passage.before(fact), passage.after(fact)
    return _is_named(passage, at) and any(
        words.pattern(going if opened else opening).search(before) is not None
        and words.pattern(end).match(after) is not None
        for opening, going, end in (_BRACKETED, _DASHED)
    )


def _is_named(passage: Passage, at: int) -> bool:
    """Does the last word before it begin with a capital letter, as a name does?"""
    start = passage.spans[at - 1][1] if at else passage.sentence.starts[0]
    said = passage.sentence.prose[start : passage.spans[at][0]].rstrip(" (–:=-").split()
    return bool(said) and said[-1].lstrip("([")[:1].isupper()


def _total(passage: Passage, first: int, parts: list[Fact]) -> Fact | None:
    """The one number before them that may be their sum; none if one is right of more of them."""
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    before = [
        fact
        for fact in passage.facts[:first]
        if fact.kind in NUMBERS and fact.value and heads(fact) and fact.per is None
        if not passage.before(fact).endswith("(")  # Belarus (384, or 22 per cent), Syria (140)
    ]
    if any(fact.value == added for fact in before):
        return None
    last = before[-1:]
    if last and added * LEAST_NEXT <= (last[0].value or 0) <= added * MOST_NEXT:
        likely = last
    else:
        likely = [fact for fact in before if added * LEAST <= (fact.value or 0) <= added * MOST]
    if len({fact.value for fact in likely}) != 1:
        return None
    between = passage.skeleton[passage.position(likely[0]) : passage.position(parts[0])]
    if passage.words.has("followed", between):
        return None  # 87,600 in Dawa, followed by Liban (66,900) and Afder (52,300)
    named = heads(likely[0]) in passage.words.shared["points"]
    most = max(part.value or Decimal(0) for part in parts)
    return likely[0] if not named and most < (likely[0].value or 0) else None


def _are_some(passage: Passage, first: int, last: int) -> bool:
    """Do words say that there are more: `including`, `mostly in`, `and other towns`?

    So does a list that no `and` and no bracket closes.
    """
    words, facts = passage.words, passage.facts
    lead, after = passage.before(facts[last]), passage.after(facts[last])
    closed = words.has("and", lead) or not (lead.endswith("(") or after.startswith(","))
    some = words.has("including", passage.before(facts[first])) or words.has("others", after[:24])
    return some or not closed
