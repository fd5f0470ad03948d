"""Rates of exchange."""

from fractions import Fraction
from pathlib import Path

import pytest

from migfacts.conversion.rates import RatesError, parse, read

RATES = """date,from,to,rate
2023-01-01,USD,EUR,0.9
2023-07-01,USD,EUR,0.8
2024,USD,EUR,0.5
2023-03,EUR,GBP,0.25
"""


@pytest.mark.parametrize(
    ("last", "factor"),
    [
        ("2022-12-31", None),
        ("2023-01-01", "0.9"),
        ("2023-06-30", "0.9"),
        ("2023-07-01", "0.8"),
        ("2023-12-31", "0.8"),
        ("2024-01-01", "0.5"),
        ("~", "0.5"),
        (None, "0.5"),
    ],
)
def test_rate_holds_from_its_date_on(last: str | None, factor: str | None) -> None:
    expected = None if factor is None else Fraction(factor)
    assert parse(RATES).factor("USD", "EUR", last) == expected


def test_rate_serves_both_ways_and_never_by_way_of_a_third() -> None:
    rates = parse(RATES)
    assert rates.factor("GBP", "EUR", None) == 4
    assert rates.factor("GBP", "EUR", "2023-02-28") is None
    assert rates.has("GBP", "EUR")
    assert not rates.has("USD", "GBP")


def test_rate_that_is_given_wins_over_one_the_other_way_round() -> None:
    rates = parse("date,from,to,rate\n2024,EUR,USD,1.2\n2024,USD,EUR,0.8\n")
    assert rates.factor("USD", "EUR", None) == Fraction("0.8")
    assert rates.factor("EUR", "USD", None) == Fraction("1.2")


def test_rate_without_date_holds_where_no_dated_one_does() -> None:
    rates = parse("date,from,to,rate\n,USD,EUR,0.9\n2024,USD,EUR,0.8\n")
    assert rates.factor("USD", "EUR", "1999-12-31") == Fraction("0.9")
    assert rates.factor("USD", "EUR", None) == Fraction("0.8")


@pytest.mark.parametrize(
    "content",
    [
        "date,from,to,rate\n2024,USD,EUR,0.9\n",
        "\ufeffdate,from,to,rate\r\n2024,USD,EUR,0.9\r\n",
        "source,Rate,To,From,Date\nUN,0.9,eur,usd,2024-01-01\n",
        'date,from,to,rate\n\n"2024", USD ,"EUR", 0.90\n2024,USD,EUR,0.9\n',
    ],
)
def test_files_that_say_the_same(content: str, tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(content, encoding="utf-8", newline="")
    assert read(path).factor("USD", "EUR", None) == Fraction("0.9")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "r.csv:1: is empty; the first line is date,from,to,rate"),
        ("\n\n", "r.csv:1: is empty; the first line is date,from,to,rate"),
        ("date;from;to;rate\n", "r.csv:1: no column date; the first line is date,from,to,rate"),
        ("date,from,to\n", "r.csv:1: no column rate; the first line is date,from,to,rate"),
        ("date,from,to,rate\n2024,USD,EUR\n", "r.csv:2: column rate: is missing; add it"),
        (
            "date,from,to,rate\n2024,USD,EUR,\n",
            "r.csv:2: column rate: '' is no rate; write it as 0.925 or 1300",
        ),
        (
            "date,from,to,rate\n2024,USD,EUR,0.00\n",
            "r.csv:2: column rate: '0.00' is no rate; write it as 0.925 or 1300",
        ),
        (
            "date,from,to,rate\n2024,USD,EUR,-1\n",
            "r.csv:2: column rate: '-1' is no rate; write it as 0.925 or 1300",
        ),
        (
            "date,from,to,rate\n2024,USD,EUR,1e999999999\n",
            "r.csv:2: column rate: '1e999999999' is no rate; write it as 0.925 or 1300",
        ),
        (
            'date,from,to,rate\n2024,USD,EUR,"0,9"\n',
            "r.csv:2: column rate: '0,9' is no rate; write it as 0.925 or 1300",
        ),
        (
            "date,from,to,rate\n2024,USD,EUR,0.9\n31/12/2024,USD,EUR,0.9\n",
            "r.csv:3: column date: '31/12/2024' is no date; write it as 2024-11-25 or 2024",
        ),
        (
            "date,from,to,rate\n2024-13,USD,EUR,0.9\n",
            "r.csv:2: column date: '2024-13' is no date; write it as 2024-11-25 or 2024",
        ),
        (
            "date,from,to,rate\n2024,UDS,EUR,0.9\n",
            "r.csv:2: column from: unknown currency 'UDS'; write its ISO 4217 code, such as EUR",
        ),
        (
            "date,from,to,rate\n2024,USD,Q,0.9\n",
            "r.csv:2: column to: unknown currency 'Q'; write its ISO 4217 code, such as EUR",
        ),
        (
            "date,from,to,rate\n2024,USD,USD,0.9\n",
            "r.csv:2: column to: USD again; name the other currency",
        ),
        (
            "date,from,to,rate\n2024,USD,EUR,0.9\n2024-01,USD,EUR,0.8\n",
            "r.csv:3: column rate: differs from line 2 for the same day; keep one",
        ),
        (
            'date,from,to,rate\n2024,USD,EUR,"0.9\n',
            "r.csv:2: is no CSV (unexpected end of data); mend the line",
        ),
    ],
)
def test_broken_files(content: str, message: str) -> None:
    with pytest.raises(RatesError) as caught:
        parse(content, "r.csv")
    assert str(caught.value) == message


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    with pytest.raises(RatesError, match=r"no such file; check --rates"):
        read(path)
    path.write_bytes(b"date,from,to,rate\n\xff")
    with pytest.raises(RatesError, match=r"it is no UTF-8 text"):
        read(path)
    with pytest.raises(RatesError, match=r"Is a directory"):
        read(tmp_path)
