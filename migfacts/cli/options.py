"""The options of the command line, each declared once for all the commands that take it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias

import typer


def _option(
    name: str, help_: str, metavar: str | None = None, known: Callable[[], Any] | None = None
) -> Any:
    """An option; `known` gives the values that a shell completes."""

    def complete(incomplete: str) -> list[str]:
        return [each for each in known() if each.startswith(incomplete)] if known else []

    return typer.Option(
        *name.split(),
        help=help_,
        metavar=metavar,
        show_default=False,
        autocompletion=complete if known else None,
    )


def _formats() -> Any:
    from migfacts.output import FORMATS

    return FORMATS


def _kinds() -> Any:
    from migfacts.fact import KINDS

    return KINDS


def _bounds() -> Any:
    from migfacts.fact import BOUNDS

    return BOUNDS


def _fields() -> Any:
    from migfacts.fact import FIELDS

    return FIELDS


_Text: TypeAlias = str | None
_Texts: TypeAlias = list[str] | None

Paths: TypeAlias = Annotated[_Texts, typer.Argument(metavar="[PATH...|-]", show_default=False)]
Exclude: TypeAlias = Annotated[
    _Texts, _option("--exclude", "Leave out what matches, as a .gitignore does.", "GLOB")
]
StdinFilename: TypeAlias = Annotated[
    _Text, _option("--stdin-filename", "Name for stdin; its suffix tells its format.", "NAME")
]
Lang: TypeAlias = Annotated[_Text, _option("--lang", "Language of the documents [en].", "CODE")]
AsOf: TypeAlias = Annotated[
    _Text, _option("--as-of", "Date of documents without one: for 'last year'.", "DATE")
]

Kind: TypeAlias = Annotated[
    _Texts, _option("--kind", "Facts of this kind: count, money, percent …", "KIND", _kinds)
]
Unit: TypeAlias = Annotated[_Texts, _option("--unit", "Facts in this unit: km, USD, %.", "UNIT")]
Entity: TypeAlias = Annotated[
    _Texts, _option("--entity", "Facts about this, by whole words: 'migrants'.", "WORDS")
]
Bound: TypeAlias = Annotated[
    _Texts, _option("--bound", "Facts with this bound: exact, approx …", "BOUND", _bounds)
]
Period: TypeAlias = Annotated[
    _Texts, _option("--period", "Facts of a time in it: 2023, 2024-06/2024-09.", "PERIOD")
]
Place: TypeAlias = Annotated[
    _Texts, _option("--place", "Facts of this place, by whole words.", "WORDS")
]
Min: TypeAlias = Annotated[_Text, _option("--min", "Facts of at least this: 8500, 1e6.", "NUMBER")]
Max: TypeAlias = Annotated[_Text, _option("--max", "Facts of at most this.", "NUMBER")]

Where: TypeAlias = Annotated[
    _Texts, _option("--where", "Facts of which this is true, in SQL: 'value > 1e9'.", "CONDITION")
]
To: TypeAlias = Annotated[
    _Texts, _option("--to", "Convert to this where it measures the same: km, celsius, EUR.", "UNIT")
]
Rates: TypeAlias = Annotated[
    _Text, _option("--rates", "Rates of exchange: a CSV with date,from,to,rate.", "FILE")
]

Sort: TypeAlias = Annotated[
    _Texts,
    _option("--sort", "Sort by a field, with - before it the greatest first.", "[-]FIELD", _fields),
]
Limit: TypeAlias = Annotated[_Text, _option("--limit", "At most so many facts.", "N")]
Fields: TypeAlias = Annotated[
    _Text, _option("--fields", "Show these fields, in this order.", "A,B,C", _fields)
]
Relations: TypeAlias = Annotated[
    bool, typer.Option("--relations", help="Show how the facts relate, instead of the facts.")
]
Form: TypeAlias = Annotated[
    _Text,
    _option(
        "--format",
        "table, json, jsonl, csv, tsv, markdown, sqlite [table on a terminal, else jsonl].",
        "FORMAT",
        _formats,
    ),
]
Output: TypeAlias = Annotated[
    _Texts,
    _option(
        "-o --output",
        "Write a file instead of stdout, whole or not at all; its suffix tells the format.",
        "[FORMAT=]FILE",
    ),
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="No summary and no progress on stderr.")
]
NoColor: TypeAlias = Annotated[bool, typer.Option("--no-color", help="No colours; so NO_COLOR.")]
