"""SQL over facts: how long 100,000 of them take to be asked, kept by a condition, and written."""

from collections.abc import Callable
from itertools import cycle, islice
from operator import attrgetter
from time import perf_counter
from typing import Final, NamedTuple

from benchmarks.speed import MEGABYTE, seed_text
from migfacts import facts, from_text
from migfacts.fact import FIELDS, Fact
from migfacts.output import write
from migfacts.sql import Statement, condition

FACTS: Final = 100_000
TIMES: Final = 3
#: Seconds for so many facts, as the project asks of itself.
MOST_FILTER, MOST_WRITE = 2.0, 1.0
CONDITION: Final = "kind = 'money' and value > 1e6"


class Queries(NamedTuple):
    """Seconds beyond extraction."""

    query: float
    where: float
    jsonl: float


def measure() -> Queries:
    """Ask for the same facts in both ways, and write all of them."""
    text = seed_text(MEGABYTE)
    some = list(islice(cycle(facts(from_text(text, path="seeds.txt"))), FACTS))
    return Queries(
        _seconds(lambda: _query(some)),
        _seconds(lambda: sum(map(condition(CONDITION), some))),
        _seconds(lambda: _jsonl(some)),
    )


def _query(some: list[Fact]) -> int:
    statement = Statement(f"select * from facts where {CONDITION}")
    return sum(1 for _ in statement.run(some, 60).rows)


def _jsonl(some: list[Fact]) -> int:
    rows = map(attrgetter(*FIELDS), some)
    return sum(len(piece.encode()) for piece in write("jsonl", FIELDS, rows))


def _seconds(act: Callable[[], object]) -> float:
    """The fastest of several times."""
    runs = []
    for _ in range(TIMES):
        start = perf_counter()
        act()
        runs.append(perf_counter() - start)
    return min(runs)


def table(queries: Queries) -> str:
    """The figures, each beside what the project asks of itself."""
    rows = (
        ("query", queries.query, MOST_FILTER),
        ("extract --where", queries.where, MOST_FILTER),
        ("written as JSONL", queries.jsonl, MOST_WRITE),
    )
    lines = [f"  {name:18}{seconds:6.2f} s   (at most {most})" for name, seconds, most in rows]
    return "\n".join([f"{FACTS:,} facts", "", *lines]) + "\n"
