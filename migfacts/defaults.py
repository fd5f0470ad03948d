"""What a document's title and dateline say for all of it: its date, place and body."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from migfacts.beside import dates
from migfacts.context.place import known
from migfacts.context.scene import Defaults
from migfacts.kept.patterns import precompiled
from migfacts.languages import Language
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Document
    from migfacts.fact import Fact

#: The title and dateline are looked for in this many blocks, of at most this many tokens each.
BLOCKS: Final = 3
TITLE_TOKENS: Final = 20
#: Tags of what the name of a place may say something of: `Sudan emergency`.
_NOUNS: Final = ("n", "N", "k", "K")
#: Of ISO 4217.
_CODE: Final = precompiled(r"\b[A-Z]{3}\b")
#: Tags of verbs of which a dateline has none.
FINITE: Final = precompiled("[vVxz]")
#: Of what tells an event, up to its day: floods displaced 300 on, but not: story published on.
_EVENT: Final = precompiled(r"[NKXu]D(?!p?\Z)")


def read(document: Document, lang: Language, as_of: date | None) -> Defaults:
    """The defaults of a document; `as_of` outranks its dateline."""
    place = home = subject = month = None
    day = as_of
    for number, block in enumerate(document.blocks[:BLOCKS]):
        sentence = next(sentences(document.prose, block.start, block.end, lang), None)
        if sentence is None:
            continue
        if day is None:
            day = _day(sentence)
            month = month or _month(sentence)
        title = block.kind == "heading" or number == 0
        if title and len(sentence.words) <= TITLE_TOKENS and len(document.blocks) > 1:
            for name, dated in _places(sentence):
                home, place = home or name, place or (None if dated else name)
            subject = subject or _subject(sentence)
    month = None if day is not None else month
    return Defaults(day, place, subject, month=month, home=home)


class Codes:
    """The currency codes that a document writes: `CHF 4,500` settles what its `francs` are."""

    def __init__(self, document: Document, lang: Language, home: str | None = None) -> None:
        self._prose, self._currencies = document.prose, lang.currencies
        #: The currency of the title's country.
        self._own = lang.currencies.countries.get(home or "")

    @cached_property
    def written(self) -> frozenset[str]:
        """The codes that stand in the document, looked for when a shared name first comes."""
        return frozenset(_CODE.findall(self._prose))

    def settled(self, fact: Fact) -> str | None:
        """The code of an amount; that of a shared name is the only one written that it may mean.

        Where none is written it is that of the title's country. A country beside the amount has
        settled it before, and outranks the rest of the document.
        """
        currency = self._currencies.names.meaning((fact.unit_text or "").lower())
        if currency is None or not currency.choice or fact.unit != currency.code:
            return fact.unit
        codes = currency.choice & self.written
        if not codes and self._own in currency.choice:
            return self._own
        return next(iter(codes)) if len(codes) == 1 else fact.unit


def _day(sentence: Sentence) -> date | None:
    """The first full date, of a line without a verb or led to by names alone.

    What happened on a day, or has gone on since, was not written on it.
    """
    tags, since = sentence.tags, sentence.lang.dates.since
    dateline = dates.DATELINE.match(tags)
    led = dateline.end() if dateline and FINITE.search(tags) else len(tags)
    for at, tag in enumerate(tags[: TITLE_TOKENS * 2]):
        if at > led or _EVENT.search(tags, 0, at):
            return None
        if at and sentence.words[at - 1].lower in since:
            continue
        if tag == "#" or sentence.words[at].lower in sentence.lang.dates.months:
            point = dates.read(sentence, at)
            if point is not None and point.year and point.month and point.day:
                try:
                    return date(point.year, point.month, point.day)
                except ValueError:
                    return None
    return None


def _month(sentence: Sentence) -> date | None:
    """The first month with its year, in a line without a verb."""
    if len(sentence.words) > TITLE_TOKENS or FINITE.search(sentence.tags):
        return None
    for at, word in enumerate(sentence.words):
        if word.lower in sentence.lang.dates.months:
            point = dates.read(sentence, at)
            if point is not None and point.year and point.month:
                return date(point.year, point.month, 1)
    return None


def _places(sentence: Sentence) -> list[tuple[str, bool]]:
    """The places of a title, each with whether it is the town of a dateline; none of a byline.

    Nor of a title whose clauses name one each: `Boat sinks off Libya as claims in Malta rise`.
    """
    if "by" in sentence.words[0].roles:
        return []  # By Anna Lind in The Hague
    countries = sentence.lang.currencies.countries
    found: list[tuple[str, bool]] = []
    at, size, behind = 0, len(sentence.words), 0
    while at < size:
        place = _place(sentence, at)
        at += 1
        if place is None:
            continue
        if behind and sentence.tags[behind] != ":" and "s" in sentence.tags[behind:at]:
            return []
        name, last = place
        joined = _joined(sentence, last)
        if joined is not None:
            name, last = f"{name} {joined[0]}", joined[1]
        first = sentence.tags[behind : behind + 1] in _NOUNS and _is_led(sentence, at - 1)
        dated = name not in countries and _is_dated(sentence, last)
        found.insert(0 if first else len(found), (name, dated))
        at = behind = last
    return found


def _is_led(sentence: Sentence, at: int) -> bool:
    """`Sudan crisis: Cuts in eastern Chad`: does a preposition of place lead to a token?"""
    while at and sentence.tags[at - 1] in "dj":
        at -= 1
    return at > 0 and "place" in sentence.words[at - 1].roles


def _place(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """The place that begins at a token, by its own name where it is in capitals: `IN YEMEN`."""
    if _is_in_capitals(sentence, at):
        return sentence.lang.capital_places.match(sentence.words, at)
    last = known(sentence, at)
    if last is None or sentence.tags[last : last + 1] == "$":  # in US$
        return None
    return sentence.text(at, last), last


def _joined(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """What a conjunction at a token adds to a place: `and the Horn of Africa`."""
    if sentence.tags[at : at + 1] != "c":
        return None
    start = at + 1 + (sentence.tags[at + 1 : at + 2] == "d")
    more = _place(sentence, start) if start < len(sentence.words) else None
    if more is None:
        return None
    words = " ".join(word.lower for word in sentence.words[at:start])
    return f"{words} {more[0]}", more[1]


def _is_in_capitals(sentence: Sentence, at: int) -> bool:
    """Does a token stand in a line without a small letter?"""
    start, prose = sentence.starts[at], sentence.prose
    if not sentence.words[at].text.isupper():
        return False
    end = prose.find("\n", start)
    return prose[prose.rfind("\n", 0, start) + 1 : end if end >= 0 else len(prose)].isupper()


def _is_dated(sentence: Sentence, at: int) -> bool:
    """`Geneva, 14 October 2024`: does a day follow at once?"""
    at += sentence.tags[at : at + 1] in (",", "(")
    point = dates.read(sentence, at) if at < len(sentence.words) else None
    return point is not None and point.day is not None


def _subject(sentence: Sentence) -> str | None:
    bodies = sentence.lang.bodies
    for at in range(len(sentence.words)):
        found = bodies.match(sentence.words, at)
        if found is not None:
            return sentence.text(at, found[1])
    return None
