"""What a check or a kind says of itself: the sections of its docstring."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import msgspec

from migfacts.output.visible import shorten

SECTIONS: Final = ("What", "Why", "Examples", "Not matched")
#: A kind that has no module of its own -> the module that reads it.
_SHARED: Final = {"count": "number"}
_LISTS: Final = frozenset(("Examples", "Not matched"))
_INDENT: Final = "  "


@lru_cache(maxsize=64)
def explained(name: str) -> tuple[str, dict[str, str]]:
    """The title and the sections of a code or a kind, read without running it."""
    module = _SHARED.get(name, name).replace("-", "_")
    for part in ("checks", "kinds"):
        spec = find_spec(f"migfacts.{part}.{module}")
        if spec is not None and spec.origin is not None:
            tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
            return sections(ast.get_docstring(tree) or name)
    return name, {}


def sections(docstring: str) -> tuple[str, dict[str, str]]:
    """The first line of a docstring, and its sections."""
    title, _, rest = docstring.partition("\n")
    found: dict[str, list[str]] = {}
    name = ""
    for line in rest.splitlines():
        head, colon, body = line.partition(":")
        if colon and head in SECTIONS:
            name, line = head, body
            found[name] = []
        if name and line.strip():
            found[name].append(line.strip())
    return title, {
        name: ("\n" if name in _LISTS else " ").join(lines) for name, lines in found.items()
    }


def text(name: str, width: int) -> str:
    """All that a code or a kind says of itself, for reading eyes."""
    title, found = explained(name)
    lines = textwrap.wrap(f"{name}: {_plain(title)}", width)
    for section, body in found.items():
        hanging = _INDENT if section in _LISTS else ""
        lines += ["", section]
        for line in body.splitlines():
            lines += textwrap.wrap(
                line, width, initial_indent=_INDENT, subsequent_indent=_INDENT + hanging
            )
    return "\n".join(lines) + "\n"


def listed(groups: Iterable[tuple[str, Iterable[str]]], width: int) -> Iterator[str]:
    """Every name with its title on one line, group by group."""
    every = [(head, list(names)) for head, names in groups]
    column = max(len(name) for _, names in every for name in names)
    lead = ""
    for head, names in every:
        yield f"{lead}{head}\n"
        lead = "\n"
        for name in names:
            line = f"{_INDENT}{name:<{column}}  {_plain(explained(name)[0])}"
            yield shorten(line, width) + "\n"


def json(name: str) -> dict[str, Any]:
    """All that a code or a kind says of itself, as plain values."""
    title, found = explained(name)
    keyed = {
        section.lower().replace(" ", "_"): body.splitlines() if section in _LISTS else body
        for section, body in found.items()
    }
    return {"name": name, "title": _plain(title), **keyed}


def encoded(value: object) -> str:
    """Plain values as JSON for reading eyes."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _plain(title: str) -> str:
    """A title without the name that it begins with."""
    head, colon, rest = title.partition(": ")
    return rest if colon and head.islower() else title
