"""Numbers of another thing than the number before: `floods in three districts killed 14`."""

from __future__ import annotations

from typing import Final

from migfacts.context.noun import Entity
from migfacts.context.scene import Scene
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: Tags of what stands between a verb and its number, and between a number and its verb.
_BEFORE, _BEHIND = "dyqj", "xmyg"
#: What an entity may be that is no person.
_THINGS: Final = frozenset(("lifeless", "territory"))
#: A verb between its subject, with what hangs on that, and its object.
_ACTED_ON: Final = precompiled("(?:[po][djnNkKXZb]{1,4}){0,2}[xmy]{0,3}[vVDzb][dyqj]{0,4}")
#: What joins two objects.
_JOINED: Final = (",", "c", ",c")
#: What stands behind an object.
_ENDS: Final = ("", ".", ",", ";", "c", "p", "E")


def others(scene: Scene, quantity: Quantity, entity: Entity) -> bool:
    """Is a number without a noun of something else than the number before it?

    `Two trucks carried 120`: what is carried is no truck. `Five camps were flooded; 3,400 were
    evacuated`: of five camps only as many could be, and none is killed or wounded.
    """
    sentence, other = scene.sentence, scene.entities[-1][0]
    nearest = scene.fact_before(quantity.first)
    if nearest is not None and nearest is not other and nearest.kind == "number":
        if (
            sentence.tags[nearest.last : quantity.first] in _JOINED
            and sentence.tags[quantity.last : quantity.last + 1] in _ENDS
        ):
            return True
    if entity.phrase is not None and quantity.kind == "number" and not scene.hangs(other):
        if _ACTED_ON.fullmatch(sentence.tags, entity.phrase.last, quantity.first):
            return True
    head = entity.lemma.rpartition(" ")[2].lower()
    if not _THINGS & sentence.lang.lexicon.roles.get(head, frozenset()):
        return False
    told = _beside(sentence, quantity)
    before, value = other.value, quantity.value
    many = before is not None and value is not None and value > before
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
