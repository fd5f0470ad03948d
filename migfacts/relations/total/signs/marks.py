"""What is asked of an addition: what are its numbers marked with, whatever the words are?"""

from __future__ import annotations

from collections.abc import Callable

from migfacts.relations.total.addition import Addition


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


def placed(sum_: Addition) -> bool:
    """Has each part a place of its own?"""
    places = {part.fact.place for part in sum_.parts}
    return None not in places and len(places) == len(sum_.parts)


def is_denied(sum_: Addition) -> bool:
    """`The number is 526, not 562`: is one of the numbers told not to be so?"""
    tags = sum_.passage.words.language.lexicon.tags
    leads = (sum_.passages[term.at].before(term.fact).split()[-1:] for term in sum_.terms)
    return any(tags.get(lead[0]) == "g" for lead in leads if lead)
