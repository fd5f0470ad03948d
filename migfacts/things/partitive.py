"""Partitive: is a number told as some of what there is, and is it one of persons?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from migfacts.relations.lists import NUMBERS, own_noun

if TYPE_CHECKING:
    from migfacts.fact import Fact
    from migfacts.languages.checking import Checking
    from migfacts.relations.passage import Passage


def is_partitive(checking: Checking, passage: Passage, fact: Fact, at: tuple[int, int]) -> bool:
    """`thirty of the camps`, `USD 2 million of it`; of `all 26 of the boreholes` none is left out.

    Nor is one of `214 of us`.
    """
    first, last = at
    if words_from(passage, last, 1) not in checking.shared["of"]:
        return False
    if fact.kind in ("money", "measure"):
        behind = words_from(passage, last + 1, 1)
        return behind in checking.shared["definite"] or behind in checking.shared["pronouns"]
    if not stands_alone(fact):
        return False
    every = first > 0 and words_from(passage, first - 1, 1) in checking.shared["all"]
    return not every and not of_persons(checking, passage, last)


def of_persons(checking: Checking, passage: Passage, last: int) -> bool:
    """`214 of us`."""
    return words_from(passage, last, 2) in checking.shared["of_persons"]


def words_from(passage: Passage, at: int, many: int) -> str:
    """So many words from a token on, in small letters."""
    return " ".join(word.lower for word in passage.sentence.words[at : at + many])


def stands_alone(fact: Fact) -> bool:
    """Is it a number without its noun: `thirty` of `thirty of the camps`?"""
    return fact.kind in NUMBERS and not own_noun(fact)
