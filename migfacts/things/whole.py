"""Whole: the sentence of a number, as far as it tells what the number is about."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

from migfacts.languages.checking import Checking
from migfacts.things.clauses import Tokens, content, names_of

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

#: In a period that goes on.
OPEN: Final = ".."
#: How far back a name is remembered that a pronoun stands for, in characters.
REMEMBERED: Final = 300
#: A sentence of more numbers than this is a list of them.
CROWD: Final = 6
#: A number from this on hardly stands in two texts by chance, unless it is a year or a rank.
SHARED: Final = 20
UNSHARED: Final = frozenset(("date", "ordinal"))


class Whole:
    """A sentence as its facts are compared; few ever are, so that it is read when first asked."""

    def __init__(self, passage: Passage, checking: Checking, tokens: Tokens) -> None:
        self._read = (passage, checking, tokens)
        self.timely = checking.timely
        self.present = checking.shared["now"]
        self.takers = checking.shared["takers"]

    @property
    def skeleton(self) -> str:
        """The sentence with a letter in place of each fact."""
        return self._read[0].skeleton

    @property
    def crowded(self) -> bool:
        """Does it hold so many numbers that its words tell nothing of one of them?"""
        return len(self._read[0].facts) > CROWD

    @property
    def is_title(self) -> bool:
        """Is it the title of its document?"""
        passage = self._read[0]
        return passage.kind == "heading" and not passage.block

    @property
    def adjacent(self) -> bool:
        """Does it stand directly behind the sentence with numbers before it?"""
        return self._read[0].adjacent

    @cached_property
    def asked(self) -> bool:
        """Does it tell of an appeal, a need or a budget?"""
        passage, checking, _ = self._read
        return checking.has("asked", passage.skeleton)

    @property
    def before(self) -> str:
        """What stands before it in its document, as far back as a name is remembered."""
        sentence = self._read[0].sentence
        start = sentence.starts[0]
        return sentence.prose[max(0, start - REMEMBERED) : start]

    @property
    def text(self) -> str:
        """Its words as they are written."""
        sentence = self._read[0].sentence
        return sentence.text(0, len(sentence.words))

    @cached_property
    def values(self) -> frozenset[tuple[str, Decimal]]:
        """Its numbers that two texts hardly share by chance, with their kinds."""
        return frozenset(
            (fact.kind, fact.value)
            for fact in self._read[0].facts
            if fact.value is not None and fact.value >= SHARED and fact.kind not in UNSHARED
        )

    @cached_property
    def then(self) -> bool:
        """Does it point to a time told elsewhere: `during those twelve months`, `in that year`?"""
        passage, checking, _ = self._read
        pattern = checking.pattern(r"\b{pointing} (?:T|{stretch_of_time}\b)")
        return pattern.search(passage.skeleton) is not None

    @cached_property
    def compares(self) -> bool:
        """Does it hold one number against another, or against one of a wider whole?"""
        passage, checking, _ = self._read
        return any(
            checking.has(name, passage.skeleton) for name in ("compared", "contrasting", "wider")
        )

    @cached_property
    def denied(self) -> bool:
        """Does it say that something is not so?"""
        passage, checking, _ = self._read
        return checking.has("denied", passage.skeleton)

    @cached_property
    def ours(self) -> bool:
        """Does it say `we` or `our`, or begin with `it` or `its`?"""
        passage, checking, _ = self._read
        words = passage.sentence.words
        if checking.has("theirs", words[0].lower):
            return True
        return any("we" in word.roles for word in words)

    @cached_property
    def around(self) -> frozenset[str]:
        """Its content words."""
        passage, checking, tokens = self._read
        every = [*range(len(passage.sentence.words))]
        return frozenset(content(passage, checking, tokens, every)[0])

    @cached_property
    def named(self) -> frozenset[str]:
        """Its names and months."""
        return names_of(*self._read)

    @cached_property
    def since(self) -> bool:
        """Does it tell of a time that goes on: `since 2017`?"""
        return any(OPEN in (fact.period or "") for fact in self._read[0].facts)

    @property
    def lasts(self) -> bool:
        """Does it tell of a length of time: `over those eight years`?"""
        return any(fact.kind == "duration" for fact in self._read[0].facts)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        dates = (fact.period for fact in self._read[0].facts if fact.kind == "date")
        return frozenset(period[:4] for period in dates if period is not None)

    @cached_property
    def months(self) -> frozenset[str]:
        """Its months."""
        return self.named & self._read[1].months

    def currencies(self, name: str) -> frozenset[str]:
        """The codes that a name of several currencies may stand for: `kroner`."""
        found = self._read[1].language.currencies.names.meaning(name.lower())
        return found.choice if found is not None else frozenset()

    @cached_property
    def levels(self) -> frozenset[str]:
        """How wide the territories are that it speaks of, and of what sort the years."""
        passage, checking, _ = self._read
        known = checking.levels
        return frozenset(known[w.lower] for w in passage.sentence.words if w.lower in known)

    @cached_property
    def owners(self) -> frozenset[str]:
        """Its proper names, one that it begins with among them: whose a number may be."""
        passage, checking, _ = self._read
        sentence = passage.sentence
        first = sentence.words[0]
        opens = sentence.tags[0] == "X" and first.capital
        return self.named | ({checking.canonical(first.lower)} if opens else frozenset())

    @cached_property
    def now(self) -> bool:
        """Does it tell how things are today?"""
        passage, checking, _ = self._read
        return checking.has("now", passage.skeleton)

    @cached_property
    def sorts(self) -> frozenset[str]:
        """The ages and sexes of people it tells of."""
        return self.around & self._read[1].sorts

    @cached_property
    def not_now(self) -> bool:
        """Does it tell how things were before, or will be: `until March`, `for next year`?"""
        passage, checking, _ = self._read
        until = checking.pattern(r"^{until} [^A-Z]").match(passage.skeleton) is not None
        compared = checking.pattern(r"{than} (?:{in} )?{not_now}")  # more than the year before
        return until or checking.has("not_now", compared.sub("", passage.skeleton))

    @cached_property
    def past(self) -> bool:
        """Does it tell how things were?"""
        passage, checking, _ = self._read
        return checking.has("past", passage.skeleton)
