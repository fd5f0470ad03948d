"""qualifier: what narrows the counted thing: `from Nepal`, `by sea`, `with disabilities`.

Of a share it is whose it is: `women` of `73 per cent of workers are women`, of `women make up 73
per cent of the workers` and of `73 per cent of them women`.
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.fact import SHARES
from migfacts.kept.patterns import precompiled
from migfacts.quantity import Quantity

MAX_TOKENS: Final = 6
_NOUNS: Final = frozenset("NKnkXZjSdq-")
#: How far before a share its verb may stand, in tokens.
NEAR: Final = 5
#: Tags of what a share may say something of.
_DESCRIBED: Final = ("n", "k", "b", "j", "N", "K")
#: What tells what somebody is, by resolved tags: `were | pregnant women`, `were | women and girls`.
_KIND: Final = precompiled(r"d?[jnk]{0,2}[NKnk](?:c[jnk]{0,2}[NK])?(?![nNkKjv#$-])")
#: What goes on with it: `citizens of Ukraine`.
_OF: Final = precompiled(r"o[djnk]{0,2}[nNkKXZ]")
#: `, and children for the remaining | 14`: who has the next share, by resolved tags.
_NEXT: Final = precompiled(
    r"[^vx]*?(?:,?c|,|;)(?P<who>p?d?(?:[jnkNKXZ#p-]|v(?=#)){0,6}?[nkNKXZ#])(?:p[djq]*)?"
)


def read(scene: Scene, quantity: Quantity, entity: grammar.Phrase | None) -> str | None:
    """What narrows the entity of a quantity, as written, or None."""
    if quantity.kind in SHARES:
        holder = _holder(scene, quantity)
        if holder is not None:
            return holder
    last = max(quantity.last, entity.last if entity is not None else 0)
    if quantity.kind in (*SHARES, "count", "number"):
        said = _predicate(scene, last)
        if said is not None:
            return said
    rate = quantity.kind == "percent" and last == quantity.last
    if entity is None or not (quantity.kind in ("count", "ordinal") or rate):
        return None
    words = scene.sentence.words
    if last >= len(words) or not words[last].roles & ({"among"} if rate else {"qualifying"}):
        return None
    return _narrowed(scene, last)


def _narrowed(scene: Scene, at: int) -> str | None:
    """The phrase with a preposition at a token: `from Nepal`, `aged 10 to 14`; none of a time."""
    sentence, tags = scene.sentence, scene.clauses.tags
    last = at + 1
    while last < len(tags) and last - at < MAX_TOKENS and tags[last] in _NOUNS:
        if grammar.begins_time(sentence, last):
            break  # by sea | last year
        last += 1 + (sentence.past_hyphen(last) > last)  # COVID-19
    following = scene.fact_in(at, last + 1)
    if following is not None:  # children aged 6 to 59 months, but not: over the next | four months
        return sentence.text(at, following.last) if following.kind == "age" else None
    while last > at + 1 and tags[last - 1] in "djq-":
        last -= 1
    measures = tags.startswith("o", last) and scene.fact_in(last, last + 2) is not None
    if last == at + 1 or measures or grammar.is_time(sentence, last - 1):
        return None  # by the end of June, with a capacity of 40
    return sentence.text(at, last)


def _predicate(scene: Scene, at: int) -> str | None:
    """`73 per cent of workers are women`, `40 of them girls`: the noun behind the copula."""
    sentence, tags = scene.sentence, scene.clauses.tags
    if tags[at : at + 1] not in ("o", "x"):
        return None
    theirs = tags.startswith("ou", at)
    at += 2 * tags.startswith(grammar.OF_THEM, at)
    copula = at < len(tags) and "copula" in sentence.words[at].roles
    at += copula
    if not (copula or theirs) or at >= len(tags):
        return None
    age = scene.fact_in(at, at + 1)
    if age is not None:
        return sentence.text(at, age.last) if age.kind == "age" and copula else None
    phrase = _KIND.match(tags, at)
    if phrase is None or (phrase.end() == at + 1 and sentence.tags[at] in "bzv"):
        return None  # were cut
    last = phrase.end()
    more = _OF.match(tags, last)
    last = more.end() if more is not None else last
    age = scene.fact_in(last, last + 1)
    start = grammar.skip_determiners(sentence, at)
    return sentence.text(start, age.last if age is not None and age.kind == "age" else last)


def _holder(scene: Scene, quantity: Quantity) -> str | None:
    """`Women make up 48 per cent of the staff, and men 52 per cent`: whose share it is."""
    sentence = scene.sentence
    before, scene.before.holding = scene.before.holding, None
    if sentence.tags[quantity.last : quantity.last + 1] in _DESCRIBED:
        return None  # accounted for a 60 per cent drop
    verb = _holding_verb(scene, quantity.first)
    if verb is not None:
        chain = _aged(scene, verb) or scene.clauses.chain_before(verb)
        told = scene.fact_in(chain.first, chain.last) if chain is not None else None
        if chain is not None and (told is None or told.kind == "age"):
            scene.before.holding = quantity.last
            return sentence.text(grammar.skip_determiners(sentence, chain.first), chain.last)
    if before is None:
        return None
    follows = _NEXT.fullmatch(scene.clauses.tags, before, quantity.first)
    if follows is None:
        return None
    scene.before.holding = quantity.last
    return sentence.text(*follows.span("who"))


def _aged(scene: Scene, verb: int) -> grammar.Phrase | None:
    """`children under five | account for`, `those aged 65 and over | represent`."""
    age = scene.fact_before(verb)
    if age is None or age.kind != "age" or age.last != verb:
        return None
    people = scene.clauses.phrase_before(age.first)
    if people is not None:
        return grammar.Phrase(people.first, verb)
    those = age.first > 0 and scene.sentence.tags[age.first - 1] in "du"
    return grammar.Phrase(age.first - those, verb)


def _holding_verb(scene: Scene, first: int) -> int | None:
    """Where the verb group begins that tells whose a share is: `make up`, `accounted for`."""
    words, tags = scene.sentence.words, scene.sentence.tags
    for at in range(first - 1, max(first - NEAR, -1), -1):
        roles = words[at].roles
        if "holding" in roles:
            if "constitute" in roles and "particle" not in words[at + 1].roles:
                return None  # made 40 per cent
            while at and (tags[at - 1] in "xmygt" or scene.clauses.tags[at - 1] == "v"):
                at -= 1
            return at
        if tags[at] not in "yqdt" and not roles & {"for", "particle"}:
            return None
    return None
