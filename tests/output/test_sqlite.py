"""A database that other tools open holds the rows as they are."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migfacts import extract
from migfacts.cli import run
from migfacts.fact import FIELDS
from migfacts.output import Row, write_binary

_TEXT = "More than 8,500 people died in 2023. The appeal seeks USD 1.3 trillion. It is 0.1 km away."


def _opened(path: Path, fields: Sequence[str], rows: Sequence[Row]) -> sqlite3.Connection:
    path.write_bytes(b"".join(write_binary("sqlite", fields, rows)))
    return sqlite3.connect(path)


def test_a_database_of_facts(tmp_path: Path) -> None:
    rows = [[getattr(fact, name) for name in FIELDS] for fact in extract(_TEXT)]
    database = _opened(tmp_path / "a.db", FIELDS, rows)
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    types = {name: kind for _, name, kind, *_ in database.execute("pragma table_info(facts)")}
    assert list(types) == list(FIELDS)
    assert (types["text"], types["value"], types["line"]) == ("TEXT", "NUMERIC", "INTEGER")
    found = database.execute("select text, value, typeof(value), concepts from facts").fetchall()
    assert found == [
        ("More than 8,500 people", 8500, "integer", "[]"),
        ("2023", None, "null", "[]"),
        ("USD 1.3 trillion", 1300000000000, "integer", '["appeal"]'),
        ("0.1 km", 0.1, "real", "[]"),
    ]


def test_any_columns(tmp_path: Path) -> None:
    fields = ('a"b', "select", "count(*)", "", "x; drop table facts")
    database = _opened(tmp_path / "a.db", fields, [("x", 1, Decimal("1.5"), None, ["a", "b"])])
    cursor = database.execute("select * from facts")
    assert [each[0] for each in cursor.description] == list(fields)
    assert cursor.fetchall() == [("x", 1, 1.5, None, '["a","b"]')]


def test_no_rows(tmp_path: Path) -> None:
    database = _opened(tmp_path / "a.db", ["a"], [])
    assert database.execute("select * from facts").fetchall() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.integers(-(2**63), 2**63 - 1))))
def test_the_rows_are_those_put_in(tmp_path: Path, rows: list[tuple[str, int]]) -> None:
    database = _opened(tmp_path / "a.db", ("text", "n"), rows)
    assert database.execute("select * from facts").fetchall() == rows
    database.close()


@pytest.mark.parametrize("output", ["a.db", "a.SQLITE3", "sqlite=a.out"])
def test_extract_writes_one(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(_TEXT)
    Path("a.db").write_text("what was there before")
    assert run(["extract", "a.txt", "--quiet", "-o", output, "--fields", "text,value"]) == 0
    database = sqlite3.connect(output.rpartition("=")[2])
    assert database.execute("select count(*), sum(value) from facts").fetchone() == (
        4,
        1300000008500.1,
    )


def test_query_writes_one_to_a_pipe(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "migfacts", "query", "--format", "sqlite"]
    statement = "select kind, count(*) as n from facts group by 1"
    done = subprocess.run(
        [*command, statement], input=_TEXT.encode(), capture_output=True, check=True
    )
    (tmp_path / "a.db").write_bytes(done.stdout)
    database = sqlite3.connect(tmp_path / "a.db")
    assert dict(database.execute("select * from facts")) == {
        "count": 1, "date": 1, "measure": 1, "money": 1,
    }  # fmt: skip


def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(_TEXT)
    Path("a.db").write_text("what was there before")
    assert run(["extract", "a.txt", "--where", "json(text) = 1", "-o", "a.db"]) == 2
    assert Path("a.db").read_text() == "what was there before"
    assert sorted(os.listdir()) == ["a.db", "a.txt"]  # noqa: PTH208
    assert capsys.readouterr().err == "migfacts: --where: malformed JSON; mend it there\n"
