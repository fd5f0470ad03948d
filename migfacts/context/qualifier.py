"""qualifier: what narrows the counted thing: `from Nepal`, `by sea`, `with disabilities`."""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.quantity import Quantity

MAX_TOKENS: Final = 6
_NOUNS: Final = "NKZznkXbjDGS-"


def read(scene: Scene, quantity: Quantity, entity: grammar.Phrase | None) -> str | None:
    """What narrows the entity of a quantity, as written, or None."""
    if entity is None:
        return None
    sentence = scene.sentence
    if quantity.kind in ("percent", "ratio"):
        return _predicate(scene, entity.last)
    if quantity.kind not in ("count", "ordinal"):
        return None
    at = max(entity.last, quantity.last)
    words, tags = sentence.words, sentence.tags
    if at >= len(words) or "qualifying" not in words[at].roles:
        return None
    following = scene.fact_in(at, at + 3)
    if following is not None:
        return sentence.text(at, following.last) if following.kind == "age" else None
    last = at + 1
    while last < len(words) and last - at < MAX_TOKENS and tags[last] in _NOUNS + "d":
        last += 1
    if last == at + 1 or grammar.is_time(sentence, last - 1):
        return None  # by the end of June
    return sentence.text(at, last)


def _predicate(scene: Scene, at: int) -> str | None:
    """`73 per cent of workers are women`: the noun behind the copula."""
    words = scene.sentence.words
    if at >= len(words) or "copula" not in words[at].roles:
        return None
    phrase = grammar.plural_phrase(scene.sentence, at + 1)
    if phrase is None or phrase.last - phrase.first > 3:
        return None
    return scene.sentence.text(phrase.first, phrase.last)
