"""Names of units and currencies: what a wording means where it stands alone, without a number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from migfacts.languages import data
from migfacts.languages.currencies import CODE_PARTS
from migfacts.languages.language import load


@lru_cache(maxsize=8)
def units(lang: str) -> dict[str, str]:
    """The wordings of units of measurement and time -> the names of the record.

    A name of the record means itself, whatever else it may be a word for.
    """
    rows = [data.fields(line) for line in data.lines("und", "units")]
    found = {name: name for name, _, _ in rows}
    for name, _, symbols in rows:
        for symbol in data.words(symbols):
            found.setdefault(symbol.removeprefix("?"), name)
    for name, wordings in map(data.fields, data.lines(lang, "units")):
        for wording in data.words(wordings):
            found.setdefault(wording.lower(), name)
    for wording, name in [*found.items(), *load(lang).units.capitals.items()]:
        found.setdefault(wording if name != wording else name.lower(), name)
    return found


@lru_cache(maxsize=8)
def currencies(lang: str) -> dict[str, str]:
    """The codes, symbols and names that mean one currency -> its code."""
    shared = data.sections("und", "currencies")
    own = data.sections(lang, "currencies")
    found = {code: code for code in codes()}
    for symbol, code, _ in map(data.fields, shared["ambiguous symbols"]):
        found.setdefault(symbol.lstrip("?"), code)
    for name, code, _ in map(data.fields, own["bare names"]):
        found.setdefault(name.lstrip("?"), code)
    for code, symbols in _codes():
        for symbol in data.words(symbols):
            found.setdefault(symbol.lstrip("?"), code)
    for code, names in map(data.fields, own["names"]):
        for name in data.words(names):
            found.setdefault(name.lower(), code)
    return {wording: code for wording, code in found.items() if code != "-"}


def codes() -> frozenset[str]:
    """The codes of all currencies."""
    return frozenset(code for code, _ in _codes())


def _codes() -> Iterator[tuple[str, str]]:
    sections = data.sections("und", "currencies")
    for part in CODE_PARTS:
        for code, symbols, _ in map(data.fields, sections[part]):
            yield code, symbols


def meaning(wording: str, names: dict[str, str]) -> str | None:
    """What a wording means: as it is written, else in small letters, else in capitals."""
    plain = " ".join(wording.split())
    return next(
        (names[each] for each in (plain, plain.lower(), plain.upper()) if each in names), None
    )
