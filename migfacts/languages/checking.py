"""The words that relations and comparison look for, and patterns made of them.

They stand in relations.txt and synonyms.txt of the language.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import NamedTuple

from migfacts import kept
from migfacts.kept.patterns import SUFFIX, Store
from migfacts.languages import data
from migfacts.languages.language import Language, load
from migfacts.languages.patterns import Patterns
from migfacts.languages.phrases import Phrases


class Compared(NamedTuple):
    """A word as it is compared, and what it may be to a number beside it."""

    #: Without the ending of a possessive, in small letters, and its class of synonyms.
    plain: str
    same: str
    #: Does a wording of a class of synonyms begin with it?
    begins: bool
    #: Does it say nothing of what a number is about?
    is_light: bool
    is_contrast: bool
    is_month: bool
    is_demonym: bool
    #: `we`, `the Fund`: does it name the speaker, and nobody else?
    is_ourselves: bool
    #: `only`, `year`: does it say nothing where a number follows?
    before_numbers: bool


class _ComparedWords(dict[str, Compared]):
    """Words as they are compared, each looked up once."""

    def __init__(self, checking: Checking) -> None:
        super().__init__()
        self._checking = checking

    def __missing__(self, word: str) -> Compared:
        checking = self._checking
        shared = checking.shared
        plain = checking.owner(word)
        same = checking.canonical(plain)
        found = self[word] = Compared(
            plain=plain,
            same=same,
            begins=word in checking.synonyms.firsts,
            is_light=same in checking.light,
            is_contrast=plain in shared["contrast"],
            is_month=plain in checking.language.dates.months,
            is_demonym=plain in checking.demonyms,
            is_ourselves=plain in shared["ourselves"],
            before_numbers=plain in shared["before_numbers"],
        )
        return found


class Checking:
    """The words of one language for relations and comparison."""

    def __init__(self, language: Language) -> None:
        self.language = language
        #: Lower-case words of texts -> what they are; found when first asked.
        self.compared: dict[str, Compared] = _ComparedWords(self)
        #: The patterns over all classes; what is asked of them most often goes there at once.
        store = Store(kept.file(data.HERE / language.code / "relations.py", SUFFIX))
        self.patterns = Patterns(data.sections(language.code, "relations"), store.compile)
        self.pattern, self.has = self.patterns.pattern, self.patterns.has

    def words(self, section: str) -> list[str]:
        """The wordings of a class."""
        return data.sections(self.language.code, "relations")[section]

    def _compared(self, section: str) -> frozenset[str]:
        """The single words of a class, as they are compared."""
        return frozenset(map(self.canonical, self.words(section)))

    @cached_property
    def synonyms(self) -> Phrases[str]:
        """Wordings -> the name of the class of things or events they belong to."""
        entries: dict[str, str] = {}
        for name, listed in self.language.events.items():
            for wording in listed:
                entries.setdefault(wording.lower(), name)
        for line in data.lines(self.language.code, "synonyms"):
            name, _, wordings = line.partition(":")
            for each in [name.strip(), *data.words(wordings)]:
                entries[each.lower()] = name.strip()
        return Phrases(entries.items())

    @cached_property
    def shared(self) -> dict[str, frozenset[str]]:
        """Every class of single words of relations.txt as a set."""
        sections = data.sections(self.language.code, "relations")
        return {name: frozenset(lines) for name, lines in sections.items()}

    @cached_property
    def light(self) -> frozenset[str]:
        """The words that say nothing of what a number is about, as they are compared."""
        return self._compared("light")

    @cached_property
    def contrasts(self) -> frozenset[str]:
        """The words that tell one thing from another, as they are compared."""
        return self._compared("contrast")

    @cached_property
    def amounts(self) -> frozenset[str]:
        """The words that say no more of a noun than how much of it there is, as compared."""
        return self._compared("amounts")

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The events by which a body or a place comes into being, as they are compared."""
        return self._compared("beginnings")

    @cached_property
    def founded(self) -> frozenset[str]:
        """The nouns for what is founded or opened but once, as they are compared."""
        return self._compared("founded")

    @cached_property
    def neutral(self) -> frozenset[str]:
        """The verbs that may stand between a thing and its figure, as they are compared."""
        return self._compared("neutral")

    @cached_property
    def recording(self) -> frozenset[str]:
        """The verbs by which an event comes to be counted, as they are compared."""
        return self._compared("recording")

    @cached_property
    def asking(self) -> frozenset[str]:
        """The single words that tell of an appeal, a need or a budget, as they are compared."""
        return self._compared("asked")

    @cached_property
    def months(self) -> frozenset[str]:
        """The months, as they are compared."""
        return frozenset(map(self.canonical, self.language.dates.months))

    @cached_property
    def timely(self) -> frozenset[str]:
        """The words that tell only when something was said or holds, as they are compared."""
        return self._compared("timely")

    @cached_property
    def anyone(self) -> frozenset[str]:
        """The nouns that may stand for whoever was named before."""
        return frozenset(self.words("anyone"))

    @cached_property
    def people(self) -> frozenset[str]:
        """The nouns for people of one sort or another, as they are compared."""
        return self._compared("people")

    @cached_property
    def sorts(self) -> frozenset[str]:
        """The nouns that tell people apart by age or sex, as they are compared."""
        return self._compared("exclusive")

    @cached_property
    def person(self) -> str:
        """The noun that stands for anyone, as it is compared."""
        return self.canonical(self.words("anyone")[0])

    @cached_property
    def persons(self) -> list[tuple[str, str]]:
        """What is done to people, and what they are by it: who is employed is staff."""
        pairs = (line.split() for line in self.words("persons"))
        return [(self.canonical(verb), self.canonical(noun)) for verb, noun in pairs]

    @cached_property
    def victims(self) -> dict[str, frozenset[str]]:
        """The nouns for people by what happened to them, and that: who is displaced."""
        pairs = (line.split(" ", 1) for line in self.words("victims"))
        return {self.canonical(noun): frozenset((self.canonical(event),)) for event, noun in pairs}

    @cached_property
    def levels(self) -> dict[str, str]:
        """The words that tell of what a text reports: a city, a province, a fiscal year."""
        pairs = (line.split() for line in self.words("levels"))
        return {word: level for level, word in pairs}

    @cached_property
    def suffered(self) -> frozenset[str]:
        """What happens to people once, so that its noun counts them: deaths, arrests."""
        return self._compared("suffered")

    @cached_property
    def every_day(self) -> frozenset[str]:
        """What happens on Sundays too: nobody works for it."""
        return self._compared("every_day")

    @cached_property
    def demonyms(self) -> frozenset[str]:
        """The adjectives and nouns of nationality, in small letters."""
        lines = data.lines(self.language.code, "demonyms")
        return frozenset(line.lower() for line in lines)

    def is_demonym(self, word: str) -> bool:
        """Is a lower-case word one of nationality: `syrian`, `syrians`?"""
        return word in self.demonyms or self.language.singular(word) in self.demonyms

    def phrase(self, wording: str) -> str | None:
        """The class of synonyms of a wording of several words."""
        return self._whole.get(wording)

    @cached_property
    def _whole(self) -> dict[str, str]:
        found = {}
        for line in data.lines(self.language.code, "synonyms"):
            name, _, wordings = line.partition(":")
            found.update(
                {each.lower(): name.strip() for each in [name.strip(), *data.words(wordings)]}
            )
        return found

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - as below
    def owner(self, word: str) -> str:
        """A lower-case word without the ending of a possessive: `women's`, `nurses'`."""
        return self.language.lexicon.owner(word)

    @lru_cache(maxsize=1 << 16)  # noqa: B019 - one instance a language, kept for good
    def canonical(self, word: str) -> str:
        """One lower-case word as it is compared: its class of synonyms, or its base form."""
        found = self.synonyms.meaning(word)
        if found is not None:
            return found
        base = self.language.verb_bases.get(word) or self.language.singular(word)
        return self.synonyms.meaning(base) or self._stem(base)

    def _stem(self, word: str) -> str:
        for ending, base in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word[: len(word) - len(ending)] + base
        return word

    @cached_property
    def _endings(self) -> list[tuple[str, str]]:
        lines = (line.split() for line in sorted(self.words("endings"), key=len, reverse=True))
        return [(ending, "" if base == "-" else base) for ending, base in lines]


@lru_cache(maxsize=8)
def checking(code: str) -> Checking:
    """The words of the language of a BCP 47 code. LanguageError if migfacts does not read it."""
    return Checking(load(code))
