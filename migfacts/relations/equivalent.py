"""Equivalent: one quantity given in two units, currencies or notations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.passage import Passage

_BRACKET = r"(?P<a>[QTMPRN]) ?[(\[] ?(?:{equivalent} ?)?(?P<b>[QTMPRN]) ?(?P<close>[)\];,])"
_WORDS = (
    r"(?P<a>[QTMPRN])(?P<comma>,?) (?:{or}|= ?),? ?(?:{equivalent} )?(?P<b>[QTMPRN])(?P<close>)"
)
_RATE = r"(?P<one>M) (?:= |{equals} )(?P<other>M)"
_PAIRS = frozenset(("QQ", "TT", "MM", "PR", "RP", "NN"))


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The equivalences of a document, each with the rate that the text gives for two currencies."""
    rates = [rate for passage in passages for rate in _rates(passage)]
    for passage in passages:
        if len(passage.facts) < 2:
            continue
        for template in (_BRACKET, _WORDS):
            for match in passage.find(template):
                one, other = passage.fact(match, "a"), passage.fact(match, "b")
                if one is None or other is None or not _pairs(one, other, match):
                    continue
                yield _relation(passage, one, other, rates)


def _pairs(one: Fact, other: Fact, match: re.Match[str]) -> bool:
    kinds = match["a"] + match["b"]
    if kinds not in _PAIRS or one.per != other.per:
        return False
    if kinds == "NN":
        return _twice(one, other) and bool(match["close"])
    if kinds == "TT":
        return one.unit != other.unit and bool(match["close"] or match["comma"])
    return one.unit != other.unit or kinds[0] in "PR"


def _twice(one: Fact, other: Fact) -> bool:
    """`twelve (12)`: a number in words and the same in digits."""
    written = other.text.replace(",", "")
    return one.text.replace("-", "").replace(" ", "").isalpha() and written.isdigit()


def _relation(passage: Passage, one: Fact, other: Fact, rates: list[list[Fact]]) -> Relation:
    roles = {"one": [one], "other": [other]}
    how = None
    if one.kind == "money":
        for rate in rates:
            if {rate[0].unit, rate[1].unit} == {one.unit, other.unit} and one not in rate:
                roles["rate"] = rate
                break
    elif one.kind == "measure" and (
        one.change or passage.words.has("by", passage.before(one)[-4:])
    ):
        how = "difference"
    return Relation(kind="equivalent", roles=roles, how=how)


def _rates(passage: Passage) -> Iterator[list[Fact]]:
    """`1 USD = 1,320 NGN`, `one dollar buys 600 pounds`."""
    if passage.shape.count("M") < 2:
        return
    for match in passage.find(_RATE):
        one, other = passage.fact(match, "one"), passage.fact(match, "other")
        if one and other and one.unit != other.unit and 1 in (one.value, other.value):
            yield [one, other]
