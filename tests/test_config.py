"""Configuration files."""

from datetime import date
from pathlib import Path

import pytest

from migfacts.config import CheckConfig, Config, ConfigError, load


def _write(folder: Path, content: str, name: str = "migfacts.toml") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")


def test_nothing_is_configured(tmp_path: Path) -> None:
    assert load(tmp_path) == Config()


def test_every_key(tmp_path: Path) -> None:
    _write(
        tmp_path,
        """
        paths = ["reports", "note.md"]
        exclude = ["old/"]
        lang = "en"
        as-of = 2024-11-25
        [check]
        facts = "facts.toml"
        select = ["conflict"]
        ignore = ["unused-ignore"]
        format = "text"
        baseline = "baseline.json"
        """,
    )
    assert load(tmp_path) == Config(
        paths=("reports", "note.md"),
        exclude=("old/",),
        lang="en",
        as_of=date(2024, 11, 25),
        check=CheckConfig(
            facts="facts.toml",
            select=("conflict",),
            ignore=("unused-ignore",),
            format="text",
            baseline="baseline.json",
        ),
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pyproject.toml", '[tool.migfacts]\nlang = "en"\n'),
        ("pyproject.toml", '[tool]\nmigfacts = { lang = "en" }\n'),
        ("pyproject.toml", 'tool.migfacts.lang = "en"\n'),
        ("pyproject.toml", '[tool."migfacts"]\nlang = "en"\n'),
        ("pyproject.toml", 'tool = { migfacts = { lang = "en" } }\n'),
        ("migfacts.toml", '[tool.migfacts]\nlang = "en"\n'),
        ("migfacts.toml", 'lang = "en"\n'),
    ],
)
def test_where_the_keys_stand(tmp_path: Path, name: str, content: str) -> None:
    _write(tmp_path, content, name)
    assert load(tmp_path).lang == "en"


def test_the_nearest_file_that_speaks_of_migfacts_counts(tmp_path: Path) -> None:
    _write(tmp_path, 'lang = "fr"')
    _write(tmp_path / "a", '[tool.migfacts]\nlang = "en"', "pyproject.toml")
    _write(tmp_path / "a" / "b", '[project]\nname = "migfacts"', "pyproject.toml")
    assert load(tmp_path / "a" / "b").lang == "en"


def test_migfacts_toml_comes_before_pyproject_toml(tmp_path: Path) -> None:
    _write(tmp_path, 'lang = "en"')
    _write(tmp_path, '[tool.migfacts]\nlang = "fr"', "pyproject.toml")
    assert load(tmp_path).lang == "en"


def test_a_pyproject_of_others_is_not_parsed(tmp_path: Path) -> None:
    _write(tmp_path, 'name = "migfacts"\nbroken', "pyproject.toml")
    assert load(tmp_path) == Config()


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    _write(tmp_path, 'paths = ["in", "/abs"]\n[check]\nfacts = "facts.toml"')
    (tmp_path / "sub").mkdir()
    config = load(tmp_path / "sub")
    assert config.paths == (str(Path("..", "in")), "/abs")
    assert config.check.facts == str(Path("..", "facts.toml"))


@pytest.mark.parametrize(
    ("pattern", "below"),
    [
        ("old", "old"),
        ("old/", "old/"),
        ("*.txt", "*.txt"),
        ("a/b/old", "/old"),
        ("/a/b/*.md", "/*.md"),
        ("a/*/old/", "/old/"),
        ("**/old/x", "/**/old/x"),
        ("a/**/old", "/**/old"),
        ("!a/b/keep.md", "!/keep.md"),
        ("c/old", None),
        ("/a/b", None),
    ],
)
def test_patterns_count_from_the_file(tmp_path: Path, pattern: str, below: str | None) -> None:
    _write(tmp_path, f"exclude = ['{pattern}']")
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    assert load(tmp_path).exclude == (pattern,)
    assert load(here).exclude == (() if below is None else (below,))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("langs = 'en'", "unknown key 'langs'; did you mean 'lang'?"),
        ("zzz = 1", "unknown key 'zzz'; known: paths, exclude, lang, as-of, check"),
        ("[check]\nselct = []", "unknown key 'check.selct'; did you mean 'select'?"),
        (
            "[extract]\nformat = 'csv'",
            "unknown key 'extract'; known: paths, exclude, lang, as-of, check",
        ),
        ("paths = 'in'", "paths must be a list of texts, not 'in'; mend it there"),
        ("paths = ['in', 1]", "paths must be a list of texts, not ['in', 1]; mend it there"),
        ("lang = 1", "lang must be a text, not 1; mend it there"),
        ("as-of = 2024", "as-of must be a date as 2024-11-25, not 2024; mend it there"),
        ("check = 'all'", "check must be a table, not 'all'; mend it there"),
        ("check.facts = 1", "check.facts must be a text, not 1; mend it there"),
    ],
)
def test_what_is_wrong(tmp_path: Path, content: str, said: str) -> None:
    _write(tmp_path, content)
    with pytest.raises(ConfigError) as error:
        load(tmp_path)
    assert str(error.value) == f"migfacts.toml: {said}"


def test_a_time_is_no_date(tmp_path: Path) -> None:
    _write(tmp_path, "as-of = 2024-11-25T00:00:00Z")
    with pytest.raises(ConfigError, match="as-of must be a date"):
        load(tmp_path)


@pytest.mark.parametrize("content", [b"lang = ", b"lang = '\xff'", b"lang = 'a'\nlang = 'b'"])
def test_broken_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "migfacts.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"^migfacts\.toml: is no TOML: .*; mend it there$"):
        load(tmp_path)


def test_broken_file_says_the_line(tmp_path: Path) -> None:
    _write(tmp_path, "lang = 'en'\npaths = oops\n")
    with pytest.raises(ConfigError, match="line 2"):
        load(tmp_path)


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "migfacts.toml").mkdir()
    assert load(tmp_path) == Config()
