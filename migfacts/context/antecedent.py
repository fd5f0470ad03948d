"""What a number counts or measures that has no noun of its own behind it.

The noun before its bracket or colon, the subject of its verb, the noun of the number that it goes
on from, or the head of its column.
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context import among, continued, gapped, gauged, labelled, place, rising
from migfacts.context.noun import Entity, common_plural, entity_of
from migfacts.context.scene import Scene
from migfacts.fact import COUNTS, SHARES
from migfacts.grammar import Phrase
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

#: Tags of verbs that are a bound.
_BOUNDING: Final = frozenset("VDzv")
#: What joins the items of a list with their brackets.
_JOINTS: Final = (")c", "),c", "),")
#: Tags of names and of what joins them.
_NAMES: Final = frozenset("XZ-S")


def shared(scene: Scene, quantity: Quantity) -> Entity | None:
    """The entity of a number that has none of its own behind it."""
    if not _stands_alone(scene.sentence, quantity) or _is_ours(scene.sentence, quantity):
        return None
    if scene.levels(quantity):
        return rising.led_to(scene)
    if _follows_on(scene, quantity):
        last = scene.entities[-1][1]  # by half, from 16 to eight
        own = last._replace(phrase=None, adjoins=False) if last.counted else None
        return continued.read(scene, quantity) or own
    return (
        _bracketed(scene, quantity)
        or labelled.apposed(scene.sentence, quantity)
        or labelled.before(scene.sentence, quantity)
        or labelled.gauged(scene.sentence, quantity)
        or _subject(scene, quantity)
        or rising.compared(scene, quantity)
        or gapped.subject(scene, quantity)
        or _head(scene, quantity)
        or among.opened(scene, quantity)
        or among.served(scene, quantity)
        or continued.read(scene, quantity)
        or scene.header
    )


def measured(scene: Scene, quantity: Quantity) -> Entity | None:
    """`the cost rose to USD 12`, `KES 63 per kilogram (up from KES 60)`: the noun measured."""
    found = _subject(scene, quantity) or gapped.subject(scene, quantity)
    found = found or continued.measured(scene, quantity)
    if found is None and scene.entities and continued.is_near(scene, quantity):
        other, entity = scene.entities[-1]
        if other.kind == quantity.kind:
            found = entity
    labels = scene.sentence.tags.startswith(("):", "D:"), quantity.first - 2)
    if found is None and (labels or scene.sentence.tags.startswith(":", quantity.first - 1)):
        label = labelled.before(scene.sentence, quantity)
        opens = label is not None and label.phrase is not None and label.phrase.first == 0
        found = label if labels or opens else None
    if found is None and scene.header is not None:
        found = scene.header
    return found._replace(phrase=None, adjoins=False) if found is not None else None


def _stands_alone(sentence: Sentence, quantity: Quantity) -> bool:
    """Does no number follow directly? Shares may stand before one: `4 per cent three times`."""
    at, others = quantity.last, "$%" if quantity.kind in SHARES else "#w$%"
    return at >= len(sentence.tags) or sentence.tags[at] not in others


def _is_ours(sentence: Sentence, quantity: Quantity) -> bool:
    """`nine out of ten of us`: is it a part of those who speak?"""
    theirs = sentence.tags.startswith("ou", quantity.last)
    return theirs and "we" in sentence.words[quantity.last + 1].roles


def _follows_on(scene: Scene, quantity: Quantity) -> bool:
    """`rose by 30 camps to 120`, `460 cars, compared with 63`: the number goes on from another."""
    if not scene.entities:
        return False
    other = scene.entities[-1][0]
    sentence, before = scene.sentence, quantity.first - 1
    changed = scene.before.changed is not None and scene.before.changed[0] == other.last
    by_share = changed and sentence.tags[other.last : before] == ","  # by half, from 16 to eight
    same = by_share or (other.kind in SHARES) == (quantity.kind in SHARES)
    if not same or other.kind not in COUNTS | SHARES or other.last > before:
        return False
    linked = sentence.words[before].roles & {"from", "with", "to"}
    if not linked or ("to" in linked and other.last != before):
        return False
    return other.last == before or grammar.measuring_verb(sentence, quantity.first) is None


def _bracketed(scene: Scene, quantity: Quantity) -> Entity | None:
    """`212 (48 per cent)`, `female-headed households (51 per cent)`, `Borno (12) and Yobe (7)`."""
    sentence, before = scene.sentence, quantity.first - 1
    while before > 1 and sentence.tags[before] in "ypt":
        before -= 1  # (down from 57%)
    if before < 1 or sentence.tags[before] not in "([":
        return None
    if quantity.per is not None and scene.entities and scene.entities[-1][0].per is not None:
        return scene.entities[-1][1]._replace(phrase=None, adjoins=False, counted=False)
    if sentence.tags[quantity.last : quantity.last + 2] in (")o", "]o"):  # most (91%) of them
        inner = grammar.partitive(sentence, quantity.last + 1)
        phrase = grammar.counted_phrase(sentence, inner) if inner is not None else None
        if phrase is not None:
            return entity_of(sentence, phrase)._replace(phrase=None)
    for other, entity in reversed(scene.entities):
        if other.last == before or (entity.phrase is not None and entity.phrase.last == before):
            return entity._replace(phrase=None, adjoins=False)
    nearest = scene.fact_before(before)
    if nearest is not None and nearest.last == before:
        return continued.read(scene, quantity)
    phrase = scene.clauses.phrase_before(before)
    own = phrase is not None and (not _is_name(sentence, phrase) or _lists(scene, phrase))
    if phrase is not None and own and common_plural(sentence, phrase.last - 1):
        named = sentence.tags[phrase.first] in _NAMES and sentence.tags[before - 1] != "Z"
        listed = _listed(scene, phrase) if named else None
        return listed if listed is not None else entity_of(sentence, phrase)
    if phrase is not None and own and _lists_nouns(scene, before):
        return entity_of(sentence, phrase)
    inherited = continued.read(scene, quantity) or _resumed(scene, quantity)
    inherited = inherited or _topic(scene, phrase, before)
    return inherited or (entity_of(sentence, phrase) if phrase is not None and own else None)


def _is_name(sentence: Sentence, phrase: Phrase) -> bool:
    """`Borno (12)`, `Upper Nile State (8)`, `the highest rise (5%)`: is it not what is counted?"""
    words, tags = sentence.words[phrase.first : phrase.last], sentence.tags
    head = words[-1]
    if head.lower in sentence.lang.changes.nouns:
        return True
    if "territory" in head.roles and any(word.capital for word in words[:-1]):
        return True
    plural = common_plural(sentence, phrase.last - 1)
    return tags[phrase.last - 1] in _NAMES and not plural


def _resumed(scene: Scene, quantity: Quantity) -> Entity | None:
    """What the sentence before counted: `They live in Borno (12%)`, `The rise in Yobe (8%)`."""
    sentence = scene.sentence
    carried = scene.carried.get(quantity.kind in SHARES)
    at = grammar.skip_determiners(sentence, 0)
    if carried is None or at >= len(sentence.words):
        return None
    if at == 0:
        resumes = sentence.tags[0] == "u"
    else:
        deictic = "deictic" in sentence.words[0].roles and sentence.tags[at] in "vVxD"
        resumes = deictic or sentence.words[at].lower in sentence.lang.changes.nouns
    return carried._replace(phrase=None, adjoins=False) if resumes else None


def _listed(scene: Scene, phrase: Phrase) -> Entity | None:
    """`youths in Centre (150) and West regions (100)`: that of a list of names in brackets."""
    if not scene.entities or scene.entities[-1][1].phrase is not None:
        return None
    other, entity = scene.entities[-1]
    between = scene.sentence.tags[other.last : phrase.first]
    return entity if between in _JOINTS else None


def _lists(scene: Scene, phrase: Phrase) -> bool:
    """`Health (9 per cent) and Education (4 per cent)`: is a name one of a list, and no place?"""
    if not scene.entities or place.known(scene.sentence, phrase.first) is not None:
        return False
    between = scene.sentence.tags[scene.entities[-1][0].last : phrase.first]
    return between in _JOINTS and _lists_nouns(scene, phrase.last)


def _lists_nouns(scene: Scene, before: int) -> bool:
    """`airstrikes (41%) and shelling (41%)`: had the bracket before this one a noun of its own?"""
    if not scene.entities:
        return False
    other, entity = scene.entities[-1]
    if entity.phrase is None or scene.fact_before(before) is not other:
        return False
    return entity.phrase.last == other.first - 1 and scene.sentence.tags[other.first - 1] in "(["


def _topic(scene: Scene, named: Phrase | None, end: int) -> Entity | None:
    """What a list of bracketed numbers is about: `cases were reported from Edo (10), Ondo (12)`.

    The noun on which the name before the bracket hangs (`respondents in Gubio camp (39%)`), else
    the subject of its verb (`arrests were in Homs (9)`), else the first plural of the sentence.
    """
    sentence = scene.sentence
    phrase = None
    at = grammar.before_preposition(sentence, named.first) if named is not None else None
    if at is not None:
        phrase = scene.clauses.phrase_before(at)
        if phrase is None or not common_plural(sentence, phrase.last - 1):
            verb = scene.clauses.verb_before(at)
            ends = verb is not None and verb[1] == at
            phrase = grammar.subject_phrase(sentence, verb[0]) if verb and ends else None
            if phrase is not None and not common_plural(sentence, phrase.last - 1):
                phrase = None
    phrase = phrase or grammar.first_plural(sentence, end)
    return entity_of(sentence, phrase)._replace(phrase=None) if phrase is not None else None


def _subject(scene: Scene, quantity: Quantity) -> Entity | None:
    """`Cholera cases fell to 300`, `the number of deaths is 12`, `prices rose in May by 9%`."""
    if scene.sentence.tags.startswith("ou", quantity.last):
        return None  # we reached 34 million of them
    raised = scene.clauses.raised(quantity.first)
    if raised is not None and raised[1] is not None:
        return entity_of(scene.sentence, raised[1])._replace(phrase=None)
    sentence = scene.sentence
    taking = quantity.kind in ("money", "measure", "duration", "percent")
    verb = grammar.measuring_verb(sentence, quantity.first, taking=taking)
    if verb is None and sentence.tags[quantity.first] in _BOUNDING:
        verb = quantity.first  # deportations exceeded 40,000
    if verb is None:
        verb = rising.changing_verb(scene, quantity.first)
    if verb is None and quantity.kind == "percent":
        verb = gauged.standing_verb(scene, quantity.first)
    if verb is None:
        return gauged.put(scene, quantity.first)
    phrase = grammar.subject_phrase(sentence, verb)
    over = scene.fact_over(phrase) if phrase is not None else None
    if over is not None:
        own = next((entity for other, entity in scene.entities if other is over), None)
        if own is not None:
            return own._replace(phrase=None)  # SSP 2,870/kg, which is
    if phrase is None and verb > 0 and sentence.tags[verb - 1] == "c":
        earlier = scene.clauses.verb_before(verb - 1)  # it lasts six weeks and costs EUR 120
        phrase = grammar.subject_phrase(sentence, earlier[0]) if earlier is not None else None
    if phrase is None or (quantity.kind == "number" and _is_name(sentence, phrase)):
        return None  # Nepal was at 95
    return entity_of(sentence, phrase)


def _head(scene: Scene, quantity: Quantity) -> Entity | None:
    """`a case fatality rate of 1.9%`, `a decrease of 20% in their income`."""
    sentence = scene.sentence
    words, changes = sentence.words, sentence.lang.changes.nouns
    inside = rising.changed(sentence, quantity)
    if inside is not None:
        return inside
    at = quantity.first - 1
    if at < 1 or "of" not in words[at].roles:
        return None
    phrase = grammar.phrase_before(sentence, at)
    if phrase is None or grammar.says_how_many(sentence, phrase):
        return None
    nearest = scene.fact_before(at)
    if nearest is not None and nearest.last == at:
        return None  # 10 per cent of 22
    bare = phrase.last - phrase.first == 1 and words[phrase.first].lower in changes
    return None if bare else entity_of(sentence, phrase)._replace(counted=False)
