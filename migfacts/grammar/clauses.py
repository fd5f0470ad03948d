"""Clauses: their verbs, and the phrases that are subjects of them."""

from __future__ import annotations

from typing import Final

from migfacts.grammar.opening import CLAUSE_STOPS, LONGEST_SUBJECT, is_time, past_opening
from migfacts.grammar.phrases import (
    FINITE,
    Phrase,
    counted_phrase,
    ending,
    noun_phrase,
    skip_determiners,
)
from migfacts.kept.patterns import precompiled
from migfacts.tokens import Sentence

_PHRASE_TAGS: Final = frozenset("NKZznkXbDGjSdopy-q")


#: In tokens.
LONGEST_VERB: Final = 5


#: A verb that looks like a noun, behind one: `maize cost`.
_COSTS: Final = precompiled(r"[nkNKXZb]b\Z")


def measuring_verb(sentence: Sentence, first: int, *, taking: bool = False) -> int | None:
    """The first token of the verb directly before a quantity: `rose by`, `was estimated at`.

    Args:
        taking: `takes`, `fetched` count as well, which before a number of people would act on them.
    """
    tags = sentence.tags
    if first and "plusminus" in sentence.words[first - 1].roles:
        first -= 1  # the margin is ±2
    at = first
    while at > 0 and first - at < 5 and tags[at - 1] in "ptydo":
        at -= 1
    end = at
    if at == first and _COSTS.search(tags, 0, at) and "paying" in sentence.words[at - 1].roles:
        return at - 1  # maize cost USD 2
    at -= at > 0 and tags[at - 1] == "z"  # of `prices rose` the verb is `rose`
    while at > 0 and end - at < LONGEST_VERB:
        if tags[at - 1] not in "vVDGxmygt" and tags[max(at - 2, 0) : at] not in ("mb", "tb", "xb"):
            break
        if tags[at - 1] == "G" and at < end and at > 1 and tags[at - 2] in "dpo":
            break  # those displaced by the fighting | have risen
        at -= 1
    while at < end and tags[at] == "t":
        at += 1
    many = at - 2 if tags.startswith(",t", at - 1) else at - 1
    led = at == end < first and sentence.words[end].roles & {"to", "from"}
    if led and many > 0 and multiplies(sentence, many):
        while many > 1 and tags[many - 1] in "xmy":
            many -= 1
        return many  # arrivals have doubled, to
    changes, to = sentence.lang.changes, tags.startswith("t", end)
    for word in sentence.words[at:end]:
        if (
            "measuring" in word.roles
            or (taking and "taking" in word.roles)
            or (to and "totalling" in word.roles)
            or word.lower in changes.verbs
            or word.lower in changes.neutral
        ):
            return at
    return None


def multiplies(sentence: Sentence, at: int, start: int | None = None) -> bool:
    """Is a token `doubled`, `to double`, and neither `twice` nor `the double`?

    Args:
        start: where its bound begins: `to more than double`.
    """
    start = at if start is None else start
    word = sentence.words[at]
    if word.number is None or word.number[0] != "multiples" or "adverb_multiple" in word.roles:
        return False
    infinitive = start > 0 and sentence.tags[start - 1] in "tm"
    return infinitive or "adjective_multiple" not in word.roles


#: In tokens.
LONGEST_ASIDE: Final = 12
#: What a subject goes on before: `for oil and`, `in Talvo, Meren and`, each hanging on a
#: preposition; `in the first quarter`, `in March 2023`, `a two-litre bottle`, `aged 6 to 59`;
#: `walking to`, `pupils to`; `of pregnant and`; not `29 per cent and`.
_FURTHER: Final = precompiled(
    r"(?:(?<![#w])p[dq]?(?:[jDnkXb]{0,4}[nNkKXb]c|[XZ-]{1,4}(?:,[XZ-]{1,4}){0,6},?c)"
    r"|pd?O[wbnk]|p[Xbmnk]?[#w]|[dojXD-][#w](?:[t-][#w])?|[GNKnkb]t|(?<=[do])[jD]c)\Z"
)
#: A noun that looks like a verb, before what it hangs on: asylum claims in Chad | fell.
_CLAIMS: Final = precompiled("[nkb]z(?=[po])")
#: Behind these a verb is one of an infinitive: a plan to reduce.
_PLANS: Final = ("Kt", "nt", "kt", "bt")
#: A relative clause that ends before what is read: `schools that teach in | two shifts rose`.
_RELATIVE: Final = precompiled(r"r[ygxm]*[vVDzbx]\Z")
#: Another quantity or clause between a verb and the `by` it might go with.
_ANOTHER: Final = precompiled(r"[#,;:()$%]|c[DzvVy]")
#: The nearest verb group, read from its end.
_MAIN_VERB: Final = precompiled("[vVDx][vVDxmyg]*")
_NEW_PHRASE: Final = precompiled("[nNkKXZzb#]d")
#: `A year later the number was`, `Lawmakers said the sum was`.
_LATER: Final = precompiled("[nkNKX]yd|Dd")
#: `the share of pupils`: a phrase with what hangs on it by `of`, read from its end.
_OWN: Final = precompiled(r"(?:[NKZznkXbDGjSyq-]|o(?=[NKZznkXb])|[dq](?=o))*")


