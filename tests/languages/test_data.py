"""The word files: sorted and without doubles, understood by what reads them, and all in use.

A rule of the whole file is tested for every file; what a line may say is tested by SHAPES.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, get_args

import pytest

from migfacts.fact import BOUNDS, Statistic
from migfacts.languages import data, lexicon, load
from migfacts.languages.language import Language
from tests.sources import string_literals

#: Words that no language owns.
SHARED: Final = "und"
LANGUAGES: Final = sorted(path.parent.name for path in data.HERE.glob("*/numbers.txt"))
FILES: Final = sorted(
    path.relative_to(data.HERE).with_suffix("").as_posix() for path in data.HERE.glob("*/*.txt")
)
SCOPES: Final = (
    *("planned", "reached", "required", "received", "pledged", "cumulative", "preliminary"),
    *("revised", "withdrawn", "quoted", "scenario"),
)
TAGS: Final = frozenset("dpcsruqotxmgyjkKXZvVDGbznNS")
NOT_IN_PINT: Final = "not in pint"
FEWEST_UNITS, FEWEST_CODES = 200, 170


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


_WORDING: Final = r"[^;\s](?:[^;]*[^;\s])?"
_CODE: Final = r"[A-Z]{3}"
_SYMBOLS: Final = rf"(?: (?:{_WORDING}))?"
_FORM: Final = r"[^\s;/]+(?:/[^\s;/]+)*"
#: File, or file and section -> what a line of it looks like; a file without an entry has a
#: wording a line.
SHAPES: Final[dict[str, str]] = {
    "ages [bounds]": rf"{_WORDING} ; {_any_of(BOUNDS)}",
    "ages [units]": rf"{_WORDING} ; (?:year|month|week|day)",
    "initials": rf"[^\W\d_] ; {_WORDING}",
    "ambiguous": rf"{_WORDING} ; {_WORDING} ; {_WORDING}",
    "bounds": rf"{_WORDING} ; {_any_of([*BOUNDS, 'inclusive', 'none'])}",
    "bounds [fillers]": _WORDING,
    "bounds [adverbs]": _WORDING,
    "changes": r"\S+ (?:up|down)",
    "changes [getting]": r"\S+",
    "changes [neutral]": r"\S+",
    "changes [phrases]": rf"{_WORDING} ; (?:up|down)",
    "currencies [codes]": rf"{_CODE} ;{_SYMBOLS} ; (?:\d|-)",
    "currencies [not in ISO 4217]": rf"{_CODE} ;{_SYMBOLS} ; (?:\d|-)",
    "currencies [withdrawn codes]": rf"{_CODE} ;{_SYMBOLS} ; (?:\d|-)",
    "currencies [ambiguous symbols]": rf"{_WORDING} ; (?:{_CODE}|-) ; {_CODE}(?: {_CODE})*",
    "currencies [names]": rf"{_CODE} ; {_WORDING}",
    "currencies [bare names]": rf"{_WORDING} ; (?:{_CODE}|-) ; {_CODE}(?: {_CODE})*",
    "currencies [minor units]": rf"{_WORDING} ; (?:[a-z]+|[A-Z]{{3}})",
    "currencies [countries]": rf"{_WORDING} ; {_CODE}",
    "currencies [codes that are also words]": _CODE,
    "dates [months]": r"\S+ (?:[1-9]|1[0-2])",
    "dates [halves]": rf"{_WORDING} ; (?:1 ; 6|7 ; 12)",
    "dates [month_spans]": rf"{_WORDING} ; (?:1 ; \d+|\d+ ; 12)",
    "dates [quarters]": rf"{_WORDING} ; (?:1 ; 3|4 ; 6|7 ; 9|10 ; 12)",
    "denominators [adverbs]": rf"{_WORDING} ; {_WORDING}",
    "denominators [singulars]": rf"{_WORDING} ; {_WORDING}",
    "endings": rf"\w+ [{''.join(sorted(TAGS))}]",
    "events": rf"[^:;]+: {_WORDING}",
    "labels [before]": rf"{_WORDING} ; (?:any|capital|alone)",
    "nouns [irregular]": rf"{_FORM} {_FORM}",
    "numbers [marks]": r"(?:decimal|group|months) \S+",
    "numbers [fractions]": r"\w+ \d+ \d+",
    "numbers [multiples]": r"\S+ \d+(?:\.\d+)?",
    "numbers": r"\S+ \d+",
    "percent": rf"{_WORDING} ; (?:percent|percentage_point|basis_point)",
    "relative": rf"{_WORDING} ; (?:day|week|month|quarter|year|named(?:_[a-z]+)?) -?\d+",
    "scopes": rf"{_WORDING} ; (?:none|{_any_of(SCOPES)})",
    "singular": r"\S+ \S+",
    "statistics": rf"{_WORDING} ; {_any_of(get_args(Statistic))}",
    "en/units": rf"{_WORDING} ; {_WORDING}",
    "und/factors": rf"{_WORDING} ; {_WORDING} ; \d+(?:/\d+)? ; \d+(?:/\d+)?|{_WORDING} ; ; ;",
    "und/units": rf"{_WORDING} ; (?:measure|duration) ;{_SYMBOLS}",
    "verbs": rf"(?:{_FORM} ){{4}}{_FORM}(?: [NSA])*",
}
#: Files whose lines are `word value`, where a word stands once in a section.
KEYED_BY_WORD: Final = frozenset(("changes", "endings", "numbers", "singular"))


@lru_cache(maxsize=256)
def parts(file: str) -> dict[str, list[str]]:
    """The lines of a file by part: a [section], or what a comment between the lines opens."""
    found: dict[str, list[str]] = {"": []}
    lines, begun = found[""], False
    for raw in (data.HERE / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("#") and begun:
            lines = found.setdefault(line.lstrip("# "), [])
        elif line.startswith("[") and line.endswith("]"):
            lines, begun = found.setdefault(line[1:-1], []), True
        elif line and not line.startswith("#"):
            begun = True
            lines.append(line)
    return {name: lines for name, lines in found.items() if lines}


def header(file: str) -> str:
    """The comment at the top of a file."""
    text = (data.HERE / f"{file}.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return " ".join(line.lstrip("# ") for line in lines[:end])


def first_field(line: str) -> str:
    """What a line is sorted by and found by."""
    for mark in (";", ": "):
        if mark in line:
            return line.partition(mark)[0].strip()
    return line


def doubles(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


@pytest.mark.parametrize("file", FILES)
def test_file_says_what_it_holds(file: str) -> None:
    assert header(file), "a comment at the top tells a translator what belongs here"


@pytest.mark.parametrize("file", [file for file in FILES if "sorted" in header(file).lower()])
def test_lines_are_sorted_where_the_header_says_so(file: str) -> None:
    for lines in parts(file).values():
        keys = [first_field(line) for line in lines]
        misplaced = [b for a, b in pairwise(keys) if a > b]
        assert misplaced == []


@pytest.mark.parametrize("file", FILES)
def test_no_line_stands_twice_in_a_section(file: str) -> None:
    name = file.partition("/")[2]
    for lines in parts(file).values():
        by_word = name in KEYED_BY_WORD and not any(" ; " in line for line in lines)
        keys = [line.split()[0] if by_word else first_field(line) for line in lines]
        assert doubles(keys) == []


@pytest.mark.parametrize("file", FILES)
def test_line_has_its_shape(file: str) -> None:
    name = file.partition("/")[2]
    wrong = []
    for section, lines in parts(file).items():
        shapes = (f"{name} [{section}]", file, name)
        shape = next((SHAPES[key] for key in shapes if key in SHAPES), _WORDING)
        wrong += [line for line in lines if not re.fullmatch(shape, line)]
        assert not any("  " in line or "\t" in line for line in lines)
    assert wrong == []


@pytest.mark.parametrize("file", FILES)
def test_file_and_sections_are_read(file: str) -> None:
    """A word that no code asks for is none that a translator should have to give."""
    name = file.partition("/")[2]
    literals = string_literals()
    assert name in literals
    sections = [name for name in data.sections(*file.split("/")) if name]
    if name not in ("roles", "numbers"):
        patterns = "".join(literals)
        asked = {section for section in sections if f"{{{section}}}" in patterns} | literals
        assert [section for section in sections if section not in asked] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_tables_of_language_can_be_built(code: str) -> None:
    language = load(code)
    for name, value in vars(Language).items():
        if isinstance(value, cached_property):
            getattr(language, name)
    assert language.currencies.countries


def test_shapes_are_of_files_there_are() -> None:
    names = {key.partition(" [")[0].rpartition("/")[2] for key in SHAPES}
    assert names <= {Path(file).name for file in FILES}


# Units


def _field(file: str, number: int, part: str | None = None) -> list[str]:
    lines = [line for name, found in parts(file).items() for line in found if part in (None, name)]
    return [data.fields(line)[number] for line in lines]


def test_pint_knows_every_unit() -> None:
    import pint

    registry: Any = pint.UnitRegistry()
    ours = set(_field("und/units", 0, NOT_IN_PINT))
    known = [unit for unit in _field("und/units", 0) if unit not in ours]
    assert len(known) >= FEWEST_UNITS
    assert [unit for unit in known if str(registry.Unit(unit)) != unit] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_units_with_words_are_known(code: str) -> None:
    assert set(_field(f"{code}/units", 0)) <= set(_field("und/units", 0))


@pytest.mark.parametrize(
    "file", ["und/units", *(f"{code}/units" for code in LANGUAGES), "und/currencies"]
)
def test_symbol_or_word_stands_for_one_unit(file: str) -> None:
    column = 2 if file == "und/units" else 1
    fields = [data.fields(line) for line in _unambiguous(file)]
    assert doubles(word.lstrip("?") for field in fields for word in data.words(field[column])) == []


def _unambiguous(file: str) -> Iterator[str]:
    for name, lines in parts(file).items():
        if name != "ambiguous symbols":
            yield from lines


# Currencies


@lru_cache(maxsize=1)
def iso_4217() -> frozenset[str]:
    """The codes in force, from the file beside this one."""
    text = Path(__file__).with_name("iso4217.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(code for line in lines for code in line.split())


def test_currency_codes_are_those_of_iso_4217() -> None:
    assert len(iso_4217()) >= FEWEST_CODES
    assert set(_field("und/currencies", 0, "codes")) == iso_4217()
    others = {
        *_field("und/currencies", 0, "not in ISO 4217"),
        *_field("und/currencies", 0, "withdrawn codes"),
    }
    assert others & iso_4217() == set()


@pytest.mark.parametrize("file", ["und/currencies", *(f"{code}/currencies" for code in LANGUAGES)])
def test_every_currency_code_is_known(file: str) -> None:
    known = {
        code
        for part in ("codes", "not in ISO 4217", "withdrawn codes")
        for code in _field("und/currencies", 0, part)
    }
    sections = parts(file)
    used = set(sections.get("codes that are also words", ()))
    used |= {data.fields(line)[0] for line in sections.get("names", ())}
    used |= {data.fields(line)[1] for line in sections.get("countries", ())}
    for part in ("bare names", "ambiguous symbols"):
        for line in sections.get(part, ()):
            _, default, choice = data.fields(line)
            assert default == "-" or default in choice.split(), line
            used |= set(choice.split())
    assert used - known == set()


# Numbers, tags, events


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_are_numbers(code: str) -> None:
    for name, (section, value) in load(code).lexicon.numbers.items():
        numbers = [Decimal(part) for part in value.split()]
        assert len(numbers) == (2 if section == "fractions" else 1), name
        assert all(number >= 0 for number in numbers), name


def test_tags_are_those_of_the_lexicon() -> None:
    """Every tag is explained in the docstring of lexicon.py."""
    explained = re.findall(r"(?:^|  |, )([A-Za-z])(?=[ ,])", lexicon.__doc__ or "", re.MULTILINE)
    assert sorted(TAGS - set(explained)) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_wording_of_an_event_is_in_one_class(code: str) -> None:
    wordings = [
        word
        for line in data.lines(code, "events")
        for name, _, others in [line.partition(":")]
        for word in {name.strip(), *data.words(others)}
    ]
    assert doubles(wordings) == []
