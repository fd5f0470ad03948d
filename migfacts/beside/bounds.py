"""Bound words before and behind a quantity: `more than`, `or more`, `an estimated`."""

from __future__ import annotations

from typing import Final, cast

from migfacts.fact import Bound
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: Fillers between a bound word and its number: `at least another 40`.
MAX_FILLERS: Final = 2
#: Tags of what a word of comparison may belong to, instead of the number before it.
_NOUNS: Final = frozenset("NK")
_LOWER: Final = ("at_least", "more_than")
_UPPER: Final = ("at_most", "less_than")
#: What a bound is with the number itself: `less than 40 or equal`.
_INCLUSIVE: Final[dict[Bound, Bound]] = {"more_than": "at_least", "less_than": "at_most"}


def before_determiner(sentence: Sentence, first: int) -> tuple[Bound, int] | None:
    """The same over a determiner: `over the age of sixty`."""
    if first and sentence.tags[first - 1] == "d":
        first -= 1
    return before(sentence, first)


def before(sentence: Sentence, first: int) -> tuple[Bound, int] | None:
    """The bound whose words end before token `first`, and the token where they begin.

    Where two stand together the one that says more wins: `more than an estimated 5,000` is
    more_than.
    """
    if not first or not sentence.words[first - 1].leads:
        return None
    found = _one_before(sentence, first)
    if found is None:
        return None
    bound, start = found
    outer = _one_before(sentence, start)
    if outer is not None and (bound == "approx" or outer[0] == "approx"):
        return (outer[0] if bound == "approx" else bound), outer[1]
    return found


def _one_before(sentence: Sentence, first: int) -> tuple[Bound, int] | None:
    lang, words = sentence.lang, sentence.words
    table = lang.bounds_before
    for end in range(first, max(first - MAX_FILLERS, 0) - 1, -1):
        found = table.match_before(words, end)
        if found is not None:
            return None if found[0] == "none" else (cast(Bound, found[0]), found[1])
        if end <= 0 or words[end - 1].lower not in lang.bound_fillers:
            return None
    return None


def after(sentence: Sentence, last: int) -> tuple[Bound, int] | None:
    """The bound whose words start at token `last`, and the token after them."""
    if last >= len(sentence.words) or not sentence.words[last].trails:
        return None
    found = sentence.lang.bounds_after.match(sentence.words, last)
    if found is None or found[0] in ("none", "inclusive"):
        return None
    if "and" in sentence.words[last].roles and sentence.tags[found[1] : found[1] + 1] in _NOUNS:
        return None  # 46 per cent and older people 9 per cent
    if sentence.tags[found[1] : found[1] + 1] == "#" and sentence.glued(found[1]):
        return None  # 5+3
    if found[1] < len(sentence.words) and "than" in sentence.words[found[1]].roles:
        return None  # 26 ports and more than 900 jetties
    return cast(Bound, found[0]), found[1]


def apply(quantity: Quantity, bound: Bound) -> None:
    """Give a quantity its bound: a one-sided one also sets its end."""
    quantity.bound = bound
    if quantity.low is not None or quantity.high is not None:
        return
    if bound in _LOWER:
        quantity.low = quantity.value
    elif bound in _UPPER:
        quantity.high = quantity.value


def read(sentence: Sentence, quantity: Quantity, free: int) -> None:
    """Look for bound words on both sides of a quantity, from token `free` on, and take them in."""
    if quantity.numeral.open:
        apply(quantity, "at_least")
    found = before(sentence, quantity.first)
    if found is not None and _spread(sentence, found[1], lasting=quantity.kind == "duration"):
        found = None
    if found is not None and found[1] >= free:
        bound, quantity.first = found
        apply(quantity, bound)
    read_after(sentence, quantity, quantity.last)


def _spread(sentence: Sentence, at: int, *, lasting: bool) -> bool:
    """`is repaid over 24 months`: does a passive verb say that it takes that long?

    So does a noun before: `USD 222 million over six months`, `took place over three days`. What is
    `spread over 24 hectares` takes as much room.
    """
    if "over" not in sentence.words[at].roles or at < 2:
        return False
    if "spread" in sentence.words[at - 1].roles:
        return True
    if not lasting:
        return False
    if sentence.tags[at - 1] in "NKnk%$#w)":
        return True
    if sentence.lang.currencies.names.match_before(sentence.words, at) is not None:
        return True
    if sentence.tags[at - 1] in "jy":  # available over three years
        return sentence.words[at - 1].lower not in sentence.lang.bound_fillers
    if sentence.tags[at - 1] not in "DV":
        return False
    return any("copula" in word.roles for word in sentence.words[max(at - 3, 0) : at - 1])


def read_after(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """Look for bound words from token `last` on; take them in if there are any."""
    if quantity.bound in _INCLUSIVE:
        included = sentence.lang.bounds_after.match(sentence.words, last)
        if included is None or included[0] != "inclusive":
            return False
        quantity.bound, quantity.last = _INCLUSIVE[quantity.bound], included[1]
        return True
    if quantity.bound not in ("exact", "approx"):
        return False
    found = after(sentence, last)
    if found is None:
        return False
    bound, quantity.last = found
    apply(quantity, bound)
    return True
