"""number and count: what no other kind took.

What: a number that stands alone; with a counted noun, which context finds, it is a count.
Why: most facts of a report count people or things.

Examples:
    an index of 8.1 -> number, 8.1
    more than 8,500 people -> count, 8500, people
Not matched:
    one promising example, where `one` is a determiner
"""

from __future__ import annotations

from typing import Final

from migfacts import quantity
from migfacts.beside import bounds, denominators
from migfacts.kept.patterns import precompiled
from migfacts.numerals.numeral import ONE, TRILLION, Numeral
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: Tags of what `one` may count.
_RATED: Final = ("n", "k", "b", "j")
#: `One protester was killed and five …`: something happens to one, and to more.
_BOTH_SUFFER: Final = precompiled("[jDnkb]{0,2}[nkb](?:x?y?[DV]|x[GD])(?:p[XdjnkbNK]{1,3})?,?c[#w]")


def read(sentence: Sentence, numeral: Numeral) -> Quantity | None:
    """The bare number that a numeral is, or None where it is a determiner or a code."""
    if numeral.form in ("code", "multiple", "fraction", "ordinal") or (
        numeral.form == "words" and _determiner(sentence, numeral)
    ):
        return None
    none = numeral.form == "words" and not numeral.value
    if none and sentence.past_hyphen(numeral.last) > numeral.last:
        return None  # a zero-tolerance policy
    result = quantity.of("number", numeral, numeral.first, numeral.last)
    if numeral.symbol is not None and numeral.symbol[0] < TRILLION:
        quantity.rescale(result, numeral)  # 10T are no trillions without a currency
    return result


def _determiner(sentence: Sentence, numeral: Numeral) -> bool:
    """Is `one` a determiner or pronoun: neither `one of`, nor coordinated with a number?"""
    if numeral.value != ONE or "one" not in sentence.words[numeral.last - 1].roles:
        return False
    words, tags, last = sentence.words, sentence.tags, numeral.last
    if len(words) == 1 or tags.startswith("(#)", last):
        return False  # One (01) death
    if numeral.first and words[numeral.first - 1].roles & {"every", "each"}:
        return True  # every one of the 350 volunteers
    if last < len(words) and "of" in words[last].roles:
        return False
    if bounds.before(sentence, numeral.first) is not None:
        return False  # at least one
    if _is_rated(sentence, last):
        return False
    return not _coordinated(tags, numeral) and _BOTH_SUFFER.match(tags, last) is None


def _is_rated(sentence: Sentence, last: int) -> bool:
    """`one doctor for every 39,000 people`, `one for every 470`: is it counted by others?"""
    at = last + (sentence.tags[last : last + 1] in _RATED)
    opened = at < len(sentence.words) and sentence.words[at].rates
    if not opened or sentence.lang.denominators.words.match(sentence.words, at) is None:
        return False
    rate = denominators.read(sentence, at)
    return rate is not None and rate[0][:1].isdigit()


def _coordinated(tags: str, numeral: Numeral) -> bool:
    """`one nurse and two doctors`, `two doctors and one nurse`: another number close by."""
    before = tags[max(0, numeral.first - 5) : numeral.first]
    after = tags[numeral.last : numeral.last + 6]
    if tags[numeral.last : numeral.last + 1] == "p":  # three in A'zaz, one in Al Bab
        before = before.replace("p", "n")
        opened = tags[numeral.first - 1 : numeral.first] in (":", "(")
        after = after.replace("p", "n") if opened else after  # : one in spring, two at Easter
    elif before.endswith("c"):
        before = before.replace("p", "n")  # two at the gate and one guard
    return _number_joined(before[::-1]) or _number_joined(after)


def _number_joined(near: str) -> bool:
    for at, tag in enumerate(near):
        if tag in "#w":
            return any(mark in near[:at] for mark in ",c")
        if tag in "EvVDxmp.;:":
            return False
    return False
