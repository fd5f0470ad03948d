"""The noun of the number before, which a number without one goes on from."""

from __future__ import annotations

from typing import Final, TypeAlias

from migfacts import grammar
from migfacts.context import unlike
from migfacts.context.noun import Entity
from migfacts.context.scene import Scene
from migfacts.fact import COUNTS, SHARES
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity

#: A number with its noun.
Counted: TypeAlias = tuple[Quantity, Entity]
#: Behind the number of an aside its comma stands within so many tokens.
LONGEST_ASIDE: Final = 5
#: How many tokens may stand between two numbers that are near, and which of them part them.
FARTHEST: Final = 4
#: How many between what something rose from and what it rose to, and what parts these.
LONGEST_COURSE: Final = 9
_PARTED: Final = precompiled("[v;:E]")
_APART: Final = frozenset("NKZznkXvVDE;")
_VERBS: Final = frozenset("vVDxm")
#: Roles of the participles that may do so: `up 3 per cent, reaching 40 dollars`.
_MEASURES: Final = frozenset(("measuring", "taking"))
#: And how many between a number and its noun: `96 kg of the`.
OWN: Final = 2


def read(scene: Scene, quantity: Quantity) -> Entity | None:
    """`7 per cent begged and 6 per cent sold their land`: the entity of the number before.

    `40 cases in two states (Edo – 30, Ondo – 10)`: not that which the bracket breaks down.
    """
    kinds = SHARES if quantity.kind in SHARES else COUNTS
    opened = scene.sentence.tags.rfind("(", 0, quantity.first)
    named = opened >= 0 and scene.sentence.words[opened + 1].capital
    broken = named and ")" not in scene.sentence.tags[opened : quantity.first]
    acts = scene.sentence.tags[quantity.last : quantity.last + 1] in _VERBS
    near = bool(scene.entities) and is_near(scene, quantity) and not acts
    alike = [
        (other, entity)
        for other, entity in scene.entities
        if other.kind in kinds
        and other.noun is None
        and (kinds is SHARES or entity.counted or near or _is_noun(scene, other, entity))
        and not (broken and scene.hangs(other))
        and not _is_aside(scene, other)
    ]
    if not alike and quantity.kind in SHARES:
        alike = [
            (other, entity)
            for other, entity in scene.entities
            if other.kind in COUNTS and (entity.counted or not entity.adjoins)  # no 5-point scale
        ]
        alike = _free(scene, alike)
        grown = scene.sentence.words[quantity.first - 1].lower
        if not alike and scene.entities and grown in scene.sentence.lang.changes.adverbs:
            alike = scene.entities[-1:]  # sold at USD 9, down 3 per cent
    if (
        not alike
        and scene.entities
        and scene.sentence.tags[quantity.first - 2 : quantity.first] == ",c"
    ):
        alike = scene.entities[-1:]  # one in 27 people, or 281 million
    last = quantity.last
    if scene.sentence.tags.startswith("ou", last):  # 400 families in 12 camps, half of them
        alike = _free(scene, alike)
    whom = scene.sentence.tags.startswith("or", last) and alike
    if whom and "whom" in scene.sentence.words[last + 1].roles:
        people = scene.sentence.lang.ages.people
        nouns = [entity for _, entity in alike]
        theirs = [each for each in nouns if each.text.rpartition(" ")[2].lower() in people]
        whole = theirs[-1] if theirs else scene.carries(shares=False) or nouns[-1]
        return whole._replace(phrase=None, adjoins=False)  # 300 teachers in 12 camps, 40 of whom
    if alike:
        if unlike.is_another(scene, quantity, *alike[-1]):
            return None
        return alike[-1][1]._replace(phrase=None, adjoins=False)
    return _carried(scene, quantity)


def _free(scene: Scene, alike: list[Counted]) -> list[Counted]:
    """Those of some numbers that hang on no preposition, if there are any."""
    return [each for each in alike if not scene.hangs(each[0])] or alike


def _carried(scene: Scene, quantity: Quantity) -> Entity | None:
    """`thirty of them opened a shop`, `four in five are women`: that of the sentence before."""
    carried = scene.carried.get(quantity.kind in SHARES)
    if carried is None and quantity.kind in SHARES:
        counted = scene.carried.get(False)
        people = scene.sentence.lang.ages.people
        known = counted is not None and counted.text.rpartition(" ")[2].lower() in people
        carried = counted if known else None
    if carried is None or quantity is not scene.facts[0]:
        return None
    at = grammar.past_bracket(scene.sentence, quantity.last)
    tags = scene.sentence.tags
    at += 2 * tags.startswith("ou", at)  # thirty of them have opened a shop
    if at == quantity.last + 2 and tags[at : at + 1] in ("", ",", ".", "E"):
        return carried._replace(phrase=None, adjoins=False)  # in three of them, there are none
    if at < len(tags) and tags[at] in "vVDxmyzr":
        return carried._replace(phrase=None, adjoins=False)
    return None


def measured(scene: Scene, quantity: Quantity) -> Entity | None:
    """`rose by 9 per cent, from USD 8 to USD 9`, `cost USD 9 in May (USD 8)`: the same noun's.

    `Two thirds of the aid, USD 9 million, went`: what the share before it comes to.
    """
    if not scene.entities:
        return None
    other, entity = scene.entities[-1]
    tags, before = scene.sentence.tags, quantity.first - 1
    if scene.levels(quantity):
        return entity  # rose by 18 per cent to USD 12
    alike = other.kind == quantity.kind or other.kind in SHARES
    if not alike or quantity.kind == "duration" or before - other.last > LONGEST_COURSE:
        return None
    adjoins = before in (other.last, entity.phrase.last if entity.phrase is not None else 0)
    if tags[before] == ",":
        closed = tags[quantity.last : quantity.last + 1] in (",", "")
        return entity if other.kind in SHARES and closed and adjoins else None
    opens = tags[before] == "(" and (adjoins or quantity.kind == "money")
    leads = opens or scene.sentence.words[before].roles & {"from", "to"}
    parted = _PARTED.search(scene.clauses.tags, other.last, before)
    return entity if leads and parted is None else None


def _is_noun(scene: Scene, other: Quantity, entity: Entity) -> bool:
    """`one nurse`, `312 UASC`, of which there may be more; not `a 5-point scale`."""
    return entity.adjoins and not scene.sentence.glued(other.numeral.last)


def is_near(scene: Scene, quantity: Quantity) -> bool:
    """Do only prepositions, marks and words of change stand between a number and the one before?"""
    other, entity = scene.entities[-1]
    own = entity.phrase is not None and 0 < entity.phrase.first - other.last <= OWN
    start = entity.phrase.last if own and entity.phrase is not None else other.last
    tags, words = scene.sentence.tags, scene.sentence.words
    if start > other.last and tags[start : start + 1] not in (",", "("):
        start = other.last  # 275 pound-feet of torque at 3,000 rpm
    if quantity.first - start > FARTHEST or set(tags[start : quantity.first]) & _APART:
        return False
    acts = (words[at] for at in range(start, quantity.first) if tags[at] == "G")
    return all(word.roles & _MEASURES for word in acts)


def _is_aside(scene: Scene, other: Quantity) -> bool:
    """`300 people, including 12 women, and`, `the clinic, with 12 nurses, serves`: told aside?"""
    sentence, before = scene.sentence, other.first - 1
    if before < 1 or sentence.tags[before - 1] != ",":
        return False
    closed = sentence.tags.find(",", other.last, other.last + LONGEST_ASIDE) > 0
    return closed and bool(sentence.words[before].roles & {"including", "with"})
