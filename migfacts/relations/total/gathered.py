"""Totals told in another sentence than their parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import (
    NUMBERS,
    alike,
    are_all,
    counted,
    heads,
    one_list,
    own_noun,
    whole_of,
)
from migfacts.relations.passage import Passage
from migfacts.relations.share.patterns import OF_WHOLE, PART_OF
from migfacts.relations.total import rest
from migfacts.relations.total.ledger import Line, may_be_part, only_lines

#: So many parts make a sum, and no more are announced: `the two provinces taken together`.
FEWEST, MOST = 2, 8
#: `260 more, which raised the total to 1,740`.
_MORE: Final = (
    r"(?P<more>N) {longer}[^A-Z;:.]{0,24}?, {bringing} [^A-Z;:.,]{0,24}?{to} (?P<total>N)"
)
#: How many sentences before a total may tell its parts.
BACK: Final = 6
#: And where nothing else that counts may stand between.
NEAR: Final = 3
#: In a list the nouns may be of several sorts, so that more lines are asked for.
LISTED: Final = 3


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The totals in a passage whose parts stand before or behind it."""
    found = (
        _together(passages, at)
        or _shared_out(passages, at)
        or _others(passages, at)
        or _announced(passages, at)
        or _accounted(passages, at)
        or _listed(passages, at)
        or _itemised(passages, at)
        or _described(passages, at)
        or _brought(passages, at)
        or _added(passages, at)
        or rest.across(passages, at)
    )
    if found is not None:
        yield found


def _together(passages: list[Passage], at: int) -> Relation | None:
    """`12,400 in Tolo … 9,700 in Bor. The two towns taken together, 22,100 families fled`.

    So do `over the two weeks`.
    """
    passage = passages[at]
    announced = [
        fact
        for fact in passage.facts
        if (fact.kind == "duration" or (fact.kind == "count" and own_noun(fact)))
        and FEWEST <= (fact.value or 0) <= MOST
    ]
    totals = [fact for fact in counted(passage) if fact not in announced]
    if len(announced) != 1 or len(totals) != 1 or totals[0].change is not None:
        return None
    if not (passage.has("together") or any(passage.find(r"^{over_all} {definite} [NT]"))):
        return None
    total, wanted = totals[0], announced[0].value
    parts: list[Fact] = []
    for other in reversed(passages[max(0, at - BACK) : at]):
        people = passage.words.shared["people"]
        said = [fact for fact in counted(other) if may_be_part(total, fact, people)]
        parts = [*said, *parts]
        if len(parts) >= (wanted or 0):
            break
    if len(parts) != wanted or any(part.change for part in parts) or not are_all(total, parts):
        return None
    return whole_of(total, parts)


def _shared_out(passages: list[Passage], at: int) -> Relation | None:
    """`… 310 tents. We gave 185 of them to Bama and the remaining 125 to Ngala`."""
    passage, facts = passages[at], counted(passages[at])
    if len(facts) < FEWEST:
        return None
    before = _counting_before(passages, at, facts[0])
    totals = [fact for fact in before if are_all(fact, facts)]
    if len(totals) != 1 or not own_noun(totals[0]) or totals[0].change is not None:
        return None
    if not all(alike(facts[0], fact) and not own_noun(fact) for fact in facts):
        return None
    words = passage.words
    theirs = words.pattern(r"^ ?(?:{of_them}|{of_us})").match(passage.after(facts[0]))
    rest = words.pattern(r"(?:{remaining}|{others}) ?$").search(passage.before(facts[-1]))
    rest = rest or words.pattern(r"^ {are_left}").match(passage.after(facts[-1]))
    return whole_of(totals[0], facts) if rest and (theirs or len(facts) > FEWEST) else None


def _counting_before(passages: list[Passage], at: int, part: Fact) -> list[Fact]:
    """The numbers like a part in the last sentence before that has any."""
    for passage in reversed(passages[max(0, at - NEAR) : at]):
        found = [fact for fact in passage.facts if alike(fact, part)]
        if found:
            return found
    return []


def _others(passages: list[Passage], at: int) -> Relation | None:
    """`Of the 58 villages 44 can hear it. The other 14 villages cannot`: a part, and the rest."""
    passage = passages[at]
    rest = next(iter(counted(passage)), None)
    if rest is None or not at or not passage.adjacent or rest.change is not None:
        return None
    led = passage.words.pattern(r"^(?:{definite} {others}|{remaining}) $")
    if led.match(passage.before(rest)) is None:
        return None
    before = passages[at - 1]
    if len(counted(before)) != FEWEST:
        return None
    for template in (OF_WHOLE, PART_OF):
        for match in before.find(template):
            whole, part = before.fact(match, "whole"), before.fact(match, "part")
            if whole and part and alike(whole, rest) and alike(part, rest):
                told = may_be_part(whole, rest) and are_all(whole, [part, rest])
                return whole_of(whole, [part, rest]) if told else None
    return None


def _announced(passages: list[Passage], at: int) -> Relation | None:
    """`In all 17,900 people are in three towns. Bor has 7,400, Tolo 6,200 and Meru 4,300`.

    So may the lines of a list tell them, one each.
    """
    passage = passages[at]
    many = [fact for fact in passage.facts if fact.kind == "count" and own_noun(fact)]
    if len(many) != FEWEST or len(counted(passage)) != FEWEST or not passage.has("total"):
        return None
    total, number = sorted(many, key=lambda fact: -(fact.value or 0))
    if not FEWEST <= (number.value or 0) <= MOST:
        return None
    parts = _told_behind(passages, at)
    if len(parts) != number.value or any(part.change for part in parts):
        return None
    own = all(alike(total, part) and not own_noun(part) for part in parts[1:])
    return whole_of(total, parts) if own and are_all(total, parts) else None


