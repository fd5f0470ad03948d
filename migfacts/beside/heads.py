"""Heads: the unit and scale that a head or label has for its numbers, `Funding (US$ m): 45`."""

from __future__ import annotations

from typing import Final

from migfacts import quantity
from migfacts.beside import denominators
from migfacts.beside.head_units import NOTES, Head, is_currency, read
from migfacts.numerals.numeral import ONE, plain
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: How long the bracket of a head may be, in tokens.
LONGEST: Final = 10
YEAR: Final = "year"
#: What stands between the bracket of a label and its number.
_COLON: Final = frozenset((":", "=", "-"))
#: What may stand behind a number that has its unit from a head.
_ENDS: Final = frozenset(("", ",", ";", ".", ")", "(", "[", "E", "c", "/", "p"))


def over(sentence: Sentence) -> Head | None:
    """What a line over a list or a table says: `Aid (US$ m):`, `Amounts are in US dollars.`.

    One that neither a bracket nor a colon ends must be no more than this, or be about amounts.
    """
    tags = sentence.tags
    whole = tags.rstrip(".:")
    if whole.startswith("(") and whole.endswith(")"):
        return read(sentence, 1, len(whole) - 1)  # (in millions of francs)
    found = of(sentence, len(whole)) or of(sentence, len(_main(whole)))
    if found is None or found.whole or tags.endswith((":", ")")) or "in" in sentence.words[0].roles:
        return found
    return found if any("amounts" in word.roles for word in sentence.words) else None


def _main(tags: str) -> str:
    """The tags without a bracket at their end, or a clause: `unless otherwise stated`."""
    ends = [at for at in (tags.find("s"), tags.rfind("(") if tags.endswith(")") else -1) if at > 0]
    return tags[: min(ends)] if ends else tags


def of(sentence: Sentence, last: int | None = None) -> Head | None:
    """What a column's head or a row's label says: `Aid (US$ m)`, `% of homes`.

    A colon may end it. `Cost per pupil (USD)` and `Trucks/day` say what is counted by as well.
    """
    words, tags = sentence.words, sentence.tags
    if last is None:
        last = len(words) - tags.endswith(":")
    if not last:
        return None
    if tags[last - 1] == ")":
        opened = tags.rfind("(")
        found = _bracketed(sentence, opened, last - 1)
        if found is not None and found.unit is None and found.factor != ONE:
            found = _joined(sentence, opened, found)
        if found is not None and found.per is None:
            found.per = _rate(sentence, opened)
        return found
    if tags[0] == "%":
        return Head("percent", "percent", words[0].text)
    if _is_age(sentence, last):
        return Head("age", YEAR, None, whole=True)
    measured = read(sentence, 0, 1) if tags[1:2] == "o" else None
    if measured is not None and measured.kind == "measure":
        measured.noun = 2
        return measured  # Km of road
    rate = _rate(sentence, last)
    if rate is not None:
        return Head(per=rate)
    if last == 1 and words[0].lower in sentence.lang.denominators.nouns:
        return None  # Year, Month
    for first in range(max(0, last - LONGEST), last):
        parted = first == 0 or tags[first - 1] == "," or "in" in words[first - 1].roles
        if parted or is_currency(sentence, first):
            found = read(sentence, first, last)
            if found is not None:
                found.whole = first == 0
                return found
    return None


def _is_age(sentence: Sentence, last: int) -> bool:
    """`Age`, `Age group`: is the head no more than this?"""
    ages = sentence.lang.ages
    found = ages.after.match(sentence.words, 0) or ages.before.match(sentence.words, 0)
    return found is not None and found[1] == last


def _rate(sentence: Sentence, last: int) -> str | None:
    """The denominator that ends before a token: `Cost per pupil`, `Trucks/day`, not `y/y`."""
    words, nouns = sentence.words, sentence.lang.denominators.nouns
    for at in range(1, last):
        slash = sentence.tags[at] == "/" and words[at - 1].size > 1
        opens = slash or "per" in words[at].roles
        rate = denominators.read(sentence, at) if opens else None
        if rate is not None and rate[1] == last and (not slash or rate[0] in nouns):
            return rate[0]
    return None


def merged(label: Head | None, unit: Head | None) -> Head | None:
    """What a row's label and the cell of its unit say together: `Water per person`, `L/day`."""
    if label is None or unit is None:
        return label or unit
    if label.unit is not None:
        return label
    unit.per = " / ".join(filter(None, (label.per, unit.per))) or None
    return unit


