"""Conversions, and the factors that spare a run pint.

`python -m tests.test_units` writes und/factors.txt anew.
"""

from fractions import Fraction
from typing import Any, Final

import pytest

from migfacts import units
from migfacts.languages import data
from migfacts.units import Line, asked, line

#: Beyond this two versions of pint do not know the same thing.
CLOSE: Final = Fraction(1, 10**9)
NAMES: Final = [data.fields(each)[0] for each in data.lines("und", "units")]
#: One unit of each that is measured.
OTHERS: Final = ("meter", "second", "kilogram", "meter ** 2", "liter", "joule", "watt", "kelvin",
                 "byte", "radian", "kilometer / hour", "hertz", "pascal")  # fmt: skip


def _factor(name: str) -> str | None:
    """A line of the file; None where no straight line leads to the root unit."""
    import pint

    try:
        root: Any = units._registry().get_root_units(units._DECADE if name == "decade" else name)[1]
    except pint.UndefinedUnitError:
        return f"{name} ; ; ;"
    found = asked(name, root)
    if found is None:
        return None
    printed = units._printing().get_root_units("year" if name == "decade" else name)[1]
    return f"{name} ; {printed} ; {found.slope} ; {found.shift}"


def _are_close(one: Line | None, other: Line | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(abs(a - b) <= CLOSE * abs(b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_factors_are_those_of_pint(name: str) -> None:
    for to in (name, *OTHERS):
        assert _are_close(line(name, to), asked(name, to)), to
        assert _are_close(line(to, name), asked(to, name)), to


def test_every_unit_with_a_straight_line_is_known() -> None:
    missing = [name for name in NAMES if name not in units._factors()]
    assert [name for name in missing if _factor(name) is not None] == []


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        ("50", "mile", "kilometer", "80.4672"),
        ("100", "degree_Celsius", "degree_Fahrenheit", "212"),
        ("-40", "degree_Fahrenheit", "degree_Celsius", "-40"),
        ("1", "acre", "meter", None),
        ("1", "byte", "radian", None),
        ("1", "bigha", "hectare", None),
        ("1", "bigha", "bigha", None),
        ("1", "decade", "year", "10"),
        ("36", "kilometer / hour", "meter / second", "10"),
        ("3", "kilogram / hectare", "gram / meter ** 2", "0.3"),  # pint is asked
        ("1", "no unit", "meter", None),
    ],
)
def test_conversions(value: str, unit: str, to: str, result: str | None) -> None:
    from decimal import Decimal

    found = units.convert(Decimal(value), unit, to)
    assert found == (None if result is None else Decimal(result))


def test_known_units_need_no_pint(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Any:
        raise AssertionError("pint was loaded")

    monkeypatch.setattr(units, "_registry", fail)
    line.cache_clear()
    assert line("foot", "meter") == Line(Fraction(381, 1250), Fraction(0))


def write() -> None:
    """Write the file of factors."""
    file = data.HERE / "und" / "factors.txt"
    head = [each for each in file.read_text("utf-8").split("\n") if each.startswith("#")]
    found = sorted(filter(None, map(_factor, NAMES)), key=lambda each: each.partition(" ;")[0])
    file.write_text("\n".join([*head, "", *found, ""]), "utf-8")


if __name__ == "__main__":
    write()
