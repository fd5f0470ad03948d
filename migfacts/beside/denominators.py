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
#: Tags of what is told of no event: `a month before tax`, but `a month after the attack`.
_TAXED: Final = ("n", "b")
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
        if words[at].tag == "/" and start < len(words) and _is_another(sentence, start):
            return None
        return _counted(sentence, start)
    if "every" in words[at].roles:
        spaced = _spaced(sentence, at + 1)
        if spaced is not None:
            return spaced
    if words[at].lower in table.articles:
        opened = table.words.match(words, at + 1) if "article" not in words[at].roles else None
        if opened is not None:
            return _counted(sentence, opened[1])  # 15 litres each per day
        noun = sentence.past_hyphen(at + 1)
        if noun < len(words) and words[noun].lower in table.nouns:
            after = words[noun + 1] if noun + 1 < len(words) else None
            shifted = after is not None and (
                after.tag in "nN"
                or ("shift" in after.roles and sentence.tags[noun + 2 : noun + 3] not in _TAXED)
            )
            name = words[noun].lower
            return None if shifted else (table.singulars.get(name, name), noun + 1)
    return None


def _spaced(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """`every two months`: a number of units of time."""
    words = sentence.words[at : at + 2]
    if len(words) < 2 or not sentence.lang.units.is_time(words[1].lower):
        return None
    told = words[0].number
    value = told[1] if told is not None and told[0] == "cardinals" else words[0].text
    if words[0].tag not in "#w" or not value.isdecimal():
        return None
    return f"{value} {sentence.lang.singular(words[1].lower)}", at + 2


def _base(sentence: Sentence, at: int) -> tuple[Decimal | None, int]:
    """The number by which a rate is counted, `1,000` or `million`, and the token behind."""
    if sentence.tags[at] == "#":
        number = digits.read(sentence, at)
        return number.value, number.last
    told = sentence.words[at].number
    if told is not None and told[0] == "scales":
        return Decimal(told[1]), at + 1
    return None, at


def _is_base(value: Decimal) -> bool:
    """Is it a power of ten, as those that a rate is counted by?"""
    return value >= LEAST_BASE and value == Decimal(1).scaleb(value.adjusted())


def _is_another(sentence: Sentence, at: int) -> bool:
    """`120 cases/4 deaths`, `6,300 women/girls`: another thing and no rate?"""
    words, tags = sentence.words, sentence.tags
    if tags[at] == "#":
        value = digits.read(sentence, at).value
        return value is None or not _is_base(value)
    code = sentence.lang.currencies.symbols.match(words, at)
    if code is not None and tags[code[1] : code[1] + 1] == "#":
        return True  # USD 1.1m/SSP 1.05bn
    return tags[at] in "NKz" and words[at].lower not in sentence.lang.denominators.singulars


def _counted(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """`person`, `household member`, `1,000 live births`, `km`, `million inhabitants`, `US$`."""
    words, lang = sentence.words, sentence.lang
    if at >= len(words):
        return None
    prefix, base = "", False
    value, last = _base(sentence, at)
    if value is not None:
        prefix, at, base = f"{plain_number(value)} ", last, _is_base(value)
        further = lang.denominators.words.match(words, at)
        if further is not None and base:
            return prefix.strip(), at  # 1.9/10,000/day
    elif sentence.tags[at] == "#":
        return None
    else:
        code = lang.currencies.symbols.match(words, at) or lang.currencies.names.match(words, at)
        if code is not None and code[0].code and not code[0].doubtful:
            return code[0].code, code[1]
    unit = lang.units.match(words, at)
    if unit is not None:
        name, last = unit
        if "_" in name and words[at].lower.isalpha() and last == at + 1:
            name = lang.singular(words[at].lower)
        return f"{prefix}{name.replace('_', ' ')}", last
    phrase = grammar.plural_phrase(sentence, at) if prefix else grammar.noun_phrase(sentence, at)
    if base and phrase is None:
        phrase = grammar.singular_phrase(sentence, at)
    if base and (phrase is None or phrase.first != at):
        return prefix.strip(), at  # 162 per 10,000
    if phrase is None or phrase.first != at or phrase.last - at > MAX_WORDS:
        return None
    nouns = [w.text if w.tag in "XZ" else w.lower for w in words[at : phrase.last]]
    head = lang.denominators.singulars.get(words[phrase.last - 1].lower)
    head = head or lang.singular(nouns[-1])
    return prefix + " ".join([*nouns[:-1], head]), phrase.last
