"""Accuracy: the facts that are found against the labels of the seed documents.

A fact matches a label where both overlap, are of one kind and have the same value, low and high
(a date: the same period). Of the matched ones the table tells how many have the same unit, bound,
entity and text.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple

from migfacts import Fact, facts, read
from migfacts.fact import KINDS

SEEDS: Final = Path(__file__).parent.parent / "seeds"
#: Documents whose own date is given; the others have theirs in the text, or none.
AS_OF: Final = {"idm-2024-keynote.txt": date(2024, 11, 25)}
COLUMNS: Final = ("unit", "bound", "entity", "text")
NUMBERS: Final = ("value", "low", "high")
TOTAL: Final = "all"

Label = dict[str, Any]


class Pair(NamedTuple):
    """A label with the fact found for it, or one of them alone; and what is wrong, if it is."""

    document: str
    label: Label | None
    fact: Fact | None
    error: str = ""


class Score(NamedTuple):
    """How many labels there are, facts were found, and match; and in how many columns agree."""

    labels: int
    found: int
    matched: int
    agree: dict[str, int]

    @property
    def precision(self) -> float:
        """The share of the facts that match a label."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the labels that match a fact."""
        return self.matched / self.labels if self.labels else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.labels + self.found
        return 2 * self.matched / both if both else 0.0


class Accuracy(NamedTuple):
    """All pairs, and the score of each kind and of all."""

    pairs: list[Pair]
    scores: dict[str, Score]


def measure() -> Accuracy:
    """Read all seed documents, and compare with their labels."""
    pairs = [pair for path in sorted(SEEDS.glob("*.facts.jsonl")) for pair in _document(path)]
    scores = {kind: _score([pair for pair in pairs if _of(pair, kind)], kind) for kind in KINDS}
    scores = {kind: score for kind, score in scores.items() if score.labels or score.found}
    return Accuracy(pairs, {**scores, TOTAL: _score(pairs, None)})


def _document(path: Path) -> list[Pair]:
    name = path.name.removesuffix(".facts.jsonl")
    (source,) = [near for near in SEEDS.glob(f"{name}.*") if near.suffix != ".jsonl"]
    lines = path.read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line, parse_float=Decimal) for line in lines]
    found = list(facts(read(source), as_of=AS_OF.get(source.name)))
    return list(_pairs(source.name, labels, found))


def _pairs(document: str, labels: list[Label], found: list[Fact]) -> Iterator[Pair]:
    """Match each label with the first fact that fits; the rest are misses and extras."""
    free = list(found)
    missed = []
    for label in labels:
        near = [fact for fact in free if _overlap(label, fact)]
        fitting = [
            fact for fact in near if fact.kind == label["kind"] and _same_numbers(label, fact)
        ]
        if fitting:
            free.remove(fitting[0])
            yield Pair(document, label, fitting[0])
        else:
            missed.append(label)
    for label in missed:
        near = [fact for fact in free if _overlap(label, fact)]
        if near:
            free.remove(near[0])
            yield Pair(document, label, near[0], _difference(label, near[0]))
        else:
            yield Pair(document, label, None, "not found")
    for fact in free:
        overlaps = any(_overlap(label, fact) for label in labels)
        yield Pair(document, None, fact, "in pieces" if overlaps else "no fact")


def _overlap(label: Label, fact: Fact) -> bool:
    return bool(fact.start < label["end"] and label["start"] < fact.end)


def _same_numbers(label: Label, fact: Fact) -> bool:
    if label["kind"] == "date":
        return bool(fact.period == label["period"])
    return all(getattr(fact, name) == label.get(name) for name in NUMBERS)


def _difference(label: Label, fact: Fact) -> str:
    """Say why a fact that overlaps a label does not match it."""
    if fact.kind != label["kind"]:
        return f"{label['kind']} as {fact.kind}"
    if label["kind"] == "date":
        return "other period"
    same = fact.value is not None and fact.value == label.get("value")
    return "other bound" if same else "other value"


def _of(pair: Pair, kind: str) -> bool:
    return kind in (
        pair.label["kind"] if pair.label else None,
        pair.fact.kind if pair.fact else None,
    )


def _score(pairs: list[Pair], kind: str | None) -> Score:
    labels = found = matched = 0
    agree: Counter[str] = Counter()
    for label, fact, error in ((pair.label, pair.fact, pair.error) for pair in pairs):
        labels += label is not None and kind in (None, label["kind"])
        found += fact is not None and kind in (None, fact.kind)
        if label is not None and fact is not None and not error:
            matched += 1
            agree.update(name for name in COLUMNS if getattr(fact, name) == label.get(name))
    return Score(labels, found, matched, {name: agree[name] for name in COLUMNS})


def table(accuracy: Accuracy) -> str:
    """Precision, recall and F1 by kind; the last columns are shares of the matched facts."""
    head = f"  {'kind':9}{'labels':>7}{'found':>7}{'match':>7}{'P':>7}{'R':>7}{'F1':>7}  "
    lines = ["accuracy", "", head + "".join(f"{name:>8}" for name in COLUMNS)]
    for kind, score in accuracy.scores.items():
        rates = "".join(f"{_hundred(x):>7}" for x in (score.precision, score.recall, score.f1))
        counts = f"{score.labels:>7}{score.found:>7}{score.matched:>7}"
        agree = "".join(
            f"{_hundred(score.agree[name] / score.matched) if score.matched else '-':>8}"
            for name in COLUMNS
        )
        lines.append(f"  {kind:9}{counts}{rates}  {agree}")
    return "\n".join(lines) + "\n"


def _hundred(share: float) -> str:
    return f"{100 * share:.1f}"


def error_list(accuracy: Accuracy) -> str:
    """Every miss and extra, by class; then what differs in the columns of those that match."""
    classes: dict[str, list[str]] = defaultdict(list)
    for pair in accuracy.pairs:
        if pair.error:
            classes[pair.error].append(_error_line(pair))
            continue
        assert pair.label is not None
        for name in COLUMNS:
            wanted, got = pair.label.get(name), getattr(pair.fact, name)
            if wanted != got:
                line = f"{pair.document}: {pair.label['text']!r}: {wanted!r}, found {got!r}"
                classes[f"match, other {name}"].append(line)
    order = sorted(classes, key=lambda name: (name.startswith("match"), -len(classes[name]), name))
    lines = []
    for name in order:
        lines += [f"{name}: {len(classes[name])}", *(f"  {line}" for line in classes[name]), ""]
    return "\n".join(lines)


def _error_line(pair: Pair) -> str:
    label = _shown(pair.label) if pair.label else ""
    fact = f"found {_shown(pair.fact.to_dict())}" if pair.fact else ""
    return f"{pair.document}: {', '.join(part for part in (label, fact) if part)}"


def _shown(fact: dict[str, Any]) -> str:
    names = ("period",) if fact["kind"] == "date" else NUMBERS
    numbers = (f"{name} {fact[name]}" for name in names if fact.get(name) is not None)
    return f"{' '.join(fact['text'].split())!r} ({', '.join(numbers)})"


def figures(accuracy: Accuracy) -> dict[str, Any]:
    """The scores, and how many errors there are of each class."""
    errors = Counter(pair.error for pair in accuracy.pairs if pair.error)
    scores = {
        kind: {
            **score._asdict(),
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
        }
        for kind, score in accuracy.scores.items()
    }
    return {"scores": scores, "errors": dict(errors.most_common())}
