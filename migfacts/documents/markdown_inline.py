"""What inside the blocks of Markdown is no prose: marks, code, tags, targets of links."""

import re
from bisect import bisect_right
from collections.abc import Set

from migfacts.kept.patterns import precompiled

from .document import Block
from .emphasis import Emphasis
from .markdown_lines import normalised
from .prose import Edit

_SPECIAL = precompiled(r"[\\`*_~<&\[\]@]|://|www\.")
_ESCAPE = precompiled(r"\\[!-/:-@\[-`{-~]")
_TICKS = precompiled(r"`++")
_TARGET = precompiled(
    r"\(\s*+(?:<[^<>\n]{0,2000}+>"
    r"|[^\s()<>]{0,2000}+(?:\([^\s()]{0,200}+\)[^\s()<>]{0,200}+){0,20}+)"
    r"(?:\s++(?:\"[^\"]{0,1000}+\"|'[^']{0,1000}+'|\([^()]{0,1000}+\)))?+\s*+\)"
)
_REFERENCE = precompiled(r"\[([^\[\]]{0,200}+)\]")
_LONGEST_LABEL = 200
_FOOTNOTE = precompiled(r"\[\^[^\]\s]{1,99}+\]")
_AUTOLINK = precompiled(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}+:|[\w.+-]{1,64}+@)[^\s<>]{0,2000}+>")


class Inline:
    """Reads one block after the other; `edits` grows by what is to be done to each.

    Every step moves forward and looks at a bounded stretch, or remembers that there is nothing
    to find further on, so that the time is linear whatever the text.
    """

    def __init__(self, text: str, labels: Set[str]) -> None:
        self.edits: list[Edit] = []
        self._text = text
        self._labels = labels
        self._begin(0, 0)

    def _begin(self, start: int, end: int) -> None:
        """Forget the block before."""
        self._start, self._end = start, end
        self._floor = start  # a link found by its middle begins not before this
        self._emphasis = Emphasis()
        self._brackets: list[tuple[int, int]] = []  # open ones: the span of `[` or `![`
        self._ticks: dict[int, list[int]] | None = None  # starts of the runs of each size
        self._absent: set[str] = set()  # what was sought and is not in the rest of the block
        self._cuts: list[tuple[int, int]] = []

    def read(self, block: Block) -> list[Block]:
        """Take a block of the text, give the blocks into which its tags part it."""
        start, end, kind = block
        found = _SPECIAL.search(self._text, start, end)
        if not found:
            return [block]
        self._begin(start, end)
        while found:
            found = _SPECIAL.search(self._text, self._step(found), end)
        self.edits += self._emphasis.edits
        if not self._cuts:
            return [block]
        starts = [start, *(after for _, after in self._cuts)]
        ends = [*(before for before, _ in self._cuts), end]
        return [
            Block(first, last, kind)
            for first, last in zip(starts, ends, strict=True)
            if self._text[first:last].strip()
        ]

    def _step(self, found: re.Match[str]) -> int:
        """Read what begins at a special character, give where to go on."""
        at = found.start()
        match self._text[at]:
            case "\\":
                return self._escape(at)
            case "`":
                return self._code(at)
            case "*" | "_" | "~" as mark:
                return self._marks(mark, at)
            case "<":
                return self._angle(at)
            case "&":
                return self._reference(at)
            case "[":
                return self._opening(at)
            case "]":
                return self._closing(at)
        from .links import link_at  # as the tags below, for texts that have some

        link = link_at(self._text, at, found.end(), self._floor, self._end)
        return self._edit(*link, " ") if link else found.end()

    def _edit(self, start: int, end: int, put: str = "") -> int:
        self.edits.append(Edit(start, end, put))
        self._floor = end
        return end

    def _escape(self, at: int) -> int:
        if not _ESCAPE.match(self._text, at, self._end):
            return at + 1
        self._edit(at, at + 1)
        return at + 2

    def _code(self, at: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self._text, at, self._end):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        size = _TICKS.match(self._text, at, self._end).end() - at  # type: ignore[union-attr]
        starts = self._ticks.get(size, [])
        closing = bisect_right(starts, at)
        if closing == len(starts):
            return at + size
        return self._edit(at, starts[closing] + size, " ")

    def _marks(self, mark: str, at: int) -> int:
        text, end = self._text, at + 1
        while end < self._end and text[end] == mark:
            end += 1
        before = text[at - 1] if at > self._start else ""
        after = text[end] if end < self._end else ""
        if self._emphasis.add(mark, at, end, before, after):
            self._floor = end
        return end

    def _angle(self, at: int) -> int:
        """Read a comment, a tag, an address in angle brackets, or a mere `<`."""
        text, end = self._text, self._end
        if text.startswith("<!--", at, end):
            close = self._find("-->", at + 2)
            return self._edit(at, close + 3) if close >= 0 else at + 4
        from .html_tags import TAG

        if tag := TAG.match(text, at, end):
            return self._tag(tag)
        if address := _AUTOLINK.match(text, at, end):
            return self._edit(at, address.end(), " ")
        return at + 1

    def _tag(self, tag: re.Match[str]) -> int:
        from .html_tags import PARTING_TAGS, raised

        name = tag[1].lower()
        if name in PARTING_TAGS:
            self._cuts.append(tag.span())
            self._floor = tag.end()
            return tag.end()
        if name == "code" and (close := self._find("</code>", tag.end())) >= 0:
            return self._edit(tag.start(), close + len("</code>"), " ")
        if name == "sup" and (edits := raised(self._text, tag.start(), self._end)):
            self.edits += edits[:-1]
            return self._edit(*edits[-1])
        return self._edit(*tag.span())

    def _find(self, sought: str, at: int) -> int:
        """Find a string in the rest of the block; look for one that is not there only once."""
        if sought in self._absent:
            return -1
        found = self._text.find(sought, at, self._end)
        if found < 0:
            self._absent.add(sought)
        return found

    def _reference(self, at: int) -> int:
        from .html_tags import character

        edit = character(self._text, at, self._end)
        return self._edit(*edit) if edit else at + 1

    def _opening(self, at: int) -> int:
        if footnote := _FOOTNOTE.match(self._text, at, self._end):
            return self._edit(at, footnote.end())
        image = at > self._floor and self._text[at - 1] == "!"
        self._brackets.append((at - image, at + 1))
        self._floor = at + 1
        return at + 1

    def _closing(self, at: int) -> int:
        """Read a `]`: the marks of a link go out, with its target or label."""
        self._floor = at + 1
        if not self._brackets:
            return at + 1
        bracket = self._brackets.pop()
        end = self._target_end(bracket[1], at)
        if not end:
            return at + 1
        self._edit(*bracket)
        return self._edit(at, end)

    def _target_end(self, inside: int, at: int) -> int:
        """Give where a link ends whose words stand from `inside` to `at`; 0 if it is none."""
        text = self._text
        if target := _TARGET.match(text, at + 1, self._end):
            return target.end()
        if not self._labels:
            return 0
        label = text[inside:at] if at - inside <= _LONGEST_LABEL else ""
        reference = _REFERENCE.match(text, at + 1, self._end)
        if reference and normalised(reference[1] or label) in self._labels:
            return reference.end()
        return at + 1 if not reference and normalised(label) in self._labels else 0
