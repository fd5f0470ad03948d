"""What only a process of its own shows: pipes, signals, terminals."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

_MIGFACTS = [sys.executable, "-m", "migfacts"]
#: A device that is always full.
_FULL = Path("/dev/full")
_LINE = "In all, 12 nurses came.\n\n"


def _run(
    arguments: Sequence[str], stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*_MIGFACTS, *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )


def test_data_and_exit_status() -> None:
    done = _run(["extract", "--fields", "text"], _LINE.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, b'{"text":"12 nurses"}\n', b"")


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "table"])
def test_closed_pipe_ends_quietly(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_LINE * 3000)
    with subprocess.Popen(
        [*_MIGFACTS, "extract", str(tmp_path), "--format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_interrupt_ends_quietly_and_leaves_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with (
        subprocess.Popen(
            [*_MIGFACTS, "extract", "a.txt", "-o", "facts.csv"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
        ) as process,
        (tmp_path / "a.txt").open("w"),
    ):  # opens once the process reads
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (process.returncode, stdout, stderr) == (130, b"", b"")


@pytest.mark.skipif(not _FULL.exists(), reason="needs a device that is always full")
def test_full_disk() -> None:
    with _FULL.open("wb") as full:
        done = subprocess.run(
            [*_MIGFACTS, "extract"],
            input=_LINE.encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"migfacts: stdout: cannot be written (")


@pytest.mark.parametrize(("descriptor", "said"), [(0, b"stdin"), (1, b"stdout")])
def test_closed_stream(descriptor: int, said: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_LINE)
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {descriptor}>&-', "sh", *_MIGFACTS, "extract", "-", "a.txt"],
        input=None if descriptor == 0 else b"",
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"migfacts: " + said + b" is closed; ")
    assert done.stderr.count(b"\n") == 1


def test_records_stream_as_documents_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_LINE)
    os.mkfifo(tmp_path / "b.txt")
    with subprocess.Popen(
        [*_MIGFACTS, "extract", "a.txt", "b.txt", "--fields", "text"],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b'{"text":"12 nurses"}\n'
        (tmp_path / "b.txt").write_text("There were 30 tents.")
        assert process.stdout.read() == b'{"text":"30 tents"}\n'
    assert process.returncode == 0


def test_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    target.write_text("old")
    target.chmod(0o640)
    fresh = tmp_path / "fresh.csv"
    done = _run(["extract", "-o", str(target), "-o", str(fresh)], _LINE.encode())
    assert done.returncode == 0
    assert target.stat().st_mode & 0o777 == 0o640
    mask = os.umask(0)
    os.umask(mask)
    assert fresh.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("form", ["jsonl", "csv", "markdown", "table"])
def test_name_of_a_file_that_is_no_text(form: str, tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(_LINE)
    except OSError:
        pytest.skip("this file system has no such names")
    done = _run(["extract", str(tmp_path), "--format", form, "--fields", "path"])
    assert done.returncode == 0
    assert "caf\ufffd.txt" in done.stdout.decode()


def test_debug_shows_where_an_unforeseen_error_is(tmp_path: Path) -> None:
    """A broken installation is such an error."""
    broken = tmp_path / "msgspec"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise RuntimeError('not\\nthis')")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    plain = _run(["extract"], PYTHONPATH=path)
    assert plain.returncode == 2
    assert plain.stdout == b""
    assert plain.stderr.startswith(b"migfacts: unexpected RuntimeError: not this; ")
    assert plain.stderr.count(b"\n") == 1
    told = _run(["extract"], PYTHONPATH=path, MIGFACTS_DEBUG="1")
    assert told.returncode == 2
    assert told.stderr.startswith(b"Traceback ")


def test_interrupt_ends_a_statement(tmp_path: Path) -> None:
    endless = (
        "with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t"
    )
    with subprocess.Popen(
        [*_MIGFACTS, "query", endless, "--timeout", "100", "-o", "facts.csv"],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=20)
    assert (process.returncode, stderr) == (130, b"")
    assert not list(tmp_path.iterdir())
