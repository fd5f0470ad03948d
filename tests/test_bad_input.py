"""Input that no one should write: the right facts or none, never an exception, in linear time."""

import time
from decimal import Decimal
from typing import Final, NamedTuple

import pytest

from migfacts import Fact, extract, facts, from_text

PROSE: Final = (
    "The cyclone destroyed 1,400 homes and USD 2.5 million of crops in 2023, "
    "and some 8,500 people fled along the coast road to the camps in the hills. "
)
#: A page of prose with few numbers, so that five megabytes of it are read in seconds.
PAGE: Final = PROSE + 12 * "The road to the coast was closed, and no aid came to the camps. "
#: Twice the text may cost this much more; in truth it is twice, the rest is for a busy machine.
MOST_GROWTH: Final = 3.0
MOST_RUNS: Final = 6
#: A number among nothing but numbers may cost this many times one in prose.
MOST_DENSITY: Final = 5.0


class Line(NamedTuple):
    """A piece that is repeated to one long line, how often, and the values it may give."""

    piece: str
    times: int
    values: tuple[float, ...] = ()


def _line(piece: str, times: int, *values: float) -> Line:
    return Line(piece, times, values)


LINES: Final[dict[str, Line]] = {
    "prose": _line(PAGE, 5_500, 1400, 2500000, 8500),  # 5 MB
    "digits": _line("1", 1_000_000),
    "zeros": _line("0", 1_000_000),
    "ones": _line("one ", 40_000),
    "ones and twos": _line("one two ", 1_500, 1, 2, 3, 12),
    "commas": _line("1,", 1_600, 1),
    "pairs": _line("11,", 1_600, 11, 11111),
    "thousands": _line("111,", 1_600, 111, 111111),
    "points": _line("1.", 20_000),
    "dashes": _line("1-", 20_000, 1),
    "colons": _line("1:", 6_000, 1),
    "slashes": _line("1/", 6_000, 1),
    "spaced groups": _line("111 ", 2_000, 111),
    "signs": _line("-+", 100_000),
    "currencies": _line("$", 200_000),
    "brackets": _line("(", 200_000),
    "letters": _line("x", 1_000_000),
    "spaces": _line(" ", 1_000_000),
    "halves": _line("half a ", 6_000, 0.5),
    "hundreds": _line("hundred and ", 30_000),
    "ranges": _line("from ten to ", 2_000, 10),
    "combining marks": _line("e\u0301", 100_000),
}


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in LINES])
def test_long_line_takes_linear_time(name: str) -> None:
    piece, times, _ = LINES[name]
    _seconds(PROSE)  # loads the word files
    half = whole = float("inf")
    for _ in range(MOST_RUNS):  # a busy machine slows some of them
        half = min(half, _seconds(piece * (times // 2)))
        whole = min(whole, _seconds(piece * times))
        if whole <= MOST_GROWTH * half:
            return
    assert whole <= MOST_GROWTH * half + 0.05


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in LINES])
def test_long_line_gives_right_values_or_none(name: str) -> None:
    """The last piece may be cut short where a long line is cut, and read as something else."""
    piece, times, values = LINES[name]
    found = [fact.value for fact in extract(piece * min(times, 1000)) if fact.kind != "date"]
    assert {value for value in found if value is not None} <= set(values)


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=name) for name in ("commas", "pairs", "dashes", "ranges")]
)
def test_number_among_numbers_costs_little_more(name: str) -> None:
    """A table without spaces has a number every second character, and is not hostile at all."""
    _seconds(PROSE)
    prose = _seconds(PROSE * 250) / 1000
    piece = LINES[name].piece
    dense = _seconds(piece * 1000) / 1000
    assert dense <= MOST_DENSITY * prose


def _seconds(text: str) -> float:
    """The processor time of reading all facts of a text; what others do does not count."""
    start = time.process_time()
    for _ in facts(from_text(text)):
        pass
    return time.process_time() - start


class Text(NamedTuple):
    """A text, and the values that its facts must have; with `optional` they may be missing."""

    text: str
    values: tuple[int, ...] = ()
    optional: bool = False


TEXTS: Final[dict[str, Text]] = {
    "empty": Text(""),
    "spaces": Text(" \t\r\n\f\v\u00a0\u2028"),
    "huge power": Text("A swarm of 1e999999 locusts."),
    "huge power of ten": Text("A swarm of 9 x 10^999999 locusts."),
    "tiny power": Text("A dose of 1e-999999 litres."),
    "beyond 10^30": Text(f"A swarm of {'9' * 32} locusts."),
    "many decimals": Text(f"A share of 0.{'3' * 5000} per cent."),
    "many scales": Text("A debt of USD 5 sextillion sextillion sextillion.", (5 * 10**21,), True),
    "lone surrogate": Text("\ud800More than 8,500 people\udfff died.", (8500,)),
    "surrogate in number": Text("Some 8,\udc00500 people died.", (8, 500), True),
    "NUL": Text("\x00Some 40 people\x00 died.", (40,)),
    "NUL in number": Text("Some 4\x000 people died.", (4, 0), True),
    "right to left": Text("وصل 35 شخصا", (35,), True),
    "right-to-left override": Text("\u202eSome 8,500 people\u202c died.", (8500,)),
    "Arabic digits": Text("وصل ٣٥ شخصا", (35,), True),
    "full-width digits": Text("Some ４５ people", (45,), True),
    "superscript": Text("Some 45² ⁴⁵ people", (45, 2025), True),
    "combining marks": Text("Some 40 e\u0301coles re\u0301ouvertes", (40,)),
    "zero-width joiner": Text("Some 40 \u200dpeople\u200c died.", (40,)),
    "emoji": Text("Some 40 👩‍👩‍👧 families died.", (40,)),
    "terminal escapes": Text("\x1b[31mMore than 8,500 people\x1b[0m died", (8500,)),
    "carriage returns": Text("Some 40\rpeople died.", (40,)),
    "rich markup": Text("[red]Some 40 people[/red] died.", (40,)),
}


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in TEXTS])
def test_text_gives_right_values_or_none(name: str) -> None:
    text, values, optional = TEXTS[name]
    found = extract(text)
    assert all(fact.text == text[fact.start : fact.end] for fact in found)
    numbers = [number for fact in found for number in _numbers(fact)]
    assert set(numbers) <= set(values)
    assert optional or {Decimal(value) for value in values} == set(numbers)


def _numbers(fact: Fact) -> list[Decimal]:
    return [number for number in (fact.value, fact.low, fact.high) if number is not None]


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in TEXTS])
def test_facts_can_be_written(name: str) -> None:
    for fact in extract(TEXTS[name].text):
        try:
            line = fact.to_json()
        except UnicodeError as error:
            raise AssertionError(f"{fact.text!r}: {error}") from None
        assert Fact.from_json(line).value == fact.value
