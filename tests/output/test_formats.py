"""Each format gives back exactly what was put in, and harms nobody who opens it."""

import csv
import io
import json
import re
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import extract
from migfacts.fact import FIELDS
from migfacts.output import FORMATS, Row, by_suffix, write

_TEXTS = st.text(st.characters(codec="utf-8"))
_NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
_FACT_TEXT = (
    "More than 8,500 people died in 2023. The appeal seeks USD 1.3 trillion. "
    "Between 10 and 15 camps closed. Costs rose by 0.0000001 per cent."
)


def _written(name: str, fields: Sequence[str], rows: Sequence[Row]) -> str:
    return "".join(write(name, fields, rows))


def _csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(st.tuples(_TEXTS, _NUMBERS, st.none() | st.integers(), st.lists(_TEXTS))))
def test_json_and_jsonl_give_back_the_rows(
    rows: list[tuple[str, Decimal, int | None, list[str]]],
) -> None:
    fields = ("text", "value", "page", "scope")
    wanted = [dict(zip(fields, row, strict=True)) for row in rows]
    lines = _written("jsonl", fields, rows)
    assert [json.loads(line, parse_float=Decimal) for line in lines.split("\n")[:-1]] == wanted
    array = _written("json", fields, rows)
    assert json.loads(array, parse_float=Decimal) == wanted
    assert array.count("\n") == max(len(rows), 1)


@given(_NUMBERS)
def test_numbers_have_no_exponent(number: Decimal) -> None:
    for name in ("json", "jsonl", "csv", "tsv", "markdown", "table"):
        assert "e" not in _written(name, ("n",), [(number,)]).lower().replace("---:", "")


def test_jsonl_is_what_facts_write_of_themselves() -> None:
    facts = extract(_FACT_TEXT)
    rows = [[getattr(fact, field) for field in FIELDS] for fact in facts]
    lines = _written("jsonl", FIELDS, rows)
    assert lines.encode() == b"".join(fact.to_json() + b"\n" for fact in facts)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_halves_of_surrogate_pairs_are_marked(name: str) -> None:
    row = ("a\ud83dz", ["b\udcff"], Decimal("1.50"))
    text = _written(name, ("text", "scope", "value"), [row])
    [record] = [json.loads(text)] if name == "jsonl" else json.loads(text)
    assert record == {"text": "a\ufffdz", "scope": ["b\ufffd"], "value": 1.5}
    assert "1.50" in text


@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1))
def test_csv_gives_back_the_rows(rows: list[tuple[str, str]]) -> None:
    header, *records = _csv(_written("csv", ("a", "b"), rows))
    assert header == ["a", "b"]
    for record, row in zip(records, rows, strict=True):
        for found, given_ in zip(record, row, strict=True):
            assert found in (given_, "'" + given_)
            assert re.match(r"[=@\t\r\n]|[+\-](?!\d*\.?\d+\Z)", found) is None


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+2", "'=1+2"),
        ("=1", "'=1"),
        ("@1", "'@1"),
        ("＝1+2", "'＝1+2"),
        ("－1+2", "'－1+2"),
        ("+cmd", "'+cmd"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (["=1", "b"], "'=1; b"),
        ("-5", "-5"),
        ("+1.5", "+1.5"),
        ("-5 degrees", "'-5 degrees"),
        (Decimal("-5.50"), "-5.50"),
        (-5, "-5"),
        (None, ""),
        (["a", "b"], "a; b"),
        (Decimal("1.3e12"), "1300000000000"),
    ],
)
def test_csv_cells(value: str | int | Decimal | list[str] | None, cell: str) -> None:
    assert _csv(_written("csv", ("a",), [(value,)])) == [["a"], [cell] if cell else [""]]


def test_csv_lines_end_as_the_standard_says() -> None:
    assert _written("csv", ("a", "b"), [("x", "y")]) == "a,b\r\nx,y\r\n"


@given(st.lists(st.tuples(_TEXTS, _TEXTS)))
def test_tsv_gives_back_the_rows(rows: list[tuple[str, str]]) -> None:
    header, *lines = _written("tsv", ("a", "b"), rows).split("\n")
    assert header == "a\tb"
    assert lines.pop() == ""
    for line, row in zip(lines, rows, strict=True):
        for cell, given_ in zip(line.split("\t"), row, strict=True):
            assert _unescaped(cell) in (given_, "'" + given_)


def _unescaped(cell: str) -> str:
    names = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda match: names[match[1]], cell)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1))
def test_markdown_is_one_line_a_row_and_nothing_renders(rows: list[tuple[str, str]]) -> None:
    header, rule, *lines = _written("markdown", ("a", "b"), rows).split("\n")
    assert (header, rule) == ("| a | b |", "| --- | --- |")
    assert lines.pop() == ""
    assert len(lines) == len(rows)
    for line in lines:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3
        assert re.search(r"[<>]|&(?!amp;|lt;|gt;)", line) is None
        assert re.search(r"(?<!\\)(?:\\\\)*[`*_~\[\]]", line) is None


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a|b\\c", "a\\|b\\\\c"),
        ("a\r\nb", "a  b"),
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("`x` *y* _z_ ~q~", "\\`x\\` \\*y\\* \\_z\\_ \\~q\\~"),
        ("see https://a.org or www.b.org", "see https\\://a.org or www\\.b.org"),
        ("![a](b)", "\\!\\[a\\](b)"),
        ("\x1b[31m", "\u241b\\[31m"),
    ],
)
def test_markdown_cells(text: str, cell: str) -> None:
    assert _written("markdown", ("a",), [(text,)]).splitlines()[2] == f"| {cell} |"


def test_markdown_sets_numbers_to_the_right() -> None:
    assert _written("markdown", ("a", "b"), [(Decimal(1), "x")]).splitlines()[1] == "| ---: | --- |"
    assert _written("markdown", ("a",), []) == "| a |\n| --- |\n"


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("table", "sqlite")])
def test_rows_stream(name: str) -> None:
    """Nothing but the table and the database waits for the last row."""
    pieces = write(name, ("a",), ((f"row {number}",) for number in range(10**9)))
    assert "row 0" in next(pieces) + next(pieces) + next(pieces)


def test_suffixes_tell_formats_apart() -> None:
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for form in FORMATS.values():
        for suffix in form.suffixes:
            assert by_suffix(suffix.upper()) == form
    assert by_suffix(".dat") is None
