"""Beginnings: when a body, a place or a programme was founded or opened, so far as a date tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from migfacts.grammar import (
    Phrase,
    counted_phrase,
    phrase_before,
    skip_determiners,
    subject_phrase,
)
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import Checking
from migfacts.things.clauses import Tokens, content
from migfacts.things.standing import overlap
from migfacts.things.thing import MONTH, Beginning, Thing

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage
    from migfacts.tokens import Sentence

#: How many tokens may stand between the date and the word for the beginning.
NEAR: Final = 8
#: Tags with which the object of a verb begins.
_OBJECT: Final = frozenset("dnNkKjwX#")
#: Behind a name that a noun phrase does not end with.
_GOES_ON: Final = precompiled("[jDG]?[nkNKb]+")
#: Tags of what parts a date from a beginning before it.
_PARTING: Final = frozenset("E;:vVx")


def read(passage: Passage, checking: Checking, tokens: Tokens, at: int) -> Beginning | None:
    """What began on a date: `The centre was founded in 1987`, `since its opening in May 2019`."""
    sentence = passage.sentence
    first, parted = tokens.firsts[at], False
    for place in range(first - 1, max(first - NEAR, 0) - 1, -1):
        if place in tokens.numbers:
            return None  # Azra was opened in 2013, Nural in 2019
        if sentence.tags[place] in _PARTING and place < first - 1:
            parted = True
        known = checking.synonyms.match(sentence.words, place)
        event = known[0] if known is not None else checking.canonical(sentence.words[place].lower)
        if event in checking.beginnings:
            behind = known[1] if known is not None else place + 1
            return _of(passage, checking, tokens, range(place, behind), event)
        if parted:
            break
    return None


def _of(
    passage: Passage, checking: Checking, tokens: Tokens, said: range, event: str
) -> Beginning | None:
    """What began, by the tokens of the word for the beginning."""
    words, tags, place = passage.sentence.words, passage.sentence.tags, said.start
    acts = tags[place] in "vVDzb" and not (place and tags[place - 1] in "xmy")
    if acts and place and tags[said.stop : said.stop + 1] in _OBJECT:
        return None  # the bank opened a branch in 2014
    phrase = _subject(passage.sentence, place)
    if phrase is None:
        verb = _verb(tags, place)
        owned = verb > 0 and tags[verb - 1] in "du"  # its foundation, it was opened
        return Beginning(event, "") if owned else None
    _, names, _ = content(passage, checking, tokens, [*range(phrase.first, phrase.last)])
    head = checking.canonical(words[phrase.last - 1].lower)
    definite, lead = checking.shared["definite"], words[max(phrase.first - 1, 0)]
    known = phrase.first > 0 and lead.lower in definite
    named = any(word.capital for word in words[max(phrase.first, 1) : phrase.last])
    if head not in checking.founded or not (known or named):
        return None  # registration opened, a school opened
    contrasts = frozenset(names & checking.contrasts)
    return Beginning(event, head, contrasts, frozenset(names) - contrasts)


def _verb(tags: str, place: int) -> int:
    """Where the verb group begins that a token stands in."""
    while place and tags[place - 1] in "xmyD":
        place -= 1
    return place


def _subject(sentence: Sentence, place: int) -> Phrase | None:
    """What was founded: before its verb, before `'s foundation`, or behind `Founded in 1987,`."""
    tags = sentence.tags
    if place and tags[place - 1] in "dS" and tags[place] not in "vVD":
        if tags[place + 1 : place + 2] == "o":
            return counted_phrase(sentence, skip_determiners(sentence, place + 2))
        return phrase_before(sentence, place) if tags[place - 1] == "S" else None
    start = _verb(tags, place)
    if start == 0 or tags[start - 1] in '"*':
        comma = tags.find(",", place)
        if comma < 0:
            return None
        return counted_phrase(sentence, skip_determiners(sentence, comma + 1))
    if tags[start - 1] == "," and tags[place] == "D":
        return phrase_before(sentence, start - 1)  # the centre, founded in 1987, is old
    phrase = subject_phrase(sentence, start)
    if phrase is not None and _GOES_ON.fullmatch(tags, phrase.last, start):
        return Phrase(phrase.first, start)  # the Harbour Street legal clinic
    return phrase


def same_beginning(one: Thing, other: Thing) -> bool:
    """Do two dates surely tell of one beginning?"""
    if (one.document, one.sentence) == (other.document, other.sentence):
        return False
    a, b = one.begun, other.begun
    if a is None or b is None or a.event != b.event or a.contrasts != b.contrasts:
        return False
    if a.head and b.head and a.head != b.head:
        return False
    if not (a.head or b.head) and not _one_founded(one, other):
        return False  # it opened, its opening
    here, there = one.around | one.titled, other.around | other.titled
    if not {a.head, b.head} - {""} <= here & there:
        return False
    here, there = one.named - other.named, other.named - one.named
    if (here and there) or not (here | there) <= a.names | b.names | one.titled | other.titled:
        return False
    return one.document == other.document or _is_one_name(one, other)


def _one_founded(one: Thing, other: Thing) -> bool:
    """Do the titles of two documents name one body or place of one sort?"""
    if one.document == other.document or one.title is None or other.title is None:
        return False
    return bool(one.title.founded & other.title.founded)


def _is_one_name(one: Thing, other: Thing) -> bool:
    """Is there a name in the sentence or the title of the one that the other document tells too?"""
    names: frozenset[str] = frozenset()
    if one.title and other.title:
        names = one.title.names & other.title.names or one.title.proper & other.title.proper
    again = one.named & (other.named | other.titled) | other.named & one.titled
    return bool(again or names)


def is_other_day(one: Thing, other: Thing) -> bool:
    """Can two dates not both be those of one beginning?"""
    a, b = one.fact.period or "", other.fact.period or ""
    seasonal = len(a) == len(b) == MONTH and a[-2:] == b[-2:]  # school opened in September
    return not (seasonal or overlap(a, b))
