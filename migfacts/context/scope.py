"""scope: what standing the number has: planned, reached, required, received, preliminary …

A figure that is planned is never compared with one that was reached.
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.happening import Event
from migfacts.context.mention import Mention
from migfacts.context.scene import Scene
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

BEFORE: Final = 12
BEHIND: Final = 6
#: Money is required, received and pledged; people are planned for and reached.
_MONEY: Final = frozenset(("required", "received", "pledged"))
_PEOPLE: Final = frozenset(("reached",))
#: Tags of those who reach others: a name, a pronoun.
_ACTORS: Final = frozenset("XZuSN")
#: What parts the words of one number from those of the next.
_PARTS: Final = (",", ";", "*")
_VERB: Final = precompiled("[xvVm]")
_ORDER: Final = (
    "planned",
    "reached",
    "required",
    "received",
    "pledged",
    "cumulative",
    "preliminary",
    "revised",
    "withdrawn",
    "quoted",
    "scenario",
)


def read(scene: Scene, quantity: Quantity, last: int, event: Event | None) -> list[str]:
    """The scopes that the words of the clause give a quantity, in the order of the design.

    Where none does, that of the number of which a list goes on, or that of the head of its column.
    """
    if quantity.kind in ("date", "ordinal", "age"):
        return []
    found = _told(scene, quantity, last) if scene.scopes else set()
    if event is not None and event.said is not None and quantity.kind == "money":
        found |= set() if _is_whole(scene, quantity) else _happened(scene, event.said)
    if event is not None and event.verb is not None and not found - _PEOPLE:
        found = _intended(scene, event.verb) or found
    found = _fitting(found or set(scene.defaults.scope), quantity)
    scopes: list[str] = [scope for scope in _ORDER if scope in found]
    if scopes or (event is not None and event.verb is not None):
        scene.before.standing = scopes
    return scopes


def _is_whole(scene: Scene, quantity: Quantity) -> bool:
    """`Only a quarter of the USD 9 million was received`: is it what a part is taken of?"""
    of = grammar.leader(scene.sentence, quantity.first)
    return of >= 0 and scene.sentence.tags[of] == "o"


def _happened(scene: Scene, said: tuple[int, int]) -> set[str]:
    """`only USD 9 million, or 32 per cent, has been received`: what the predicate says."""
    inside = {mark.says for mark in scene.scopes if said[0] <= mark.first < said[1]}
    return inside & _MONEY


def _intended(scene: Scene, verb: int) -> set[str]:
    """`will build 40 wells and train 12 men`, `needs 40 dollars to feed 12 men`: both planned."""
    tags = scene.sentence.tags
    purpose = tags[verb] == "t"
    joined = tags[verb] in "bv" and verb > 0 and tags[verb - 1] in "c,"
    told = {"planned", "required"} if purpose else {"planned"}
    return {"planned"} if (purpose or joined) and told & set(scene.before.standing) else set()


def _fitting(found: set[str], quantity: Quantity) -> set[str]:
    """Those that a quantity of its kind can have."""
    if quantity.kind == "money":
        found -= _PEOPLE
    elif found & _MONEY:
        found -= _MONEY
    if quantity.kind not in ("count", "number", "money", "percent") or "planned" in found:
        found -= _PEOPLE
    return found


def _told(scene: Scene, quantity: Quantity, last: int) -> set[str]:
    """What the marks around a quantity say that are of no number beside it."""
    start, end = _clause(scene, quantity, last)
    whole = _whole(scene, quantity, last)
    own = {mark.says for mark in scene.scopes if mark.first == last} - {"scenario"}
    if own and quantity.first and scene.sentence.tags[quantity.first - 1] == "d":
        return own  # if it does not reach the 40 million requested
    return {
        mark.says
        for mark in scene.scopes
        if (start <= mark.first < quantity.first and not _is_level(scene.sentence, quantity, mark))
        or (
            quantity.numeral.last <= mark.first < end
            and mark.first not in whole
            and not _is_of_another_verb(scene, quantity, mark.first)
            and not _is_of_another_noun(scene.sentence, mark, last)
        )
    }


def _is_level(sentence: Sentence, quantity: Quantity, mark: Mention) -> bool:
    """`Net migration reached 906,000`: is it what was measured, and nobody that was reached?"""
    if quantity.last > quantity.numeral.last or "measuring" not in sentence.words[mark.first].roles:
        return False
    verb = grammar.measuring_verb(sentence, quantity.first)
    if verb is None or not 0 < verb <= mark.first:
        return False
    return sentence.tags[verb - 1] not in _ACTORS


def _is_of_another_noun(sentence: Sentence, mark: Mention, last: int) -> bool:
    """`detained 40 men in a planned raid`: is it told of a noun behind a determiner?"""
    led = mark.first > last and sentence.tags[mark.first - 1] == "d"
    return led and sentence.tags[mark.last : mark.last + 1] in ("n", "k", "b")


def _whole(scene: Scene, quantity: Quantity, last: int) -> range:
    """`64 per cent of the people targeted`, `45 of 60 planned wells`: what is said of the whole."""
    of = grammar.partitive(scene.sentence, grammar.past_bracket(scene.sentence, quantity.last))
    return range(0) if of is None or of > last else range(of, last + 1)


def _is_of_another_verb(scene: Scene, quantity: Quantity, at: int) -> bool:
    """`It has 640 beds and will stay open`: is it another verb that the modal behind is of?

    So it is in `a body without its 16 offices would be a head without hands`.
    """
    tags = scene.sentence.tags
    if tags[at] != "m":
        return False
    between = tags[quantity.last : at]
    joined = "c" in between or "," in between
    return scene.hangs(quantity) or (
        joined and scene.clauses.verb_before(quantity.first) is not None
    )


def _opened(scene: Scene, quantity: Quantity) -> int | None:
    """Where the whole begins of which the number before tells a part: `12 of the 40 required`."""
    of = quantity.first - 1
    while of > 0 and scene.sentence.tags[of] == "d":
        of -= 1
    if of <= 0 or scene.sentence.tags[of] != "o":
        return None
    part = scene.fact_before(of)
    told = part is not None and (part.last == of or scene.sentence.tags[of - 1] in "vVD")
    return of if told else None


def _clause(scene: Scene, quantity: Quantity, last: int) -> tuple[int, int]:
    """The tokens around a quantity up to the facts beside it, and to what belongs to these."""
    sentence, tags = scene.sentence, scene.sentence.tags
    start, end = max(0, quantity.first - BEFORE), min(len(sentence.words), last + BEHIND)
    whole = _opened(scene, quantity)
    if whole is not None:  # 14 were received of the 140 required
        start = whole
        verb = _VERB.search(tags, last, end)
        end = verb.start() if verb is not None else end
    before, behind = scene.fact_before(quantity.first), scene.fact_in(quantity.last, end + 2)
    if before is not None:
        parts = (tags.rfind(mark, before.last, quantity.first) for mark in _PARTS)
        joined = quantity.first * (tags[quantity.first - 1] == "c")
        start = max(start, before.last, joined, *parts)
    end = _before_next(scene, last, end, behind)
    for mark in (";", ":", ",c", "*"):  # 174 member states, and you will meet delegates
        stop = tags.find(mark, last, end)
        end = stop if stop >= 0 else end
    return start, end


def _before_next(scene: Scene, last: int, end: int, behind: Quantity | None) -> int:
    """Up to where words behind a quantity are its own and not of the number behind.

    `40 people reached (target: 50)`, `45 against a target of 50`, `45 out of a planned 50`.
    """
    words, tags = scene.sentence.words, scene.sentence.tags
    for at in range(last, end if behind is None else behind.first):
        if words[at].roles & {"against", "than"} or (tags[at] in "([" and behind is not None):
            return at
    if behind is None:
        return end
    leading = [mark for mark in scene.scopes if mark.last == behind.first and mark.first >= last]
    return leading[-1].first if leading else behind.first
