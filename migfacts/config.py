"""Configuration: `[tool.migfacts]` of pyproject.toml, or the same in migfacts.toml.

The nearest of them counts, from the working folder upwards. Relative paths in it count from its
own folder and are given here as seen from the working folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

import msgspec


class ConfigError(ValueError):
    """Configuration that cannot be used. `str` is one line: the file, the place, the mend."""


class CheckConfig(msgspec.Struct, frozen=True, kw_only=True):
    """`[tool.migfacts.check]`."""

    facts: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str | None = None
    baseline: str | None = None


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a project sets for itself; the command line wins over it."""

    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    lang: str | None = None
    as_of: date | None = None
    check: CheckConfig = CheckConfig()


_FILES: Final = ("migfacts.toml", "pyproject.toml")
#: A file of others without this need not be parsed, which takes 3 ms and more.
_MENTION: Final = rb"""tool\s*\.\s*["']?migfacts|\[\s*tool\s*\]|\btool\s*="""
_TEXT, _TEXTS, _DATE, _TABLE = "a text", "a list of texts", "a date as 2024-11-25", "a table"
_KEYS: Final = {"paths": _TEXTS, "exclude": _TEXTS, "lang": _TEXT, "as-of": _DATE, "check": _TABLE}
_CHECK_KEYS: Final = {
    "facts": _TEXT,
    "select": _TEXTS,
    "ignore": _TEXTS,
    "format": _TEXT,
    "baseline": _TEXT,
}


def nearest(name: str, known: Sequence[str]) -> str:
    """What to say to someone who wrote an unknown name."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"


def load(folder: str | Path = ".") -> Config:
    """The configuration that holds in a folder, by default the working folder.

    ConfigError if its file cannot be read, is no TOML, or says what migfacts does not know.
    """
    here = Path(folder).resolve()
    for above in (here, *here.parents):
        for name in _FILES:
            path = os.path.relpath(above / name, here)
            table = _table(above / name, path)
            if table is not None:
                return _config(table, path, above, here)
    return Config()


def _table(file: Path, path: str) -> Mapping[str, Any] | None:
    """What a file says to migfacts; None if there is no such file, or nothing of that in it."""
    try:
        data = file.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); make it readable") from error
    is_shared = file.name != _FILES[0]
    if is_shared and re.search(_MENTION, data) is None:
        return None
    import tomllib

    try:
        whole = tomllib.loads(data.decode())
    except ValueError as error:
        raise ConfigError(f"{path}: is no TOML: {error}; mend it there") from error
    tool = whole.get("tool")
    nested = tool.get("migfacts") if isinstance(tool, dict) else None
    if nested is None and not is_shared:
        return whole
    return nested if isinstance(nested, dict) else None


def _config(table: Mapping[str, Any], path: str, base: Path, here: Path) -> Config:
    values = _checked(table, _KEYS, path, "")
    check = _checked(values.get("check", {}), _CHECK_KEYS, path, "check.")
    for key in ("facts", "baseline"):
        if key in check:
            check[key] = _from_here(check[key], base, here)
    below = here.relative_to(base).parts
    exclude = (_rebased(each, below) for each in values.get("exclude", ()))
    return Config(
        paths=tuple(_from_here(each, base, here) for each in values.get("paths", ())),
        exclude=tuple(each for each in exclude if each is not None),
        lang=values.get("lang"),
        as_of=values.get("as-of"),
        check=CheckConfig(**check),
    )


def _checked(
    table: Mapping[str, Any], keys: Mapping[str, str], path: str, prefix: str
) -> dict[str, Any]:
    """The values of a table, each of the type that its key needs."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in keys:
            raise ConfigError(f"{path}: unknown key {prefix + key!r}; {nearest(key, list(keys))}")
        values[key] = _typed(value, keys[key])
        if values[key] is None:
            raise ConfigError(
                f"{path}: {prefix}{key} must be {keys[key]}, not {value!r}; mend it there"
            )
    return values


def _typed(value: object, wanted: str) -> object:
    """The value as the program takes it, None if it is not of the type."""
    match value:
        case str() if wanted == _TEXT:
            return value
        case list() if wanted == _TEXTS and all(isinstance(each, str) for each in value):
            return tuple(value)
        case dict() if wanted == _TABLE:
            return value
        case date() if wanted == _DATE and not isinstance(value, datetime):
            return value
        case str() if wanted == _DATE:
            try:
                return date.fromisoformat(value)
            except ValueError:
                return None
    return None


def _from_here(path: str, base: Path, here: Path) -> str:
    return path if Path(path).is_absolute() else os.path.relpath(base / path, here)


def _rebased(pattern: str, below: Sequence[str]) -> str | None:
    """A pattern of .gitignore that counts from a folder, for use `below` it.

    None if it can be about nothing there.
    """
    sign, body = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    if not below or "/" not in body.rstrip("/"):
        return pattern
    parts = body.lstrip("/").split("/")
    for folder in below:
        if parts[0] == "**":
            break
        if len(parts) == 1 or not fnmatchcase(folder, parts[0]):
            return None
        del parts[0]
    return f"{sign}/{'/'.join(parts)}"
