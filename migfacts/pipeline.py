"""The pipeline: from a document to its facts, in order and not overlapping."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from migfacts import context, joining, kinds, numerals
from migfacts.context import Defaults, Scene
from migfacts.context.noun import Entity
from migfacts.fact import Fact
from migfacts.languages import load
from migfacts.quantity import Quantity, Reference
from migfacts.tables import Columns, Said
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.documents import Document
    from migfacts.numerals import Numeral

    Told = tuple[Numeral, Quantity | Reference | None]


def extract(text: str, *, lang: str = "en", as_of: date | None = None) -> list[Fact]:
    """The numeric facts of a text, in order.

    Args:
        text: prose; offsets of the facts count its code points.
        lang: BCP 47 code of its language.
        as_of: the date of the text, against which `last year` is resolved.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    from migfacts.documents import from_text

    return list(facts(from_text(text), lang=lang, as_of=as_of))


def facts(document: Document, *, lang: str = "en", as_of: date | None = None) -> Iterator[Fact]:
    """The facts of a document, one by one, with their places in its source.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    from migfacts.defaults import read

    language = load(lang)
    defaults = read(document, language, as_of)
    prose = document.prose
    columns = Columns(document, language)
    for block in document.blocks:
        carried: dict[bool, Entity] = {}
        said = columns.said(block)
        for sentence in sentences(prose, block.start, block.end, language, numerals=True):
            yield from _sentence_facts(document, sentence, defaults, carried, said)


def quantities(sentence: Sentence, told: list[Told] | None = None) -> list[Quantity]:
    """The quantities of a sentence; where two readings overlap, the earlier one has it.

    Args:
        told: gets each numeral with what a kind made of it, before neighbours are joined.
    """
    found: list[Quantity] = []
    free = 0
    for numeral in numerals.find(sentence):
        taken = kinds.read(sentence, numeral, free) if numeral.first >= free else None
        if told is not None:
            told.append((numeral, taken))
        if taken is None:
            continue
        free = taken.last
        if isinstance(taken, Reference):
            continue
        found.extend(joining.split(sentence, taken))
    if len(found) < 2:
        return found
    joining.share(sentence, found)
    return joining.join(sentence, found)


def _sentence_facts(
    document: Document,
    sentence: Sentence,
    defaults: Defaults,
    carried: dict[bool, Entity],
    said: Said,
) -> Iterator[Fact]:
    found = quantities(sentence)
    if not found:
        return
    whole = sentence.text(0, len(sentence.words))
    path, text = document.path, document.text
    if said.place is not None or said.period is not None:
        defaults = defaults._replace(place=said.place or defaults.place, period=said.period)
    scene = Scene(sentence, found, defaults, carried, said.head)
    for fact, start, end in context.facts(scene):
        fact.start, fact.end = document.span(start, end)
        fact.text = text[fact.start : fact.end]
        fact.path = path
        fact.line, fact.column = document.place(fact.start)
        fact.sentence = whole
        yield fact
    for shares in (True, False):
        kept = scene.carries(shares=shares)
        if kept is not None:
            carried[shares] = kept
