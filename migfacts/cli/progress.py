"""How far a long run has come, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Final

from migfacts.cli.terminal import is_terminal

#: Less than this is done before anybody wonders.
_MANY_BYTES: Final = 2_000_000
_MANY_FILES: Final = 200
_SECONDS_BETWEEN: Final = 0.1


class Progress:
    """One line on stderr that is written over, and wiped out at the end."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._next = time.monotonic() + _SECONDS_BETWEEN
        self._shown = False

    def show(self, file: int, share: float) -> None:
        """A share of the file of that number is read."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _SECONDS_BETWEEN
        self._shown = True
        done = sum(self._sizes[:file]) + self._sizes[file] * share
        percent = int(100 * done / max(sum(self._sizes), 1))
        sys.stderr.write(f"\rdocument {file + 1:,} of {len(self._sizes):,}, {percent}% ")
        sys.stderr.flush()

    def end(self) -> None:
        """Wipe the line out."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def is_long(sizes: Sequence[int]) -> bool:
    """Is there so much to read that somebody at a terminal wants to see how far it is?"""
    return is_terminal(sys.stderr) and (
        sum(sizes) > _MANY_BYTES or len(sizes) > _MANY_FILES
    )
