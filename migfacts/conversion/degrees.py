"""Degrees: a temperature, which a conversion shifts, or a difference, which it does not.

The record holds both in the same unit; the words beside the number tell them apart.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from migfacts.fact import Fact
from migfacts.kept.patterns import precompiled
from migfacts.languages import data, load

_WORD: Final = precompiled(r"[^\W\d_]+")
_MARK: Final = precompiled(r"[.;:!?](?:\s|$)")
#: So far before a difference stands the noun that it measures: `warming to well below 2°C`.
_NEAR: Final = 5


class _Words(NamedTuple):
    behind: frozenset[str]
    warming: frozenset[str]
    verbs: frozenset[str]
    changes: frozenset[str]
    by: frozenset[str]
    of: frozenset[str]


@lru_cache(maxsize=8)
def _words(lang: str) -> _Words:
    near, roles = data.sections(lang, "degrees"), data.sections(lang, "roles")
    changes = load(lang).changes
    verbs = frozenset([*changes.verbs, *changes.neutral])
    return _Words(
        frozenset([*near["behind"], *near["warming"], *changes.comparatives, *changes.nouns]),
        frozenset(near["warming"]),
        verbs,
        verbs | frozenset(changes.nouns),
        frozenset(roles["by"]),
        frozenset(roles["of"]),
    )


def is_difference(fact: Fact, lang: str = "en") -> bool | None:
    """Is a fact in degrees a difference of temperatures? None where nothing tells."""
    words = _words(lang)
    before, behind = _beside(fact)
    near, last = set(before[-_NEAR:]), set(before[-1:])
    if near & words.warming or set(behind[:1]) & words.behind:
        return True
    if set(behind[:1]) & words.of and set(behind[1:2]) & words.warming:
        return True
    if last & words.by and fact.change is not None:
        return True
    if last & words.of and near & words.changes:
        return True
    if last & words.verbs:
        # `rose 2°C`; but `rose above 40°C` and `rose more than 2°C` have the same bound.
        return True if fact.bound in ("exact", "approx") else None
    return False


def _beside(fact: Fact) -> tuple[list[str], list[str]]:
    """The words before and behind a fact up to a mark, in small letters."""
    sentence, text = (" ".join(each.lower().split()) for each in (fact.sentence, fact.text))
    start = max(0, sentence.find(text))
    before, behind = sentence[:start], sentence[start + len(text) :]
    return _WORD.findall(_MARK.split(before)[-1]), _WORD.findall(_MARK.split(behind)[0])
