"""Too many: a part that is larger than the whole it is said to be of, a sentence or more before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from migfacts.fact import Fact
from migfacts.relation import Relation
from migfacts.relations.lists import heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern
from migfacts.relations.share.wholes import BACK, counted_before, only_one, predicated

#: `83 of the tanneries`.
_NAMED: Final = r"(?P<part>N) {of_the} ?(?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
#: `Of its beds, 96 are for mothers`.
_ITS: Final = r"^{of} (?:{theirs}|{definite}) (?P<noun>[^\W\d_]+),? (?P<part>N)"
#: `Of the presenters, 27 are new`: what is named in the lead may stand further off.
_LED: Final = r"^{of_the} (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?),? (?P<part>N)"
#: `Of the patients treated in March, 312 were children`.
_LED_ON: Final = r"^{of_the} (?P<noun>[^\W\d_]+) [^A-Z;:.,()]{2,40}, (?P<part>N)"
#: `34 of them were hired locally`, `2,510 of these patients`.
_THEIRS: Final = (
    r"(?P<part>N) {of_them}(?P<noun> [^\W\d_]+)?",
    r"^{of_them}(?P<noun> [^\W\d_]+)?,? (?P<part>N)",
    _NAMED,
    _LED,
    _LED_ON,
    r"^{within} {definite} (?P<noun>[^\W\d_]+)[^A-Z;:.,]{0,30}, (?P<part>N)",
    _ITS,
)
#: Behind more words than so many characters hold, `them` may stand for others.
LEAD: Final = 14
#: How many sentences before it may then be counted.
FAR: Final = 10
#: Of so many people shares are told.
TENS: Final = frozenset(map(Decimal, (10, 100, 1000)))
#: A part that is beyond this multiple of its whole is one of something else.
MOST_OVER: Final = Decimal("1.5")


def read(passages: list[Passage], at: int) -> Iterator[Relation]:
    """The parts in a passage of what a passage before counts, that cannot be parts of it."""
    passage = passages[at]
    if not at or not any(map(passage.has, ("of_them", "of_the", "of", "within"))):
        return
    for match in chain.from_iterable(map(passage.find, _THEIRS)):
        part = passage.fact(match, "part")
        if part is None or part.value is None or part.change is not None:
            continue
        said = _nouns(passage, match["noun"] or "")
        back = FAR if match.re is passage.words.pattern(_LED) else BACK
        near = passages[max(0, at - back) : at]
        counted = [fact for each in near for fact in each.facts if own_noun(fact)]
        named = said & {
            name for fact in counted for name in (fact.entity_lemma, heads(fact)) if name
        }
        if match.re in map(passage.words.pattern, (_NAMED, _ITS, _LED_ON)) and not named:
            continue
        predicate = predicated(passages, at, part, said)
        if not (named or predicate) and (
            len(passage.before(part)) > LEAD or passages[at - 1].has("each")
        ):
            continue  # teachers were hired there, and 31 of them were new
        heads_ = {noun.rpartition(" ")[2] for noun in named}
        whole = predicate or (
            only_one(passages, at, part, heads_, back=back)
            if named
            else counted_before(passages, at, part)
        )
        anyone = "" if heads(part) in passage.words.anyone else heads(part)
        other = bool(whole) and anyone not in ("", heads(whole[0])) and not predicate
        other = other or (
            bool(whole) and None not in (times := {part.period, whole[0].period}) and len(times) > 1
        )  # 9,140 left in 2022, in 2023 10,660 of them
        if whole and whole[0].value and _is_over(part, whole[0]) and not other:
            yield Relation(kind="share", roles={"whole": whole, "part": [part]})


def in_ten(passage: Passage) -> Iterator[Relation]:
    """`11 in 10 grant holders`: more people than there are."""
    for match in passage.find(pattern.N_IN_N):
        part, whole = passage.fact(match, "part"), passage.fact(match, "whole")
        if part is None or whole is None or whole.value not in TENS or own_noun(part):
            continue
        apart = heads(part) not in ("", heads(whole))
        if heads(whole) in passage.words.shared["people"] and _is_over(part, whole) and not apart:
            yield Relation(kind="share", roles={"whole": [whole], "part": [part]})


def _nouns(passage: Passage, said: str) -> set[str]:
    """What `of the water points` and `of the tanneries were` may name, in the singular.

    Of `the reported cases`, the cases.
    """
    words = said.split()
    singular = passage.words.language.singular
    first = {" ".join([*words[:last], singular(words[last])]) for last in range(len(words))}
    if set(words) & passage.words.shared["recent"]:
        return first  # of the new cases
    return first | set(map(singular, words[-1:]))


def _is_over(part: Fact, whole: Fact) -> bool:
    value, most = part.value or Decimal(0), whole.value or Decimal(0)
    return most < value <= most * MOST_OVER
