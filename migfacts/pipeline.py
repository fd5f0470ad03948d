"""The pipeline: from a document to its facts, in order and not overlapping."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from migfacts import context, handing, initials, joining, kinds, numerals
from migfacts.beside import heads
from migfacts.beside.head_units import Head
from migfacts.context import Defaults, Scene, relative
from migfacts.context.noun import Entity
from migfacts.fact import Fact
from migfacts.languages import load
from migfacts.quantity import Quantity, Reference
from migfacts.statement import Statement
from migfacts.tables import NOTHING, Columns, Said
from migfacts.tokens import Sentence, sentences

if TYPE_CHECKING:
    from migfacts.defaults import Codes
    from migfacts.documents import Block, Document
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
    for statement in statements(document, lang=lang, as_of=as_of):
        yield from statement.facts


def statements(
    document: Document, *, lang: str = "en", as_of: date | None = None
) -> Iterator[Statement]:
    """The sentences of a document that hold facts, in order.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    from migfacts.defaults import Codes, read

    language = load(lang)
    defaults = read(document, language, as_of)
    columns, codes = Columns(document, language), Codes(document, language, defaults.home)
    named: str | None = None
    for number, block in enumerate(document.blocks):
        carried: dict[bool, Entity] = {}
        said = columns.said(block)
        for sentence in sentences(document.prose, block.start, block.end, language, numerals=True):
            found = quantities(sentence)
            if found and said is not NOTHING:
                found = _united(said, sentence, found)
            if found:
                scene = Scene(sentence, found, _held(defaults, said), carried, said.head, named)
                named = relative.named(scene.dates) or named
                yield _statement(document, number, block, said, scene, codes)


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
            if found and joining.ends_in(sentence, found[-1], numeral):
                free = numeral.last
            continue
        free = taken.last
        if isinstance(taken, Reference):
            continue
        found.extend(joining.split(sentence, taken))
    if ")" in sentence.tags:
        found = heads.labelled(sentence, found)
    if len(found) < 2:
        return found
    initials.read(sentence, found)
    handing.share(sentence, found)
    return joining.join(sentence, found)


def _united(said: Said, sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """The quantities with the unit that a line above or a table says, where they have none."""
    if said.names:
        return []
    if said.cell is None:
        heads.in_item(said.unit or Head(), sentence, found)
    elif said.measured:
        if said.unit is not None or (said.head is not None and said.head.counted):
            heads.in_cell(said.unit or Head(), sentence, found)
    else:
        if said.unit is not None:
            found = heads.outside(sentence, found)
        if not said.cell.row:
            found = heads.named(found)
    return found


def _held(defaults: Defaults, said: Said) -> Defaults:
    """Where and when a number holds that does not say so itself, and its standing."""
    if said.cell is None:
        return defaults
    place = said.place or defaults.place
    return replace(defaults, place=place, period=said.period, scope=said.scope)


def _statement(
    document: Document, number: int, block: Block, said: Said, scene: Scene, codes: Codes
) -> Statement:
    """The facts of one sentence; what they count is carried to the next ones of the block."""
    sentence = scene.sentence
    path, text, whole = document.path, document.text, sentence.text(0, len(sentence.words))
    found: list[Fact] = []
    spans: list[tuple[int, int]] = []
    for fact, start, end in context.facts(scene):
        fact.start, fact.end = document.span(start, end)
        fact.text = text[fact.start : fact.end]
        fact.path = path
        fact.line, fact.column = document.place(fact.start)
        fact.sentence = whole
        if fact.kind == "money":
            fact.unit = codes.settled(fact)
        found.append(fact)
        spans.append((start, end))
    for shares in (True, False):
        kept = scene.carries(shares=shares)
        if kept is not None:
            scene.carried[shares] = kept
    return Statement(number, block, said, sentence, found, spans)
