"""Exceeded: parts that are told as some of a whole or a total, and may come to more than it.

`Kits went to 14,330 people, bringing the total to 4,999`; `19 of the 42 districts had rain, and
another 39 had none`. Nothing is said to be all of it, so that only too much is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import alike, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern

_V: Final = pattern.V
#: A date may stand between: `bringing the number of reports in 2020 to 127`.
_BROUGHT: Final = (
    rf"(?P<added>{_V})[^A-Z;.]{{0,120}}?,? {{bringing}} (?P<of>[^A-Z;.]{{2,90}}?)"
    rf"(?:D[^A-Z;.]{{0,20}}?)? ?{{to}} (?P<total>{_V})"
)
#: `19 of the 42 districts …, while another 39`.
_ANOTHER: Final = (
    r"(?P<one>N) (?:{of}|{part_of}) ?(?:{definite} )?(?P<total>N)[^A-Z;.]{0,120}?"
    r" {further} (?P<other>N)"
)


def read(passage: Passage) -> Iterator[Relation]:
    """The totals of a sentence that some of their parts may exceed."""
    for match in passage.find(_BROUGHT):
        added, total = passage.fact(match, "added"), passage.fact(match, "total")
        if added and total and _is_total_of(passage, added, total, match["of"]):
            yield Relation(kind="total", roles={"total": [total], "parts": [added]})
    for match in passage.find(_ANOTHER):
        one, other, total = (passage.fact(match, name) for name in ("one", "other", "total"))
        if one and other and total and (not own_noun(other) or heads(other) == heads(total)):
            yield Relation(kind="total", roles={"total": [total], "parts": [one, other]})


def _is_total_of(passage: Passage, added: Fact, total: Fact, said: str) -> bool:
    """Does the sentence say what comes to it in the same things?"""
    if not alike(added, total) or added.change == "down" or added.per != total.per:
        return False
    nouns = {heads(fact) for fact in (added, total) if own_noun(fact)}
    words = passage.words
    told = set(map(words.language.singular, said.split())) | set(said.split())
    named = heads(added) in told or (heads(added) in words.anyone and bool(told & words.anyone))
    whole = words.has("whole_number", said)  # no number of posts that is brought down to 296
    return whole and len(nouns) < 2 and (named or not own_noun(added) or added.kind == "money")
