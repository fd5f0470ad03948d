"""Cases from the TOML files beside this one, and texts that tests of the readers draw."""

import tomllib
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from migfacts.documents import Document

HERE = Path(__file__).parent

_PIECES = [
    *"*_~`[]()<>!&\\|-+=#:.,@ \n\r\t\f\u00ad\u200b\ufeff\u2060\u200c\u2028\ud800\udfff\0é😀١",
    *("word", "Word", "12", "8,500", "**", "```", "<!--", "-->", "](", "&amp;", "&#160;", "[^1]"),
    *("https://a.b/5", "x5@y.org", "www.z.org/7", "\n\n", "\r\n", "  \n", "\n> ", "\n- ", "\n1. "),
    *("\n---\n", "\n|-|-|\n", "\n# ", "\n    ", "<br>", "<sup>2</sup>", "<code>", "</code>", "   "),
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.text(st.characters(), max_size=80),
)


def load(name: str) -> list[Any]:
    """Give the cases of a file: name, text, blocks as pairs of kind and prose."""
    cases = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["case"]
    return [
        (case["name"], case["text"], [_block(block) for block in case["blocks"]]) for case in cases
    ]


def _block(block: Any) -> tuple[str, str]:
    return ("paragraph", block) if isinstance(block, str) else (block[0], block[1])


def blocks_of(document: Document) -> list[tuple[str, str]]:
    """Give kind and prose of each block."""
    return [(kind, document.prose[start:end]) for start, end, kind in document.blocks]


def check_invariants(document: Document) -> None:
    """Assert what holds for every document."""
    prose, text = document.prose, document.text
    last = 0
    for start, end, kind in document.blocks:
        assert last <= start < end <= len(prose)
        assert not prose[start].isspace()
        assert not prose[end - 1].isspace()
        assert kind in {"paragraph", "heading", "item", "cell"}
        last = end
    at = 0
    for offset in range(len(prose)):
        start, end = document.span(offset, offset + 1)
        assert at <= start < end <= len(text)
        assert document.span(offset, offset) == (start, start)
        if end - start == 1 and not prose[offset].isspace():
            assert prose[offset] == text[start] or text[start] in "0123456789"
        at = end
    if prose:
        assert document.span(0, len(prose))[1] <= len(text)
    if prose == text:
        assert prose is text
