"""Numerals of running text: value, or low and high, precision and place, exactly as written.

Ordinals, codes and digits glued to letters (`COP29`) are judged by the kinds `ordinal` and
`reference`, and so left out here.
"""

from decimal import Decimal
from typing import NamedTuple

import pytest

from migfacts.languages import load as load_language
from migfacts.numerals import Numeral, find
from migfacts.tokens import Sentence, sentences
from tests.cases import Case, load, misplaced, parameters, shown

FILE = "numerals.toml"
OTHERS = ("ordinal", "code")


class Found(NamedTuple):
    """A numeral as a case names it."""

    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    precision: Decimal


def numerals(text: str) -> list[Found]:
    lang = load_language("en")
    return [
        _found(sentence, numeral)
        for sentence in sentences(text, 0, len(text), lang)
        for numeral in find(sentence)
        if numeral.form not in OTHERS and not _glued_to_letters(sentence, numeral)
    ]


def _glued_to_letters(sentence: Sentence, numeral: Numeral) -> bool:
    first = numeral.first
    return sentence.glued(first) and sentence.words[first - 1].text[-1].isalpha()


def _found(sentence: Sentence, numeral: Numeral) -> Found:
    """The numeral; a letter behind it is a scale where a currency stands before it."""
    last, factor = numeral.last, Decimal(1)
    currencies = sentence.lang.currencies.symbols
    if numeral.symbol is not None and currencies.match_before(sentence.words, numeral.first):
        factor, last = numeral.symbol
    text = sentence.prose[sentence.starts[numeral.first] : sentence.stop(last - 1)]
    value, low, high = (
        end * factor if end is not None else None
        for end in (numeral.value, numeral.low, numeral.high)
    )
    return Found(text, value, low, high, numeral.precision * factor)


@pytest.mark.parametrize("case", parameters([FILE]))
def test_case(case: Case) -> None:
    found = numerals(case.text)
    assert [numeral.text for numeral in found] == [entry["text"] for entry in case.expected]
    for numeral, entry in zip(found, case.expected, strict=True):
        for name, wanted in entry.items():
            got = getattr(numeral, name)
            assert got == wanted, f"{name} of {numeral.text!r}: {shown(got)}"


def test_cases_are_well_formed() -> None:
    for case in load(FILE):
        assert not misplaced(case), case.text
        assert all(set(entry) <= set(Found._fields) for entry in case.expected), case.text
