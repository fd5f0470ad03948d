"""What a table says of the numbers in it: the head of their column, the place of their row."""

from decimal import Decimal

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


def test_an_empty_line_parts_two_tables_of_markdown() -> None:
    text = f"{HEAD}| Lomo | 1 | 2 |\n\n| Town | Wells |\n| --- | --- |\n| Sava | 3 |\n"
    *_, last = facts(from_text(text, markup="markdown"))
    assert (last.text, last.entity) == ("3", "Wells")


def _told(text: str) -> list[tuple[object, ...]]:
    found = facts(from_text(text, markup="markdown"))
    return [(each.text, each.kind, each.value, each.unit, each.per) for each in found]


HEADS = [
    ("Budget (US$ m)", "1.5", ("money", 1_500_000, "USD", None)),
    ("Budget (in US$ million)", "1.5", ("money", 1_500_000, "USD", None)),
    ("Budget, US$ millions", "1.5", ("money", 1_500_000, "USD", None)),
    ("Budget in thousands of euros", "45", ("money", 45_000, "EUR", None)),
    ("Budget (EUR '000)", "45", ("money", 45_000, "EUR", None)),
    ("Budget (EUR 000s)", "45", ("money", 45_000, "EUR", None)),
    ("Budget USD", "2014", ("money", 2014, "USD", None)),
    ("USD", "45", ("money", 45, "USD", None)),
    ("Budget (US$ m)", "1.5 million", ("money", 1_500_000, "USD", None)),
    ("Coverage (%)", "84", ("percent", 84, "percent", None)),
    ("% of homes", "84", ("percent", 84, "percent", None)),
    ("Pupils (thousands)", "45", ("count", 45_000, None, None)),
    ("Pupils (1,000)", "45", ("count", 45_000, None, None)),
    ("Water (l/p/d)", "15", ("measure", 15, "liter", "person / day")),
    ("Yield (t/ha)", "2.3", ("measure", Decimal("2.3"), "metric_ton / hectare", None)),
    ("Depth (m)", "45", ("measure", 45, "meter", None)),
    ("People (m)", "4", ("count", 4_000_000, None, None)),
    ("Waiting time (min)", "38", ("duration", 38, "minute", None)),
    ("Deaths (per 10,000 people)", "3", ("count", 3, None, "10000 person")),
    ("Cost per pupil (USD)", "34", ("money", 34, "USD", "pupil")),
    ("Trucks/day", "120", ("count", 120, None, "day")),
    ("Km of road", "18.5", ("measure", Decimal("18.5"), "kilometer", None)),
    ("Water (L/day)", "15", ("measure", 15, "liter", "day")),
    # no units
    ("Boys (M)", "45", ("count", 45, None, None)),
    ("Arrivals (a)", "45", ("count", 45, None, None)),
    ("Arrivals (in May)", "45", ("count", 45, None, None)),
    ("Person(s)", "45", ("number", 45, None, None)),
    ("Year", "2014", ("date", None, None, None)),
    ("Coverage (%)", "84 clinics", ("count", 84, None, None)),
    ("Coverage (%)", "EUR 84", ("money", 84, "EUR", None)),
]


@pytest.mark.parametrize(("head", "cell", "expected"), HEADS)
def test_a_head_tells_unit_and_scale(
    head: str, cell: str, expected: tuple[str, float | None, str | None, str | None]
) -> None:
    assert _told(f"| Town | {head} |\n| --- | --- |\n| Lomo | {cell} |\n") == [(cell, *expected)]


@pytest.mark.parametrize(("head", "cell", "expected"), HEADS)
def test_so_does_the_label_of_a_row(
    head: str, cell: str, expected: tuple[str, float | None, str | None, str | None]
) -> None:
    if expected[0] in ("date", "number"):
        return
    *_, last = _told(f"| What | 2024 |\n| --- | --- |\n| {head} | {cell} |\n")
    assert last == (cell, *expected)


def test_a_row_under_years_is_of_its_label() -> None:
    text = "| What | 2023 |\n| --- | --- |\n| Deaths | 12 |\n| Lomo | 3 |\n"
    found = [each for each in facts(from_text(text, markup="markdown")) if each.kind != "date"]
    assert [(each.entity, each.period) for each in found] == [("Deaths", "2023"), (None, "2023")]


def test_heads_tell_the_standing() -> None:
    text = "| Town | Requested (US$) | Received (US$) |\n| --- | --- | --- |\n| Lomo | 9 | 5 |\n"
    found = facts(from_text(text, markup="markdown"))
    assert [each.scope for each in found] == [["required"], ["received"]]


