"""The explanation of a text: number by number for reading eyes, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from migfacts.output.values import grouped, plain
from migfacts.output.visible import shorten, visible

if TYPE_CHECKING:
    from migfacts.reading import Explanation, Reading
    from migfacts.relation import Relation

#: Field of a fact -> what it says, in plain words. Where a fact stands is not told again.
WORDS: Final = {
    "value": "the number",
    "low": "the low end, or the lower bound",
    "high": "the high end, or the upper bound",
    "bound": "how the number is bounded",
    "precision": "the last place as written",
    "unit": "the unit",
    "unit_text": "the unit as written",
    "per": "what it is counted by",
    "entity": "what is counted or measured",
    "entity_lemma": "the same in the singular",
    "qualifier": "what narrows it",
    "event": "what happens to it",
    "subject": "whose it is",
    "concepts": "what else it is about",
    "change": "whether it rose or fell",
    "period": "when",
    "place": "where",
    "scope": "the stage or claim it is of",
    "statistic": "what it sums up",
}
_FROM: Final = {
    "fact": "",
    "part": "belongs to another fact: ",
    "reference": "no fact: ",
    "none": "no fact: ",
}
_ROOM: Final = 40


def text(explained: Explanation) -> Iterator[str]:
    """One paragraph a number, then the relations."""
    for reading in explained.readings:
        yield from _number(reading)
    if not explained.readings:
        yield "no number in this text\n"
        return
    if not explained.relations:
        yield "no relation between them\n"
    for relation in explained.relations:
        yield _relation(relation)


def _number(reading: Reading) -> Iterator[str]:
    where = f"{reading.line}:{reading.column}"
    said = f"{where} {visible(reading.text)}: "
    if reading.outcome != "fact":
        yield f"{said}{_FROM[reading.outcome]}{visible(reading.why or '')}\n\n"
        return
    for fact in reading.facts:
        yield f"{said}{fact.kind}, {visible(repr(fact.text))}\n"
        for name, words in WORDS.items():
            value = getattr(fact, name)
            if value not in (None, []):
                yield f"  {name:<13} {_shown(value):<24} {words}\n"
        yield "\n"


def _shown(value: str | Decimal | list[str]) -> str:
    return grouped(value) if isinstance(value, Decimal) else shorten(visible(plain(value)), _ROOM)


def _relation(relation: Relation) -> str:
    """`total: total '75 tents', parts '50 large', '30 small' (up)`."""
    roles = "; ".join(
        f"{role} {', '.join(repr(fact.text) for fact in facts)}"
        for role, facts in relation.roles.items()
    )
    said = [relation.direction, relation.how, "the parts are all" if relation.complete else None]
    more = ", ".join(filter(None, said))
    return visible(f"relation {relation.kind}: {roles}" + (f" ({more})" if more else "")) + "\n"


def json(explained: Explanation) -> str:
    """One object: the numbers with their facts, and the relations between these."""
    whole = {
        "numbers": [_plain(reading) for reading in explained.readings],
        "relations": [msgspec.Raw(relation.to_json()) for relation in explained.relations],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _plain(reading: Reading) -> dict[str, Any]:
    found = reading._asdict()
    found["text"] = reading.text.encode("utf-8", "replace").decode()
    found["why"] = reading.why and reading.why.encode("utf-8", "replace").decode()
    found["facts"] = [msgspec.Raw(fact.to_json()) for fact in reading.facts]
    return found
