"""Dates and places that something is compared with: `up from 27 in 2022`, `more than in 2022`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from migfacts.context.mention import Mention
    from migfacts.context.scene import Scene
    from migfacts.quantity import Quantity

SHARES: Final = frozenset(("percent", "ratio"))
#: How many tokens before a date tell what it is compared with.
BESIDE: Final = 3
#: In characters of a period.
YEAR: Final = 4


def governs_on(scene: Scene, mention: Mention, quantity: Quantity) -> bool:
    """Does a date before a number hold for it, and is it not what another is compared with?

    It does in its bracket, `more than in 2022 (512)`, and in its clause, `in 2022, when 512`.
    """
    behind, next_ = scene.sentence.tags[mention.last : quantity.first], mention.last + 1
    when = behind[:1] == "," and "when" in scene.sentence.words[next_].roles
    return behind == "(" or when or not compares(scene, mention)[0]


def compares(scene: Scene, mention: Mention) -> tuple[bool, Quantity | None]:
    """Is a date or place what something is compared with, and of which number is it?

    So it is in `up from 27 in 2022`, and of none in `more than in 2022`, `39 per cent over
    2022`.
    """
    words, at = scene.sentence.words, mention.first
    other = scene.fact_before(at)
    start = max(at - BESIDE, other.last if other is not None else 0)
    if any(word.roles & {"than", "against"} for word in words[start:at]):
        return True, None
    if other is None or at - other.last > BESIDE:
        return False, None
    yearly = len(mention.says) == YEAR and "upon" in words[at - 1].roles
    if yearly and other.last == at - 1 and other.kind in SHARES:
        return True, None
    lead = words[max(other.first - 2, 0) : other.first]
    led = any(word.roles & {"from", "than", "against"} for word in lead)
    return led, other if led else None
