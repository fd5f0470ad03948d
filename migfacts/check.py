"""The check of documents: from documents to facts, relations and findings."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from migfacts import defaults, suppress, yearless
from migfacts.checks import CHECKS, CODES, Evidence, unused_ignore
from migfacts.kept.patterns import precompiled
from migfacts.languages import load
from migfacts.languages.checking import checking
from migfacts.pipeline import statements
from migfacts.relations import passage, read
from migfacts.things import things
from migfacts.things.thing import Title

if TYPE_CHECKING:
    from migfacts.documents import Document
    from migfacts.fact import Fact
    from migfacts.finding import Finding
    from migfacts.languages.checking import Checking
    from migfacts.registry import Registry
    from migfacts.relation import Relation
    from migfacts.statement import Statement
    from migfacts.suppress import Ignore
    from migfacts.things.thing import Thing


#: A line of a few words with a number.
_EDITION = precompiled(r"([^\d\n]{3,40}?)(\d+)")
#: The line below a title stands in a block of its own.
SECOND = 2
#: A date in the first lines, and the first blocks, is that of the document.
LATEST = 2
#: Beyond so many years two of a title are no beginning and end.
DECADE = 10
#: A word so long has a capital in titles that give one to every word.
LONG = 4
_WORD = precompiled(r"[^\W\d_]+")
#: A year, or the first and the last of several: `2023/24`, `2021-2023`.
_YEARS = precompiled(r"\b(\d{2})(\d{2})(?:\s?[-–/]\s?(\d{2})?(\d{2}))?\b")
#: Words with a capital in a row.
_NAME = precompiled(r"[^\W\d_a-z][\w'’]+(?: [^\W\d_a-z][\w'’]+)+")


class Read(NamedTuple):
    """What was read of a document, for the checks of all of them."""

    facts: list[Fact]
    relations: list[Relation]
    things: list[Thing]
    ignores: list[Ignore]


def gather(
    document: Document, number: int = 0, *, lang: str = "en", as_of: date | None = None
) -> Read:
    """Read a document; `number` tells it from others of the same run.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    told = list(statements(document, lang=lang, as_of=as_of))
    facts = [fact for statement in told for fact in statement.facts]
    words = checking(lang)
    default = defaults.read(document, load(lang), as_of)
    day = default.day.isoformat() if default.day is not None else _title_date(told)
    passages = passage.passages(told, words)
    relations = read(passages, day)
    shares = [each for each in relations if each.kind == "share"]
    parts = {id(fact) for each in shares for fact in each.roles.get("part", ())}
    found = things(
        passages,
        words,
        number,
        day,
        parts=parts,
        errata=_errata(document, words),
        home=default.home,
        title=_title(document, words),
    )
    found += yearless.read(document, words, number)
    return Read(facts, relations, found, suppress.ignores(document))


def _errata(document: Document, words: Checking) -> list[range]:
    """The sections whose headings say that errors are corrected; all of it if the title does."""
    found, prose = [], document.prose
    opened: int | None = None
    for at, block in enumerate(document.blocks):
        if at and block.kind != "heading":
            continue
        if opened:
            found.append(range(opened, block.start))
        told = words.has("erratum", prose[block.start : block.end].lower())
        if told and not at:
            return [range(len(prose))]
        opened = block.end if told else None
    return [*found, range(opened, len(prose))] if opened else found


def _years(told: str) -> Iterator[str]:
    """The years that a title names, with those between two of them."""
    for match in _YEARS.finditer(told):
        century, year, other, last = match.groups()
        first = int(century + year)
        end = int((other or century) + last) if last else first
        if first <= end <= first + DECADE:
            yield from map(str, range(first, end + 1))
        else:
            yield str(first)


