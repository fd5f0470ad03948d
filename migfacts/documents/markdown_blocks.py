"""The blocks of Markdown, made of the lines one after the other."""

import re

from . import markdown_lines as lines
from .document import Block
from .prose import Edit

_MOST_MARKERS = 16  # in one line


class Blocks:
    """Takes what stands in each line; of the lines before it knows only what that depends on."""

    def __init__(self, shape: str) -> None:
        self.found: list[Block] = []
        self.prefixes: list[Edit] = []  # what stands before the words in the lines of a block
        self.labels: set[str] = set()  # that have a definition
        self.fence = ""  # the marks that opened a block of code, while it lasts
        self.taken_up_to = 0  # where reading goes on, if not in the next line
        self.is_open = False  # the last block takes more lines
        self.after_blank = True
        self.in_list = False
        self._shape = shape
        self._in_table = False
        self._hard = False  # the last line ended in a hard break
        self._last_line = (0, 0)  # where it begins, and where its block ended before it

    def blank(self) -> None:
        """Take a line without words."""
        self._close()
        self.after_blank = True

    def words(self, start: int, end: int) -> None:
        """Take a line that begins with a word: it can be no more than text or a row."""
        if self._in_table:
            self.read(start, start, end, outdented=True)
            return
        if self.after_blank:
            self.in_list = False
        self._text(start, start, end)

    def read(self, start: int, at: int, end: int, *, outdented: bool) -> None:
        """Take a line whose marks of quotes and indent stand from `start` to `at`."""
        if self._is_whole(at, end):
            self.in_list = self.in_list and not outdented
            return
        ends_list = outdented and self.after_blank
        for _ in range(_MOST_MARKERS):
            marker = lines.item_marker(self._shape, at, end)
            if not marker or (self.is_open and not self._may_interrupt(marker, end)):
                break
            self._close()
            self.in_list, self.after_blank, ends_list = True, False, False
            at = marker.end()
            while at < end and (inside := lines.quote_end(self._shape, at, end)):
                at = inside
            start = at
            if at >= end or self._is_whole(at, end):
                return
        if ends_list:
            self.in_list = False
        self._text(start, at, end)

    def _may_interrupt(self, marker: re.Match[str], end: int) -> bool:
        """Say whether a list item may begin right after a line of text."""
        return self.in_list or (marker["number"] in (None, "1") and marker.end() < end)

    def _is_whole(self, at: int, end: int) -> bool:
        """Take the line if it is no text from its first mark to its last, and say so."""
        first = self._shape[at]
        if self._in_table:
            if self._shape.find("|", at, end) >= 0:
                self._cells(at, end)
                return True
            self._in_table = False
        if self.is_open and first in "-=|:" and self._is_below(at, end):
            return True
        if first == "#":
            taken = self._is_heading(at, end)
        elif first in "`~":
            self.fence = lines.code_fence(self._shape, at, end)
            taken = self.fence != ""
        elif first == "<":
            self.taken_up_to = lines.raw_html_end(self._shape, at)
            taken = self.taken_up_to > 0
        elif first == "[":
            taken = self._is_definition(at, end)
        else:
            taken = first in "-*_" and lines.is_rule(self._shape, at, end)
        if taken:
            self._close()
            self.after_blank = False
        return taken

    def _is_below(self, at: int, end: int) -> bool:
        """Take the line if it makes a heading or the head of a table of the line above."""
        start, stop, kind = self.found[-1]
        if kind == "paragraph" and lines.is_underline(self._shape, at, end):
            self.found[-1] = Block(start, stop, "heading")
            self._close()
            return True
        if not lines.is_delimiter_row(self._shape, at, end):
            return False
        line, before = self._last_line
        self.found.pop()
        if start < line:
            self.found.append(Block(start, before, kind))
        self._cells(line, stop)
        return True

    def _is_heading(self, at: int, end: int) -> bool:
        span = lines.heading_span(self._shape, at, end)
        if span and span[0] < span[1]:
            self.found.append(Block(*span, "heading"))
        return span is not None

    def _is_definition(self, at: int, end: int) -> bool:
        label = "" if self.is_open else lines.defined_label(self._shape, at, end)
        if label:
            self.labels.add(label)
        return label != ""

    def _cells(self, at: int, end: int) -> None:
        self._close()
        self._in_table, self.after_blank = True, False
        self.found += [Block(*span, "cell") for span in lines.row_cells(self._shape, at, end)]

    def _text(self, start: int, at: int, end: int) -> None:
        """Add a line of words from `at` on to the open block, or begin one with it."""
        shape, stop = self._shape, end
        while stop > at and shape[stop - 1].isspace():
            stop -= 1
        if stop == at:
            self.blank()
            return
        hard = end - stop > 1 and shape.endswith("  ", stop, end)
        if stop == end and shape[stop - 1] == "\\":
            hard, stop = True, stop - 1
        ended = self.is_open and (self._is_dateline(at) or self._leaves_list(start, at))
        if self.is_open and not self._hard and not ended:
            first, before, kind = self.found.pop()
            if at > start:
                self.prefixes.append(Edit(start, at, ""))
        else:
            kind = "item" if self.in_list else "paragraph"
            first = before = at
        self.found.append(Block(first, stop, kind))
        self._last_line = (at, before)
        self.is_open, self._hard, self.after_blank = True, hard, False

    def _leaves_list(self, start: int, at: int) -> bool:
        """Does a line at the margin begin a sentence below a short item: `- Staff: 31`?

        To Markdown it still belongs to the item; who writes so means a new paragraph.
        """
        block = self.found[-1]
        if block.kind != "item" or at > start or not self._shape[at].isupper():
            return False
        if start and self._shape[start - 1] != "\n":
            return False
        if not lines.is_bare(self._shape[block.start : block.end]):
            return False
        self.in_list = False
        return True

    def _is_dateline(self, below: int) -> bool:
        """Is the open block one line that gives a day, or stands in emphasis, by itself?

        `*Bern, 11 November 2024*` above a sentence is a line of its own, though to Markdown the
        two are one paragraph.
        """
        block = self.found[-1]
        if self._last_line[0] != block.start or not self._shape[below].isupper():
            return False
        return lines.is_dateline(self._shape[block.start : block.end])

    def _close(self) -> None:
        """End the open block and the table."""
        self.is_open = self._hard = self._in_table = False
