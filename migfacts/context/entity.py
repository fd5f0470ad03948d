"""entity: what is counted, shared out or paid for.

Behind a number the counted noun phrase, up to its head; behind `of` where the number takes a part
of it; before the number where it stands in brackets, behind a colon, or as the subject of a verb
such as `rose to`. A number that has none of its own shares that of the number it continues.
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context import antecedent, counted, measured
from migfacts.context.noun import Entity, entity_of
from migfacts.context.scene import Scene
from migfacts.fact import SHARES
from migfacts.grammar import Phrase
from migfacts.kept.patterns import precompiled
from migfacts.numerals.numeral import ONE
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_ITEM_ENDS: Final = frozenset((",", "c", ".", "E", ")", ";", ""))
#: `70 per cent are Syrian and`, up to the next share.
_PREDICATED: Final = precompiled(r"[%kz]x[jDnNkKXZzb]{1,4}(?:,?c|,)[yd]{0,2}\Z")
#: The name that a phrase ends with, behind a verb: `said | Ahmed Ali`.
_NAME: Final = precompiled(r"(?<=[vVDz])[XZ-]+\Z")
#: In tokens.
LONGEST_RAISED: Final = 12
#: `has`, `is expected to`, `may`, `is likely to`, `threatens to`: up to what is said to double.
_RAISED: Final = precompiled(r"(?:[xmy]{0,4}(?:x[yg]?[Djb]|[vVz])(?=t))?[xmyt]{0,6}\Z")
_MULTIPLES: Final = frozenset(("digits", "words", "range", "multiple"))


def read(scene: Scene, quantity: Quantity) -> Entity | None:
    """The entity of a quantity, or None."""
    sentence = scene.sentence
    if quantity.kind == "date":
        return None
    if quantity.kind == "age":
        return _aged(scene, quantity)
    if quantity.noun is not None:
        at = quantity.last
        initial = sentence.words[at].text
        return Entity(initial, quantity.noun, Phrase(at, at + 1), adjoins=True, counted=True)
    if quantity.kind == "number":
        found = None if _is_sort(scene, quantity) else counted.behind(sentence, quantity)
        found = found or counted.past_age(scene, quantity) or _of(scene, quantity)
        found = found or counted.ahead(scene, quantity)
        return found or antecedent.shared(scene, quantity)
    if quantity.kind in SHARES:
        if quantity.kind == "ratio" and _multiple(quantity):
            return _multiplied(sentence, quantity)
        return _share(scene, quantity) or antecedent.shared(scene, quantity)
    if quantity.kind == "money":
        return _money(scene, quantity) or antecedent.measured(scene, quantity)
    if quantity.kind == "ordinal":
        return _ranked(sentence, quantity)
    found = _of(scene, quantity) or measured.described(sentence, quantity)
    found = found or measured.behind(sentence, quantity)
    return found or antecedent.measured(scene, quantity)


def _aged(scene: Scene, quantity: Quantity) -> Entity | None:
    """`children aged 6 to 59 months`, `girls (12–17)`, `a 31-year-old man`: who is of an age."""
    sentence, end = scene.sentence, quantity.first
    end -= end > 0 and sentence.tags[end - 1] in "(,"
    phrase = scene.clauses.phrase_before(end)
    over = scene.fact_over(phrase) if phrase is not None else None
    if phrase is not None and (
        phrase.last - 1 in scene.numbers or (over is not None and over.kind in SHARES)
    ):
        return None  # 6 per cent aged 60
    if phrase is None:
        phrase = grammar.singular_phrase(sentence, quantity.last)
        phrase = phrase or grammar.plural_phrase(sentence, quantity.last)
        if phrase is None or phrase.first != quantity.last or sentence.tags[phrase.first] == "z":
            return None  # the 65-year-old | worries
    named = _NAME.search(sentence.tags, phrase.first, phrase.last)
    if named is not None:
        phrase = Phrase(named.start(), phrase.last)  # said Ahmed, 23
    return entity_of(sentence, phrase)._replace(phrase=None)


def _multiple(quantity: Quantity) -> bool:
    """`three times`, `doubled` are shares of nothing; `a quarter to a third` are."""
    items = quantity.numeral.items
    return quantity.numeral.form in _MULTIPLES and not (items and items[0].form == "fraction")


def _multiplied(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`Arrivals have doubled`, `it doubled its budget`: what is multiplied; `twice` has none."""
    if not grammar.multiplies(sentence, quantity.numeral.first, quantity.first):
        return None
    at = grammar.skip_determiners(sentence, quantity.last)
    phrase = grammar.noun_phrase(sentence, at)
    if phrase is None or phrase.first > at or _timely(sentence, phrase):  # it doubled its budget
        start = max(quantity.first - LONGEST_RAISED, 0)
        verb = _RAISED.search(sentence.tags, start, quantity.first)
        phrase = grammar.subject_phrase(sentence, verb.start() if verb else quantity.first)
    if phrase is None or sentence.tags.startswith("o", phrase.last):
        return None  # the number of those in Phase 5
    if sentence.words[phrase.last - 1].lower in sentence.lang.changes.nouns:
        return None  # an eightfold increase
    return entity_of(sentence, phrase)._replace(phrase=None)


