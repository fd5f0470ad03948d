"""Edits that make prose of a text, and the map of what came from where."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .document import Block, Runs

# Characters that a reader does not see and that part words and numbers: soft hyphen, zero-width
# space, byte order mark, word joiner. The zero-width joiners stay, they spell Arabic and Hindi.
INVISIBLE = "\u00ad\u200b\ufeff\u2060"
# Both patterns are compiled when a text first needs them.
_INVISIBLE = f"[{INVISIBLE}]+"
# Control sequences of terminals (ECMA-48): their digits are no numbers of the text.
_CONTROL = (
    r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|.)"
    r"|\x9b[0-?]{0,64}[ -/]{0,8}[@-~]"
)
_BREAKS = "\f\v\x1c\x1d\x1e\x85\u2028\u2029"


class Edit(NamedTuple):
    """`text[start:end]` reads as `put`: nothing, one character, or as many as there were."""

    start: int
    end: int
    put: str


def invisible(text: str) -> list[Edit]:
    """Give the edits that take the invisible characters out of a text, in order."""
    escapes = "\x1b" in text or "\x9b" in text
    if not escapes and (text.isascii() or not any(char in text for char in INVISIBLE)):
        return []
    edits = [Edit(found.start(), found.end(), "") for found in re.finditer(_INVISIBLE, text)]
    if escapes:
        edits += [Edit(found.start(), found.end(), "") for found in re.finditer(_CONTROL, text)]
        edits.sort()
    return edits


def rewrite(text: str, edits: Iterable[Edit]) -> tuple[str, Runs]:
    """Take a text and its edits in order, give the prose and where it came from.

    Of two edits that overlap the first counts, and of the second what reaches beyond it goes out.
    """
    pieces: list[str] = []
    runs = Runs([], [], [])
    size = 0

    def keep(piece: str, start: int, end: int) -> None:
        nonlocal size
        if piece:
            pieces.append(piece)
            runs.prose.append(size)
            runs.text.append(start)
            runs.ends.append(end)
            size += len(piece)

    at = 0
    for start, end, put in edits:
        if end <= at:
            continue
        if start < at:
            start, put = at, ""
        keep(text[at:start], at, start)
        keep(put, start, end)
        at = end
    keep(text[at:], at, len(text))
    return "".join(pieces), runs


def moved(blocks: Iterable[Block], runs: Runs, size: int) -> Iterator[tuple[int, int, str]]:
    """Take blocks in offsets into the text, in order, give them in offsets into prose of `size`."""
    at, starts = [*runs.prose, size], [*runs.text, sys.maxsize]
    run = 0

    def place(offset: int) -> int:
        nonlocal run
        while starts[run + 1] <= offset:
            run += 1
        if offset < starts[run]:  # before all that is left of the text
            return 0
        return min(at[run] + offset - starts[run], at[run + 1])

    if size:
        for start, end, kind in blocks:
            yield place(start), place(end), kind


def trimmed(prose: str, blocks: Iterable[tuple[int, int, str]]) -> Iterator[Block]:
    """Give the blocks without white space at their ends, and none that holds nothing else."""
    for start, end, kind in blocks:
        while start < end and prose[start].isspace():
            start += 1
        while start < end and prose[end - 1].isspace():
            end -= 1
        if start < end:
            yield Block(start, end, kind)


def with_line_ends(text: str) -> str:
    """Give the text at the same length with LF for every end of a line or a page.

    The CR of a CRLF becomes a space.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for char in _BREAKS:
        if char in text:
            text = text.replace(char, "\n")
    return text
