"""What a .gitignore or the user leaves out of a folder."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from .error import DocumentError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Rules(Struct, frozen=True):
    """Patterns in the way of .gitignore, for what is below a folder."""

    folder: Path
    patterns: GitIgnoreSpec

    def decide(self, path: Path, *, folder: bool) -> bool | None:
        """Say whether an absolute path is left out; None if no pattern is about it."""
        if not path.is_relative_to(self.folder):
            return None
        below = path.relative_to(self.folder).as_posix()
        return self.patterns.check_file(below + "/" if folder else below).include


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
            raise DocumentError(f"exclude pattern {pattern!a} is broken; mend or drop it")
    return [Rules(Path.cwd(), _compiled(patterns))] if patterns else []


def rules_of(folder: Path) -> list[Rules]:
    """Give the rules of the .gitignore in a folder, if it has one; like git, skip broken lines."""
    try:
        text = (folder / ".gitignore").read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError:
        return []
    return [Rules(folder, _compiled(filter(_is_sound, text.split("\n"))))]


def rules_above(folder: Path) -> list[Rules]:
    """Give the rules that hold in a folder by its repository, outermost first.

    They are none if there is no repository, or if it leaves out the folder itself.
    """
    within = [folder, *folder.parents]
    depth = next((at for at, path in enumerate(within) if (path / ".git").exists()), 0)
    found = [rules for path in reversed(within[1 : depth + 1]) for rules in rules_of(path)]
    return [] if left_out(found, folder, folder=True) else found


def left_out(found: Sequence[Rules], path: Path, *, folder: bool) -> bool:
    """Say whether rules leave a path out; of several that are about it the last decides."""
    for each in reversed(found):
        decision = each.decide(path, folder=folder)
        if decision is not None:
            return decision
    return False
