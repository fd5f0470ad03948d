"""What a number counts: the noun behind it, or behind the next number of which it is a sort.

`8,500 people`, `12 primary and 3 secondary schools`, `104 and 85 patients`.
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.beside import denominators
from migfacts.context import place
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene
from migfacts.grammar import Phrase
from migfacts.kept.patterns import precompiled
from migfacts.numerals.numeral import ONE
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: What a determiner stands before.
_NOMINAL: Final = tuple("nNkKzZbjDGXS#wqO")
#: What a pronoun does behind a noun.
_ACTS: Final = ("v", "V", "D", "x", "m")
#: What a noun phrase begins with that is no verb.
_NAMING: Final = ("n", "k", "N", "K", "X", "Z", "j", "S")
#: What tells a sort: `primary`, `newly built`; and what may stand before the next number.
_SORT: Final = precompiled("(y?[jD]-?[jDnk]?|[nk])(?=,|c)")
_SORTS: Final = frozenset("yjDnkb-")
_JOINT: Final = precompiled(",?c?d?")
#: `Of the 300 pupils, `, up to a number.
_PART_OF: Final = precompiled(r"(?:^|[.;:E])o[djnkNKbXzD#]{1,8},[yp]{0,2}\Z")
_FINITE: Final = precompiled("[vVxmzD]")
_CLAUSE_END: Final = precompiled("[.,;:E]")
LONGEST_JOINT, MOST_SORTS = 4, 6
#: How many digits a town may have before its name.
POSTAL: Final = (4, 5, 6)


def behind(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`8,500 people`, `175 member states`, `a 50-bed hospital`, `two (2) deaths`."""
    at = quantity.last
    tags = sentence.tags
    if tags[at : at + 1] == "b" and tags[max(quantity.first - 2, 0) : quantity.first] == "or":
        return None  # 17 rules, of which five concern employers
    if tags[at : at + 3] == "(#)":
        phrase = grammar.plural_phrase(sentence, at + 3)
        return entity_of(sentence, phrase) if phrase is not None else None
    closed = grammar.past_bracket(sentence, at)
    if closed > at:  # 447 (58 per cent) health posts
        named = tags[closed : closed + 1] in _NAMING
        phrase = grammar.plural_phrase(sentence, closed) if named else None
        return entity_of(sentence, phrase) if phrase is not None else None
    if at >= len(tags):
        return None
    if tags[at] == '"' and sentence.glued(at + 1):  # three “safe spaces”
        at += 1
    compound = sentence.past_hyphen(at)
    if compound > at:
        if tags[compound : compound + 1] not in ("n", "k", "b"):
            return _manned(sentence, compound)
        return entity_of(sentence, Phrase(compound, compound + 1), adjoins=True)
    if sentence.words[at].roles & {"deictic", "of", "each", "x"}:
        return None
    phrase = None
    if quantity.value != ONE:
        phrase = grammar.plural_phrase(sentence, at)
    if phrase is None and quantity.last == quantity.numeral.last:
        phrase = grammar.singular_phrase(sentence, at)
        if tags[at] == "D" and quantity.value != ONE and phrase is not None:
            return None  # 1,900 granted refugee status
        if phrase is not None and quantity.value != ONE and _acts(sentence, at, phrase):
            return None
    if (
        phrase is None
        or verbal(sentence, phrase)
        or _tells_part(sentence, quantity, phrase)
        or _is_postal(sentence, quantity, phrase)
    ):
        return None
    return entity_of(sentence, _past_abbreviation(sentence, phrase), adjoins=True)


def _is_postal(sentence: Sentence, quantity: Quantity, phrase: Phrase) -> bool:
    """`1211 Geneva`, but not `7,000 Pemba`: are the digits those of a town?"""
    text = sentence.words[quantity.numeral.first].text
    told = text.isdecimal() and len(text) in POSTAL
    return told and place.known(sentence, phrase.first) == phrase.last


def _manned(sentence: Sentence, at: int) -> Entity | None:
    """`a 3,500-strong force`: the noun whose people are counted."""
    if not any("manned" in word.roles for word in sentence.words[at : at + 1]):
        return None
    phrase = grammar.singular_phrase(sentence, at + 1)
    return entity_of(sentence, phrase)._replace(phrase=None) if phrase is not None else None


def past_age(scene: Scene, quantity: Quantity) -> Entity | None:
    """`4,200 under-five children`: the noun behind an age that stands between."""
    age = scene.fact_in(quantity.last, quantity.last + 1)
    if age is None or age.kind != "age":
        return None
    phrase = grammar.plural_phrase(scene.sentence, age.last)
    return entity_of(scene.sentence, phrase) if phrase is not None else None


