"""What one line of Markdown is, told from the line alone."""

import re
from collections.abc import Iterator

from migfacts.kept.patterns import precompiled

_FRONT_MATTER = precompiled(r"(---|\+\+\+)[ \t]*\n(?![ \t]*\n)")
# Patterns of ends are compiled when a text first needs them.
_FRONT_MATTER_END = {
    "---": r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    "+++": r"\n\+\+\+[ \t]*(?:\n|\Z)",
}
_QUOTE = precompiled(r"[ \t]*+>[ \t]?")
_HEADING = precompiled(r"#{1,6}+(?:[ \t]++|\Z)")
_RULE = precompiled(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
_UNDERLINE = precompiled(r"(?:=++|-++)[ \t]*+\Z")
_FENCE = precompiled(r"`{3,}+(?=[^`]*+\Z)|~{3,}+")
_DELIMITER_ROW = precompiled(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+\Z")
_CELL = precompiled(r"(?:[^|\\]++|\\.|\\\Z)++", re.DOTALL)
_ITEM = precompiled(
    r"(?:[-*+]|(?P<number>[0-9]{1,3})[.)]|\[\^[^\]\s]{1,99}\]:)"
    r"(?:[ \t]++(?:\[[ xX]\][ \t]++)?|\Z)"
)
_DEFINITION = precompiled(
    r"\[(?!\^)((?:[^\]\[\\]|\\.){1,999}+)\]:[ \t]*+(?:<[^<>]*+>|[^\s<]\S*+)"
    r"(?:[ \t]++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+[ \t]*+\Z"
)
_SHORT = 60
_DATELINE = precompiled(
    r"[*_]{0,3}(?:[^\W\d_][^.!?;:\n]{0,30}: )?[^.!?;:\n]{1,80}\b[0-9]{4}[*_]{0,3}"
    r"|([*_]{1,3})[^\s*_][^*_\n]{0,100}[^\s*_.!?:]\1"
)
_RAW_HTML = precompiled(r"<(?:(!--)|(script|pre|style|textarea)(?=[\s>]|\Z))", re.IGNORECASE)
_RAW_HTML_END = r"(?i)</{}\s*>"


def front_matter_end(text: str) -> int:
    """Give where the YAML or TOML at the head of the text ends; 0 if it has none."""
    opening = _FRONT_MATTER.match(text)
    if not opening:
        return 0
    closing = re.compile(_FRONT_MATTER_END[opening[1]]).search(text, opening.end() - 1)
    return closing.end() if closing else 0


def is_bare(line: str) -> bool:
    """Say whether a short line ends in no mark, as a name with its number does."""
    return len(line) <= _SHORT and "\n" not in line and (line[-1].isalnum() or line[-1] in "%)")


def is_dateline(line: str) -> bool:
    """Say whether a line ends in a year, or stands in emphasis as a whole, and ends no sentence.

    A label may lead to the year: `Date of the event: 12 October 2024`.
    """
    return _DATELINE.fullmatch(line) is not None


def heading_span(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Give the span of the words of a heading with `#` before it."""
    mark = _HEADING.match(text, at, end)
    if not mark:
        return None
    line = text[mark.end() : end].rstrip()
    words = line.rstrip("#")
    if words and not words[-1].isspace():
        words = line
    return mark.end(), mark.end() + len(words.rstrip())


def is_rule(text: str, at: int, end: int) -> bool:
    """Say whether a line is a thematic break."""
    return _RULE.match(text, at, end) is not None


def is_underline(text: str, at: int, end: int) -> bool:
    """Say whether a line makes a heading of the line above."""
    return _UNDERLINE.match(text, at, end) is not None


def is_delimiter_row(text: str, at: int, end: int) -> bool:
    """Say whether a line makes a row of a table of the line above."""
    return text.find("|", at, end) >= 0 and _DELIMITER_ROW.match(text, at, end) is not None


def quote_end(text: str, at: int, end: int) -> int:
    """Give where the quote mark at an offset, or after an indent there, ends; 0 if none does."""
    mark = _QUOTE.match(text, at, end)
    return mark.end() if mark else 0


def row_cells(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the spans of the cells of a row that are not empty."""
    for cell in _CELL.finditer(text, at, end):
        start, stop = cell.span()
        while start < stop and text[start].isspace():
            start += 1
        while start < stop and text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            yield start, stop


def code_fence(text: str, at: int, end: int) -> str:
    """Give the marks that open a block of code, "" if the line does not."""
    fence = _FENCE.match(text, at, end)
    return fence[0] if fence else ""


def item_marker(text: str, at: int, end: int) -> re.Match[str] | None:
    """Give the match of a marker of a list item (`number`: of a numbered one) or a footnote."""
    return _ITEM.match(text, at, end)


def defined_label(text: str, at: int, end: int) -> str:
    """Give the label that a line defines a link for, "" if it defines none."""
    definition = _DEFINITION.match(text, at, end)
    return normalised(definition[1]) if definition else ""


def normalised(label: str) -> str:
    """Give a label as it is compared with others."""
    return " ".join(label.split()).casefold()


def raw_html_end(text: str, at: int) -> int:
    """Give where the comment, script or such that begins at an offset ends; 0 if none does.

    One that is not closed ends with the text.
    """
    opening = _RAW_HTML.match(text, at)
    if not opening:
        return 0
    if opening[1]:
        end = text.find("-->", at + 2)
        return end + 3 if end >= 0 else len(text)
    closing = re.compile(_RAW_HTML_END.format(opening[2])).search(text, opening.end())
    return closing.end() if closing else len(text)
