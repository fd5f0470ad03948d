"""Markdown: the prose of its blocks, without code, links' targets, comments and marks."""

from collections.abc import Iterator, Sequence

from .document import Block, Document
from .markdown_inline import Inline
from .markdown_outline import outline
from .prose import Edit, invisible, moved, rewrite, trimmed


def read_markdown(text: str, path: str | None = None) -> Document:
    """Take Markdown, give its document. Never raises, whatever the text holds.

    The text of the document is the file as it stands. In the prose one LF parts one block from
    the next, a space stands for code and for bare addresses, a character for its reference.
    """
    found = outline(text)
    inline = Inline(text, found.labels)
    blocks: list[Block] = []
    for block in found.blocks:
        blocks += inline.read(block)
    edits = [*_gaps(text, blocks), *found.prefixes, *inline.edits, *invisible(text)]
    edits.sort(key=lambda edit: edit[0])
    prose, runs = rewrite(text, edits)
    if prose == text:
        return Document(text, text, tuple(trimmed(text, blocks)), path, "markdown")
    placed = trimmed(prose, moved(blocks, runs, len(prose)))
    return Document(text, prose, tuple(placed), path, "markdown", runs)


def _gaps(text: str, blocks: Sequence[Block]) -> Iterator[Edit]:
    """Give the edits that leave a LF of what stands between two blocks and nothing around them."""
    at, put = 0, ""
    for start, end, _ in blocks:
        if text[at:start] != put:
            yield Edit(at, start, put)
        at, put = end, "\n"
    if at < len(text):
        yield Edit(at, len(text), "")
