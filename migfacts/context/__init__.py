"""Context: from quantities to facts, one module a question, answered from the words around."""

from __future__ import annotations

from migfacts.beside import bounds, denominators
from migfacts.context import (
    change,
    concepts,
    entity,
    event,
    per,
    period,
    place,
    qualifier,
    scope,
    statistic,
    subject,
)
from migfacts.context.scene import Defaults, Scene
from migfacts.fact import Fact
from migfacts.quantity import Quantity

__all__ = ["Defaults", "Scene", "facts"]


def facts(scene: Scene) -> list[tuple[Fact, int, int]]:
    """The facts of a sentence, each with the offsets of its text in the prose."""
    found = []
    free = 0
    for quantity in scene.quantities:
        if quantity.first >= free:  # `1,000` of `32 deaths per 1,000 live births` is taken
            found.append(_fact(scene, quantity))
            free = quantity.last
    return found


def _fact(scene: Scene, quantity: Quantity) -> tuple[Fact, int, int]:
    sentence = scene.sentence
    counted = entity.read(scene, quantity)
    phrase = counted.phrase if counted is not None else None
    if counted is not None:
        whole = quantity.value is None or quantity.value % 1 == 0  # a 7.8 quake is none of 7.8
        if quantity.kind == "number" and (counted.counted or (counted.adjoins and whole)):
            quantity.kind = "count"
        if counted.adjoins and phrase is not None:
            _take_in(scene, quantity, phrase.last)
        if phrase is not None and quantity.per is None and phrase.first > quantity.last:
            per.read_behind(sentence, quantity, phrase.last)
        if quantity.kind != "age":  # nothing goes on from those of an age
            scene.entities.append((quantity, counted))
    last = max(
        quantity.last, phrase.last if phrase is not None and phrase.first >= quantity.last else 0
    )
    happening = event.read(scene, quantity, phrase)
    start, end = sentence.starts[quantity.first], sentence.stop(quantity.last - 1)
    fact = Fact(
        kind=quantity.kind,
        text="",
        start=start,
        end=end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        precision=quantity.precision,
        unit=quantity.unit,
        unit_text=quantity.unit_text,
        per=per.read(scene, quantity, last, happening),
        entity=counted.text if counted is not None else None,
        entity_lemma=counted.lemma if counted is not None else None,
        qualifier=qualifier.read(scene, quantity, phrase),
        event=happening.text if happening is not None else None,
        subject=subject.read(scene, quantity, happening),
        concepts=concepts.read(scene, quantity, phrase, happening),
        change=change.read(scene, quantity, last),
        period=period.read(scene, quantity),
        place=place.read(scene, quantity),
        scope=scope.read(scene, quantity, last, happening),
        statistic=statistic.read(scene, quantity, last),
    )
    return fact, start, end


def _take_in(scene: Scene, quantity: Quantity, last: int) -> None:
    """Let a count's text run to its noun, and to a bound or denominator behind it."""
    sentence = scene.sentence
    if sentence.tags[quantity.last] == '"' and sentence.tags[last : last + 1] == '"':
        last += 1  # three “safe spaces”
    quantity.last = last
    if last >= len(sentence.words):
        return
    rate = denominators.read(sentence, last)
    if rate is not None and quantity.per is None:
        quantity.per, quantity.last = rate
    bounds.read_after(sentence, quantity, quantity.last)