def heading(sentence: Sentence, at: int = 0) -> Entity | None:
    """The noun phrase of a column's head from a token on: `Schools closed`."""
    phrase = grammar.plural_phrase(sentence, at) or grammar.noun_phrase(sentence, at)
    return entity_of(sentence, phrase)._replace(phrase=None) if phrase is not None else None


def _is_sort(scene: Scene, quantity: Quantity) -> bool:
    """`12 boats: seven wooden, three rubber`: does it count the boats, of a sort it names?"""
    tags, at = scene.sentence.tags, quantity.last
    if quantity.value == ONE or not scene.entities or not scene.entities[-1][1].counted:
        return False
    listed = quantity.first > 0 and tags[quantity.first - 1] in ",:(c"
    return listed and tags[at : at + 1] in ("n", "k", "b") and tags[at + 1 : at + 2] in _ITEM_ENDS


def _of(scene: Scene, quantity: Quantity) -> Entity | None:
    """`thirty of the largest economies`, `3,000 tons of food`, `450 of the 900 tents`."""
    sentence = scene.sentence
    at = grammar.past_bracket(sentence, quantity.last)
    if sentence.tags[at : at + 1] == "d" and sentence.tags[at + 2 : at + 3] == "o":
        number = grammar.counted_phrase(sentence, at)  # bringing to 1,284 the number of migrants
        if number is not None and number.first > at + 2:
            return entity_of(sentence, number)._replace(phrase=None)
    if sentence.tags[at : at + 2] == "po" and "out" in sentence.words[at].roles:
        at += 1  # 22 out of the 243 households
    opened = grammar.partitive(sentence, at)
    if opened is None:
        return None
    at = opened
    whole = scene.fact_in(at, at + 2)
    if whole is not None and whole.kind in ("number", "money"):
        at = grammar.past_bracket(sentence, whole.last)
    phrase = None
    if whole.value != ONE if whole is not None else quantity.kind == "number":
        phrase = grammar.plural_phrase(sentence, at)  # 82 of the health posts in the hills
    phrase = phrase or grammar.counted_phrase(sentence, at)
    return entity_of(sentence, phrase) if phrase is not None else None


def _share(scene: Scene, quantity: Quantity) -> Entity | None:
    """`50 per cent of health facilities`, `one in five migrants`, `half the population`."""
    sentence = scene.sentence
    found = _of(scene, quantity)
    if found is not None:
        return found
    items = quantity.numeral.items
    if quantity.numeral.form == "ratio" and items and items[1].first - items[0].last in (2, 3):
        noun = Phrase(items[0].last, items[1].first - 1)  # one child in five
        if sentence.tags[noun.first] not in "p(o":
            return entity_of(sentence, noun)._replace(phrase=None)
    if "every" in sentence.words[quantity.first].roles:
        noun_ = grammar.singular_phrase(sentence, quantity.last)
        return entity_of(sentence, noun_) if noun_ is not None else None
    if quantity.kind == "ratio" and quantity.numeral.form != "multiple":
        at = grammar.past_bracket(sentence, quantity.last)
        at = grammar.skip_determiners(sentence, at)
        phrase = grammar.plural_phrase(sentence, at)
        if phrase is None and at > quantity.last:
            phrase = grammar.noun_phrase(sentence, at)
        if phrase is not None:
            return entity_of(sentence, phrase)
    return _attributed(sentence, quantity) or _ahead(scene, quantity)


