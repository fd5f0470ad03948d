"""Exclusion: do shares of one sentence exclude one another, so that they make up one whole?"""

from __future__ import annotations

from typing import Final

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relations.passage import Passage

JOINT: Final = r"(?:,|;|{while})"
#: Where groups are said to make up a whole.
ANY_JOINT: Final = r"(?:,|;|{while}|{and})"
_WORD: Final = precompiled(r"[^\W\d_]+")
_SENTENCES: Final = precompiled(r"[.!?]\s+")
_NUMBERS: Final = precompiled(r"\d[\d,.]*")
FEWEST: Final = 2
OLDEST: Final = 120
#: How far before its answers a question may stand, in characters.
BEFORE: Final = 160
#: How far an age may stand before the share of those of that age, in characters.
BETWEEN: Final = 24


def exclusive(passage: Passage, parts: list[Fact]) -> bool:
    """Is each share that of a group of its own, of groups that exclude one another?"""
    words = passage.words
    said = _WORD.findall(passage.skeleton)
    if _wholes(passage, parts) > 1:
        return False
    if origins(passage, parts) or destinations(passage, parts) or ways(passage, parts):
        return True
    if len({(fact.place, fact.period) for fact in parts}) > 1 or _named_apart(passage, parts):
        return False
    if _rates(passage, parts):
        return False
    lines = [line.split() for line in words.words("groups")]
    every = {group for line in lines for group in line}
    for line in lines:
        named = [group for group in said if group in line]
        if _joined(passage, named, every | words.shared["exclusive"]):
            continue  # women and girls, and children
        if len(named) == len(set(named)) == len(parts):
            return True
    if len(parts) > FEWEST and words.has("main", passage.skeleton + said_before(passage)):
        return True
    if len(parts) > FEWEST and all(_is_of_age(passage, fact) for fact in parts):
        return True
    if len(parts) > FEWEST and words.pattern(r"{others} ?$").search(passage.before(parts[-1])):
        return True
    if len(parts) > FEWEST and passage.has("make_up") and _sorts(passage, parts):
        return True
    if len(parts) == FEWEST and _negated(passage, parts):
        return True
    return _nationalities(passage, parts) or of_a_sum(passage, parts) or _taken(passage, parts)


def _joined(passage: Passage, named: list[str], others: set[str]) -> bool:
    """`women and girls`: does a group stand with another, that may be of several lists?"""
    pairs = passage.words.pattern(r"\b(\w+) (?={and} ([^\W\d_]+))").finditer(passage.skeleton)
    return any(pair[1] in named and pair[2] in others for pair in pairs)


def _negated(passage: Passage, parts: list[Fact]) -> bool:
    """`68 per cent can read, while 32 per cent cannot`."""
    behind = passage.words.pattern(r"^ {negated}\W*$")
    return behind.match(passage.after(parts[1])) is not None


def _sorts(passage: Passage, parts: list[Fact]) -> bool:
    """`Coastal families make up 48 per cent, hill families 39 per cent`: sorts of one noun."""
    joint = passage.words.pattern(rf"{ANY_JOINT}|[:.()]")
    leads = [frozenset(_WORD.findall(joint.split(passage.before(fact))[-1])) for fact in parts]
    return bool(frozenset.intersection(*leads)) and len(set(leads)) == len(leads)


def _is_of_age(passage: Passage, fact: Fact) -> bool:
    """`52 per cent are children`, `14 per cent are aged 60 and over`: a share of one age."""
    after = passage.after(fact)
    sorts = set(_WORD.findall(after.partition(",")[0])) & passage.words.shared["ages"]
    at = passage.facts.index(fact)
    behind = passage.facts[at + 1 : at + 2]
    aged = bool(behind) and "," not in after and _tells_age(passage, behind[0])
    before = passage.words.pattern(rf"{ANY_JOINT}").split(passage.before(fact))[-1]
    told = at > 0 and passage.facts[at - 1].kind == "age" and len(before) < BETWEEN
    return bool(sorts) or aged or told


def _tells_age(passage: Passage, fact: Fact) -> bool:
    """Is it an age, or a bare number beside others that are: `between 25 and 49`?"""
    if fact.kind == "age":
        return True
    ages = [each for each in passage.facts if each.kind == "age"]
    return bool(ages) and fact.kind == "number" and (fact.high or fact.value or OLDEST) < OLDEST


def said_before(passage: Passage) -> str:
    """The sentence before, in small letters, if it may be the question that shares answer.

    It may say how many were asked, and no more.
    """
    start = passage.sentence.starts[0]
    text = passage.sentence.prose[max(0, start - BEFORE) : start].strip().lower()
    said = _SENTENCES.split(text)[-1]
    return "" if len(_NUMBERS.findall(said)) > 1 else said


def counted_once(passage: Passage) -> bool:
    """`Each could name one place only`: is it said here, or in the sentence before?"""
    once = passage.words.pattern(
        r"{once}|{single} [^\W\d_]+ {only}\b|{only} {single} (?!{where}|{of}|{from})"
        r"|{asked_for} (?:{definite} )?{single} [^\W\d_]+"
        r"|{each} (?:{of} {definite} )?[^\W\d_]+ (?:[^\W\d_]+ ){1,2}{single} {main}\b"
    )
    return any(once.search(text) for text in (passage.skeleton, said_before(passage)))


def of_a_sum(passage: Passage, parts: list[Fact]) -> bool:
    """`71 per cent of its income, firms 24 and churches another 15`: money is spent but once."""
    of_sum = passage.words.pattern(r"^ {of} (?:[^\W\d_]+ )?{sums}")
    opens = passage.words.pattern(r"^{of} (?:[^\W\d_]+ )?{sums},")  # of all spending,
    told = of_sum.match(passage.after(parts[0])) or opens.match(passage.before(parts[0]))
    return len(parts) > FEWEST and told is not None


