"""What somebody at a terminal sees."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")


def _at_terminal(arguments: Sequence[str], folder: Path, **env: str) -> tuple[str, int]:
    """All that a terminal of 80 columns shows, and the exit status."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        command = [sys.executable, "-m", "migfacts", *arguments]
        clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        os.execvpe(command[0], command, {**clean, "COLUMNS": "80", "TERM": "xterm", **env})
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the process has ended
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return shown.decode(), os.waitstatus_to_exitcode(status)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "There were 12 nurses.\n\nA [red]sign[/red] \x1b[31m and \u202e says: 30 tents.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_table_in_colour_with_a_summary(folder: Path) -> None:
    shown, status = _at_terminal(["extract", "a.txt", "--entity", "nurse"], folder)
    assert status == 0
    assert "\x1b[1;4mkind" in shown
    assert "12" in shown
    assert shown.endswith("1 fact in 1 document\r\n")


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_by_environment(folder: Path, env: dict[str, str]) -> None:
    shown, status = _at_terminal(["extract", "a.txt"], folder, **env)
    assert status == 0
    assert "\x1b" not in shown


def test_no_colour_and_no_summary_by_options(folder: Path) -> None:
    options = ["--no-color", "--quiet", "--entity", "nurse"]
    shown, _ = _at_terminal(["extract", "a.txt", *options], folder)
    assert shown.splitlines() == [
        "kind   value  unit  entity  period  where",
        "count     12        nurses          1:12",
    ]


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_text_of_documents_does_not_act(folder: Path, form: str) -> None:
    options = ["--no-color", "--format", form, "--fields", "value,sentence"]
    shown, status = _at_terminal(["extract", "a.txt", *options], folder)
    assert status == 0
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "red" in shown


def test_markup_is_printed_as_it_stands(folder: Path) -> None:
    shown, _ = _at_terminal(["extract", "a.txt", "--fields", "value,sentence"], folder)
    assert "[red]sign[/red]" in shown


def test_no_path_is_a_usage_error(folder: Path) -> None:
    shown, status = _at_terminal(["extract"], folder)
    assert status == 2
    assert shown == (
        "migfacts: no path is given and nothing comes by a pipe; name a file or a folder\r\n"
    )


def test_configured_paths_are_read(folder: Path) -> None:
    (folder / "migfacts.toml").write_text('paths = ["a.txt"]\n')
    shown, status = _at_terminal(["extract", "--format", "csv", "--fields", "text", "-q"], folder)
    assert status == 0
    assert "12 nurses\r" in shown


def test_progress_of_many_files(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_text("In all, 12 nurses came. " * 40)
    shown, status = _at_terminal(["extract", ".", "-o", "facts.csv"], folder)
    assert status == 0
    assert " of 301, " in shown
    assert shown.endswith(" facts in 301 documents\r\n")


def test_query_as_a_table_with_a_summary(folder: Path) -> None:
    shown, status = _at_terminal(
        ["query", "select value from facts", "a.txt", "--no-color"], folder
    )
    assert status == 0
    assert shown.splitlines() == ["value", "   12", "   30", "2 rows from 1 document"]


def test_a_text_of_a_query_does_nothing_to_the_terminal(folder: Path) -> None:
    options = ["--format", "csv", "--quiet"]
    shown, _ = _at_terminal(["query", "select char(27) || '[31m' as t", "a.txt", *options], folder)
    assert "\x1b" not in shown


def test_a_database_is_not_for_a_terminal(folder: Path) -> None:
    shown, status = _at_terminal(["query", "select 1", "a.txt", "--format", "sqlite"], folder)
    assert status == 2
    assert shown == "migfacts: sqlite: no format for a terminal; add -o facts.db\r\n"
