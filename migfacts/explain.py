"""Explanation of a text: number by number, which kind took it, or why it is no fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from migfacts.check import gather
from migfacts.documents import from_text
from migfacts.languages import load
from migfacts.pipeline import quantities
from migfacts.quantity import Quantity, Reference
from migfacts.reading import Explanation, Reading
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Document
    from migfacts.fact import Fact
    from migfacts.languages import Language
    from migfacts.numerals import Numeral
    from migfacts.pipeline import Told

#: Form of a numeral -> why no kind takes it.
NO_KIND: Final = {
    "words": "a determiner: before no unit, not in `one of`, and beside no other number",
    "fraction": "no share of anything, but part of a word or of another number",
    "multiple": "no multiple: nothing is compared",
    "ordinal": "no rank, but part of a word or a phrase",
}


def explain(text: str, *, lang: str = "en", as_of: date | None = None) -> Explanation:
    """What became of each number in a text.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    document = from_text(text)
    read = gather(document, lang=lang, as_of=as_of)
    language, facts = load(lang), _Facts(read.facts)
    found = [
        reading
        for block in document.blocks
        for reading in _block(document, language, block.start, block.end, facts)
    ]
    return Explanation(text, found, read.relations)


class _Facts:
    """The facts of a document, taken in order; each numeral asks for those in its own words."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._at = 0
        self._told: set[int] = set()

    def within(self, start: int, end: int) -> list[Fact]:
        """The facts that have a code point of the span."""
        while self._at < len(self._facts) and self._facts[self._at].end <= start:
            self._at += 1
        found = []
        for at in range(self._at, len(self._facts)):
            if self._facts[at].start >= end:
                break
            found.append(self._facts[at])
        return found

    def tell(self, facts: Sequence[Fact]) -> bool:
        """Take note of facts; is one of them new?"""
        new = {id(fact) for fact in facts} - self._told
        self._told |= new
        return bool(new)


def _block(
    document: Document, language: Language, start: int, end: int, facts: _Facts
) -> Iterator[Reading]:
    for sentence in sentences(document.prose, start, end, language, numerals=True):
        told: list[Told] = []
        quantities(sentence, told)
        holder: Quantity | Reference | None = None
        for numeral, taken in told:
            if taken is None and holder is not None and numeral.first < holder.last:
                taken = holder
            holder = taken or holder
            yield _reading(document, sentence, numeral, taken, facts)


def _reading(
    document: Document,
    sentence: Sentence,
    numeral: Numeral,
    taken: Quantity | Reference | None,
    facts: _Facts,
) -> Reading:
    start, end = document.span(sentence.starts[numeral.first], sentence.stop(numeral.last - 1))
    text = " ".join(document.text[start:end].split())
    place = (text, start, end, *document.place(start))
    if isinstance(taken, Reference):
        return Reading(*place, "reference", taken.why)
    found = facts.within(start, end)
    if facts.tell(found):
        return Reading(*place, "fact", None, found)
    if found:
        return Reading(*place, "part", f"in the words of {found[0].text!r}", found)
    return Reading(*place, "none", NO_KIND.get(numeral.form, "no kind takes it"))
