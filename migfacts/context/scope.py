"""scope: what standing the number has: planned, reached, required, received, preliminary …

A figure that is planned is never compared with one that was reached.
"""

from __future__ import annotations

from typing import Final

from migfacts.context.scene import Scene
from migfacts.quantity import Quantity

BEFORE: Final = 12
BEHIND: Final = 6
#: Money is required, received and pledged; people are planned for and reached.
_MONEY: Final = frozenset(("required", "received", "pledged"))
_PEOPLE: Final = frozenset(("reached",))
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


def read(scene: Scene, quantity: Quantity, last: int) -> list[str]:
    """The scopes that the words of the clause give a quantity, in the order of the design."""
    if quantity.kind in ("date", "ordinal", "age"):
        return []
    marks = scene.scopes
    if not marks:
        return []
    start, end = _clause(scene, quantity, last)
    found = {
        mark.says
        for mark in marks
        if start <= mark.first < quantity.first
        or (last <= mark.first < end and not _is_of_another_verb(scene, quantity, mark.first))
    }
    if quantity.kind == "money":
        found -= _PEOPLE
    elif found & _MONEY:
        found -= _MONEY
    if quantity.kind not in ("count", "number", "money", "percent"):
        found -= _PEOPLE
    if "planned" in found:
        found -= _PEOPLE
    return [scope for scope in _ORDER if scope in found]


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


def _clause(scene: Scene, quantity: Quantity, last: int) -> tuple[int, int]:
    """The tokens around a quantity up to the facts beside it."""
    start, end = max(0, quantity.first - BEFORE), min(len(scene.sentence.words), last + BEHIND)
    before, behind = scene.fact_before(quantity.first), scene.fact_in(last, end)
    if before is not None:
        comma = scene.sentence.tags.rfind(",", before.last, quantity.first)
        start = max(start, before.last, comma)
    if behind is not None:
        end = behind.first
    tags = scene.sentence.tags
    for mark in (";", ":", ",c"):  # 174 member states, and you will meet delegates
        stop = tags.find(mark, last, end)
        end = stop if stop >= 0 else end
    return start, end
