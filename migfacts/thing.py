"""Things: what each number of a document is about, as far as it can be compared with others.

Two numbers are compared only if they are surely about the same thing. A `Thing` holds the words
of a fact's clause, each as its class of synonyms, and what would tell it from others.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.clauses import Tokens, content, names_of
from migfacts.fact import Fact
from migfacts.languages.checking import Checking

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage


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
#: How far back a name is remembered that a pronoun stands for, in characters.
REMEMBERED: Final = 300
#: A sentence of more numbers than this is a list of them.
CROWD: Final = 6
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
    def is_asked(self) -> bool:
        """Does its sentence tell of an appeal, a need or a budget?"""
        return self.whole is not None and self.whole.asked

    @property
    def apart(self) -> frozenset[str]:
        """What tells it from others and is neither a name nor a word of time."""
        return self.names - self.named - self.timely


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
    def compares(self) -> bool:
        """Does it hold one number against another, or against one of a wider whole?"""
        passage, checking, _ = self._read
        return any(
            checking.has(name, passage.skeleton) for name in ("compared", "contrasting", "wider")
        )

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
        return until or checking.has("not_now", passage.skeleton)

    @cached_property
    def past(self) -> bool:
        """Does it tell how things were?"""
        passage, checking, _ = self._read
        return checking.has("past", passage.skeleton)
