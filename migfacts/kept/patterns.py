"""Patterns of `re`, kept compiled from one run to the next.

Behind `import typer`, a command of one page spends 15 of 105 milliseconds (`extract`) or 85 of 270
(`check`) on compiling its patterns, and 0.2 or 5 where they were kept. What `re` makes of a
pattern is a list of numbers for its engine. It pickles only the pattern, so the numbers are taken
from the compiler of the standard library and given back to the engine, which validates them. They
count only for the very build of Python that made them, and where that compiler is not as it is
known here, a pattern is compiled as ever.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from migfacts import kept

#: Flags with those that stand in the pattern; the numbers; how many groups; their names.
Made: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

#: All stores of this run.
STORES: Final[list[Store]] = []
#: How `array` and `memoryview` call the numbers of the engine, of four bytes each.
_NUMBERS: Final = "I"
_MADE_OF: Final = sys.version
SUFFIX: Final = ".patterns"


class Store:
    """The compiled patterns of one file; of none, they are kept for this run only."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._has_new = False
        STORES.append(self)

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """A pattern as `re.compile` makes it.

        Raises:
            re.error: it is no pattern.
        """
        with suppress(AttributeError, ImportError, TypeError, ValueError, RuntimeError):
            key = source, int(flags)
            known = self._made.get(key)
            made = known or _made(*key)
            pattern = _pattern(source, made)
            if known is None:
                self._made[key], self._has_new = made, True
            return pattern
        return re.compile(source, flags)

    def keep(self) -> None:
        """Write all patterns, if one is new."""
        if self._has_new:
            kept.keep(self._file, _MADE_OF, self._made)
            self._has_new = False

    @cached_property
    def _made(self) -> dict[tuple[str, int], Made]:
        """The patterns that were kept by this build of Python."""
        made = kept.load(self._file, _MADE_OF)
        return made if isinstance(made, dict) else {}


def _made(source: str, flags: int) -> Made:
    """What the compiler of `re` makes of a pattern, for its engine."""
    from array import array

    compiler = import_module("re._compiler")
    parsed = import_module("re._parser").parse(source, flags)
    code = array(_NUMBERS, compiler._code(parsed, flags))
    names: dict[str, int] = dict(parsed.state.groupdict)
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbered[number] = name
    return flags | parsed.state.flags, code.tobytes(), len(numbered) - 1, names, tuple(numbered)


def _pattern(source: str, made: Made) -> re.Pattern[str]:
    """The pattern of the numbers."""
    flags, code, groups, names, numbered = made
    engine: Any = import_module("_sre")
    numbers = memoryview(code).cast(_NUMBERS).tolist()
    return cast("re.Pattern[str]", engine.compile(source, flags, numbers, groups, names, numbered))


def keep() -> None:
    """Write what this run was the first to compile."""
    for store in STORES:
        store.keep()


#: The patterns that the modules of the package name.
PACKAGE: Final = Store(kept.file(Path(__file__), SUFFIX))
precompiled: Final = PACKAGE.compile
