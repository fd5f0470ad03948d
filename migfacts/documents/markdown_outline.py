"""The lines of Markdown, and what is around them: quotes, fences of code, indents."""

from msgspec import Struct

from migfacts.kept.patterns import precompiled

from . import markdown_lines as lines
from .document import Block
from .markdown_blocks import Blocks
from .prose import Edit, with_line_ends

_INDENT = precompiled(r"[ \t]*+")
_CODE_INDENT = 4
_STARTS = frozenset("#`~<[|:=-*_+>0123456789 \t")  # of lines that may be more than words


class Outline(Struct, frozen=True):
    """The blocks of a Markdown text, in offsets into it, and what reading their words needs.

    `prefixes` take out the quote marks inside blocks; `labels` are those that have a definition.
    """

    blocks: list[Block]
    prefixes: list[Edit]
    labels: frozenset[str]


def outline(text: str) -> Outline:
    """Take Markdown, give its outline."""
    scanner = _Scanner(text)
    scanner.run()
    blocks = scanner.blocks
    return Outline(blocks.found, blocks.prefixes, frozenset(blocks.labels))


class _Scanner:
    """Reads the lines in order and hands to `blocks` what stands in each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shape = with_line_ends(text)
        self.blocks = Blocks(self._shape)
        self._depth = 0  # of quotes

    def run(self) -> None:
        """Read all lines."""
        shape, size, blocks = self._shape, len(self._shape), self.blocks
        returns = shape is not self._text
        start = lines.front_matter_end(shape)
        while start < size:
            end = after = shape.find("\n", start)
            if end < 0:
                end = after = size
            if returns and end > start and self._text[end - 1] == "\r":
                end -= 1
            if blocks.fence and self._is_fenced(start, end):
                pass
            elif start == end and not self._depth:
                blocks.blank()
            elif not self._depth and shape[start] not in _STARTS:
                blocks.words(start, end)
            else:
                self._line(start, end)
            start = blocks.taken_up_to or after + 1
            blocks.taken_up_to = 0

    def _is_fenced(self, start: int, end: int) -> bool:
        """Say whether a line is of the code in the fence, and close the fence if it ends it."""
        depth = 0
        while depth < self._depth and (inside := lines.quote_end(self._shape, start, end)):
            start, depth = inside, depth + 1
        if depth < self._depth:
            self.blocks.fence = ""
            return False
        mark, line = self.blocks.fence, self._shape[start:end].strip()
        if line.startswith(mark) and not line.strip(mark[0]):
            self.blocks.fence = ""
        return True

    def _line(self, start: int, end: int) -> None:
        """Read a line up to its quote marks and indent, and hand the rest on."""
        shape, blocks = self._shape, self.blocks
        at = _INDENT.match(shape, start, end).end()  # type: ignore[union-attr]
        if self._is_code(start, at, end):
            return
        depth, inside = 0, start
        while at < end and shape[at] == ">":
            inside = lines.quote_end(shape, at, end)
            at = _INDENT.match(shape, inside, end).end()  # type: ignore[union-attr]
            depth += 1
        if depth > self._depth or (depth < self._depth and not blocks.is_open):
            blocks.blank()
            blocks.in_list = blocks.in_list and depth > self._depth
            self._depth = depth
        if at >= end:
            blocks.blank()
        elif not depth or not self._is_code(inside, at, end):
            outdented = at - inside < 2 and shape[at - 1 : at] != "\t"
            blocks.read(start, at, end, outdented=outdented)

    def _is_code(self, start: int, at: int, end: int) -> bool:
        """Say whether the indent from `start` to `at` makes code of a line."""
        blocks = self.blocks
        if at >= end or blocks.is_open or blocks.in_list or not blocks.after_blank:
            return False
        return at - start >= _CODE_INDENT or "\t" in self._shape[start:at]
