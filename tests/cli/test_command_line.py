"""Command lines and what comes of them; the cases are in cases/*.toml.

A case gives `args`, and where they matter `stdin` (or `stdin_hex`), `files` (name -> text, or
`{ hex = … }`, or `{ folder = true }`) and `env`. It tells the `status` (0 if not given), `stdout`
and `stderr`: a text is all of it, a table what it `has` and `lacks`; what is not given is empty.
`written` tells what files hold afterwards, `absent` which are not there.
"""

import io
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from migfacts.cli import run
from tests import schemas

_CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(Path(__file__).with_name("cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
_KEYS = {"name", "args", "stdin", "stdin_hex", "files", "env", "status", "stdout", "stderr"}


@pytest.mark.parametrize("case", _CASES)
def test_case(
    case: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert case.keys() <= _KEYS | {"written", "absent"}
    for name, content in case.get("files", {}).items():
        _lay(tmp_path / name, content)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "MIGFACTS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "80", **case.get("env", {})}.items():
        monkeypatch.setenv(name, value)
    data = bytes.fromhex(case.get("stdin_hex", "")) or case.get("stdin", "").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    status = run(case["args"])

    stdout, stderr = (stream.decode() for stream in capsysbinary.readouterr())
    assert (status, stderr) == (case.get("status", 0), stderr)
    _compare(stderr, case.get("stderr", ""))
    _compare(stdout, case.get("stdout", ""))
    schemas.hold(case["args"], stdout)
    assert "Traceback" not in stdout + stderr
    for name, content in case.get("written", {}).items():
        _compare((tmp_path / name).read_bytes().decode(), content)
    for name in case.get("absent", []):
        assert not (tmp_path / name).exists()
    assert not list(tmp_path.rglob("*.tmp"))


def test_problems_are_one_line() -> None:
    for parameter in _CASES:
        case: Any = parameter.values[0]
        stderr = case.get("stderr", "")
        if case.get("status", 0) == 2 and isinstance(stderr, str):
            assert stderr, case["name"]
            assert all(line.startswith("migfacts: ") for line in stderr.splitlines())
            assert all("; " in line for line in stderr.splitlines()), case["name"]


def _lay(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        path.write_bytes(content.encode())
    elif "hex" in content:
        path.write_bytes(bytes.fromhex(content["hex"]))
    elif "link" in content:
        path.symlink_to(content["link"])
    else:
        path.mkdir()


def _compare(text: str, wanted: Any) -> None:
    if isinstance(wanted, str):
        assert text == wanted
        return
    assert wanted.keys() <= {"has", "lacks"}
    for part in wanted.get("has", []):
        assert part in text
    for part in wanted.get("lacks", []):
        assert part not in text
