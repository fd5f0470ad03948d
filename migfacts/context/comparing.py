"""Dates and places that something is compared with: `up from 27 in 2022`, `more than in 2022`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from migfacts.fact import SHARES
from migfacts.quantity import Quantity

if TYPE_CHECKING:
    from migfacts.context.mention import Mention
    from migfacts.context.scene import Scene

#: How many tokens before a date tell what it is compared with.
BESIDE: Final = 3
#: And how many a share and the level that it is measured against.
NEAR: Final = 8
#: How far before a date its `from` may stand, and what may not stand between.
FROM: Final = 5
_APART: Final = frozenset("vVDxz,;()t#")


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
    2022`, `twice what it was in 2022`.
    """
    words, at = scene.sentence.words, mention.first
    other = scene.fact_before(at)
    start = max(at - BESIDE, other.last if other is not None else 0)
    if any(word.roles & {"than", "against"} for word in words[start:at]):
        return True, None
    if other is not None and _is_led_on(scene, other, at):
        return True, None
    if other is None or at - other.last > BESIDE:
        return False, None
    yearly = mention.says.isdigit() and "upon" in words[at - 1].roles
    if yearly and other.last == at - 1 and other.kind in SHARES:
        return True, None
    lead = words[max(other.first - 2, 0) : other.first]
    led = any(word.roles & {"from", "than", "against"} for word in lead)
    return led, other if led else None


def _is_led_on(scene: Scene, other: Quantity, at: int) -> bool:
    """`twice what it was in 2022`, `twice as many as in 2022`, `up 30% on the same period of 2022`?

    So it is in `38 per cent below the level of 2022`.
    """
    words, end = scene.sentence.words, other.last
    if other.kind == "ratio" and words[end].roles & {"what", "as"}:
        return True
    many = other.kind == "ratio" and "the" in words[end].roles
    if many and words[end + 1].roles & {"counter", "gauge"}:
        return True  # double the number in 2022
    tags = scene.sentence.tags[end:at]
    near = len(tags) <= NEAR and "," not in tags and not set("vVxz") & set(tags)
    return other.kind in SHARES and near and bool(words[end].roles & {"upon", "off"})


def parts_next(scene: Scene, start: int, mention: Mention, *, led: bool) -> bool:
    """The same of the next date or place, which needs a sign that more is told than of it.

    Another before it, `led`, an open end, or a mark: `1.9 million, more than any in Africa`.
    """
    words, since = scene.sentence.words[start : mention.first], scene.sentence.lang.dates.since
    if "," in scene.sentence.tags[start : mention.first] and any("than" in w.roles for w in words):
        return True
    apart = led or mention.says.endswith("..") or any(word.lower in since for word in words)
    return apart and parts(scene, start, mention)


def parts(scene: Scene, start: int, mention: Mention) -> bool:
    """`22 nurses, 4 more than at the end of 2022`: do words of comparison part a date from them?

    So it is in `27, up from 98 in 2023`, `27, up 3 per cent from 2022`, `12 deaths, against 45
    in 2022`, `27 deaths, the highest number since 2016`, `the most since records began in 2016`.
    """
    words, end, since = scene.sentence.words, mention.first, scene.sentence.lang.dates.since
    changes, risen, open_end = scene.sentence.lang.changes, False, mention.says.endswith("..")
    open_end = open_end or any(word.lower in since for word in words[start:end])
    for at, word in enumerate(words[start:end], start):
        if word.roles & {"than", "against"} or (open_end and "superlative" in word.roles):
            return True
        if "from" in word.roles and (
            scene.fact_in(at, end)
            or (risen and end - at <= FROM and not set(scene.sentence.tags[at + 1 : end]) & _APART)
        ):
            return True  # up 43 per cent from the same period of 2024
        risen = risen or word.lower in changes.adverbs or word.lower in changes.verbs
    return False
