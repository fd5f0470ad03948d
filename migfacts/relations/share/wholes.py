"""Wholes: of what may a number be a part, and which share stands beside it?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, alike, gap, heads, own_noun
from migfacts.relations.passage import Passage
from migfacts.relations.share import patterns as pattern

HUNDRED: Final = Decimal(100)
#: How many sentences before the whole may stand.
BACK: Final = 4
#: A part that is said to be more than this multiple of its whole was misread.
MOST_OVER: Final = 3
_WORD: Final = precompiled(r"[^\W\d_]+")
_SIGNED: Final = precompiled(r"^[^\w]{0,3}[+−]\d")
_DIGITS: Final = precompiled(r"\d[\d,]*")
#: In a ratio of smaller numbers each stands for others: `3 out of 4`.
FEW: Final = 21


def amount_before(passages: list[Passage], at: int) -> list[Fact]:
    """The amounts of the last sentence before that names one."""
    for passage in reversed(passages[max(0, at - BACK) : at]):
        found = [fact for fact in passage.facts if fact.kind == "money"]
        if found:
            return found
    return []


def amount_of(passages: list[Passage], at: int, noun: str) -> list[Fact]:
    """`Expenditure came to EUR 54 million`: the one amount whose sentence begins with a noun."""
    likes: list[Fact] = []
    for passage in passages[max(0, at - BACK) : at]:
        led = passage.words.pattern(r"^(?:{definite} )?([^\W\d_]+)(?: ([^\W\d_]+))?")
        said = led.match(passage.skeleton)
        amounts = [fact for fact in passage.facts if fact.kind == "money"]
        if len(amounts) == 1 and said is not None and noun in said.groups():
            likes += amounts
    return likes if len(likes) == 1 and likes[0].change is None else []


def before_that(passages: list[Passage], at: int, part: Fact) -> list[Fact]:
    """`4,150 applications … They granted 2,490 of these applications`: the last ones named."""
    for passage in reversed(passages[max(0, at - BACK) : at]):
        found = [
            fact
            for fact in passage.facts
            if own_noun(fact)
            and heads(fact) == heads(part)
            and alike(fact, part)
            and fact.change is None
            and (fact.value or 0) >= (part.value or 0)
            and share_beside(passage, fact) is None
        ]
        if found:
            return found
    return []


def has_larger(passages: list[Passage], at: int, part: Fact) -> bool:
    """`214 scholars came. The other 46 wrote. Of those present, 131 were women`: of the others?"""
    return any(
        alike(fact, part) and (fact.value or 0) >= (part.value or 0)
        for passage in passages[max(0, at - BACK) : at]
        for fact in passage.facts
    )


def only_one(
    passages: list[Passage], at: int, part: Fact, nouns: set[str], *, back: int = BACK
) -> list[Fact]:
    """`1,200 complaints … 780 of the complaints`: the one number of them a few sentences before."""
    likes = [
        fact
        for passage in passages[max(0, at - back) : at]
        for fact in passage.facts
        if own_noun(fact) and heads(fact) in nouns and alike(fact, part)
    ]
    return likes[:1] if len({fact.value for fact in likes}) == 1 else []


def predicated(passages: list[Passage], at: int, part: Fact, nouns: set[str]) -> list[Fact]:
    """`410 are women … Of these women 520 …`: the one number that is said to be such."""
    such = passages[at].words.pattern(r"^ (?:{be}|{of_them}) (\S+)")
    likes = [
        fact
        for passage in passages[max(0, at - BACK) : at]
        for fact in passage.facts
        if alike(fact, part) and not own_noun(fact)
        and (said := such.match(passage.after(fact))) and singulars(passage, said[1]) & nouns
    ]  # fmt: skip
    return likes if len(likes) == 1 else []


def counted_before(passages: list[Passage], at: int, part: Fact) -> list[Fact]:
    """`It employs 29 people. Of them, 24 …`: the one number that the sentence before counts."""
    if not at or not passages[at].adjacent:
        return []
    said = [fact for fact in passages[at - 1].facts if fact.kind in NUMBERS]
    alone = len(said) == 1 and own_noun(said[0]) and alike(said[0], part)
    return said if alone and said[0].change is None else []


def last_with(passages: list[Passage], at: int, part: Fact) -> Passage | None:
    """The last sentence before that counts the same; the one before, if a pronoun points back."""
    passage = passages[at]
    if passage.adjacent and any(heads(fact) == heads(part) for fact in passages[at - 1].facts):
        return passages[at - 1]
    opening = passage.words.pattern(r"^{of_these} [^A-Z,;:.]{0,30}").match(passage.skeleton)
    if opening is None or heads(part) not in singulars(passage, opening[0]):
        return None
    for other in reversed(passages[max(0, at - BACK) : at]):
        if any(heads(fact) == heads(part) for fact in other.facts):
            return other
    return None


def singulars(passage: Passage, said: str) -> set[str]:
    """The words of a piece of a skeleton, in the singular."""
    return set(map(passage.words.language.singular, _WORD.findall(said)))


def most(whole: Fact) -> Decimal:
    """How large a number can be, so that it may wrongly be told as a part of a whole."""
    return (whole.value or Decimal(0)) * MOST_OVER


def share_beside(passage: Passage, part: Fact) -> Fact | None:
    """The percentage that stands in brackets or behind a comma beside a part."""
    for template in (pattern.PART_SHARE, pattern.SHARE_PART):
        for match in passage.find(template):
            if passage.fact(match, "part") is part:
                share = passage.fact(match, "share")
                clause = passage.words.pattern(pattern.CLAUSE).search(match[0])
                if share is None or clause is not None or _counts_others(share, part):
                    continue
                if is_share(passage, share):
                    return share
    return None


def is_of_part(passage: Passage, part: Fact, share: Fact) -> bool:
    """`Another 9,400 came, half of them by sea`: is it a share of what stands before it?"""
    words = passage.words
    theirs = words.pattern(r"^ {of_them}(?: (?:{in}|{at}|{on}|{from}) |\W*$)").match(
        passage.after(share)
    )
    aside = words.pattern(r"(?:{link}|{or}) $").search(passage.before(share))
    return theirs is not None and aside is None and share.start > part.start


def _counts_others(share: Fact, part: Fact) -> bool:
    """`16 of the 29, 187 out of 214`: has a ratio a part of its own?"""
    said = _DIGITS.search(share.text) if share.kind == "ratio" else None
    return said is not None and int(said[0].replace(",", "")) not in (*range(FEW), part.value)


def is_share(passage: Passage, share: Fact) -> bool:
    """Is a percentage or ratio told as a share, and as no change?"""
    words = passage.words
    after = passage.after(share)
    return (
        share.change is None
        and _SIGNED.search(share.text) is None  # (+30 per cent)
        and share.unit in (None, "percent")
        and share.value is not None
        and (share.kind == "percent" or share.value < 1)
        and not words.has("not_all", after[:40])
        and words.pattern(r"^[)\]]? ?{longer}").match(after) is None  # 20 per cent more
        and not _has_its_own_whole(passage, share)
        and (
            words.pattern(r"{increment} ?$").search(passage.before(share)) is None
            or words.pattern(r"{make_up} ?$").search(passage.before(share)) is not None
        )
    )


def _has_its_own_whole(passage: Passage, share: Fact) -> bool:
    """`131 visits, half of April's 268`: does the number behind it tell of what it is a share?"""
    led = passage.words.pattern(r"^ {of} (?:[^A-Z;:.,()]{0,30} )?(?P<owner>\S+) $")
    said = led.match(passage.after(share))
    return said is not None and passage.words.owner(said["owner"]) != said["owner"]


def is_of_another(passage: Passage, fact: Fact, *, back: bool) -> bool:
    """`64 of the 143`: has a whole another part before it, or a part another whole behind it?"""
    at = passage.facts.index(fact)
    beside = passage.facts[max(at - 1, 0) : at + 1] if back else passage.facts[at : at + 2]
    if len(beside) < 2:
        return False
    part, whole = beside
    of_the = passage.words.pattern(r"^ ?{of_the} ?$").match(gap(passage, part, whole))
    return of_the is not None and alike(part, whole)


def all_before(passages: list[Passage], at: int, part: Fact) -> Iterator[Fact]:
    """The numbers like a part in its sentence and the one before."""
    for passage in passages[max(0, at - 1) : at + 1]:
        yield from (fact for fact in passage.facts if fact is not part and alike(fact, part))


def is_modifier(fact: Fact) -> bool:
    """`58 per cent of the three-province total`: does the number only describe a noun?"""
    return "-" in fact.text[1:] and fact.text[0].isalnum() and fact.kind == "count"


def can_be(passage: Passage, part: Fact, whole: Fact) -> bool:
    """May the one be a part of the other, by what they count?"""
    if not alike(part, whole) or part is whole or is_modifier(whole):
        return False
    if whole.per is not None and part.per is None:
        return False  # 27 ambulances, three per station, of which four are out of service
    if part.kind == "money" or heads(part) == heads(whole) or not own_noun(part):
        return True
    people = passage.words.shared["people"]
    if heads(whole) in people and heads(part) in people:
        return True
    return heads(part) in passage.words.anyone or is_outcome(passage, part, whole)


def is_outcome(passage: Passage, part: Fact, whole: Fact) -> bool:
    """`213 cases, including 42 deaths`: is the one what some of the others came to?"""
    shared = passage.words.shared
    of_whom = heads(whole) in shared["cases"] or heads(whole) in shared["people"]
    return of_whom and own_noun(part) and heads(part) in shared["outcomes"]


def fits(part: Fact, whole: Fact, share: Fact) -> bool:
    """Is a part this share of a whole, to a point?"""
    if share.kind != "percent" or share.value is None or not whole.value or part.value is None:
        return False
    return abs(part.value / whole.value * HUNDRED - share.value) <= 1


def part_of(whole: Fact, part: Fact, share: Fact | None) -> Relation:
    """The relation of a whole, a part of it, and the share that it is said to be, if it is."""
    roles = {"whole": [whole], "part": [part]}
    if share is not None:
        roles["share"] = [share]
    return Relation(kind="share", roles=roles)


def is_on_top(passage: Passage, whole: Fact) -> bool:
    """`USD 400 on top of the USD 1,200`: does something come to it?"""
    on_top = passage.words.pattern(r"{on_top} (?:{definite} )?$")
    return on_top.search(passage.before(whole)) is not None
