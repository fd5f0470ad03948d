"""Things: what the numbers of a document are about, read from the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from migfacts.fact import Fact
from migfacts.languages.checking import Checking
from migfacts.relations.lists import NUMBERS
from migfacts.things import beginnings
from migfacts.things.backwards import backwards, is_inverted, is_move
from migfacts.things.clauses import Tokens, clause, content, opening_names, tokens_of
from migfacts.things.days import day as said_of
from migfacts.things.days import last_day, stepped
from migfacts.things.definite import complement, is_definite, known_noun, known_subject
from migfacts.things.partitive import is_partitive, of_persons, stands_alone, words_from
from migfacts.things.thing import DESCRIBING, NOBODY, People, Thing, Title
from migfacts.things.whole import Whole

if TYPE_CHECKING:
    from migfacts.relations.passage import Passage

#: What tells a number of several together from that of each.
JOINTLY: Final = frozenset(("+",))
#: So many words before a number belong to it: `of the`, `in all`; others belong to the verb.
DETERMINING: Final = 2
#: Tags of what only joins the words of a noun: `out-of-school`.
FUNCTION: Final = frozenset("poctd")


def things(
    passages: list[Passage],
    checking: Checking,
    document: int = 0,
    day: str | None = None,
    *,
    parts: AbstractSet[int] = frozenset(),
    errata: Sequence[range] = (),
    home: str | None = None,
    title: Title | None = None,
) -> list[Thing]:
    """What the facts of a document are about, in order.

    Args:
        document: a number that tells it from others.
        day: its date, ISO 8601.
        parts: the identities of the facts that are told as a part of a whole.
        errata: the sections that correct errors, which they quote, as spans of its prose.
        home: the place that its title names.
        title: what its title says.
    """
    found = []
    for number, passage in enumerate(passages):
        tokens = tokens_of(passage)
        whole = Whole(passage, checking, tokens)
        opening = opening_names(passage, checking, tokens)
        quoted = any(passage.sentence.starts[0] in section for section in errata)
        jointly = passage.has("jointly")
        current = day is not None and passage.has("now")
        at_end = passage.words.pattern(r"{at_end} D").search(passage.skeleton) is not None
        for at, fact in enumerate(passage.facts):
            bare = Thing(fact, number, document, day)
            thing = _told(passage, checking, tokens, at, bare)
            of_several = jointly and "c" in passage.sentence.tags[: tokens.firsts[at]]
            names = thing.names | opening | (JOINTLY if of_several else frozenset())
            names -= checking.shared["now"]
            if passage.cell is not None:
                thing = _in_row(checking, thing, fact.place if fact.place != home else None)
            period = None if fact.period == day and current else stepped(passage, fact)
            period = last_day(period) if at_end else period
            found.append(
                thing._replace(
                    whole=whole,
                    names=names,
                    partitive=thing.partitive or id(fact) in parts,
                    period=period,
                    quoted=quoted or _is_no_level(passage, fact, tokens.firsts[at]),
                    home=home,
                    title=title,
                )
            )
        found += backwards(passage, number, document)
    return _pointing_back(found)


def _in_row(checking: Checking, thing: Thing, place: str | None) -> Thing:
    """A number of a table, with the words of the place that its row names: `Boreh`."""
    said = frozenset(map(checking.canonical, (place or "").lower().split()))
    return thing._replace(words=thing.words | said, row=said)


def _pointing_back(found: list[Thing]) -> list[Thing]:
    """The things of a document; `the 19 mobile clinics` knows that 17 were counted before.

    So do `the nine-week course` and `the USD 150 grant`, if but one of them was told of.
    """
    before: dict[tuple[object, ...], set[Decimal | None]] = {}
    for at, thing in enumerate(found):
        fact = thing.fact
        if fact.kind == "count" and thing.head and not thing.people.anyone:
            key: tuple[object, ...] = (thing.head, thing.modifiers)
        elif fact.kind in DESCRIBING and thing.head:
            key = (thing.head, fact.kind, fact.unit, thing.rate)
        else:
            continue
        values = before.setdefault(key, set())
        if thing.definite and not thing.complement and len(values) == 1:
            found[at] = thing._replace(points_back=True)
        values.add(fact.value)
    return found


def _is_no_level(passage: Passage, fact: Fact, first: int) -> bool:
    """Does a number not tell how many there are?

    `150 families, and not 5,000`; `900, out of 5,200 eligible`; `14 litres instead of 15`; `fifteen
    days after the flood`; `4 per cent fled three times`.
    """
    if fact.kind == "count" and ("P" in passage.shape or "R" in passage.shape):
        roles = passage.words.language.lexicon.roles.get(fact.entity or "", frozenset())
        if "times" in roles:
            return True
    if first > 0 and passage.sentence.tags[first - 1] == "g":
        return True
    out = first > 1 and "out" in passage.sentence.words[first - 2].roles
    if out and passage.sentence.tags[first - 1] == "o" and fact.text[-1].isdecimal():
        return True  # 49,680 children, out of 55,200 eligible
    after = passage.after(fact)
    apart = r"^ {instead}\b"
    if fact.kind == "duration":  # and not `nine weeks on average`
        apart = r"^ (?:{sooner}|{following}|{instead})\b|^ {later}(?:\W|$)(?! ?[^\W\d_])"
    return passage.words.pattern(apart).match(after) is not None


def _told(passage: Passage, checking: Checking, tokens: Tokens, at: int, thing: Thing) -> Thing:
    """The thing with what its clause tells of it."""
    fact, first, last = thing.fact, tokens.firsts[at], tokens.lasts[at]
    if fact.kind == "ordinal":
        return thing
    if fact.kind == "date":
        begun = beginnings.read(passage, checking, tokens, at)
        turned = "/" in (fact.period or "") and passage.has("backwards")
        return thing._replace(said_day=said_of(passage, fact, first), begun=begun, is_move=turned)
    head, modifiers = noun(checking, fact)
    head = head or _unnamed(checking, passage, fact, last)
    known_as = checking.synonyms.match(passage.sentence.words, last - 1)
    if known_as is not None and known_as[1] > last:
        head, last = known_as  # 40 people displaced by floods
    start, end = clause(passage, tokens, at)
    words, names, verbs = content(
        passage, checking, tokens, [*range(start, first), *range(last, end)]
    )
    if fact.kind in NUMBERS and head in checking.suffered:  # 27 arrests, 40 migrant deaths
        words.add(head)
        verbs.add(head)
    head = _called(checking, head, modifiers, verbs, words)
    modifiers -= {head}
    own = {head, *modifiers}
    rates = {word: per for word in modifiers if (per := _period(checking, word))}
    definite = is_definite(passage, checking, first)
    narrowing: frozenset[str] = frozenset()
    if not definite and fact.kind in DESCRIBING:  # the course for midwives lasts 21 days
        subject = known_subject(passage, checking, fact, first)
        definite = subject is not None
        if subject is not None:
            narrowing, _ = complement(passage, checking, tokens, subject, first)
    elif definite:  # the 40 people held here were the most so far
        narrowing, verb = _narrowing(passage, checking, tokens, at, (last, end))
        told = [*range(max(start, first - DETERMINING), first), *range(last, verb)]
        names = content(passage, checking, tokens, told)[1] | names - checking.contrasts
    if fact.kind == "money":
        names -= checking.shared["each"]
        narrowing -= checking.shared["each"]
    others = words & checking.people - own
    if others:  # visas for students; who gives them is of no account
        others &= content(passage, checking, tokens, [*range(last, end)])[0]
    return thing._replace(
        head=head,
        words=frozenset(words - own),
        names=frozenset(names - own),
        per=fact.per or next(iter(rates.values()), None),
        verbs=frozenset(verbs),
        modifiers=frozenset(modifiers - rates.keys()) if fact.per is None else modifiers,
        definite=definite,
        partitive=is_partitive(checking, passage, fact, (first, last)) or tokens.shuffled,
        complement=narrowing - own,
        level=passage.words.pattern(r"\b{to} $").search(passage.before(fact)) is not None,
        adds=_adds(checking, passage, fact, first),
        is_move=is_inverted(fact) and is_move(passage, fact, first, last),
        people=_people(checking, head, verbs),
        others=frozenset(others),
        is_share_of_all=_share_of_all(checking, passage, fact, words_from(passage, last, 1)),
    )


def _narrowing(
    passage: Passage, checking: Checking, tokens: Tokens, at: int, behind: tuple[int, int]
) -> tuple[frozenset[str], int]:
    """What narrows a known number down, `the detour of 810 miles` too, and where its verb is."""
    narrowing, verb = complement(passage, checking, tokens, *behind)
    if passage.facts[at].kind in DESCRIBING:
        of = known_noun(passage, tokens.firsts[at])
        narrowing = (narrowing | frozenset(map(checking.canonical, of))) - checking.amounts
    return narrowing, verb


def _adds(checking: Checking, passage: Passage, fact: Fact, first: int) -> bool:
    """`A further 40 houses`, `40 other houses`: is it told as more than what was told?"""
    nouns = (fact.entity or "").lower().split()
    return bool({words_from(passage, max(first - 1, 0), 1), *nouns} & checking.shared["elsewhere"])


def _called(
    checking: Checking,
    head: str,
    modifiers: frozenset[str],
    verbs: AbstractSet[str],
    words: AbstractSet[str],
) -> str:
    """What is counted, by the noun for it: whom we employ is staff, `27 arrests` are people."""
    for verb, staff in checking.persons:
        if (verb in words or verb == staff in words) and head in checking.anyone:
            return staff
    if head in checking.suffered & verbs:
        return min(modifiers & checking.people, default=checking.person)
    return head


def _people(checking: Checking, head: str, verbs: AbstractSet[str]) -> People:
    if head not in checking.people | checking.anyone:
        return NOBODY
    happening = frozenset(verbs & checking.suffered) | checking.victims.get(head, frozenset())
    return People(happening, head in checking.anyone, head in checking.sorts, are=True)


def _period(checking: Checking, word: str) -> str | None:
    """The denominator that an adverb of time stands for: `monthly`."""
    return checking.language.denominators.adverbs.meaning(word)


def _unnamed(checking: Checking, passage: Passage, fact: Fact, last: int) -> str:
    """`the 63 who drowned`, `all 241 of you`: people that no noun names."""
    if not stands_alone(fact):
        return ""
    behind = words_from(passage, last, 1)
    told = behind in checking.shared["persons_named"]
    told = told or (fact.event is None and behind in checking.shared["victims_named"])
    return checking.person if told or of_persons(checking, passage, last) else ""


def _share_of_all(checking: Checking, passage: Passage, fact: Fact, following: str) -> bool:
    """Is it `140 per cent of respondents`, `of the homes`, and no rise, target or price?"""
    if fact.kind != "percent" or fact.value is None or fact.value <= 100 or fact.change:
        return False
    opened = checking.pattern(r"^{among} [^A-Z,;:.]{1,40}, P").match(passage.skeleton)
    if fact.unit != "percent" or not (following in checking.shared["of"] or opened):
        return False
    opened_by = checking.pattern(r"^{of_those} [^A-Z,;:.]{1,30}, P").match(passage.skeleton)
    if opened_by or checking.pattern(r"^ {of_those}\b").match(passage.after(fact)):
        return not checking.has("exceeds", passage.skeleton)
    noun = (fact.entity_lemma or "").lower().rpartition(" ")[2]
    wholes = [checking.shared[name] for name in ("people", "takers", "counted_whole")]
    if checking.pattern(r"^ {of} [^A-Z,;:.]{3,40} {where} ").match(passage.after(fact)):
        wholes.append(checking.shared["placed_whole"])  # of the tents in the camp
    return any(noun in each for each in wholes) and not checking.has("exceeds", passage.skeleton)


def noun(checking: Checking, fact: Fact) -> tuple[str, frozenset[str]]:
    """The counted noun and the words that narrow it, each as its class of synonyms."""
    lemma = (fact.entity_lemma or "").lower()
    whole = checking.synonyms.meaning(lemma) if " " not in lemma else checking.phrase(lemma)
    if whole is not None:
        return whole, frozenset()
    words = re.findall(r"[^\W\d_]+", " ".join(map(checking.owner, lemma.split())))
    if not words:
        return "", frozenset()
    if len(words) == 1 and checking.language.statistics.meaning(words[0]) is not None:
        return "", frozenset()  # the average was 82
    head = checking.canonical(words[-1])
    if len(checking.sorts.intersection(map(checking.canonical, words))) > 1:
        return checking.person, frozenset()  # 3,810 men, women and children
    tags = checking.language.lexicon.tags
    narrowing = [word for word in words[:-1] if tags.get(word, "n") not in FUNCTION]
    return head, frozenset(map(checking.canonical, narrowing)) - {head} - checking.amounts
