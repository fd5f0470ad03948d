"""The files that paths, folders and globs stand for."""

import os
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path

from .error import DocumentError, printable
from .formats import FORMATS
from .ignore import Rules, exclusions, left_out, rules_above, rules_of

_MAGIC = frozenset("*?[")


def walk(paths: Iterable[str | PathLike[str]], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """Give each file that the paths stand for, once, in order.

    A path is a file, which is given whatever its suffix, a folder, or a glob where there is no
    such file. In folders only documents are given, in sorted order; hidden files, links to
    folders, and what a .gitignore or `exclude` names are left out. `exclude` are patterns in the
    way of .gitignore that count from the working folder. DocumentError for a path that stands
    for nothing, and for a folder that cannot be read.
    """
    excluded = exclusions(exclude)
    seen: set[str] = set()
    for given in paths:
        if not str(given):
            raise DocumentError("a path is empty; name a file or a folder")
        for path in _files(Path(given), excluded):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path


def _files(path: Path, excluded: Sequence[Rules]) -> Iterator[Path]:
    """Give the files that one path stands for."""
    try:
        folder, there = path.is_dir(), path.exists()
    except OSError as error:
        raise DocumentError(
            f"{printable(path)}: cannot be read ({error.strerror}); check the path"
        ) from error
    if folder:
        yield from _documents(path, excluded)
    elif there:
        yield path
    elif _MAGIC.isdisjoint(str(path)):
        raise DocumentError(f"{printable(path)}: no such file or folder; check the path")
    else:
        yield from _matches(path, excluded)


def _documents(root: Path, excluded: Sequence[Rules]) -> Iterator[Path]:
    """Give the documents below a folder."""
    home = root.resolve()
    # What is still to be given, last first: a document, or a folder with the rules around it.
    waiting: list[tuple[Path, Path, Sequence[Rules] | None]] = [(root, home, rules_above(home))]
    while waiting:
        path, absolute, rules = waiting.pop()
        if rules is None:
            yield path
            continue
        rules = [*rules, *rules_of(absolute)]
        below: list[tuple[Path, Path, Sequence[Rules] | None]] = []
        for entry in _entries(path):
            inside, folder = absolute / entry.name, entry.is_dir(follow_symlinks=False)
            if not folder and not _is_document(path / entry.name):
                continue
            if not left_out([*rules, *excluded], inside, folder=folder):
                below.append((path / entry.name, inside, rules if folder else None))
        waiting += reversed(below)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Give what is in a folder and not hidden, sorted by name."""
    try:
        with os.scandir(folder) as entries:
            seen = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        raise DocumentError(
            f"{printable(folder)}: cannot be read ({error.strerror}); make the folder readable "
            "or exclude it"
        ) from error
    return sorted(seen, key=lambda entry: entry.name)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in FORMATS and path.is_file()


def _matches(pattern: Path, excluded: Sequence[Rules]) -> Iterator[Path]:
    """Give the files that a glob matches and the documents in folders that it matches.

    Where its last part names no suffix, as in `reports/*`, the files are documents as well.
    """
    from glob import glob

    # `Path.glob` takes no pattern from the root.
    found = sorted(map(Path, glob(str(pattern), recursive=True)))  # noqa: PTH207
    if not found:
        raise DocumentError(f"{printable(pattern)}: no file matches; check the pattern")
    named = _MAGIC.isdisjoint(pattern.suffix) and pattern.suffix != ""
    for path in found:
        folder = path.is_dir()
        if left_out(excluded, path.absolute(), folder=folder):
            continue
        if folder:
            yield from _documents(path, excluded)
        elif named or _is_document(path):
            yield path
