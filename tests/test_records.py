"""What migfacts wrote it reads again, in any of its formats for programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import Fact, extract
from migfacts.output import write
from migfacts.records import RecordError, are_in, parse

_FACTS = extract(
    "More than 8,500 people died in 2023. The appeal seeks USD 1.3 trillion. Between 10 and 15 "
    "camps closed. Costs rose by 0.0000001 per cent."
)


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_facts_come_back(form: str, mark: bytes) -> None:
    fields = Fact.__struct_fields__
    rows = [[getattr(fact, name) for name in fields] for fact in _FACTS]
    data = mark + "".join(write(form, fields, rows)).encode()
    assert are_in(data)
    assert list(parse(data, "a")) == _FACTS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"12 nurses",
        b"[Geneva, 25 November] 12 nurses",
        b"{draft} 12 nurses",
        b"[]",
        b'[{"kind": "count"} and so on]',
        b'{"kind": \n "count"}',
        b"{\xff}",
        b"[{" * 100_000,
    ],
)
def test_what_holds_no_records(data: bytes) -> None:
    assert not are_in(data)


@given(st.binary() | st.text().map(str.encode))
def test_whatever_comes_is_facts_or_an_error(data: bytes) -> None:
    are_in(data)
    said = "a.json"
    try:
        list(parse(data, "a.json"))
    except RecordError as error:
        said = str(error)
    assert said.startswith("a.json")
    assert "\n" not in said
