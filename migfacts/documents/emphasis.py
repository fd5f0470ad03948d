"""Pairs of `*`, `_` and `~~` around words."""

from .prose import Edit

_MARK_SIZES = {"*": 1, "_": 1, "~": 2}


class Emphasis:
    """Takes the runs of marks of one block in order, gives the edits that take the pairs out."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self._openers: dict[str, list[list[int]]] = {mark: [] for mark in _MARK_SIZES}

    def add(self, mark: str, start: int, end: int, before: str, after: str) -> bool:
        """Take a run of marks and the characters beside it ("" at the ends of the block).

        Say whether it may be emphasis at all: `snake_case` and `5 * 3` are not.
        """
        opens, closes = _sides(mark, end - start, before, after)
        openers = self._openers[mark]
        least = _MARK_SIZES[mark]
        while closes and openers and end - start >= least:
            opener = openers[-1]
            size = min(opener[1] - opener[0], end - start)
            self.edits.append(Edit(opener[1] - size, opener[1], ""))
            self.edits.append(Edit(start, start + size, ""))
            opener[1] -= size
            start += size
            if opener[1] - opener[0] < least:
                openers.pop()
        if opens and end - start >= least:
            openers.append([start, end])
        return opens or closes


def _sides(mark: str, size: int, before: str, after: str) -> tuple[bool, bool]:
    """Say whether a run can open emphasis, and whether it can close it."""
    if before.isalnum() and after.isalnum() and (mark == "_" or size == 1):
        return False, False
    before_space, after_space = not before.strip(), not after.strip()
    opens = not after_space and (after.isalnum() or before_space or not before.isalnum())
    closes = not before_space and (before.isalnum() or after_space or not after.isalnum())
    return opens, closes
