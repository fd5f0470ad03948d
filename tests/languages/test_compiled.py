"""The tables that are kept beside the word files, and what makes them count no more."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from migfacts.languages import data, language
from migfacts.languages.compiled import SUFFIX
from migfacts.languages.entries import Entries, packed
from migfacts.languages.language import Language
from migfacts.languages.tagging import word_tags


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the folder of languages, where tables may be kept."""
    folder = tmp_path / "languages"
    shutil.copytree(data.HERE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(data, "HERE", folder)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    data.sections.cache_clear()
    yield folder
    data.sections.cache_clear()


def kept(here: Path) -> list[Path]:
    return list((here / "en" / "__pycache__").glob("*"))


def tables(of: Language) -> dict[str, object]:
    return {name: of._compiled.table(name, dict) for name in of._compiled._tables}


def test_tables_are_kept_and_read_as_they_were_made(here: Path) -> None:
    made, read = Language("en"), Language("en")
    assert not made._compiled.are_kept
    assert read._compiled.are_kept
    for name, table in tables(made).items():
        assert read._compiled.table(name, dict) == table, name
    [file] = kept(here)
    assert file.suffix == SUFFIX


def test_a_changed_word_file_counts_at_once(here: Path) -> None:
    Language("en")
    places = here / "en" / "places.txt"
    places.write_text(f"{places.read_text('utf-8')}Zzyzx\n", "utf-8")
    data.sections.cache_clear()
    changed = Language("en")
    assert not changed._compiled.are_kept
    assert changed.places.meaning("Zzyzx") == "Zzyzx"
    assert Language("en")._compiled.are_kept


def test_a_word_file_of_another_time_counts_at_once(here: Path) -> None:
    Language("en")
    os.utime(here / "en" / "places.txt", ns=(1, 1))
    assert not Language("en")._compiled.are_kept


@pytest.mark.parametrize("content", [b"", b"\x00", b"no tables", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_made_anew(here: Path, content: bytes) -> None:
    Language("en")
    [file] = kept(here)
    file.write_bytes(content)
    assert not Language("en")._compiled.are_kept
    assert Language("en")._compiled.are_kept


def test_nothing_is_written_where_python_writes_no_bytecode(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Language("en")
    assert kept(here) == []


def test_tables_follow_the_prefix_of_bytecode(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "prefix"))
    Language("en")
    assert kept(here) == []
    assert Language("en")._compiled.are_kept


def test_a_folder_that_cannot_be_written_to_is_no_error(here: Path) -> None:
    (here / "en" / "__pycache__").write_text("no folder")
    assert Language("en").places.meaning("Bangladesh") == "Bangladesh"


@pytest.mark.usefixtures("here")
def test_a_language_is_the_same_from_kept_tables() -> None:
    made, read = Language("en"), Language("en")
    for token in ("kilometres ", "dollars ", "Mali", "per ", "nearly ", "fled ", "KM ", "5 "):
        assert made.lexicon[token] == read.lexicon[token]
    assert made.currencies.names.meaning("dollar") == read.currencies.names.meaning("dollar")


def test_every_word_has_the_tag_of_its_list() -> None:
    tags = word_tags("en")
    found = Entries(packed(tags))
    assert {word: found.get(word) for word in tags} == tags
    assert all(word in found for word in tags)


@pytest.mark.parametrize("word", ["", "a\t", "zzyzx", "abando", "bandon", "\n", "abandon\tv"])
def test_no_other_word_has_a_tag(word: str) -> None:
    found = Entries(packed({"abandon": "v", "abandoned": "D"}))
    assert word not in found
    assert found.get(word, "n") == "n"


def test_unknown_languages_have_no_tables() -> None:
    with pytest.raises(language.LanguageError):
        language.load("xx")
