"""Denominators: what a rate is counted by. `per person per day`, `a month`, `per 1,000 births`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from migfacts import grammar
from migfacts.fact import plain_number
from migfacts.numerals import digits
from migfacts.tokens import Sentence

MAX_LEVELS: Final = 3
MAX_WORDS: Final = 3
#: Rates of deaths are counted by 10,000 people, of diseases by 100,000.
LEAST_BASE: Final = Decimal(100)


def read(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """The denominators that start at token `at`.

    Returns:
        (`person / day`, the token after them), singular and joined by ` / `; None without any.
    """
    names: list[str] = []
    while len(names) < MAX_LEVELS:
        found = _one(sentence, at)
        if found is None:
            break
        name, at = found
        names.append(name)
    return (" / ".join(names), at) if names else None


def _one(sentence: Sentence, at: int) -> tuple[str, int] | None:
    lang, words = sentence.lang, sentence.words
    if at >= len(words):
        return None
    at = sentence.past_hyphen(at)
    table = lang.denominators
    adverb = table.adverbs.match(words, at)
    if adverb is not None:
        return adverb
    opened = table.words.match(words, at)
    if opened is not None:
        start = opened[1]
        while start < len(words) and "article" in words[start].roles:
            start += 1
        return _counted(sentence, start) if start < len(words) else None
    if words[at].lower in table.articles:
        opened = table.words.match(words, at + 1) if "article" not in words[at].roles else None
        if opened is not None:
            return _counted(sentence, opened[1])  # 15 litres each per day
        noun = sentence.past_hyphen(at + 1)
        if noun < len(words) and words[noun].lower in table.nouns:
            after = words[noun + 1] if noun + 1 < len(words) else None
            shifted = after is not None and ("shift" in after.roles or after.tag in "nN")
            name = words[noun].lower
            return None if shifted else (table.singulars.get(name, name), noun + 1)
    return None


def _is_base(value: Decimal) -> bool:
    """Is it a power of ten, as those that a rate is counted by?"""
    return value >= LEAST_BASE and value == Decimal(1).scaleb(value.adjusted())


def _counted(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """`person`, `household member`, `1,000 live births`, `km`."""
    words, lang = sentence.words, sentence.lang
    prefix = ""
    if at < len(words) and sentence.tags[at] == "#":
        number = digits.read(sentence, at)
        if number.value is None:
            return None
        prefix, at = f"{plain_number(number.value)} ", number.last
        further = lang.denominators.words.match(words, at)
        if further is not None and _is_base(number.value):
            return prefix.strip(), at  # 1.9/10,000/day
    unit = lang.units.match(words, at)
    if unit is not None:
        name, last = unit
        if "_" in name and words[at].lower.isalpha() and last == at + 1:
            name = lang.singular(words[at].lower)
        return f"{prefix}{name.replace('_', ' ')}", last
    phrase = grammar.plural_phrase(sentence, at) if prefix else grammar.noun_phrase(sentence, at)
    if phrase is None or phrase.first != at or phrase.last - at > MAX_WORDS:
        return None
    nouns = [w.text if w.tag in "XZ" else w.lower for w in words[at : phrase.last]]
    head = lang.denominators.singulars.get(words[phrase.last - 1].lower)
    head = head or lang.singular(nouns[-1])
    return prefix + " ".join([*nouns[:-1], head]), phrase.last
