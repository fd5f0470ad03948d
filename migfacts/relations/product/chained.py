"""Chained: three numbers and what they make together, told in one sentence.

`Fourteen trucks make three trips a day each with 10,000 litres a trip, which gives 420,000 litres`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.product.multiplied import LOOSE, in_unit

_GAP: Final = r"(?:(?!{and}|{while})[^A-Z;:.]){0,30}?"
_CHAIN: Final = (
    rf"(?P<number>N) {_GAP}(?P<times>[NT])(?P<each>[^A-Z;:.]{{0,40}}?) (?P<rate>[MQN])"
    r"[^A-Z;:.]{0,24}?,? (?:{result}|{gives}) (?:{equivalent} )?(?P<total>[MQN])"
)

#: `14 interviewers did 20 interviews a day each for five days, 1,400 interviews in all`.
_FOR_DAYS: Final = (
    rf"(?P<number>N) {_GAP}(?P<rate>[MQN])(?P<each>[^A-Z;:.]{{0,24}}?) (?P<times>T),? "
    r"(?:[^A-Z;:.]{0,12}?(?:{result}|{gives}) )?(?:{equivalent} )?(?P<total>[MQN])"
)


def read(passage: Passage) -> Iterator[Relation]:
    """The products of three numbers in a sentence, if no other number stands between them."""
    told = (
        (template, match) for template in (_CHAIN, _FOR_DAYS) for match in passage.find(template)
    )
    for template, match in told:
        number, times, rate, total = (
            passage.fact(match, name) for name in ("number", "times", "rate", "total")
        )
        if not (number and times and rate and total) or _has_none(number, times, rate, total):
            continue
        if template is _FOR_DAYS and not _lasts(passage, rate, times, total):
            continue
        total, each = in_unit(total, rate), times.per or passage.words.has("each", match["each"])
        same = (rate.kind, rate.unit) == (total.kind, total.unit)
        nouns = not own_noun(rate) or heads(rate) == heads(total) or not own_noun(total)
        made = (number.value or 0) * (times.value or 0) * (rate.value or 0)
        said = total.value or 0
        if each and same and nouns and made <= said * LOOSE and said <= made * LOOSE:
            roles = {"rate": [rate], "number": [number, times], "total": [total]}
            yield Relation(kind="product", roles=roles)


def _lasts(passage: Passage, rate: Fact, times: Fact, total: Fact) -> bool:
    """Is the rate one for each such time, and the total told as one?"""
    told = passage.has("result") or passage.has("gives") or passage.has("total")
    return rate.per == times.unit and total.per is None and told


def _has_none(*facts: Fact) -> bool:
    return any(fact.value is None or fact.change is not None for fact in facts)
