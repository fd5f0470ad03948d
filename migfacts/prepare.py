"""`python -m migfacts.prepare`: make all that is kept, for those who may not write or cannot wait.

Every run of the program keeps what it was the first to make, so this is never needed; an
installer may do it once for all.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import CodeType, ModuleType

import migfacts
from migfacts.kept import patterns
from migfacts.languages import data
from migfacts.languages.checking import checking


def main() -> None:
    """Make the tables of every language, the patterns of the package and those over its words."""
    sys.dont_write_bytecode = False
    held = {text for module in _modules() for text in _texts(module)}
    for path in sorted(data.HERE.glob("*/numbers.txt")):
        words = checking(path.parent.name)
        words.patterns.compile_all(held)
        words.language.finish()
    patterns.keep()


def _modules() -> Iterator[ModuleType]:
    """The modules of the package: one that is imported compiles its patterns."""
    for found in walk_packages(migfacts.__path__, f"{migfacts.__name__}."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def _texts(module: ModuleType) -> Iterator[str]:
    """The texts that a module holds: its values, those in them, and the constants of its code."""
    for value in vars(module).values():
        yield from _held(value)
    if module.__file__ is not None:
        source = Path(module.__file__).read_text(encoding="utf-8")
        yield from _held(compile(source, module.__file__, "exec"))


def _held(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, CodeType):
        yield from _held(value.co_consts)
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from _held(each)


if __name__ == "__main__":
    main()
