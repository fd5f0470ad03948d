"""Clauses: the words around a fact that say what it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from migfacts.grammar import resolve
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import Checking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migfacts.languages.lexicon import Word
    from migfacts.relations.passage import Passage

#: Tags of numbers in digits and in words: one of the seven centres.
CARDINALS: Final = frozenset("#w")
#: Tags of content words: nouns, names, verbs, adjectives; see languages/lexicon.py.
CONTENT: Final = frozenset("nNkKXZvVDzbGjS")
VERBS: Final = frozenset("vVD")
#: Tags of `each` and `most`, which say little in `each of the 83 shelters`.
QUANTIFIERS: Final = frozenset("qdu")
#: Those of them, numbers and modals: what they say depends on what follows.
_AHEAD: Final = QUANTIFIERS | {"w", "O", "m"}
TELLING: Final = frozenset("vVDbz")
#: Tags of words that are no names, whatever letter they begin with: `Engineer: With 56 tents`.
SMALL: Final = frozenset("dpcsrumxgqt")
#: Tags of common nouns.
NOUNS: Final = frozenset("nkb")
#: `say that`, `said that the`: what is said begins.
_SAID: Final = frozenset(("vr", "Dr", "Vr", "vs", "Ds", "Vs"))
#: Tags with which something else begins behind a conjunction.
_OTHER: Final = frozenset("dvVzxm")
#: Marks at which a clause ends.
STOPS: Final = frozenset("E;:(),")
_MOST: Final = 24
_COPULA: Final = precompiled("[xmy]+")
#: A preposition and its noun phrase that open a sentence.
_OPENING: Final = precompiled(r"p[dq]?[jOXbnkS-]{0,4}[nNkKXZb](?=[,d#w])")


class Tokens(NamedTuple):
    """First and last token of each fact of a passage, and all tokens of its dates.

    `shuffled`: are its numbers told `respectively`? `numbers` are the first tokens as a set,
    `verbs` those of nouns that are verbs where they stand: `people cross the border`.
    """

    firsts: list[int]
    lasts: list[int]
    dates: frozenset[int]
    shuffled: bool
    numbers: frozenset[int]
    verbs: frozenset[int]


def tokens_of(passage: Passage) -> Tokens:
    """Where the facts of a passage stand among its tokens."""
    starts = passage.sentence.starts
    firsts = [max(0, bisect_right(starts, start) - 1) for start, _ in passage.spans]
    lasts = [bisect_left(starts, end) for _, end in passage.spans]
    dates = frozenset(
        token
        for fact, first, last in zip(passage.facts, firsts, lasts, strict=True)
        if fact.kind == "date"
        for token in range(first, last)
    )
    tags = passage.sentence.tags
    verbs = frozenset(at for at, tag in enumerate(resolve(tags)) if tag == "v" and tags[at] in "bz")
    return Tokens(firsts, lasts, dates, passage.has("respectively"), frozenset(firsts), verbs)


def clause(passage: Passage, tokens: Tokens, at: int) -> tuple[int, int]:
    """The tokens around a fact up to the facts beside it, or a mark."""
    tags = passage.sentence.tags
    first, last = tokens.firsts[at], tokens.lasts[at]
    left = right = None
    facts = passage.facts
    for other, fact in enumerate(facts):
        if fact.kind not in ("date", "ordinal") and other != at:
            if other < at:
                if not _one_of(tags, tokens.lasts[other], first):
                    left = tokens.lasts[other]
                    if _COPULA.fullmatch(tags, left, first) and facts[other].kind == "money":
                        left = max(first - _MOST, 0)  # the cost of sending USD 200 was 8 per cent
            elif right is None:
                right = tokens.firsts[other]
    start, end = max(first - _MOST, left or 0), min(last + _MOST, right or len(tags))
    for mark in range(first - 1, start - 1, -1):
        told = tags[mark - 1 : mark + 1] in _SAID and mark == first - 1 - (tags[first - 1] == "d")
        if told or (tags[mark] in STOPS and set(tags[mark + 1 : first]) & VERBS):
            start = mark + 1
            break
    if passage.has("according"):
        start = _past_source(passage, start, first)
    told = False
    if tags[max(first - 2, 0) : first] == ",c" and tags[last : last + 1] == ",":
        last += 1  # one in 27, or 281 million, live abroad
    for mark in range(last, end):
        or_ = "or" in passage.sentence.words[mark].roles  # died or went missing
        if tags[mark] == "c" and not or_ and tags[mark + 1 : mark + 2] in _OTHER:
            end = mark  # 69 offices and a small store in Nairobi, and helps them
            break
        if (tags[mark] in STOPS and tags[mark] != "(") or (told and tags[mark] == "m"):
            end = mark
            break
        told = told or tags[mark] in TELLING
    return start, end


def _past_source(passage: Passage, start: int, first: int) -> int:
    """Where a clause begins behind `According to the annual report,`."""
    words, tags = passage.sentence.words, passage.sentence.tags
    sources = passage.words.shared["according"]
    for at in range(start, first):
        if words[at].lower in sources:
            return max(start, tags.find(",", at, first) + 1)
    return start


def _one_of(tags: str, start: int, first: int) -> bool:
    """Does only `of`, `of the` stand between two facts: `one of 17 languages`?"""
    return tags[start:first] in ("o", "od")


def opening_names(passage: Passage, checking: Checking, tokens: Tokens) -> frozenset[str]:
    """What a phrase before the subject tells of all facts of its sentence: `In the first round`."""
    tags = passage.sentence.tags
    match = _OPENING.match(tags)
    facts = passage.facts
    if match is None or len(facts) < 2:
        return frozenset()
    first = next((at for fact, at in zip(facts, tokens.firsts, strict=True)
                  if fact.kind not in ("date", "ordinal")), 0)  # fmt: skip
    if match.end() > first:
        return frozenset()
    return frozenset(content(passage, checking, tokens, [*range(match.end())])[1])


def content(
    passage: Passage, checking: Checking, tokens: Tokens, places: list[int]
) -> tuple[set[str], set[str], set[str]]:
    """The content words of a clause, those that tell things apart, and its verbs."""
    words, tags = passage.sentence.words, passage.sentence.tags
    compared, match = checking.compared, checking.synonyms.match
    dates, numbers = tokens.dates, tokens.numbers
    content: set[str] = set()
    names: set[str] = set()
    verbs: set[str] = set()
    free = 0
    for place in places:
        if place < free or place in dates or (place in numbers and tags[place] in CARDINALS):
            continue
        tag = tags[place]
        word = compared[words[place].lower]
        if word.begins:
            known = match(words, place)
            if known is not None and known[1] > place + 1:
                content.add(known[0])
                if tag in VERBS or tag == "G":
                    verbs.add(known[0])  # losing their lives
                free = known[1]
                continue
        if tag in _AHEAD and _says_nothing(passage, place):
            continue
        if word.is_contrast and _tells_nothing_apart(passage, place):
            continue
        if word.before_numbers and place + 1 in numbers:
            continue  # only 16 clinics, the year 2023
        if word.is_contrast and not (tag == "p" and _opens_a_time(tokens, place)):
            names.add(word.same)
        elif tag == "O" or word.is_month:
            names.add(word.plain)
            names |= _day(words, place) if word.is_month else frozenset()
        if tag not in CONTENT or word.is_light:
            continue
        content.add(word.same)
        if tag in VERBS or place in tokens.verbs:
            verbs.add(word.same)
        if word.is_demonym or (place and words[place].capital and not word.is_ourselves):
            names.add(word.same)
    return content, names, verbs


def _tells_nothing_apart(passage: Passage, place: int) -> bool:
    """`women make up 58 per cent`, `in a single night`: does a contrast say nothing here?"""
    words, units = passage.sentence.words, passage.sentence.lang.units
    if place and "constitute" in words[place - 1].roles:
        return True
    if "sole" not in words[place].roles or place + 1 >= len(words):
        return False
    behind = words[place + 1]
    return bool(behind.roles & {"timely", "part_of_day"}) or units.is_time(behind.lower)


def _opens_a_time(tokens: Tokens, place: int) -> bool:
    """`Without the 14 clinics`, `over the three years`: does it say nothing of what is counted?"""
    return not place or (place + 2 in tokens.numbers and place + 1 not in tokens.numbers)


def _day(words: Sequence[Word], month: int) -> frozenset[str]:
    """`1 July`, `July 31`: a day of the month without a year tells two stocks apart."""
    for beside in (month - 1, month + 1):
        if 0 <= beside < len(words) and words[beside].text.isdecimal() and words[beside].size < 3:
            return frozenset((f"{words[beside].text} {words[month].lower}",))
    return frozenset()


def _says_nothing(passage: Passage, place: int) -> bool:
    """`each of the 83 shelters`, `one store`, `may`, `Second,`: does a word say nothing itself?

    A modal with a capital is a month: in May.
    """
    if place and passage.sentence.words[place].capital and passage.sentence.tags[place] == "m":
        return False
    tag, following = passage.sentence.tags[place], passage.sentence.tags[place + 1 : place + 2]
    if tag == "O":
        return not place and following == ","
    return tag == "m" or (following in NOUNS if tag == "w" else following == "o")


def names_of(passage: Passage, checking: Checking, tokens: Tokens) -> frozenset[str]:
    """The names in a sentence as they are compared, and its months; nothing that a fact holds.

    A month that a language writes with a capital is a name as well, `may` is none; so is a label
    with its number, `group 7`.
    """
    demonyms, language = checking.demonyms, checking.language
    found = set()
    own = {at for first, last in zip(tokens.firsts, tokens.lasts, strict=True)
           for at in range(first, last)}  # fmt: skip
    tags = passage.sentence.tags
    for place, word in enumerate(passage.sentence.words):
        if tags[place] == "u":
            continue  # I
        month = word.lower in language.dates.months
        named = word.capital and place and (month or tags[place] not in SMALL)
        named = named or (month and language.small_months) or word.lower in demonyms
        if named and place not in own:
            found.add(checking.canonical(checking.owner(word.lower)))
        if word.labels and tags[place + 1 : place + 2] == "#" and place + 1 not in own:
            found.add(f"{word.lower} {passage.sentence.words[place + 1].text}")
    return frozenset(found)