def _told_behind(passages: list[Passage], at: int) -> list[Fact]:
    """The numbers of the sentence behind, or of the list, if each of its lines has one."""
    lines = [counted(item) for item in _items_behind(passages, at)]
    if lines:
        return [said[0] for said in lines] if all(len(said) == 1 for said in lines) else []
    following = passages[at + 1] if at + 1 < len(passages) else None
    return counted(following) if following is not None and following.adjacent else []


def _items_behind(passages: list[Passage], at: int) -> Iterator[Passage]:
    """The lines of the list that stands directly behind a sentence."""
    return takewhile(lambda each: each.adjacent and each.kind == "item", passages[at + 1 :])


def _accounted(passages: list[Passage], at: int) -> Relation | None:
    """`The total is 5.1 million. Rent accounts for 3 million. Fuel accounts for 2.1 million`."""
    facts = counted(passages[at])
    if len(facts) != 1 or facts[0].change is not None or not passages[at].has("total"):
        return None
    parts: list[Fact] = []
    for passage in passages[at + 1 :]:
        said = counted(passage)
        if not passage.adjacent or len(said) != 1 or not alike(facts[0], said[0]):
            break
        if not passage.words.pattern(r"{amounting} $").search(passage.before(said[0])):
            break
        parts += said
    if len(parts) < FEWEST or not are_all(facts[0], parts):
        return None
    return whole_of(facts[0], parts)


def _listed(passages: list[Passage], at: int) -> Relation | None:
    """`Kits in stock: 7,650`, and a list of lines, `Hygiene kits: 3,200`, `Lamp kits: 4,450`."""
    head = only_lines(passages[at])
    if len(head) != 1 or passages[at].kind == "item" or head[0].fact.kind not in NUMBERS:
        return None
    lines: list[Line] = []
    for item in _items_behind(passages, at):
        said = only_lines(item)
        if len(said) != 1 or not alike(head[0].fact, said[0].fact):
            return None
        lines += said
    total, parts = head[0].fact, [line.fact for line in lines]
    if heads(total) in passages[at].words.shared["people"]:
        return None  # women, children: people may stand in two lines
    if len(parts) < LISTED or any(part.change for part in parts) or not are_all(total, parts):
        return None
    return whole_of(total, parts)


def _itemised(passages: list[Passage], at: int) -> Relation | None:
    """`It has 160 exhibits, namely:`, and a list: `85 photographs …`, `60 coats …`."""
    totals, passage = counted(passages[at]), passages[at]
    if len(totals) != 1 or not own_noun(totals[0]) or not passage.skeleton.rstrip().endswith(":"):
        return None
    if totals[0].change is not None or not passage.has("made_of"):
        return None
    parts: list[Fact] = []
    for item in _items_behind(passages, at):
        said = counted(item)
        if not said or item.before(said[0]).strip(" -*") or not alike(totals[0], said[0]):
            return None
        parts.append(said[0])
    if len(parts) < FEWEST or not are_all(totals[0], parts):
        return None
    return whole_of(totals[0], parts)


def _described(passages: list[Passage], at: int) -> Relation | None:
    """`Its fleet consists of 38 vehicles. There are 19 lorries, 12 vans and 7 cars`."""
    passage = passages[at]
    if not at or not passage.adjacent or not passages[at - 1].has("made_of"):
        return None
    totals, parts = counted(passages[at - 1]), one_list(passage)
    if len(totals) != 1 or len(parts) < FEWEST or not own_noun(totals[0]):
        return None
    own = all(own_noun(part) and part.change is None for part in parts)
    opened = passage.words.pattern(r"^(?:{there_are}|{pronouns} {be}) $").match(
        passage.before(parts[0])
    )
    fit = own and opened is not None
    return whole_of(totals[0], parts) if fit and are_all(totals[0], parts) else None


def _brought(passages: list[Passage], at: int) -> Relation | None:
    """`214 drowned, 61 fell and 38 died of thirst. … That brings the number of deaths to 313`."""
    passage = passages[at]
    totals = counted(passage)
    if len(totals) != 1 or totals[0].change is not None:
        return None
    brought = passage.words.pattern(r"^{pronouns} {bringing} [^A-Z,;:.]{0,60}{to} $")
    if brought.match(passage.before(totals[0])) is None:
        return None
    for other in reversed(passages[max(0, at - BACK) : at]):
        parts = one_list(other)
        if len(parts) > FEWEST:
            fit = all(may_be_part(totals[0], part) and not part.change for part in parts[1:])
            return whole_of(totals[0], parts) if fit and are_all(totals[0], parts) else None
    return None


def _added(passages: list[Passage], at: int) -> Relation | None:
    """`At noon it held 1,480 people. Buses brought 260 more, which raised the total to 1,740`."""
    passage = passages[at]
    if not at or not passage.adjacent or not passage.has("bringing"):
        return None
    for match in passage.find(_MORE):
        more, total = passage.fact(match, "more"), passage.fact(match, "total")
        before = [fact for fact in counted(passages[at - 1]) if more and alike(fact, more)]
        if more and total and len(before) == 1 and own_noun(before[0]) and not before[0].change:
            parts = [before[0], more]
            return whole_of(total, parts) if are_all(total, parts) else None
    return None
