"""What became of each number of a text, and why."""

from datetime import date

import pytest

from migfacts import extract, read
from migfacts.explain import NO_KIND, explain
from migfacts.fact import FIELDS
from migfacts.kinds import reference
from migfacts.output.explanation import WORDS
from tests.test_schema import DOCUMENTS

#: Where a fact stands is told in another way.
ELSEWHERE = {"kind", "text", "start", "end", "path", "line", "column", "page", "sentence"}


PHONE = ["+41", "22", "555", "01", "42"]


def outcomes(text: str) -> list[tuple[str, str]]:
    return [(reading.text, reading.outcome) for reading in explain(text).readings]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("USD 1.3 trillion was lost in 2023.", [("1.3 trillion", "fact"), ("2023", "fact")]),
        ("It opened on 25 November 2024.", [("25", "fact"), ("2024", "part")]),
        ("It costs from USD 20 to USD 30.", [("20", "fact"), ("30", "part")]),
        ("There were 32 deaths per 1,000 live births.", [("32", "fact"), ("1,000", "part")]),
        ("See Article 5.", [("5", "reference")]),
        ("Call +41 22 555 01 42.", [(each, "reference") for each in PHONE]),
        ("One promising example came from Bor.", [("One", "none")]),
        ("They work double shifts.", [("double", "none")]),
        ("They sell second-hand tents.", [("second", "none")]),
        ("Many people came.", []),
        ("", []),
        ("\n \n", []),
    ],
)
def test_outcome_of_each_number(text: str, wanted: list[tuple[str, str]]) -> None:
    assert outcomes(text) == wanted


def test_a_range_that_a_verb_splits_gives_two_facts() -> None:
    (reading,) = explain("The number of camps fell from 40 to 30.").readings
    assert [fact.value for fact in reading.facts] == [40, 30]


def test_a_part_names_the_fact_that_has_its_words() -> None:
    _, part = explain("There were 32 deaths per 1,000 live births.").readings
    assert part.why == "in the words of '32 deaths per 1,000 live births'"
    assert [fact.value for fact in part.facts] == [32]


def test_relations_are_told() -> None:
    (relation,) = explain("We put up 75 tents, 50 large and 25 small.").relations
    assert (relation.kind, relation.facts()[0].text) == ("total", "75 tents")


def test_a_relative_date_needs_a_date() -> None:
    text = "Last year 12 nurses came."
    (without,) = explain(text).readings
    (within,) = explain(text, as_of=date(2024, 11, 25)).readings
    assert [without.facts[0].period, within.facts[0].period] == [None, "2023"]


#: A text for each reason why a number is no fact.
REASONS = {
    "COP29 begins.": "29",
    "Call +41 22 555 01 42.": "22",
    "They have needs.12": "12",
    "It is open 24/7.": "24",
    "The 3W is out.": "3",
    "It was 5 per cent (95% CI: 3-7).": "95",
    "Women in their 20s came.": "20",
    "See No. 7 there.": "7",
    "See Article 5.": "5",
    "It runs on Windows 11 now.": "11",
    "We met in office 4B there.": "4",
    "They won 2-1 in Bor.": "2",
    "It grew (Ratha et al., 2006).": "2006",
    "3.7 Experience of the staff": "3.7",
    "The server is 192.168.1.2.": "192.168.1.2",
    "It opens at 10:30 each day.": "10",
    "The 2030 Agenda says so.": "2030",
    "Come to 12 High Street.": "12",
    "It opened on 9 May.": "9",
    "It opened on 26 and 27 July.": "26",
}


@pytest.mark.parametrize(("text", "number"), REASONS.items())
def test_reference_says_why(text: str, number: str) -> None:
    reading = next(each for each in explain(text).readings if each.text == number)
    assert reading.outcome == "reference"
    assert reading.why


def test_every_reason_has_a_text() -> None:
    told = {reading.why for text in REASONS for reading in explain(text).readings}
    rules = {why for why, _ in reference.RULES}
    assert told >= rules | {
        reference.CODE,
        reference.CLOCK,
        reference.NAME,
        reference.STREET,
    }
    assert {"a day without a year", "days without a year"} <= told


def test_every_form_that_no_kind_takes_has_a_reason() -> None:
    texts = ["One example came.", "Double shifts began.", "Second-hand tents.", "A half-open door."]
    told = [reading.why for text in texts for reading in explain(text).readings]
    assert set(told) == set(NO_KIND.values())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_fact_is_told_once_and_every_number_in_order(document: object) -> None:
    text = read(str(document)).text
    found = explain(text).readings
    told = [fact for reading in found if reading.outcome == "fact" for fact in reading.facts]
    assert [fact.to_dict() for fact in told] == [fact.to_dict() for fact in extract(text)]
    starts = [reading.start for reading in found]
    assert starts == sorted(starts)
    for reading in found:
        assert " ".join(text[reading.start : reading.end].split()) == reading.text
        assert (reading.outcome in ("fact", "part")) == bool(reading.facts)
        assert (reading.outcome == "fact") == (reading.why is None)


def test_every_field_has_its_words() -> None:
    assert set(WORDS) == set(FIELDS) - ELSEWHERE
