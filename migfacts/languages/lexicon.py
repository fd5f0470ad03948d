"""The lexicon: what each token of a language is, found once and kept.

A token gets a one-letter tag, so that the tags of a sentence form a string, and a pattern over
that string is a grammar: `j*n*N` is a noun phrase. Nothing here is a statistical tagger:
closed classes and word lists decide, then the ending, then the shape.

    d determiner, possessive      o "of"        v verb form, finite or base only
    p preposition                 t "to"        V past form only
    c conjunction                 x auxiliary   D past form or participle
    s subordinator                m modal       G gerund
    r relative                    g negation    b noun or verb (base form)
    u pronoun                     y adverb      z plural noun or verb (third person)
    q quantifier                  j adjective   n noun, N plural noun, S possessive noun
    k unknown, K unknown plural   X capitalised unknown, Z capitalised plural
    # digits                      w number word O ordinal word
    , ; : ( ) [ ] " / - % $       themselves or their like
    E sentence end                . other stop  * any other mark
"""

from __future__ import annotations

import unicodedata
from typing import Final

import msgspec

from migfacts.kept.patterns import precompiled
from migfacts.languages import data
from migfacts.languages.compiled import Compiled
from migfacts.languages.entries import Entries, packed
from migfacts.languages.tagging import word_tags

#: Tokens that differ only in number or white space are many; the table of known tokens is
#: emptied when it has grown past this, so that memory stays bounded.
MAX_KNOWN: Final = 100_000

_PUNCTUATION: Final = {
    **dict.fromkeys(",،", ","),
    **dict.fromkeys(";؛", ";"),
    ":": ":",
    **dict.fromkeys("(（", "("),
    **dict.fromkeys(")）", ")"),
    "[": "[",
    "]": "]",
    **dict.fromkeys("\"“”„«»‘’'", '"'),
    **dict.fromkeys("/⁄∕", "/"),
    **dict.fromkeys("-‐‑‒–—−", "-"),
    **dict.fromkeys("%٪‰", "%"),
    **dict.fromkeys("$€£¥₦₹₱₺₪₫₩฿₽₴₵₡₲₭₮₸₼₾₿₨", "$"),
}
#: Tags of common nouns.
_COMMON: Final = frozenset("nNK")
_LIGATURE: Final = precompiled("[\ufb00-\ufb06]")
_ENDS: Final = frozenset(".!?…؟")
#: The marks of footnotes.
_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: A unit of up to three letters, squared or cubed: `km²`.
_POWER: Final = precompiled(r"[^\W\d_]{0,2}[a-zµ][²³]")
_NUMBER_TAGS: Final = {
    "cardinals": "w",
    "scales": "w",
    "dozens": "w",
    "fractions": "w",
    "denominators": "w",
    "ordinals": "O",
    "multiples": "w",
}


#: What a word does for a rule: the sections of roles.txt that it stands in.
NO_ROLES: Final[frozenset[str]] = frozenset()


class Word(msgspec.Struct, gc=False):
    """One token: its text, what it is, and how long it is without the space after it."""

    text: str
    lower: str
    tag: str
    space: str
    roles: frozenset[str] = NO_ROLES
    number: tuple[str, str] | None = None
    size: int = 0
    capital: bool = False
    #: May the word stand behind a number as its unit, or before it as its currency or bound?
    follows: bool = True
    leads: bool = True
    #: May the word make a number behind it a label?
    labels: bool = True
    #: May the word open a phrase that says something of the facts of its sentence?
    tells: bool = True
    #: May a numeral go on with the word: digits, marks, scale words, symbols?
    continues: bool = True
    #: May the word open a bound or a state behind a noun: `or more`, `in need`?
    trails: bool = True
    #: May the word open a denominator?
    rates: bool = True

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


class Beside(msgspec.Struct, frozen=True):
    """Which words may have a say beside a number, and in what.

    Most words beside numbers have none, and one look at a flag then saves ten look-ups.
    """

    #: Behind a number, as its unit, currency or label; before it, as its currency or bound.
    followers: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    #: Behind a noun, and before a denominator.
    trailers: frozenset[str] = frozenset()
    raters: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    tellers: frozenset[str] = frozenset()
    labellers: frozenset[str] = frozenset()
    symbols: frozenset[str] = frozenset()
    #: First words of names, as written.
    names: frozenset[str] = frozenset()


_CONTINUING: Final = frozenset(("and", "point", "rank_suffix", "x"))
#: (section of numbers.txt, value): `("scales", "1000")`.
NumberWord = tuple[str, str]