LISTS = [
    ("Costs by sector (US$ m):\n\n- Wells: 4\n- Roads: 2 (12%)\n", [4_000_000, 2_000_000, 12]),
    ("Costs by sector, in US$ m:\n\n- Wells: 4\n- Roads: 12 vans\n", [4_000_000, 12]),
    ("Costs by sector (US$ m):\n\n- Wells: 4\n- Roads: 3\n\n- Staff: 2\n",
     [4_000_000, 3_000_000, 2]),
    ("Costs by sector (US$ m):\n\n- Wells: 4\n\n- Roads: 3\n\n- Pipes: 2\n",
     [4_000_000, 3_000_000, 2_000_000]),
    ("Costs by sector (US$ m):\n\nStaff: 4\n\n- Roads: 3\n", [4, 3]),
    ("We list the costs here (US$ m).\n\n- Roads: 3\n", [3_000_000]),
    ("We meet here (US$ m).\n\n- Roads: 3\n", [3]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), LISTS)
def test_the_line_over_a_list_tells_unit_and_scale(text: str, values: list[int]) -> None:
    assert [value for _, _, value, _, _ in _told(text)] == values


def _cells(text: str) -> list[tuple[object, ...]]:
    found = facts(from_text(text))
    return [(each.text, each.entity, each.unit, each.value) for each in found]


def test_a_cell_between_spaces_is_of_the_head_over_it() -> None:
    text = (
        "State     Women     Men\n"
        "Unity     9,120   8,355\n"
        "Lakes    18,120  12,355\n"
        "   of which north   17,000\n"
    )
    assert [(found[0], found[1]) for found in _cells(text)] == [
        ("9,120", "Women"), ("8,355", "Men"), ("18,120", "Women"), ("12,355", "Men"),
        ("17,000", "Men"),
    ]  # fmt: skip


def test_a_line_of_words_alone_is_a_new_head() -> None:
    text = "Town      Women\nLomo      1,428\n\nItem    Cost (USD)\nTents        2,500\n"
    assert [found[1:3] for found in _cells(text)] == [("Women", None), ("Cost", "USD")]


def test_a_line_of_one_cell_keeps_the_head() -> None:
    text = "Item         Cost (USD)\nShelter\nTents             1,236\n"
    assert [found[2] for found in _cells(text)] == ["USD"]


def test_strokes_part_cells_in_plain_text_too() -> None:
    text = "| Town | Cost (USD) |\n|------|------|\n| Lomo | 5,000 |\n"
    assert [found[2] for found in _cells(text)] == ["USD"]


def test_the_line_over_a_table_tells_unit_and_scale() -> None:
    text = "Donors (CHF million)\nLomo        143.0\nSava         61.7\n"
    assert [found[2:] for found in _cells(text)] == [("CHF", 143_000_000), ("CHF", 61_700_000)]


CAPTIONS = [
    ("Amounts are in thousands of Swiss francs.", 2_000, "CHF"),
    ("Table 2. Expenditure by town (EUR million)", 2_000_000, "EUR"),
    ("The table gives contributions (in EUR thousands).", 2_000, "EUR"),
    ("Figures in US$ million unless otherwise stated", 2_000_000, "USD"),
    ("Costs in million USD (2023 prices)", 2_000_000, "USD"),
    ("(in millions of euros)", 2_000_000, "EUR"),
    ("In thousands of euros", 2_000, "EUR"),
    ("US$ million", 2_000_000, "USD"),
    ("The team was paid in dollars.", 2, None),
    ("We met the team (see below).", 2, None),
    ("The roads were built by a firm (km).", 2, None),
]


@pytest.mark.parametrize(("line", "value", "unit"), CAPTIONS)
def test_a_sentence_over_a_table_may_tell_unit_and_scale(
    line: str, value: int, unit: str | None
) -> None:
    text = f"{line}\n\n| Town | Paid |\n| --- | --- |\n| Lomo | 2 |\n"
    assert [found[2:4] for found in _told(text) if found[0] == "2"] == [(value, unit)]


def test_it_tells_nothing_of_years_and_ratios() -> None:
    text = (
        "Aid (US$ m)\n\n| Town | Start | Ratio | Share | Number | Paid |\n"
        "| --- | --- | --- | --- | --- | --- |\n| Lomo | 2019 | 0.4 | 38% | 5 | 1,998 |\n"
    )
    assert [(told[0], told[3]) for told in _told(text)] == [
        ("2019", None), ("0.4", None), ("38%", "percent"), ("5", None), ("1,998", "USD"),
    ]  # fmt: skip


def test_a_bracket_around_an_amount_in_a_cell_is_a_loss() -> None:
    text = "| Town | Surplus (EUR) |\n| --- | --- |\n| Lomo | (45) |\n| Sava | 45 (2) |\n"
    assert [told[0:3:2] for told in _told(text)][:2] == [("(45)", -45), ("45", 45)]
    text = "| Town | Boys |\n| --- | --- |\n| Lomo | (45) |\n"
    assert [told[0:3:2] for told in _told(text)] == [("45", 45)]


