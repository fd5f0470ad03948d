"""Signs that a number is the total of others, each with its points.

No wording says it for all: `of the 640 received 410 …`, `five for Bamako, six for Dakar`, `in all`.
Each sign that the others are its parts has its points, each that they are not takes some away, and
a sum of at least `ENOUGH` is sure, if one of them tells of a total at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from migfacts.relations.addition import COUNT, LOOSE, Addition, Term, sort_of
from migfacts.relations.lists import (
    NUMBERS,
    complementary,
    counted,
    exclusive,
    heads,
    joined,
    own_noun,
)
from migfacts.relations.parts import has_rest, is_sibling, same_things
from migfacts.relations.passage import Passage

#: So many points are sure.
ENOUGH: Final = 10
NEAR: Final = Decimal("0.1")
CLOSE: Final = Decimal("0.03")
#: So many digits are hardly a slip of others by chance.
SHARP: Final = 3
#: Of more numbers than these none is the only one by chance.
SMALL: Final = 12
SHARES: Final = frozenset(("percent", "ratio"))
#: In characters, before a number and behind it.
LEAD: Final = 60
TAIL: Final = 30
#: The words that tell of a total.
TOTALS: Final = ("result", "therefore", "total", "together", "amounting", "bringing")
#: The words that tell of a rest.
RESTS: Final = ("remaining", "others", "leaving", "are_left")
_OPENED: Final = re.compile(r"[:–—(]| - ")


def _is_total(sum_: Addition) -> bool:
    """`a total of N`, `N in all`."""
    if not any(map(sum_.passage.has, TOTALS)):
        return False
    words = sum_.passage.words
    leads = words.pattern(r"{result}|{therefore}|{total}|{together}|{amounting} |{bringing} ")
    follows = words.pattern(r"{total}|{together}")
    after = sum_.after[:TAIL].partition(".")[0]
    return leads.search(sum_.before[-LEAD:]) is not None or follows.search(after) is not None


def _of_whole(sum_: Addition) -> bool:
    """`Of the 640 received, …`."""
    opening = sum_.passage.words.pattern(r"(?:^{of}|{of_the}|{of_these}) ?$")
    return opening.search(sum_.before) is not None


def _points_back(sum_: Addition) -> bool:
    """`… 310 tents. Of these, 185 …`."""
    first = sum_.passages[sum_.parts[0].at]
    opening = first.words.pattern(r"^(?:{of_these}|{of_whom}|{of_them})")
    return first is not sum_.passage and opening.match(first.skeleton) is not None


def _is_rest(sum_: Addition, part: Term) -> bool:
    passage = sum_.passages[part.at]
    if not any(map(passage.has, RESTS)):
        return False
    words, before = passage.words, passage.before(part.fact)[-LEAD:]
    return (
        has_rest(passage, sum_.item(part))
        or words.pattern(r"{others} ?$|{leaving}[^A-Z;:.,]{0,16}$").search(before) is not None
        or words.pattern(r"^[^A-Z;:.,]{0,24} {are_left}").match(passage.after(part.fact))
        is not None
    )


def _ends_in_rest(sum_: Addition) -> bool:
    return _is_rest(sum_, sum_.parts[-1])


def _has_rest(sum_: Addition) -> bool:
    return any(_is_rest(sum_, part) for part in sum_.parts)


def _opened(sum_: Addition) -> bool:
    return _OPENED.search(sum_.lead_in) is not None


def _announced(sum_: Addition) -> bool:
    return not sum_.nth and not sum_.lead_in and sum_.passage.skeleton.rstrip().endswith(":")


def _made_of(sum_: Addition) -> bool:
    words = sum_.passage.words
    return words.has("made_of", sum_.lead_in) or words.has("divided", sum_.lead_in)


def _numbered(sum_: Addition) -> bool:
    """`the four sites`: does a number say how many parts there are?"""
    return any(fact.value == len(sum_.parts) and fact.kind in NUMBERS for fact in sum_.outside)


def _exclusive(sum_: Addition) -> bool:
    return sum_.one_sentence is not None and exclusive(sum_.one_sentence, sum_.items)


def _complementary(sum_: Addition) -> bool:
    return sum_.one_sentence is not None and complementary(sum_.one_sentence, sum_.items)


def _in_rows(sum_: Addition) -> bool:
    return all(sum_.passages[part.at].kind == "item" for part in sum_.parts)


def _ends_in_total(sum_: Addition) -> bool:
    """`14 lorries and 9 buses, 25 vehicles in all`."""
    return sum_.nth == len(sum_.parts) and _is_total(sum_)


def _names_total(sum_: Addition) -> bool:
    named = sum_.passage.has("total") or sum_.passage.has("together")
    return named and not _is_total(sum_)


def _follows(sum_: Addition) -> bool:
    """`…, so that 130 are left`."""
    last = sum_.parts[-1]
    passage = sum_.passages[last.at]
    if not (passage.has("result") or passage.has("therefore")):
        return False
    told = passage.words.pattern(r"(?:{result}|{therefore})[^A-Z]{0,20}$")
    return told.search(passage.before(last.fact)[-LEAD:]) is not None


#: One of these must hold: of a total, of a whole, of the rest, or of a breakdown there is a word.
TELLING: Final[tuple[Callable[[Addition], bool], ...]] = (
    _is_total, _of_whole, _points_back, _opened, _announced, _made_of, _in_rows, _numbered,
    _names_total, _follows, _has_rest, _complementary, _exclusive,
)  # fmt: skip


def _placed(sum_: Addition) -> bool:
    places = {part.fact.place for part in sum_.parts}
    return None not in places and len(places) == len(sum_.parts)


def _closed(sum_: Addition) -> bool:
    """Does `and` close the list?"""
    if sum_.one_sentence is None:
        return False
    before, last = (sum_.one_sentence.position(part.fact) for part in sum_.parts[-2:])
    return sum_.one_sentence.words.has("and", sum_.one_sentence.skeleton[before:last])


def _of_other_things(sum_: Addition) -> bool:
    if sum_.sort != COUNT:
        return False
    strong = any(holds(sum_) for holds in (_ends_in_total, _opened, _announced, _made_of))
    return not same_things(sum_.passage, sum_.total.fact, sum_.items, strong=strong)


def _of_another_noun(sum_: Addition) -> bool:
    total = sum_.total.fact
    others = sum_.nouns and heads(total) not in sum_.nouns and not _is_total(sum_)
    return sum_.sort == COUNT and own_noun(total) and bool(others)


def _is_bare(sum_: Addition) -> bool:
    return sum_.sort == COUNT and not own_noun(sum_.total.fact) and not _is_total(sum_)


def _of_its_noun(sum_: Addition) -> bool:
    total = sum_.total.fact
    return own_noun(total) and set(sum_.nouns) == {heads(total)}


def _is_sibling(sum_: Addition) -> bool:
    """`10 were open, 9 were closed and 3 …`: is it the first of the list?"""
    if sum_.nth or sum_.one_sentence is not sum_.passage:
        return False
    facts, total = counted(sum_.passage), sum_.total.fact
    own = "" if _of_whole(sum_) else sum_.item(sum_.total).tail
    return total in facts and is_sibling(
        sum_.passage, facts, facts.index(total), sum_.items, own=own, strong=False
    )


def _goes_on_from_list(sum_: Addition) -> bool:
    """Is it joined to a number of its sort before it?"""
    total = sum_.total.fact
    earlier = [
        fact
        for fact in sum_.passage.facts
        if fact.start < total.start and sort_of(fact) == sort_of(total)
    ]
    return not sum_.nth and bool(earlier) and joined(sum_.passage, earlier[-1], total)


def _word_before(passage: Passage, term: Term) -> str:
    return (passage.before(term.fact).split() or [""])[-1].strip("(,;")


def _led_alike(sum_: Addition) -> bool:
    """`in 208 …, in 119 … and in 58`: does one word lead to all, the total among them?"""
    led = {_word_before(sum_.passages[term.at], term) for term in sum_.terms}
    return len(led) == 1 and led != {""}


def _bracketed_alike(sum_: Addition) -> bool:
    """`India (137), Mexico (69)`; `505 referrals (44%), the police 230 (20%)`."""
    told = [(sum_.passages[term.at], term.fact) for term in sum_.terms]
    within = all(passage.before(fact).endswith("(") for passage, fact in told)
    first = (told[sum_.nth], told[sum_.nth - 1])
    before = all(passage.after(fact).lstrip().startswith("(") for passage, fact in first)
    shares = any(fact.kind == "percent" for fact in sum_.outside)
    return within or (before and shares and sum_.nth == 0)


def _is_rest_itself(sum_: Addition) -> bool:
    """`840 had, and of the 1,560 other households 312`."""
    total = sum_.total
    return _is_rest(sum_, total) or sum_.passage.words.has("others", total.fact.text.lower())


def _followed_alike(sum_: Addition) -> bool:
    tails = [(sum_.item(term).tail.split() or [""])[0] for term in (sum_.total, *sum_.parts)]
    return tails[0] != "" and tails[0] in tails[1:]


def _has_unnumbered(sum_: Addition) -> bool:
    """`four doctors, a cook and six nurses`, `and the rest by rail`: is there a part besides?"""
    words = sum_.passage.words
    besides = words.pattern(
        r"(?:, |;|: |{and} )(?:{article}|{single}) [^,;:.]+(?:,|{and}|$)|"
        r"(?:,|{and}) ?(?:{remaining}|{others})[^A-Z]*$"
    )
    told = [sum_.passages[part.at].after(part.fact) for part in sum_.parts]
    last = told[-1].replace(".", ",")
    return any(besides.search(text) for text in (sum_.lead_in, *told[:-1], last))


def _says(section: str) -> Callable[[Addition], bool]:
    return lambda sum_: any(passage.has(section) for passage in sum_.sentences)


def _may_overlap(sum_: Addition) -> bool:
    """`35 of them`, `28 of them`; the rest does not."""
    theirs = sum_.passage.words.pattern(r"^ ?(?:{of_these}|{of_them})")
    return not _has_rest(sum_) and any(
        theirs.match(sum_.passages[part.at].after(part.fact)) for part in sum_.parts
    )


def _in_the_middle(sum_: Addition) -> bool:
    """`18 of the 30 …, and the other 12`: where the total is told between its parts."""
    middle = 0 < sum_.nth < len(sum_.terms) - 1
    return middle and not _has_rest(sum_)


def _differ(what: str) -> Callable[[Addition], bool]:
    return lambda sum_: len({getattr(part.fact, what) for part in sum_.parts}) > 1


def _any(what: str) -> Callable[[Addition], bool]:
    return lambda sum_: any(getattr(term.fact, what) for term in sum_.terms)


def _of_another_time(sum_: Addition) -> bool:
    return sum_.total.fact.period not in {part.fact.period for part in sum_.parts}


def _changes(sum_: Addition) -> float:
    return 1.5 if sum_.total.fact.change else float(any(part.fact.change for part in sum_.parts))


def _may_be_some(sum_: Addition) -> bool:
    """Are they less than the total, and nothing says that they are all of it?"""
    less = sum_.added < sum_.total.value and sum_.nth == 0
    return less and not (_has_rest(sum_) or _made_of(sum_) or _complementary(sum_))


class Sign(NamedTuple):
    """What speaks for a total, or against it."""

    name: str
    worth: int
    #: Whether it holds, or how often.
    holds: Callable[[Addition], float]


SIGNS: Final[tuple[Sign, ...]] = (
    Sign("told as a total", 5, _is_total),
    Sign("a total in its sentence", 2, _names_total),
    Sign("the rest at the end", 5, _ends_in_rest),
    Sign("the rest before", 2, lambda s: _has_rest(s) and not _ends_in_rest(s)),
    Sign("what is left follows", 2, _follows),
    Sign("of the whole", 4, _of_whole),
    Sign("of these", 4, _points_back),
    Sign("of whom", 2, lambda s: s.passage.words.has("of_whom", s.lead_in)),
    Sign("opened by a mark", 3, _opened),
    Sign("announced", 4, _announced),
    Sign("a comma", 1, lambda s: "," in s.lead_in and not _opened(s)),
    Sign("made of", 5, _made_of),
    Sign("the number of the parts", 3, _numbered),
    Sign("parts that exclude one another", 4, _exclusive),
    Sign("all there is", 4, _complementary),
    Sign("a place each", 2, _placed),
    Sign("closed by a conjunction", 1, _closed),
    Sign("in one sentence", 2, lambda s: s.one_sentence is not None),
    Sign("in rows", 2, _in_rows),
    Sign("one noun", 1, _of_its_noun),
    Sign("more than two", 1, lambda s: min(2, len(s.parts) - 2)),
    Sign("nearly the sum", 2, lambda s: s.off <= NEAR),
    Sign("hardly apart", 1, lambda s: s.off <= CLOSE),
    Sign("digits mistyped", 1, lambda s: 4 if s.slip >= SHARP else s.slip == SHARP - 1),
    Sign("of other things", -5, _of_other_things),
    Sign("of another noun", -2, _of_another_noun),
    Sign("a total without a noun", -2, _is_bare),
    Sign("lengths of time", -2, lambda s: s.sort[0] == "duration"),
    Sign("only some of them", -6, lambda s: _says("including")(s) and not _points_back(s)),
    Sign("less than the total", -3, _may_be_some),
    Sign("set against others", -5, _says("compared")),
    Sign("of each", -4, _says("each")),
    Sign("more than", -2, _says("than")),
    Sign("parts that may overlap", -2, _may_overlap),
    Sign("a part without a number", -8, _has_unnumbered),
    Sign("one of the list", -6, _is_sibling),
    Sign("the list goes on", -6, _goes_on_from_list),
    Sign("led alike", -4, _led_alike),
    Sign("followed alike", -2, _followed_alike),
    Sign("bracketed alike", -8, _bracketed_alike),
    Sign("itself a rest", -8, _is_rest_itself),
    Sign("in the middle", -4, _in_the_middle),
    Sign("no list", -3, lambda s: s.unjoined),
    Sign("other numbers", -2, lambda s: min(3, sum(sort_of(f) == s.sort for f in s.outside))),
    Sign("shares beside them", -1, lambda s: any(f.kind in SHARES for f in s.outside)),
    Sign("other sentences", -1, lambda s: 1 if _in_rows(s) else len(s.places) - 1),
    Sign("sentences between", -2, lambda s: s.places[-1] - s.places[0] + 1 - len(s.places)),
    Sign("not side by side", -2, lambda s: any(not each.adjacent for each in s.sentences[1:])),
    Sign("of several times", -3, _differ("period")),
    Sign("of another time", -1, _of_another_time),
    Sign("written more closely", -1, _differ("precision")),
    Sign("an average", -6, _any("statistic")),
    Sign("an average beside them", -3, lambda s: any(fact.statistic for fact in s.outside)),
    Sign("a change", -4, _changes),
    Sign("small", -1, lambda s: 4 if s.total.value < LOOSE else s.total.value <= SMALL),
)  # fmt: skip


def points(addition: Addition) -> dict[str, float]:
    """What speaks for a total and what against, each with its points; empty if nothing tells it."""
    if not any(tells(addition) for tells in TELLING):
        return {}
    told = ((sign.name, sign.worth * float(sign.holds(addition))) for sign in SIGNS)
    return {name: worth for name, worth in told if worth}
