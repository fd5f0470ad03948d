"""concepts: the other content words that say what the quantity is about, for search.

The noun that the quantity describes or measures, else the object or the subject of its clause.
No check uses them.
"""

from __future__ import annotations

from typing import Final

from migfacts import grammar
from migfacts.context.happening import Event
from migfacts.context.scene import Scene
from migfacts.grammar import Phrase
from migfacts.quantity import Quantity
from migfacts.tokens import Sentence

_CONTENT: Final = frozenset("nNkKXZSjbzGD#w")
#: What may stand between two quantities that say something of the same.
_LINKS: Final = frozenset("pty,;c()-#d")
_ADNOMINAL: Final = frozenset(("money", "percent", "measure", "duration", "ratio"))


def read(scene: Scene, quantity: Quantity, entity: Phrase | None, event: Event | None) -> list[str]:
    """The words in the order of the text; none where only pronouns say what it is about."""
    if quantity.kind in ("date", "ordinal"):
        return []
    sentence = scene.sentence
    gap = event.subject if event is not None else None
    if gap is not None:  # and Japan 3 million
        named = _words(scene, [Phrase(*gap)], None)
        scene.concepts.append((quantity, named))
        return named
    words = _linked(scene, quantity)
    if words is None:
        described = _described(sentence, quantity, entity)
        head = _head(scene, quantity)
        found = (
            _premodifier(sentence, quantity) if described is not None else None,
            described,
            head or _object(scene, quantity),
        )
        phrases = [phrase for phrase in found if phrase is not None]
        if head is not None or found[2] is None:
            subject = _subject(scene, quantity)
            if subject is None and head is None:
                subject = _beside(scene, quantity)
            phrases += [subject] if subject is not None else []
        own = quantity.kind in ("count", "number", "ratio")
        words = _words(scene, phrases, entity if own else None)
    scene.concepts.append((quantity, words))
    return words


def _linked(scene: Scene, quantity: Quantity) -> list[str] | None:
    """Those of the quantity before, where only a bracket or prepositions stand between.

    `1.3 billion shekels ($350 million)`, `rose 60% in 2018 to 3.9 million, from 2.4 million`.
    """
    if not scene.concepts:
        return None
    other, words = scene.concepts[-1]
    between = scene.sentence.tags[other.last : quantity.first]
    if quantity.kind == "percent" and "o" in scene.sentence.tags[quantity.last : quantity.last + 1]:
        return None
    if between and len(between) <= 6 and not set(between) - _LINKS:
        return words
    return None


def _described(sentence: Sentence, quantity: Quantity, entity: Phrase | None) -> Phrase | None:
    """`an $800 stone pizza oven`, `5 per cent of the earnings`, `9 seasons of the show`."""
    if quantity.kind in ("count", "number"):
        at = entity.last if entity is not None and entity.first >= quantity.first else quantity.last
        opened = grammar.partitive(sentence, at)
        return grammar.chain_behind(sentence, opened) if opened is not None else None
    if entity is not None and entity.first >= quantity.last:
        return grammar.chain_behind(sentence, entity.first) if quantity.kind != "ratio" else None
    at = sentence.past_hyphen(quantity.last)
    tags = sentence.tags
    if at >= len(tags) or tags[at] not in "jDnNkKXZGb" or quantity.kind not in _ADNOMINAL:
        return None
    return grammar.chain_behind(sentence, at)


