"""Addresses of the web and of e-mail that stand bare in a text."""

from collections.abc import Iterator

from migfacts.kept.patterns import precompiled

_ANCHOR = precompiled(r"://|www\.|@")
_WEB_REST = precompiled(r"[^\s<>\"`\[\]]*+")
_MAIL_REST = precompiled(r"[\w-]{1,64}+(?:\.[\w-]{1,64}+){0,16}+")
_SCHEME = precompiled(r"[A-Za-z][A-Za-z0-9+.-]{1,31}\Z")
_LOCAL_PART = precompiled(r"[\w.+-]{1,64}\Z")
_PAIRS = {")": "(", "}": "{"}
_FOLLOWING = ".,;:!?'*_~|…’”»"


def links(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of the bare addresses in the text, in order."""
    at = floor = 0
    while found := _ANCHOR.search(text, at):
        at = found.end()
        if span := link_at(text, found.start(), at, floor, len(text)):
            yield span
            at = floor = span[1]


def link_at(text: str, start: int, at: int, floor: int, end: int) -> tuple[int, int] | None:
    """Give the span of the address around the `://`, `www.` or `@` at `text[start:at]`, if any.

    It begins not before `floor` and ends not after `end`.
    """
    before = text[max(floor, start - 64) : start]
    if text[start] == "@":
        if not before or before[-1].isspace() or before[-1] == "@":
            return None
        local = _LOCAL_PART.search(before)
        domain = _MAIL_REST.match(text, at, end)
        if not local or not domain or not _is_domain(domain[0].rstrip(_FOLLOWING)):
            return None
        return start - len(local[0]), at + len(domain[0].rstrip(_FOLLOWING))
    if text[start] == ":":
        scheme = _SCHEME.search(before)
        if not scheme:
            return None
        start -= len(scheme[0])
    elif before[-1:].isalnum():
        return None
    rest = _WEB_REST.match(text, at, end)
    stop = _without_following(text, at, rest.end() if rest else at)
    return (start, stop) if stop > at else None


def _is_domain(name: str) -> bool:
    return "." in name and name.rsplit(".", 1)[1].isalpha()


def _without_following(text: str, start: int, end: int) -> int:
    """Move the end of an address before the punctuation of the sentence it stands in."""
    closing = {last for last, first in _PAIRS.items() if text.find(first, start, end) < 0}
    while end > start and (text[end - 1] in _FOLLOWING or text[end - 1] in closing):
        end -= 1
    return end
