"""Plain text: everything is prose but invisible characters and addresses that hold digits."""

from migfacts.kept.patterns import precompiled

from .document import Document
from .paragraphs import split
from .prose import invisible, rewrite, trimmed

_DIGIT = precompiled(r"\d")


def read_text(text: str, path: str | None = None) -> Document:
    """Take plain text, give its document. Never raises, whatever the text holds."""
    prose, runs = text, None
    if edits := invisible(text):
        prose, runs = rewrite(text, edits)
    blocks = tuple(split(prose))
    if "://" in prose or "@" in prose or "www." in prose:
        blanked = _without_links(prose)
        if blanked is not prose:
            prose, blocks = blanked, tuple(trimmed(blanked, blocks))
    return Document(text, prose, blocks, path, "text", runs)


def _without_links(text: str) -> str:
    """Put spaces for the addresses whose digits would read as numbers."""
    from .links import links

    pieces: list[str] = []
    at = 0
    for start, end in links(text):
        if _DIGIT.search(text, start, end):
            pieces += text[at:start], " " * (end - start)
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text
