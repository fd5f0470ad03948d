"""Noun phrases and verb groups, found by patterns over the tags of a sentence.

There is no parser: a pattern over one letter a token says where a counted noun ends and its verb
begins. The tags are explained in `languages/lexicon.py`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from migfacts.tokens import Sentence

#: Words that may stand before the head of a noun phrase, each perhaps with a hyphen behind it.
_BEFORE: Final = r"(?:X-#|[yjDGnbkXSq]-?)"
#: The first plural noun ends the phrase, with further plural nouns that it may modify.
_PLURAL: Final = re.compile(
    rf"{_BEFORE}{{0,6}}?(?:(?<=[jDXnkb])c(?=[jDXnkbG]){_BEFORE}{{1,4}}?)?[NKZz](?:[NKZ](?![ob])|(?<=N)z(?=[pxmvVDE.,;)c])|-[NK])*"
)
#: A phrase without a plural noun: up to the last noun before a verb or a function word.
_SINGULAR: Final = re.compile(
    r"(?:[yjGS]-?|D-?(?=[jnkNKXbGS-])){0,3}(?:[nkXbSj](?:-[nkXbDGj]){0,2}){0,5}?[nkXbN](?![nkX-]|b[nkNKX(,.E)])"
)
#: `refugees and asylum-seekers`: the number counts both, unless the second has one of its own.
_COORDINATED: Final = re.compile(
    r"(?:,(?:[jDnkXS]-?){0,2}[NK])*,?c(?:[jDnkX]-?){0,3}[NK](?![NKvVbz])"
)
_ANY: Final = re.compile(
    r"(?:[yjDGnbkXSq]-?){0,6}?(?:(?<=[jDq])c[jDnkX]{1,3}?)?"
    r"(?:[NKZ]+|(?<![nkb])z|z(?![dpytgj#])|[nkXb](?![nkXbNKZ-]|z(?![dpytgj#])))"
)
_DETERMINERS: Final = re.compile(r"[dqgy]*")
_PARTITIVE: Final = re.compile(r"o[dqc]*")


class Phrase(NamedTuple):
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


def noun_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token, singular or plural, without its determiners."""
    at = skip_determiners(sentence, at)
    match = _ANY.match(sentence.tags, at)
    return Phrase(at, match.end()) if match and match.end() > at else None


def counted_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """The same; of `the total number of children`, the children."""
    phrase = noun_phrase(sentence, at)
    if phrase is None or "counter" not in sentence.words[phrase.last - 1].roles:
        return phrase
    inner = partitive(sentence, phrase.last)
    counted = noun_phrase(sentence, inner) if inner is not None else None
    return counted if counted is not None else phrase


def says_how_many(sentence: Sentence, phrase: Phrase) -> bool:
    """Is a phrase a word for an amount, no thing: `number`, `total`, `average`?"""
    word = sentence.words[phrase.last - 1]
    return "counter" in word.roles or sentence.lang.statistics.meaning(word.lower) is not None


def skip_determiners(sentence: Sentence, at: int) -> int:
    """The token after articles, possessives and quantifiers."""
    match = _DETERMINERS.match(sentence.tags, at)
    return match.end() if match else at


def partitive(sentence: Sentence, at: int) -> int | None:
    """The token after `of`, `of the`, `of its`, where they stand at `at`."""
    match = _PARTITIVE.match(sentence.tags, at)
    return match.end() if match else None


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


def before_preposition(sentence: Sentence, first: int) -> int | None:
    """The token of the preposition that a noun phrase, with its determiners, hangs on."""
    at = first
    while at > 0 and sentence.tags[at - 1] in "dqj":
        at -= 1
    return at - 1 if at > 1 and sentence.tags[at - 1] == "p" else None


_PHRASE_TAGS: Final = frozenset("NKZznkXbDGjSdopy-q")
_CLAUSE_STOPS: Final = frozenset("E,;:()csr")


def measuring_verb(sentence: Sentence, first: int) -> int | None:
    """The first token of the verb directly before a quantity: `rose by`, `was estimated at`."""
    tags = sentence.tags
    at = first
    while at > 0 and first - at < 5 and tags[at - 1] in "ptydo":
        at -= 1
    end = at
    while at > 0 and end - at < 5 and tags[at - 1] in "vVDxmzyg":
        at -= 1
    changes = sentence.lang.changes
    for word in sentence.words[at:end]:
        if (
            "measuring" in word.roles
            or word.lower in changes.verbs
            or word.lower in changes.neutral
        ):
            return at
    return None


#: In tokens.
LONGEST_ASIDE: Final = 12
_NEW_PHRASE: Final = re.compile("[nNkKXZz]d")


def _past_aside(tags: str, verb: int) -> int:
    """Where the subject ends that commas, brackets or `which` part from its verb.

    `Prices for oil, both used for cooking, rose`; `the index (CPI), which rose`.
    """
    end = verb
    if end > 1 and tags[end - 1] == "r":
        end -= 1 + (tags[end - 2] == ",")
    elif end > 1 and tags[end - 1] == ",":
        opened = tags.rfind(",", max(end - 1 - LONGEST_ASIDE, 0), end - 1)
        end = opened if opened > 0 else end
    if end > 1 and tags[end - 1] == ")":
        opened = tags.rfind("(", max(end - LONGEST_ASIDE, 0), end)
        end = opened if opened > 0 else end
    return end


