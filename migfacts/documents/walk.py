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
        for path in _files(Path(given), excluded):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path


def _files(path: Path, excluded: Sequence[Rules]) -> Iterator[Path]:
    """Give the files that one path stands for."""
    if os.path.isdir(path):
        yield from _documents(path, excluded)
    elif os.path.exists(path):
        yield path
    elif _MAGIC.isdisjoint(str(path)):
        raise DocumentError(f"{printable(path)}: no such file or folder; check the path")
    else:
        yield from _matches(path, excluded)


def _documents(root: Path, excluded: Sequence[Rules]) -> Iterator[Path]:
    """Give the documents below a folder."""
    absolute = os.path.abspath(root)
    waiting: list[tuple[Path, str, Sequence[Rules] | None]] = [
        (root, absolute, [*rules_above(absolute), *rules_of(absolute), *excluded])
    ]
    while waiting:
        path, absolute, rules = waiting.pop()
        if rules is None:
            yield path
            continue
        below: list[tuple[Path, str, Sequence[Rules] | None]] = []
        for entry in _entries(path):
            inside = os.path.join(absolute, entry.name)
            folder = entry.is_dir(follow_symlinks=False)
            if not _is_wanted(entry, folder) or left_out(rules, inside, folder=folder):
                continue
            own = [*rules[: len(rules) - len(excluded)], *rules_of(inside), *excluded]
            below.append((path / entry.name, inside, own if folder else None))
        waiting += reversed(below)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Give what is in a folder, sorted by name."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise DocumentError(
            f"{printable(folder)}: cannot be read ({error.strerror}); make the folder readable "
            "or exclude it"
        ) from error


def _is_wanted(entry: os.DirEntry[str], folder: bool) -> bool:
    """Say whether an entry is a folder or a document, and not hidden."""
    if entry.name.startswith("."):
        return False
    return folder or (_is_document(entry.name) and os.path.isfile(entry))


def _is_document(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in FORMATS


def _matches(pattern: Path, excluded: Sequence[Rules]) -> Iterator[Path]:
    """Give the files that a glob matches and the documents in folders that it matches.

    Where its last part names no suffix, as in `reports/*`, the files are documents as well.
    """
    from glob import glob

    found = sorted(map(Path, glob(str(pattern), recursive=True)))
    if not found:
        raise DocumentError(f"{printable(pattern)}: no file matches; check the pattern")
    named = _MAGIC.isdisjoint(pattern.suffix) and pattern.suffix != ""
    for path in found:
        folder = path.is_dir()
        if left_out(excluded, os.path.abspath(path), folder=folder):
            continue
        if folder:
            yield from _documents(path, excluded)
        elif named or _is_document(path.name):
            yield path
