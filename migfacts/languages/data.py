"""Reading of the word files: plain lines, `#` comments, `[sections]`.

Words are data, so that a translator can add a language without touching code, and plain
lines are what starts fastest: `str.split` reads three thousand entries in two milliseconds.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent


@lru_cache(maxsize=64)
def sections(lang: str, name: str) -> dict[str, list[str]]:
    """The lines of one word file by section.

    Args:
        lang: the folder, a BCP 47 code, or `und` for what no language owns.
        name: the file's name without `.txt`.

    Returns:
        Section name to its lines, stripped, without comments and blank lines; lines before
        the first `[section]` stand under the empty name. A missing file has no sections.
    """
    path = HERE / lang / f"{name}.txt"
    out: dict[str, list[str]] = {"": []}
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return out
    if "\n[" not in content:
        out[""] = [line for line in content.split("\n") if line and line[0] != "#"]
        return out
    lines = out[""]
    for line in content.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[" and line[-1] == "]":
            lines = out.setdefault(line[1:-1], [])
        else:
            lines.append(line)
    return out


def lines(lang: str, name: str) -> list[str]:
    """All lines of a word file, whatever their section."""
    return [line for section in sections(lang, name).values() for line in section]


def fields(line: str) -> list[str]:
    """The `;`-separated fields of a line, stripped."""
    return [field.strip() for field in line.split(";")]


def words(field: str) -> list[str]:
    """The comma-separated wordings in a field."""
    return [word for word in (part.strip() for part in field.split(",")) if word]
