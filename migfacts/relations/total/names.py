"""Names: a count, and right behind it the names of all that it counts.

`Three provinces (Bor, Yei and Wau)`, `two rivers, namely the Sava and the Drina`. The names are
taken as one part, which is as many as they are. Of names that may be one or two (`Serbia and
Montenegro` within a list) both numbers are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.relation import Relation
from migfacts.relations.lists import NUMBERS, own_noun
from migfacts.relations.passage import Passage

#: How such a relation stands.
NAMED: Final = "named"
#: So many things are named at least, and at most, and so many characters does it take.
FEWEST, MOST, LONGEST = 2, 60, 900
#: A list of less than that part of them, or of more than that many times as many, is of others.
PART: Final = Decimal("0.5")
#: A small word of so many letters may stand in a name; so many words a thing without one may have.
SMALL, WORDS = 3, 3
#: In characters: `three districts of Borno State (Bama, …)`, `22 out of 34 provinces (Bama, …)`.
_PLACED: Final = r"(?: [^A-Z,;:.()]{1,30}?)?"
#: What opens a list of names behind the count, and what closes it. In small letters.
_OPENINGS: Final = (
    (_PLACED + r" ?\(", ")"),
    (r":(?= )", ".;"),
    (r"(?:,| –| —) ?{that_is},?(?: {in})?(?= )", ".;"),
    (r" {of}(?= )", ".;"),
    (r" ?—(?! ?{that_is})", "—"),
    (r" –(?= )(?! ?{that_is})", "–"),
)
_WORD: Final = precompiled(r"[^\W\d_]+")
_COMMA: Final = precompiled(r"\s*[,;،؛]\s*")
#: `Ebonyi – 9`, `Kano: 9`, `Jere (41)`: a name with its number.
_MARK: Final = precompiled(r"(?<![^\s(])\(?([a-z]|[ivx]{1,4}|\d{1,2})\)")
_LETTERS: Final = tuple("abcdefghijklmnop")
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii")
_FIGURES: Final = tuple(map(str, range(1, 21)))
_NUMBER: Final = precompiled(r"[ :=(–-]+\d[\d.,]*\)?$")


def read(passage: Passage) -> Iterator[Relation]:
    """The counts of a sentence whose things are all named behind them."""
    for at, fact in enumerate(passage.facts):
        counted = _counted(passage, at)
        told = _listed(passage, at, counted[0]) if counted else None
        if told is None:
            continue
        start, text, few, many = told
        if any(few <= value <= many for value in counted) or few < FEWEST:
            continue
        if counted[-1] * PART <= few and many * PART <= counted[-1]:
            roles = {"total": [fact], "parts": [_names(passage, at, start, text, few)]}
            yield Relation(kind="total", roles=roles, complete=True, how=NAMED)


def _counted(passage: Passage, at: int) -> list[Decimal]:
    """How many there are; of `two of the five states (Bor and Yei)` the two as well, at the end."""
    fact = passage.facts[at]
    if fact.kind == "ratio":
        numbers = [Decimal(number) for number in re.findall(r"\d+", fact.text)]
        values = numbers[:1] if len(numbers) == 2 else []
    elif fact.kind in NUMBERS and own_noun(fact) and fact.value is not None:
        values = [fact.value]
        before = passage.facts[at - 1] if at else fact
        of = passage.words.pattern(r"^ (?:{of}|{part_of}) ?(?:{definite} )?$")
        if before.kind in NUMBERS and before.value and of.match(passage.after(before)):
            values.append(before.value)
    else:
        return []
    whole = fact.bound == "exact" and all(value % 1 == 0 for value in values)
    return values if whole and all(FEWEST <= value <= MOST for value in values) else []


def _listed(passage: Passage, at: int, count: Decimal) -> tuple[int, str, int, int] | None:
    """Where the names behind a fact start in the prose, as they are written, and how many they are.

    They are so many at least, and so many at most.
    """
    prose, end = passage.sentence.prose, passage.spans[at][1]
    following = passage.spans[at + 1][0] if at + 1 < len(passage.spans) else len(prose)
    stop = passage.sentence.stop(len(passage.sentence.words) - 1)
    after = prose[end : min(stop, end + LONGEST)]
    for opening, closing in _OPENINGS:
        match = passage.words.pattern("^" + opening).match(after.lower())
        if match is None or end + match.end() > following:
            continue
        rest = after[match.end() :].lstrip()
        start = end + len(after) - len(rest)
        marked = _marked(rest) if closing == ".;" else None
        if marked is not None:
            return start, *marked
        text = rest[: _close(rest, closing)].strip()
        if not text or not _are_names(passage, text, closing, count):
            return None
        return start, text, *_how_many(passage, text)
    return None


def _marked(rest: str) -> tuple[str, int, int] | None:
    """`(a) …, (b) … and (c) …`: items that are counted by their marks."""
    marks = [
        match for match in _MARK.finditer(rest) if match.start() == 0 or rest[0] == match[0][0]
    ]
    if not marks or marks[0].start():
        return None
    rows = (_LETTERS, _ROMAN, _FIGURES)
    row = next((row for row in rows if marks[0][1] == row[0]), ())
    count = 0
    for mark in marks:
        if count < len(row) and mark[1] == row[count]:
            count += 1
            end = mark.end()
    return (rest[:end], count, count) if count >= FEWEST else None


def _close(rest: str, closing: str) -> int:
    """Where a list ends: at its own bracket, not at one within it."""
    depth = 0
    for at, char in enumerate(rest):
        if char in closing and not depth:
            return at
        depth += (char == "(") - (char == ")")
    return len(rest)


def _are_names(passage: Passage, text: str, closing: str, count: Decimal) -> bool:
    """Is each a name, and does nothing say that they are but some?"""
    small = text.lower()
    if passage.words.has("including", small) or passage.words.has("others", small):
        return False
    items = _items(passage, text)
    numbers = [number for item in items for number in re.findall(r"\d+", item)]
    if numbers:  # Ebonyi – 9 & Kano – 9
        items = [_NUMBER.sub("", item) for item in items]
        if len(numbers) != len(items) or any(map(str.isdigit, "".join(items))):
            return False
        if PART <= Decimal(sum(map(int, numbers))) / count <= 1 / PART:
            return False  # five cases (Bor 3, Yei 2): its parts
    if any(char in "(…" for item in items for char in item):
        return False
    if all(map(_is_name, items)):
        return True
    return closing == ")" and len(items) > FEWEST and not numbers and _are_things(passage, items)


def _is_name(item: str) -> bool:
    words = _WORD.findall(item)
    large = [word for word in words if word[0].isupper()]
    return bool(large) and all(len(word) <= SMALL for word in words if word not in large)


def _are_things(passage: Passage, items: list[str]) -> bool:
    """`rice, wheat and edible oil`: is each one thing, and none many of a sort?"""
    lexicon = passage.words.language.lexicon
    words = [_WORD.findall(item) for item in items]
    return all(0 < len(each) <= WORDS and lexicon[each[-1]].tag in "nbk" for each in words)


def _items(passage: Passage, text: str) -> list[str]:
    """The names, parted at commas and at the last `and`."""
    items = _COMMA.split(text)
    conjunction = passage.words.pattern(r"(?:^| ){and} ")
    last = conjunction.search(items[-1].lower())
    if last is not None:
        items[-1:] = [items[-1][: last.start()], items[-1][last.end() :]]
    return [item for item in items if item.strip()]


def _how_many(passage: Passage, text: str) -> tuple[int, int]:
    """How many they are, at least and at most: another `and` may part two names or join one."""
    items = _items(passage, text)
    conjunction = passage.words.pattern(r" {and} ")
    joined = sum(len(conjunction.findall(item.lower())) for item in items)
    return len(items), len(items) + joined


def _names(passage: Passage, at: int, start: int, text: str, count: int) -> Fact:
    """The names as a fact: how many they are."""
    fact, (first, end) = passage.facts[at], passage.spans[at]
    lines = passage.sentence.prose[first:start].split("\n")
    return msgspec.structs.replace(
        fact,
        text=text,
        value=Decimal(count),
        start=fact.end + start - end,
        end=fact.end + start - end + len(text),
        line=fact.line + len(lines) - 1,
        column=len(lines[-1]) + (fact.column if len(lines) == 1 else 1),
    )
