"""Increment: what a change is said to come to, before or behind the two values."""

from __future__ import annotations

import re

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relations.lists import UNITS, heads, own_noun
from migfacts.relations.passage import Passage

#: The end of a clause; no stop of `i.e.`.
_ENDS = precompiled(r"[;:]|(?<![a-z]\.[a-z])(?<!\b[a-z])\.")


def increment(
    passage: Passage, match: re.Match[str], one: Fact, start: int, end: int
) -> Fact | None:
    """What the change is said to come to: before `from`, or behind the pair."""
    told = passage.fact(match, "by") if match.groupdict().get("by") else None
    if told is not None:
        alike = told.kind in ("percent", "ratio") or _same_unit(told, one)
        return told if alike or _in_points(passage, told, one) else None
    places = sorted(passage.at)
    timely = ("date",) if one.kind == "duration" else ("date", "duration")
    before = [at for at in places if at < start and passage.at[at].kind not in timely]
    if before:
        fact = passage.at[before[-1]]
        gap = passage.skeleton[before[-1] + 1 : start]
        another = passage.words.pattern(r", (?:{relatives}|{while}) ").search(gap)
        if _is_by(passage, fact, one, before[-1]) and not (_ENDS.search(gap) or another):
            return fact
    behind = [at for at in places if at >= end and passage.at[at].kind not in ("date", "ordinal")]
    if behind:
        fact = passage.at[behind[0]]
        gap = passage.skeleton[end : behind[0]]
        if _is_by(passage, fact, one, behind[0], gap) and _ENDS.search(gap) is None:
            return fact
    return None


def _is_by(passage: Passage, fact: Fact, one: Fact, at: int, gap: str | None = None) -> bool:
    lead = passage.skeleton[max(0, at - 24) : at]
    words = passage.words
    if words.pattern(r"(?:{from}|{to}) $").search(lead):
        return False
    said = words.pattern(r"{increment} (?:{equivalent} )?$").search(lead) is not None
    if gap is not None:
        said = words.pattern(r"{gain} (?:{equivalent} )?$").search(lead) is not None
        said = said or words.pattern(r"{or} {by} $").search(lead) is not None
        longer = words.pattern(r"^ ?{longer}").match(
            passage.after(fact)
        )  # which is 18 nights longer
        said = said or (longer is not None and words.pattern(r"{or} $").search(lead) is not None)
        last = re.fullmatch(r"\W*", passage.after(fact)) is not None
        ored = words.pattern(r", {or} $").search(lead) is not None
        told = any(each.change for each in passage.facts) or passage.has("up")
        told = told or passage.has("down")
        said = said or (ored and last and told and fact.kind in ("percent", "ratio"))
        since = words.pattern(r"^ ?{longer}(?:[.,;]|$| {than} [^A-Z;:.,]{0,12}?(?:D|{sooner}))")
        apposed = re.search(r", (?:[^,;:.]{0,30} )?$", gap) is not None
        said = said or (apposed and since.match(passage.after(fact)) is not None)
        up = words.pattern(r", (?:{up}|{down}) (?:{by} )?$").search(lead) is not None
        based = words.pattern(r"^[^,;:.]{0,16}?(?:{onto}|{compared})").search(passage.after(fact))
        said = said or (fact.kind == "percent" and up and based is None)
        bracket = re.fullmatch(r" ?\(?[+−-]? ?", gap) is not None and "(" in gap
        said = said or (bracket and fact.kind in ("percent", "ratio"))
        return said and (
            fact.kind in ("percent", "ratio")
            or _same_unit(fact, one)
            or _in_points(passage, fact, one)
        )
    said = said or words.pattern(r"^ {as_many}").match(passage.after(fact)) is not None
    changed = any(each.change for each in passage.facts)  # cut the number of places by 160
    if fact.kind == "ratio" and changed:
        said = said or words.pattern(r"\b{in} $").search(lead) is not None  # cut it in half
    if fact.kind in ("percent", "ratio"):
        return fact.change is not None or said
    return changed and said and _same_unit(fact, one)


def _in_points(passage: Passage, fact: Fact, one: Fact) -> bool:
    """`from 62 to 75 per cent, a gain of 15 points`."""
    return one.kind == "percent" and heads(fact) in passage.words.shared["points"]


def _same_unit(fact: Fact, one: Fact) -> bool:
    if one.kind == "number" and not own_noun(one) and fact.kind in UNITS:
        return True  # fell by 700 dinars, from 4,300 to 3,600
    if one.kind in ("count", "number"):
        return fact.kind in ("count", "number")
    return fact.kind == one.kind and fact.unit == one.unit


def is_factor(passage: Passage, by: Fact) -> bool:
    """`doubled`, `trebled`: from 2 to 4, and not to 6 as `two times more` may be meant."""
    number = passage.words.language.lexicon.numbers.get(by.text.lower().rpartition(" ")[2])
    return number is not None and number[0] == "multiples"
