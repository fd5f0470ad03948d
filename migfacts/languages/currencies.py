"""Currencies: ISO 4217 codes, symbols and names, and the countries that settle a shared name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from migfacts.languages import data
from migfacts.languages.phrases import Phrases

#: The parts of und/currencies.txt that list codes.
CODE_PARTS = ("codes", "not in ISO 4217", "withdrawn codes")


class Currency(NamedTuple):
    """What a code, symbol or name stands for.

    `code` is the default, None where only a country can tell; `choice` all it may stand for.
    A doubtful one is also another word. `minor` marks a hundredth (`cent`), whose code is its name.
    """

    code: str | None
    choice: frozenset[str] = frozenset()
    doubtful: bool = False
    minor: bool = False


class Currencies:
    """The currency tables of one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self.symbols: Phrases[Currency] = Phrases(self._symbols(), exact=True)
        self.names: Phrases[Currency] = Phrases(self._names())

    @cached_property
    def minor(self) -> frozenset[str]:
        """The names of the hundredths: `cent`, `penny`."""
        lines = data.sections(self._lang, "currencies")["minor units"]
        return frozenset(unit for _, unit in map(data.fields, lines))

    def _symbols(self) -> Iterator[tuple[str, Currency]]:
        sections = data.sections("und", "currencies")
        words = frozenset(
            data.sections(self._lang, "currencies").get("codes that are also words", ())
        )
        for part in CODE_PARTS:
            for line in sections[part]:
                code, symbols, _ = data.fields(line)
                yield code, Currency(code, doubtful=code in words)
                for symbol in data.words(symbols):
                    yield symbol.lstrip("?"), Currency(code, doubtful=symbol[0] == "?")
        for symbol, default, choice in map(data.fields, sections["ambiguous symbols"]):
            yield symbol.lstrip("?"), _shared(default, choice, symbol)

    def _names(self) -> Iterator[tuple[str, Currency]]:
        sections = data.sections(self._lang, "currencies")
        for name, default, choice in map(data.fields, sections["bare names"]):
            yield name.lstrip("?"), _shared(default, choice, name)
        for code, names in map(data.fields, sections["names"]):
            currency = Currency(code)
            for name in data.words(names):
                yield name, currency
        for name, unit in map(data.fields, sections["minor units"]):
            yield name.lstrip("?"), Currency(unit, doubtful=name[0] == "?", minor=True)

    @cached_property
    def countries(self) -> dict[str, str]:
        """Country or nationality as written -> code of its currency."""
        lines = data.sections(self._lang, "currencies").get("countries", ())
        return dict(data.fields(line) for line in lines)


def _shared(default: str, choice: str, written: str) -> Currency:
    code = None if default == "-" else default
    return Currency(code, frozenset(choice.split()), doubtful=written[0] == "?")