def _title(document: Document, words: Checking) -> Title:
    """The title, and the names of two words and more in it: of whom `we` may be said.

    A title with a capital in every word of some length names nobody for sure.
    """
    block = document.blocks[0] if len(document.blocks) > 1 else None
    title = document.prose[block.start : block.end] if block is not None else ""
    named = {word for match in _NAME.finditer(title) for word in match[0].split()}
    long = {word for word in _WORD.findall(title) if len(word) >= LONG}
    told = title.lower()
    said = _WORD.findall(told)
    months = frozenset(words.language.dates.months.keys() & set(said))
    times = months, frozenset(_years(told))
    names = frozenset() if long <= named else frozenset(named)
    compared = frozenset(map(words.canonical, said))
    known = words.language.lexicon.tags
    proper = frozenset(
        words.canonical(word.lower())
        for word in _WORD.findall(title)
        if not word.islower() and word.lower() not in known
    )
    plans = words.has("plans", told)
    levels = frozenset(words.levels[word] for word in said if word in words.levels)
    return Title(
        told,
        names,
        compared,
        times,
        proper,
        compared & words.founded,
        plans,
        levels,
        _edition(document, words.language.dates.months),
    )


def _edition(document: Document, months: Container[str]) -> tuple[str, str] | None:
    """`Epidemiological week 31 (28 July …)`, below the title: its words and its number.

    Of `Monthly figures, May 2024` the month belongs to the number.
    """
    if len(document.blocks) < SECOND:
        return None
    block = document.blocks[1]
    line = _EDITION.match(document.prose[block.start : block.end].lower())
    if line is None:
        return None
    said = line[1].split()
    named = [word for word in said if word in months]
    return " ".join(word for word in said if word not in months), " ".join([*named, line[2]])


def _title_date(told: Sequence[Statement]) -> str | None:
    """The date in the title, or in a line below it without a verb: `trends, April 2024`."""
    for statement in told:
        if statement.number >= LATEST:
            break
        if statement.number and defaults.FINITE.search(statement.sentence.tags):
            break
        for fact in statement.facts:
            if fact.line > LATEST:
                return None
            if fact.kind == "date" and fact.period and "/" not in fact.period:
                return fact.period
    return None


def check(
    documents: Iterable[Document],
    registry: Registry | None = None,
    *,
    lang: str = "en",
    as_of: date | None = None,
    codes: Sequence[str] = CODES,
) -> list[Finding]:
    """The findings of documents and a registry, in order of place.

    Raises:
        LanguageError: migfacts does not read the language.
    """
    reads = [
        gather(document, number, lang=lang, as_of=as_of)
        for number, document in enumerate(documents)
    ]
    return judge(reads, registry, lang=lang, as_of=as_of, codes=codes)


def judge(
    reads: Sequence[Read],
    registry: Registry | None = None,
    *,
    lang: str = "en",
    as_of: date | None = None,
    codes: Sequence[str] = CODES,
) -> list[Finding]:
    """The findings in what was read, those that are ignored inline left out."""
    evidence = Evidence(
        facts=[fact for each in reads for fact in each.facts],
        relations=[relation for each in reads for relation in each.relations],
        things=[thing for each in reads for thing in each.things],
        registry=registry,
        language=lang,
        as_of=as_of,
    )
    found = [finding for run in _runs(codes) for finding in run(evidence)]
    all_ignores = [ignore for each in reads for ignore in each.ignores]
    kept, unused = suppress.without_ignored(found, all_ignores)
    if unused_ignore.CODE in codes:
        kept += unused_ignore.check(ignore for ignore in unused if set(ignore.codes) & set(codes))
    kept.sort(key=lambda each: (each.path or "", each.line, each.column, each.code, each.message))
    return list(_numbered(_once(kept)))


def _runs(codes: Sequence[str]) -> Iterator[Callable[[Evidence], Iterator[Finding]]]:
    for module in CHECKS:
        if module.CODE in codes and module is not unused_ignore:
            yield module.check


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding a code and place: the first says it."""
    seen: set[tuple[object, ...]] = set()
    for finding in findings:
        key = (finding.code, finding.path, finding.line, finding.column)
        if key not in seen:
            seen.add(key)
            yield finding


def _numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of one content get fingerprints of their own, in their order."""
    times: Counter[str] = Counter()
    for finding in findings:
        again = times[finding.fingerprint]
        times[finding.fingerprint] += 1
        if again:
            mixed = hashlib.sha256(f"{finding.fingerprint}:{again}".encode()).hexdigest()[:32]
            finding = msgspec.structs.replace(finding, fingerprint=mixed)
        yield finding
