"""Phrases: wordings of one or more words, found from the word they begin or end with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, filterfalse
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar

from migfacts.kept.patterns import precompiled
from migfacts.languages.cutting import INITIALISM

T = TypeVar("T")

#: A phrase is cut as the tokens of a text are: runs of letters, runs of digits, other marks.
_PART: Final = precompiled(rf"{INITIALISM}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_")


def _first(wording: str) -> str:
    """The first token of a wording."""
    cut = _PART.search(wording)
    return cut.group() if cut is not None else ""


def _longest_first(entry: tuple[tuple[str, ...], object]) -> int:
    return -len(entry[0])


def _is_word(entry: tuple[str, object]) -> bool:
    return entry[0].isalpha()


class _Word(Protocol):
    lower: str
    text: str


def parts(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase: `sq. km` is `sq`, `.`, `km`."""
    if phrase.isalpha():
        return (phrase,)
    words = phrase.split()
    return tuple(words) if "".join(words).isalpha() else tuple(_PART.findall(phrase))


#: First word -> the wordings that begin with it, each with what it means.
Index: TypeAlias = dict[str, list[tuple[str, T]]]


def index(entries: Iterable[tuple[str, T]], *, exact: bool = False) -> Index[T]:
    """Wordings by their first word; in small letters, unless case tells them apart."""
    whole: Index[T] = {}
    for phrase, meaning in entries:
        wording = phrase if exact else phrase.lower().replace("’", "'")
        first = wording.partition(" ")[0]
        if not first.isalpha():
            first = _first(wording)
        if first in whole:
            whole[first].append((wording, meaning))
        elif first:
            whole[first] = [(wording, meaning)]
    return whole


class Phrases(Generic[T]):
    """A table from wordings to what they mean.

    `exact` tables keep case (symbols: `MW` is no `mW`), the others look at lower case. Wordings
    are indexed by their first word and cut only when a text holds that word: most tables are
    large and most of their words never come. Where an
    index holds no meanings but their fields, `of` makes them.
    """

    __slots__ = ("_by_first", "_by_last", "_longer_by_last", "_of", "_whole", "exact", "firsts")

    def __init__(
        self,
        entries: Iterable[tuple[str, T]] | Index[Any],
        *,
        exact: bool = False,
        of: Callable[..., T] | None = None,
    ) -> None:
        self.exact = exact
        self._of = of
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._whole: Index[Any] = (
            entries if isinstance(entries, dict) else index(entries, exact=exact)
        )
        self._longer_by_last: Index[Any] | None = None
        #: The words with which a phrase may begin, for a look-up before anything is matched.
        self.firsts = self._whole.keys()

    def _cut(self, first: str) -> list[tuple[tuple[str, ...], T]] | None:
        """The phrases that begin with a word, cut into tokens, the longest first."""
        whole = self._whole.get(first)
        if whole is None:
            return None
        found = self._by_first[first] = self._cut_all(whole)
        return found

    def _cut_all(self, whole: list[tuple[str, Any]]) -> list[tuple[tuple[str, ...], T]]:
        """Phrases cut into tokens, the longest first."""
        of = self._of
        found = [(parts(wording), meaning if of is None else of(*meaning))
                 for wording, meaning in whole]  # fmt: skip
        if len(found) > 1:
            found.sort(key=_longest_first)
        return found

    def meaning(self, word: str) -> T | None:
        """What a phrase of one word means, or None."""
        for cut, meaning in self._by_first.get(word) or self._cut(word) or ():
            if len(cut) == 1:
                return meaning
        return None

    @property
    def lasts(self) -> frozenset[str]:
        """The words with which a phrase may end."""
        words = (word for word, found in self._whole.items() if any(map(_is_word, found)))
        return frozenset(words).union(self._longer_ending())

    def _longer_ending(self) -> Index[Any]:
        """The phrases by their last token, but for single words: those end as they begin."""
        table = self._longer_by_last
        if table is None:
            table = self._longer_by_last = {}
            for entry in filterfalse(_is_word, chain.from_iterable(self._whole.values())):
                last = entry[0].rpartition(" ")[2]
                if not last.isalpha():
                    last = parts(entry[0])[-1]
                table.setdefault(last, []).append(entry)
        return table

    def match(self, words: Sequence[_Word], at: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that starts at a token, and the token after it."""
        size = len(words)
        if at >= size:
            return None
        exact = self.exact
        first = words[at].text if exact else words[at].lower
        found = self._by_first.get(first)
        if found is None:
            if first not in self._whole:
                return None
            found = self._cut(first) or []
        for cut, meaning in found:
            end = at + len(cut)
            if end <= size and _follows(words, at + 1, cut, 1, exact):
                return meaning, end
        return None

    def match_before(self, words: Sequence[_Word], end: int) -> tuple[T, int] | None:
        """The meaning of the longest phrase that ends before a token, and its first token."""
        if end <= 0:
            return None
        exact = self.exact
        last = words[end - 1].text if exact else words[end - 1].lower
        found = self._by_last.get(last)
        if found is None:
            longer, same = self._longer_ending().get(last), self._whole.get(last)
            if longer is None and same is None:
                return None
            whole = [*filter(_is_word, same or ()), *(longer or ())]
            found = self._by_last[last] = self._cut_all(whole)
        for cut, meaning in found:
            start = end - len(cut)
            if start >= 0 and _follows(words, start, cut, 0, exact):
                return meaning, start
        return None


def _follows(
    words: Sequence[_Word], at: int, cut: tuple[str, ...], first: int, exact: bool
) -> bool:
    """Do the parts of a phrase from `first` on stand at a token?"""
    for part in cut[first:]:
        word = words[at]
        if (word.text if exact else word.lower) != part:
            return False
        at += 1
    return True
