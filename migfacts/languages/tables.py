"""The word tables of the kinds: units, currencies, denominators, dates, ages."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from migfacts.languages import data
from migfacts.languages.compiled import Compiled
from migfacts.languages.lexicon import Word
from migfacts.languages.morphology import Morphology
from migfacts.languages.phrases import Index, Phrases, index

#: How far around a written unit a word may stand that says which unit is meant, in tokens.
CUES: Final = 24


class Symbol(Struct, frozen=True):
    """What a unit symbol stands for; a doubtful one is also a word or a scale letter."""

    unit: str
    doubtful: bool


class Units:
    """Units by word (any case) and by symbol (with case), and the units that are durations."""

    def __init__(self, compiled: Compiled) -> None:
        table, lang = compiled.table, compiled.lang
        symbols, capitals, durations, areas = table("unit symbols", _symbols)
        self.durations: frozenset[str] = durations
        #: `meter ** 2`: what the sides of a surface make.
        self.areas: frozenset[str] = areas
        self.symbols: Phrases[Symbol] = Phrases(symbols, exact=True, of=Symbol)
        #: KM, HZ: symbols in capitals, where one unit alone can be meant.
        self.capitals: dict[str, str] = capitals
        self.ambiguous: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for unit, written, cues in map(data.fields, compiled.lines("ambiguous")):
            choice = "" if unit == "none" else unit, frozenset(data.words(cues))
            for form in data.words(written):
                self.ambiguous.setdefault(form, []).append(choice)
        self.words: Phrases[str] = Phrases(table("units", lambda: _unit_words(lang)))

    def is_time(self, word: str) -> bool:
        """Is a word in small letters a unit of time: `year`, `weeks`?"""
        return self.words.meaning(word) in self.durations

    def meant(self, words: list[Word], at: int) -> str | None:
        """The unit that a written form means beside the words around it.

        Returns:
            `` for no unit; None where the words do not decide.
        """
        choices = self.ambiguous.get(words[at].text) if at < len(words) else None
        longer = self.symbols.match(words, at) if choices is not None else None
        if choices is None or (longer is not None and longer[1] > at + 1):
            return None  # 15 m3
        said = {word.lower for word in words[max(0, at - CUES) : at + CUES]}
        return next((unit for unit, cues in choices if not cues.isdisjoint(said)), None)

    def symbol(self, words: list[Word], at: int) -> tuple[Symbol, int] | None:
        """The unit whose symbol starts at a token; in capitals too where that means no other."""
        found = self.symbols.match(words, at)
        if found is not None or at >= len(words):
            return found
        text = words[at].text
        if len(text) > 1 and text.isupper():
            unit = self.capitals.get(text)
            if unit is not None:
                return Symbol(unit, True), at + 1
        return None

    def match(self, words: list[Word], at: int) -> tuple[str, int] | None:
        """The unit that starts at a token, as word or as a symbol that is surely one."""
        found = self.words.match(words, at)
        if found is not None:
            return found
        symbol = self.symbol(words, at)
        if symbol is None or symbol[0].doubtful:
            return None
        return symbol[0].unit, symbol[1]

    def quotient(self, words: list[Word], unit: str, at: int) -> tuple[str, int] | None:
        """`1.3 A/cm2`: a unit over another, both as symbols, with nothing between."""
        if at + 1 >= len(words) or words[at].text != "/" or words[at - 1].space or words[at].space:
            return None
        under = self.symbol(words, at + 1)
        return None if under is None else (f"{unit} / {under[0].unit}", under[1])


def _symbols() -> tuple[Index[tuple[str, bool]], dict[str, str], frozenset[str], frozenset[str]]:
    """Symbols with what each stands for; those in capitals; the units of durations, of areas."""
    symbols: list[tuple[str, tuple[str, bool]]] = []
    durations: set[str] = set()
    areas: set[str] = set()
    for line in data.lines("und", "units"):
        unit, kind, written = data.fields(line)
        if kind == "duration":
            durations.add(unit)
        if unit.endswith(" ** 2") and "/" not in unit:
            areas.add(unit)
        symbols.extend(
            (symbol.removeprefix("?"), (unit, symbol.startswith("?")))
            for symbol in data.words(written)
        )
    capitals = {s.upper(): unit for s, (unit, _) in symbols if s.isalpha()}
    for s, (unit, _) in symbols:
        if capitals.get(s.upper()) != unit:
            capitals.pop(s.upper(), None)
    return index(symbols, exact=True), capitals, frozenset(durations), frozenset(areas)


def _unit_words(lang: str) -> Index[str]:
    return index(
        (word, unit)
        for unit, written in map(data.fields, data.lines(lang, "units"))
        for word in data.words(written)
    )


class Denominators:
    """Words that open a denominator, and the nouns that one without `per` must be."""

    def __init__(self, compiled: Compiled) -> None:
        sections = compiled.sections("denominators")
        self.words: Phrases[str] = Phrases((word, word) for word in sections["words"])
        self.articles = frozenset(sections["articles"])
        self.nouns = frozenset(sections["nouns"])
        self.adverbs: Phrases[str] = Phrases(map(pair, sections["adverbs"]))
        self.singulars: dict[str, str] = dict(map(pair, sections.get("singulars", ())))


class Dates:
    """Words of dates."""

    def __init__(self, compiled: Compiled) -> None:
        sections = compiled.sections("dates")
        self.months = {word: int(number) for word, number in map(str.split, sections["months"])}
        #: ISO 8601: Monday is 1.
        self.weekdays = {word: int(number) for word, number in map(str.split, sections["weekdays"])}
        self.since = frozenset(sections["since"])
        self.until = frozenset(sections["until"])
        self.onwards: Phrases[str] = Phrases((word, word) for word in sections["onwards"])
        self.before = frozenset(sections["before"])
        #: Before the end of a year: the year to June 2024.
        self.year_to: Phrases[str] = Phrases((word, word) for word in sections["year_to"])
        #: Of a year, behind `since`: since the end of 2023.
        self.stretches = frozenset(sections["stretches"])
        self.parts = frozenset(sections["parts"])
        self.year_words = frozenset(sections["year_words"])
        self.spans: Phrases[tuple[int, int]] = Phrases(
            (word, (int(first), int(last)))
            for name in ("halves", "month_spans", "quarters")
            for word, first, last in map(data.fields, sections[name])
        )

    @property
    def weekday_names(self) -> dict[int, str]:
        """What each day of the week is called; of several names the longest."""
        longest = sorted(self.weekdays.items(), key=lambda named: len(named[0]))
        return {number: word.capitalize() for word, number in longest}


class Ages:
    """Words of ages."""

    def __init__(self, compiled: Compiled) -> None:
        sections = compiled.sections("ages")
        self.before: Phrases[str] = Phrases((word, word) for word in sections["before"])
        self.after: Phrases[str] = Phrases((word, word) for word in sections["after"])
        self.units: dict[str, str] = dict(pair(line) for line in sections["units"])
        self.people = frozenset(sections["people"])
        #: Those of one age or sex: women (15–49).
        self.groups = frozenset(sections["groups"])
        #: Of whom a bare number tells the age: she was 19.
        self.persons = frozenset(sections["persons"])
        #: Before the age of a name: Mateo, now six.
        self.now = frozenset(sections["now"])
        #: Words whose number is an age: life expectancy.
        self.told: Phrases[str] = Phrases((word, word) for word in sections["told"])
        #: Verbs behind which a number is an age: they turn 18, marry at 17.
        self.turned: Phrases[str] = Phrases((word, word) for word in sections["turned"])
        #: Bounds that only ages have: younger than.
        self.bounds: Phrases[str] = Phrases(map(pair, sections["bounds"]))
        #: Bounds behind a bare number that make it an age: 50 or older.
        self.elder: Phrases[str] = Phrases((word, word) for word in sections["elder"])
        #: Bounds behind a unit of time that make it an age: 18 years and above.
        self.limits: Phrases[str] = Phrases((word, word) for word in sections["limits"])


def pair(line: str) -> tuple[str, str]:
    """A `wording ; meaning` line."""
    wording, meaning = data.fields(line)
    return wording, meaning


class Labels:
    """Words that make a number a name: before it, behind it, or as a clock time."""

    def __init__(self, compiled: Compiled, morphology: Morphology) -> None:
        self._before = phrases(compiled, "labels", "before")
        self._singular = morphology.singular
        before = (data.fields(line)[0] for line in compiled.sections("labels")["before"])
        self._longer = frozenset(wording for wording in before if " " in wording)
        self.after = wordings(compiled, "labels", "after")
        self.ordinal_names = wordings(compiled, "reference", "ordinal")
        self.clock = wordings(compiled, "reference", "clock")
        self.numbered = frozenset(compiled.sections("reference")["numbered"])
        #: Names that begin with a figure: 3W.
        self.figured = frozenset(compiled.sections("reference")["figured"])
        #: With which the name of a street ends.
        self.streets = frozenset(compiled.sections("reference")["street"])
        self.streets_named = frozenset(compiled.sections("reference")["street_of"])

    @property
    def lasts(self) -> frozenset[str]:
        """The words with which a label may end; a plural is known by its ending."""
        return self._before.lasts

    def heads(self, words: list[Word], end: int) -> bool:
        """Do the words before token `end` make a number there a label: `Article 5`, `phase 2`?"""
        found = self._before.match_before(words, end)
        if found is None:
            return False
        case, first = found
        if case == "alone" and not words[first].capital:
            return first == 0 or words[first - 1].tag not in "djqS#w"
        if case == "any" or words[first].capital:
            return True
        return first > 0 and words[first - 1].tag in "pc,("  # from camp 9

    def heads_several(self, words: list[Word], end: int) -> bool:
        """The same for several numbers: `Articles 12 and 13`, `pp. 14–18`."""
        if self.heads(words, end):
            return True
        word = words[end - 1]
        single = self._singular(word.lower)
        meaning = self._before.meaning(single)
        if end > 1 and f"{words[end - 2].lower} {single}" in self._longer:
            return True  # epidemiological weeks 3 and 4
        if meaning == "alone" and not word.capital:
            return end < 2 or words[end - 2].tag not in "djqS#w"
        return meaning == "any" or (meaning is not None and word.capital)


class Changes:
    """Words of rise and fall, each with its direction."""

    def __init__(self, compiled: Compiled) -> None:
        sections = compiled.sections("changes")
        self.verbs = dict(_two(line) for line in sections["verbs"])
        self.adverbs = dict(_two(line) for line in sections["adverbs"])
        self.nouns = dict(_two(line) for line in sections["nouns"])
        self.comparatives = dict(_two(line) for line in sections["comparatives"])
        self.neutral = frozenset(sections["neutral"])
        self.phrases: Phrases[str] = Phrases(map(pair, sections["phrases"]))
        self.getting = frozenset(sections["getting"])


def _two(line: str) -> tuple[str, str]:
    word, direction = line.split()
    return word, direction


def phrases(compiled: Compiled, name: str, section: str) -> Phrases[str]:
    """A section of `wording ; meaning` lines as a phrase table."""
    found = compiled.table(
        f"{name} {section}",
        lambda: index(map(pair, data.sections(compiled.lang, name).get(section, ()))),
    )
    return Phrases(found)


def wordings(
    compiled: Compiled, name: str, section: str = "", *, exact: bool = False
) -> Phrases[str]:
    """A section of lines that are wordings by themselves."""
    found = compiled.table(
        f"{name} {section}",
        lambda: index(
            ((word, word) for word in data.sections(compiled.lang, name)[section]), exact=exact
        ),
    )
    return Phrases(found, exact=exact)


def capitals(lang: str, name: str) -> Phrases[str]:
    """The wordings of a file as titles in capitals have them, each with its own form."""
    names = data.sections(lang, name)[""]
    return Phrases(index(((word.upper(), word) for word in names), exact=True), exact=True)
