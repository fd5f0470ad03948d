"""Equivalent: one quantity given in two units, currencies or notations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from migfacts.compare import factor, is_permuted
from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations import equivalent_patterns as pattern
from migfacts.relations import exchange
from migfacts.relations.lists import NUMBERS, falls_to_each, heads, own_noun
from migfacts.relations.passage import LETTERS, Passage
from migfacts.units import DAYS_OF, convert

#: How many sentences before the amount may stand.
BACK = 3
#: Of amounts written in full, in characters: `EUR 7,500,000`.
LONG = 11
POINT = "percentage_point"
#: Of a time that is worked or taught only its hours are counted.
HOUR, LONG_TIMES = "hour", frozenset(("week", "month", "year"))
#: Two amounts further apart than that factor are hardly one.
NEAR = Decimal("1.6")
HAIR = Decimal("0.005")
ZERO, ONE, TWICE, HUNDRED = map(Decimal, (0, 1, 2, 100))
#: One number in words and in digits is mistyped by no more than so many times.
TIMES = 3
#: Where an aside ends.
_END = re.compile(r" ?(?:[,.;:)\]–]|$)")
_PAIRS = frozenset(("QQ", "TT", "MM", "PR", "RP", "RR", "NN"))


def read(passages: list[Passage]) -> Iterator[Relation]:
    """The equivalences of a document, each with the rate that the text gives for two currencies."""
    rates = [
        rate
        for passage in passages
        for rate in (*exchange.rates(passage), *exchange.rates_to_one(passage))
    ]
    coined = [rate for passage in passages for rate in exchange.coined(passage)]
    nouns, rates = frozenset(rate[1].unit for rate in coined), [*rates, *coined]
    said = {
        fact.value
        for passage in (passages if rates else ())
        for fact in passage.facts
        if fact.kind in ("money", "number") and fact.value is not None and fact.value > ONE
    }
    done: set[int] = set()
    for at, passage in enumerate(passages):
        yield from _those(passages, at)
        if len(passage.facts) < 2:
            continue
        if at and rates:
            yield from _same_amount(passages, at, rates)
        for template in (
            pattern.BRACKET,
            pattern.WORDS,
            pattern.ASIDE,
            pattern.SHARES,
            pattern.THE_EQUIVALENT,
            pattern.WORTH,
            pattern.AT_RATE,
            pattern.PAID_AS,
            pattern.EQUAL,
            pattern.APPOSED,
            pattern.AGAIN,
            pattern.IN_BOTH,
            pattern.AREA,
        ):
            for match in passage.find(template):
                one, other = passage.fact(match, "a"), passage.fact(match, "b")
                if one is None or other is None or _is_other(passage, other):
                    continue
                one, other = (
                    exchange.as_money(fact)
                    if fact.kind == "count" and heads(fact) in nouns
                    else exchange.named(fact)
                    for fact in (one, other)
                )
                if _pairs(passage, one, other, match) and not _at_another_rate(said, one, other):
                    done.add(at)
                    yield _relation(passage, one, other, rates)
    if rates:
        told = {fact.start for rate in rates for fact in rate}
        for at, passage in enumerate(passages):
            if at not in done:
                yield from _by_rate(passage, rates, told, said)


def _those(passages: list[Passage], at: int) -> Iterator[Relation]:
    """`It takes 150 minutes, and after those two and a half hours …`: the one told before."""
    passage = passages[at]
    for match in passage.find(pattern.THOSE):
        other = passage.fact(match, "b")
        if other is None:
            continue
        near = passages[max(0, at - 1) : at + 1] if passage.adjacent else [passage]
        times = [fact for each in near for fact in each.facts
                 if fact.kind == "duration" and fact.start < other.start]  # fmt: skip
        if len(times) != 1 or times[0].unit == other.unit or times[0].per is not None:
            continue
        value = convert(times[0].value or ONE, times[0].unit or "", other.unit or "") or ONE
        said = other.value or ONE
        if max(value, said) <= min(value, said) * TWICE:
            yield Relation(kind="equivalent", roles={"one": times, "other": [other]})


def _at_another_rate(said: set[Decimal], one: Fact, other: Fact) -> bool:
    """`84,000 francs were worth 80 dollars, as a dollar then cost 1,050 francs`: it came out.

    The dollar may also have risen `from 600 to 1,050 francs` anywhere else.
    """
    if one.kind != "money" or not one.value or not other.value:
        return False
    rate = max(one.value, other.value) / min(one.value, other.value)
    return any(abs(value / rate - 1) <= HAIR for value in said)


def _by_rate(
    passage: Passage, rates: list[list[Fact]], told: set[int], said: set[Decimal]
) -> Iterator[Relation]:
    """`Who is entitled to USD 75 receives 8,900 shillings`: the only amounts, by a rate told."""
    amounts = [
        exchange.named(fact)
        for fact in passage.facts
        if fact.kind == "money" and fact.start not in told and fact.value and fact.change is None
    ]
    if len(amounts) != 2 or amounts[0].unit == amounts[1].unit or amounts[0].per:
        return
    if _at_another_rate(said, *amounts):
        return
    relation = _relation(passage, amounts[0], amounts[1], rates)
    rate = {fact.unit: fact.value or ONE for fact in relation.roles.get("rate", ())}
    one, other = ((fact.value or ONE) / rate.get(fact.unit, ONE) for fact in amounts)
    if rate and max(one, other) <= min(one, other) * NEAR:
        yield relation


def _same_amount(passages: list[Passage], at: int, rates: list[list[Fact]]) -> Iterator[Relation]:
    """The amount of a sentence before in another currency, by the rate of this one."""
    passage = passages[at]
    for match in chain.from_iterable(map(passage.find, pattern.SAME_AMOUNT)):
        other = passage.fact(match, "b")
        told = (
            [exchange.named(fact) for fact in each.facts if fact.kind == "money"]
            for each in reversed(passages[max(0, at - BACK) : at])
        )
        amounts = next(filter(None, told), [])
        if other is None or len(amounts) != 1 or amounts[0].unit == other.unit:
            continue
        per = amounts[0].per  # not USD 300 a person, of an appeal
        if per is None or per == other.per or (other.per is None and per in DAYS_OF):
            yield _relation(passage, amounts[0], other, rates)


def _is_other(passage: Passage, fact: Fact) -> bool:
    """Is the second told of each, or is it a rise: `to 18 per cent, or half as much again`?"""
    again = passage.words.pattern(r"^ (?:{as_many_again}|{on_top}|{below}|{longer})").match(
        passage.after(fact)
    )  # 86.34 m, which is 80 cm above the mark
    behind = passage.skeleton[passage.position(fact) + 1 :]
    each = passage.words.pattern(r"^ ?\([^()]{0,12}\) {each}").match(behind)  # 900 (USD 9) per head
    return again is not None or each is not None or falls_to_each(passage, fact)


def _pairs(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    kinds = LETTERS[one.kind] + LETTERS[other.kind]
    if kinds not in _PAIRS or not _of_one_rate(passage, one, other, match):
        return False
    if kinds == "RP" and passage.words.has("in", passage.before(one)[-4:]):
        return False  # once in a quarter (3.1 per cent)
    if kinds in ("RP", "PR") and _is_reckoned(passage, one if kinds == "PR" else other):
        return False  # of 18 goals four were reached by nine tenths (22 per cent)
    if kinds in ("RP", "PR") and passage.words.pattern(r"^ {of}\b").match(passage.after(other)):
        return False  # a third of the pupils, or 45 per cent of the girls
    if kinds == "RR":
        counted = any(map(str.isdigit, other.text))  # more than half, 2,140 out of 4,600
        return counted and match.re in map(passage.words.pattern, (pattern.ASIDE, pattern.SHARES))
    if POINT in (one.unit, other.unit):
        return False  # fell from 15 to 12 per cent, by 3 percentage points or one fifth
    if kinds == "NN":
        return _twice(one, other) and bool(match["close"]) and not own_noun(one)
    if kinds == "QQ" and not _is_one_measure(passage, one, other, match):
        return False
    if kinds == "TT":
        return _are_times(passage, one, other, match)
    if match.re is passage.words.pattern(pattern.ASIDE):
        return kinds == "RP" and heads(one) in passage.words.shared["people"]
    if match.re is passage.words.pattern(pattern.EQUAL):
        said = passage.words.has("worth", other.text.lower())
        return said and kinds == "MM" and one.unit != other.unit
    if match.re is passage.words.pattern(pattern.PAID_AS):
        return kinds == "MM" and one.unit != other.unit
    if kinds == "MM" and one.unit == other.unit:
        scales = (_scales(passage, one), _scales(passage, other))
        full = any(scales) and min(len(one.text), len(other.text)) >= LONG
        return match["close"] == ")" and (all(scales) or full) and scales[0] != scales[1]
    return one.unit != other.unit or kinds[0] in "PR"


def _of_one_rate(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """Have both one denominator? `120,000 litres a day, that is 120 cubic metres` has it once."""
    if one.per == other.per or match.re is passage.words.pattern(pattern.APPOSED):
        return True
    if other.per is not None or one.kind != "measure":
        return other.per is None and one.kind == "money"
    value = convert(one.value or ONE, one.unit or "", other.unit or "") or ONE
    times = max(value, other.value or ONE) / min(value, other.value or ONE)
    return times <= NEAR or times.normalize().as_tuple().digits == (1,)  # no 30 days of it


def _are_times(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """Are two lengths of time one, in two units?"""
    if passage.words.has("sort_of_time", f"{one.text} {other.text}".lower()):
        return False  # 15 working days, that is three weeks
    if passage.words.pattern(r"^ {and} $").match(passage.after(other)) is not None:
        return False  # 64 hours, that is two days and 16 hours
    if match.re is passage.words.pattern(pattern.APPOSED):
        value = convert(one.value or ONE, one.unit or "", other.unit or "") or ZERO
        return (
            _is_near(one, other)
            and ONE <= value < (one.value or ONE)
            and passage.shape.count("T") == 2
        )
    if _are_lots(passage, one):
        return False  # four days of six and a half hours, which makes 26 hours
    ends = _END.match(passage.after(other)) is not None  # or two weeks if it rains
    ends = ends or passage.words.has("that_is", match[0])
    worked = HOUR in (one.unit, other.unit) and {one.unit, other.unit} & LONG_TIMES
    if worked:
        return False  # a course of two years (or 1,600 hours)
    return one.unit != other.unit and bool(match["close"] or (match["comma"] and ends))


def _is_one_measure(passage: Passage, one: Fact, other: Fact, match: re.Match[str]) -> bool:
    """`Sixty miles, nearly 140 kilometres,`: are they the only measures, and about as much?"""
    if match.re is not passage.words.pattern(pattern.IN_BOTH):
        return not _are_lots(passage, one)  # 228 bags of 50 kg, or 11.4 tonnes
    return passage.shape.count("Q") == 2 and one.unit != other.unit and _is_near(one, other)


def _is_near(one: Fact, other: Fact) -> bool:
    """Is the one no more than twice the other?"""
    value = convert(one.value or ONE, one.unit or "", other.unit or "") or ZERO
    return max(value, other.value or ONE) <= min(value, other.value or ONE) * TWICE


def _are_lots(passage: Passage, one: Fact) -> bool:
    """Is it told of each of some: `four days of six hours`?"""
    lots = passage.words.pattern(r"[NT] {of} $")
    return lots.search(passage.skeleton[: passage.position(one)]) is not None


def _is_reckoned(passage: Passage, share: Fact) -> bool:
    """Is a percentage what two numbers of its sentence make?"""
    values = [fact.value for fact in passage.facts if fact.kind in NUMBERS and fact.value]
    half = (share.precision or ONE) / 2
    return any(
        abs(part / whole * HUNDRED - (share.value or ONE)) <= half
        for whole in values
        for part in values
        if part < whole
    )


def _scales(passage: Passage, fact: Fact) -> frozenset[str]:
    """The scale words of a number: `million`."""
    numbers = passage.words.language.lexicon.numbers
    said = (numbers.get(word) for word in fact.text.lower().split())
    return frozenset(number[1] for number in said if number is not None and number[0] == "scales")


def _twice(one: Fact, other: Fact) -> bool:
    """`twelve (12)`: a number in words and the same in digits."""
    written = other.text.replace(",", "")
    if factor(one, other) > TIMES and not is_permuted(one, other):
        return False  # three complaints in four (302)
    return one.text.replace("-", "").replace(" ", "").isalpha() and written.isdigit()


def _relation(passage: Passage, one: Fact, other: Fact, rates: list[list[Fact]]) -> Relation:
    roles = {"one": [one], "other": [other]}
    how = None
    if one.kind == "money":
        for told in rates:
            rate = exchange.of_pair(passage, told, (one.unit, other.unit))
            if {rate[0].unit, rate[1].unit} == {one.unit, other.unit} and one not in rate:
                roles["rate"] = rate
                break
    elif one.kind == "measure" and (
        (one.change and not passage.words.has("to", passage.before(one)[-4:]))
        or passage.words.has("by", passage.before(one)[-4:])
    ):
        how = "difference"
    return Relation(kind="equivalent", roles=roles, how=how)
