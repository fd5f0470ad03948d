"""age: how old people are.

What: a number behind `aged`, before `years old`, or bounded behind a word for people.
Why: an age is no duration, and `children under five` counts no fives.

Examples:
    29 years old -> 29, year
    aged 18 to 29 -> 18 to 29, year
    children under five -> 5, year, less_than
Not matched:
    for 12 years, a duration
    under five tents, a count
"""

from __future__ import annotations

from typing import Final, cast

from migfacts import quantity
from migfacts.beside import bounds
from migfacts.beside.ages import REACH, apposed, is_told, is_turned
from migfacts.fact import Bound
from migfacts.numerals.numeral import Numeral
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

OLDEST: Final = 120
YEAR: Final = "year"
#: Below it a bare number is hardly an age.
YOUNGEST: Final = 5
#: Tags of what may follow an age without its unit.
_CLOSING: Final = '.E,;:)co"pxvVsrtumy'


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The age that a numeral is, or None."""
    if numeral.form not in ("digits", "words", "range"):
        return None
    spanned = _spanned(sentence, numeral)
    if spanned is not None:
        return spanned
    words, at = sentence.words, numeral.first
    beside = numeral.open or (at > 0 and (words[at - 1].leads or words[at - 1].tag in ",([-"))
    last = numeral.last
    told = _told(sentence, numeral) or _elder(sentence, numeral)
    if told is not None:
        return told
    if not beside and not (last < len(words) and words[sentence.past_hyphen(last)].follows):
        return None
    group = _group_name(sentence, numeral)
    if group is not None:
        return group
    unit, start, last = _unit(sentence, numeral)
    ages = sentence.lang.ages
    bound = bounds.before(sentence, numeral.first)
    opening = bound[1] if bound is not None else numeral.first
    before = ages.before.match_before(sentence.words, opening)
    only = ages.bounds.match_before(sentence.words, numeral.first)
    if only is not None and (unit is not None or numeral.top <= OLDEST):
        return _bounded(sentence, numeral, only, unit, start, last)
    if unit is not None:
        after = ages.after.match(sentence.words, last)
        if after is not None:
            last = after[1]
        elif numeral.top > OLDEST or (
            before is None
            and not _group(sentence, numeral)
            and not is_told(sentence, numeral)
            and ages.limits.match(sentence.words, last) is None
        ):
            return None
    elif numeral.top > OLDEST or (before is None and not _bare(sentence, numeral)):
        return None
    result = quantity.of("age", numeral, numeral.first, last)
    if before is not None:
        result.first = _span_opening(sentence, numeral, before[1])
        if bound is None:
            outer = bounds.before_determiner(sentence, result.first)
            bound = outer
            result.first = outer[1] if outer is not None else result.first
        if bound is not None:
            bounds.apply(result, bound[0])
    result.unit = unit or YEAR
    result.unit_text = sentence.text(start, last) or None
    return result


def _elder(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """`31 per cent were 50 or older`."""
    limit = sentence.lang.ages.elder.match(sentence.words, numeral.last)
    bound = bounds.after(sentence, numeral.last)
    if limit is None or bound is None or numeral.top > OLDEST:
        return None
    if sentence.tags[limit[1] : limit[1] + 1] not in _CLOSING:
        return None
    result = quantity.of("age", numeral, numeral.first, limit[1])
    result.unit = YEAR
    bounds.apply(result, bound[0])
    return result


def _span_opening(sentence: Sentence, numeral: Numeral, first: int) -> int:
    """The token that opens a range of ages: `between the ages of 14 and 16`."""
    if numeral.form == "range":
        for at in range(max(0, first - 2), first):
            if "between" in sentence.words[at].roles:
                return at
    return first


def _spanned(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """`adults from 18 to 59 are`, `people of 60 and over`, `a boy of nine`: no noun behind."""
    words, tags, first, last = sentence.words, sentence.tags, numeral.first, numeral.last
    spread = numeral.form == "range" and bool(words[first].roles & {"from", "between"})
    people = first - 1 if spread else first - 2
    ages = sentence.lang.ages
    if people < 0 or words[people].lower not in ages.people:
        return None
    if ages.before.match_before(words, first) is not None:
        return None  # aged between 15 and 17
    bound = None
    if "of" in words[first - 1].roles:
        limit = ages.limits.match(words, last)
        bound = bounds.after(sentence, last)
        one = people > 0 and tags[people - 1] == "d" and tags[people] not in "NK"
        if limit is not None and bound is not None:
            last = limit[1]
        elif not one:
            return None
    elif not spread:
        return None
    if numeral.top > OLDEST or tags[last : last + 1] not in _CLOSING:
        return None
    result = quantity.of("age", numeral, first, last)
    result.unit = YEAR
    if bound is not None:
        bounds.apply(result, bound[0])
    return result


def _told(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """`She was 19 when she left`, `the average age is now 33`: a bare number told of an age."""
    tags, words, last = sentence.tags, sentence.words, numeral.last
    at = numeral.first - 1
    turned = sentence.lang.ages.turned.match_before(words, at + 1) if at > 0 else None
    if turned is not None and numeral.top <= OLDEST and tags[last : last + 1] in _CLOSING:
        result = quantity.of("age", numeral, numeral.first, last)
        result.unit = YEAR
        return result  # until they turn 18
    if at < 0 or numeral.form == "range" or not YOUNGEST <= (numeral.value or 0) <= OLDEST:
        return None
    if tags[last : last + 1] not in _CLOSING + "G" or tags[at] not in "xypt":
        return None
    if not any(rule(sentence, numeral) for rule in (is_told, is_turned, apposed)):
        return None
    result = quantity.of("age", numeral, numeral.first, last)
    result.unit = YEAR
    return result


def _bounded(
    sentence: Sentence,
    numeral: Numeral,
    bound: tuple[str, int],
    unit: str | None,
    start: int,
    last: int,
) -> Quantity:
    """`younger than 10`: a bound that only ages have."""
    result = quantity.of("age", numeral, bound[1], last)
    bounds.apply(result, cast(Bound, bound[0]))
    result.unit = unit or YEAR
    result.unit_text = sentence.text(start, last) or None
    return result


def _group_name(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """`under-18s`, `the over 65s`, `under-five mortality`: a bound and a number name a group."""
    words, last = sentence.words, numeral.last
    hyphened = sentence.past_hyphen(numeral.first - 1) == numeral.first
    found = bounds.before(sentence, numeral.first - hyphened)
    if found is None or numeral.top > OLDEST:
        return None
    ending = sentence.glued(last) and "plural_ending" in words[last].roles
    measured = sentence.lang.units.match(words, sentence.past_hyphen(last)) is not None
    if not ending and (not hyphened or measured):
        return None
    result = quantity.of("age", numeral, found[1], last + ending)
    bounds.apply(result, found[0])
    result.unit = YEAR
    return result


def _unit(sentence: Sentence, numeral: Numeral) -> tuple[str | None, int, int]:
    """The unit behind the number, and where it is written: `years`, `-year`, `months`."""
    at = sentence.past_hyphen(numeral.last)
    if at < len(sentence.words):
        word = sentence.words[at]
        unit = sentence.lang.ages.units.get(word.lower if word.size > 1 else word.text)
        if unit is not None:
            return unit, at, at + 1
    return None, numeral.last, numeral.last


def _opening(sentence: Sentence, first: int) -> int:
    """Step back over bound words: `aged over 60`, `aged between 5 and 17`."""
    found = bounds.before(sentence, first)
    return found[1] if found is not None else first


def _group(sentence: Sentence, numeral: Numeral) -> bool:
    """`children 6–59 months`, `girls (10–19 years)`, `children under 5 years`: people before."""
    at = _opening(sentence, numeral.first) - 1
    if at == numeral.first - 1 and numeral.form != "range" and _scales(sentence, numeral):
        return False  # IDPs (4.6m)
    if at < 0:  # a list of groups: `5–14 years: 250 cases`
        last = sentence.past_hyphen(numeral.last) + 1
        bounded = numeral.form == "range" or numeral.first > 0
        return bounded and sentence.tags[last : last + 1] == ":"
    spread = numeral.form == "range" and sentence.words[at].roles & {"between", "from"}
    at -= bool(spread) or sentence.tags[at] in "(["  # children between 13-18 years
    if at < 0:
        return False
    bounded = numeral.open or at < numeral.first - 1 or numeral.form == "range"
    word, ages = sentence.words[at].lower, sentence.lang.ages
    over = "over" in sentence.words[at + 1].roles and word not in ages.groups
    if over and _unit(sentence, numeral)[0] != YEAR:
        return False  # they trained 200 staff over two days
    return bounded and word in ages.people


def _scales(sentence: Sentence, numeral: Numeral) -> bool:
    """May the letter behind a number be one that scales it: `4.6m`?"""
    words, last = sentence.words, numeral.last
    symbols = sentence.lang.scale_symbols
    return not numeral.open and last < len(words) and words[last].text in symbols


def _bare(sentence: Sentence, numeral: Numeral) -> bool:
    """`children under five`, and `Nadia, 34, sold …`: a number that ends its phrase."""
    tags, last = sentence.tags, numeral.last
    at = _opening(sentence, numeral.first)
    people = sentence.lang.ages.people
    limited = numeral.open or at < numeral.first
    bounded = limited and at > 0 and sentence.words[at - 1].lower in people
    if last < len(tags) and tags[last] not in _CLOSING + "b(Dmz" * bounded:
        return False
    if bounded:
        return True
    if limited and at and "copula" in sentence.words[at - 1].roles:
        words, percents = sentence.words, sentence.lang.percents
        shared = (percents.match(words, start) for start in range(max(0, at - REACH), at))
        return any(word.lower in people for word in words[:at]) or any(shared)
    if at and tags[at - 1] == "(" and sentence.words[at - 2].lower in people:
        grouped = sentence.words[at - 2].lower in sentence.lang.ages.groups
        spread = numeral.form == "range" and grouped and tags[last : last + 1] == ")"
        return at < numeral.first or spread  # women (15–49)
    return apposed(sentence, numeral)
