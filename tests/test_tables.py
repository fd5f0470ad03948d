"""What a table says of the numbers in it: the head of their column, the place of their row."""

import pytest

from migfacts import from_text
from migfacts.documents import Rows
from migfacts.pipeline import facts

HEAD = "| Town | Refugees | Tents |\n| --- | --- | --- |\n"
CASES = [
    ("| Lomo | 3,480 | 210 |", [("3,480", "Refugees", "Lomo"), ("210", "Tents", "Lomo")]),
    ("| Lomo |  | 210 |", [("210", "Tents", "Lomo")]),
    ("| Lomo || 210 |", [("210", "Tents", "Lomo")]),
    ("| Lomo \\| Sava | 3 | 210 |", [("3", "Refugees", None), ("210", "Tents", None)]),
    ("Lomo | 3,480 | 210", [("3,480", "Refugees", "Lomo"), ("210", "Tents", "Lomo")]),
    ("| 12 huts | 3,480 | 210 |", [("12 huts", "huts", None), ("3,480", "Refugees", None),
                                   ("210", "Tents", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_cells_are_told_by_head_and_row(row: str, expected: list[tuple[str, str, str]]) -> None:
    found = facts(from_text(HEAD + row, markup="markdown"))
    assert [(fact.text, fact.entity, fact.place) for fact in found] == expected


def test_tabs_part_cells_though_they_are_empty() -> None:
    found = facts(from_text("Town\tRefugees\tTents\nLomo\t\t210\nSava\t2,150\t120\n"))
    assert [(fact.text, fact.entity) for fact in found] == [
        ("210", "Tents"), ("2,150", "Refugees"), ("120", "Tents"),
    ]  # fmt: skip


def test_rows_and_tables_are_counted() -> None:
    document = from_text(
        f"{HEAD}| Lomo | 1 | 2 |\n\nText.\n\n{HEAD}| Sava | | 3 |\n", markup="markdown"
    )
    rows = Rows(document)
    cells = [rows.cell(block) for block in document.blocks]
    assert [tuple(cell) if cell else None for cell in cells] == [
        (0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 1, 0), (0, 1, 1), (0, 1, 2), None,
        (1, 0, 0), (1, 0, 1), (1, 0, 2), (1, 1, 0), (1, 1, 2),
    ]  # fmt: skip


def test_heads_and_rows_that_are_dates_tell_when() -> None:
    text = (
        "| Town | 2022 | May 2023 |\n| --- | --- | --- |\n| Lomo | 340 | 410 |\n\nText.\n\n"
        "| Month | Arrivals |\n| --- | --- |\n| May 2024 | 12 |\n| In all | 12 |\n"
    )
    found = [fact for fact in facts(from_text(text, markup="markdown")) if fact.kind != "date"]
    assert [(fact.text, fact.period) for fact in found] == [
        ("340", "2022"), ("410", "2023-05"), ("12", "2024-05"), ("12", None),
    ]  # fmt: skip


def test_a_row_tells_nothing_of_the_next_table() -> None:
    first = "| Year | People |\n| --- | --- |\n| 2021 | 50 |\n"
    second = "| Camp | People |\n| --- | --- |\n| | 60 |\n"
    *_, last = facts(from_text(f"{first}\nText here.\n\n{second}", markup="markdown"))
    assert (last.text, last.period) == ("60", None)
