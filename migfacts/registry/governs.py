"""Which entries of facts.toml govern a number."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import Checking, checking
from migfacts.registry import Entry, Registry, wordings
from migfacts.registry.conditions import is_close, is_disordered, names, same_period, same_unit
from migfacts.registry.wordings import Wording
from migfacts.things import noun
from migfacts.things.standing import ASKED, HARMLESS
from migfacts.things.thing import Thing
from migfacts.units import DAYS_OF

#: An entry of so many words is known wherever they are said; the document's place tells no other.
TELLING: Final = 3
#: A name in the middle of a sentence.
_NAME: Final = precompiled(r"[\w,] [^\W\d_a-z]\w")


def _is_lone(thing: Thing) -> bool:
    """Is it the only amount of its sentence, so that all of the sentence is about it?"""
    values = thing.whole.values if thing.whole is not None else frozenset()
    return sum(kind == "money" for kind, _ in values) == 1


class Matcher:
    """The entries of a registry, by what they count."""

    def __init__(self, registry: Registry, language: str) -> None:
        self.words: Checking = checking(language)
        self._shares = frozenset(
            map(self.words.canonical, self.words.language.lexicon.having("counter"))
        )
        self._same = frozenset(map(self.words.canonical, self.words.shared["same"]))
        self._givers = frozenset(map(self.words.canonical, self.words.language.actors))
        self._entries = [self._read(entry) for entry in registry.entries]

    def _read(self, entry: Entry) -> tuple[Entry, list[Wording]]:
        """An entry, with the unit that it names where it has none, and its wordings."""
        unit, entity = wordings.measured(self.words, entry.entity)
        if unit is not None and entry.unit in (None, unit):
            entry = msgspec.structs.replace(entry, unit=unit, entity=entity)
        said = (entry.entity, *entry.aliases)
        return entry, [wording for text in said for wording in wordings.read(self.words, text)]

    def entries(self, thing: Thing, *, narrower: bool = False) -> list[Entry]:
        """The entries that govern a number.

        Args:
            narrower: also those of which it tells only some: `12 people displaced got shelter`.
        """
        fact = thing.fact
        if fact.kind in ("date", "ordinal") or thing.partitive or (fact.change and not thing.level):
            return []
        return [
            entry
            for entry, wordings in self._entries
            if self._same_unit(thing, entry)
            and any(
                self._says(thing, (entry, wordings), wording, narrower=narrower)
                and self._applies(thing, entry, wording.words)
                for wording in wordings
            )
            and not (fact.statistic and fact.kind == "count")
        ]

    def _says(
        self, thing: Thing, named: tuple[Entry, list[Wording]], wording: Wording, *, narrower: bool
    ) -> bool:
        """Do the words of the number's clause say all of the wording, and nothing narrower?"""
        entry, wordings = named
        thing = self._first(thing, wording)
        said = thing.words | thing.modifiers | {thing.head}
        if thing.fact.kind == "money" and _is_lone(thing):
            said |= thing.around  # under the appeal, donors are asked for USD 3 million
        wanted = wording.words
        if thing.per is not None:
            period = self.words.language.denominators.adverbs.meaning
            wanted = frozenset(word for word in wanted if period(word) != thing.per)
        if thing.fact.kind == "percent":
            wanted -= self._shares  # share of women among migrant workers
        wanted = (wanted - self.words.light) or wanted  # unemployment rate, the centre can hold
        if not wanted or not wanted <= said:
            return False
        anyone = thing.head in self.words.anyone and wording.head in thing.words  # people in need
        happened = wording.head == self.words.person and thing.people.happening & wanted
        anyone = anyone or (bool(happened) and not thing.people.some)
        if thing.fact.kind == "count" and thing.head != wording.head and not anyone:
            return False
        giver = thing.fact.kind == "money" and self._is_giver(thing.head)
        if not giver and thing.modifiers - wording.words - wording.said:
            return False
        if any(word[0].isdigit() and word not in thing.fact.sentence for word in wording.said):
            return False  # the cost of sending USD 200, and not 500
        if wanted <= thing.modifiers | {thing.head} and is_disordered(thing, entry):
            return True  # helped 14,280 resettled refugees, and not 12,480, to reach new homes
        known = self._own(entry, thing.home) | self.words.shared["now"] | self._titled(thing)
        known = known.union(*(each.words | each.said for each in wordings))
        distributive = self.words.shared["each"] if thing.fact.kind != "count" else frozenset()
        strange = thing.names - known - {thing.head} - distributive - self._dating(thing)
        if any(self.words.language.lexicon.tags.get(word) != "g" for word in strange):
            return False  # of a negation the number itself is free: it need not be paid back
        if thing.definite and thing.fact.kind == "count":
            return True
        if thing.fact.kind != "count" and thing.head and thing.head == wording.head:
            return True  # a grant of USD 130 is one, whoever receives it
        return narrower or not self._narrower(thing, wording)

    def _titled(self, thing: Thing) -> frozenset[str]:
        """The words of the subject of a number that the title has: the document's own."""
        subject = frozenset(map(self.words.canonical, (thing.fact.subject or "").lower().split()))
        return subject & thing.title.words if thing.title is not None else frozenset()

    def _is_giver(self, head: str) -> bool:
        """`Humanitarian partners seek USD 2 billion`: no noun of what the amount is for."""
        return head in self.words.people or head in self._givers

    def _dating(self, thing: Thing) -> frozenset[str]:
        """The words for a time beside the dates of a number: `for the years 2024 to 2026`."""
        if thing.fact.period is None:
            return frozenset()
        unit = self.words.language.units.words.meaning
        timely = frozenset(word for word in thing.names if unit(word) in DAYS_OF)
        return timely | (self._same if timely else frozenset())  # in the same month

    def _first(self, thing: Thing, wording: Wording) -> Thing:
        """The first noun of two where a wording names it: `173 member states and offices`."""
        if thing.head == wording.head:
            return thing
        tags = self.words.language.lexicon.tags
        lemma = (thing.fact.entity_lemma or "").lower().split()
        at = next((at for at, word in enumerate(lemma) if tags.get(word) == "c"), 0)
        if not at:
            return thing
        first = msgspec.structs.replace(thing.fact, entity_lemma=" ".join(lemma[:at]))
        head, modifiers = noun(self.words, first)
        return thing._replace(head=head, modifiers=modifiers)

    def _narrower(self, thing: Thing, wording: Wording) -> bool:
        """Does something happen to what is counted that the wording does not tell?"""
        told = len(wording.words) >= TELLING and wording.words <= thing.words
        if told and thing.fact.kind == "percent" and thing.head not in wording.words:
            return False  # the average cost of a transfer is 6 per cent of the amount sent
        own = map(self.words.canonical, (thing.fact.entity_lemma or "").lower().split())
        verbs = thing.verbs - wording.words - self.words.neutral - {thing.head, *own}
        if noun(self.words, thing.fact)[0] in self.words.suffered & wording.words:
            verbs -= self.words.recording  # received 12,000 applications
        if wording.words & self.words.asking:
            verbs -= self.words.asking  # the appeal asks for USD 3 million
        return bool(verbs)

    def _own(self, entry: Entry, home: str | None) -> frozenset[str]:
        text = " ".join((*entry.subjects, entry.place or home or "")).lower()
        words = re.findall(r"[^\W_]+", text)
        return frozenset(words) | frozenset(
            self.words.canonical(self.words.owner(word)) for word in words
        )

    def _applies(self, thing: Thing, entry: Entry, words: frozenset[str]) -> bool:
        """Are subject, period, place and standing those of the entry?"""
        fact = thing.fact
        asked = ASKED if self.words.has("asked", entry.entity.lower()) else frozenset()
        if frozenset(fact.scope) - HARMLESS - asked - {"cumulative", "received"}:
            return False
        if not (same_period(thing, entry) or self._at_end(fact, entry)):
            return False
        if self._is_of_an_area(thing, entry, words):
            return False
        place = fact.place or thing.home
        if entry.place is not None and not names(entry.place, place, thing):
            return False
        if not entry.subjects:
            return (
                place is None
                or entry.place is not None
                or self._is_named(place, entry)
                or (len(words) >= TELLING and place.lower() not in fact.sentence.lower())
                or (place == thing.home and self._is_of_all(thing, entry))
            )
        return any(self._is_subject(subject, thing) for subject in entry.subjects)

    def _is_of_an_area(self, thing: Thing, entry: Entry, words: frozenset[str]) -> bool:
        """`In the two border provinces it trained 385 nurses`: does it count only some of them?"""
        fact = thing.fact
        whole = entry.value or entry.high
        if fact.kind != "count" or fact.value is None or whole is None or fact.value >= whole:
            return False
        if is_close(fact, entry):
            return False
        own = self._own(entry, thing.home) | words
        said = set(
            map(self.words.language.singular, re.findall(r"[^\W\d_]+", fact.sentence.lower()))
        )
        return bool((said & self.words.shared["areas"]) - own)

    def _is_of_all(self, thing: Thing, entry: Entry) -> bool:
        """Dated from a place: is it close to the entry's number, or told as one of all?"""
        return bool(thing.words & self.words.amounts) or is_close(thing.fact, entry)

    def _at_end(self, fact: Fact, entry: Entry) -> bool:
        """`At the end of 2023` is the last day of that year."""
        period, last = fact.period or "", (entry.period or "")[-len("-12-31") :]
        whole = len(period) == len("2023") and (entry.period or "").startswith(period)
        return whole and last == "-12-31" and self.words.has("at_end", fact.sentence.lower())

    def _is_named(self, place: str, entry: Entry) -> bool:
        """Do the wordings of an entry name the place themselves: `remittances to Bor`?"""
        names = place.lower().replace("’", "'").split()
        said = frozenset(map(self.words.canonical, names))
        return any(
            said <= wording.words
            for one, wordings in self._entries
            if one is entry
            for wording in wordings
        )

    def _same_unit(self, thing: Thing, entry: Entry) -> bool:
        fact = thing.fact
        wanted = (entry.per, self._period(entry))
        if thing.per not in wanted and not (
            fact.kind == "money" and (" / ".join(sorted(thing.rate)) or None) in wanted
        ):
            return False
        return same_unit(fact, entry)

    def _period(self, entry: Entry) -> str | None:
        """The denominator that the wordings of an entry name: `monthly stipend`."""
        if entry.per is not None:
            return entry.per
        said = self.words.language.denominators.adverbs.meaning
        words = " ".join((entry.entity, *entry.aliases)).lower().split()
        return next((per for word in words if (per := said(word))), None)

    def _is_subject(self, subject: str, thing: Thing) -> bool:
        wanted = subject.lower()
        said = (thing.fact.subject or "").lower()
        if wanted in said.split() or said.endswith(wanted) or wanted in thing.fact.sentence.lower():
            return True
        titled = thing.title is not None and wanted in thing.title.text
        if titled and said and said.split()[-1] in wanted.split():  # the treaty
            return True
        here = thing.home is not None and wanted == thing.home.lower()
        if here and thing.fact.place in (thing.home, None):
            return True
        return self._is_resumed(subject, thing, titled=titled)

    def _is_resumed(self, subject: str, thing: Thing, *, titled: bool) -> bool:
        """`The Reef Fund helps sailors. Its budget is …`: the last name before, taken up again?

        Args:
            titled: does the title name it? `In the country 400 people …` takes it up then.
        """
        if thing.whole is None:
            return False
        said = thing.whole.text.lower()
        if titled and self.words.has("the_place", said):
            return True
        _, named, since = thing.whole.before.rpartition(subject)
        if not named or _NAME.search(since):
            return False
        nouns = set(subject.lower().split())
        definite = self.words.pattern(r"{definite} ([^\W\d_]+)")
        return self.words.has("theirs", said) or any(
            match[1] in nouns for match in definite.finditer(said)
        )
