"""Where one sentence ends and the next begins."""

import pytest

from migfacts import extract
from migfacts.languages import load
from migfacts.tokens import sentences

CASES = [
    ("He came. She left.", ["He came.", "She left."]),
    ('He says, "and I know the first 100." Her desk was a door.',
     ['He says, "and I know the first 100."', "Her desk was a door."]),
    ('"We took 40 people," she said. "They were ill." Then three came.',
     ['"We took 40 people," she said.', '"They were ill."', "Then three came."]),
    ('He asked "how many?" Nobody knew.', ['He asked "how many?"', "Nobody knew."]),
    ("(In 2023 there were 4.) Now there are 5.", ["(In 2023 there were 4.)", "Now there are 5."]),
    ("In the U.S. 5 men died. They left.", ["In the U.S. 5 men died.", "They left."]),
    ("It closed at 10 p.m. Then 5 men left.", ["It closed at 10 p.m.", "Then 5 men left."]),
    ("Some need food, e.g. 5 families.", ["Some need food, e.g. 5 families."]),
    ("Dr. Sall came (40 per cent.) and left.", ["Dr. Sall came (40 per cent.) and left."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    found = sentences(text, 0, len(text), load("en"))
    assert [each.text(0, len(each.words)) for each in found] == expected


def test_a_word_that_opens_a_sentence_keeps_the_space_behind_it() -> None:
    said = [fact.entity for text in ("Refugees: 12.", "Refugees = 789.") for fact in extract(text)]
    assert said == ["Refugees", "Refugees"]
