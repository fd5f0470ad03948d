"""The seed documents: their labels stand where they say, and seeds/README.md counts them."""

import json
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from migfacts import read
from migfacts.check import check
from migfacts.fact import BOUNDS, KINDS
from tests.sources import ROOT

SEEDS: Final = ROOT / "seeds"
LABELS: Final = sorted(SEEDS.glob("*.facts.jsonl"))
NAMES: Final = [path.name.removesuffix(".facts.jsonl") for path in LABELS]
ALWAYS: Final = {"kind", "text", "start", "end", "bound"}
WHERE_GIVEN: Final = {
    *("value", "low", "high", "unit", "per", "entity", "entity_lemma", "event", "change"),
    *("place", "subject", "scope"),
}
FEWEST_FACTS: Final = 500
_ROW: Final = re.compile(r"\| `([\w.-]+)` \| (.+) \| (\d+) \|")
_PERIOD: Final = re.compile(r"(?:\d{4}(?:-\d\d){0,2}|\.\.)(?:/(?:\d{4}(?:-\d\d){0,2}|\.\.))?")


class Seed(NamedTuple):
    """A document with its labels."""

    document: Path
    labels: list[dict[str, Any]]


@lru_cache(maxsize=32)
def seed(name: str) -> Seed:
    lines = (SEEDS / f"{name}.facts.jsonl").read_text(encoding="utf-8").splitlines()
    (document,) = [path for path in SEEDS.glob(f"{name}.*") if path.suffix != ".jsonl"]
    return Seed(document, [json.loads(line) for line in lines])


def rows() -> dict[str, int]:
    """The documents of the table in README.md, with the number of their facts."""
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    return {name: int(count) for name, _, count in _ROW.findall(readme)}


@pytest.mark.parametrize("name", NAMES)
def test_labels_stand_where_they_say(name: str) -> None:
    document, labels = seed(name)
    text = read(document).text
    assert [label["text"] for label in labels] == [text[at["start"] : at["end"]] for at in labels]
    assert all(label["text"] == label["text"].strip() != "" for label in labels)


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_in_order_and_apart(name: str) -> None:
    for label, following in pairwise(seed(name).labels):
        assert label["end"] <= following["start"], following


@pytest.mark.parametrize("name", NAMES)
def test_labels_have_the_keys_that_the_readme_names(name: str) -> None:
    for label in seed(name).labels:
        dated = label["kind"] == "date"
        assert label["kind"] in KINDS, label
        assert label["bound"] in BOUNDS, label
        assert set(label) >= ALWAYS, label
        assert set(label) - ALWAYS <= ({"period"} if dated else WHERE_GIVEN), label
        assert not dated or _PERIOD.fullmatch(label["period"]), label
        assert None not in label.values(), label


@pytest.mark.parametrize("name", NAMES)
def test_numbers_of_labels_agree_with_their_bounds(name: str) -> None:
    for label in seed(name).labels:
        ends = {end for end in ("value", "low", "high") if end in label}
        expected: list[set[str]]
        if label["kind"] == "date":
            expected = [set()]
        elif label["bound"] in ("at_least", "more_than"):
            expected = [{"value", "low"}]
        elif label["bound"] in ("at_most", "less_than"):
            expected = [{"value", "high"}]
        else:
            expected = [{"value"}, {"low", "high"}]
        assert ends in expected, label
        if "value" in ends:
            assert {label[end] for end in ends} == {label["value"]}, label


def test_readme_names_every_document_and_counts_its_facts() -> None:
    assert rows() == {seed(name).document.name: len(seed(name).labels) for name in NAMES}


def test_readme_gives_the_total() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    total = sum(rows().values())
    assert total >= FEWEST_FACTS
    assert f"**{total}**" in readme


def test_nothing_else_is_there() -> None:
    """Documents, their labels, the README and a registry."""
    known = {"README.md", "facts.toml", *(path.name for path in LABELS), *rows()}
    assert {path.name for path in SEEDS.iterdir() if not path.name.startswith(".")} <= known


def test_keynote_is_kept_byte_for_byte() -> None:
    content = (SEEDS / "idm-2024-keynote.txt").read_bytes()
    assert content.decode("utf-8").endswith("Thank you.")
    assert b"\r" not in content


def test_no_seed_contradicts_itself_or_another() -> None:
    documents = [read(seed(name).document) for name in NAMES]
    assert [finding.message for each in documents for finding in check([each])] == []
    assert [finding.message for finding in check(documents)] == []
