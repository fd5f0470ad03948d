"""Things: what each number of a document is about, as far as it can be compared with others.

Two numbers are compared only if they are surely about the same thing. A `Thing` holds the words
of a fact's clause, each as its class of synonyms, and what would tell it from others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.fact import Fact

if TYPE_CHECKING:
    from migfacts.things.whole import Whole


class People(NamedTuple):
    """What is known of the people that a number counts.

    `happening` is what happens to them: `the 27 arrests`, `27 people were arrested`. `anyone`: they
    are of no sort, `some`: of an age or a sex. `are`: is it known that they are people?
    """

    happening: frozenset[str] = frozenset()
    anyone: bool = False
    some: bool = False
    are: bool = False


NOBODY: Final = People()


class Beginning(NamedTuple):
    """What began on a date: the event, the noun of what began, and what tells it from others.

    The noun is empty where it is told elsewhere in the sentence: `since its foundation`. `names`
    are those in its noun phrase, `contrasts` words such as `new` and `second`.
    """

    event: str
    head: str
    contrasts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


class Day(NamedTuple):
    """The weekday that is said of a date, and that which it was; is there no such day?"""

    said: str | None = None
    real: str | None = None
    missing: bool = False


NO_DAY: Final = Day()
#: Of a period to its month, `2024-03`, in characters.
MONTH: Final = 7
#: Kinds that say of one thing how long, large or dear it is.
DESCRIBING: Final = frozenset(("money", "measure", "duration"))


class Title(NamedTuple):
    """The title of a document in small letters, and the names in it of two words and more.

    `words` are its words as they are compared, `times` its months, and its years.
    """

    text: str
    names: frozenset[str]
    words: frozenset[str] = frozenset()
    times: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    #: The words with a capital that no word list knows, as they are compared: `maru`.
    proper: frozenset[str] = frozenset()
    #: The nouns of bodies and places that can be founded.
    founded: frozenset[str] = frozenset()
    #: Does it say that the document tells of plans: `proposal`?
    plans: bool = False
    #: How wide the territories are that it names: a city, a country.
    levels: frozenset[str] = frozenset()
    #: The line below it in small letters, up to its number, and that: `weekly note `, `36`.
    edition: tuple[str, str] | None = None


class Thing(NamedTuple):
    """A fact, and what tells it from others.

    `words` are the content words of its clause without the counted noun, `names` those of them
    that tell one thing from another: names, months, sexes, `new`, `other`. `whole` tells of its
    sentence. `definite`: it is told as something known, `the 1,540 scholarships`. `document` tells
    documents apart.
    """

    fact: Fact
    sentence: int
    document: int
    day: str | None = None
    head: str = ""
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    partitive: bool = False
    #: When it holds; None where it holds `today`, so that a date would tell only when it was said.
    period: str | None = None
    #: The denominator, `month` also of `a monthly stipend`.
    per: str | None = None
    whole: Whole | None = None
    #: May it be an error that is quoted?
    quoted: bool = False
    #: The content words that narrow its noun, up to its verb: `in the platform`.
    complement: frozenset[str] = frozenset()
    #: The place that the title of its document names.
    home: str | None = None
    #: What the title of its document says.
    title: Title | None = None
    #: `The 19 mobile clinics`: do they point back to the only ones that were counted before?
    points_back: bool = False
    people: People = NOBODY
    #: The words of the place that its row of a table names; None outside tables.
    row: frozenset[str] | None = None
    #: The nouns for people in its clause, beside its own.
    others: frozenset[str] = frozenset()
    #: Of a date: what is said of its day.
    said_day: Day = NO_DAY
    #: Of a date: what began on it.
    begun: Beginning | None = None
    is_move: bool = False
    #: Is it what something rose or fell to, and not by how much?
    level: bool = False
    #: Is it told as more than what was told before: `a further 40 houses`?
    adds: bool = False
    is_share_of_all: bool = False

    @property
    def kind(self) -> str:
        """The kind of the fact; a number of people, `a death toll of 67`, is a count."""
        counts = self.fact.kind == "number" and self.people.are
        return "count" if counts else self.fact.kind

    @property
    def around(self) -> frozenset[str]:
        """The content words of its sentence."""
        return self.whole.around if self.whole is not None else self.words

    @property
    def days(self) -> frozenset[str]:
        """The days of months, without their year, that its clause names: `31 march`."""
        return frozenset(name for name in self.names if " " in name and name[0].isdigit())

    @property
    def timely(self) -> frozenset[str]:
        """The words that tell only when something holds or was said."""
        return self.whole.timely if self.whole is not None else frozenset()

    @property
    def titled(self) -> frozenset[str]:
        """The words of the title of its document."""
        return self.title.words if self.title is not None else frozenset()

    @property
    def named(self) -> frozenset[str]:
        """The names and months in its sentence."""
        return self.whole.named if self.whole is not None else frozenset()

    @property
    def months(self) -> frozenset[str]:
        """The months that its sentence names."""
        return self.whole.months if self.whole is not None else frozenset()

    @property
    def sorts(self) -> frozenset[str]:
        """The ages and sexes of people that its sentence tells of."""
        return self.whole.sorts if self.whole is not None else frozenset()

    @property
    def rate(self) -> frozenset[str]:
        """Its denominators, those left out that a grant has without saying: `per household`."""
        parts = self.per.split(" / ") if self.per is not None else []
        return frozenset(parts) - self.whole.takers if self.whole is not None else frozenset(parts)

    @property
    def skeleton(self) -> str:
        """Its sentence with a letter in place of each fact."""
        return self.whole.skeleton if self.whole is not None else ""

    @property
    def speaker(self) -> frozenset[str]:
        """The names in the title of its document, if its sentence speaks for them: `we`, `it`."""
        ours = self.whole is not None and self.whole.ours
        return self.title.names if ours and self.title is not None else frozenset()

    @property
    def levels(self) -> frozenset[str]:
        """How wide a territory its sentence tells of, or else the title of its document."""
        own = self.whole.levels if self.whole is not None else frozenset()
        return own or (self.title.levels if self.title is not None else frozenset())

    @property
    def denied(self) -> bool:
        """Does its sentence say that something is not so?"""
        return self.whole is not None and self.whole.denied

    @property
    def title_plans(self) -> bool:
        """Does the title of its document say that plans are told?"""
        return self.title is not None and self.title.plans

    @property
    def is_asked(self) -> bool:
        """Does its sentence tell of an appeal, a need or a budget?"""
        return self.whole is not None and self.whole.asked

    @property
    def apart(self) -> frozenset[str]:
        """What tells it from others and is neither a name nor a word of time."""
        return self.names - self.named - self.timely - self.days
