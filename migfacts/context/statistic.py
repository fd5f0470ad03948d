"""statistic: whether the number is an average, a median, a minimum or a maximum."""

from __future__ import annotations

from typing import Final, cast

from migfacts.context.scene import Scene
from migfacts.fact import Statistic
from migfacts.quantity import Quantity

#: How far before and behind a quantity the word may stand.
BEFORE: Final = 8
BEHIND: Final = 3


def read(scene: Scene, quantity: Quantity, last: int) -> Statistic | None:
    """The statistic that the words around a quantity name, or None.

    Args:
        last: the token behind the quantity and its counted noun.
    """
    if quantity.kind in ("date", "ordinal"):
        return None
    words, tags = scene.sentence.words, scene.sentence.tags
    table = scene.sentence.lang.statistics
    for at in range(quantity.first - 1, max(quantity.first - 1 - BEFORE, -1), -1):
        if tags[at] in "E;#":
            break
        if words[at].lower in table:
            match = table.match(words, at)
            if match is not None:
                return cast(Statistic, match[0])
    for at in range(last, min(last + BEHIND, len(words))):
        if tags[at] in "E;,#":
            break
        match = table.match(words, at)
        if match is not None and at + 1 < match[1]:
            return cast(Statistic, match[0])
    return None
