"""entity: what is counted, shared out or paid for.

Behind a number the counted noun phrase, up to its head; behind `of` where the number takes a part
of it; before the number where it stands in brackets, behind a colon, or as the subject of a verb
such as `rose to`. A number that has none of its own shares that of the number it continues.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.grammar import Phrase
from migfacts.numerals.numeral import ONE
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_SHARES: Final = frozenset(("percent", "ratio"))
_NO_ENTITY: Final = frozenset(("date", "age"))
_COUNTS: Final = frozenset(("number", "count"))
_MULTIPLES: Final = frozenset(("digits", "words", "range", "multiple"))
_PLURAL: Final = frozenset("NKZz")


class Entity(NamedTuple):
    """A counted noun phrase as written and with its head made singular.

    `phrase` is where it stands, None where it was taken over from another number; `adjoins` says
    that it belongs to the fact's text; `counted` that it is a plural, so that a number is a count.
    """

    text: str
    lemma: str
    phrase: Phrase | None
    adjoins: bool
    counted: bool


def read(scene: Scene, quantity: Quantity) -> Entity | None:
    """The entity of a quantity, or None."""
    sentence = scene.sentence
    if quantity.kind in _NO_ENTITY:
        return None
    if quantity.kind == "number":
        found = _counted(sentence, quantity) or _of(scene, quantity)
        return found or _shared(scene, quantity)
    if quantity.kind in _SHARES:
        if quantity.kind == "ratio" and _multiple(quantity):
            return None
        return _share(scene, quantity) or _shared(scene, quantity)
    if quantity.kind == "money":
        return _money(sentence, quantity) or _measured(scene, quantity)
    if quantity.kind == "ordinal":
        return _ranked(sentence, quantity)
    return _of(scene, quantity) or _measured(scene, quantity)


def _entity(sentence: Sentence, phrase: Phrase, *, adjoins: bool = False) -> Entity:
    counted = sentence.tags[phrase.last - 1] in _PLURAL
    text = sentence.text(phrase.first, phrase.last)
    return Entity(text, grammar.lemma(sentence, phrase), phrase, adjoins, counted)


def _multiple(quantity: Quantity) -> bool:
    """`three times`, `doubled` are shares of nothing; `a quarter to a third` are."""
    items = quantity.numeral.items
    return quantity.numeral.form in _MULTIPLES and not (items and items[0].form == "fraction")


def heading(sentence: Sentence) -> Entity | None:
    """The noun phrase of a column's head: `Schools closed`."""
    phrase = grammar.plural_phrase(sentence, 0) or grammar.noun_phrase(sentence, 0)
    return _entity(sentence, phrase)._replace(phrase=None) if phrase is not None else None


