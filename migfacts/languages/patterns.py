"""Patterns over text in small letters, made of templates that name classes of words in braces.

Most of the patterns that a text is asked for find nothing in it, because a word that they need
does not stand there: for `{including} (?P<part>N)` a wording of `{including}` must, and an `N`,
the letter of a fact. A pattern is compiled when a text first holds what it needs, and a sentence
is searched only for what it holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Final, TypeAlias, cast

from migfacts.kept.patterns import precompiled

_CLASS: Final = precompiled(r"\{([a-z_]+)\}")
_WORD: Final = precompiled(r"\w+")
_CAPITAL: Final = precompiled("[A-Z]")
_QUANTIFIER: Final = precompiled(r"(?:([*?]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")
#: What stands behind the bracket of a group; a negated look-around needs nothing.
_GROUP: Final = precompiled(r"\((?:\?(?:(<?!)|P<\w+>|<?=|[:>]|(P=\w+)))?")
#: A capital, or a set of capitals: the letters of facts.
_LETTERS: Final = precompiled(r"[A-Z]|\[[A-Z]+\]")
#: What makes the pattern of a source.
Compile: TypeAlias = Callable[[str], re.Pattern[str]]
#: What a match needs: of each set the wording of a class, or a letter.
Needs: TypeAlias = frozenset[frozenset[str]]
NONE: Final[Needs] = frozenset()


class Patterns:
    """The patterns over classes of wordings: section name -> wordings in small letters."""

    def __init__(
        self, classes: Mapping[str, Sequence[str]], compile_: Compile = re.compile
    ) -> None:
        self._classes = classes
        self._compile = compile_
        self._alternations: dict[str, str] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._needs: dict[str, Needs] = {}

    def pattern(self, template: str) -> re.Pattern[str]:
        """A template with its classes filled in."""
        found = self._patterns.get(template)
        if found is None:
            found = cast("re.Pattern[str]", _Waiting(self, template))
            self._patterns[template] = found
        return found

    def has(self, section: str, text: str) -> bool:
        """Does a wording of a class stand in a text?"""
        return self.pattern(f"{{{section}}}").search(text) is not None

    def compiled(self, template: str) -> re.Pattern[str]:
        """The pattern of a template itself."""
        source = _CLASS.sub(lambda match: self._alternation(match[1]), template)
        found = self._patterns[template] = self._compile(source)
        return found

    def compile_all(self, texts: Iterable[str]) -> None:
        """Compile each class, and each text that is a template, so that they can be kept."""
        for text in sorted({*(f"{{{section}}}" for section in self._classes), *texts}):
            names = _CLASS.findall(text)
            if (names or "(?P<" in text) and self._classes.keys() >= set(names):
                with suppress(re.error):
                    self.compiled(text)

    def may_match(self, template: str, held: frozenset[str]) -> bool:
        """May a template match a text that holds this?"""
        needs = self._needs.get(template)
        if needs is None:
            needs = self._needs[template] = _needs(template)
        return not any(map(held.isdisjoint, needs))

    def held_by(self, text: str) -> frozenset[str]:
        """The classes of which a wording may stand in a text, by its first word; its capitals."""
        first, anywhere = self._first
        words = first.keys() & _WORD.findall(text)
        return anywhere.union(_CAPITAL.findall(text), *map(first.__getitem__, words))

    @cached_property
    def _first(self) -> tuple[dict[str, set[str]], frozenset[str]]:
        """First word -> the classes with a wording that begins so; those with one of no word."""
        first: dict[str, set[str]] = defaultdict(set)
        anywhere: set[str] = set()
        for section, wordings in self._classes.items():
            for wording in wordings:
                word = wording if wording.isalpha() else _first_word(wording)
                if word:
                    first[word].add(section)
                else:
                    anywhere.add(section)
        return dict(first), frozenset(anywhere)

    @cached_property
    def single(self) -> frozenset[str]:
        """The classes of single words: the first word of a wording is all of it."""
        return frozenset(
            section
            for section, wordings in self._classes.items()
            if all(map(str.isalpha, wordings))
        )

    def _alternation(self, section: str) -> str:
        known = self._alternations.get(section)
        if known is None:
            words = sorted(self._classes[section], key=lambda word: (-len(word), word))
            if all(word[0].isalnum() and word[-1].isalnum() for word in words):
                known = rf"(?:\b(?:{'|'.join(map(_escaped, words))})\b)"
            else:
                known = f"(?:{'|'.join(map(_bounded, words))})"
            self._alternations[section] = known
        return known


class _Waiting:
    """A pattern that is compiled once a text may hold a match; it answers as one till then."""

    def __init__(self, patterns: Patterns, template: str) -> None:
        self._patterns, self._template = patterns, template

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled.search(text, *span) if self._may_match(text) else None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled.match(text, *span) if self._may_match(text) else None

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, *span) if self._may_match(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, *span) if self._may_match(text) else iter(())

    def __getattr__(self, name: str) -> object:
        return getattr(self._compiled, name)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return self._patterns.compiled(self._template)

    def _may_match(self, text: str) -> bool:
        return self._patterns.may_match(self._template, self._patterns.held_by(text))


def _first_word(wording: str) -> str:
    first = wording.partition(" ")[0]
    word = None if first.isalpha() else _WORD.search(wording)
    return first if first.isalpha() else word[0] if word is not None else ""


def _escaped(wording: str) -> str:
    return re.escape(wording).replace(r"\ ", " ")


def _bounded(wording: str) -> str:
    """A wording as a pattern that matches whole words only."""
    source = _escaped(wording)
    left = r"\b" if wording[0].isalnum() else ""
    right = r"\b" if wording[-1].isalnum() else ""
    return f"{left}{source}{right}"


def _needs(template: str) -> Needs:
    """What every way of matching a template goes through."""
    found, end = _alternatives(template, 0)
    if end < len(template):
        raise ValueError(f"template {template!r} has a bracket too many")
    return found


def _alternatives(template: str, at: int) -> tuple[Needs, int]:
    """What all the alternatives up to a closing bracket or the end need, and where that is."""
    ways: list[set[frozenset[str]]] = [set()]
    while at < len(template) and template[at] != ")":
        if template[at] == "|":
            ways.append(set())
            at += 1
            continue
        found, at = _item(template, at)
        quantifier = _QUANTIFIER.match(template, at)
        if quantifier is not None:
            at = quantifier.end()
        if quantifier is None or not quantifier[1]:
            ways[-1] |= found
    if len(ways) == 1:
        return frozenset(ways[0]), at
    if not all(ways):
        return NONE, at
    return frozenset((frozenset().union(*(min(way, key=len) for way in ways)),)), at


def _item(template: str, at: int) -> tuple[Needs, int]:
    """What one item of a template needs: a class, a group, a set or a character; its end."""
    named = _CLASS.match(template, at)
    if named is not None:
        return frozenset((frozenset((named[1],)),)), named.end()
    if template[at] == "\\":
        return NONE, at + 2
    letters = _LETTERS.match(template, at)
    if letters is not None:
        return frozenset((frozenset(letters[0].strip("[]")),)), letters.end()
    if template[at] == "[":
        at += 1 + (template[at + 1] == "^")
        while True:  # a bracket right at the start is one of the set
            at += 1 + (template[at] == "\\")
            if template[at] == "]":
                return NONE, at + 1
    group = _GROUP.match(template, at)
    if group is None:
        return NONE, at + 1
    found, end = _alternatives(template, group.end())
    return NONE if group[1] or group[2] else found, end + 1
