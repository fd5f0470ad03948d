"""Parts: may the numbers of a list be the parts of a total that stands before or behind it?"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relations.lists import (
    NUMBERS,
    Item,
    alike,
    gap,
    heads,
    items,
    joined,
    links_of,
    own_noun,
)
from migfacts.relations.passage import Passage

#: Parts that come to more than this multiple of a total are hardly its parts.
MOST_OVER: Final = Decimal("1.25")
#: A colon, and perhaps a date before it: `9,350 decisions in 2023: …`.
_OPENED: Final = precompiled(r"(?: [^A-Z,;:.()]{1,8} D)?: ")


def is_near(total: Fact, parts: list[Item]) -> bool:
    """Is the total at least as large as each part, and the sum not far off?"""
    values = [part.fact.value for part in parts if part.fact.value is not None]
    if total.value is None or total.value < max(values):
        return False
    return sum(values) <= total.value * MOST_OVER


def same_things(passage: Passage, total: Fact, parts: list[Item], strong: bool) -> bool:
    """Are the parts of the total's own sort, and no list of other things?"""
    if total.kind not in NUMBERS:
        return True
    kinds = passage.words.shared["exclusive"]
    for part in parts:
        noun = heads(part.fact)
        written = (part.fact.entity or "").rpartition(" ")[2].lower()
        if noun == heads(total) or not own_noun(part.fact) or written in kinds or noun in kinds:
            continue
        if heads(total) in passage.words.anyone and (
            noun in passage.words.shared["people"] or passage.words.is_demonym(noun)
        ):
            continue
        if not strong:
            return False
    return True


def is_sibling(
    passage: Passage, facts: list[Fact], at: int, parts: list[Item], *, own: str, strong: bool
) -> bool:
    """Is the first number only the first of the list: `10 were open, 9 were closed and 3 …`?

    Args:
        own: the words that follow the first number, as those of an item.
    """
    total = facts[at]
    kinds = passage.words.shared["exclusive"]
    noun = (total.entity or "").rpartition(" ")[2].lower()
    others = {
        (part.fact.entity or "").rpartition(" ")[2].lower() for part in parts if own_noun(part.fact)
    }
    own_sort = own_noun(total) and not strong
    if own_sort and noun in kinds and noun not in passage.words.shared["wide"]:
        return True
    wide, ages = passage.words.shared["wide"], passage.words.shared["ages"]
    rivals = wide & ages if noun in ages else wide - ages  # refugees may be children
    if own_sort and noun in wide and others & rivals and any(own_noun(p.fact) for p in parts):
        return True
    tails = [part.tail.split() for part in parts if part.tail]
    if own and not strong and _each_acts(passage, [own, *(part.tail for part in parts)]):
        return True
    if own and tails and own.split()[0] == tails[0][0] and not opens_list(passage, parts[0]):
        return True
    links = links_of(passage.words)
    if _led_like(passage, total, parts):
        return True
    if not strong and own and tails and tails[0][0] in links & set(own.split()[:2]):
        return True  # 2,340 came to Tirova, 1,690 to Lusk
    if at == 0 or not alike(facts[at - 1], total):
        return False
    lead = gap(passage, facts[at - 1], total).rstrip()
    return lead.endswith(("(", ":")) or joined(passage, facts[at - 1], total)


def sorts(passage: Passage, total: Fact, parts: list[Item]) -> bool:
    """`46 vehicles: 19 trucks, 14 vans and 13 cars`: a noun, and its sorts behind a colon.

    Those of a toll may stand in brackets: `8,239 casualties (2,563 deaths and 5,676 injuries)`.
    """
    last, before = parts[-1].fact, parts[-2].fact
    between = gap(passage, total, parts[0].fact)
    toll = heads(total) in passage.words.shared["tolls"] and between.strip() == "("
    return (
        total.kind in NUMBERS
        and (toll or _OPENED.fullmatch(between) is not None)
        and (own_noun(total) or _is_group(passage, total))
        and (toll or all(own_noun(part.fact) for part in parts))
        and heads(total) not in passage.words.anyone
        and passage.words.has("and", gap(passage, before, last))
    )


def _is_group(passage: Passage, total: Fact) -> bool:
    """`a team of fourteen`: does it count the members of a group?"""
    return passage.words.pattern(r"{group_of} $").search(passage.before(total)) is not None


def opens_list(passage: Passage, part: Item) -> bool:
    """Does a colon open the list: `EUR 9 million: 5 million …`? An amount is spent but once."""
    before = passage.before(part.fact)
    words = passage.words
    opened = ":" in before or words.has("divided", before)
    return opened and not (words.has("compared", before) or words.has("from", before))


def is_other(passage: Passage, item: Item) -> bool:
    """`and the other 49 in Zalin`."""
    return passage.words.pattern(r"{others}$").search(item.lead) is not None


def has_rest(passage: Passage, item: Item) -> bool:
    """`and the remaining 35 in Tolo`."""
    return passage.words.has("remaining", f"{item.lead} {item.tail}")


def _led_like(passage: Passage, total: Fact, parts: list[Item]) -> bool:
    """Does one preposition lead to all of them?

    `Salaries came to 2 million, rent to 1 million and the rest to 900,000`; `In 208 huts they cook
    outside, in 119 by the door and in 58 indoors`.
    """
    before = passage.before(total).split()
    led = before[-1:]
    if not led or any(part.lead.split()[-1:] != led for part in parts):
        return False
    return has_rest(passage, parts[-1]) or before == led


