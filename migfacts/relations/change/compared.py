"""Compared: two numbers of one time, of which the one is told as more or less than the other.

`Yei had a higher share (60 per cent) than Bor (73)`. Of a comparison the direction alone is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.relation import Relation
from migfacts.relations.lists import of_one_unit, own_noun
from migfacts.relations.passage import Passage

#: How such a relation stands.
COMPARISON: Final = "comparison"
#: How far before it a comparison may be denied, in characters.
LEAD: Final = 16
_WAY: Final = r"(?P<way>{higher}|{lower})"
_V: Final = "[PMQN]"
#: Words, and perhaps one number that is not compared: `tents over one year old`.
_WORDS: Final = r"[^A-Z;:.()]{0,80}?(?:[TDA][^A-Z;:.()]{0,40}?)?"
_BESIDE: Final = rf"\((?:{{only}} )?(?P<b>{_V})"
_TEMPLATES: Final = (
    # a higher rate of living in tents (67 per cent, compared to 79 per cent in Aleppo)
    rf"\b{_WAY} {_WORDS}{_BESIDE},? {{compared}} (?P<a>{_V})",
    # people in towns got more often help, compared to those outside (13.8 per cent vs. 20.9)
    rf"\b{_WAY} {_WORDS} (?:{{compared}}|{{than}}) {_WORDS}{_BESIDE},? {{compared}} (?P<a>{_V})",
    # a higher share of guests (43 per cent) than tenants (58 per cent)
    rf"\b{_WAY} {_WORDS}{_BESIDE}\),? (?:{{compared}}|{{than}}) {_WORDS}\((?P<a>{_V})",
    # the severity (5.8), which was much higher than the average (6.8)
    rf"\((?P<b>{_V})\)[^A-Z;:.()]{{0,30}} {_WAY} {{than}} {_WORDS}\((?P<a>{_V})",
    # is now at 18.8 per cent, lower than in 2018 (14 per cent)
    rf"(?P<b>{_V}), {_WAY} {{than}} {_WORDS}\((?P<a>{_V})",
    # 73 per cent bought food on credit, with a higher share among widows (60 per cent)
    rf"\((?P<a>P)\)[^A-Z;:.()]{{4,160}}, {{with}} {{article}} {_WAY} {_WORDS}{_BESIDE}",
)


def read(passage: Passage) -> Iterator[Relation]:
    """The comparisons of a sentence, each number once."""
    if not (passage.has("higher") or passage.has("lower")):
        return
    done: set[int] = set()
    for template in _TEMPLATES:
        for match in passage.find(template):
            one, other = passage.fact(match, "a"), passage.fact(match, "b")
            if one is None or other is None or {id(one), id(other)} & done:
                continue
            nouns = {fact.entity_lemma for fact in (one, other) if own_noun(fact)}
            bare = one.change is None and other.change is None and len(nouns) < 2
            lead = passage.skeleton[max(0, match.start("way") - LEAD) : match.start("way")]
            if not bare or not of_one_unit(one, other) or passage.words.has("negated", lead):
                continue
            done |= {id(one), id(other)}
            yield Relation(
                kind="change",
                roles={"from": [one], "to": [other]},
                direction="up" if passage.words.has("higher", match["way"]) else "down",
                how=COMPARISON,
            )
