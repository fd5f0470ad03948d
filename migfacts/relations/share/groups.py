"""Groups: people told by their households, of which each has at least one of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import heads, own_noun
from migfacts.relations.passage import Passage

#: How such a relation stands.
GROUPS: Final = "groups"
#: `10,000 households (nearly 80,000 people)`, `80,000 people in 10,000 households`.
_BESIDE: Final = (
    r"(?P<one>N) ?\((?:{link} )?(?P<other>N)[),;]",
    r"(?P<one>N)(?:,? (?:{or}|{with}|{in}|{that_is})|,) (?P<other>N)\b",
)
_ENDS: Final = r"^(?:[),.;:]| \(|$| (?:{be}|{has})\b)"
#: So many times as many households as people there may be, by a slip of one digit.
MOST: Final = 20


def read(passage: Passage) -> Iterator[Relation]:
    """The people of a passage who are told with their households beside them, if they are fewer."""
    if passage.shape.count("N") < 2:
        return
    for match in chain.from_iterable(map(passage.find, _BESIDE)):
        one, other = passage.fact(match, "one"), passage.fact(match, "other")
        if one is None or other is None or not (own_noun(one) and own_noun(other)):
            continue
        groups, people = (other, one) if _are_groups(passage, other) else (one, other)
        if not _are_groups(passage, groups) or _are_groups(passage, people):
            continue
        if heads(people) not in passage.words.anyone:
            continue  # of 400 families, 300 children
        if passage.words.pattern(_ENDS).match(passage.after(people)) is None:
            continue  # 300 households with 120 people with disabilities
        if people.value and groups.value and people.value < groups.value <= people.value * MOST:
            roles = {"whole": [people], "part": [groups]}
            yield Relation(kind="share", roles=roles, how=GROUPS)


def _are_groups(passage: Passage, fact: Fact) -> bool:
    return heads(fact) in passage.words.shared["households"]
