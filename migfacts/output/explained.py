"""What a check says of itself: the sections of its docstring."""

from __future__ import annotations

import ast
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

SECTIONS: Final = ("What", "Why", "Examples", "Not matched")


@lru_cache(maxsize=64)
def explained(code: str) -> tuple[str, dict[str, str]]:
    """The title and the sections of a code, read without running the check."""
    spec = find_spec(f"migfacts.checks.{code.replace('-', '_')}")
    if spec is None or spec.origin is None:
        return code, {}
    module = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    return sections(ast.get_docstring(module) or code)


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
    joint = {"Examples": "\n", "Not matched": "\n"}
    return title, {name: joint.get(name, " ").join(lines) for name, lines in found.items()}
