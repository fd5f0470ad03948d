"""change: whether the number states a rise or a fall."""

from __future__ import annotations

from typing import Final, cast

from migfacts.context.scene import Scene
from migfacts.fact import Change
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: How far before a quantity its verb of change may stand, and its noun behind, in tokens.
BEFORE: Final = 6
_BEHIND: Final = 3
#: How far, and across what, a change goes on to a quantity behind `by`.
_FAR: Final = 10
_APART: Final = frozenset("vxE;:()")
_STOPS: Final = frozenset("E;:()")
_LINKS: Final = frozenset(("by", "to", "from", "between", "in", "place"))
_ONTO: Final = frozenset(("by", "to"))
_BETWEEN: Final = frozenset("ytpdjbo-")
#: Tags of a noun that a quantity describes.
_NOUNS: Final = frozenset("bnNkKz")


def read(scene: Scene, quantity: Quantity, last: int) -> Change | None:
    """`up` or `down` where the words around a quantity say so, else None."""
    if quantity.kind in ("date", "ordinal", "age"):
        return None
    if quantity.numeral.form == "multiple":
        return _multiple(scene.sentence, quantity)
    sentence = scene.sentence
    found = _before(sentence, quantity) or _behind(sentence, quantity, last)
    found = found or _acting(scene, quantity) or _shared(scene, quantity)
    if found is not None:
        scene.before.changed = (quantity.last, found)
    return found


def _acting(scene: Scene, quantity: Quantity) -> Change | None:
    """`raised enrolment by 40 per cent`, `cut it in half`: the verb stands before its object."""
    words, before = scene.sentence.words, quantity.first - 1
    if quantity.kind == "ratio" and before > 0 and "in" in words[before].roles:
        verbs = scene.sentence.lang.changes.verbs
        said = (verbs.get(word.lower) for word in words[max(0, before - BEFORE) : before])
        return cast(Change | None, next(filter(None, said), None))
    found = scene.clauses.raised(quantity.first)
    return cast(Change, found[0]) if found is not None else None


def _shared(scene: Scene, quantity: Quantity) -> Change | None:
    """`lost 190 points, or 0.6%`, `Kasai was down 3%, Kivu by 2%`: that of the quantity before.

    A level is no change: in `rose 18 points to 96` only the 18 is one.
    """
    if scene.before.changed is None:
        return None
    last, change = scene.before.changed
    if scene.sentence.tags[last : quantity.first] in (",c", "c", "("):
        return change
    by = "by" in scene.sentence.words[quantity.first - 1].roles
    apart = set(scene.clauses.tags[last : quantity.first]) & _APART
    apart |= {"cD"} & {scene.sentence.tags[at : at + 2] for at in range(last, quantity.first)}
    return change if by and quantity.first - last <= _FAR and not apart else None


def _multiple(sentence: Sentence, quantity: Quantity) -> Change | None:
    """`doubled` goes up, `halved` down; `twice` and `double` say neither."""
    first = quantity.numeral.first
    roles = sentence.words[first].roles
    doubles = quantity.first > 0 and sentence.tags[quantity.first - 1] in "tm"  # is set to double
    if "adverb_multiple" in roles or ("adjective_multiple" in roles and not doubles):
        return None
    return "down" if quantity.value is not None and quantity.value < 1 else "up"


def _before(sentence: Sentence, quantity: Quantity) -> Change | None:
    """`rose by`, `fell to`, `down`, `an increase of`: the word of change before the quantity."""
    words, tags, table = sentence.words, sentence.tags, sentence.lang.changes
    at = quantity.first - 1
    start = max(-1, at - BEFORE)
    if at >= 0 and "from" in words[at].roles:
        return None  # what it rose from is no rise
    phrase = table.phrases.match_before(words, quantity.first)
    if phrase is not None:  # gave up 1.8 per cent, gave up three villages
        return None if quantity.kind in ("count", "number") else cast(Change, phrase[0])
    while at > start:
        change = table.verbs.get(words[at].lower)
        if change is not None and _is_got(sentence, at, quantity):
            return None
        if change is None and at == quantity.first - 1 and not _phrasal(sentence, at, quantity):
            change = table.adverbs.get(words[at].lower)
        if change is None and at == quantity.first - 2 and words[at + 1].roles & _ONTO:
            change = table.adverbs.get(words[at].lower)  # was up by 430, back down to 12
        if change is not None:
            return cast(Change, change)
        noun = table.nouns.get(words[at].lower)
        if noun is not None:
            linked = at + 1 < len(words) and words[at + 1].roles & {"of", "by"}
            return cast(Change, noun) if linked else None
        if tags[at] == "," and at == quantity.first - 2 and words[at + 1].roles & _LINKS:
            at -= 1  # has dropped, to 365
            continue
        if quantity.kind == "duration" and words[at].roles & {"place", "to"} == {"place"}:
            return None  # 184 mm fell within 48 hours
        if tags[at] not in _BETWEEN or (tags[at] == "p" and not words[at].roles & _LINKS):
            return _from_to(sentence, at) if tags[quantity.first - 1] == "t" else None
        at -= 1
    return None


def _is_got(sentence: Sentence, at: int, quantity: Quantity) -> bool:
    """`We raised USD 3 million`, `added a 12-month course`: is it something got, and no rise?"""
    if any(word.roles & _LINKS for word in sentence.words[at + 1 : quantity.first]):
        return False
    first, last = quantity.first, sentence.past_hyphen(quantity.last)
    if sentence.tags[first - 1] == "d" and sentence.tags[last : last + 1] in tuple(_NOUNS):
        return True
    return quantity.kind != "percent" and sentence.words[at].lower in sentence.lang.changes.getting


def _phrasal(sentence: Sentence, at: int, quantity: Quantity) -> bool:
    """Does `up` belong to the verb before it: `set up 14 tents`, not `ended up 3 per cent`?"""
    if at > 0 and "constitute" in sentence.words[at - 1].roles:
        return True  # women make up 58 per cent
    counted = quantity.kind in ("count", "number")
    return counted and at > 0 and sentence.tags[at - 1] in "vVDGb"


def _from_to(sentence: Sentence, at: int) -> Change | None:
    """`fell from 40 to 30`: the verb stands before the number it came from."""
    words, table = sentence.words, sentence.lang.changes
    stop = max(-1, at - 10)
    seen_from = False
    while at > stop and sentence.tags[at] not in _STOPS:
        seen_from = seen_from or "from" in words[at].roles
        change = table.verbs.get(words[at].lower)
        behind = sentence.tags[at + 1] == "," or "from" in words[at + 1].roles
        if seen_from and change is None and behind:
            change = table.adverbs.get(words[at].lower)  # has come down, from 40 to 30
        if change is not None:
            return cast(Change, change) if seen_from else None
        at -= 1
    return None


def _behind(sentence: Sentence, quantity: Quantity, last: int) -> Change | None:
    """`a 12 per cent increase`, `20 per cent higher`."""
    words, table = sentence.words, sentence.lang.changes
    at, stop = last, last + _BEHIND
    while at < len(words) and at < stop:
        word = words[at]
        change = table.nouns.get(word.lower) if word.tag not in "VD" else None
        if word.lower not in table.adverbs or quantity.kind == "percent":
            change = change or table.comparatives.get(word.lower)
        if change is not None:
            return cast(Change, change)
        compound = "-" in sentence.tags[at - 1 : at + 2]  # month-on-month
        if word.tag not in "jyn-" and not compound:
            return None
        at, stop = at + 1, min(stop + compound, last + _FAR)
    return None
