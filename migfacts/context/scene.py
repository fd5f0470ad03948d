"""The scene: a sentence with its quantities, and what its document says by default."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple

from migfacts.context import relative
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence


class Defaults(NamedTuple):
    """What title and dateline say for a whole document."""

    day: date | None = None
    place: str | None = None
    subject: str | None = None


class Mention(NamedTuple):
    """A place or a date in a sentence: tokens `first` up to `last`, and what it says."""

    first: int
    last: int
    says: str


class Scene:
    """What the questions of context look at. Lists are made when first asked for."""

    def __init__(self, sentence: Sentence, quantities: list[Quantity], defaults: Defaults) -> None:
        self.sentence = sentence
        self.quantities = quantities
        self.defaults = defaults
        self.facts = [q for q in quantities if q.kind != "date"]

    @cached_property
    def dates(self) -> list[Mention]:
        """The dates of the sentence, `last year` among them where the document's date is known."""
        found = [
            Mention(q.first, q.last, q.period)
            for q in self.quantities
            if q.kind == "date" and q.period is not None
        ]
        return sorted([*found, *relative.find(self.sentence, self.defaults.day)])

    @cached_property
    def places(self) -> list[Mention]:
        """The places of the sentence that stand behind a preposition of place."""
        from migfacts.context import place

        return place.find(self.sentence)

    def governing(self, mentions: list[Mention], quantity: Quantity) -> str | None:
        """The date or place that governs a quantity.

        The next one behind it, where no other fact stands between; else the last one before it;
        else the only one of the sentence.
        """
        if not mentions:
            return None
        before = None
        for mention in mentions:
            if mention.first >= quantity.last:
                if not self._fact_between(quantity.last, mention.first):
                    return mention.says
                break
            before = mention
        if before is not None:
            return before.says if self._leads(before, quantity) else None
        return mentions[0].says if len(mentions) == 1 else None

    def _fact_between(self, start: int, end: int) -> bool:
        tags = self.sentence.tags
        return any(start <= fact.first < end for fact in self.facts) or ";" in tags[start:end]

    def _leads(self, mention: Mention, quantity: Quantity) -> bool:
        """Does a mention before a quantity reach it: at the start of the sentence, or of its clause?"""
        tags = self.sentence.tags
        if ";" in tags[mention.last : quantity.first]:
            return False
        if not self._fact_between(0, mention.first):
            return True
        return not self._fact_between(mention.last, quantity.first)
