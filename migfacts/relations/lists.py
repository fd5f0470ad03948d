"""Lists: the numbers that stand beside one another in a sentence, and what tells them apart."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.languages.checking import Checking
from migfacts.relation import Relation
from migfacts.relations.passage import Passage

_JOINT: Final = r"(?:,|;|{and}|\+|/)"
_LONGEST: Final = 70
_NAMED: Final = precompiled(r"(\w+) \($")
#: A list that runs on without end is no breakdown, and is read this far.
MOST_ITEMS: Final = 40
#: Kinds of what tells the items of a list apart.
TELLING: Final = frozenset(("date", "age", "duration", "ordinal"))
NUMBERS: Final = frozenset(("count", "number"))
#: Kinds of what has a unit that a bare number beside it may be in.
UNITS: Final = frozenset(("money", "measure", "duration"))
#: Kinds of what may be added, multiplied and changed.
VALUES: Final = NUMBERS | UNITS
#: Parts that come to less than this share of a total may be only some of them.
MOST_MISSING: Final = Decimal("0.8")
#: Parts that come to more than this multiple of it are hardly its parts.
MOST_OVER: Final = Decimal("1.5")
#: What is told to be all of a total comes to this much of it, or it to this much of that.
CLOSE: Final = Decimal("0.85")


def comes_near(total: Fact, parts: list[Fact]) -> bool:
    """Do the parts come to about the total?"""
    added = sum(part.value for part in parts if part.value is not None)
    whole = total.value or 0
    return whole * MOST_MISSING <= added <= whole * MOST_OVER


def are_all(total: Fact, parts: list[Fact]) -> bool:
    """Do parts that are told to be all of a total come close to it?"""
    added, whole = sum(part.value or 0 for part in parts), total.value or 0
    return whole * CLOSE <= added and added * CLOSE <= whole


def whole_of(total: Fact, parts: list[Fact]) -> Relation:
    """The relation of a total and parts that are told to be all of it."""
    return Relation(kind="total", roles={"total": [total], "parts": parts}, complete=True)


class Item(NamedTuple):
    """A number of a list, with the words that lead to it and those that follow it."""

    fact: Fact
    lead: str
    tail: str


def alike(one: Fact, other: Fact) -> bool:
    """Are two facts quantities of the same sort, so that they may be added?"""
    if one.value is None or other.value is None:
        return False
    if one.kind in NUMBERS:
        return other.kind in NUMBERS and (one.per == other.per or _is_bare(one) or _is_bare(other))
    return (
        one.per == other.per
        and one.kind == other.kind
        and one.unit == other.unit
        and one.kind in ("money", "measure")
    )


def _is_bare(fact: Fact) -> bool:
    """`2,400 and 1,150 loaves a day`: does a number tell neither of what it is nor how often?"""
    return fact.per is None and not own_noun(fact)


def counted(passage: Passage) -> list[Fact]:
    """The facts of a passage that may be items of a list; dates and ages say which they are."""
    return [fact for fact in passage.facts if fact.kind not in TELLING]


def items(passage: Passage, first: int, step: int) -> list[Item]:
    """The list that the fact at an index of the passage starts, or with step -1 ends."""
    facts = counted(passage)
    found: list[Fact] = []
    at = first
    while 0 <= at < len(facts) and len(found) < MOST_ITEMS and alike(facts[first], facts[at]):
        if found and not joined(passage, *sorted((found[-1], facts[at]), key=_start)):
            break
        found.append(facts[at])
        at += step
    found.sort(key=_start)
    return [Item(fact, lead(passage, fact), tail(passage, fact)) for fact in found]


def one_list(passage: Passage) -> list[Fact]:
    """The facts of a passage, if all of them are one list."""
    facts = counted(passage)
    return facts if len(items(passage, 0, 1)) == len(facts) else []


def _start(fact: Fact) -> int:
    return fact.start


def gap(passage: Passage, one: Fact, other: Fact) -> str:
    """The words between two facts, dates among them as `D`."""
    return passage.skeleton[passage.position(one) + 1 : passage.position(other)]


def joined(passage: Passage, one: Fact, other: Fact) -> bool:
    """Does a comma or a conjunction join two facts to one list?"""
    between = gap(passage, one, other)
    if between[:1] in ")]" and between[-1:] in "([":
        between = between[1:-1]  # shelter (USD 4 million), water (USD 3 million)
    if len(between) > _LONGEST or re.search(r"[:.()]", re.sub(r"\([^()]*\)", "", between)):
        return False
    if passage.words.pattern(r"{compared} $").search(between) is not None:
        return False  # 288 at the four points, compared with 241 in spring
    return passage.words.pattern(_JOINT).search(between) is not None


def lead(passage: Passage, fact: Fact) -> str:
    """The words before a fact since the last mark or conjunction."""
    known = passage.leads.get(fact.start)
    if known is None:
        parts = passage.words.pattern(rf"{_JOINT}|[:()–—]").split(passage.before(fact))
        known = passage.leads[fact.start] = parts[-1].strip()
    return known


def tail(passage: Passage, fact: Fact) -> str:
    """The words behind a fact up to the next mark or conjunction."""
    known = passage.tails.get(fact.start)
    if known is None:
        known = passage.tails[fact.start] = _tail(passage, fact)
    return known


def _tail(passage: Passage, fact: Fact) -> str:
    after = passage.after(fact)
    for telling in passage.behind(fact):
        if telling.kind not in ("ordinal", "date"):
            break
        after += telling.text.lower() + passage.after(telling)  # 1,210 in the first quarter
    parts = passage.words.pattern(rf"{_JOINT}|[:.()–—]").split(after)
    return parts[0].strip()


def heads(fact: Fact) -> str:
    """The last word of the counted noun, in the singular."""
    return (fact.entity_lemma or "").rpartition(" ")[2].lower()


def own_noun(fact: Fact) -> bool:
    """Does the counted noun stand beside the number, not taken over from another?"""
    noun = (fact.entity or "").rpartition(" ")[2]
    rated = fact.per is not None and f" {noun} " in fact.text  # 40 patients a day
    return bool(noun) and (rated or fact.text.endswith(noun))


def of_one_sort(one: Fact, other: Fact) -> bool:
    """Are two numbers of one kind, and of no two nouns that stand beside them?"""
    nouns = {heads(fact) for fact in (one, other) if own_noun(fact)}
    numbers = one.kind in NUMBERS and other.kind in NUMBERS
    return len(nouns) < 2 and (numbers or one.kind == other.kind)


def of_one_unit(one: Fact, other: Fact) -> bool:
    """May one value become the other: of one sort, one unit and no two denominators?"""
    per = one.per == other.per or None in (one.per, other.per)
    valued = one.value is not None and other.value is not None
    return valued and per and one.unit == other.unit and of_one_sort(one, other)


def falls_to_each(passage: Passage, fact: Fact) -> bool:
    """`48 tonnes, or half a kilo each`: is it told of each?"""
    each = passage.words.pattern(r"^ (?:{for_price} )?{each}")
    return each.match(passage.after(fact)) is not None


def complementary(passage: Passage, listed: list[Item]) -> bool:
    """Do the items make up a whole: men and women, by sea and by land?"""
    said = [frozenset(_said(item).split()) for item in listed]
    return any(
        len(said) == len(wanted)
        and all(sum(word in text for text in said) == 1 for word in wanted)
        and all(sum(word in text for word in wanted) == 1 for text in said)
        for wanted in _complements(passage)
    )


def _said(item: Item) -> str:
    noun = (item.fact.entity or "").lower() if own_noun(item.fact) else ""
    noun = heads(item.fact) if len(noun) == 1 else noun  # 49 M, 15 F
    return f"{noun.rpartition(' ')[2]} {item.tail}".strip()


def _complements(passage: Passage) -> list[list[str]]:
    return [line.split() for line in passage.words.words("complements")]


def _is_sorted(fact: Fact, kinds: frozenset[str]) -> bool:
    """Does an adjective tell the sort: `319 older people`?"""
    return own_noun(fact) and (fact.entity or "").lower().partition(" ")[0] in kinds


def _is_aged(passage: Passage, fact: Fact) -> bool:
    """Does an age follow: `25 people aged 60 or over`?"""
    following = next(passage.behind(fact), None)
    return (
        following is not None
        and following.kind == "age"
        and not passage.words.pattern(_JOINT).search(gap(passage, fact, following))
    )


def _bracketed(passage: Passage, listed: list[Item]) -> bool:
    """`housing (EUR 5 million), schools (EUR 4 million)`: each behind a name of its own."""
    named = [_NAMED.search(passage.before(item.fact)) for item in listed]
    closed = all(passage.after(item.fact).startswith(")") for item in listed)
    return closed and len({match[1] for match in named if match}) == len(listed)


def links_of(words: Checking) -> frozenset[str]:
    """The prepositions that lead from the numbers of a list to what each is for, or is in."""
    return words.shared["onto"] | words.shared["where"] | words.shared["shared_out"]


def _led_alike(passage: Passage, listed: list[Item]) -> bool:
    """`5 million went to housing, 4 million to schools`: one preposition, another noun each."""
    tails = [item.tail.split() for item in listed]
    if not all(tails) or any(own_noun(item.fact) for item in listed):
        return False
    first, *others = tails
    link = others[0][0]
    if link not in links_of(passage.words):
        return False
    if link not in first[:3] or any(text[0] != link or len(text) == 1 for text in others):
        return False
    return len({" ".join(text[text.index(link) :]) for text in tails}) == len(tails)


def _is_national(passage: Passage, fact: Fact) -> bool:
    """`96 Eritreans`, `71 Sudanese nationals`: nobody is of two of them."""
    return own_noun(fact) and any(
        passage.words.is_demonym(word) for word in (fact.entity or "").lower().split()
    )


def _of_one_noun(listed: list[Item]) -> bool:
    """`347 national and 49 international staff`: an adjective each, and one noun."""
    *others, last = listed
    noun = (last.fact.entity or "").split()
    return (
        own_noun(last.fact)
        and len(noun) > 1
        and all(not own_noun(item.fact) and len(item.tail.split()) == 1 for item in others)
        and noun[0].lower() not in {item.tail for item in others}
    )


def exclusive(passage: Passage, listed: list[Item]) -> bool:
    """Do the words that follow the items tell them apart in the same way?"""
    words = passage.words
    kinds = words.shared["exclusive"]
    named = [_said(item).split() for item in listed]
    sorts = [set(text) & kinds or _is_aged(passage, item.fact) or _is_sorted(item.fact, kinds)
             for text, item in zip(named, listed, strict=True)]  # fmt: skip
    if all(sorts) and len({tuple(text) for text in named}) > 1:
        return True
    if len(listed) > 1 and all(_is_national(passage, item.fact) for item in listed):
        return True
    if _bracketed(passage, listed) or _led_alike(passage, listed) or _of_one_noun(listed):
        return True
    if len({" ".join(text) for text in named}) < len(named) or not all(named[:-1]):
        return False
    tails = [
        [word for word in item.tail.split() if word not in words.shared["be"]] for item in listed
    ]
    if all(tails):
        if len({text[0] for text in tails}) == 1 and len(tails[0]) > 1:
            return tails[0][0] not in words.shared["at_once"]  # 41 speak Thai, 29 speak Lao
        where = words.pattern(r"{where} \S")
        if all(where.match(item.tail) for item in listed):
            return True  # four in the valley and three on the plateau
        return all(len(text) == 1 for text in tails) and not any(own_noun(i.fact) for i in listed)
    leads = [item.lead.split() for item in listed]
    return all(leads) and len({text[0] for text in leads}) == 1
