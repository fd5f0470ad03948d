"""statistic: whether the number is an average, a median, a minimum or a maximum."""

from __future__ import annotations

from typing import Final, cast

from migfacts.context.scene import Scene
from migfacts.fact import Statistic
from migfacts.quantity import Quantity

#: How far before and behind a quantity the word may stand.
BEFORE: Final = 8
BEHIND: Final = 3
_STOPS: Final = frozenset("E;#w")


def read(scene: Scene, quantity: Quantity, last: int) -> Statistic | None:
    """The statistic that the words around a quantity name, or None.

    Args:
        last: the token behind the quantity and its counted noun.
    """
    if quantity.kind in ("date", "ordinal"):
        return None
    tags = scene.sentence.tags
    for mark in reversed(scene.statistics):
        if mark.last <= quantity.first and quantity.first - mark.first <= BEFORE:
            between = tags[mark.last : quantity.first]
            if _is_of_the_one_before(scene, mark.first):
                continue
            if not set(between) & _STOPS and not _verb(tags, mark.first):
                return cast(Statistic, mark.says)
    behind = BEFORE if tags[last : last + 1] == "r" else BEHIND  # 5 per cent that it costs on …
    for mark in scene.statistics:
        if not last <= mark.first < last + behind:
            continue
        own = not set(tags[mark.last : mark.last + BEHIND]) & set("#w")
        apposed = own and tags[last : mark.first] == ",d"  # eight months, the average of a stay
        ahead = not own and tags[mark.first - 1] in ",("  # 1,200 calls, on average 40 a day
        if apposed or (mark.last - mark.first > 1 and not ahead):
            return cast(Statistic, mark.says)
    return None


def _is_of_the_one_before(scene: Scene, at: int) -> bool:
    """`19.5 days on average, 117 days in all`: does the word stand directly behind a number?"""
    before = scene.fact_before(at)
    return before is not None and scene.sentence.tags[before.last : at] in ("", "p")


def _verb(tags: str, at: int) -> bool:
    """`the cuts mean that` is no mean."""
    return at > 0 and tags[at - 1] in "NKzu"
