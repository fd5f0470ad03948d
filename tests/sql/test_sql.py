"""A statement and a condition say the same of the same facts, and no number changes on the way."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migfacts import Fact, facts, read
from migfacts.fact import FIELDS
from migfacts.sql import SqlError, Statement, condition
from migfacts.sql.sandbox import FUNCTIONS
from tests.sources import ROOT

_DIGITS = st.integers(0, 10**40 - 1)
_NUMBERS = st.builds(
    lambda digits, power, sign: Decimal((sign, tuple(map(int, str(digits))), power)),
    _DIGITS,
    st.integers(-40, 20),
    st.integers(0, 1),
)
_CONDITIONS = (
    "kind = 'money' and value > 1e5",
    "value > '1000'",
    "value between 10 and 20 or low >= 10",
    "unit <> 'USD'",
    "unit is null and entity like '%people%'",
    "period >= '2024' and period < '2025'",
    "not (value < 100)",
    "precision = 0.1",
    "value / 2 * 2 = value",
    "json_array_length(concepts) > 2",
    "exists (select 1 from json_each(concepts) where value glob '[a-f]*')",
    "scope <> '[]'",
    'length(sentence) > 3 * length(text) and line = "line"',
    "case kind when 'count' then value > 5 else unit = 'EUR' end",
    "printf('%.1f', value) like '%.5'",
    "coalesce(value, low, 0) = 0",
    "start < 100 and end > 50 and column < 20",
    "facts.value in (1, 2, 3)",
    "1",
    "null",
)


@lru_cache(maxsize=1)
def _seeds() -> list[Fact]:
    paths = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "seeds").glob("*.md")])
    return [fact for path in paths for fact in facts(read(path))]


def _rows(sql: str, facts_: Iterable[Fact]) -> list[list[object]]:
    return [list(row) for row in Statement(sql).run(facts_, 10).rows]


def _fact(value: Decimal | None = None, text: str = "x") -> Fact:
    return Fact(kind="number", text=text, start=0, end=1, value=value)


@pytest.mark.parametrize("text", _CONDITIONS)
def test_condition_keeps_what_a_statement_gives(text: str) -> None:
    rows = _rows(f"select rowid from facts where {text}", _seeds())
    holds = condition(text)
    found = [[number] for number, fact in enumerate(_seeds(), 1) if holds(fact)]
    assert found == rows


def test_conditions_tell_facts_apart() -> None:
    """Of all but the last two some seed facts are kept and some are not."""
    for text in _CONDITIONS[:-2]:
        assert len(set(map(condition(text), _seeds()))) == 2, text


def test_all_of_a_fact_comes_back() -> None:
    rows = _rows("select * from facts", _seeds())
    assert rows == [[getattr(fact, name) for name in FIELDS] for fact in _seeds()]


@given(st.lists(_NUMBERS, max_size=5))
def test_numbers_come_back_exactly(numbers: list[Decimal]) -> None:
    near: dict[float, Decimal] = {}
    for number in numbers:  # two that SQLite cannot tell apart are one to it
        near.setdefault(float(number), number)
    kept = list(near.values())
    rows = _rows("select value from facts", map(_fact, kept))
    assert [row[0] for row in rows] == kept


@given(st.lists(st.integers(-(10**14) + 1, 10**14 - 1), min_size=1), st.integers(0, 8))
def test_sums_are_exact_to_fifteen_digits(numbers: list[int], places: int) -> None:
    decimals = [Decimal(number).scaleb(-places) for number in numbers[:9]]
    [[total]] = _rows("select sum(value) from facts", map(_fact, decimals))
    wanted = sum(decimals, Decimal(0))
    largest = max(map(abs, decimals))
    assert isinstance(total, Decimal | int)
    assert abs(total - wanted) <= largest * Decimal("1e-14")
    assert len(Decimal(total).normalize().as_tuple().digits) <= 16


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("9223372036854775807", 9223372036854775807),
        ("9007199254740993", 9007199254740993),
        ("0.1 + 0.2", Decimal("0.3")),
        ("1.1 * 1.1", Decimal("1.21")),
        ("7 / 2", 3),
        ("7 / 2.0", Decimal("3.5")),
        ("1e15 + 0.0", Decimal("1000000000000000")),
        ("1.0e300", Decimal("1e300")),
        ("'0.10'", "0.10"),
        ("1e999", "Infinity"),
        ("x'0a'", "X'0A'"),
        ("null", None),
    ],
)
def test_what_a_statement_computes(sql: str, value: object) -> None:
    [[found]] = _rows(f"select {sql}", [])
    assert (found, type(found)) == (value, type(value))


@given(st.text())
def test_texts_come_back(text: str) -> None:
    [[found]] = _rows("select text from facts", [_fact(text=text)])
    assert found == text.encode("utf-8", "replace").decode().replace("?", "\ufffd") or (
        found == "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    )


@pytest.mark.parametrize("size", [1_000, 300_000, 3_000_000])
def test_long_texts(size: int) -> None:
    fact = Fact(kind="number", text="5", start=0, end=1, sentence="5 " + "é" * size)
    assert _rows("select sentence from facts", [fact]) == [[fact.sentence]]
    assert condition("length(sentence) > 900")(fact)


_WORDS = (
    *("select", "from", "facts", "where", "value", "kind", "'a'", "1", "(", ")", ",", "*", ";"),
    *("group", "by", "order", "limit", "with", "as", "--", "/*", "*/", "'", '"', "?", "\n", "max("),
    *("union", "insert", "into", "attach", "pragma", "=", "json_each(", "x'", "[", "]", "\0"),
)


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join) | st.text(max_size=20))
def test_nothing_else_than_a_result_or_one_line(text: str) -> None:
    said = []
    for ask in (lambda: _rows(text, [_fact()]), lambda: condition(text)(_fact())):
        try:
            ask()
        except SqlError as error:
            said.append(str(error))
    assert all("; " in each for each in said)


def test_functions_are_listed_once() -> None:
    source = ROOT / "migfacts/sql/functions.txt"
    names = [
        line.split()
        for line in source.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    flat = [name for line in names for name in line]
    assert len(flat) == len(set(flat)) == len(FUNCTIONS)
