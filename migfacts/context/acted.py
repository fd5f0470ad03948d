"""What is done to the counted thing, by a verb before it: `distributed 4,500 blankets`."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.happening import Event
from migfacts.context.scene import Scene
from migfacts.fact import COUNTS, SHARES
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity

#: What a list goes on with holds none of these.
_CLAUSE: Final = frozenset("vVDxmE;:.")
#: Of the joint between two items of a list, in tokens.
LONGEST_JOINT: Final = 6
#: `gave families | 40 dollars`, `handed tents to | 40 families`.
_GIVEN: Final = precompiled(r"[vVDbzG](?:u|d?[jnbDX]{0,2}[nNkKXzZb])")
_HANDED: Final = precompiled(r"[vVDbzG](?:u|d?[jnbDX]{0,2}[nNkKXzZb])[tp]")
#: How far before a number its verb may stand then, in tokens.
FARTHEST: Final = 7
#: `, and Japan | 3 million`: what a clause without a verb begins with.
_GAPPED: Final = precompiled(r"(?:,?c|,|;)(?P<subject>d?[jkn]{0,2}[XZNK]{1,3})")
#: Tags of what a participle may say something of.
_NOUNS: Final = ("n", "N", "k", "K", "X", "Z", "b")


def read(scene: Scene, quantity: Quantity, *, measured: bool) -> Event | None:
    """The verb before a quantity, for all that it lists, or None.

    Args:
        measured: is the quantity that of a noun before it: `arrivals totalled 400`?
    """
    tags, words = scene.sentence.tags, scene.sentence.words
    at = quantity.first - 1
    while at >= 0 and tags[at] in "dyqj" and tags[max(at - 1, 0) : at + 1] != "tj":
        at -= 1
    if at < 0:
        return None
    if tags[at] in "c,":
        return _listed(scene, at)
    phrasal = at > 0 and "particle" in words[at].roles and tags[at - 1] in "vVDbG"
    if quantity.kind in SHARES and "holding" in words[at - phrasal].roles:
        return None  # women make up 40 per cent
    if phrasal:
        text = scene.sentence.text(at - 1, at + 1)  # handed out 40
        return Event(text if not _measures(scene, at - 1) else None, _group(scene, at - 1))
    infinitive = at > 0 and tags[at - 1] == "t" and tags[at] in "jk"  # had to close 40
    if tags[at] not in "vVDbzG" and not infinitive:
        if tags[at] == "o":
            return _levelled(scene, quantity, at)
        return _gapped(scene, quantity) or _handed(scene, quantity, at)
    if tags[at] in "bzGD" and at > 0 and tags[at - 1] in "djo":
        return None  # the remaining 14
    first = at - 2 if at > 1 and tags[at - 1] == "c" and tags[at - 2] in "vVD" else at
    start = _group(scene, first)  # built or repaired
    if measured and _measures(scene, at):
        return Event(None, start)
    opens = start - (tags[start] == "t" and tags[start - 1 : start] == "G")
    narrows = tags[opens] in "Gt" and tags[opens - 1 : opens] in _NOUNS
    return Event(
        scene.sentence.text(first, at + 1),
        start,
        narrows=narrows,
        causes="causing" in words[at].roles,
    )


def _measures(scene: Scene, verb: int) -> bool:
    """Does a verb say how much something is: `totalled 400`, `made up 40 per cent`?"""
    return bool(scene.sentence.words[verb].roles & {"measuring", "constitute"})


def _group(scene: Scene, at: int) -> int:
    """Where the group of a verb at a token begins: `has started to | build`."""
    tags, resolved = scene.sentence.tags, scene.clauses.tags
    start = at
    while start > 0 and tags[start] in "vbVt":
        joins = tags[start - 1] in "ty" or resolved[start - 1] == "v"
        if not joins and tags[start - 1 : start + 1] != "bt":
            break
        start -= 1
        if tags[start] in "vVz":
            break
    return start


def _levelled(scene: Scene, quantity: Quantity, of: int) -> Event | None:
    """`faces a shortfall of 40 million`, `registered a total of 400`: the verb of that noun."""
    sentence, resolved = scene.sentence, scene.clauses.tags
    phrase = scene.clauses.phrase_before(of)
    if phrase is None or not phrase.first:
        return None
    counts = grammar.says_how_many(sentence, phrase)
    verb = phrase.first - 1
    while verb > 0 and resolved[verb] in "dq":
        verb -= 1
    if not (quantity.kind == "money" or counts) or resolved[verb] != "v":
        return None
    return Event(sentence.text(verb, verb + 1), _group(scene, verb))


def _handed(scene: Scene, quantity: Quantity, at: int) -> Event | None:
    """`gave families 40 dollars`, `handed tents to 40 families`: a verb with its other object."""
    tags, words = scene.sentence.tags, scene.sentence.words
    led = bool(words[at].roles & {"to", "for"})
    if quantity.kind != ("count" if led else "money"):
        return None
    pattern = _HANDED if led else _GIVEN
    for verb in range(at - 1, max(at - FARTHEST, -1), -1):
        if scene.clauses.tags[verb] == "v" and pattern.fullmatch(tags, verb, at + 1):
            if not led and "giving" not in words[verb].roles:
                return None
            end = at if led else verb + 1
            return Event(scene.sentence.text(verb, end), _group(scene, verb))
    return None


def _listed(scene: Scene, at: int) -> Event | None:
    """The event of the quantity before, which a comma or conjunction at a token goes on from."""
    if scene.before.listed is None:
        return None
    other, event = scene.before.listed
    between = scene.sentence.tags[other.last : at]
    return event if len(between) <= LONGEST_JOINT and not set(between) & _CLAUSE else None


def _gapped(scene: Scene, quantity: Quantity) -> Event | None:
    """`Germany gave 6.5 million and Japan 3 million`: the verb of the clause before."""
    if scene.before.listed is None:
        return None
    other, event = scene.before.listed
    label = event.verb is not None and scene.sentence.tags[event.verb] == "b"  # House 10, Road 7
    if event.text is None or label or not _alike(other, quantity):
        return None
    gap = _GAPPED.fullmatch(scene.clauses.tags, other.last, quantity.first)
    return Event(event.text, subject=gap.span("subject")) if gap is not None else None


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind or (one.kind in COUNTS and other.kind in COUNTS)
