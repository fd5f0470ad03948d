"""What is asked of an addition: is the largest number one of a list with the others?"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from migfacts.relations.lists import NUMBERS, counted, joined, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share.wholes import is_of_another
from migfacts.relations.times import month_behind, month_of
from migfacts.relations.total.addition import COUNT, Addition, Term, sort_of
from migfacts.relations.total.parts import is_sibling
from migfacts.relations.total.signs.rows import in_rows
from migfacts.relations.total.signs.words import (
    closes,
    is_total,
    numbered,
    of_another_noun,
    of_whole,
    points_back,
)


def is_of_list(sum_: Addition) -> bool:
    """`10 were open, 9 were closed and 3 …`: is it the first of the list?"""
    if sum_.nth or sum_.one_sentence is not sum_.passage:
        return False
    facts, total = counted(sum_.passage), sum_.total.fact
    own = "" if of_whole(sum_) else sum_.item(sum_.total).tail
    return total in facts and is_sibling(
        sum_.passage, facts, facts.index(total), sum_.items, own=own, strong=False
    )


def goes_on_from_list(sum_: Addition) -> bool:
    """Is it joined to a number of its sort before it?"""
    total = sum_.total.fact
    earlier = [
        fact
        for fact in sum_.passage.facts
        if fact.start < total.start and sort_of(fact) == sort_of(total)
    ]
    return not sum_.nth and bool(earlier) and joined(sum_.passage, earlier[-1], total)


def _word_before(passage: Passage, term: Term) -> str:
    return (passage.before(term.fact).split() or [""])[-1].strip("(,;")


def is_of_part(sum_: Addition) -> bool:
    """`Of the 61, 38 came back, and 29 of the 38 passed`: is one of them told of another?"""
    return any(is_of_another(sum_.passages[part.at], part.fact, back=False) for part in sum_.parts)


def led_alike(sum_: Addition) -> bool:
    """`in 208 …, in 119 … and in 58`: does one word lead to all, the total among them?"""
    led = {_word_before(sum_.passages[term.at], term) for term in sum_.terms}
    return len(led) == 1 and led != {""}


def bracketed_alike(sum_: Addition) -> bool:
    """`India (137), Mexico (69)`; `505 referrals (44%), the police 230 (20%)`."""
    told = [(sum_.passages[term.at], term.fact) for term in sum_.terms]
    within = all(passage.before(fact).endswith("(") for passage, fact in told)
    first = (told[sum_.nth], told[sum_.nth - 1])
    before = all(passage.after(fact).lstrip().startswith("(") for passage, fact in first)
    shares = any(fact.kind == "percent" for fact in sum_.outside)
    return within or (before and shares and sum_.nth == 0)


def followed_alike(sum_: Addition) -> bool:
    """Does a part go on as the total does?"""
    tails = [(sum_.item(term).tail.split() or [""])[0] for term in (sum_.total, *sum_.parts)]
    return tails[0] != "" and tails[0] in tails[1:]


def is_further(sum_: Addition) -> bool:
    """`Another 3,120 went to Lorne, 1,340 to Makana and 1,780 to Tavea`: one of the list."""
    return sum_.passage.words.pattern(r"{further} ?$").search(sum_.before) is not None


def in_months(sum_: Addition) -> bool:
    """`1,310 in January. In February it was 1,180. In March 1,425 came`: a month each, in a row?"""
    alone = sum_.one_sentence is None
    months = [
        month_of(sum_.passages[part.at])
        if alone
        else month_behind(sum_.passages[part.at], part.fact)
        for part in sum_.parts
    ]
    return None not in months and all(
        (later or 0) - (earlier or 0) == 1 for earlier, later in pairwise(months)
    )


def numbers_total(sum_: Addition) -> bool:
    """`Together the three windows come to 24 million`: does the total say how many parts it has?"""
    many = {fact.value for fact in sum_.passage.facts if fact is not sum_.total.fact}
    told = is_total(sum_) and not sum_.passage.has("each")
    return told and Decimal(len(sum_.parts)) in many


def bare_behind(sum_: Addition) -> bool:
    """`It runs 96 homes. There are 41 in the north. The east has 28 and the south 37`.

    What they count no noun tells, so that it is what was counted last.
    """
    total, first = sum_.total, sum_.parts[0]
    if sum_.sort != COUNT or not own_noun(total.fact) or sum_.nth or first.at == total.at:
        return False
    if sum_.added < sum_.total.value and not numbered(sum_):
        return False  # some may be left
    if in_rows(sum_) or any(own_noun(part.fact) or part.fact.per for part in sum_.parts):
        return False
    singular = sum_.passage.words.language.singular
    led = sum_.passages[first.at].before(first.fact).split()
    of_others = any(singular(word) != word for word in led)  # of appeals 2,150 were lodged
    counted = any(own_noun(fact) for fact in sum_.outside if fact.kind in NUMBERS)
    return not of_others and not counted


def opens_list(sum_: Addition) -> bool:
    """`25 people: eleven sailors, seven nurses and four cooks.`: a colon, and nothing behind?"""
    last = sum_.parts[-1]
    ends = not any(map(str.isalpha, sum_.item(last).tail.partition(".")[2]))
    behind = sum_.passages[last.at].after(last.fact)
    if of_another_noun(sum_) or sum_.passage.words.has("from", sum_.lead_in):
        return False
    return sum_.lead_in.rstrip().endswith(":") and ends and "," not in behind and ";" not in behind


def told_as_all(sum_: Addition) -> bool:
    """`Eighteen come by bus, 7 by car and 5 on foot. All 30 delegates`: behind its parts?"""
    total = sum_.total.fact
    told = sum_.passage.words.pattern(r"(?:^|[,;] |{and} ){all} (?:{definite} )?$").search(
        sum_.before
    )
    return sum_.nth == len(sum_.parts) and told is not None and own_noun(total)


def in_order_told(sum_: Addition) -> bool:
    """`The first carried 164 refugees and the second 178`: is each part led by its rank?"""
    ranks = []
    for part in sum_.parts:
        facts = sum_.passages[part.at].facts
        at = facts.index(part.fact)
        ranks.append(facts[at - 1].value if at and facts[at - 1].kind == "ordinal" else None)
    return ranks == list(map(Decimal, range(1, len(ranks) + 1)))


def has_wholes(sum_: Addition) -> bool:
    """`58 of 145 in Guara, 33 of 110 in Mutua`: is a part followed by what it is a part of?"""
    of = sum_.passage.words.pattern(r"^ {of}(?: {definite})? $")
    parts = {part.fact.start for part in sum_.parts}
    for part in sum_.parts:
        passage = sum_.passages[part.at]
        behind = next(passage.behind(part.fact), None)
        if behind is not None and behind.start in parts and of.match(passage.after(part.fact)):
            return True
    return False


def is_behind_rest(sum_: Addition) -> bool:
    """`14 in hospital and 60 in the pavilion make up the rest. The pavilion has 72 beds`."""
    last = sum_.parts[-1]
    behind = sum_.total.at > last.at and not is_total(sum_) and not points_back(sum_)
    rest = sum_.passage.words.pattern(r"^[^A-Z]*{make_up} {remaining}")
    told = rest.match(sum_.passages[last.at].after(last.fact))
    return behind and told is not None


def of_the_sum(sum_: Addition) -> bool:
    """`The town set aside EUR 3 million. Clinics receive EUR 900,000 of the sum`."""
    theirs = sum_.passage.words.pattern(r"^ {of_the_sum}")
    behind = (part for part in sum_.parts if part.at > sum_.total.at)
    return any(theirs.match(sum_.passages[part.at].after(part.fact)) for part in behind)


def of_which_list(sum_: Addition) -> bool:
    """`312 boats, of which 140 were of wood, 97 of rubber and 65 of steel`: nearly all of them."""
    whom = sum_.passage.words.pattern(r"^,? {of_whom} $").match(sum_.lead_in) is not None
    listed = not sum_.nth and sum_.one_sentence is sum_.passage and len(sum_.parts) > 2
    return whom and listed and sum_.is_nearly_all and closes(sum_)
