"""What is said of a noun behind it: `died on migration routes`, `are at risk of malnutrition`."""

from __future__ import annotations

import re
from typing import Final

from migfacts import grammar
from migfacts.context.scene import Scene
from migfacts.fact import COUNTS
from migfacts.kept.patterns import precompiled
from migfacts.tokens import Sentence

#: A complement of the noun that may stand before its verb: `people in the north of Chad`; by
#: resolved tags.
_COMPLEMENT: Final = precompiled(r"(?:[po][djnNkKXZSq-]{1,6}){0,2}")
_VERBAL: Final = precompiled(r"r?[yg]*(?P<aux>(?:[xm][yg]*){0,3})(?P<verb>[vVDbzG])")
#: `are at risk`, `were still pending`, `are | no longer functioning`, `are likely to be | in need`;
#: by resolved tags.
_STATE: Final = precompiled(
    r"(?:xy*){1,3}(?:jt(?:xy*)+)?(?=(?:g|dj)?y*(?:p|j(?![nNkKXZ#$])|(?<=j)v))"
)
#: `have a disability`, by resolved tags.
_POSSESSED: Final = precompiled(r"(?:x[yg]*){1,2}d?j{0,2}[nNkK]")
#: `sheltering in schools`, `displaced by the floods`, `aged 18 to 49`, up to an auxiliary.
_NARROWED: Final = precompiled(r"D(?=D)|[GD][jDnkbNKXZzpotdq#w-]{0,9}(?=V|x[yx]*[DG])")
#: `feared | to have drowned`, by resolved tags.
_INFINITIVE: Final = precompiled(r"(?:[yg]*t[yg]*(?:x[yg]*){0,2}v)*")
#: What a list of objects goes on with, by resolved tags: `construction, transport or service`.
_MORE: Final = precompiled(r"(?:,[djn-]*[nNkK](?=[,c]))*,?c[djqnk-]*[nNkKXZ](?![nNkKXZvx#])")
#: What leads from a verb to a number: `| in more than 40`, `| a total of 40`, `| Phase 5`.
_LED: Final = precompiled(r"(?:[djqnk]*[nk]o)?[pdtoycjq-]*\Z|[djqnkbX-]+\Z")
#: How many tokens an event has behind its verb.
MAX_TOKENS: Final = 9
#: In tokens, with its commas.
LONGEST_ASIDE: Final = 14
#: How many numbers may be listed before the verb that they share.
LONGEST_LIST: Final = 6
_STOPS: Final = frozenset('E,;:()"srOxmu.*')
_NUMBERS: Final = frozenset("#w$")
#: Tags of what a phrase begins with that may leave an event: a preposition, a determiner.
_OPENING: Final = frozenset("djqpto")
#: Tags of what a particle is a preposition to, and of what may stand behind two participles.
_LED_TO: Final = ("X", "Z", "d", "o")
_PARTED: Final = ("", ".", "E", ",", ";", ")", "p", "c", "s", "y")
#: Roles of words that look like verbs, and connect.
_CONNECTING: Final = frozenset(("against", "including", "qualifying"))
#: `, followed by`, `, leaving`: no predicate, but more that is said of what stands before.
_NARROWS: Final = precompiled("G|D(?=[pt])")
#: What joins the nouns of a list.
_JOINED: Final = precompiled(",?c|,")
#: A clause has a verb, by resolved tags.
_CLAUSE: Final = precompiled("[vx;:]")
#: What a predicate behind an aside begins with, by resolved tags.
_LEADS: Final = precompiled("[yg]*[xv]")


def behind(scene: Scene, last: int) -> tuple[int, int] | None:
    """The tokens of what is said of a noun that ends before a token, or None."""
    sentence = scene.sentence
    tags = sentence.tags
    if last < len(sentence.words) and sentence.words[last].trails:
        state = sentence.lang.states.match(sentence.words, last)
        if state is not None:
            return last, _end(scene, state[1])
    if tags.startswith(grammar.OF_THEM, last):
        last += 2  # of whom 40 | have a disability
    narrowed = _NARROWED.match(tags, last)
    found = _at(scene, narrowed.end()) if narrowed is not None else None
    found = found or _at(scene, last)
    if found is not None:
        return found
    end = _past_complement(scene, last)
    if end > last and tags[end - 1] != "d" and not _dates(sentence, last):
        found = _at(scene, end, hung=True)  # but not: $200 in the | camps
    return found or _past_aside(scene, end)


