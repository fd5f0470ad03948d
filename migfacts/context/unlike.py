"""Numbers of another thing than the number before: `floods in three districts killed 14`."""

from __future__ import annotations

from typing import Final

from migfacts.context.noun import Entity
from migfacts.context.scene import Scene
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: A verb between its subject, with what hangs on that, and its object.
_ACTED_ON: Final = precompiled("(?:[po][djnNkKXZb]{1,4}){0,2}[xmy]{0,3}[vVDzb][dyqj]{0,4}")
#: What joins two objects, and what stands behind one.
_JOINED: Final = (",", "c", ",c")
_ENDS: Final = ("", ".", ",", ";", "c", "p", "E")
#: What may stand between a verb and its number, and between a number and its verb.
_BEFORE, _BEHIND = "dyqj", "xmyg"
#: What an entity may be that is no person.
_THINGS: Final = frozenset(("lifeless", "territory"))


def is_another(scene: Scene, quantity: Quantity, other: Quantity, entity: Entity) -> bool:
    """Does a number without a noun count something else than another one before it?"""
    return (
        _goes_on_from_a_third(scene, quantity, other)
        or _is_acted_on(scene, quantity, other, entity)
        or _is_of_people(scene, quantity, other, entity)
    )


def _goes_on_from_a_third(scene: Scene, quantity: Quantity, other: Quantity) -> bool:
    """`The 14 districts reported 12 and 15`: is it joined to a number without a noun?"""
    tags, nearest = scene.sentence.tags, scene.fact_before(quantity.first)
    if nearest is None or nearest is other or nearest.kind != "number":
        return False
    ends = tags[quantity.last : quantity.last + 1] in _ENDS
    return ends and tags[nearest.last : quantity.first] in _JOINED


def _is_acted_on(scene: Scene, quantity: Quantity, other: Quantity, entity: Entity) -> bool:
    """`Two trucks carried 120`: what is carried is no truck."""
    if entity.phrase is None or quantity.kind != "number" or scene.hangs(other):
        return False
    between = entity.phrase.last, quantity.first
    return _ACTED_ON.fullmatch(scene.sentence.tags, *between) is not None


def _is_of_people(scene: Scene, quantity: Quantity, other: Quantity, entity: Entity) -> bool:
    """Does it count people, and the number before it things?

    `Five camps were flooded; 3,400 were evacuated`: of five camps only as many could be, and none
    is killed or wounded.
    """
    head = entity.lemma.rpartition(" ")[2].lower()
    if not _THINGS & scene.sentence.lang.lexicon.roles.get(head, frozenset()):
        return False
    told, before = _beside(scene.sentence, quantity), other.value
    many = before is not None and quantity.value is not None and quantity.value > before
    return "harming" in told or (many and "befalling" in told)


def _beside(sentence: Sentence, quantity: Quantity) -> frozenset[str]:
    """The roles of the word directly before a number and directly behind it, but for fillers."""
    words, tags, before, behind = sentence.words, sentence.tags, quantity.first - 1, quantity.last
    while before >= 0 and tags[before] in _BEFORE:
        before -= 1
    while behind < len(tags) and tags[behind] in _BEHIND:
        behind += 1
    told = [words[at].roles for at in (before, behind) if 0 <= at < len(words)]
    return frozenset().union(*told)