def _taken(passage: Passage, parts: list[Fact]) -> bool:
    """`Farms employ 45 per cent of the workers, hotels 38 per cent and mills 27 per cent`."""
    if len(parts) <= FEWEST or not passage.words.pattern(r"{taking_in} $").search(
        passage.before(parts[0])
    ):
        return False
    return passage.words.pattern(r"^ {of} {definite}\b").match(passage.after(parts[0])) is not None


def _wholes(passage: Passage, parts: list[Fact]) -> int:
    """How many wholes the shares are said to be of: `80% of nurses … and 76% of doctors …`."""
    after = passage.words.pattern(r"^ {of} (.{0,24})")
    found = [match[1] for fact in parts if (match := after.match(passage.after(fact)))]
    return len({tuple(text.split()[:2]) for text in found})


def origins(passage: Passage, parts: list[Fact]) -> bool:
    """`48 per cent came from Togo, 37 per cent from Benin`: nobody comes from two countries."""
    words, rest = passage.words, parts[1:]
    if len(parts) > FEWEST and all(passage.before(fact).endswith("(") for fact in parts):
        return words.pattern(r"\b{origin} [^A-Z]*\($").search(passage.before(parts[0])) is not None
    if len(parts) <= FEWEST or not words.has("origin", passage.after(parts[0])):
        return False
    return all(words.pattern(r"^ {from} ").match(passage.after(fact)) for fact in rest)


def destinations(passage: Passage, parts: list[Fact]) -> bool:
    """`47 per cent went to the city, 36 per cent to the coast and 29 per cent abroad`.

    `44 per cent were bound for Chad, 38 per cent for Niger and 29 per cent for Libya`.
    """
    gone, there = r"{went} (?:{to}|{away})\b", r"(?:{went} )?(?:{to}|{away})\b"
    bound, for_ = r"{be} {bound_for} {for}\b", r"(?:{be} {bound_for} )?{for}\b"
    return _in_turn(passage, parts, gone, there) or _in_turn(passage, parts, bound, for_)


def ways(passage: Passage, parts: list[Fact]) -> bool:
    """`48 per cent came by boat and 37 per cent came by air`: each came in one way."""
    way = passage.words.pattern(r"^ (?:{of} [^,;]{1,30} )?{came} ")
    if len(parts) > FEWEST:
        way = passage.words.pattern(r"^ (?:{of} [^,;]{1,30} )?(?:{came} |{by} |{on_foot}\b)")
    alike = all(way.match(passage.after(fact)) for fact in parts)
    return alike or _dwellings(passage, parts) or _means(passage, parts)


def _means(passage: Passage, parts: list[Fact]) -> bool:
    """`Two thirds of them arrive by bus, 25 per cent by train and a fifth by car`."""
    return _in_turn(passage, parts, r"[^\W\d_]+ {by} ", "{by} ")


def _dwellings(passage: Passage, parts: list[Fact]) -> bool:
    """`48 per cent slept in huts, 37 per cent in tents and 15 per cent with relatives`."""
    return _in_turn(passage, parts, "{dwell} ", "(?:{dwell} )?(?:{where}|{with}) ")


def _in_turn(passage: Passage, parts: list[Fact], opening: str, following: str) -> bool:
    """Does the first share open with one wording, and each of the others go on with another?"""
    opens = passage.words.pattern(rf"^ (?:{{of}} [^,;]{{1,30}} )?{opening}")
    goes_on = passage.words.pattern(rf"^ {following}")
    first, *others = (passage.after(fact) for fact in parts)
    return (
        len(parts) > FEWEST
        and opens.match(first) is not None
        and all(goes_on.match(behind) for behind in others)
    )


def _rates(passage: Passage, parts: list[Fact]) -> bool:
    """Are they rates within each group: `57 per cent among women and 64 per cent among men`?"""
    groups = {group for line in passage.words.words("groups") for group in line.split()}
    behind = passage.words.pattern(r"^ {among} ([^\W\d_]+)")
    before = passage.words.pattern(r"{among} ([^\W\d_]+)\b[^,;]{0,24},? $")
    each = passage.words.pattern(r"(?:^|[,;] (?:{and} )?){within} [^,;]{3,40},? $")
    if sum(each.search(passage.before(fact)) is not None for fact in parts) > 1:
        return True  # among refugees 53 per cent are women, among the displaced 51
    found = (
        behind.match(passage.after(fact)) or before.search(passage.before(fact)) for fact in parts
    )
    return sum(match is not None and match[1] in groups for match in found) > 1


def _named_apart(passage: Passage, parts: list[Fact]) -> bool:
    """Does each share stand with a name of its own, as of a town?"""
    sentence = passage.sentence
    spans = dict(zip(map(id, passage.facts), passage.spans, strict=True))
    starts = [spans[id(fact)][0] for fact in parts]
    named = set()
    for word, tag, at in zip(sentence.words, sentence.tags, sentence.starts, strict=True):
        is_name = tag in "XZ" and word.capital and at > sentence.starts[0]
        if is_name and not passage.words.is_demonym(word.lower):
            named.add(sum(start <= at for start in starts))
    return len(named) > 1


def _groups(passage: Passage, fact: Fact) -> set[str]:
    """The words of the clause around a share."""
    joint = passage.words.pattern(rf"{JOINT}|[:.()]")
    before, after = joint.split(passage.before(fact))[-1], joint.split(passage.after(fact))[0]
    return set(_WORD.findall(f"{before} {after}"))


def _nationalities(passage: Passage, parts: list[Fact]) -> bool:
    return len(parts) > FEWEST and all(
        any(map(passage.words.is_demonym, _groups(passage, fact))) for fact in parts
    )
