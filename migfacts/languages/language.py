"""A language: its lexicon and the word tables that each stage asks for."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property, lru_cache

from msgspec.structs import astuple

from migfacts.languages import data
from migfacts.languages.compiled import Compiled
from migfacts.languages.currencies import Currencies
from migfacts.languages.cutting import token_pattern
from migfacts.languages.entries import Entries, packed
from migfacts.languages.lexicon import Beside, Lexicon
from migfacts.languages.morphology import Morphology
from migfacts.languages.phrases import Phrases
from migfacts.languages.tables import (
    Ages,
    Changes,
    Dates,
    Denominators,
    Labels,
    Units,
    capitals,
    pair,
    phrases,
    wordings,
)
from migfacts.languages.tagging import verb_bases

#: Tags that nouns may have.
_NOUNS = frozenset("nNbzkK")


class LanguageError(ValueError):
    """A language that migfacts does not read."""


class Language:
    """The words of one language. Tables are built when a text first asks for them."""

    def __init__(self, code: str) -> None:
        self.code = code
        compiled = self._compiled = Compiled(code)
        self.lexicon = Lexicon(compiled)
        marks = dict(line.split() for line in compiled.sections("numbers")["marks"])
        self.decimal_mark: str = marks["decimal"]
        self.group_mark: str = marks["group"]
        #: Are names of months written with small letters?
        self.small_months = marks.get("months") == "small"
        self.lexicon.beside = Beside(*compiled.table("beside", lambda: astuple(self._beside())))
        if not compiled.are_kept:
            self.finish()
            compiled.keep()

    def finish(self) -> None:
        """Build all that is built when a text first asks for it."""
        for name, table in vars(Language).items():
            if isinstance(table, cached_property):
                getattr(self, name)

    def month_name(self, name: str) -> str:
        """A name of a month in small letters, or a day with it, as the language writes it."""
        return name if self.small_months else name.title()

    def _beside(self) -> Beside:
        """Which words may have a say beside a number."""
        units, currencies, labels = self.units, self.currencies, self.labels
        rates, plurals = self.denominators, self.plural_scales
        return Beside(
            followers=frozenset().union(
                units.words.firsts,
                currencies.names.firsts,
                self.percents.firsts,
                labels.after.firsts,
                labels.ordinal_names.firsts,
                labels.clock.firsts,
                self.ages.after.firsts,
                self.ages.units,
                self.scale_symbols,
                self.lexicon.having("stretch"),
                self.lexicon.having("times"),
                self.lexicon.having("points"),
                self.lexicon.having("x"),
            ),
            leaders=frozenset().union(
                self.bounds_before.lasts,
                self.bound_fillers,
                self.ages.before.lasts,
                self.ages.bounds.lasts,
            ),
            trailers=frozenset([*self.bounds_after.firsts, *self.states.firsts]),
            raters=rates.articles.union(rates.words.firsts, rates.adverbs.firsts),
            scales=frozenset(
                [*self.scale_symbols, "e", "E", *plurals, *map(str.capitalize, plurals)]
            ),
            tellers=frozenset().union(
                self.scopes.firsts, self.statistics.firsts, self.relative_dates.firsts
            ),
            labellers=labels.numbered.union(labels.lasts),
            symbols=frozenset().union(
                units.symbols.firsts,
                units.capitals,
                currencies.symbols.firsts,
                currencies.symbols.lasts,
            ),
            names=frozenset(self.places.firsts),
        )

    @cached_property
    def token_pattern(self) -> re.Pattern[str]:
        """The pattern that cuts a text into tokens."""
        return token_pattern(self.decimal_mark, self.group_mark)

    @cached_property
    def scale_symbols(self) -> dict[str, Decimal]:
        """Scale letters, with case: `m` -> 1000000."""
        lines = self._compiled.sections("numbers").get("symbols", ())
        return {symbol: Decimal(value) for symbol, value in map(str.split, lines)}

    @cached_property
    def plural_scales(self) -> dict[str, Decimal]:
        """Scale words in the plural, scales only behind a number: `millions` -> 1000000."""
        lines = self._compiled.sections("numbers").get("plural scales", ())
        return {word: Decimal(value) for word, value in map(str.split, lines)}

    @cached_property
    def units(self) -> Units:
        """Units of measurement and time."""
        return Units(self._compiled)

    @cached_property
    def currencies(self) -> Currencies:
        """Currency codes, symbols and names."""
        return Currencies(self._compiled)

    @cached_property
    def percents(self) -> Phrases[str]:
        """Words and signs for shares in a hundred."""
        return phrases(self._compiled, "percent", "")

    @cached_property
    def percents_before(self) -> Phrases[str]:
        """Words before `of` that make a number a share in a hundred."""
        return phrases(self._compiled, "percent", "before")

    @cached_property
    def denominators(self) -> Denominators:
        """Words that open a denominator."""
        return Denominators(self._compiled)

    @cached_property
    def dates(self) -> Dates:
        """Words of dates."""
        return Dates(self._compiled)

    @cached_property
    def ages(self) -> Ages:
        """Words of ages."""
        return Ages(self._compiled)

    @cached_property
    def morphology(self) -> Morphology:
        """Singulars of nouns."""
        return Morphology(self._compiled)

    @cached_property
    def verb_bases(self) -> Entries:
        """The forms of verbs that are no nouns, each with its base."""
        return Entries(self._compiled.table("verb bases", lambda: packed(verb_bases(self.code))))

    @cached_property
    def labels(self) -> Labels:
        """Words that make a number a name."""
        return Labels(self._compiled, self.morphology)

    @cached_property
    def relative_dates(self) -> Phrases[tuple[str, int]]:
        """`last year` -> (unit, steps)."""
        lines = self._compiled.lines("relative")
        split = ((wording, meaning.split()) for wording, meaning in map(pair, lines))
        return Phrases((wording, (unit, int(steps))) for wording, (unit, steps) in split)

    @cached_property
    def statistics(self) -> Phrases[str]:
        """Words for averages, medians and the like."""
        return phrases(self._compiled, "statistics", "")

    @cached_property
    def scopes(self) -> Phrases[str]:
        """Words that say what standing a number has."""
        return phrases(self._compiled, "scopes", "")

    @cached_property
    def changes(self) -> Changes:
        """Words of rise and fall."""
        return Changes(self._compiled)

    @cached_property
    def initials(self) -> dict[str, str]:
        """Letters for those who are counted: `F` -> `female`."""
        return dict(map(pair, self._compiled.lines("initials")))

    @cached_property
    def states(self) -> Phrases[str]:
        """States that follow a noun without a verb."""
        return wordings(self._compiled, "states")

    @cached_property
    def places(self) -> Phrases[str]:
        """Names of places, as written."""
        return wordings(self._compiled, "places", exact=True)

    @cached_property
    def capital_places(self) -> Phrases[str]:
        """Names of places as titles in capitals write them: `MALI` is Mali."""
        return capitals(self.code, "places")

    @cached_property
    def bodies(self) -> Phrases[str]:
        """Names of bodies, as written."""
        return wordings(self._compiled, "bodies", exact=True)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Common nouns for bodies."""
        return frozenset(self._compiled.lines("actors"))

    def is_event_noun(self, word: str) -> bool:
        """Is a word a noun of events: deaths, displacement?"""
        if word not in self._event_words:
            return False
        return (self.lexicon.tags.get(word) or self.lexicon.guess(word)) in _NOUNS

    @cached_property
    def _event_words(self) -> frozenset[str]:
        """Words of events, whatever their class."""
        return frozenset(word for names in self.events.values() for word in names)

    @cached_property
    def events(self) -> dict[str, list[str]]:
        """Classes of events: the plain verb and every wording that means the same."""
        classes = (line.split(":", 1) for line in self._compiled.lines("events"))
        return {name.strip(): [name.strip(), *data.words(names)] for name, names in classes}

    @cached_property
    def concept_stops(self) -> frozenset[str]:
        """Words that carry no content."""
        return frozenset(self._compiled.lines("concepts_stop"))

    def singular(self, word: str) -> str:
        """The singular of a noun."""
        return self.morphology.singular(word)

    @cached_property
    def bound_fillers(self) -> frozenset[str]:
        """Words between a bound and its number."""
        return frozenset(self._compiled.sections("bounds").get("fillers", ()))

    @cached_property
    def bounds_before(self) -> Phrases[str]:
        """Bound words before a number."""
        return phrases(self._compiled, "bounds", "before")

    @cached_property
    def bounds_after(self) -> Phrases[str]:
        """Bound words behind a number."""
        return phrases(self._compiled, "bounds", "after")


@lru_cache(maxsize=8)
def load(code: str) -> Language:
    """The language of a BCP 47 code.

    Raises:
        LanguageError: there is no folder of words for it.
    """
    if not code.isalpha() or not (data.HERE / code / "numbers.txt").is_file():
        known = sorted(path.parent.name for path in data.HERE.glob("*/numbers.txt"))
        raise LanguageError(f"language {code!r} is not known; known: {', '.join(known)}")
    return Language(code)
