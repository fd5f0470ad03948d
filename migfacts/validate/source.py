"""The source: does the text of a fact stand at its offsets, where the document is at hand?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from migfacts import documents
from migfacts.documents import Document, DocumentError
from migfacts.fact import Fact
from migfacts.fault import Complaint


def length(fact: Fact) -> Iterator[Complaint]:
    """The offsets are as far apart as the text is long."""
    if not fact.text:
        yield Complaint("text", "is empty")
    elif fact.end - fact.start != len(fact.text):
        yield Complaint(
            "end",
            f"is {fact.end}, but a text of {len(fact.text)} code points that starts at "
            f"{fact.start} ends at {fact.start + len(fact.text)}",
        )


def source(fact: Fact, document: Document) -> Iterator[Complaint]:
    """The text stands at its offsets, and these at its line and column.

    What else stands in the document is not told: a record may name any file.
    """
    if not fact.text or fact.end - fact.start != len(fact.text):
        return
    if not document.text.startswith(fact.text, fact.start):
        yield Complaint("start", f"is {fact.start}, but the text {_where(document, fact)}")
    elif (fact.line, fact.column) != document.place(fact.start):
        line, column = document.place(fact.start)
        name = "line" if fact.line != line else "column"
        place = f"{fact.line}:{fact.column}"
        yield Complaint(name, f"is at {place}, but start {fact.start} is at {line}:{column}")


def _where(document: Document, fact: Fact) -> str:
    """Where the text stands in its document, nearest to where it should."""
    before = document.text.rfind(fact.text, 0, fact.end - 1)
    behind = document.text.find(fact.text, fact.start)
    found = [at for at in (before, behind) if at >= 0]
    if not found:
        return "stands nowhere in the document"
    return f"stands at {min(found, key=lambda at: abs(at - fact.start))} in the document"


def at_hand(path: str) -> Document | None:
    """The document at a path; None where there is none that migfacts reads."""
    try:
        if PurePath(path).suffix.lower() not in documents.FORMATS or not Path(path).is_file():
            return None
        return documents.read(path)
    except (DocumentError, OSError, ValueError):
        return None
