"""The subject: what a fact is about, as far as two versions of it can be told from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import checking
from migfacts.query import Interval, interval
from migfacts.things import noun
from migfacts.things.clauses import CONTENT

_WORD: Final = precompiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: So many words on either side of a number tell it from others in its sentence.
_NEAR: Final = 3
#: Kinds that a rewording may exchange: `8,500` and `8,500 people`, a fifth and 20 per cent.
_FAMILIES: Final = {"number": "count", "ratio": "percent"}

Number = tuple[Decimal | None, Decimal | None, Decimal | None] | Interval


class Subject(NamedTuple):
    """A fact, the path and the position it has in its version, and what it is about.

    `words` are the content words of its sentence, `near` those beside the number, `names` those
    that tell one thing from another, such as names, and `marks` those of them that say what is
    counted. `number` is what is compared: value, low and high, or the days of a date.
    """

    fact: Fact
    path: str
    at: int
    family: str
    head: str
    marks: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    near: tuple[str, ...]
    number: Number


class _Sentence(NamedTuple):
    """A sentence with single spaces, its content words and those that tell things apart."""

    text: str
    words: frozenset[str]
    names: frozenset[str]


class Reader:
    """Reads what facts are about. LanguageError if migfacts does not read the language."""

    def __init__(self, lang: str) -> None:
        self._checking = checking(lang)
        language = self._checking.language
        self._lexicon = language.lexicon
        self._unit_words = (language.units.words, language.currencies.names)
        self._words_of = lru_cache(maxsize=1 << 14)(lambda text: frozenset(self._words(text)))
        self._passed_over = frozenset(language.dates.months)
        self._sentences: dict[str, _Sentence] = {}

    def subjects(self, facts: Sequence[Fact], path: str) -> Iterator[Subject]:
        """What the facts of a document are about; dates that date another fact go with it."""
        dated = {
            (fact.sentence, day) for fact in facts if fact.kind != "date" for day in _days(fact)
        }
        told = [
            fact
            for fact in facts
            if fact.kind != "date" or (fact.sentence, fact.period) not in dated
        ]
        counted: dict[str, set[str]] = defaultdict(set)
        for fact in told:
            counted[fact.sentence].update(self._own(fact))
        last, free = "", 0
        for at, fact in enumerate(told):
            sentence, text = self._read(fact.sentence), _spaced(fact.text)
            start = sentence.text.find(text, free if fact.sentence == last else 0)
            last, free = fact.sentence, max(0, start) + len(text)
            found = self._subject(fact, path, at, sentence, start)
            # What its neighbours count says nothing of it.
            others = counted[fact.sentence] - self._own(fact)
            yield found._replace(words=found.words - others) if others else found

    def _subject(self, fact: Fact, path: str, at: int, sentence: _Sentence, start: int) -> Subject:
        head, modifiers = noun(self._checking, fact)
        end = start + len(_spaced(fact.text))
        return Subject(
            fact=fact,
            path=path,
            at=at,
            family=_FAMILIES.get(fact.kind, fact.kind),
            head=head,
            marks=sentence.names & (self._own(fact) | modifiers),
            names=sentence.names,
            words=sentence.words,
            near=() if start < 0 else self._near(sentence.text, start, end),
            number=_number(fact),
        )

    def _own(self, fact: Fact) -> frozenset[str]:
        """The words of what it counts."""
        return self._words_of(f"{fact.entity or ''} {fact.qualifier or ''}")

    def _read(self, sentence: str) -> _Sentence:
        known = self._sentences.get(sentence)
        if known is None:
            text = _spaced(sentence)
            known = _Sentence(text, frozenset(self._words(text)), frozenset(self._names(text)))
            self._sentences[sentence] = known
        return known

    def _words(self, text: str) -> Iterator[str]:
        """The content words, each as its class of synonyms; units and dates have their own keys."""
        for token in _WORD.findall(text):
            word = self._lexicon[token]
            if word.tag not in CONTENT or word.lower in self._passed_over:
                continue
            same = self._checking.canonical(word.lower)
            if same in self._checking.light or same in self._checking.neutral:
                continue
            if all(units.meaning(word.lower) is None for units in self._unit_words):
                yield same

    def _names(self, text: str) -> Iterator[str]:
        """Names, sexes and the like; the first word has its capital letter from its place."""
        contrast, demonyms = self._checking.shared["contrast"], self._checking.demonyms
        for at, token in enumerate(_WORD.findall(text)):
            lower = token.lower()
            if (at and token[0].isupper()) or lower in contrast or lower in demonyms:
                yield self._checking.canonical(lower)

    def _near(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """The words on either side of a number, each with its side."""
        left = _WORD.findall(text[max(0, start - 80) : start].lower())[-_NEAR:]
        right = _WORD.findall(text[end : end + 80].lower())[:_NEAR]
        return (*(f"<{word}" for word in left), *(f">{word}" for word in right))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _days(fact: Fact) -> Iterator[str]:
    """The period of a fact, and where it begins and ends."""
    if fact.period is not None:
        yield fact.period
        yield from fact.period.split("/")


def _number(fact: Fact) -> Number:
    if fact.kind == "date":
        return interval(fact.period or "")
    if fact.kind == "ratio" and fact.value is not None:
        return fact.value * 100, None, None
    if fact.value is None or (fact.low is not None and fact.high is not None):
        return fact.value, fact.low, fact.high
    return fact.value, None, None
