"""Currencies: ISO 4217 codes, symbols and names, and the countries that settle a shared name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from migfacts.languages import data
from migfacts.languages.compiled import Compiled
from migfacts.languages.phrases import Phrases, index

#: The parts of und/currencies.txt that list codes.
CODE_PARTS = ("codes", "not in ISO 4217", "withdrawn codes")


class Currency(Struct, frozen=True):
    """What a code, symbol or name stands for.

    `code` is the default, None where only a country can tell; `choice` all it may stand for.
    A doubtful one is also another word. `minor` marks a hundredth, whose code is its name (`cent`)
    or that of the currency it surely is of (`US cent`).
    """

    code: str | None
    choice: frozenset[str] = frozenset()
    doubtful: bool = False
    minor: bool = False


class Currencies:
    """The currency tables of one language."""

    def __init__(self, compiled: Compiled) -> None:
        table, lang = compiled.table, compiled.lang
        self.symbols: Phrases[Currency] = Phrases(
            table("currency symbols", lambda: index(_symbols(lang), exact=True)),
            exact=True,
            of=Currency,
        )
        self.names: Phrases[Currency] = Phrases(
            table("currencies", lambda: index(_names(lang))), of=Currency
        )
        #: The names of the hundredths: `cent`, `penny`.
        self.minor = table("minor units", lambda: _minor(lang))
        #: Codes of currencies without hundredths: 65.000 of them are thousands.
        self.undivided: frozenset[str] = table("undivided currencies", _undivided)
        #: Country or nationality as written -> code of its currency.
        self.countries = table("countries", lambda: _countries(lang))


#: The fields of a `Currency`.
_Fields: TypeAlias = tuple[str | None, frozenset[str], bool, bool]


def _symbols(lang: str) -> Iterator[tuple[str, _Fields]]:
    sections = data.sections("und", "currencies")
    words = frozenset(data.sections(lang, "currencies").get("codes that are also words", ()))
    for part in CODE_PARTS:
        for line in sections[part]:
            code, symbols, _ = data.fields(line)
            yield code, _one(code, doubtful=code in words)
            for symbol in data.words(symbols):
                yield symbol.lstrip("?"), _one(code, doubtful=symbol[0] == "?")
    for symbol, default, choice in map(data.fields, sections["ambiguous symbols"]):
        yield symbol.lstrip("?"), _shared(default, choice, symbol)


def _names(lang: str) -> Iterator[tuple[str, _Fields]]:
    sections = data.sections(lang, "currencies")
    for name, default, choice in map(data.fields, sections["bare names"]):
        yield name.lstrip("?"), _shared(default, choice, name)
    for code, names in map(data.fields, sections["names"]):
        currency = _one(code)
        for name in data.words(names):
            yield name, currency
    for name, unit in map(data.fields, sections["minor units"]):
        yield name.lstrip("?"), _one(unit, doubtful=name[0] == "?", minor=True)


def _undivided() -> frozenset[str]:
    lines = (line for part in CODE_PARTS for line in data.sections("und", "currencies")[part])
    return frozenset(code for code, _, digits in map(data.fields, lines) if digits == "0")


def _minor(lang: str) -> frozenset[str]:
    lines = data.sections(lang, "currencies")["minor units"]
    return frozenset(unit for _, unit in map(data.fields, lines) if not unit.isupper())


def _countries(lang: str) -> dict[str, str]:
    lines = data.sections(lang, "currencies").get("countries", ())
    return dict(map(data.fields, lines))


def _one(code: str, *, doubtful: bool = False, minor: bool = False) -> _Fields:
    return code, frozenset(), doubtful, minor


def _shared(default: str, choice: str, written: str) -> _Fields:
    code = None if default == "-" else default
    return code, frozenset(choice.split()), written[0] == "?", False