def _attributed(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`a 5 per cent contribution`, `26 per cent GAM cases`; of `a 12 per cent rise` no rise."""
    if quantity.kind != "percent" or _PREDICATED.search(sentence.tags, 0, quantity.first):
        return None
    at, before = quantity.last, quantity.first - 1
    while before >= 0 and sentence.tags[before] == "j":
        before -= 1
    phrase = grammar.plural_phrase(sentence, at)
    if phrase is None and before >= 0 and sentence.tags[before] == "d":
        phrase = grammar.singular_phrase(sentence, at)
    if phrase is None or counted.verbal(sentence, phrase) or _timely(sentence, phrase):
        return None
    if counted.opens_with_verb(sentence, quantity, phrase):
        return None
    following = sentence.words[phrase.last : phrase.last + 1]
    if following and "gauge" in following[0].roles:
        phrase = Phrase(phrase.first, phrase.last + 1)  # the 28 per cent recognition rate
    if sentence.tags[phrase.first] == "D" and phrase.last - phrase.first > 1:
        return None  # 50 per cent sent letters
    table = sentence.lang.changes
    said = [word.lower for word in sentence.words[phrase.first : phrase.last]]
    if any(word in table.nouns or word in table.comparatives for word in said):
        return None
    return entity_of(sentence, phrase)


def _ahead(scene: Scene, quantity: Quantity) -> Entity | None:
    """`43 per cent and 27 per cent of the wells`: that of the next."""
    following = scene.fact_in(quantity.last, quantity.last + 3)
    if following is None or following.kind != quantity.kind:
        return None
    if scene.sentence.tags[quantity.last : following.first] not in ("c", ",", ",c"):
        return None
    found = _share(scene, following)
    return found._replace(phrase=None, adjoins=False) if found is not None else None


def _money(scene: Scene, quantity: Quantity) -> Entity | None:
    """`USD 40 million in remittances`, `a USD 3 million appeal`, `an appeal of USD 3 million`."""
    sentence = scene.sentence
    words, tags, at = sentence.words, sentence.tags, quantity.last
    located = tags[at + 1 : at + 2] == "d" and at < len(words) and "in" in words[at].roles
    if at < len(words) and words[at].roles & {"in", "of"} and not located:  # earn $200 in the camps
        phrase = grammar.noun_phrase(sentence, at + 1)
        if (
            phrase is not None
            and tags[phrase.last - 1] not in "XZ"
            and not _timely(sentence, phrase)
        ):
            return entity_of(sentence, phrase)
    before = quantity.first - 1
    if before >= 0 and tags[before] == "d" and at < len(words):
        phrase = grammar.singular_phrase(sentence, at) or grammar.plural_phrase(sentence, at)
        if phrase is not None and not _timely(sentence, phrase):
            return entity_of(sentence, phrase)
    if before >= 0 and words[before].roles & {"of", "for", "at", "worth"}:
        phrase = scene.clauses.phrase_before(before)
        other = scene.fact_before(before)
        if phrase is not None and other is not None and other.last > phrase.first:
            return None  # USD 14 M of USD 38 M
        if phrase is None or grammar.says_how_many(sentence, phrase):
            return None
        grown = words[phrase.last - 1].lower in sentence.lang.changes.nouns
        if grown and tags[max(phrase.first - 2, 0)] == "," and scene.entities:
            last, entity = scene.entities[-1]  # EUR 412 million, an increase of EUR 95 million
            return entity._replace(phrase=None) if last is other else None
        if tags[phrase.first - 1 : phrase.last] == ",z":
            return None  # the appeal, revised in May, calls for
        if "at" in words[before].roles and "gauge" not in words[phrase.last - 1].roles:
            return None  # rice at USD 2, but a price at USD 2
        return entity_of(sentence, phrase)
    return None


def _timely(sentence: Sentence, phrase: Phrase) -> bool:
    """`in the same year`, `in the course of the year`, `last year`: does it tell of when?"""
    at, heads = phrase.last, [phrase]
    if sentence.tags[at : at + 1] == "o":
        heads.append(grammar.noun_phrase(sentence, at + 1) or phrase)
    return any(sentence.lang.units.is_time(sentence.words[each.last - 1].lower) for each in heads)


def _ranked(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`the fourth and final prerequisite`, `the 21st session`."""
    at, tags = quantity.last, sentence.tags
    if at + 1 < len(tags) and tags[at] == "c" and tags[at + 1] in "jO":
        at += 2
    phrase = grammar.noun_phrase(sentence, at)
    if phrase is None or phrase.first != at:
        return None
    return entity_of(sentence, phrase)
