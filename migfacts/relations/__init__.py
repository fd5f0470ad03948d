"""Relations: what the numbers of a document are to one another, one file a relation.

They read the words between facts; to judge is for the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Final

from migfacts.languages.checking import checking
from migfacts.relation import Relation
from migfacts.relations import change, equivalent, partition, product, share, span, total
from migfacts.relations.passage import Passage, passages

if TYPE_CHECKING:
    from migfacts.documents import Document
    from migfacts.fact import Fact

#: Every relation, in the order in which they are read.
RELATIONS: Final[tuple[ModuleType, ...]] = (
    total, share, partition, change, equivalent, product, span,
)  # fmt: skip

Reader = Callable[[list[Passage]], Iterator[Relation]]


def relations(
    document: Document, facts: Sequence[Fact], *, lang: str = "en", today: str | None = None
) -> list[Relation]:
    """The relations among the facts of a document, kind by kind.

    Args:
        document: the document that the facts were read from.
        facts: its facts, in order.
        lang: BCP 47 code of its language.
        today: the date of the document, ISO 8601, if it is known.
    """
    return read(passages(document, facts, checking(lang)), today)


def read(found: list[Passage], today: str | None = None) -> list[Relation]:
    """The relations of passages that were read before."""
    listed: list[Relation] = []
    for module in RELATIONS:
        listed += module.read(found, today) if module is span else module.read(found)
    return listed
