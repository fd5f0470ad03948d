"""Plain text: its blocks, its prose, and the way back."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migfacts.documents import Document, DocumentError, from_text
from migfacts.documents.text import read_text

from .document_cases import TEXTS, blocks_of, check_invariants, load

CASES = load("text.toml")


@pytest.mark.parametrize(
    ("text", "blocks"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    document = read_text(text)
    assert blocks_of(document) == [(kind, prose.lstrip("\n")) for kind, prose in blocks]
    assert document.text is text
    check_invariants(document)


def test_prose_is_the_text_where_nothing_goes_out() -> None:
    text = "“Some 40 wells” – dry."
    assert read_text(text).prose is text
    assert read_text(text).span(7, 9) == (7, 9)


def test_span_covers_what_went_out_inside_and_not_beside() -> None:
    text = "a\u00ad 8\u00ad50\u200b0\u200b b"
    document = read_text(text)
    start = document.prose.index("8500")
    first, last = document.span(start, start + 4)
    assert text[first:last] == "8\u00ad50\u200b0"
    assert document.span(start, start) == (first, first)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 4, (2, 2)),
        ("ab\n\r\n\rc", 6, (4, 1)),
        ("😀é8", 2, (1, 3)),
        ("a\u2028b", 2, (1, 3)),
    ],
)
def test_place(text: str, offset: int, place: tuple[int, int]) -> None:
    assert read_text(text).place(offset) == place


@settings(deadline=None)
@given(TEXTS, st.data())
def test_place_agrees_with_counting(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    head = text[:offset]
    if head.endswith("\r") and text[offset : offset + 1] == "\n":
        head = head[:-1] + " "
    lines = head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert read_text(text).place(offset) == (len(lines), len(lines[-1]) + 1)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    document = from_text(text, path="a.txt")
    assert document.text is text
    assert (document.path, document.markup) == ("a.txt", "text")
    check_invariants(document)


@settings(deadline=None)
@given(TEXTS)
def test_nothing_but_markers_is_outside_of_blocks(text: str) -> None:
    document = read_text(text)
    at = 0
    for start, end in [*(block[:2] for block in document.blocks), (len(document.prose),) * 2]:
        gap = re.sub(r"\(?[0-9.]{1,15}[.)]|\(?[a-zA-Z]{1,5}\)", "", document.prose[at:start])
        assert not any(char.isalnum() for char in gap)
        at = end


def test_a_document_never_changes() -> None:
    document = read_text("Some 40 wells.")
    with pytest.raises(AttributeError):
        document.text = "other"  # type: ignore[misc]
    assert not hasattr(document, "__dict__")


def test_markup_that_is_unknown() -> None:
    with pytest.raises(
        DocumentError, match=r'^markup \'rst\' is unknown; use "text" or "markdown"$'
    ):
        from_text("a", markup="rst")


def seconds(text: str) -> float:
    start = time.perf_counter()
    document = read_text(text)
    assert isinstance(document, Document)
    return time.perf_counter() - start


HOSTILE = [
    " ",
    "\n",
    "\r",
    "\t",
    "-",
    "- ",
    "1. ",
    "a\tb ",
    "a   ",
    "@",
    "a@",
    "://",
    "a://",
    "www.",
    "\u200b",
]


@pytest.mark.parametrize(
    "piece", [*HOSTILE, "http://x)", "a\n", "a\n- ", "\n \n", "one ", "(a) ", "\f", "8"]
)
def test_time_is_linear(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    assert seconds(text) < 20 * max(seconds(text[: len(text) // 4]), 0.05)


def test_one_line_of_ten_megabytes() -> None:
    assert seconds("one " * 2_500_000) < 5
