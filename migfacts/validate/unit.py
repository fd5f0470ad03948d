"""Units: known, and of the dimension that the kind of the fact measures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from migfacts import units
from migfacts.config import nearest
from migfacts.fact import Fact
from migfacts.fault import Complaint
from migfacts.kept.patterns import precompiled
from migfacts.languages import data

PERCENTS: Final = ("percent", "percentage_point", "basis_point")
_WITHOUT: Final = frozenset(("count", "number", "ordinal", "ratio", "date"))
_TIMES: Final = frozenset(("duration", "age"))
_CODE: Final = precompiled(r"[A-Z]{3}")


def unit(fact: Fact) -> Iterator[Complaint]:
    """The unit is one that the kind may have; money without a sure currency has none."""
    yield from _complaints(fact.kind, fact.unit)


@lru_cache(maxsize=4096)
def _complaints(kind: str, given: str | None) -> tuple[Complaint, ...]:
    message = _message(kind, given)
    return () if message is None else (Complaint("unit", message),)


def _message(kind: str, given: str | None) -> str | None:
    if kind in _WITHOUT:
        return None if given is None else f"is {given!r}, but facts of kind {kind} have no unit"
    if given is None:
        return None if kind == "money" else f"missing, and facts of kind {kind} have one"
    if kind == "percent":
        return None if given in PERCENTS else f"unknown {given!r}; {nearest(given, PERCENTS)}"
    if kind == "money":
        return _money(given)
    return _measured(kind, given)


def _money(given: str) -> str | None:
    if given in _currencies():
        return None
    if _CODE.fullmatch(given):
        return f"{given!r} is no currency of ISO 4217"
    known = sorted(_currencies())
    return f"{given!r} is no currency; write its ISO 4217 code; {_close(given, known)}"


def _close(given: str, known: list[str]) -> str:
    said = nearest(given.upper(), known)
    return said if said.startswith("did") else "as USD"


def _measured(kind: str, given: str) -> str | None:
    is_time = _known().get(given)
    if is_time is None:
        found = units.named(given)
        if found is None:
            return f"unknown unit {given!r}; name it as pint does"
        name, dimension = found
        if name != given:
            return f"is {given!r}; pint prints it as {name!r}"
        if not dimension:
            return f"is {given!r}, which measures nothing"
        is_time = dimension == "[time]"
    if is_time != (kind in _TIMES):
        return f"is {given!r}, " + ("no unit of time" if kind in _TIMES else "a unit of time")
    return None


@lru_cache(maxsize=1)
def _known() -> dict[str, bool]:
    """The units that migfacts reads, some of which pint does not know: are they of time?

    Their table spares pint, which takes half a second to load.
    """
    rows = (data.fields(line) for line in data.lines("und", "units"))
    return {name: kind == "duration" for name, kind, *_ in rows}


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    """The codes of currencies, and the names of their minor units."""
    codes = {data.fields(line)[0] for part in _PARTS for line in _currency_lines("und", part)}
    folders = [path.name for path in data.HERE.iterdir() if (path / "currencies.txt").is_file()]
    minor = {
        data.fields(line)[1]
        for folder in folders
        for line in _currency_lines(folder, "minor units")
    }
    return frozenset(codes | minor)


_PARTS: Final = ("codes", "not in ISO 4217", "withdrawn codes")


def _currency_lines(folder: str, part: str) -> list[str]:
    return data.sections(folder, "currencies").get(part, [])
