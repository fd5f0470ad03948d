"""The scene: a sentence with its quantities, and what its document says by default."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from migfacts import grammar
from migfacts.context import comparing, edges, noted, place, relative
from migfacts.context.happening import Before
from migfacts.context.mention import Mention, marks, telling
from migfacts.fact import COUNTS, SHARES
from migfacts.grammar import Clauses, Phrase
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

if TYPE_CHECKING:
    from migfacts.context.noun import Entity


#: An open period governs what follows only from the first words of its sentence.
LEADING: Final = 3
#: A conjunction that opens a clause, up to a preposition.
_CLAUSE: Final = precompiled("(?:,|;)?[cs][jy]{0,2}p?[dj]?$|,[cs]")
#: Tags of the participle or relative with which an aside begins.
_ASIDE: Final = frozenset("DVGrb")
#: The comma that ends it, before the verb.
_CLOSED: Final = precompiled(",y?[xvVzD]")
#: Tags of what happened before it is told what holds now.
_TOLD: Final = precompiled("[vVDxzr]|,c|c[#w]")
#: How far behind a date its number may stand, in tokens.
NEXT: Final = 8
#: And how far behind a number a word may stand that tells that it holds now.
PRESENT: Final = 4


class Defaults(Struct, frozen=True):
    """What title and dateline say for a whole document, and a table for a cell."""

    day: date | None = None
    place: str | None = None
    subject: str | None = None
    #: Of a cell: what its row or the head of its column says.
    period: str | None = None
    #: The place of the title, be it that of the dateline.
    home: str | None = None
    #: The first day of the month that is told where no day is: `Letter to our donors, May 2024`.
    month: date | None = None
    #: What standing the head of a cell's column gives its numbers: `Funding received`.
    scope: tuple[str, ...] = ()


class Scene:
    """What the questions of context look at. Lists are made when first asked for."""

    __slots__ = (
        "before",
        "carried",
        "clauses",
        "concepts",
        "dates",
        "defaults",
        "entities",
        "facts",
        "firsts",
        "header",
        "noted",
        "numbers",
        "places",
        "quantities",
        "scopes",
        "sentence",
        "statistics",
    )

    def __init__(
        self,
        sentence: Sentence,
        quantities: list[Quantity],
        defaults: Defaults,
        carried: dict[bool, Entity],
        header: Entity | None = None,
        year: str | None = None,
    ) -> None:
        self.sentence = sentence
        #: The entities found so far, with their quantities, for what continues a list.
        self.entities: list[tuple[Quantity, Entity]] = []
        #: The last entity of the sentence before, of shares (True) and of counts (False).
        self.carried = carried
        #: What the head of a table's column says that its cells count or measure.
        self.header = header
        #: The concepts found so far, with their quantities.
        self.concepts: list[tuple[Quantity, list[str]]] = []
        #: What is known of the quantities before, for what goes on from them.
        self.before = Before()
        #: Which words are verbs here, for what asks about clauses.
        self.clauses = Clauses(sentence)
        self.quantities = quantities
        self.defaults = defaults
        self.facts = [q for q in quantities if q.kind != "date"]
        #: Where each fact starts, for what asks whether one stands in a stretch of tokens.
        self.firsts = [q.first for q in self.facts]
        #: The tokens of numbers and dates.
        self.numbers: set[int] = set()
        for quantity in quantities:
            taken = quantity.numeral if quantity.kind in COUNTS else quantity
            self.numbers.update(range(taken.first, taken.last))
        dates = [
            Mention(q.first, q.last, edges.says(sentence, q))
            for q in quantities
            if q.period is not None
        ]
        #: The dates of the sentence, `last year` among them where the document's date is known.
        tokens = telling(sentence)
        if tokens and (defaults.day or defaults.month or year is not None or dates):
            relatives = relative.find(
                sentence, tokens, defaults.day, dates, year, month=defaults.month
            )
            dates = sorted([*dates, *relatives]) if relatives else dates
        dates, opened = noted.since_clause(sentence, dates)
        self.dates, self.noted = noted.split(sentence, dates) if dates else (dates, [])
        #: The places behind a preposition of place.
        self.places = [
            mention
            for mention in place.find(sentence, tokens)
            if mention.last - 1 not in self.numbers  # to the US$40 appeal
            and mention.first >= opened
        ]
        #: The words that say what standing a number has, and those for averages and the like.
        self.scopes = marks(sentence, tokens, sentence.lang.scopes)
        self.statistics = marks(sentence, tokens, sentence.lang.statistics)

    def carries(self, *, shares: bool) -> Entity | None:
        """The entity of its shares or counts that the next sentence may go on from.

        The last one, though not one behind a preposition: `40 cases from 12 districts`.
        """
        alike = [each for each in self.entities if (each[0].kind in SHARES) == shares]
        own = [each for each in alike if not (self.hangs(each[0]) or self._is_among(each[0]))]
        return (own or alike)[-1][1] if alike else None

    def _is_contrasted(self, start: int, end: int) -> bool:
        """`left before 2022, whereas 18 per cent`: does a clause part a date from a number?"""
        words, tags = self.sentence.words, self.sentence.tags
        commas = (at for at in range(start, end - 1) if tags[at] == ",")
        return any(tags[at + 1] == "s" and "as" not in words[at + 1].roles for at in commas)

    def _is_among(self, quantity: Quantity) -> bool:
        """`61 survivors, among them 9 children`: does it count only some of them?"""
        at = quantity.first - 2
        return at >= 0 and any("among" in word.roles for word in self.sentence.words[at : at + 2])

    def levels(self, quantity: Quantity) -> bool:
        """Is it the level that the change before it led to: the 80 of `fell 3 points, to 80`?

        `lost 3 points to end at 80` is told with a measuring verb between.
        """
        sentence, before = self.sentence, quantity.first - 1
        if self.before.changed is None or before < 1:
            return False
        at = self.before.changed[0] + (sentence.tags[self.before.changed[0]] == ",")
        if at > before or not sentence.words[at].roles & {"to", "at"}:
            return False  # fell 3 points to 80, were down 13% at 40,000
        return at == before or grammar.measuring_verb(sentence, quantity.first) == at + 1

    def hangs(self, quantity: Quantity) -> bool:
        """Does a number hang on a preposition: the 12 of `40 cases from 12 districts`?"""
        return grammar.before_preposition(self.sentence, quantity.first) is not None

    def fact_in(self, start: int, end: int) -> Quantity | None:
        """The first fact that starts from token `start` up to, not including, token `end`."""
        at = bisect_left(self.firsts, start)
        return self.facts[at] if at < len(self.firsts) and self.firsts[at] < end else None

    def fact_over(self, phrase: Phrase) -> Quantity | None:
        """The number whose unit a phrase is: the kilogram of `SSP 2,870/kg`, the cent of shares."""
        fact = self.fact_before(phrase.last)
        if fact is None or phrase.last > fact.last or phrase.first < fact.numeral.last:
            return None
        return fact

    def verb_before(self, first: int) -> tuple[int, int] | None:
        """Where the verb group before a token begins and ends, if no fact stands between."""
        found = self.clauses.verb_before(first)
        return found if found is not None and self.fact_in(found[1], first) is None else None

    def fact_before(self, first: int) -> Quantity | None:
        """The last fact that starts before a token."""
        at = bisect_left(self.firsts, first)
        return self.facts[at - 1] if at else None

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
                if self._is_of_another(quantity, mention, led=before is not None):
                    break
                return mention.says
            if before is None or not self._is_aside(mention):
                before = mention if comparing.governs_on(self, mention, quantity) else before
        if before is not None:
            return before.says if self._leads(before, quantity) else None
        only = mentions[0]
        if len(mentions) > 1 or comparing.parts(self, quantity.last, only):
            return None
        compared, whose = comparing.compares(self, only)
        if (compared and whose is not quantity) or self._is_of_a_part(quantity.last, only):
            return None
        apart = ";" in self.sentence.tags[quantity.last : only.first]
        return None if apart or self._opens_clause(quantity.last, only) else only.says

    def _is_of_a_part(self, last: int, mention: Mention) -> bool:
        """`900 staff, 40 of whom work in Kabul`, `900 staff, including 40 in Kabul`.

        `(40 to Kabul)`: is it told of some of them?
        """
        tags, words, end = self.sentence.tags, self.sentence.words, mention.first
        comma = tags.rfind(",", last, end)
        if "ou" in tags[comma + 1 : end] and comma >= last:
            return True  # most of them in Kabul
        part = self.fact_before(end)
        if part is None or part.first < last or comma > part.first or ")" in tags[part.last : end]:
            return False
        led, theirs = part.first - 1, tags.startswith(("or", "ou"), part.last)
        among = tags[led] == "u" and "among" in words[led - 1].roles
        return theirs or among or "including" in words[led].roles or tags[led] == "("

    def _is_of_another(self, quantity: Quantity, mention: Mention, *, led: bool) -> bool:
        """Is the next date or place behind a number that of another one?"""
        last = quantity.last
        if self._fact_between(last, mention.first) or self._opens_clause(last, mention):
            return True
        compared, whose = comparing.compares(self, mention)
        if (compared and whose is not quantity) or self._is_of_a_part(last, mention):
            return True
        return comparing.parts_next(self, last, mention, led=led)

    def _opens_clause(self, last: int, mention: Mention) -> bool:
        """`in 2016 there were 37 camps, and in 2023 there were 24`: does a mention go on behind?"""
        joined = _CLAUSE.search(self.sentence.tags, last, mention.first) is not None
        return joined and self.fact_in(mention.last, mention.last + NEXT) is not None

    def _fact_between(self, start: int, end: int) -> bool:
        """`31 per cent (27–36) in Yei`: does a number stand between, but in the first bracket?"""
        closed = grammar.past_bracket(self.sentence, start)
        start = closed if closed <= end else start
        tags = self.sentence.tags
        return self.fact_in(start, end) is not None or ";" in tags[start:end]

    def _is_aside(self, mention: Mention) -> bool:
        """`Our office, opened in 2011, has 64 staff`: does it stand between two commas?

        So does what opens a sentence with a participle: `Founded in 1951, IOM has …`.
        """
        tags = self.sentence.tags
        opened = tags.rfind(",", 0, mention.first)
        if opened < 0:
            return tags[0] == "D" and tags.startswith(",", mention.last)
        return _CLOSED.match(tags, mention.last) is not None and tags[opened + 1] in _ASIDE

    def _leads(self, mention: Mention, quantity: Quantity) -> bool:
        """Does a mention reach a quantity behind it, from the start of sentence or clause?"""
        tags = self.sentence.tags
        if ";" in tags[mention.last : quantity.first] or self._is_aside(mention):
            return False
        if mention.first > LEADING and self._is_contrasted(mention.last, quantity.first):
            return False
        if mention.says.endswith("..") and mention.first > LEADING:
            return False  # an organization, promoting since 1951 …, with 175 member states
        for at in range(mention.last, min(quantity.last + PRESENT, len(tags))):
            if "present" in self.sentence.words[at].roles:  # came in 2017 and now live in 33 camps
                return _TOLD.search(tags, 0, at) is None
        if not self._fact_between(0, mention.first):
            return True
        return not self._fact_between(mention.last, quantity.first)
