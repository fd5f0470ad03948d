"""Ages that are told of persons: `she was 19`, `left school at 14`, `Nadia, 34, sold bread`."""

from __future__ import annotations

from typing import Final

from migfacts.beside import bounds
from migfacts.numerals.numeral import Numeral
from migfacts.tokens import Sentence

#: How far before a number its `life expectancy` may stand, in tokens.
REACH: Final = 12
#: Between commas behind a name a number hardly is an age outside these.
YOUNGEST, OLDEST = 5, 105


def is_turned(sentence: Sentence, numeral: Numeral) -> bool:
    """`She left school at 14`, `At nineteen, Amna had moved`: does somebody do it at an age?"""
    words, at, persons = sentence.words, numeral.first - 1, sentence.lang.ages.persons
    if "at" not in words[at].roles:
        return False
    if at == 0:
        behind = numeral.last + 1
        if behind >= len(words) or sentence.tags[numeral.last] != ",":
            return False
        word, place = words[behind], sentence.lang.places.match(words, behind)
        named = word.tag == "X" and not word.text.isupper() and place is None
        return named or word.lower in persons
    clause = max(sentence.tags.rfind(mark, 0, at) for mark in ",;:E")
    ends = sentence.tags[numeral.last : numeral.last + 1] in ",.E"
    return ends and words[clause + 1].lower in persons


def is_told(sentence: Sentence, numeral: Numeral) -> bool:
    """`she was 19`, `the median age is 38.4 years`: is it told of somebody, or of an age?

    `Mean age: 31 months`.
    """
    tags, words = sentence.tags, sentence.words
    bound = bounds.before(sentence, numeral.first)
    at = (bound[1] if bound is not None else numeral.first) - 1
    while at > 1 and tags[at] == "y":
        at -= 1
    told = sentence.lang.ages.told
    risen = tags[at : at + 1] == "t" and words[at - 1].lower in sentence.lang.changes.verbs
    if at < 1 or not (risen or "copula" in words[at].roles):
        return tags[at : at + 1] == ":" and told.match_before(words, at) is not None
    at -= at > 1 and tags[at - 1] == "m"  # he will be 35
    told_of = not risen and words[at - 1].lower in sentence.lang.ages.persons
    return told_of or any(
        told.match(words, start) is not None for start in range(max(0, at - REACH), at)
    )


def apposed(sentence: Sentence, numeral: Numeral) -> bool:
    """`Nadia, 34, sold bread`, `Mateo, now six, sleeps`: does it stand between two commas?"""
    tags, first, last = sentence.tags, numeral.first, numeral.last
    now = first > 0 and sentence.words[first - 1].lower in sentence.lang.ages.now
    named = first - now > 1 and tags[first - now - 2 : first - now] == "X,"
    if not named or tags[last : last + 1] != "," or numeral.value is None:
        return False
    if now and numeral.form in ("digits", "words"):
        return numeral.value <= OLDEST
    further = tags[last + 1 : last + 2] in ("#", "w")
    return numeral.form == "digits" and YOUNGEST <= numeral.value <= OLDEST and not further
