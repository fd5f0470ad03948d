"""Fact records that were written before."""

import pytest

from migfacts import extract
from migfacts.records import RecordError, are_in, parse

FACTS = extract("More than 8,500 people died in 2023. USD 1.25 was paid.")
LINES = b"".join(fact.to_json() + b"\n" for fact in FACTS)
ARRAY = b"[" + b",\n".join(fact.to_json() for fact in FACTS) + b"]\n"
GOOD = b'{"kind":"count","text":"a","start":0,"end":1'


@pytest.mark.parametrize(
    "data", [LINES, ARRAY, b"\xef\xbb\xbf" + LINES, b"\n" + LINES.replace(b"\n", b"\r\n\r\n")]
)
def test_lines_and_arrays(data: bytes) -> None:
    assert list(parse(data, "facts.jsonl")) == FACTS
    assert are_in(data)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"[]", b" [ ]\n"])
def test_no_record(data: bytes) -> None:
    assert list(parse(data, "facts.jsonl")) == []


@pytest.mark.parametrize(
    ("data", "begin", "end"),
    [
        (b"12 nurses.", "f:1: is no fact (", "extract --format jsonl"),
        (GOOD + b"}\n" + GOOD, "f:2: is no fact (", "extract --format jsonl"),
        (GOOD + b',"colour":1}', "f:1: is no fact (Object contains unknown field `colour`)", ""),
        (GOOD + b',"value":"NaN"}', "f:1: value is no number of a fact; ", ""),
        (GOOD + b',"value":1e999999999}', "f:1: value is no number of a fact; ", ""),
        (GOOD + b',"low":0e-999999}', "f:1: low is no number of a fact; ", ""),
        (b"[" + GOOD + b"},{}]", "f: record 2: is no fact (", ""),
        (b"[" + GOOD, "f: is no JSON (", ""),
        (b"[" * 100_000, "f: is no JSON (", ""),
        (b"\xff", "f:1: is no fact (", ""),
    ],
)  # fmt: skip
def test_what_is_no_record(data: bytes, begin: str, end: str) -> None:
    with pytest.raises(RecordError) as caught:
        list(parse(data, "f"))
    assert str(caught.value).startswith(begin)
    assert str(caught.value).endswith(end)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["12 nurses.", "[1] See below.", "[x](y) 12", "{12} people", "[] 12 tents", ""]
)
def test_prose_does_not_begin_as_records_do(text: str) -> None:
    assert not are_in(text.encode())
