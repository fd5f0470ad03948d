"""What is asked of an addition: do the words beside its numbers tell of a total?"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from migfacts.kept.patterns import precompiled
from migfacts.relations.lists import (
    NUMBERS,
    complementary,
    exclusive,
    heads,
    own_noun,
)
from migfacts.relations.total.addition import COUNT, LEAD, Addition, Term
from migfacts.relations.total.parts import same_things
from migfacts.relations.total.signs.rests import ends_in_rest, tells_rest, tells_rest_last

#: So many digits are hardly a slip of others by chance.
SHARP: Final = 3
PAIR: Final = 2
#: In characters, behind a number.
TAIL: Final = 30
#: The words that tell of a total.
TOTALS: Final = ("result", "therefore", "total", "together", "amounting", "bringing")
_OPENED: Final = precompiled(r"[:–—(]| - ")


def is_total(sum_: Addition) -> bool:
    """`a total of N`, `N in all`; what stocks `are enough for` is no total."""
    if not any(map(sum_.passage.has, TOTALS)):
        return False
    words = sum_.passage.words
    leads = words.pattern(r"{result}|{therefore}|{total}|{together}|{amounting} |{bringing} ")
    follows = words.pattern(r"{total}|{together}")
    before, after = sum_.before[-LEAD:], sum_.after[:TAIL].partition(".")[0]
    if words.pattern(r"{be} {result} $").search(before) is not None:
        return False
    return leads.search(before) is not None or follows.search(after) is not None


def of_whole(sum_: Addition) -> bool:
    """`Of the 640 received, …`."""
    opening = sum_.passage.words.pattern(r"(?:^{of}|{of_the}|{of_these}) ?$")
    leads = sum_.total.fact.start < sum_.parts[0].fact.start  # not behind: each of the 64 beds
    return leads and opening.search(sum_.before) is not None


def points_back(sum_: Addition) -> bool:
    """`… 310 tents. Of these, 185 …`."""
    first = sum_.passages[sum_.parts[0].at]
    opening = first.words.pattern(r"^(?:{of_these}|{of_whom}|{of_them}|{of_it}),? ")
    whole = first.words.pattern(r"^{of} [^A-Z,]{3,} {of} $")  # of the direct costs of 166,950
    return (
        first is not sum_.passage
        and sum_.total.fact.start < sum_.parts[0].fact.start
        and opening.match(first.skeleton) is not None
        and whole.match(first.before(sum_.parts[0].fact)) is None
    )


def opens(sum_: Addition) -> bool:
    """Does a colon, a dash or a bracket open the list?"""
    return _OPENED.search(sum_.lead_in) is not None


def announced(sum_: Addition) -> bool:
    """Does a colon end the sentence of the total?"""
    return not sum_.nth and not sum_.lead_in and sum_.passage.skeleton.rstrip().endswith(":")


def made_of(sum_: Addition) -> bool:
    """`consists of …`: is it said to be made of what follows?"""
    words = sum_.passage.words
    return words.has("made_of", sum_.lead_in) or words.has("divided", sum_.lead_in)


def numbered(sum_: Addition) -> bool:
    """`the four sites`: does a number say how many parts there are?"""
    return any(fact.value == len(sum_.parts) and fact.kind in NUMBERS for fact in sum_.outside)


def numbered_before(sum_: Addition) -> bool:
    """`They live in three districts: …`: does the number of the parts stand before their colon?"""
    first = sum_.passages[sum_.parts[0].at]
    told = first.words.pattern(r"(N)[^A-Z;:.,]{0,40}: [^A-Z;:.]{0,24}$").search(
        first.skeleton[: first.position(sum_.parts[0].fact)]
    )
    fact = first.fact(told, 1) if told is not None else None
    return fact is not None and fact is not sum_.total.fact and fact.value == len(sum_.parts)


def excludes(sum_: Addition) -> bool:
    """Do the words tell the parts apart in the same way?"""
    return sum_.one_sentence is not None and exclusive(sum_.one_sentence, sum_.items)


def completes(sum_: Addition) -> bool:
    """Are they all there can be: women and men?"""
    return sum_.one_sentence is not None and complementary(sum_.one_sentence, sum_.items)


def ends_in_total(sum_: Addition) -> bool:
    """`14 lorries and 9 buses, 25 vehicles in all`."""
    return sum_.nth == len(sum_.parts) and is_total(sum_)


def elaborates(sum_: Addition) -> bool:
    """`1,906 files were closed. They won 512, lost 1,187 and dropped 227`: a bare list behind?"""
    first = sum_.parts[0]
    return (
        not sum_.nth
        and sum_.sort == COUNT
        and sum_.one_sentence is not None
        and first.at == sum_.total.at + 1
        and sum_.passages[first.at].adjacent
        and len(sum_.parts) > PAIR
        and not sum_.nouns
        and closes(sum_)
    )


def apposed(sum_: Addition) -> bool:
    """`Two dozen lorries got through, 15 with flour and 13 with rice`: bare numbers behind it?"""
    if sum_.nth or sum_.one_sentence is not sum_.passage or sum_.nouns:
        return False
    return sum_.lead_in.endswith(", ") and closes(sum_)


def names_total(sum_: Addition) -> bool:
    """Is a total spoken of in its sentence, though not beside it?"""
    named = sum_.passage.has("total") or sum_.passage.has("together")
    return named and not is_total(sum_)


def follows(sum_: Addition) -> bool:
    """`…, so that 130 are left`."""
    last = sum_.parts[-1]
    passage = sum_.passages[last.at]
    if not (passage.has("result") or passage.has("therefore")):
        return False
    told = passage.words.pattern(r"(?:{result}|{therefore})[^A-Z]{0,20}$")
    return told.search(passage.before(last.fact)[-LEAD:]) is not None


def closes(sum_: Addition) -> bool:
    """Does `and` close the list?"""
    if sum_.one_sentence is None:
        return False
    before, last = (sum_.one_sentence.position(part.fact) for part in sum_.parts[-2:])
    return sum_.one_sentence.words.has("and", sum_.one_sentence.skeleton[before:last])


def of_other_things(sum_: Addition) -> bool:
    """Do the parts count something else?"""
    if sum_.sort != COUNT:
        return False
    strong = any(holds(sum_) for holds in _STRONG)
    return not same_things(sum_.passage, sum_.total.fact, sum_.items, strong=strong)


def far_and_bare(sum_: Addition) -> bool:
    """Are numbers without a unit added up to one that has it, in another sentence?"""
    bare = all(part.fact.kind in NUMBERS for part in sum_.parts)
    elsewhere = sum_.one_sentence is not sum_.passage and not points_back(sum_)
    return sum_.sort != COUNT and bare and elsewhere


def of_another_noun(sum_: Addition) -> bool:
    """Have the parts other nouns than the total?"""
    total = sum_.total.fact
    if sum_.sort != COUNT or not own_noun(total) or is_total(sum_) or they_are(sum_):
        return False
    words = sum_.passage.words
    people = heads(total) in words.anyone and words.shared["people"].issuperset(sum_.nouns)
    return bool(sum_.nouns) and heads(total) not in sum_.nouns and not people


def is_bare(sum_: Addition) -> bool:
    """Does the total count what no noun tells?"""
    return sum_.sort == COUNT and not own_noun(sum_.total.fact) and not is_total(sum_)


def of_its_noun(sum_: Addition) -> bool:
    """Have all the same noun?"""
    total = sum_.total.fact
    return own_noun(total) and set(sum_.nouns) == {heads(total)}


def has_unnumbered(sum_: Addition) -> bool:
    """`four doctors, a cook and six nurses`, `and the rest by rail`: is there a part besides?"""
    words = sum_.passage.words
    besides = words.pattern(r"(?:, |;|: |{and} )(?:{article}|{single}) [^,;:.]+(?:,|{and})")
    told = [sum_.passages[part.at].after(part.fact) for part in sum_.parts]
    last = f"{told[-1]},".replace(".", ",")  # `a fund USD 4 million` has its number
    if tells_rest_last(sum_) or says("as_many_again")(sum_):
        return True
    return any(besides.search(text) for text in (sum_.lead_in, *told[:-1], last))


def lacks_one(sum_: Addition) -> bool:
    """`Of 16 families six found a house, one left and nine stay`: is that all that is missing?"""
    return sum_.total.value - sum_.added == 1 and has_unnumbered(sum_)


def says(section: str) -> Callable[[Addition], bool]:
    """Does a word of a class stand in one of the sentences?"""
    return lambda sum_: any(passage.has(section) for passage in sum_.sentences)


def are_some(sum_: Addition) -> bool:
    """`among them 35 nurses`: are others not told? `Among them` may open a list of all, too."""
    return says("including")(sum_) and not points_back(sum_) and not ends_in_rest(sum_)


def come_next(sum_: Addition) -> bool:
    """`Lima is first with 87, followed by Cusco (66)`: are others not told? A rest tells them."""
    return says("followed")(sum_) and not ends_in_rest(sum_)


def may_overlap(sum_: Addition) -> bool:
    """`35 of them`, `28 of them`; the rest does not."""
    return not tells_rest(sum_) and any(_is_theirs(sum_, part) for part in sum_.parts)


def is_nested(sum_: Addition) -> bool:
    """`1,860 were held, and 1,310 of those were freed`: is a part one of the part before?"""
    theirs = [_is_theirs(sum_, part) for part in sum_.parts]
    return any(later and not former for former, later in pairwise(theirs))


def theirs_and_rest(sum_: Addition) -> bool:
    """`860 boarded, and 610 of them got off. The remaining 250 …`."""
    return _is_theirs(sum_, sum_.parts[0]) and ends_in_rest(sum_)


def _is_theirs(sum_: Addition, part: Term) -> bool:
    """Does `of them` follow a number?"""
    theirs = sum_.passage.words.pattern(r"^ ?(?:{of_these}|{of_them})")
    return theirs.match(sum_.passages[part.at].after(part.fact)) is not None


def in_the_middle(sum_: Addition) -> bool:
    """`18 of the 30 …, and the other 12`: where the total is told between its parts."""
    middle = 0 < sum_.nth < len(sum_.terms) - 1
    return middle and not tells_rest(sum_)


def may_be_some(sum_: Addition) -> bool:
    """Are they less than the total, and nothing says that they are all of it?"""
    less = sum_.added < sum_.total.value and sum_.nth == 0
    holds = (tells_rest, made_of, completes, numbered_before, there_are)
    told = any(hold(sum_) for hold in holds)
    return less and not told and sum_.slip <= SHARP


def they_are(sum_: Addition) -> bool:
    """`The shelter housed 640 people. They were 310 Haitians, 185 Cubans and 145 Peruvians`."""
    first = sum_.parts[0]
    passage = sum_.passages[first.at]
    if sum_.nth or first.at != sum_.total.at + 1 or not passage.adjacent:
        return False
    opened = passage.words.pattern(r"^{they} {be} $").match(passage.before(first.fact))
    return opened is not None and closes(sum_)


def there_are(sum_: Addition) -> bool:
    """`We are a team of fourteen. There are seven lawyers, four interpreters and two clerks`."""
    first = sum_.parts[0]
    passage = sum_.passages[first.at]
    if sum_.nth or first.at != sum_.total.at + 1 or not passage.adjacent:
        return False
    group = sum_.passage.words.pattern(r"{group_of} $").search(sum_.before)
    opened = passage.words.pattern(r"^{there_are} $").match(passage.before(first.fact))
    return group is not None and opened is not None and closes(sum_)


#: What makes numbers parts though they count something else.
_STRONG: Final[tuple[Callable[[Addition], bool], ...]] = (
    ends_in_total, opens, announced, made_of, there_are, they_are,
)  # fmt: skip
