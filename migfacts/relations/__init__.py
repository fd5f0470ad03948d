"""Relations: what the numbers of a document are to one another, one file a relation.

They read the words between facts; to judge is for the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Final

from migfacts.relation import Relation
from migfacts.relations import change, equivalent, partition, product, share, span, total
from migfacts.relations.passage import Passage

#: Every relation, in the order in which they are read.
RELATIONS: Final[tuple[ModuleType, ...]] = (
    total, share, partition, change, equivalent, product, span,
)  # fmt: skip

Reader = Callable[[list[Passage]], Iterator[Relation]]


def read(passages: list[Passage], today: str | None = None) -> list[Relation]:
    """The relations among the facts of a document, kind by kind.

    Args:
        passages: those of the document.
        today: the date of the document, ISO 8601, if it is known.
    """
    listed: list[Relation] = []
    for module in RELATIONS:
        listed += module.read(passages, today) if module is span else module.read(passages)
    return listed
