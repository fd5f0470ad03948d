"""What is asked of an addition: is the largest number one of a list with the others?"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from migfacts.relations.addition import Addition, Term, sort_of
from migfacts.relations.addition_words import is_total, of_whole
from migfacts.relations.lists import counted, joined
from migfacts.relations.parts import is_sibling
from migfacts.relations.passage import Passage
from migfacts.relations.times import month_of
from migfacts.relations.wholes import is_of_another


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
    months = [month_of(sum_.passages[part.at]) for part in sum_.parts]
    return None not in months and all(
        (later or 0) - (earlier or 0) == 1 for earlier, later in pairwise(months)
    )


def numbers_total(sum_: Addition) -> bool:
    """`Together the three windows come to 24 million`: does the total say how many parts it has?"""
    many = {fact.value for fact in sum_.passage.facts if fact is not sum_.total.fact}
    return is_total(sum_) and Decimal(len(sum_.parts)) in many
