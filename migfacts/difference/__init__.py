"""Differences between the facts of two versions: added, removed, changed.

Facts are matched by what they are about, not by where they stand: a sentence that moved or says
the same in other words is no difference, nor is a number in another notation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from migfacts.difference.changed import changed
from migfacts.difference.match import Matching, Pair
from migfacts.difference.subject import Reader, Subject
from migfacts.fact import Fact

Status = Literal["added", "removed", "changed"]
STATUSES: Final[tuple[Status, ...]] = ("added", "removed", "changed")


class Placed(NamedTuple):
    """A fact of a version, and the path of its document within that version."""

    fact: Fact
    path: str = ""


class Difference(NamedTuple):
    """A fact that is in one version only, or says something else in the other.

    `fields` names what changed, as in the record: `value`, `unit`, `period` … `path` is that of
    the document within its version.
    """

    status: Status
    fields: tuple[str, ...]
    old: Fact | None
    new: Fact | None
    path: str = ""


def differences(
    old: Iterable[Placed], new: Iterable[Placed], *, lang: str = "en"
) -> list[Difference]:
    """What is different between two versions, document by document, in the order of the new one.

    A document is held against that with the same path. Documents that have none there are held
    against one another, since one may be the other renamed. A fact that only moved from one
    document to another is no difference.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    reader = Reader(lang)
    before, after = (_subjects(side, reader) for side in (old, new))
    pairs = [pair for one, other in _versions(before, after) for pair in Matching(one, other).all()]
    found = list(filter(None, map(_difference, _without_moved(pairs))))
    found.sort(key=lambda each: each[:-1])
    return [each[-1] for each in found]


def _subjects(side: Iterable[Placed], reader: Reader) -> dict[str, list[Subject]]:
    """Path -> what the facts of that document are about, in their order."""
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact, path in side:
        facts[path].append(fact)
    return {path: list(reader.subjects(listed, path)) for path, listed in facts.items()}


def _versions(
    before: dict[str, list[Subject]], after: dict[str, list[Subject]]
) -> Iterator[tuple[Sequence[Subject], Sequence[Subject]]]:
    """What is to be held against what."""
    for path in sorted(before.keys() & after.keys()):
        yield before[path], after[path]
    yield (
        [each for path in sorted(before.keys() - after.keys()) for each in before[path]],
        [each for path in sorted(after.keys() - before.keys()) for each in after[path]],
    )


def _without_moved(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, without facts that stand as they were in another document."""
    gone = [old for old, new in pairs if old is not None and new is None]
    come = [new for old, new in pairs if old is None and new is not None]
    moved = Matching(gone, come).identical()
    left = {id(each) for pair in moved for each in pair}
    return [pair for pair in pairs if not left & {id(pair[0]), id(pair[1])}] if moved else [*pairs]


def _difference(pair: Pair) -> tuple[str, int, bool, int, Difference] | None:
    """A difference behind what it is sorted by; None if there is none."""
    old, new = pair
    fields = changed(old, new) if old is not None and new is not None else ()
    at = new or old
    if at is None or (old is not None and new is not None and not fields):
        return None
    status: Status = "changed" if fields else "added" if old is None else "removed"
    found = Difference(status, fields, old and old.fact, new and new.fact, at.path)
    return at.path, at.fact.line, new is not None, at.fact.column, found
