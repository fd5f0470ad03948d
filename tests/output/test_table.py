"""The table, and text made safe and fit for it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import Fact
from migfacts.output import Look, brief, write
from migfacts.output.visible import shorten, shorten_left, visible, width


def _fact(**values: Any) -> Fact:
    return Fact(**{"kind": "count", "text": "", "start": 0, "end": 0, **values})


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"value": Decimal(8500), "bound": "more_than", "low": Decimal(8500)}, "> 8,500"),
        ({"value": Decimal(4), "bound": "at_least", "low": Decimal(4)}, "≥ 4"),
        ({"value": Decimal(25), "bound": "at_most", "high": Decimal(25)}, "≤ 25"),
        ({"value": Decimal(5), "bound": "less_than", "high": Decimal(5)}, "< 5"),
        ({"value": Decimal("1.3e12"), "bound": "approx"}, "~1,300,000,000,000"),
        ({"low": Decimal(10), "high": Decimal(15)}, "10–15"),
        ({"low": Decimal(10), "high": Decimal(15), "bound": "approx"}, "~10–15"),
        ({"value": Decimal(12), "low": Decimal(10), "high": Decimal(14)}, "12 (10–14)"),
        ({"value": Decimal("0.50")}, "0.50"),
        ({"value": Decimal(-1234)}, "-1,234"),
        ({}, ""),
    ],
)
def test_value_for_reading_eyes(values: dict[str, Any], shown: str) -> None:
    assert brief.value(_fact(**values)) == shown


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({}, ""),
        ({"unit": "USD"}, "USD"),
        ({"unit": "percent"}, "%"),
        ({"unit": "percentage_point"}, "% points"),
        ({"unit": "kilometer / hour"}, "kilometer/hour"),
        ({"unit": "meter ** 2"}, "meter²"),
        ({"unit": "liter", "per": "person / day"}, "liter/person/day"),
        ({"per": "day"}, "/day"),
    ],
)
def test_unit_for_reading_eyes(values: dict[str, Any], shown: str) -> None:
    assert brief.unit(_fact(**values)) == shown


def test_place_in_the_source() -> None:
    fact = _fact(path="a/b.md", line=12, column=5)
    assert brief.where(fact, single=False) == "a/b.md:12:5"
    assert brief.where(fact, single=True) == "12:5"
    assert brief.where(_fact(line=3), single=False) == "3:1"


def test_a_date_shows_its_period_as_value() -> None:
    row = brief.row(_fact(kind="date", text="in 2023", period="2023"), single=True)
    assert row == ("date", "2023", "", "", "", "1:1")


_CELLS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(st.lists(st.tuples(*[_CELLS] * 6), min_size=1, max_size=8), st.integers(33, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, ...]], columns: int) -> None:
    lines = "".join(write("table", brief.FIELDS, rows, Look(columns))).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(rows) + 1
    for line in lines:
        assert width(line) <= columns
        assert visible(line) == line


def test_columns_line_up_by_what_they_show() -> None:
    rows = [("日本", "a"), ("e\u0301te\u0301", "b"), ("xyz", "c")]
    lines = "".join(write("table", ("entity", "n"), rows)).splitlines()
    assert [width(line[: line.rindex(line[-1])]) for line in lines[1:]] == [8, 8, 8]


def test_long_cells_are_cut_and_paths_at_their_left() -> None:
    row = (
        "count",
        "12",
        "",
        "a very long name of what was counted",
        "2023",
        "x" * 40 + "/a.md:1:2",
    )
    [_, line] = "".join(write("table", brief.FIELDS, [row], Look(60))).splitlines()
    assert width(line) <= 60
    assert "a very long" in line
    assert line.endswith("/a.md:1:2")
    assert "  …" in line


def test_colours_only_for_tables_that_fit_a_few_screens() -> None:
    few = "".join(write("table", ("a",), [("[red]x[/red]",)], Look(80, colour=True)))
    assert "\x1b[" in few
    assert "[red]x[/red]" in few
    many = "".join(write("table", ("a",), [("x",)] * 201, Look(80, colour=True)))
    assert "\x1b[" not in many


def test_no_rows_no_table() -> None:
    assert list(write("table", ("a",), [])) == []


@given(st.text())
def test_visible_text_is_harmless_and_one_line(text: str) -> None:
    shown = visible(text)
    assert all(char.isprintable() or char in "\u200c\u200d" for char in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc\r\u00a0d\u2028e", "a b c  d e"),
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b2J", "�2J"),
        ("\u202eabc\u2066", "�abc�"),
        ("\ud800", "�"),
        ("co\u00adoperate", "cooperate"),
        ("می\u200cروم", "می\u200cروم"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_visible_keeps_what_it_is_told() -> None:
    assert visible("a\tb\n\x1b", keep="\t\n") == "a\tb\n␛"


@given(st.text(), st.integers(1, 40))
def test_shortened_text_fits(text: str, room: int) -> None:
    for cut in (shorten(text, room), shorten_left(text, room)):
        assert width(cut) <= room
    if width(text) <= room:
        assert shorten(text, room) == shorten_left(text, room) == text


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("\u200dx", 1), ("ｆｕｌｌ", 8)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
