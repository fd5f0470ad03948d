"""event: what happens to the counted thing, as written.

The verb behind it with its complement (`died on migration routes`), the verb before it
(`distributed 4,500 blankets`), or the noun of an event (`the deaths of 40 people`).
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: A complement of the noun that may stand before its verb: `people in the north of Chad`.
_COMPLEMENT: Final = precompiled(r"(?:[po][djnNkKXZSbq-]{1,6}){0,2}")
_VERBAL: Final = precompiled(r"r?[yg]*(?P<aux>(?:[xm][yg]*){0,3})(?P<verb>[vVDbzG])")
#: `sheltering in schools`, `displaced by the floods`, `aged 18 to 49`, up to an auxiliary.
_NARROWED: Final = precompiled(r"[GD][jDnkbNKXZzpotdq#w-]{1,9}(?=x[yx]*[DG])")
MAX_TOKENS: Final = 9
_CLAUSE: Final = frozenset("vVDxmE;:.")
_STOPS: Final = frozenset('E,;:()"#wcsr.OxmVvu')


class Event(Struct, frozen=True):
    """The words of an event, and the token where the verb starts if it stands before."""

    text: str
    verb: int | None = None


def read(scene: Scene, quantity: Quantity, entity: grammar.Phrase | None) -> Event | None:
    """The event of a quantity, or None.

    A verb behind it is looked for first, since its own clause says most.
    """
    if quantity.kind in ("date", "ordinal", "age"):
        return None
    last = max(quantity.last, entity.last if entity is not None else 0)
    if quantity.kind == "count" and scene.sentence.tags.startswith("-", quantity.numeral.last):
        described = grammar.singular_phrase(scene.sentence, last)  # the 60-bed centre opened
        last = described.last if described is not None else last
    age = scene.fact_in(last, last + 1)
    if age is not None and age.kind == "age":
        last = age.last  # children under five died
    before = _before(scene, quantity)
    scene.listed = (quantity.last, before) if before is not None else None
    return _behind(scene.sentence, quantity, last) or before or _nominal(scene.sentence, quantity)


def _behind(sentence: Sentence, quantity: Quantity, last: int) -> Event | None:
    tags, words = sentence.tags, sentence.words
    if last < len(words) and words[last].trails:
        state = sentence.lang.states.match(words, last)
        if state is not None:
            return Event(sentence.text(last, _end(sentence, state[1])))
    match = _main(tags, last) or _VERBAL.match(tags, last)
    if match is None:
        complement = _COMPLEMENT.match(tags, last)
        if complement is None or complement.end() == last:
            return None
        match = _VERBAL.match(tags, complement.end())
        if match is None or tags[match.start("verb")] in "bG" or tags[match.start() - 1] == "d":
            return None  # $200 in the camps
    verb = match.start("verb")
    auxiliaries = words[match.start("aux") : match.end("aux")]
    if tags[verb] in "bz" and quantity.kind == "percent" and not auxiliaries:
        return None
    passive = tags[verb] == "D" and any("copula" in word.roles for word in auxiliaries)
    start = match.start("aux") if passive else verb
    end = _end(sentence, verb + 1) if _intransitive(sentence, verb + 1) else verb + 1
    return Event(sentence.text(start, end))


def _main(tags: str, last: int) -> re.Match[str] | None:
    """`people sheltering in schools | were killed`: the verb behind what narrows down the noun."""
    narrowed = _NARROWED.match(tags, last)
    return _VERBAL.match(tags, narrowed.end()) if narrowed is not None else None


def _intransitive(sentence: Sentence, at: int) -> bool:
    """Does a phrase with a preposition follow the verb?"""
    return at < len(sentence.tags) and sentence.tags[at] in "pt"


def _end(sentence: Sentence, at: int) -> int:
    """Where the complement of a verb ends: before a mark, a clause, a number, a date or a place."""
    tags, words, lang = sentence.tags, sentence.words, sentence.lang
    stop = min(len(tags), at + MAX_TOKENS)
    end = at
    while end < stop and tags[end] not in _STOPS and "per" not in words[end].roles:
        if tags[end] in "pto" and end + 1 < stop:
            following = words[end + 1]
            if tags[end + 1] in "#wXZuG" or following.lower in lang.dates.months:
                break
            if words[end].lower in lang.dates.since:
                break
            if tags[end] == "p" and lang.places.match(words, end + 1) is not None:
                break
        end += 1
    while end > at and tags[end - 1] in "pdtoycj-":
        end -= 1
    return end


def _before(scene: Scene, quantity: Quantity) -> Event | None:
    """`UNHCR distributed 4,500 blankets and 300 tents`: the verb before, for all it lists."""
    sentence = scene.sentence
    tags = sentence.tags
    at = quantity.first - 1
    while at >= 0 and tags[at] in "dyqj":
        at -= 1
    if at >= 0 and tags[at] in "c,":
        return _listed(scene, at)
    if at < 0 or tags[at] not in "vVDbzG":
        return None
    if tags[at] in "bz" and at > 0 and tags[at - 1] in "djo":
        return None
    start = at
    while start > 0 and tags[start - 1] in "tvbVzy" and tags[start] in "vbVt":
        start -= 1
        if tags[start] in "vVz":
            break
    return Event(sentence.text(at, at + 1), start)


def _listed(scene: Scene, at: int) -> Event | None:
    """The event of the quantity before, which a comma or conjunction at a token goes on from."""
    if scene.listed is None:
        return None
    last, event = scene.listed
    between = scene.sentence.tags[last:at]
    return event if len(between) <= 6 and not set(between) & _CLAUSE else None


def _nominal(sentence: Sentence, quantity: Quantity) -> Event | None:
    """`the deaths of 40 people`."""
    at = quantity.first - 1
    if at < 1 or sentence.tags[at] != "o":
        return None
    noun = sentence.words[at - 1]
    return Event(noun.text) if sentence.lang.is_event_noun(noun.lower) else None
