"""reference: numbers that name, label or point, and so are no facts.

What: labels (`Article 5`, `Block 7`), names (`COP29`, `2030 Agenda`), houses of a street, clock
times, telephone and page numbers, footnote marks, codes.
Why: a label that is counted is a wrong fact, and the next check a false alarm.

Examples:
    resolution 1325
    COVID-19
    needs.12
Not matched:
    7 blocks, a count
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from migfacts.beside import dates, figures, idioms, names, sources
from migfacts.kept.patterns import precompiled
from migfacts.languages.phrases import Phrases
from migfacts.numerals.beside import may_be_year
from migfacts.numerals.numeral import Numeral
from migfacts.quantity import Reference
from migfacts.tokens import Sentence

_LETTERS: Final = frozenset("kKXZnNbzjyvVDGSpdsctoruxmgqw")
_MARKS: Final = frozenset("#,c-)].SXZ")
#: How far a telephone number is followed, in tokens.
MAX_GROUPS: Final = 16
CODE: Final = "digits that are a code, as in 192.168.1.2, or a number beyond 10^±30"
CLOCK: Final = "a clock time"
HOUR: Final = "hour"
HOURS, MINUTES = 25, 60
_AT: Final = frozenset(("at", "from", "to"))
#: Tags of a noun in the plural behind what may be no noun: `aid workers`.
_COMPOUNDS: Final = frozenset(("bN", "bK", "kN", "kK", "XN", "XK"))
#: Tags of what may be a noun.
_NOUNS: Final = frozenset("nNkKbz")
NAME: Final = "the beginning of a name, as in 2030 Agenda"
STREET: Final = "the number of a house, as in 12 High Street"
#: In figures, on either side of the mark.
LONGEST_SECTION: Final = 2
_FINITE: Final = precompiled("[vVx]")
#: In words: how long the name of a street may be.
LONGEST_STREET: Final = 4


def read(sentence: Sentence, numeral: Numeral) -> Reference | None:
    """The reference that a numeral is part of, or None."""
    if numeral.form == "ordinal":
        return _named(sentence, numeral, sentence.lang.labels.ordinal_names)
    if numeral.form == "code":
        if figures.in_figures(sentence, numeral.first) is not None:
            return None  # 01.04.2022
        return Reference(numeral.first, _chain(sentence, numeral.last), CODE)
    if not _plain(sentence, numeral):
        for why, holds in RULES:
            if holds(sentence, numeral):
                last = _chain(sentence, numeral.last)
                return Reference(numeral.first, _past_number_of_all(sentence, last), why)
    return (
        _clock(sentence, numeral)
        or _named(sentence, numeral, sentence.lang.labels.after)
        or _street(sentence, numeral)
    )


def _plain(sentence: Sentence, numeral: Numeral) -> bool:
    """Does a small word that is no label stand before the number, and no mark behind it?

    So it is with most numbers, and what a label or a code would look like need not be asked.
    """
    words, tags, first, last = sentence.words, sentence.tags, numeral.first, numeral.last
    if first:
        before = words[first - 1]
        if not before.space or before.labels or before.capital or tags[first - 1] in _MARKS:
            return False
        if before.tag in "NKz" and sentence.lang.labels.heads_several(words, first):
            return False
    if last >= len(words):
        return True
    return first > 0 and words[last - 1].space != "" and tags[last] not in "#-:/])E"


#: What stands behind the number of all pages.
_CLOSED: Final = ("", "E", ".", ",", ")", ";", ":")
#: `Article 5(2)(b)`.
_PARAGRAPHS: Final = ("(#)", "(k)", "(d)")


def _chain(sentence: Sentence, last: int) -> int:
    """Digits hanging on to a reference belong to it: `A/HRC/44/42`, `978-92-9000-123-4`."""
    words, tags = sentence.words, sentence.tags
    while last + 1 < len(words) and not words[last].space:
        if tags[last : last + 3] in _PARAGRAPHS and not words[last - 1].space:
            last += 3
            continue
        if tags[last] not in "-/.:" and words[last].text != "+":
            break
        if words[last - 1].space or tags[last + 1] not in "#XkK":
            break
        last += 2
    return last


def _past_number_of_all(sentence: Sentence, last: int) -> int:
    """The token behind how many there are: `page 12 of 45`."""
    words, tags = sentence.words, sentence.tags
    told = last + 1 < len(words) and "of" in words[last].roles and tags[last + 1] == "#"
    told = told and words[last + 1].size < names.YEAR_LENGTH  # week 12 of 2024
    return last + 2 if told and tags[last + 2 : last + 3] in _CLOSED else last


def _attached(sentence: Sentence, numeral: Numeral) -> bool:
    """`COP29`, `COVID-19`, `A/RES/76`, `H5N1`: glued to letters, perhaps over a mark."""
    at = numeral.first
    if not sentence.glued(at) or sentence.tags[at] != "#":
        return False
    before = at - 1
    tag = sentence.tags[before]
    if tag in _LETTERS:
        fiscal = "fiscal" in sentence.words[before].roles and may_be_year(sentence, numeral)
        return not fiscal  # FY2024
    if tag not in "-/_#*" or before == 0 or sentence.words[before - 1].space:
        return False
    word = sentence.words[before - 1]
    if sentence.words[before].text == "+":
        return word.capital and word.size == 1  # on D+30
    if tag == "/" and word.text in sentence.lang.initials:
        return before < 2 or sentence.tags[before - 2] != "#"  # 12M/18F
    if tag == "-":
        lang = sentence.lang
        if word.lower in lang.dates.parts or lang.bounds_before.match_before(sentence.words, at):
            return False
        if lang.units.symbol(sentence.words, numeral.last) is not None:
            unit = lang.units.symbols.match_before(sentence.words, before)
            if unit is not None and sentence.tags[unit[1] - 1 : unit[1]] == "#":
                return False  # 2 °C–8 °C, but not 3 cm−1
        name = word.capital and before > 1  # a copy of Catch-22
        return name or sentence.tags[before - 1] in "XZk"
    counted = before > 1 and sentence.tags[before - 2] == "#"  # 120 cases/4 deaths
    return tag == "/" and sentence.tags[before - 1] in _LETTERS and not counted


def _footnote(sentence: Sentence, numeral: Numeral) -> bool:
    """`needs.12`, `hills,3`, `camps[14]`: a mark glued to the word before it."""
    words, tags, at = sentence.words, sentence.tags, numeral.first - 1
    if at < 1 or numeral.form != "digits" or words[at].space or words[at - 1].space:
        return False
    if tags[at] in '.,;:)"' and (tags[at - 1] in _LETTERS or tags[at - 1] in ')"'):
        behind = tags[numeral.last : numeral.last + 2]
        counted = behind[:1] in ("N", "K", "j", "n") or behind in _COMPOUNDS
        return tags[at] != ":" and not counted  # 18 months,10 aid workers
    return tags[at] == "[" and (tags[at - 1] in _LETTERS or tags[at - 1] in ".,)")


#: A change with its sign has no more groups of digits: `+12 300 400`.
MOST_GROUPED: Final = 3


def _telephone(sentence: Sentence, numeral: Numeral) -> bool:
    """`+41 22 555 01 42`: three and more groups of digits without a word between."""
    tags, words = sentence.tags, sentence.words
    at, last, groups = numeral.first, numeral.last, 1
    if tags[at:last].count("#") > MOST_GROUPED and "+" in (words[at].text, words[at - 1].text):
        return True  # +254 700 123 456
    reach = min(len(tags), last + MAX_GROUPS)
    floor = max(0, at - MAX_GROUPS)
    while last < reach and (tags[last] == "#" or (tags[last] == "-" and not words[last].space)):
        groups += tags[last] == "#"
        last += 1
    while at > floor and (
        tags[at - 1] == "#"
        or (tags[at - 1] in "-)" and tags[at - 2 : at - 1] in "#)")
        or (tags[at - 1 : at + 2] == "(#)" and tags[at - 2 : at - 1] == "#")
    ):
        groups += tags[at - 1] == "#"
        at -= 1
    zero = words[at].text[0] == "0" and len(words[at].text) > 1
    if groups < 3:
        return groups == 2 and zero
    point = dates.read(sentence, at)
    if point is not None and point.sure:
        return False
    plain = all(len(words[i].text) <= 5 for i in range(at, last) if tags[i] == "#")
    dashed = "-" in tags[at:last]
    return plain and (zero or dashed or (at > 0 and words[at - 1].text == "+") or groups > 3)


def _listed(sentence: Sentence, numeral: Numeral) -> bool:
    """`2. Children in need`, `3.7 Experience`, `2E`: numbers of items, sections and parts."""
    words, tags, first, last = sentence.words, sentence.tags, numeral.first, numeral.last
    if numeral.form != "digits" or last >= len(words):
        return False
    if not words[last - 1].space and words[last].size == 1 and words[last].capital:
        return not words[last].follows
    if first == 0 or (tags[first - 1] == ";" and tags[last] == "E"):
        ends = tags[last] in ".E" and last + 1 == len(words)
        clock = last + 1 < len(words) and not words[last].space
        if tags[last] == ":" and not words[last - 1].space and not clock:
            return words[first].text.isdecimal() and words[first].size <= LONGEST_SECTION  # 1: name
        return ends or (words[last].capital and _numbers_section(sentence, numeral))
    return False


def _numbers_section(sentence: Sentence, numeral: Numeral) -> bool:
    """`3.7 Experience`: few figures around one mark, and no sentence behind them."""
    whole, mark, part = sentence.words[numeral.first].text.partition(sentence.lang.decimal_mark)
    figures = bool(mark) and numeral.scale is None and max(len(whole), len(part)) <= LONGEST_SECTION
    return figures and _FINITE.search(sentence.tags, numeral.last) is None


def _clock(sentence: Sentence, numeral: Numeral) -> Reference | None:
    """`08:30`, `6 p.m.`, `10.30 a.m.`, `from 4 to 6 p.m.`, `1800 hours`."""
    words, last = sentence.words, numeral.last
    labels = sentence.lang.labels
    if numeral.form not in ("digits", "range", "words"):
        return None
    if last + 1 < len(words) and words[last].text == ":" and not words[last - 1].space:
        minutes = words[last + 1].text
        if not words[last].space and len(minutes) == 2 and minutes.isdecimal():
            return Reference(numeral.first, _chain(sentence, last + 2), CLOCK)
    if last >= len(words) or not words[last].follows:
        return None
    after = labels.clock.match(words, last)
    if after is not None:
        return Reference(numeral.first, after[1], CLOCK)
    text, first = words[numeral.first].text, numeral.first
    at = first > 0 and bool(words[first - 1].roles & _AT)
    if not text.isdecimal() or not (at or len(text) == 4):
        return None
    unit = sentence.lang.units.match(words, last)
    if unit is None or unit[0] != HOUR:
        return None
    if len(text) == 4 and int(text[:2]) < HOURS and int(text[2:]) < MINUTES:
        return Reference(first, last + 1, CLOCK)
    behind = words[last + 1].text if last + 1 < len(words) else ""
    if at and int(text) < HOURS and len(behind) == 2 and behind.isdecimal():
        return Reference(first, last + 2, CLOCK)  # at 14 h 30
    return None


def _named(sentence: Sentence, numeral: Numeral, names: Phrases[str]) -> Reference | None:
    """`2030 Agenda`, `16 Days of Activism`, `Second World War`: a name behind the number."""
    words = sentence.words
    if numeral.last >= len(words) or not words[numeral.last].follows:
        return None
    found = names.match(words, numeral.last)
    if found is None or not sentence.words[numeral.last].capital:
        return None
    return Reference(numeral.first, found[1], NAME)


def _street(sentence: Sentence, numeral: Numeral) -> Reference | None:
    """`47 Mill Road`, but not `47 Mill Road tenants`: a house of a street whose name is behind."""
    words, first, last = sentence.words, numeral.first, numeral.last
    whole = numeral.form == "digits" and last - first == 1 and words[first].text.isdecimal()
    if not whole or may_be_year(sentence, numeral):
        return None  # in 2023 Mill Road was closed
    if last < len(words) and words[last].lower in sentence.lang.labels.streets_named:
        named = any(word.capital for word in words[last + 1 : last + LONGEST_STREET])
        return Reference(first, last + 1, STREET) if named else None  # 17 Rue de Berne
    for at in range(last, min(len(words), last + LONGEST_STREET)):
        if not words[at].capital:
            return None
        if at > last and words[at].lower in sentence.lang.labels.streets:
            counted = sentence.tags[at + 1 : at + 2] in _NOUNS
            return None if counted else Reference(first, at + 1, STREET)
    return None


#: Why a number is no fact, and the test for it, in the order in which they are asked.
RULES: Final[tuple[tuple[str, Callable[[Sentence, Numeral], bool]], ...]] = (
    ("glued to letters, as in COP29 or COVID-19", _attached),
    ("part of a telephone number or another number in groups", _telephone),
    ("a footnote mark, glued to the word before it", _footnote),
    ("behind a word or sign for a number, as in No. 7", names.numbered),
    ("behind a label, as in Article 5", names.labelled),
    ("with a letter, as in office 4B", names.lettered),
    ("the end of a name, as in Windows 11", names.name_before),
    ("a score, as in 2-1", idioms.score),
    ("a name that begins with a figure, as in 3W or 24/7", idioms.figured),
    ("years of a life or degrees, as in their 20s", idioms.decade),
    ("a source, or the year of one", sources.cited),
    ("the number of an item, a section or a part", _listed),
)
