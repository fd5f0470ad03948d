"""Noun phrases: where a counted noun begins and ends."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from migfacts.kept.patterns import precompiled
from migfacts.tokens import Sentence

#: Words that may stand before the head of a noun phrase, each perhaps with a hyphen behind it.
_BEFORE: Final = (
    r"(?:X-#-?|[jvnby]-t-[vnbk]-?|[NK]-(?=D)|v-(?=[nbk])|[nbkXpj]-[tpoc]-|p-(?=[nbkj])"
    r"|O-(?=[nkb])|O(?=[jnkb]?[nkbNKz])|[yjDGnbkXSq]-?)"
)
#: What stands before a plural noun behind `and`: `host`, `care-`, `camp-like`.
_JOINED: Final = r"(?:[jDnkX]-?|[nkb]-p?(?=[NKz])){0,3}"
#: Phrases with prepositions, and the finite verb behind them.
FINITE: Final = r"(?:p[dq]?[jnkbXNKZ-]{1,6}){1,2}x"
#: `Syrian, Iraqi and Afghan families`: what stands between the first of a row and its last.
_SORTS: Final = r"(?:,[jXn](?=[,c])){0,4},?"
#: The first plural noun ends the phrase, with further plural nouns that it may modify.
_PLURAL: Final = precompiled(
    rf"{_BEFORE}{{0,6}}?(?:(?<=[jDXnkb]){_SORTS}c(?:N(?=[NK])|(?=[jDXnkbG]){_BEFORE}{{1,4}}?))?[NKZz](?!-D)(?:[NKZ](?![ob])|(?<=[NK])z(?=[pxmvVDE.,;)c])|-[NK])*"
)
#: A phrase without a plural noun: up to the last noun before a verb or a function word.
_SINGULAR: Final = precompiled(
    r"(?:[yjGS]-?|D-?(?=[jnkNKXbGS-])){0,3}(?:[nkXbSj](?:-[nkXbDGj]){0,2}){0,5}?[nkXbN](?![nkX-]|b[nkNKX(,.E)])"
)
#: `refugees and asylum-seekers`: the number counts both, unless the second has one of its own.
#: Of one that a verb follows it counts only a row: `men, women and children live`.
_COORDINATED: Final = precompiled(
    rf"(?:,(?:[jDnkXS]-?){{0,2}}[NK])+,?c{_JOINED}[NK](?![NKz])"
    rf"|,?c{_JOINED}(?:[NK](?![NKvVbz])|(?<=[jnkp])z(?=[px,;.)E]))"
)
#: What may be a verb is none where one follows: `of export orders for oil | were lost`.
_ANY: Final = precompiled(
    rf"{_BEFORE}{{0,6}}?(?:(?<=[jDq])c[jDnkXG]{{1,3}}?)?"
    rf"(?:[NKZ]+(?:n(?=[GDVxpm.,;)E]))?|(?<![nkb])z|z(?:(?![dpytgj#])|(?={FINITE}))"
    rf"|[nkXb](?![nkXbNKZ-]|j[nkbNKZz]|z(?:(?![dpytgj#])|(?={FINITE}))))"
)
_DETERMINERS: Final = precompiled(r"(?:[dqg]|y(?!D[nNkK]))*")
#: `of whom`, `of them`.
OF_THEM: Final = ("or", "ou")
_PARTITIVE: Final = precompiled(r"o[dqc]*(?:O(?=[jDnkXb]{0,4}[NKZz]))?")


#: In tokens, with its brackets.
LONGEST_BRACKET: Final = 12


class Phrase(Struct, frozen=True, gc=False):
    """Tokens `first` up to `last`."""

    first: int
    last: int


def lemma(sentence: Sentence, phrase: Phrase) -> str:
    """A phrase with its heads made singular, the rest as written: `refugee and asylum-seeker`."""
    words, tags = sentence.words, sentence.tags
    text, end = "", phrase.last
    at = phrase.first
    while at < end:
        stop = at
        while stop < end and tags[stop] not in "c,":
            stop += 1
        head = words[stop - 1].text
        part = sentence.text(at, stop)
        owner = tags.find("S", at, stop)  # most have none
        while owner >= 0:
            whose = words[owner].text
            part = part.replace(whose, sentence.lang.lexicon.owner(whose), 1)
            owner = tags.find("S", owner + 1, stop)
        part = part.removesuffix(head) + sentence.lang.singular(head)
        text = f"{text} {part}" if text else part
        if stop < end:
            text += f" {words[stop].text}" if tags[stop] == "c" else words[stop].text
        at = stop + 1
    return text


def plural_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token and ends with its first plural noun."""
    match = _PLURAL.match(sentence.tags, at)
    if match is None:
        return None
    more = _COORDINATED.match(sentence.tags, match.end())
    return Phrase(at, more.end() if more else match.end())