def _each_acts(passage: Passage, tails: list[str]) -> bool:
    """`5,350 arrived, 325 were born and 4,875 left`: does another thing happen to each number?"""
    be = passage.words.shared["be"]
    verbs = [[word for word in text.split() if word not in be] for text in tails]
    return all(len(text) == 1 for text in verbs) and len(set(map(tuple, verbs))) == len(verbs)


def is_total(passage: Passage, fact: Fact) -> bool:
    """Is a number told as a total: `a total of N`, `N in all`, `which makes N`?"""
    words = passage.words
    lead, after = passage.before(fact)[-48:], passage.after(fact)[:16]
    if words.pattern(r"(?:{others}|{remaining}) ?$").search(lead) is not None:
        return False  # the other nationalities made up the remaining 487
    result = words.pattern(r"{result} ?(?:{equivalent} )?$")
    amounting = words.pattern(r"{amounting} (?:[a-z ]{0,20} )?$")  # they make up the grant of
    if result.search(lead) is not None or amounting.search(lead) is not None:
        return True
    grouped = words.pattern(r", {article} (?:[a-z]{1,12} ){0,2}{group_of} $")
    brought = words.pattern(r"{bringing} [a-z ]{0,30}(?:[TDA] )?{to} $")  # for the two years to
    led = passage.skeleton[: passage.position(fact)][-60:]
    if grouped.search(lead) is not None or brought.search(led) is not None:
        return True
    leads_on = result.search(passage.after(fact)) is not None  # 37 children, a total of 248
    if words.pattern(r"^,? ?{total}").match(after) is not None and not leads_on:
        return True
    summed = words.pattern(r", {or} $").search(lead) is not None
    behind = passage.skeleton[passage.position(fact) + 1 :]
    return summed and words.pattern(r"^[^;:.(),]{0,40}?{together}").match(behind) is not None


def goes_on(passage: Passage, parts: list[Item]) -> bool:
    """Is a part one of another, or a further one told without its number?

    `of 1,296 children 855 were of age, and 812 of these came`; `210 by mail, as much again by sea`;
    `98 million for food and 41 for cash; the rest is for transport`.
    """
    words = passage.words
    behind = passage.skeleton[passage.position(parts[-1].fact) + 1 :]
    again = words.pattern(r"^[^;.NMQ]{0,40}? {as_many_again}").match(behind)
    theirs = words.pattern(r"^ ?{of_these}|^ ?{of_them}")
    if again is not None or leaves_rest(passage, parts[-1].fact):
        return True
    return any(theirs.match(passage.after(each.fact)) for each in parts[1:])


def leaves_rest(passage: Passage, last: Fact) -> bool:
    """`…, 41 million for cash; the rest is for transport`: is there a rest of no number?"""
    rest = passage.words.pattern(r"^[^)]*(?:[,;]|{and}) ?(?:{remaining}|{others})(?! {of})[^A-Z]*$")
    return rest.match(passage.after(last)) is not None


def is_one_of_list(passage: Passage, total: Fact) -> bool:
    """`ninety of them came from here, sixty from there`; `another 90 came from here`."""
    theirs = passage.words.pattern(r"^ ?{of_them}").match(passage.after(total))
    further = passage.words.pattern(r"{further} ?$").search(passage.before(total))
    return theirs is not None or further is not None


def is_beside(passage: Passage, facts: list[Fact], at: int) -> bool:
    """Is the next number no part, but where or how: `1,105 people in two flights, 530 …`?"""
    if at + 3 >= len(facts):
        return False
    between = gap(passage, facts[at], facts[at + 1])
    where = passage.words.pattern(r"[^,;:.]{0,30} (?:{among}|{from}) ")
    return where.fullmatch(between) is not None


def numbers_parts(passage: Passage, facts: list[Fact], at: int) -> bool:
    """Does the next number say how many parts follow: `900 pupils in the three camps: 300 …`?"""
    if at + 3 >= len(facts) or not own_noun(facts[at + 1]):
        return False
    if joined(passage, facts[at + 1], facts[at + 2]):
        return False  # fourteen: two doctors, four midwives and six nurses
    return facts[at + 1].value == len(items(passage, at + 2, 1))


def has_unnumbered(passage: Passage, one: Item, other: Item) -> bool:
    """`five nurses, a pharmacist and three boatmen`: does a part stand between without a number?"""
    between = gap(passage, one.fact, other.fact)
    return (
        passage.words.pattern(r"(?:, |{and} )(?:{article}|{single}) [^,;:.]+(?:,|{and})").search(
            between
        )
        is not None
    )


def ends_in_rest(passage: Passage, at: int) -> bool:
    """`1,250 visits; 870 were announced and the remaining 380 were not`: is the list all of it?"""
    parts = items(passage, at, 1)
    return len(parts) > 1 and has_rest(passage, parts[-1])


def breaks(between: str, *, ended: bool = False) -> bool:
    """Does a sentence or a bracket end between a total and its first part?"""
    marks = "[.)]" if ended else "[;.)]"
    return re.search(marks, re.sub(r"\([^()]*\)", "", between)) is not None