class Lexicon(dict[str, Word]):
    """Token with the white space after it -> `Word`; unknown tokens are judged when first seen."""

    def __init__(self, compiled: Compiled) -> None:
        super().__init__()
        table, lang = compiled.table, compiled.lang
        self.tags = Entries(table("tags", lambda: packed(word_tags(lang))))
        self.roles = table("roles", lambda: _roles(lang))
        self.numbers = table("numbers", lambda: _numbers(lang))
        self.endings = table("endings", lambda: _endings(lang))
        self.abbreviations = table(
            "abbreviations",
            lambda: frozenset(line.lower() for line in data.lines(lang, "abbreviations")),
        )
        self.clitics = table(
            "clitics", lambda: tuple(data.sections(lang, "roles").get("clitics", ()))
        )
        #: Set by the language.
        self.beside = Beside()
        self._opening: dict[tuple[str, str], Word] = {}

    def without_clitic(self, name: str) -> str:
        """`Kenya` of `Kenya's`; any other name as it is."""
        for clitic in self.clitics:
            for mark in ("'", "’"):
                name = name.removesuffix(clitic.replace("'", mark))
        return name

    def opening(self, word: Word) -> Word:
        """The word as it opens a sentence: `Households` is no name there, `Prices` no verb."""
        known = self._opening.get((word.text, word.space))
        if known is None:
            tag = self.guess(word.lower) if word.text not in self.beside.names else word.tag
            tag = "N" if word.tag == "z" else tag
            known = msgspec.structs.replace(word, tag=tag) if tag in _COMMON else word
            if len(self._opening) > MAX_KNOWN:
                self._opening.clear()
            self._opening[word.text, word.space] = known
        return known

    def __missing__(self, token: str) -> Word:
        if len(self) > MAX_KNOWN:
            self.clear()
        text = token.rstrip()
        if text[1:] and text[-1] in _SUPERSCRIPTS and not _POWER.fullmatch(text):
            text = text.rstrip(_SUPERSCRIPTS)  # the mark of a footnote counts as space
        word = self._judge(text, token[len(text) :])
        word.size = len(text)
        word.capital = text[:1].isupper()
        beside = self.beside
        word.follows = word.lower in beside.followers or text in beside.symbols
        word.leads = word.lower in beside.leaders or text in beside.symbols
        word.continues = (
            word.number is not None
            or word.tag in "#-/*.:($"
            or bool(word.roles & _CONTINUING)
            or text in beside.scales
        )
        word.trails = word.lower in beside.trailers
        word.rates = word.lower in beside.raters or word.tag == "-"
        word.labels = word.lower in beside.labellers
        word.tells = word.lower in beside.tellers or "place" in word.roles
        self[token] = word
        return word

    def _judge(self, text: str, space: str) -> Word:
        lower = text.lower()
        if not lower.isascii():
            lower = unicodedata.normalize("NFKC", lower) if _LIGATURE.search(lower) else lower
            lower = lower.replace("’", "'")
        if not text:
            return Word(text, lower, "*", space)
        first = text[0]
        if first.isdigit() and first.isdecimal():
            return Word(text, lower, "#", space)
        if not first.isalnum() or first in _SUPERSCRIPTS:
            tag = _PUNCTUATION.get(first, "*")
            if first in _ENDS:
                tag = "E" if space else "."
            return Word(text, lower, tag, space, self.roles.get(lower, NO_ROLES))
        return self._letters(text, lower, space)

    def _letters(self, text: str, lower: str, space: str) -> Word:
        number = self.numbers.get(lower)
        roles = self.roles.get(lower, NO_ROLES)
        if number is None and len(text) == 1 and not text.isalpha():
            number = _vulgar_fraction(text)
        if number is not None:
            return Word(text, lower, _NUMBER_TAGS[number[0]], space, roles, number)
        tag = self.tags.get(lower)
        if text[-1] == ".":
            tag = "E" if text.islower() and space else "X"  # 5 p.m., the U.N.
        elif not tag:
            tag = self.guess(text)
        elif len(text) > 1 and text.isupper() and tag in "bzjyvur":
            tag = "X"  # an acronym that looks like a word: WASH, AID
        return Word(text, lower, tag, space, roles)

    def guess(self, text: str) -> str:
        """The tag of a word that stands in no list, by its ending and shape."""
        lower = text.lower().replace("’", "'")
        for clitic in self.clitics:
            if lower.endswith(clitic) and len(lower) > len(clitic):
                return "S"
        if not text.islower():
            plural = text[-1] == "s" and len(text) > 2
            return "Z" if plural and not lower.endswith(("ss", "us", "is")) else "X"
        for ending, tag in self.endings:
            if lower.endswith(ending) and len(lower) > len(ending) + 2:
                return tag
        return "k"

    def owner(self, text: str) -> str:
        """A word without the ending of a possessive: `China` of `China's`."""
        plain = text.replace("’", "'")
        for clitic in self.clitics:
            if plain.lower().endswith(clitic):
                return plain[: -len(clitic)] + clitic.partition("'")[0]
        return text

    def having(self, role: str) -> list[str]:
        """The words that stand in a section of roles.txt."""
        return [word for word, roles in self.roles.items() if role in roles]

    def plural(self, word: Word) -> bool:
        """Is the word a plural noun, as far as its form shows?"""
        return word.tag in "NKZz"


def _vulgar_fraction(text: str) -> NumberWord | None:
    decomposed = unicodedata.normalize("NFKD", text).split("⁄")
    if len(decomposed) == 2 and all(part.isdecimal() for part in decomposed):
        return "fractions", " ".join(decomposed)
    return None


def _numbers(lang: str) -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for name, lines in data.sections(lang, "numbers").items():
        if name in _NUMBER_TAGS:
            for line in lines:
                word, _, value = line.partition(" ")
                table[word] = (name, value)
    return table


def _roles(lang: str) -> dict[str, frozenset[str]]:
    """Words that a rule asks for by what they do, not by what they are."""
    table: dict[str, frozenset[str]] = {}
    for role, lines in data.sections(lang, "roles").items():
        if role and role != "clitics":
            for word in lines:
                table[word] = table.get(word, NO_ROLES) | {role}
    return table


def _endings(lang: str) -> tuple[tuple[str, str], ...]:
    found = [line.split() for line in data.lines(lang, "endings")]
    return tuple((ending, tag) for ending, tag in found)
