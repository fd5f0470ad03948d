"""Markdown: its blocks, its prose, and the way back."""

import time

import pytest
from hypothesis import given, settings

from migfacts.documents import from_text
from migfacts.documents.markdown import read_markdown

from .document_cases import TEXTS, blocks_of, check_invariants, load

CASES = load("markdown.toml")


@pytest.mark.parametrize(
    ("text", "blocks"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    document = read_markdown(text)
    assert blocks_of(document) == blocks
    assert document.text is text
    check_invariants(document)


@pytest.mark.parametrize(
    ("text", "prose", "source"),
    [
        ("**More than 8,500** people", "More than 8,500", "More than 8,500"),
        ("**More than 8,500** people", "8,500 people", "8,500** people"),
        ("8&nbsp;500 people", "8\u00a0500", "8&nbsp;500"),
        ("&#49;2 camps", "1", "&#49;"),
        ("[12 camps](x5)", "12 camps", "12 camps"),
        ("> about\n> 40 wells", "about\n40", "about\n> 40"),
        ("12 km<sup>2</sup> of land", "km²", "km<sup>2</sup>"),
        ("- 40 wells", "40", "40"),
        ("# Report\r\n\r\nSome 40 wells", "40", "40"),
    ],
)
def test_spans(text: str, prose: str, source: str) -> None:
    document = read_markdown(text)
    at = document.prose.index(prose)
    start, end = document.span(at, at + len(prose))
    assert text[start:end] == source


def test_place_counts_in_the_file() -> None:
    text = "---\na: 5\n---\n# Title\n\n> Some **40** wells\n"
    document = read_markdown(text)
    start, _ = document.span(document.prose.index("40"), len(document.prose))
    assert document.place(start) == (6, 10)


def test_prose_is_the_text_where_nothing_goes_out() -> None:
    text = "Some 40 wells are dry.\nMore will be."
    assert read_markdown(text).prose is text


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    document = from_text(text, path="a.md", markup="markdown")
    assert document.text is text
    assert (document.path, document.markup) == ("a.md", "markdown")
    check_invariants(document)


def seconds(text: str) -> float:
    start = time.perf_counter()
    read_markdown(text)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "piece",
    [
        *"[]*`_~<>&\\|#=-+!@(\"'\t \n\r",
        *("* ", "`` ` ", "<!--", "<!--a-->", "](", "[](", "[a](b", '[a](b "', "*a", "**a*", "~~a"),
        *("<a ", "<a b='", "<code>", "x<br>", "&amp;", "[^1]", "[^", "[a]: b\n", "[a][b] ", "a://"),
        *("> a\n", "> ", "- ", "1. ", "a|b\n-|-\n", "a\n=\n", "```\na\n", "<pre>", "---\n", "a@"),
        *("a  \n", "\\\n", "\u200ba", "*a **b ", "![", "![](", "http://a(", "<sup>1", "+++\n"),
    ],
)
def test_time_is_linear(piece: str) -> None:
    for text in (piece * (200_000 // len(piece)), "x " + piece * (200_000 // len(piece))):
        assert seconds(text) < 20 * max(seconds(text[: len(text) // 4]), 0.05)


@pytest.mark.parametrize("piece", ["[", "*", "`", "<!--"])
def test_a_megabyte_of_marks(piece: str) -> None:
    assert seconds("x" + piece * (1_000_000 // len(piece))) < 10


def test_brackets_within_brackets() -> None:
    assert seconds("[" * 200_000 + "]" * 200_000 + "\n\n[a]: b") < 5
