"""No statement changes a file, reads one or runs without end; attempts.toml holds what they try."""

import io
import os
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from migfacts.cli import run

_ATTEMPTS: list[dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("attempts.toml").read_text(encoding="utf-8")
)["attempt"]
_STATEMENTS = [pytest.param(each, id=each["sql"][:60]) for each in _ATTEMPTS]
_CONDITIONS = [pytest.param(each, id=each["also"][:60]) for each in _ATTEMPTS if "also" in each]
_SECRET = "tops3cret"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with files that belong to others and facts on stdin."""
    with sqlite3.connect(tmp_path / "others.db") as database:
        database.execute("create table facts (kind)")
        database.execute("insert into facts values (?)", [_SECRET])
    database.close()
    (tmp_path / "notes.txt").write_text(f"In all, 12 nurses came. {_SECRET}")
    (tmp_path / "table.csv").write_text(f"a,b\n1,{_SECRET}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    text = io.TextIOWrapper(io.BytesIO(b"In all, 12 nurses and 5 doctors came."))
    monkeypatch.setattr(sys, "stdin", text)
    return tmp_path


def _state(folder: Path) -> dict[str, Any]:
    """All that somebody could see who looks whether a file has changed."""
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode)
        for path in folder.iterdir()
    }


def _try(
    arguments: list[str], says: str | None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _state(folder)
    status = run(arguments)
    assert _state(folder) == before
    stdout, stderr = capsys.readouterr()
    assert _SECRET not in stdout + stderr
    if says is None:
        assert (status, stderr) == (0, "")
        return
    assert status == 2
    assert stderr.startswith("migfacts: ")
    assert says in stderr
    assert (stderr.count("\n"), stdout) == (1, "")


@pytest.mark.parametrize("attempt", _STATEMENTS)
def test_statement(
    attempt: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _try(["query", attempt["sql"], "--timeout", "0.3"], attempt.get("says"), folder, capsys)


@pytest.mark.parametrize("attempt", _CONDITIONS)
def test_condition(
    attempt: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["extract", "--where", attempt["also"], "--format", "json"]
    _try(arguments, attempt.get("says"), folder, capsys)


def test_condition_without_end(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("migfacts.sql.conditions._SECONDS", 0.2)
    endless = (
        "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t"
    )
    says = "for one fact; make it simpler"
    _try(["extract", "--where", f"value = ({endless})"], says, folder, capsys)


def test_memory() -> None:
    """In a process of its own: a limit of SQLite holds for the whole process and for good."""
    program = """
import sys
from migfacts.sql import SqlError, Statement, sandbox
sandbox._MEMORY = 50 * 2**20
row = "select n + 1, randomblob(200000) from t"
sql = f"with recursive t(n, x) as (select 1, x'' union {row}) select count(distinct x) from t"
try:
    list(Statement(sql).run([], 60).rows)
except SqlError as error:
    sys.exit(str(error))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env=dict(os.environ),
    )  # fmt: skip
    assert done.stderr == "it takes too much memory; narrow it with WHERE or LIMIT\n"
