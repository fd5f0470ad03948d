"""How far a long run has come, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import Final, Self

from migfacts.cli.terminal import is_terminal

#: Less than this is done before anybody wonders.
_MANY_BYTES: Final = 2_000_000
_MANY_FILES: Final = 200
_SECONDS_BETWEEN: Final = 0.1


class Progress:
    """One line on stderr that is written over, and wiped out at the end of the block.

    `is_shown` says whether somebody is there to see it.
    """

    def __init__(self, sizes: Sequence[int], *, quiet: bool) -> None:
        is_long = sum(sizes) > _MANY_BYTES or len(sizes) > _MANY_FILES
        self.is_shown = is_long and not quiet and is_terminal(sys.stderr)
        self._sizes = sizes
        self._next = time.monotonic() + _SECONDS_BETWEEN
        self._stands = False

    def show(self, file: int, share: float) -> None:
        """Show that this share of the file of that number is read, if it is time to."""
        if not self.is_shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SECONDS_BETWEEN
        self._stands = True
        done = sum(self._sizes[:file]) + self._sizes[file] * share
        percent = int(100 * done / max(sum(self._sizes), 1))
        sys.stderr.write(f"\rdocument {file + 1:,} of {len(self._sizes):,}, {percent}% ")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._stands:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