def _past_aside(tags: str, verb: int) -> int:
    """Where the subject ends that commas or brackets part from its verb.

    `Prices for oil, both used for cooking, rose`; `the index (CPI) rose`.
    """
    end = verb
    if end > 1 and tags[end - 1] == ",":
        opened = tags.rfind(",", max(end - 1 - LONGEST_ASIDE, 0), end - 1)
        end = opened if opened > 0 else end
    if end > 1 and tags[end - 1] == ")":
        opened = tags.rfind("(", max(end - LONGEST_ASIDE, 0), end)
        end = opened if opened > 0 else end
    return end


def begins_time(sentence: Sentence, at: int) -> bool:
    """`last year`, `the end of June`: does a noun phrase of time begin at a token?"""
    if sentence.tags[at] not in "djq":
        return False
    phrase = noun_phrase(sentence, skip_determiners(sentence, at))
    return phrase is not None and is_time(sentence, phrase.last - 1)


def subject_phrase(sentence: Sentence, verb: int) -> Phrase | None:
    """The noun phrase that a verb's clause begins with; of `the number of cases`, the cases."""
    tags = sentence.tags
    if verb > 1 and tags[verb - 1 : verb + 1] == ",G":  # cases soared, rising from 6 to 13
        main = _MAIN_VERB.search(tags[max(verb - LONGEST_SUBJECT, 0) : verb][::-1])
        if main is None:
            return None
        verb -= main.end()
    if verb > 1 and (tags[verb - 1] == "r" or tags[verb] == "G"):
        return _antecedent(sentence, verb)
    verb = _past_aside(tags, verb)
    start, floor = verb, past_opening(sentence, verb)
    while start > floor and verb - start < LONGEST_SUBJECT:
        further = None
        if tags[start - 1] not in _PHRASE_TAGS:
            further = _FURTHER.search(tags, max(start - LONGEST_SUBJECT, 0), start)
            infinitive = start == verb and tags[max(start - 2, 0) : start] in _PLANS
            if further is None or infinitive:
                break
        start = max(further.start(), floor) if further is not None else start - 1
    if start > floor and tags[start - 1] not in CLAUSE_STOPS:
        clause = _RELATIVE.search(tags, max(start - 5, 0), start)
        return _antecedent(sentence, clause.start() + 1) if clause is not None else None
    if start > 0 and tags[start - 1] == "r" and tags[start] in "DV":  # those who died reached 75
        return _antecedent(sentence, start)
    opened = floor > 0 or tags[start] == "p"
    while start < verb and tags[start] in "yp":
        start += 1
    later = (_NEW_PHRASE if opened else _LATER).search(tags, start, verb)
    start = later.end() - 1 if later else start  # For rural areas the index is
    phrase = _coordinated(tags, counted_phrase(sentence, start, verb))
    if phrase is not None and _CLAIMS.match(tags, phrase.last - 1, verb):
        phrase = Phrase(phrase.first, phrase.last + 1)
    if phrase is None or not tags.startswith("y", phrase.last):
        return phrase
    timely = sentence.lang.units.is_time(sentence.words[phrase.last - 1].lower)
    return None if timely else phrase  # a year later there were


def _coordinated(tags: str, phrase: Phrase | None) -> Phrase | None:
    """`refugees and migrants`: a plural phrase with another one before it that `and` joins."""
    if phrase is None or tags[phrase.first - 1 : phrase.first] != "c":
        return phrase
    plural = tags[phrase.last - 1] in "NK" and tags[phrase.first - 2] in "NK"
    other = ending(tags, phrase.first - 1) if phrase.first > 1 and plural else None
    return Phrase(other.first, phrase.last) if other is not None else phrase


def _antecedent(sentence: Sentence, verb: int) -> Phrase | None:
    """What a relative clause or a gerund speaks of: the noun phrase before it.

    `shown by the index (CPI), which rose`; `with the price of gas increasing by`.
    """
    tags, end = sentence.tags, verb
    if tags[end - 1] == "r":
        end -= 1 + (tags[end - 2] == ",")
    start = end = _past_aside(tags, end)
    while start == end or (start > 0 and "per" in sentence.words[start - 1].roles):
        end = start - (start < end)
        match = _OWN.match(tags[max(end - LONGEST_SUBJECT, 0) : end][::-1])
        if match is None or not match.end():
            return None
        start = end - match.end()
    return counted_phrase(sentence, start, end)


