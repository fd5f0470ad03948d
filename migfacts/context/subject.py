"""subject: whose the number is: `IOM`, `the programme`, a resolved `we`."""

from __future__ import annotations

from typing import Final

from migfacts.context.happening import Event
from migfacts.context.scene import Scene
from migfacts.quantity import Quantity

_NAME: Final = frozenset("XZ")


def read(scene: Scene, quantity: Quantity, event: Event | None) -> str | None:
    """The body whose quantity it is, as written, or None."""
    if quantity.kind == "date":
        return None
    owner = _possessor(scene, quantity.first)
    if owner is not None:
        return owner
    if event is not None and event.subject is not None:
        return scene.sentence.text(*event.subject)
    verb = event.verb if event is not None and event.text is not None else None
    if (
        verb is None
        and quantity.first
        and "possess" in scene.sentence.words[quantity.first - 1].roles
    ):
        verb = quantity.first - 1
    if verb is None:
        return None
    if verb and scene.sentence.tags[verb - 1] in "c,":
        return scene.before.actor  # IOM built 40 wells and | trained
    scene.before.actor = _actor(scene, verb)
    return scene.before.actor


def _possessor(scene: Scene, first: int) -> str | None:
    """`IOM's 175 member states`, `our 175 member states`."""
    sentence = scene.sentence
    if first == 0:
        return None
    word = sentence.words[first - 1]
    if "we" in word.roles:
        return scene.defaults.subject
    if word.tag != "S" or not word.capital:
        return None
    start = first - 1
    while start > 0 and sentence.tags[start - 1] in _NAME:
        start -= 1
    return sentence.lang.lexicon.without_clitic(sentence.text(start, first))


def _actor(scene: Scene, verb: int) -> str | None:
    """The name, or the known kind of body, before a verb."""
    sentence = scene.sentence
    words, tags = sentence.words, sentence.tags
    end = verb
    while end > 0 and tags[end - 1] in "xmy":
        end -= 1
    end = _before_bracket(tags, end)
    if end == 0:
        return None
    if "we" in words[end - 1].roles:
        return scene.defaults.subject
    start = _name_start(scene, end)
    led = start
    while led and tags[led - 1] in "dj":
        led -= 1
    if start < end and led and tags[led - 1] in "po":
        return None  # a worker from Vanuatu sends, arrivals in eastern Chad pass
    if start < end and all(tags[i] in _NAME or words[i].capital for i in (start, end - 1)):
        return sentence.text(start, end)
    people = words[end - 1].lower in sentence.lang.ages.people
    named = scene.clauses.phrase_before(end) if people else None
    if named is not None and tags[named.first] == "X":
        return sentence.text(named.first, named.last)  # Turkish nationals
    if words[end - 1].lower in sentence.lang.actors:
        start = end - 1
        while start > 0 and tags[start - 1] in "jnkXb":
            start -= 1
        if start == 0 or tags[start - 1] in "d,":
            return sentence.text(
                _joined(scene, start - (start > 0 and tags[start - 1] == "d")), end
            )
    return None


def _before_bracket(tags: str, end: int) -> int:
    """`the Central Fund (CERF) | released`: where a name ends before its short form."""
    return end - 3 if tags[max(end - 3, 0) : end] in ("(X)", "(Z)") else end


def _name_start(scene: Scene, end: int) -> int:
    """Where the name begins that ends before a token: `the Ministry of Public Health`."""
    tags, words = scene.sentence.tags, scene.sentence.words
    start = end
    while start > 0:
        if _part_of_name(scene, start - 1, start < end):
            start -= 1
        elif 1 < start < end and tags[start - 1] == "o" and words[start - 2].capital:
            start -= 2
        elif 2 < start < end and tags[start - 2 : start] == "od" and words[start - 3].capital:
            start -= 3  # the International Committee of the Red Cross
        else:
            break
    while start < end and tags[start] in "c,":
        start += 1
    return start


def _joined(scene: Scene, at: int) -> int:
    """Where a body begins with the name that it is joined to: `UNHCR and its partners`."""
    start = at - 1
    if start < 1 or "and" not in scene.sentence.words[start].roles:
        return at
    while start > 0 and _part_of_name(scene, start - 1, start < at - 1):
        start -= 1
    return start if start < at - 1 else at


def _part_of_name(scene: Scene, at: int, inside: bool) -> bool:
    word, tag = scene.sentence.words[at], scene.sentence.tags[at]
    if tag in _NAME:
        return True
    if not inside:
        return word.capital and tag not in "dpsyrux#w"
    if tag == "c":
        return at > 0 and scene.sentence.tags[at - 1] in _NAME and "and" in word.roles
    if tag == "d":
        return at > 0 and not word.capital and scene.sentence.words[at - 1].capital
    return word.capital and (tag not in "psrux#w" or (tag == "p" and at > 0))
