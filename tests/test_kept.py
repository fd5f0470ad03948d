"""Patterns that are kept compiled: they are those of `re`, and nothing that is kept can do harm."""

import marshal
import os
import re
import subprocess
import sys
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

from migfacts import kept, prepare
from migfacts.kept import patterns
from migfacts.kept.patterns import PACKAGE, Store
from migfacts.languages.checking import checking
from tests.sources import ROOT

SOURCES = {
    "plain": ("abc", 0),
    "groups": (r"(?P<a>x+)(y)|(?P<b>é)", 0),
    "a flag inside": ("(?i)straße", 0),
    "a flag beside": ("a.b", re.DOTALL | re.IGNORECASE),
    "possessive": (r"(?:\d++,)*+\d{1,3}", 0),
    "look-around": (r"(?<![\w.])[^\W\d_]{2,40}(?= \()", 0),
    "beyond Latin": ("[\u0600-\u06ff\U0001f600]", 0),
}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(patterns, "STORES", [])
    return tmp_path / "cache" / f"some{patterns.SUFFIX}"


def told(pattern: re.Pattern[str]) -> tuple[object, ...]:
    return pattern, pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_pattern_is_that_of_re_made_or_read(file: Path, source: tuple[str, int]) -> None:
    expected = told(re.compile(*source))
    made = Store(file)
    assert told(made.compile(*source)) == expected
    patterns.keep()
    read = Store(file)
    assert told(read.compile(*source)) == expected
    assert not read._has_new


def test_every_pattern_of_the_package_is_that_of_re() -> None:
    for source, flags in PACKAGE._made:
        assert told(PACKAGE.compile(source, flags)) == told(re.compile(source, flags)), source


@pytest.mark.parametrize("source", ["(", "[z-a]", "a**", "(?P<n>a)(?P<n>b)"])
def test_what_is_no_pattern_is_no_pattern(file: Path, source: str) -> None:
    with pytest.raises(re.error):
        Store(file).compile(source)


def test_nothing_is_written_twice(file: Path) -> None:
    Store(file).compile("a")
    patterns.keep()
    file.unlink()
    patterns.keep()
    assert not file.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no patterns",
        marshal.dumps(7),
        marshal.dumps(("another Python", {("a", 0): (32, b"", 0, {}, (None,))})),
        marshal.dumps((patterns._MADE_OF, {("a", 0): (32, b"\1\2\3", 0, {}, (None,))})),
        marshal.dumps(
            (patterns._MADE_OF, {("a", 0): (32, b"\1\0\0\0\xff\xff\xff\xff", 0, {}, (None,))})
        ),
        marshal.dumps((patterns._MADE_OF, {("a", 0): "wrong"})),
        marshal.dumps((patterns._MADE_OF, {("a", 0): ()})),
        marshal.dumps((patterns._MADE_OF, [1])),
    ],
)
def test_a_broken_file_does_no_harm(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert told(Store(file).compile("a")) == told(re.compile("a"))


def test_without_the_compiler_of_re_as_known_a_pattern_is_compiled_as_ever(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(import_module("re._compiler"), "_code")
    monkeypatch.setattr(re, "compile", lambda source, flags: (source, flags))
    store = Store(file)
    assert store.compile("a") == ("a", 0)
    assert not store._has_new


@pytest.mark.parametrize("folder", ["a file", "none"])
def test_a_place_that_cannot_be_written_to_is_no_error(file: Path, folder: str) -> None:
    if folder == "a file":
        file.parent.write_text("")
    store = Store(file if folder == "a file" else None)
    store.compile("a")
    store.keep()
    assert store.compile("a").match("a")


def test_nothing_is_written_where_python_writes_no_bytecode(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.keep(file, 1, 2)
    assert kept.load(file, 1) is None


def test_all_that_is_kept_can_be_made_at_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = checking("en").patterns
    monkeypatch.setattr(words, "_compile", Store(file).compile)
    monkeypatch.setattr(words, "_patterns", {})
    monkeypatch.setattr(PACKAGE, "_has_new", False)
    prepare.main()
    templates = {source for source, _ in Store(file)._made}
    assert words.pattern("{including}").pattern in templates
    assert len(templates) > 500


def test_a_prepared_package_compiles_nothing_to_read_a_page(tmp_path: Path) -> None:
    read = (
        "import sys; from migfacts import facts, read;"
        "from migfacts.kept.patterns import PACKAGE;"
        "print([len(list(facts(read(path)))) > 0 for path in sys.argv[1:]], PACKAGE._has_new)"
    )
    pages = [str(ROOT / "seeds" / name) for name in ("factsheet-camp.md", "appeal-2025.md")]
    there = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    run = partial(
        subprocess.run, env=there, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    prepared = [sys.executable, "-m", "migfacts.prepare"]
    run(prepared)
    for made in tmp_path.rglob(f"*{patterns.SUFFIX}"):
        made.unlink()
    run(prepared)  # with tables that were kept
    assert run([sys.executable, "-c", read, *pages]).stdout.split() == ["[True,", "True]", "False"]