def test_it_tells_nothing_of_what_is_counted() -> None:
    text = "Aid (US$ m)\n\n| Town | Sum | People |\n| --- | --- | --- |\n| Lomo | 2 | 40 |\n"
    assert [(value, unit) for _, _, value, unit, _ in _told(text)] == [
        (2_000_000, "USD"), (40, None),
    ]  # fmt: skip


def test_a_column_of_units_tells_those_of_its_rows() -> None:
    text = (
        "| What | Unit | Target |\n| --- | --- | --- |\n"
        "| Cash | USD | 140 |\n| Flour | MT | 12 |\n| Boys taught | children | 9 |\n"
    )
    found = [(unit, value) for _, _, value, unit, _ in _told(text)]
    assert found == [("USD", 140), ("metric_ton", 12), (None, 9)]


def test_a_row_without_its_first_cell_has_no_unit_of_the_row_above() -> None:
    text = "| What | Unit | Sum |\n| --- | --- | --- |\n| Cash | USD | 140 |\n| | | 12 |\n"
    assert [found[3] for found in _told(text)] == ["USD", None]


def test_a_head_that_names_nothing_leaves_the_noun_to_the_row() -> None:
    text = "| What | Baseline | Target (2024) |\n| --- | --- | --- |\n| Homes rebuilt | 2 | 9 |\n"
    found = [each for each in facts(from_text(text, markup="markdown")) if each.kind != "date"]
    assert [each.entity for each in found] == ["Homes", "Homes"]


LETTERS = [
    ("Cost (USD)", "1.2m", ("money", 1_200_000, "USD")),
    ("Cost (USD)", "1,240 a", ("money", 1240, "USD")),
    ("Cost (USD)", "1,240²", ("money", 1240, "USD")),
    ("Pupils", "1.2m", ("count", 1_200_000, None)),
    ("Pupils", "1,243 d", ("count", 1243, None)),
    ("Depth (m)", "1.2 m", ("measure", Decimal("1.2"), "meter")),
    ("US$ (million)", "5", ("money", 5_000_000, "USD")),
    ("Cost, USDm", "5", ("money", 5_000_000, "USD")),
    ("Cost (kEUR)", "5", ("money", 5_000, "EUR")),
]


@pytest.mark.parametrize(("head", "cell", "expected"), LETTERS)
def test_letters_in_cells_and_heads(
    head: str, cell: str, expected: tuple[str, float, str | None]
) -> None:
    (found,) = _told(f"| Town | {head} |\n| --- | --- |\n| Lomo | {cell} |\n")
    assert found[1:4] == expected


def test_the_currency_of_a_title_is_no_place() -> None:
    found = facts(from_text("## Aid by sector (US$)\n\nSome 400 people fled.", markup="markdown"))
    assert [each.place for each in found] == [None]


def _of_table(*rows: str) -> list[tuple[object, ...]]:
    head, *others = rows
    ruled = "|".join(" --- " for _ in head.split("|"))
    text = "\n".join(f"| {row} |" for row in (head, ruled, *others))
    found = facts(from_text(text, markup="markdown"))
    return [
        (each.text, each.kind, each.entity, each.place, each.period)
        for each in found
        if each.kind != "date"
    ]


def test_a_head_tells_its_year() -> None:
    found = _of_table("Town | Deaths 2023 | Deaths since 2022", "Lomo | 4 | 9")
    assert found == [
        ("4", "count", "Deaths", "Lomo", "2023"),
        ("9", "count", "Deaths", "Lomo", None),
    ]


def test_columns_of_names_hold_no_facts() -> None:
    found = _of_table("# | Town | Code | Huts", "1 | Lomo | 101 | 34", "2 | Sava | 102 | 28")
    assert [told[0] for told in found] == ["34", "28"]


def test_ages_that_head_rows_are_ages() -> None:
    found = _of_table("Age group | Girls", "0-4 | 1,200", "60+ | 300")
    assert [told[:2] for told in found] == [
        ("0-4", "age"), ("1,200", "count"), ("60+", "age"), ("300", "count"),
    ]  # fmt: skip


def test_a_bound_that_heads_a_column_is_no_fact() -> None:
    assert [told[0] for told in _of_table("Town | Under 5", "Lomo | 1,800")] == ["1,800"]


def test_a_row_of_totals_is_of_no_place_and_counts_no_totals() -> None:
    found = _of_table("Town | Girls | Total", "Lomo | 4 | 9", "TOTAL | 4 | 9")
    assert [told[2:4] for told in found] == [
        ("Girls", "Lomo"), (None, "Lomo"), ("Girls", None), (None, None),
    ]  # fmt: skip


def test_a_column_of_units_and_a_rate_go_together() -> None:
    text = "| What | Unit | Goal |\n| --- | --- | --- |\n| Water per person | L/day | 15 |\n"
    assert _told(text) == [("15", "measure", 15, "liter", "person / day")]