def _counted(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`8,500 people`, `175 member states`, `a 50-bed hospital`, `two (2) deaths`."""
    at = quantity.last
    tags = sentence.tags
    if tags[at : at + 3] == "(#)":
        phrase = grammar.plural_phrase(sentence, at + 3)
        return _entity(sentence, phrase) if phrase is not None else None
    if at >= len(tags):
        return None
    compound = sentence.past_hyphen(at)
    if compound > at:
        if tags[compound : compound + 1] not in ("n", "k", "b"):
            return None
        return _entity(sentence, Phrase(compound, compound + 1), adjoins=True)
    if sentence.words[at].roles & {"deictic", "of", "each"}:
        return None
    phrase = None
    if quantity.value != ONE:
        phrase = grammar.plural_phrase(sentence, at)
    if phrase is None and quantity.last == quantity.numeral.last:
        phrase = grammar.singular_phrase(sentence, at)
    if phrase is None or _verbal(tags, phrase):
        return None
    start = phrase.first
    while start < phrase.last - 1 and "further" in sentence.words[start].roles:
        start += 1
    return _entity(sentence, Phrase(start, phrase.last), adjoins=True)


def _of(scene: Scene, quantity: Quantity) -> Entity | None:
    """`thirty of the largest economies`, `3,000 tons of food`, `450 of the 900 tents`."""
    sentence = scene.sentence
    at = grammar.partitive(sentence, quantity.last)
    if at is None:
        return None
    whole = scene.fact_in(at, at + 2)
    if whole is not None and whole.kind == "number":
        at = whole.last
    phrase = grammar.noun_phrase(sentence, at)
    return _entity(sentence, phrase) if phrase is not None else None


def _share(scene: Scene, quantity: Quantity) -> Entity | None:
    """`50 per cent of health facilities`, `one in five migrants`, `half the population`."""
    sentence = scene.sentence
    found = _of(scene, quantity)
    if found is not None:
        return found
    if quantity.kind == "ratio" and quantity.numeral.form != "multiple":
        at = grammar.skip_determiners(sentence, quantity.last)
        phrase = grammar.plural_phrase(sentence, at)
        if phrase is None and at > quantity.last:
            phrase = grammar.noun_phrase(sentence, at)
        if phrase is not None:
            return _entity(sentence, phrase)
    return None


def _money(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`USD 40 million in remittances`, `a USD 3 million appeal`, `an appeal of USD 3 million`."""
    words, tags, at = sentence.words, sentence.tags, quantity.last
    if at < len(words) and words[at].roles & {"in", "of"}:
        phrase = grammar.noun_phrase(sentence, at + 1)
        if phrase is not None and tags[phrase.last - 1] not in "XZ":
            return _entity(sentence, phrase)
    before = quantity.first - 1
    if before >= 0 and tags[before] == "d" and at < len(words):
        phrase = grammar.singular_phrase(sentence, at) or grammar.plural_phrase(sentence, at)
        if phrase is not None:
            return _entity(sentence, phrase)
    if before >= 0 and words[before].roles & {"of", "for"}:
        phrase = grammar.phrase_before(sentence, before)
        if phrase is not None:
            return _entity(sentence, phrase)
    return None


def _ranked(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`the fourth and final prerequisite`, `the 21st session`."""
    at, tags = quantity.last, sentence.tags
    if at + 1 < len(tags) and tags[at] == "c" and tags[at + 1] in "jO":
        at += 2
    phrase = grammar.noun_phrase(sentence, at)
    if phrase is None or phrase.first != at:
        return None
    return _entity(sentence, phrase)


def _measured(scene: Scene, quantity: Quantity) -> Entity | None:
    """`the cost rose to USD 12`, `KES 63 per kilogram (up from KES 60)`: the noun measured."""
    found = _subject(scene, quantity)
    if found is None and scene.entities and _near(scene, quantity):
        other, entity = scene.entities[-1]
        if other.kind == quantity.kind:
            found = entity
    if found is None and scene.header is not None:
        found = scene.header
    return found._replace(phrase=None, adjoins=False) if found is not None else None


def _near(scene: Scene, quantity: Quantity) -> bool:
    """Do only prepositions, marks and words of change stand between a number and the one before?"""
    between = scene.sentence.tags[scene.entities[-1][0].last : quantity.first]
    return len(between) <= 4 and not set(between) & set("NKZznkXvVDE;")


def _shared(scene: Scene, quantity: Quantity) -> Entity | None:
    """The entity of a number that has none of its own behind it."""
    if not _stands_alone(scene.sentence, quantity):
        return None
    if _follows_on(scene, quantity):
        return _continued(scene, quantity)
    return (
        _bracketed(scene, quantity)
        or _labelled(scene.sentence, quantity)
        or _subject(scene, quantity)
        or _head(scene, quantity)
        or _continued(scene, quantity)
        or scene.header
    )


def _stands_alone(sentence: Sentence, quantity: Quantity) -> bool:
    """Does no noun follow the number directly?"""
    at = quantity.last
    return at >= len(sentence.tags) or sentence.tags[at] not in "#w$%"


def _verbal(tags: str, phrase: Phrase) -> bool:
    """Is the only word behind a number its verb: `0.55 hides`, `0.4 to 0.6 point to`?"""
    if phrase.last - phrase.first != 1:
        return False
    tag, after = tags[phrase.first], tags[phrase.last : phrase.last + 1]
    return (tag == "z" and after in ("d", "u", "q", "j")) or (
        tag == "b" and after in ("t", "p", "d", "y", "j", "q", "u")
    )


def _follows_on(scene: Scene, quantity: Quantity) -> bool:
    """`rose by 30 camps to 120`, `460 cars, compared with 63`: the number goes on from another."""
    if not scene.entities:
        return False
    other = scene.entities[-1][0]
    same = (other.kind in _SHARES) == (quantity.kind in _SHARES)
    sentence, before = scene.sentence, quantity.first - 1
    if not same or other.kind not in _COUNTS | _SHARES or other.last > before:
        return False
    linked = sentence.words[before].roles & {"from", "with", "to"}
    return bool(linked) and (other.last == before or "to" not in linked)


def _bracketed(scene: Scene, quantity: Quantity) -> Entity | None:
    """`212 (48 per cent)`, `female-headed households (51 per cent)`, `Borno (12) and Yobe (7)`."""
    sentence, before = scene.sentence, quantity.first - 1
    while before > 1 and sentence.tags[before] in "ypt":
        before -= 1  # (down from 57%)
    if before < 1 or sentence.tags[before] not in "([":
        return None
    for other, entity in reversed(scene.entities):
        if other.last == before or (entity.phrase is not None and entity.phrase.last == before):
            return entity._replace(phrase=None, adjoins=False)
    phrase = grammar.phrase_before(sentence, before)
    if phrase is not None and sentence.tags[phrase.last - 1] in "NK":
        return _entity(sentence, phrase)
    inherited = _continued(scene, quantity) or _topic(sentence, before)
    if inherited is not None:
        return inherited
    return _entity(sentence, phrase) if phrase is not None else None


def _topic(sentence: Sentence, end: int) -> Entity | None:
    """What a list of bracketed numbers is about: `cases were reported from Edo (10), Ondo (12)`."""
    phrase = grammar.first_plural(sentence, end)
    return _entity(sentence, phrase)._replace(phrase=None) if phrase is not None else None


def _labelled(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """`Staff: 45`: the plural noun before a colon."""
    before = quantity.first - 1
    if before < 1 or sentence.tags[before] != ":":
        return None
    phrase = grammar.phrase_before(sentence, before)
    if phrase is None or sentence.tags[phrase.last - 1] not in _PLURAL:
        return None
    return _entity(sentence, phrase)


def _subject(scene: Scene, quantity: Quantity) -> Entity | None:
    """`Cholera cases fell to 300`, `the number of deaths is 12`, `prices rose in May by 9%`."""
    sentence = scene.sentence
    verb = grammar.measuring_verb(sentence, quantity.first)
    if verb is None:
        verb = _changing_verb(scene, quantity.first)
    if verb is None:
        return None
    phrase = grammar.subject_phrase(sentence, verb)
    return _entity(sentence, phrase) if phrase is not None else None


def _changing_verb(scene: Scene, first: int) -> int | None:
    """The verb of change whose number stands further on: `prices rose in May 2024 by 9%`."""
    found = scene.clauses.verb_before(first)
    if found is None or scene.fact_in(found[1], first) is not None:
        return None
    words, verbs = scene.sentence.words, scene.sentence.lang.changes.verbs
    start, end = found
    return start if any(word.lower in verbs for word in words[start:end]) else None


def _head(scene: Scene, quantity: Quantity) -> Entity | None:
    """`a case fatality rate of 1.9%`, `a decrease of 20% in their income`."""
    sentence = scene.sentence
    words, changes = sentence.words, sentence.lang.changes.nouns
    inside = _changed(sentence, quantity)
    if inside is not None:
        return inside
    at = quantity.first - 1
    if at < 1 or "of" not in words[at].roles:
        return None
    phrase = grammar.phrase_before(sentence, at)
    if phrase is None or "counter" in words[phrase.last - 1].roles:
        return None
    bare = phrase.last - phrase.first == 1 and words[phrase.first].lower in changes
    return None if bare else _entity(sentence, phrase)._replace(counted=False)


def _changed(sentence: Sentence, quantity: Quantity) -> Entity | None:
    """What a rise or fall is a rise or fall in: `a 49 per cent drop in the value of the currency`."""
    words, changes = sentence.words, sentence.lang.changes.nouns
    at = quantity.last
    before = quantity.first - 1
    named = before > 0 and "of" in words[before].roles and words[before - 1].lower in changes
    while at < len(words) and at - quantity.last < 2 and words[at].lower in changes:
        named, at = True, at + 1
    if not named or at >= len(words) or "in" not in words[at].roles:
        return None
    phrase = grammar.noun_phrase(sentence, at + 1)
    return _entity(sentence, phrase)._replace(phrase=None) if phrase is not None else None


def _continued(scene: Scene, quantity: Quantity) -> Entity | None:
    """`7 per cent begged and 6 per cent sold their land`: the entity of the number before."""
    kinds = _SHARES if quantity.kind in _SHARES else _COUNTS
    for other, entity in reversed(scene.entities):
        if other.kind in kinds:
            return entity._replace(phrase=None, adjoins=False)
        if quantity.kind in _SHARES and other.kind in _COUNTS:
            return entity._replace(phrase=None, adjoins=False)
    carried = scene.carried.get(quantity.kind in _SHARES)
    if carried is None or quantity is not scene.facts[0]:
        return None
    at = quantity.last
    tags = scene.sentence.tags
    if at < len(tags) and tags[at] in "vVDxmyzr":
        return carried._replace(phrase=None, adjoins=False)
    return None
