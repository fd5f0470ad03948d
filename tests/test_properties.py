"""What holds for every text: places, order, exactness, the same output twice, no exception."""

import json
import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from hypothesis import example, given, settings
from hypothesis import strategies as st

from migfacts import Document, Fact, extract, facts, from_text
from migfacts.fact import FIELDS, NUMBERS
from migfacts.languages import data
from tests.cases import files, load

#: Sections of numbers.txt whose lines begin with a word.
_NUMBER_SECTIONS: Final = (
    *("cardinals", "scales", "symbols", "dozens"),
    *("ordinals", "denominators", "fractions", "multiples"),
)
_GLUE: Final = (
    *("and", "to", "-", "–", "or", "in", "out of", "of", "between", "from", "a", "the", "per"),
    *("more than", "at least", "up to", "or more", "±", ":", ",", ".", "%", "per cent", "USD", "$"),
    *("people", "years old", "aged", "km", "km²", "since", "May", "2023", "(", ")", "not", "x 10^"),
)
_DENSE: Final = "0123456789 ,.-–/:%$€eExX+±½²()'’\u00a0\u202f\u00ad\u200b\n"
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@lru_cache(maxsize=1)
def number_words() -> list[str]:
    sections = data.sections("en", "numbers")
    return [line.split()[0] for name in _NUMBER_SECTIONS for line in sections.get(name, ())]


@lru_cache(maxsize=1)
def case_texts() -> list[str]:
    names = ["numerals.toml", *files("kinds"), *files("context")]
    return [case.text for name in names for case in load(name)]


NOISE = st.text(st.characters(), max_size=120)
DENSE = st.text(st.sampled_from(_DENSE), max_size=60)
NUMBER_WORDS = st.lists(
    st.deferred(lambda: st.sampled_from([*number_words(), *_GLUE, "12", "8,500", "1.3", "3"])),
    max_size=20,
).map(" ".join)
PROSE = st.lists(st.deferred(lambda: st.sampled_from(case_texts())), max_size=3).map(" ".join)
TEXTS = st.one_of(
    PROSE, NUMBER_WORDS, DENSE, NOISE, st.tuples(PROSE, NOISE, NUMBER_WORDS).map("".join)
)
#: JSON is of UTF-8, which has no lone surrogates.
WRITABLE = st.one_of(PROSE, NUMBER_WORDS, DENSE)
MARKUPS = st.sampled_from(["text", "markdown"])


def read(text: str, markup: str = "text") -> tuple[Document, list[Fact]]:
    document = from_text(text, markup=markup)
    return document, list(facts(document))


@settings(max_examples=2000)
@given(TEXTS, MARKUPS)
@example("Some 40\u00ad0 \ud800 families", "text")
@example("1e999999 and 1e-999999", "text")
def test_facts_stand_where_they_say(text: str, markup: str) -> None:
    document, found = read(text, markup)
    for fact in found:
        assert fact.text
        assert fact.text == document.text[fact.start : fact.end]
        assert document.place(fact.start) == (fact.line, fact.column)
    for fact, following in pairwise(found):
        assert fact.end <= following.start


@settings(max_examples=1500)
@given(TEXTS)
def test_numbers_agree_with_one_another(text: str) -> None:
    for fact in extract(text):
        has_value, has_range = fact.value is not None, None not in (fact.low, fact.high)
        if fact.kind == "date":
            assert fact.period
            assert (fact.value, fact.low, fact.high) == (None, None, None)
        else:
            assert has_value or has_range
        for number in (fact.value, fact.low, fact.high):
            assert number is None or number == 0 or -30 <= number.adjusted() <= 60
        if has_range and not _written_falling(fact):
            assert fact.low <= fact.high  # type: ignore[operator]
            assert fact.value is None or fact.low <= fact.value <= fact.high  # type: ignore[operator]
        elif has_value and not has_range:
            assert {fact.low, fact.high} <= {None, fact.value}


def _written_falling(fact: Fact) -> bool:
    """Is the high end written before the low one, as in `between 80 and 50`?

    Ends in words, and scales, are not read again here: only two numbers in digits can tell.
    """
    written = re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", fact.text)
    if len(written) != 2:
        return True
    first, last = (Decimal(number.replace(",", "")) for number in written)
    return first >= last


@settings(max_examples=800)
@given(TEXTS, TEXTS)
def test_same_text_gives_same_facts(text: str, other: str) -> None:
    """What was read before leaves no trace."""
    before = extract(text)
    extract(other)
    assert extract(text) == before


@settings(max_examples=1500)
@given(WRITABLE)
def test_json_and_back(text: str) -> None:
    for fact in extract(text):
        line = fact.to_json()
        again = Fact.from_json(line)
        assert again == fact
        assert again.to_json() == line
        assert list(json.loads(line)) == list(FIELDS)


@settings(max_examples=1500)
@given(WRITABLE)
def test_numbers_in_json_are_plain_and_exact(text: str) -> None:
    for fact in extract(text):
        line = fact.to_json().decode()
        written = json.loads(line, parse_int=_Written, parse_float=_Written)
        for name in NUMBERS:
            number, shown = getattr(fact, name), written[name]
            if number is None:
                assert shown is None
            else:
                assert isinstance(shown, _Written), "a number in quotes"
                assert _PLAIN.fullmatch(shown), shown
                assert Decimal(shown) == number


class _Written(str):
    """A JSON number as it stands in the text."""


@settings(max_examples=800)
@given(PROSE)
def test_dict_and_back(text: str) -> None:
    for fact in extract(text):
        values = fact.to_dict()
        assert list(values) == list(FIELDS)
        assert Fact.from_dict(values).to_dict() == values
