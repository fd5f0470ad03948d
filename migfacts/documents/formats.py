"""The markups and the suffixes of files that are read."""

from collections.abc import Callable

from .document import Document

Reader = Callable[[str, str | None], Document]


def _text(text: str, path: str | None = None) -> Document:
    from .text import read_text

    return read_text(text, path)


def _markdown(text: str, path: str | None = None) -> Document:
    from .markdown import read_markdown

    return read_markdown(text, path)


# A reader loads with the first document of its own, so that no run pays for patterns of others.
MARKUPS: dict[str, Reader] = {"text": _text, "markdown": _markdown}
FORMATS: dict[str, Reader] = {".md": _markdown, ".markdown": _markdown, ".txt": _text}
