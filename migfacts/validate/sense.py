"""Sense: what a fact of the right shape must hold to, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from migfacts.fact import Fact
from migfacts.fault import Complaint
from migfacts.languages.checking import checking
from migfacts.validate import numbers, period, source, unit

#: How many documents are kept; records come document by document.
_KEPT: Final = 64
Rule = Callable[[Fact], Iterator[Complaint]]


class Sense:
    """The rules for facts of documents in one language. LanguageError for one that is not read."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._document = lru_cache(maxsize=_KEPT)(source.at_hand)

    def complaints(self, fact: Fact) -> Iterator[Complaint]:
        """What is wrong with a fact, rule by rule, one complaint a field."""
        seen: set[str | None] = set()
        for complaint in self._all(fact):
            if complaint.field not in seen:
                seen.add(complaint.field)
                yield complaint

    def _all(self, fact: Fact) -> Iterator[Complaint]:
        for rule in RULES:
            yield from rule(fact)
        document = self._document(fact.path) if fact.path is not None else None
        if document is not None:
            yield from source.source(fact, document)
        if fact.kind == "percent":
            yield from self._over_100(fact)

    def _over_100(self, fact: Fact) -> Iterator[Complaint]:
        """A share of people is at most all of them; a document that says more is kept."""
        if fact.value is None or fact.value <= 100 or fact.unit != "percent" or fact.change:
            return
        noun = (fact.entity_lemma or "").lower().rpartition(" ")[2]
        if noun and noun in checking(self._lang).shared["people"]:
            yield Complaint("value", f"is {fact.value:f} per cent, but of {fact.entity}", "warning")


def lemma(fact: Fact) -> Iterator[Complaint]:
    """The lemma is that of an entity."""
    if fact.entity is None and fact.entity_lemma is not None:
        yield Complaint("entity_lemma", "is there, but no entity")


RULES: Final[tuple[Rule, ...]] = (
    source.length,
    numbers.combination,
    numbers.order,
    numbers.precision,
    unit.unit,
    lemma,
    period.period,
)
