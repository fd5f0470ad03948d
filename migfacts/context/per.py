"""per: what it is counted by where that stands apart from it: `500 people arrive each day`.

Only what is counted anew each time has a rate. An object has (`the clinic sees 40 patients every
day`), what a passive tells has, and those who come or go; `12 volunteers meet every week` has not.
"""

from __future__ import annotations

from typing import Final

from migfacts.beside import denominators
from migfacts.context.happening import Event
from migfacts.context.scene import Scene
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

KINDS: Final = frozenset(("count", "measure", "money", "number"))
_MEASURED: Final = frozenset(("money", "measure"))
#: How far behind a number its rate may stand, in tokens.
FARTHEST: Final = 10
#: Tags of what begins a clause of its own, or parts one.
_PARTED: Final = precompiled(r"[,;:.()\"Ecsr#wG]")
#: What may follow a rate: nothing, or what goes on behind it.
_ENDS: Final = frozenset(("", ".", ",", ";", "E", ")", "c", "p", "t", "s", ":"))
#: Tags of prepositions, behind which a rate is told of something else.
_HANGS: Final = ("o", "p")
#: Tags of what makes a number one of those that are known: the 40 staff.
_KNOWN: Final = frozenset("dS")


def read(scene: Scene, quantity: Quantity, last: int, happening: Event | None) -> str | None:
    """The denominator of a quantity.

    Args:
        last: the token behind the quantity and its noun.
        happening: its event.
    """
    if quantity.per is not None or quantity.kind not in KINDS:
        return quantity.per
    words = scene.sentence.words
    coming = last < len(words) and scene.sentence.tags[last] == "G"
    if coming and "passing" in words[last].roles:
        last += 1  # 1,400 people arriving every day
    elif happening is None or not _is_anew(scene, quantity, last, happening):
        return None
    sentence = scene.sentence
    parted = _PARTED.search(sentence.tags, last, last + FARTHEST)
    end = parted.start() if parted is not None else min(last + FARTHEST, len(sentence.words))
    places = [at for at in range(last, end) if sentence.words[at].rates]
    if sentence.words[0].rates and scene.facts[0] is quantity:
        places.append(0)
    return next(filter(None, (_at(scene, at) for at in places)), None)


def read_behind(sentence: Sentence, quantity: Quantity, last: int) -> None:
    """`15 litres of water per person per day`: the denominator behind what is measured."""
    if quantity.kind in _MEASURED and last < len(sentence.words) and sentence.words[last].rates:
        rate = denominators.read(sentence, last)
        if rate is not None:
            quantity.per = rate[0]


def _is_anew(scene: Scene, quantity: Quantity, last: int, happening: Event) -> bool:
    """Is what happens told of others each time?"""
    sentence = scene.sentence
    if quantity.first and sentence.tags[quantity.first - 1] in _KNOWN:
        return False
    if happening.verb is not None or happening.text is None:
        return True
    words = sentence.words[last : last + FARTHEST]
    told = next((word for word in words if word.text == happening.text.split()[0]), None)
    return told is not None and bool(told.roles & {"copula", "passing"})


def _at(scene: Scene, at: int) -> str | None:
    """The time that a rate at a token is counted by: each day, daily."""
    sentence = scene.sentence
    if "article" in sentence.words[at].roles or sentence.tags[at - 1 : at] in _HANGS:
        return None  # a day later, on the first of every month
    rate = denominators.read(sentence, at)
    if rate is None or not sentence.lang.units.is_time(rate[0]):
        return None
    return rate[0] if at == 0 or sentence.tags[rate[1] : rate[1] + 1] in _ENDS else None
