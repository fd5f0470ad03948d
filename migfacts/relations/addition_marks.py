"""What is asked of an addition: what are its numbers marked with, whatever the words are?"""

from __future__ import annotations

from collections.abc import Callable

from migfacts.relations.addition import Addition


def differ(what: str) -> Callable[[Addition], bool]:
    """Are the parts of several times, or precisions?"""
    return lambda sum_: len({getattr(part.fact, what) for part in sum_.parts}) > 1


def any_has(what: str) -> Callable[[Addition], bool]:
    """Has one of the numbers such a mark?"""
    return lambda sum_: any(getattr(term.fact, what) for term in sum_.terms)


def of_another_time(sum_: Addition) -> bool:
    """Is the total of a time that no part is of?"""
    return sum_.total.fact.period not in {part.fact.period for part in sum_.parts}


def changes(sum_: Addition) -> float:
    """Is one of the numbers told as a rise or fall?"""
    return 1.5 if sum_.total.fact.change else float(any(part.fact.change for part in sum_.parts))