def ahead(scene: Scene, quantity: Quantity) -> Entity | None:
    """`104 and 85 patients`, `from 19 to 231 camps`: the noun of the next number, if that is it."""
    following, before = scene.fact_in(quantity.last, quantity.last + 2), quantity.first - 1
    grown = before >= 0 and "from" in scene.sentence.words[before].roles
    of = before > 0 and "of" in scene.sentence.words[before].roles
    if of and scene.sentence.tags[before - 1] in "nkb":
        return None  # a population of 40,000 and two clinics
    if (
        following is not None
        and following.kind == "number"
        and scene.sentence.tags[quantity.last : following.first] in ("ct" if grown else "c")
    ):
        found = behind(scene.sentence, following)
        return found._replace(phrase=None, adjoins=False) if found is not None else None
    return _sort(scene, quantity)


def _sort(scene: Scene, quantity: Quantity) -> Entity | None:
    """`12 primary and 3 secondary schools`, `4 small, 2 large tents`: the noun of the last sort.

    Each sort must be told by as many words.
    """
    sentence, at = scene.sentence, quantity.last
    told = _SORT.match(sentence.tags, at)
    if told is None:
        return None
    size = len(told[1])
    said = sentence.text(at, at + size)
    for _ in range(MOST_SORTS):
        end = at + size
        other = scene.fact_in(end, end + LONGEST_JOINT)
        if other is None or other.kind != "number":
            return None
        if not _JOINT.fullmatch(sentence.tags, end, other.first):
            return None
        at = other.last
        if set(sentence.tags[at : at + size]) - _SORTS:
            return None
        noun = behind(sentence, other)
        if noun is not None and noun.phrase is not None:
            head = Phrase(at + size, noun.phrase.last)
            if head.first >= head.last:
                return None
            text = f"{said} {sentence.text(head.first, head.last)}"
            lemma = f"{said} {grammar.lemma(sentence, head)}"
            return Entity(text, lemma, None, adjoins=False, counted=True)
    return None


def _acts(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """`402 now work there`, `405 study law`: is what looks like a noun in the singular a verb?"""
    tags = sentence.tags
    if tags[at] == "y":
        return tags[phrase.last - 1] == "b"
    if tags[at : phrase.last] == "bb":
        return "article" not in sentence.words[max(at - 2, 0)].roles  # a four point scale
    return tags[at : phrase.last] in ("bn", "bk")


def _past_abbreviation(sentence: Sentence, phrase: Phrase) -> Phrase:
    """`12 Liberty Party (LP) supporters`: the phrase goes on behind what abbreviates it."""
    if sentence.tags[phrase.last : phrase.last + 3] != "(X)":
        return phrase
    further = grammar.plural_phrase(sentence, phrase.last + 3)
    return phrase if further is None else Phrase(phrase.first, further.last)


def _tells_part(sentence: Sentence, quantity: Quantity, phrase: Phrase) -> bool:
    """`Of these, 12 lost relatives`: does a verb stand behind a part?"""
    part = _PART_OF.search(sentence.tags, 0, quantity.first) is not None
    return part and opens_with_verb(sentence, quantity, phrase)


def opens_with_verb(sentence: Sentence, quantity: Quantity, phrase: Phrase) -> bool:
    """`Of these, 12 lost relatives`, `12 per cent pay taxes`: is its first word a verb?

    So it is where the clause has no other, before or behind.
    """
    tags = sentence.tags
    if phrase.last - phrase.first == 1 or tags[phrase.first] not in ("D", "b"):
        return False
    clause = max(tags.rfind(mark, 0, quantity.first) for mark in ",;:.") + 1
    behind = _CLAUSE_END.search(tags, phrase.last)
    end = behind.start() if behind is not None else len(tags)
    return not _FINITE.search(tags, clause, quantity.first) and not _FINITE.search(
        tags, phrase.last, end
    )


def verbal(sentence: Sentence, phrase: Phrase) -> bool:
    """Is the only word behind a number its verb: `0.55 hides`? Not of `3 trips a day`."""
    tags, last = sentence.tags, phrase.last
    if last - phrase.first != 1:
        return False
    of = phrase.first - 2
    if of > 0 and tags[of] == "o" and "household" in sentence.words[of - 1].roles:
        return tags[phrase.first] == "z"  # a family of five lives
    tag, after = tags[phrase.first], tags[last : last + 1]
    if after == "d" and sentence.words[last].rates and denominators.read(sentence, last):
        return False
    each = after == "d" and "each" in sentence.words[last].roles
    if each and tags[last + 1 : last + 2] not in _NOMINAL:
        return False  # 12 buses with 50 seats each
    if after == "u" and tags[last + 1 : last + 2] in _ACTS:
        return False  # the 52,900 calls we answered
    open_ = after == "j" and tags[last + 1 : last + 2] not in _NOMINAL  # keeps 40 schools open
    return (tag == "z" and after in ("d", "u", "q", "j") and not open_) or (
        tag == "b" and after in ("t", "p", "d", "y", "j", "q", "u")
    )
