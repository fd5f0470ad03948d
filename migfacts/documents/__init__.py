"""Documents: from bytes, files and folders to text with its prose and its blocks."""

from os import PathLike
from pathlib import Path, PurePath

from .document import Block, Document
from .encoding import decode
from .error import DocumentError, printable
from .formats import FORMATS, MARKUPS
from .rows import Cell, Rows
from .walk import walk

__all__ = [
    "FORMATS",
    "MARKUPS",
    "Block",
    "Cell",
    "Document",
    "DocumentError",
    "Rows",
    "decode",
    "from_bytes",
    "from_text",
    "read",
    "read_bytes",
    "walk",
]


def from_text(text: str, *, path: str | None = None, markup: str = "text") -> Document:
    """Take a text in memory and its markup, "text" or "markdown", give its document.

    The text stays exactly as given; whatever it holds is read. DocumentError for other markup.
    """
    reader = MARKUPS.get(markup)
    if reader is None:
        known = " or ".join(f'"{name}"' for name in MARKUPS)
        raise DocumentError(f"markup {markup!r} is unknown; use {known}")
    return reader(text, path)


def from_bytes(data: bytes, name: str) -> Document:
    """Take what a file of that name holds, give its document; the suffix says which format.

    A suffix that is not in FORMATS means plain text. DocumentError as of `decode`.
    """
    reader = FORMATS.get(PurePath(name).suffix.lower(), MARKUPS["text"])
    return reader(decode(data, name), name)


def read(path: str | PathLike[str]) -> Document:
    """Take the path of a file, give its document.

    DocumentError if there is no such file, if it cannot be read, or if it is no text.
    """
    return from_bytes(read_bytes(path), str(path))


def read_bytes(path: str | PathLike[str]) -> bytes:
    """Take the path of a file, give what it holds.

    DocumentError if there is no such file, or if it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise DocumentError(f"{printable(path)}: {_why(error)}") from error


def _why(error: Exception) -> str:
    """Say why a file does not open, and how to mend it."""
    match error:
        case FileNotFoundError():
            return "no such file; check the path"
        case IsADirectoryError():
            return "is a folder; name a file in it"
        case PermissionError():
            return "permission denied; make the file readable"
        case OSError():
            return f"cannot be read ({error.strerror}); check the path and the file"
    return "no file can have this name; check the path"