def resolve(tags: str) -> str:
    """The tags with every verb as `v` and what only looks like one as noun or adjective.

    Found once for a sentence, so that the words around each of its numbers are read fast.
    """
    out = list(tags.replace("pm", "pk").translate(_NOMINAL))  # in May
    for match in _VERB.finditer(f"E{tags}"):
        out[match.start() - 1] = "v"
    return "".join(out)


#: Modals are auxiliaries here; what looks like a verb is none until `_VERB` says so.
_NOMINAL: Final = str.maketrans("DzbGmVvx", "jNnjxvvx")
#: Participles before nouns are adjectives, but not in `and caused losses of 3 million`; base forms
#: are verbs behind `to`, modals, pronouns and plural nouns, third-person forms behind singular
#: nouns, gerunds behind auxiliaries.
_VERB: Final = precompiled(
    r"(?<![doj])D(?![nNkKXZbjGz])|(?<=[nkNKXZ]c)D(?=[jnkb]{0,2}[nNkKzb]o[pd]?[#w$X])"
    r"|(?<=[^dojpct,(E\"yq#w-])D|(?<=[nkXNKZu]y)D(?=X)"
    r"|(?<=[nkXNKZuybr)S])(?<![pvVbG][nk])(?<!#od[nkb])z"
    rf"(?!{FINITE})(?=[dptyjoqDGxw#$uX\"*s]|\((?!#\)))"
    r"|(?<=[,c])b(?=d)|(?<=[tmurNK])b|(?<=[tmurNKx]y)b"
    r"|(?<=x)G|(?<=[,NKZXkn)])G(?=[d#w$qp*u])"
)


class Clauses:
    """The resolved tags of a sentence, forwards and backwards."""

    __slots__ = ("backwards", "sentence", "tags")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tags = resolve(sentence.tags)
        self.backwards = self.tags[::-1]

    def verb_before(self, first: int) -> tuple[int, int] | None:
        """The nearest verb group before a token in its sentence, as tokens from and to."""
        size = len(self.tags)
        match = _VERB_BACK.match(self.backwards, size - first)
        if match is None:
            return None
        start, end = size - match.end(), size - match.start("verb")
        tags = self.tags
        while start < end and tags[start] in "ytg":
            start += 1
        return start, end

    def raised(self, first: int) -> tuple[str, Phrase | None] | None:
        """The direction of a verb of change before `by` and a quantity, and what it acts on.

        `raised the number of beds by 40`: up, the beds. `fell last year by 9%`: down, on nothing.
        """
        sentence, by = self.sentence, first - 1
        if by < 1 or "by" not in sentence.words[by].roles:
            return None
        verb = self.verb_before(by)
        if verb is None or verb[1] == by or _ANOTHER.search(sentence.tags, verb[1], by):
            return None
        changes = sentence.lang.changes.verbs
        said = [word.lower for word in sentence.words[slice(*verb)] if word.lower in changes]
        if not said:
            return None
        phrase = counted_phrase(sentence, skip_determiners(sentence, verb[1]), by)
        direction = changes[said[0]]
        if phrase is None:
            return direction, None
        lasting = sentence.lang.units.is_time(sentence.words[phrase.last - 1].lower)
        return direction, None if lasting else phrase

    def phrase_before(self, end: int) -> Phrase | None:
        """The noun phrase that ends before a token; no participle that is a verb is part of it."""
        return ending(self.tags, end)

    def chain_before(self, end: int, *, floor: int = 0) -> Phrase | None:
        """The nouns, with what hangs on them by prepositions, that end before a token.

        Args:
            floor: the token before which the chain does not reach.
        """
        tags = self.tags
        size = len(tags)
        match = _CHAIN_BACK.match(self.backwards, size - end)
        start = max(size - match.end(), floor) if match else end
        fresh = _NEW_PHRASE.findall(tags, start, end)
        if fresh:  # of unemployment and inflation | the pace of prices
            start = tags.rfind(fresh[-1], start, end) + 1
        while start < end and tags[start] in "pdoyqtc-":
            if tags[start] == "p" and self.sentence.past_hyphen(start + 1) > start + 1:
                break  # pre-war output
            start += 1
        while end > start and tags[end - 1] not in "NKZnkXS#" and tags[end - 2] != "-":
            end -= 1
        return Phrase(start, end) if start < end else None


_VERB_BACK: Final = precompiled("[^E;vx]{0,40}(?P<verb>[vx][xmytgv]*)")
_CHAIN_BACK: Final = precompiled(r"(?:[NKZnkXjSdopyq\-*/t#]|c(?=[NKZnkXS])){0,18}")
