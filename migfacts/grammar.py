"""Noun phrases and verb groups, found by patterns over the tags of a sentence.

There is no parser: a pattern over one letter a token says where a counted noun ends and its verb
begins. The tags are explained in `languages/lexicon.py`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from migfacts.tokens import Sentence

#: Words that may stand before the head of a noun phrase, each perhaps with a hyphen behind it.
_BEFORE: Final = r"(?:[yjDGnbkXSq]-?)"
#: The first plural noun ends the phrase, with further plural nouns that it may modify.
_PLURAL: Final = re.compile(rf"{_BEFORE}{{0,6}}?(?:[nbkX]-)?[NKZz](?:[NKZ](?![ob])|-[NK])*")
#: A phrase without a plural noun: up to the last noun before a verb or a function word.
_SINGULAR: Final = re.compile(
    r"(?:[yjGS]-?|D-?(?=[jnkNKXbGS-])){0,3}(?:[nkXbSj](?:-[nkXbDGj]){0,2}){0,5}?[nkXbN](?![nkX-])"
)
_ANY: Final = re.compile(
    r"(?:[yjDGnbkXSq]-?){0,6}?(?:[NKZz](?:[NKZ])*|[nkXb](?![nkXbNKZz-]))"
)
_DETERMINERS: Final = re.compile(r"[dqgy]*")
_PARTITIVE: Final = re.compile(r"o[dqc]*")


class Phrase(NamedTuple):
    """Tokens `first` up to `last`."""

    first: int
    last: int


def plural_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token and ends with its first plural noun."""
    match = _PLURAL.match(sentence.tags, at)
    return Phrase(at, match.end()) if match else None


def singular_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token and has no plural noun."""
    match = _SINGULAR.match(sentence.tags, at)
    if match is None or match.end() == at:
        return None
    return Phrase(at, match.end())


def noun_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token, singular or plural, without its determiners."""
    at = skip_determiners(sentence, at)
    match = _ANY.match(sentence.tags, at)
    return Phrase(at, match.end()) if match and match.end() > at else None


def skip_determiners(sentence: Sentence, at: int) -> int:
    """The token after articles, possessives and quantifiers."""
    match = _DETERMINERS.match(sentence.tags, at)
    return match.end() if match else at


def partitive(sentence: Sentence, at: int) -> int | None:
    """The token after `of`, `of the`, `of its`, where they stand at `at`."""
    match = _PARTITIVE.match(sentence.tags, at)
    return match.end() if match else None


_BACK: Final = re.compile(r"[NKZznkXbDGjS-]+")


def phrase_before(sentence: Sentence, end: int) -> Phrase | None:
    """The noun phrase that ends before a token, without its determiners."""
    tags = sentence.tags
    if end <= 0 or tags[end - 1] not in "NKZznkXb":
        return None
    start = end
    while start > 0 and end - start < 7 and tags[start - 1] in "NKZznkXbDGjSy-":
        start -= 1
    while start < end and tags[start] in "-y":
        start += 1
    return Phrase(start, end) if start < end else None
