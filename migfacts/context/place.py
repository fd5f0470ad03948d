"""place: where it holds, as written.

A known place behind a preposition of place, in the fact's clause or at the start of its sentence;
else the place of the document's title. Adjectives of nationality are no places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from migfacts.context.mention import Mention
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

if TYPE_CHECKING:
    from migfacts.context.scene import Scene

#: Of words within a name: `Bahr el Ghazal`.
LONGEST_PARTICLE: Final = 3
#: What may stand between the places of a list: their numbers in brackets.
_LIST: Final = precompiled(r"[XZ#%$bkn(\[\]),;c-]{1,60}")
#: Tags of what a number behind a place may count.
_COUNTED: Final = frozenset("NKZnkbjX")
_TERRITORY: Final = frozenset(("territory", "located"))
_LAND: Final = frozenset(("compass", "landform"))
#: What people a name before them says something of.
_PLURALS: Final = ("N", "K", "z")
#: Tags of what may follow the last of two names.
_ENDS: Final = frozenset(("", ".", ",", ";", "E", ")", "p"))
#: How many words may stand between the preposition and the place: `in the north of Chad`.
MAX_GAP: Final = 4


def read(scene: Scene, quantity: Quantity) -> str | None:
    """The place that governs a quantity, or None."""
    if quantity.kind == "date":
        return None
    if _is_everywhere(scene.sentence, quantity):
        return scene.defaults.place
    return (
        _bracketed(scene, quantity)
        or _named(scene, quantity)
        or scene.governing(scene.places, quantity)
        or _default(scene)
    )


def _default(scene: Scene) -> str | None:
    """The place of the title, or the one that heads the sentence: `Chad: 700,000 refugees`.

    `Moldova hosts 120,000 refugees` is not told of the Ukraine of the title.
    """
    sentence, default = scene.sentence, scene.defaults.place
    last = known(sentence, 0)
    if last is None or _is_currency(sentence, last):
        return default
    heads = sentence.text(0, last)
    if sentence.tags[last : last + 1] == ":":
        return heads
    countries = sentence.lang.currencies.countries
    other = heads != default and heads in countries and default in countries
    return None if other else default


def _is_everywhere(sentence: Sentence, quantity: Quantity) -> bool:
    """`94 per cent nationally and 12 per cent in Darfur`, `Nationally, 94 per cent …`.

    `13,000 people in Gaza and 30,000 across the region`.
    """
    behind, at = sentence.words[quantity.last : quantity.last + 1], quantity.last
    noun = sentence.words[at + 2 : at + 3]
    if behind and noun and sentence.tags[at + 1] == "d" and "throughout" in behind[0].roles:
        named = sentence.tags[at + 3 : at + 4] == "o"  # in the states of Zulia and Miranda
        return "territory" in noun[0].roles and not noun[0].capital and not named
    opening = sentence.words[:1] if sentence.tags[1 : quantity.first] in ("", ",") else []
    return any("everywhere" in word.roles for word in behind + opening)


def _bracketed(scene: Scene, quantity: Quantity) -> str | None:
    """`in Borno (12), Yobe (7) and Arda (3)`: the name before the bracket, behind another place.

    A known name needs no other: `Kenya (12)`.
    """
    sentence, end = scene.sentence, quantity.first - 1
    tags = sentence.tags
    if end < 1 or tags[end] not in "([":
        return None
    start = _name_start(sentence, end)
    if start == end or (start and tags[start - 1] in "#w"):
        return None  # 1,200 HHs (6,500 people)
    for mention in scene.places:
        if mention.last == end:
            return mention.says
        if mention.last <= start and _LIST.fullmatch(tags, mention.last, start):
            return sentence.text(start, end)
    return sentence.text(start, end) if known(sentence, start) == end else None


def _named(scene: Scene, quantity: Quantity) -> str | None:
    """`from Haiti 44, from Ecuador 31`: the known place right before a number without a noun."""
    sentence = scene.sentence
    counts = sentence.tags[quantity.last : quantity.last + 1] in _COUNTED
    if quantity.kind not in ("number", "count") or counts:
        return None
    found = sentence.lang.places.match_before(sentence.words, quantity.first)
    if found is None or not sentence.words[found[1]].capital:
        return None
    ahead = (each.says for each in scene.places if each.last == quantity.first)
    return next(ahead, sentence.text(found[1], quantity.first))  # in Kenya and Chad 87 came


def _name_start(sentence: Sentence, end: int) -> int:
    """Where the name begins that ends before a token: `Western Bahr el Ghazal`, `Yobe state`."""
    words, tags = sentence.words, sentence.tags
    start = end - ("territory" in words[end - 1].roles)
    while start:
        joins = words[start - 1].size <= LONGEST_PARTICLE and tags[start - 1] in "kn-"
        if start > 2 and tags[start - 1] == "-" and tags[start - 3] == "-":
            start = _hyphened_start(sentence, start - 2)
        elif words[start - 1].capital or (joins and start > 1 and words[start - 2].capital):
            start -= 1
        else:
            break
    return start if start < end and words[start].capital else end


def find(sentence: Sentence, tokens: list[int]) -> list[Mention]:
    """The places of a sentence behind a preposition of place at one of the tokens, in order."""
    found: list[Mention] = []
    words = sentence.words
    for at in tokens:
        if "place" not in words[at].roles or (found and at < found[-1].last):
            continue
        if found and at == found[-1].last and "in" in words[at].roles:
            continue  # off Pylos in Greece
        if at and "according" in words[at - 1].roles:
            continue  # according to Filippo Grandi
        if at + 1 >= len(words) or not (words[at + 1].capital or words[at + 1].tag in "dj"):
            continue
        mention = _behind(sentence, at + 1)
        if mention is not None and not _is_currency(sentence, mention.last):
            found.append(mention)
    return found


def _is_currency(sentence: Sentence, last: int) -> bool:
    """`in US$ million`, `in US dollars`: is the name that of a currency?"""
    if sentence.tags[last : last + 1] == "$":
        return True
    table = sentence.lang.currencies
    return table.names.match(sentence.words, last - 1) is not None


def _behind(sentence: Sentence, at: int) -> Mention | None:
    """The place behind a preposition, with what coordinates it: `Chad and Sudan`."""
    words, tags = sentence.words, sentence.tags
    start = at
    while at < len(words) and at - start <= MAX_GAP:
        name = known(sentence, at)
        if name is not None:
            last = name
            while last + 1 < len(words) and (tags[last] in ",c" or words[last].text == "&"):
                more = known(sentence, last + 1)
                more = more or _joined(sentence, last)
                if more is None:
                    break
                last = more
            return Mention(at, last, sentence.text(at, last))
        if tags[at] not in "dojynkXZ-" and not words[at].roles & _TERRITORY:
            return None
        if tags[at] in "XZ":
            return _unknown(sentence, at)
        at += 1
    return None


def _joined(sentence: Sentence, at: int) -> int | None:
    """The token behind an unknown name that a conjunction at a token joins: `Piura and Tumbes`.

    It has to end the phrase: `in Kenya and Save the Children …` names no two places.
    """
    tags, last = sentence.tags, at + 1
    if tags[at : at + 1] != "c":
        return None
    while tags[last : last + 1] in ("X", "Z"):
        last += 1
    names = sentence.words[at + 1 : last]
    if not names or any(name.text.isupper() for name in names):
        return None
    months = sentence.lang.dates.months
    if last < len(tags) and "territory" in sentence.words[last].roles:
        return last + 1  # in Oruma and Sel districts
    ends = tags[last : last + 1] in _ENDS and not any(name.lower in months for name in names)
    return last if ends else None


def known(sentence: Sentence, at: int) -> int | None:
    """The token after a known place that starts at a token; None where a longer name goes on."""
    found = sentence.lang.places.match(sentence.words, at)
    if found is None:
        return None
    last = found[1]
    words = sentence.words
    if last < len(words) and words[last].tag == "S":
        return None
    return last


def _unknown(sentence: Sentence, at: int) -> Mention | None:
    """A capitalised name directly behind the preposition that is no month, person or body."""
    words, tags = sentence.words, sentence.tags
    first = _hyphened_start(sentence, at)
    last = _name_end(sentence, at)
    names = words[first:last]
    months = sentence.lang.dates.months
    if any(word.lower in months or word.text.rstrip("s").isupper() for word in names):
        return None
    if sentence.lang.units.is_time(names[-1].lower):
        return None  # at New Year
    if sentence.tags[last : last + 1] == "-" and not words[last - 1].space:
        return None  # Kajo-keji
    following = words[last].roles if last < len(words) else frozenset()
    told = bool(following & _TERRITORY)
    if (
        names[-1].labels
        and sentence.tags[last : last + 1] == "#"
        and not names[-1].roles & _TERRITORY
    ):
        return None  # in Category 3
    if names[-1].roles & _TERRITORY and not told:
        if tags[last : last + 1] == "#" and last - first == 1:
            return Mention(first, last + 1, sentence.text(first, last + 1))  # Region 7
        if last - first == 1:
            return None  # the Region
    elif (
        not told
        and first
        and (
            (_determined(sentence, first) and not names[-1].roles & _LAND)
            or (tags[last : last + 1] in _PLURALS and not words[last].capital)
        )
    ):
        return None  # the Ministry, Afghan homes
    last = _joined(sentence, last) or last
    return Mention(first, last, sentence.text(first, last))


def _determined(sentence: Sentence, at: int) -> bool:
    """`the Ministry`, `the Global Refugee Forum`: does a determiner stand before a name?"""
    while at and sentence.tags[at - 1] == "j":
        at -= 1
    return at > 0 and sentence.tags[at - 1] == "d"


def _hyphened_start(sentence: Sentence, at: int) -> int:
    """Where a name in several parts with hyphens begins: `Deir-ez-Zor`, `North-East`."""
    words, tags = sentence.words, sentence.tags
    while at > 1 and tags[at - 1] == "-" and not words[at - 1].space and not words[at - 2].space:
        if not words[at - 2].text[0].isalpha():
            break
        at -= 2
    return at


def _name_end(sentence: Sentence, at: int) -> int:
    """The token behind a name: `Tonj South`."""
    words, tags = sentence.words, sentence.tags
    last = at
    while last < len(words) and (
        (tags[last] in "XZ" and (last == at or not words[last].text.isupper()))
        or (tags[last] == "-" and last > at and not words[last - 1].space)
        or (last > at and words[last].capital and "compass" in words[last].roles)
    ):
        last += 1
    return last - (tags[last - 1] == "-")
