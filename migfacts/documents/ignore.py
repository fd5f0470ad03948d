"""What a .gitignore or the user leaves out of a folder."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .error import DocumentError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Rules(NamedTuple):
    """Patterns in the way of .gitignore, for what is below a folder (`base`, with a separator)."""

    base: str
    patterns: GitIgnoreSpec

    def decide(self, path: str, *, folder: bool) -> bool | None:
        """Say whether an absolute path is left out; None if no pattern is about it."""
        if not path.startswith(self.base):
            return None
        below = path[len(self.base) :]
        return self.patterns.check_file(below + "/" if folder else below).include


def _rules(folder: str, lines: Iterable[str]) -> Rules:
    return Rules(os.path.join(folder, ""), _compiled(lines))


def _compiled(lines: Iterable[str]) -> GitIgnoreSpec:
    """Compile patterns; ValueError or re.error for one that is broken."""
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings(action="ignore"):  # `re` on odd sets of characters
        return GitIgnoreSpec.from_lines(lines)


def _is_sound(line: str) -> bool:
    try:
        _compiled([line])
    except (ValueError, re.error):
        return False
    return True


def exclusions(patterns: Sequence[str]) -> list[Rules]:
    """Give the rules for patterns of the user, which count from the working folder.

    DocumentError names the pattern that is broken.
    """
    for pattern in patterns:
        if not _is_sound(pattern):
            raise DocumentError(f"exclude pattern {ascii(pattern)} is broken; mend or drop it")
    return [_rules(os.getcwd(), patterns)] if patterns else []


def rules_of(folder: str) -> list[Rules]:
    """Give the rules of the .gitignore in a folder, if it has one; like git, skip broken lines."""
    path = os.path.join(folder, ".gitignore")
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
            lines = file.read().split("\n")
    except OSError:
        return []
    return [_rules(folder, filter(_is_sound, lines))]


def rules_above(folder: str) -> list[Rules]:
    """Give the rules that hold in a folder by its repository, outermost first.

    They are none if there is no repository, or if it leaves out the folder itself.
    """
    found: list[Rules] = []
    inner = folder
    while not os.path.exists(os.path.join(inner, ".git")):
        outer = os.path.dirname(inner)
        if outer == inner:
            return []
        inner = outer
        found = [*rules_of(inner), *found]
    return [] if left_out(found, folder, folder=True) else found


def left_out(found: Sequence[Rules], path: str, *, folder: bool) -> bool:
    """Say whether rules leave a path out; of several that are about it the last decides."""
    for each in reversed(found):
        decision = each.decide(path, folder=folder)
        if decision is not None:
            return decision
    return False
