"""README.md and CONTRIBUTING.md: what commands print is what they say, what they name is there.

Every `sh` block of README.md is run as it stands, in a copy of the seeds under git. If another
block follows it directly, that is its output, as lines of text or, in a `json` block, as records.
`sh terminal` is run on a terminal of 80 columns. Blocks in other languages are not run.

    python -m tests.test_readme     writes the outputs into README.md as they are now
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from migfacts import extract
from tests.cases import differences
from tests.sources import PACKAGE, ROOT

README: Final = ROOT / "README.md"
CONTRIBUTING: Final = ROOT / "CONTRIBUTING.md"
KEYNOTE: Final = ROOT / "seeds/idm-2024-keynote.txt"
#: Programs that a machine may lack.
EXTERNAL: Final = ("git", "jq", "sqlite3")
#: Programs of this environment, and what Python is given to be one.
PROGRAMS: Final = {
    "python": "",
    "migfacts": " -m migfacts",
    "csvlook": " -m csvkit.utilities.csvlook",
    "csvsort": " -m csvkit.utilities.csvsort",
}
COLUMNS: Final = 80
SECONDS: Final = 60
RECORD_WIDTH: Final = 94
_FENCE: Final = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_GIT: Final = ("-c", "user.name=Reader", "-c", "user.email=reader@example.org")


class Example(NamedTuple):
    """A command of README.md, and what it is said to print, with its place in the file."""

    command: str
    on_terminal: bool
    language: str = ""
    output: str | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def missing(self) -> list[str]:
        """The programs that it needs and the machine does not have."""
        words = re.findall(r"(?:^|[|&;]) *(\w+)", self.command, re.MULTILINE)
        return [name for name in EXTERNAL if name in words and shutil.which(name) is None]


def text() -> str:
    return README.read_text(encoding="utf-8")


def examples() -> Iterator[Example]:
    """The commands of README.md, in order."""
    readme = text()
    fences = list(_FENCE.finditer(readme))
    for fence, after in zip(fences, [*fences[1:], None], strict=True):
        language, _, where = fence[1].partition(" ")
        if language != "sh":
            continue
        example = Example(fence[2], where == "terminal")
        if after is not None and not readme[fence.end() : after.start()].strip():
            example = example._replace(language=after[1], output=after[2], span=after.span(2))
        yield example


def run(example: Example, folder: Path) -> str:
    """Run a command in a folder, and give what it prints."""
    environment = _lay_out(folder)
    master, slave = _terminal() if example.on_terminal else (None, subprocess.PIPE)
    with subprocess.Popen(
        ["sh", "-ec", example.command],
        cwd=folder / "work",
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.PIPE,
    ) as process:
        if master is None:
            printed, problems = process.communicate(timeout=SECONDS)
        else:
            os.close(slave)
            printed = _shown(master)
            _, problems = process.communicate(timeout=SECONDS)
    assert (process.returncode, problems.decode()) == (0, "")
    return printed.decode().replace("\r\n", "\n")


def _terminal() -> tuple[int, int]:
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    master, slave = pty.openpty()
    return int(master), int(slave)


def _shown(master: int) -> bytes:
    """All that is written to a terminal, until nobody writes to it any more."""
    shown = b""
    try:
        while piece := os.read(master, 1 << 16):
            shown += piece
    except OSError:
        pass  # so Linux says that the other side is closed
    os.close(master)
    return shown


def _lay_out(folder: Path) -> dict[str, str]:
    """Make the copy of the seeds and the programs of a reader; give the environment."""
    work, programs = folder / "work", folder / "bin"
    programs.mkdir()
    for name, arguments in PROGRAMS.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n')
        program.chmod(0o755)
    shutil.copytree(KEYNOTE.parent, work / "seeds")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": str(COLUMNS),
        "NO_COLOR": "1",
        "LC_ALL": "C",
        "PYTHONUTF8": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
    }
    if shutil.which("git"):
        for command in (["init"], ["add", "."], [*_GIT, "commit", "-m", "Seeds"]):
            subprocess.run(
                ["git", *command], cwd=work, env=environment, capture_output=True, check=True
            )
    return environment


def records(lines: str) -> list[list[tuple[str, Any]]]:
    """The objects in a text, one after the other, keys in their order."""
    decoder, found, at = json.JSONDecoder(object_pairs_hook=list), [], 0
    lines = lines.strip()
    while at < len(lines):
        record, at = decoder.raw_decode(lines, at)
        found.append(record)
        at += len(lines[at:]) - len(lines[at:].lstrip())
    return found


EXAMPLES: Final = list(examples())


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[example.command.splitlines()[0] for example in EXAMPLES]
)
def test_command_prints_what_readme_says(example: Example, tmp_path: Path) -> None:
    if example.missing:
        pytest.skip(f"{', '.join(example.missing)}: not installed")
    printed = run(example, tmp_path)
    if example.language == "json":
        assert records(printed) == records(example.output or "")
    elif example.output is not None:
        assert printed.splitlines() == example.output.splitlines()
        assert max(map(len, printed.splitlines())) <= COLUMNS or not example.on_terminal


def test_pipelines_use_what_readme_promises() -> None:
    start = text().index("## In a pipe")
    section = text()[start : text().index("\n## ", start)]
    commands = [fence[2] for fence in _FENCE.finditer(section) if fence[1] == "sh"]
    for name in ("jq", "sqlite3", "uniq", "csv", "git diff"):
        assert any(name in command for command in commands), name


def test_quotation_stands_in_keynote() -> None:
    quoted = " ".join(line[2:] for line in text().splitlines() if line.startswith("> "))
    assert quoted
    assert quoted in KEYNOTE.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md"])
def test_make_has_the_targets_that_are_named(file: str) -> None:
    named = re.findall(r"^make (\w+)|`make (\w+)`", (ROOT / file).read_text(encoding="utf-8"), re.M)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert named
    assert {a or b for a, b in named} <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_to_files(file: str) -> None:
    content = (ROOT / file).read_text(encoding="utf-8")
    targets = [link for link in re.findall(r"\]\(([^)\s]+)\)", content) if "://" not in link]
    assert [link for link in targets if not (ROOT / link).exists()] == []


def test_options_of_extract_are_those_of_readme() -> None:
    from typer.main import get_command

    from migfacts.cli.extract import app

    known = {option for parameter in get_command(app).params for option in parameter.opts}
    rows = re.findall(r"^\| (`-.*?) \|", text(), re.MULTILINE)
    named = set(re.findall(r"`(--?[a-z-]+)`", " ".join(rows)))
    assert named <= known
    assert {option for option in known if option.startswith("--")} - named <= {"--output", "--help"}


def test_word_files_are_those_of_contributing() -> None:
    folder = PACKAGE / "languages/en"
    named = set(re.findall(r"`(\w+\.txt)`", CONTRIBUTING.read_text(encoding="utf-8")))
    assert named == {path.name for path in folder.glob("*.txt")}


def test_parts_that_contributing_names_are_there() -> None:
    rows = re.findall(r"^\| (`.*?`) \|", CONTRIBUTING.read_text(encoding="utf-8"), re.MULTILINE)
    parts = [part for row in rows for part in re.findall(r"`(\w+(?:/|\.py))`", row)]
    assert parts
    assert [part for part in parts if not (PACKAGE / part).exists()] == []


def test_cases_of_contributing_hold() -> None:
    (block,) = re.findall(
        r"^```toml\n(.*?)^```", CONTRIBUTING.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    for case in tomllib.loads(block)["case"]:
        as_of = date.fromisoformat(case["as_of"]) if "as_of" in case else None
        found = extract(case["text"], as_of=as_of)
        assert len(found) == len(case["facts"])
        for fact, entry in zip(found, case["facts"], strict=True):
            assert not differences(fact, entry)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_shell(shell: str) -> None:
    setting = f"_MIGFACTS_COMPLETE=source_{shell}"
    assert f"{setting} migfacts" in text()
    done = subprocess.run(
        [sys.executable, "-m", "migfacts"],
        env={**os.environ, **dict([setting.split("=")])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "migfacts" in done.stdout


def write_outputs() -> None:
    """Write what the commands print now into README.md."""
    readme = text()
    for example in reversed(EXAMPLES):
        if example.output is None or example.missing:
            continue
        with tempfile.TemporaryDirectory() as folder:
            printed = run(example, Path(folder))
        if example.language == "json":
            printed = "".join(map(_wrapped, printed.splitlines()))
        start, end = example.span
        readme = f"{readme[:start]}{printed}{readme[end:]}"
    README.write_text(readme, encoding="utf-8")


def _wrapped(record: str) -> str:
    """A record over several lines, each pair of key and value whole."""
    lines = [""]
    pairs = [f"{json.dumps(key)}: {_json(value)}" for key, value in json.loads(record).items()]
    for at, pair in enumerate(pairs):
        piece = f"{'{' if not at else ''}{pair}{'}' if at == len(pairs) - 1 else ','}"
        if lines[-1] and len(lines[-1]) + len(piece) >= RECORD_WIDTH:
            lines.append("")
        lines[-1] += f" {piece}" if lines[-1] or len(lines) > 1 else piece
    return "\n".join(lines) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    write_outputs()