def shared(scene: Scene, last: int) -> tuple[int, int] | None:
    """`40 nurses and 12 doctors were trained`: the predicate of the last of a list, for all."""
    for _ in range(LONGEST_LIST):
        joined = _JOINED.match(scene.sentence.tags, _past_complement(scene, last))
        other = scene.fact_in(joined.end(), joined.end() + 1) if joined is not None else None
        if other is None or other.kind not in COUNTS:
            return None
        phrase = grammar.counted_phrase(scene.sentence, other.last)
        last = phrase.last if phrase is not None else other.last
        found = behind(scene, last)
        if found is not None:
            return found
    return None


def _past_complement(scene: Scene, last: int) -> int:
    """The token behind what hangs on a noun: `people in the north of Chad |`."""
    complement = _COMPLEMENT.match(scene.clauses.tags, last)
    return complement.end() if complement is not None else last


def _dates(sentence: Sentence, at: int) -> bool:
    """`doubled since the price passed 40`: does the preposition lead to a clause of time?"""
    word = sentence.words[at]
    since = word.lower in sentence.lang.dates.since and "from" not in word.roles
    return "shift" in word.roles or since


def _at(scene: Scene, at: int, *, hung: bool = False) -> tuple[int, int] | None:
    """The predicate that begins at a token.

    Args:
        hung: a phrase with a preposition stands before it, whose noun it might be.
    """
    sentence, resolved = scene.sentence, scene.clauses.tags
    state = _STATE.match(resolved, at)
    if state is not None and _is_copula(sentence, at, state.end()):
        start = state.end()
        said = start + 2 * resolved.startswith("dj", start)
        while resolved[said] in "gy":
            said += 1
        if "comparative" in sentence.words[said].roles or _leaves(scene, said, said + MAX_TOKENS):
            return None  # were more, are in Chad
        end = _end(scene, said + 1)
        return (start, end) if end > said + 1 or resolved[said] != "p" else None
    owned = _POSSESSED.match(resolved, at)
    if owned is not None and "possess" in sentence.words[at].roles:
        return at, _end(scene, owned.end())
    match = _VERBAL.match(sentence.tags, at)
    if match is None or (hung and sentence.tags[match.start("verb")] in "bG"):
        return None
    return _verbal(scene, match)


def _is_copula(sentence: Sentence, start: int, end: int) -> bool:
    return any("copula" in word.roles for word in sentence.words[start:end])


def _verbal(scene: Scene, match: re.Match[str]) -> tuple[int, int] | None:
    """The predicate of a verb: a passive and a negation keep the auxiliary."""
    sentence, tags = scene.sentence, scene.sentence.tags
    verb = match.start("verb")
    if sentence.words[verb].roles & _CONNECTING or tags[verb - 1] == "-":
        return None  # 9 per cent compared with July, of gender-based violence
    if tags[verb] == "b" and sentence.past_hyphen(verb + 1) > verb + 1:
        return None  # follow-up
    passive = tags[verb] == "D" and _is_copula(sentence, match.start("aux"), verb)
    kept = passive or "g" in match["aux"]  # have not returned
    start = match.start("aux") if kept else verb
    chain = _INFINITIVE.match(scene.clauses.tags, verb + 1)
    end = chain.end() if chain is not None else verb + 1
    phrasal = end < len(tags) and "particle" in sentence.words[end].roles
    end += phrasal and tags[end + 1 : end + 2] not in _LED_TO  # carried out, but: sank off Malta
    joined = tags.startswith("cD", end) and tags[end + 2 : end + 3] in _PARTED
    end += 2 * (joined and tags[verb] == "D")  # have been damaged or destroyed
    adds = tags.startswith("D", end) and (passive or tags[verb] != "D")  # remain displaced
    end += adds and not sentence.words[end].roles & _CONNECTING
    return start, _end(scene, end)


