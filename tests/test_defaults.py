"""The place that a title or dateline gives to all numbers of a document."""

import pytest

from migfacts import facts
from migfacts.documents import from_text

BODY = "\n\nIn all, 400 people were registered.\n"

CASES = [
    ("Floods in Mali", "Mali"),
    ("FLOODS IN MALI", "Mali"),
    ("FLASH APPEAL: FLOODS, MALI\nBamako, 12 March 2025", "Mali"),
    ("CHOLERA IN YEMEN AND THE HORN OF AFRICA", "Yemen and the Horn of Africa"),
    ("Horn of Africa and Yemen: Round 12", "Horn of Africa and Yemen"),
    ("Sudan emergency in Chad", "Chad"),
    ("Sudan crisis: Rations cut in eastern Chad", "Chad"),
    ("Chad: Floods in Abeche", "Chad"),
    ("Cox's Bazar, Bangladesh", "Cox's Bazar"),
    ("Statement on Afghanistan at the Forum in Geneva", "Afghanistan"),
    ("Boat sinks off Libya as claims in Malta hit record", None),
    ("Niger: Cuts as more people come from Mali", "Niger"),
    ("By Anna Lind in Mali", None),
    ("Our year in numbers", None),
    ("WHO WE ARE", None),
    ("Twelve months (US$)", None),
]


@pytest.mark.parametrize(("title", "expected"), CASES)
def test_a_title_names_the_place(title: str, expected: str | None) -> None:
    found = facts(from_text(title + BODY))
    assert [each.place for each in found if each.value == 400] == [expected]