def _premodifier(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """`a turbocharged 1.6-litre engine`: what stands between the determiner and the number."""
    tags, start = sentence.tags, quantity.first
    while start > 0 and tags[start - 1] in "jDGnkXSZ-" and quantity.first - start < 5:
        start -= 1
    if start == quantity.first or start == 0 or tags[start - 1] not in "dS":
        return None
    return Phrase(start, quantity.first)


def _head(scene: Scene, quantity: Quantity) -> Phrase | None:
    """`sales of 5,835 units`, `a car with 938 horsepower`: the noun that has it as complement."""
    sentence = scene.sentence
    at = quantity.first - 1
    while at > 0 and sentence.tags[at] in "dj":
        at -= 1
    if at < 1 or not sentence.words[at].roles & {"of", "with"}:
        return None
    phrase = scene.clauses.chain_before(at, floor=_floor(scene, quantity))
    if phrase is not None:
        stop = max(scene.clauses.tags.rfind(mark, phrase.first, phrase.last) for mark in "pt")
        phrase = (
            Phrase(grammar.skip_determiners(sentence, stop + 1), phrase.last)
            if stop >= 0
            else phrase
        )
    if phrase is None or phrase.first >= phrase.last:
        return None
    last = sentence.words[phrase.last - 1]
    if "counter" in last.roles or sentence.lang.statistics.meaning(last.lower) is not None:
        return None  # an average of 40
    return phrase


def _object(scene: Scene, quantity: Quantity) -> Phrase | None:
    """`boosted the range by 35 miles`: the object between the verb and the quantity."""
    if quantity.kind == "duration":
        return None
    sentence = scene.sentence
    tags = sentence.tags
    at = quantity.first
    while at > 0 and tags[at - 1] in "pty":
        at -= 1
    phrase = scene.clauses.chain_before(at, floor=_floor(scene, quantity))
    if phrase is None or phrase.last < at or tags[phrase.first - 1] in "pot":
        return None
    before = _before(scene, phrase.first)
    return phrase if before >= 0 and scene.clauses.tags[before] == "v" else None


def _before(scene: Scene, first: int) -> int:
    """The token before a phrase, its determiners and a number that counts it."""
    tags = scene.sentence.tags
    at = first - 1
    while at >= 0:
        number = scene.fact_before(at + 1)
        if number is not None and number.last > at:
            at = number.first - 1
        elif tags[at] in "dyq":
            at -= 1
        else:
            break
    return at


def _floor(scene: Scene, quantity: Quantity) -> int:
    """The token behind the last fact before this one."""
    other = scene.fact_before(quantity.first)
    return min(other.last, quantity.first) if other is not None else 0


def _subject(scene: Scene, quantity: Quantity) -> Phrase | None:
    """The subject of the clause, with what hangs on it."""
    sentence = scene.sentence
    tags = sentence.tags
    verb = scene.clauses.verb_before(quantity.numeral.first)
    if verb is None:
        return None
    end = verb[0]
    if end > 0 and tags[end - 1] == "r":
        end -= 1
    if end > 0 and tags[end - 1] == ",":
        end -= 1
    if end > 0 and tags[end - 1] in ")":
        end = max(tags.rfind("(", 0, end), 0)
    if end > 0 and tags[end - 1] == "u":
        return _opening(sentence, end - 1) if end > 1 else None
    head = grammar.subject_phrase(sentence, end)
    if head is not None and _has_number(scene, head.last, end):
        return Phrase(head.first, end)
    phrase = scene.clauses.chain_before(end)
    return phrase if phrase is not None else _opening(sentence, end)


def _has_number(scene: Scene, first: int, end: int) -> bool:
    """`enrolment | of girls aged 6 to 11 | grew`: has what hangs on a subject a number in it?"""
    tags, numbers, behind = scene.clauses.tags, scene.numbers, range(first, end)
    one_clause = not any(tags[at] == "v" and at not in numbers for at in behind)
    return one_clause and not numbers.isdisjoint(behind)


def _beside(scene: Scene, quantity: Quantity) -> Phrase | None:
    """`panel strength lower than 8.9 ksi`, `Homes from $750,000`, `John Gant (0.5 wins)`."""
    tags, at = scene.sentence.tags, quantity.first
    while at > 0 and tags[at - 1] in "pty(":
        at -= 1
    return scene.clauses.chain_before(at, floor=_floor(scene, quantity))


def _opening(sentence: Sentence, end: int) -> Phrase | None:
    """The noun phrase that the sentence begins with, before its first verb."""
    at = grammar.skip_determiners(sentence, 0)
    phrase = grammar.noun_phrase(sentence, at)
    return phrase if phrase is not None and phrase.last <= end else None


def _words(scene: Scene, phrases: list[Phrase], entity: Phrase | None) -> list[str]:
    """The content words of phrases, each once; what hyphens join is one word."""
    sentence = scene.sentence
    words, tags, stops = sentence.words, sentence.tags, sentence.lang.concept_stops
    own = range(entity.first, entity.last) if entity is not None else range(0)
    numbers = scene.numbers
    found: list[str] = []
    for phrase in phrases:
        at = phrase.first
        while at < phrase.last:
            last = at + 1
            while last + 1 < phrase.last and tags[last] in "-*" and _joins(sentence, last):
                last += 2
            while last < phrase.last and _glued(sentence, last):
                last += 1
            word = words[at]
            content = tags[at] in _CONTENT or (last > at + 1 and tags[at] == "p")  # pre-war
            if content and at not in own and at not in numbers:
                text = word.text if last == at + 1 else sentence.text(at, last)
                if tags[last - 1] == "S":
                    text = sentence.lang.lexicon.owner(text)
                if word.lower not in stops and text not in found and not _is_time(sentence, at):
                    found.append(text)
            at = last
    return found


def _is_time(sentence: Sentence, at: int) -> bool:
    """`next year`, `hour` of `on the hour`: a word for a length of time, and what tells which."""
    words = sentence.words
    if sentence.tags[at] == "j" and at + 1 < len(words):
        at += 1
    return sentence.lang.units.is_time(words[at].lower)


def _joins(sentence: Sentence, at: int) -> bool:
    """Does a glued hyphen or ampersand stand at the token: `e-commerce`, `S&P`?"""
    if sentence.past_hyphen(at) > at:
        return True
    return sentence.words[at].text == "&" and sentence.glued(at) and not sentence.words[at].space


def _glued(sentence: Sentence, at: int) -> bool:
    """`SF90`, `V10`: do letters and digits touch at a token?"""
    words = sentence.words
    return (
        not words[at - 1].space
        and (sentence.tags[at] == "#") != (sentence.tags[at - 1] == "#")
        and (words[at].text[0].isalnum() and words[at - 1].text[-1].isalnum())
    )