def _past_aside(scene: Scene, at: int) -> tuple[int, int] | None:
    """`71% (40 men) cited violence`, `61 people, seven of them children, drowned`.

    A number in the aside itself has the same predicate.
    """
    tags = scene.sentence.tags
    if tags[at : at + 1] == "(":
        end = grammar.past_bracket(scene.sentence, at)
    elif tags[at : at + 1] == ",":
        end = tags.find(",", at + 1, at + LONGEST_ASIDE) + 1
        if not end or _CLAUSE.search(scene.clauses.tags, at, end):
            end = at
    elif tags[at : at + 1] == ")":
        end = at
    else:
        return None
    inside = tags.rfind("(" if tags[at] == ")" else ",", max(at - LONGEST_ASIDE, 0), at)
    same = tags[inside : inside + 2] == ",c" or tags.startswith((",c", "("), at)  # , or 26 per cent
    for start in (end, at + 1 if inside >= 0 else at):
        verb = _LEADS.match(scene.clauses.tags, start) or (same and tags.startswith("D", start))
        if start > at and verb:
            found = _at(scene, start)
            narrows = found is not None and _NARROWS.match(tags, found[0])
            return None if narrows else found
    return None


def _end(scene: Scene, at: int) -> int:
    """Where the complement of a verb ends: before a mark, a clause, a number, a date or a place."""
    tags = scene.sentence.tags
    resolved = scene.clauses.tags
    stop = min(len(tags), at + MAX_TOKENS)
    end = at
    while end < stop and (tags[end] not in _STOPS or tags[end] == ","):
        more = _MORE.match(resolved, end) if tags[end] in "c," and end > at else None
        if more is not None and more.end() <= stop:
            end = more.end()
        elif tags.startswith("-c", end) and scene.sentence.glued(end):
            end += 2  # low- and middle-income
        elif scene.sentence.past_hyphen(end) > end:
            end += 2  # foreign-born
        elif resolved[end] in "v-c,#w$" or (
            resolved[end] in _OPENING and _leaves(scene, end, stop)
        ):
            break
        else:
            end += 1
    if tags[end : end + 1] in _NUMBERS and end > at:
        led = _LED.search(tags, at, end)
        end = led.start() if led is not None else end
    while end > at and tags[end - 1] in "pdtoycgq-/":
        if "particle" in scene.sentence.words[end - 1].roles:
            break  # moved away
        end -= 1
    return end


def _leaves(scene: Scene, at: int, stop: int) -> bool:
    """Does what follows tell of a time, a place, a rate or a number, or begin an infinitive?"""
    sentence, tags = scene.sentence, scene.sentence.tags
    word = sentence.words[at]
    if "per" in word.roles or grammar.begins_time(sentence, at):
        return True
    if scene.clauses.tags.startswith("jt", at) and scene.clauses.tags[at + 2 : at + 3] != "v":
        return True  # due to floods
    if tags[at] not in "pto" or at + 1 >= min(stop, len(tags)):
        return False
    following, lang = sentence.words[at + 1], sentence.lang
    if tags[at + 1] in "#wXZuGv" or following.lower in lang.dates.months:
        return True
    if word.lower in lang.dates.since and "from" not in word.roles:
        return True
    start = grammar.skip_determiners(sentence, at + 1)
    if word.roles & {"place", "through"} and tags[start : start + 1] in ("X", "Z"):
        return True  # at the Milak border point
    phrase = grammar.noun_phrase(sentence, start)
    if phrase is not None and (
        scene.clauses.tags[phrase.last : phrase.last + 1] == "v"  # after a boat | sank
        or grammar.is_time(sentence, phrase.last - 1)
    ):
        return True
    return tags[at] == "p" and lang.places.match(sentence.words, at + 1) is not None