def _joined(sentence: Sentence, opened: int, scale: Head) -> Head:
    """`Received, US$ (million)`: a currency before the bracket of a scale."""
    for first in range(max(0, opened - LONGEST), opened):
        if is_currency(sentence, first):
            found = read(sentence, first, opened)
            if found is not None:
                found.factor, found.whole = scale.factor, first == 0
                return found
    return scale


def outside(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a head but those in the bracket of its unit: `Deaths (per 10,000)`."""
    opened = sentence.tags.rfind("(") if sentence.tags.endswith(")") else len(sentence.tags)
    return [each for each in found if each.first < opened]


def named(found: list[Quantity]) -> list[Quantity]:
    """The quantities of a column's head, `Women (15–49)`, without those that name it: `Under 5`."""
    return [
        each
        for each in found
        if each.kind != "number" or (each.bound == "exact" and each.low is None)
    ]


def in_cell(head: Head, sentence: Sentence, found: list[Quantity]) -> None:
    """Give the unit and scale of its head to a cell's bare numbers, be they like years."""
    for at, each in enumerate(found):
        alone = len(sentence.words) == each.numeral.last and each.numeral.form == "digits"
        if each.kind == "date" and alone and head.kind not in ("number", "duration"):
            found[at] = quantity.of("number", each.numeral, each.first, each.last)
        _give(head, sentence, found[at])
        if sentence.tags == "(#)" and head.kind == "money" and each.value is not None:
            each.first, each.last, each.value = 0, 3, -each.value  # as accountants write a loss


def in_item(head: Head, sentence: Sentence, found: list[Quantity]) -> None:
    """Give those of the line over a list to the number of an item: `Health: 45`."""
    for each in found:
        if each.first and sentence.tags[each.first - 1] in _COLON:
            _give(head, sentence, each)


def labelled(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """Give bare numbers the unit that their label has in brackets: `Requested (US$): 178 million`.

    Returns:
        The quantities without those that are a part of such a label: `(per 10,000/day)`.
    """
    spans = []
    for each in found:
        last = each.first - (sentence.tags[each.first - 1] in _COLON)
        if each.kind != "number" or last < 2 or sentence.tags[last - 1] != ")":
            continue
        opened = sentence.tags.rfind("(", max(0, last - LONGEST), last)
        head = _bracketed(sentence, opened, last - 1)
        if head is not None:
            _give(head, sentence, each)
            spans.append((opened, last))
    if not spans:
        return found
    return [each for each in found if not any(a <= each.first < b for a, b in spans)]


def _give(head: Head, sentence: Sentence, each: Quantity) -> None:
    if each.kind in ("measure", "duration") and head.kind in ("money", "number"):
        _restore(sentence, each)
    after = sentence.tags[each.last : each.last + 1]
    noted = each.last + 1 == len(sentence.words) and sentence.words[each.last].size == 1  # 1,236²
    if each.kind != "number" or not (after in _ENDS or noted):
        return
    each.kind, each.unit, each.unit_text = head.kind, head.unit, head.unit_text
    each.per = each.per or head.per
    if each.numeral.scale is None and each.numeral.symbol is None and head.factor != ONE:
        each.precision *= head.factor
        each.value, each.low, each.high = (
            None if number is None else plain(number * head.factor)
            for number in (each.value, each.low, each.high)
        )


def _restore(sentence: Sentence, each: Quantity) -> None:
    """In a column of money `1.2m` are millions, and in `1,240 a` a letter marks a note."""
    numeral, at = each.numeral, each.numeral.last
    letter = sentence.words[at].text if each.last == at + 1 else ""
    if numeral.symbol is None and letter not in NOTES:
        return
    if len(letter) != 1:
        return
    each.kind, each.unit, each.unit_text = "number", None, None
    if numeral.symbol is not None:
        quantity.rescale(each, numeral)


def _bracketed(sentence: Sentence, opened: int, last: int) -> Head | None:
    """`Funding (US$ m)`, `Median age (years)`, not `person(s)`."""
    if opened < 1 or sentence.glued(opened) or last - opened > LONGEST:
        return None
    found, ages = read(sentence, opened + 1, last), sentence.lang.ages
    if found is not None and found.kind == "duration":
        told = ages.told.match_before(sentence.words, opened)
        aged = told or ages.before.match_before(sentence.words, opened)
        found.kind = "duration" if aged is None else "age"
    return found