def subject_phrase(sentence: Sentence, verb: int) -> Phrase | None:
    """The noun phrase that a verb's clause begins with; of `the number of cases`, the cases."""
    tags = sentence.tags
    verb = _past_aside(tags, verb)
    start = verb
    while start > 0 and verb - start < 16 and tags[start - 1] in _PHRASE_TAGS:
        start -= 1
    if start > 0 and tags[start - 1] not in _CLAUSE_STOPS:
        return None
    opened = tags[start] == "p"
    while start < verb and tags[start] in "yp":
        start += 1
    if opened:  # For rural areas the index is
        later = _NEW_PHRASE.search(tags, start, verb)
        start = later.end() - 1 if later else start
    phrase = counted_phrase(sentence, start)
    return phrase if phrase is not None and phrase.last <= verb else None


_FIRST_PLURAL: Final = re.compile(r"(?:[jDGnbkXS]-?)*[NK](?=[^NKZ]|$)")


def first_plural(sentence: Sentence, end: int) -> Phrase | None:
    """The first noun phrase with a plural head before a token: what a sentence is about."""
    for match in _FIRST_PLURAL.finditer(sentence.tags, 0, end):
        first, last = match.span()
        if last <= end and last - first <= 6 and "counter" not in sentence.words[last - 1].roles:
            return Phrase(first, last)
    return None


def resolve(tags: str) -> str:
    """The tags with every verb as `v` and what only looks like one as noun or adjective.

    Found once for a sentence, so that the words around each of its numbers are read fast.
    """
    out = list(tags.translate(_NOMINAL))
    for match in _VERB.finditer(f"E{tags}"):
        out[match.start() - 1] = "v"
    return "".join(out)


#: Modals are auxiliaries here; what looks like a verb is none until `_VERB` says so.
_NOMINAL: Final = str.maketrans("DzbGmVvx", "jNnjxvvx")
#: Participles before nouns are adjectives; base forms are verbs behind `to`, modals, pronouns
#: and plural nouns, third-person forms behind singular nouns, gerunds behind auxiliaries.
_VERB: Final = re.compile(
    r"(?<![doj])D(?![nNkKXZbjGz])"
    r"|(?<=[^dojpct,(E\"yq#w])D|(?<=[nkXNKZu]y)D(?=X)"
    r"|(?<=[nkXNKZuybr)S])(?<![pvVbG][nk])z(?=[dptyjoqDGxw#$uX(\"*s])"
    r"|(?<=[tmurNK])b|(?<=[tmurNKx]y)b"
    r"|(?<=x)G|(?<=[,NKZXkn)])G(?=[d#w$qp*u])"
)


class Clauses:
    """The resolved tags of a sentence, forwards and backwards."""

    __slots__ = ("backwards", "tags")

    def __init__(self, sentence: Sentence) -> None:
        self.tags = resolve(sentence.tags)
        self.backwards = self.tags[::-1]

    def verb_before(self, first: int) -> tuple[int, int] | None:
        """The nearest verb group before a token in its sentence, as tokens from and to."""
        size = len(self.tags)
        match = _VERB_BACK.match(self.backwards, size - first)
        if match is None:
            return None
        start, end = size - match.end(), size - match.start("verb")
        tags = self.tags
        while start < end and tags[start] in "ytg":
            start += 1
        return start, end

    def chain_before(self, end: int, *, floor: int = 0) -> Phrase | None:
        """The nouns, with what hangs on them by prepositions, that end before a token.

        Args:
            floor: the token before which the chain does not reach.
        """
        tags = self.tags
        size = len(tags)
        match = _CHAIN_BACK.match(self.backwards, size - end)
        start = max(size - match.end(), floor) if match else end
        fresh = _NEW_PHRASE.findall(tags, start, end)
        if fresh:  # of unemployment and inflation | the pace of prices
            start = tags.rfind(fresh[-1], start, end) + 1
        while start < end and tags[start] in "pdoyqtc-":
            start += 1
        while end > start and tags[end - 1] not in "NKZnkXS#" and tags[end - 2] != "-":
            end -= 1
        return Phrase(start, end) if start < end else None


_VERB_BACK: Final = re.compile("[^E;vx]{0,40}(?P<verb>[vx][xmytgv]*)")
_CHAIN_BACK: Final = re.compile(r"(?:[NKZnkXjSdopyq\-*/t#]|c(?=[NKZnkXS])){0,18}")


_FORWARD: Final = re.compile(
    r"(?:[yjDGnbkXSZ#]-?){0,6}[NKZznkXb](?:[op][dq]*(?:[yjDGnbkXSZ#]-?){0,4}[NKZznkXb]){0,3}"
)


def chain_behind(sentence: Sentence, at: int) -> Phrase | None:
    """The noun phrase that starts at a token, with what hangs on it by prepositions."""
    at = skip_determiners(sentence, at)
    match = _FORWARD.match(sentence.tags, at)
    return Phrase(at, match.end()) if match else None