def singular_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token and has no plural noun."""
    match = _SINGULAR.match(sentence.tags, at)
    if match is None or match.end() == at:
        return None
    return Phrase(at, match.end())


def noun_phrase(sentence: Sentence, at: int, end: int | None = None) -> Phrase | None:
    """The noun phrase that starts at a token, singular or plural, without its determiners.

    Args:
        end: the token before which it ends, if that is known.
    """
    at = skip_determiners(sentence, at)
    match = _ANY.match(sentence.tags, at, len(sentence.tags) if end is None else end)
    if match is None or match.end() == at:
        return None
    last = match.end()
    if last - at == 1 and last != end and sentence.tags.startswith("Xz", at):
        last += sentence.words[at].text.isupper()  # IDP camps
    return Phrase(at, last)


def counted_phrase(sentence: Sentence, at: int, end: int | None = None) -> Phrase | None:
    """The same; of `the total number of children`, the children, of `a litre of milk` the milk."""
    phrase = noun_phrase(sentence, at, end)
    if phrase is None or not _measures(sentence, phrase):
        return phrase
    inner = partitive(sentence, phrase.last)
    if inner is None and sentence.tags[phrase.last : phrase.last + 1] in ("D", "j"):
        inner = phrase.last  # of total confirmed cases
    counted = noun_phrase(sentence, inner, end) if inner is not None else None
    return counted if counted is not None else phrase


def _measures(sentence: Sentence, phrase: Phrase) -> bool:
    """Is a phrase one for an amount or a unit, of which the thing is told behind?"""
    head, units = sentence.words[phrase.last - 1], sentence.lang.units
    if "counter" in head.roles:
        return True
    unit = units.words.meaning(head.lower) if sentence.tags.startswith("o", phrase.last) else None
    return unit is not None and unit not in units.durations


def says_how_many(sentence: Sentence, phrase: Phrase) -> bool:
    """Is a phrase a word for an amount, no thing: `number`, `total`, `average`?"""
    word = sentence.words[phrase.last - 1]
    return "counter" in word.roles or sentence.lang.statistics.meaning(word.lower) is not None


def skip_determiners(sentence: Sentence, at: int) -> int:
    """The token after articles, possessives and quantifiers."""
    match = _DETERMINERS.match(sentence.tags, at)
    return match.end() if match else at


def past_bracket(sentence: Sentence, at: int) -> int:
    """The token after a short bracket: `14 per cent (down from 15 per cent) of sites`."""
    if sentence.tags[at : at + 1] != "(":
        return at
    closed = sentence.tags.find(")", at, at + LONGEST_BRACKET)
    return closed + 1 if closed > 0 else at


def partitive(sentence: Sentence, at: int) -> int | None:
    """The token after `of`, `of the`, `of its`, where they stand at `at`."""
    match = _PARTITIVE.match(sentence.tags, at)
    return match.end() if match else None


def phrase_before(sentence: Sentence, end: int) -> Phrase | None:
    """The noun phrase that ends before a token, without its determiners."""
    return ending(sentence.tags, end)


def ending(tags: str, end: int) -> Phrase | None:
    """The noun phrase that ends before a token of a row of tags."""
    if end <= 0 or tags[end - 1] not in "NKZznkXb":
        return None
    start = end
    while start > 0 and end - start < 7 and tags[start - 1] in "NKZznkXbDGjSy-":
        start -= 1
    while start < end and tags[start] in "-y":
        start += 1
    if start == end:
        return None
    if start > 3 and tags[start - 3 : start] == "(X)":  # acute malnutrition (GAM) rates
        named = ending(tags, start - 3)
        start = named.first if named is not None else start
    return Phrase(start, end)


def leader(sentence: Sentence, first: int) -> int:
    """The token before a noun phrase with its determiners: `of` of `of the many people`; or -1."""
    at = first - 1
    while at >= 0 and sentence.tags[at] in "dqj":
        at -= 1
    return at


def before_preposition(sentence: Sentence, first: int) -> int | None:
    """The token of the preposition that a noun phrase, with its determiners, hangs on."""
    at = leader(sentence, first)
    return at if at > 0 and sentence.tags[at] == "p" else None


_FIRST_PLURAL: Final = precompiled(r"(?:[jDGnbkXS]-?)*[NK](?=[^NKZ]|$)")


def first_plural(sentence: Sentence, end: int) -> Phrase | None:
    """The first noun phrase with a plural head before a token: what a sentence is about."""
    for match in _FIRST_PLURAL.finditer(sentence.tags, 0, end):
        first, last = match.span()
        if last <= end and last - first <= 6 and "counter" not in sentence.words[last - 1].roles:
            return Phrase(first, last)
    return None


_FORWARD: Final = precompiled(
    r"(?:[yjDGnbkXSZ#]-?){0,6}[NKZznkXb](?:[op][dq]*(?:[yjDGnbkXSZ#]-?){0,4}[NKZznkXb]){0,3}"
)


def chain_behind(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token, with what hangs on it by prepositions."""
    at = skip_determiners(sentence, at)
    match = _FORWARD.match(sentence.tags, at)
    return Phrase(at, match.end()) if match else None
