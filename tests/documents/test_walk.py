"""Paths, folders and globs to files."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from migfacts.documents import DocumentError, walk


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("40 wells", encoding="utf-8")


def write(name: str, text: str) -> None:
    make(name)
    Path(name).write_text(text, encoding="utf-8")


def names(paths: Iterable[str], exclude: tuple[str, ...] = ()) -> list[str]:
    return [path.as_posix() for path in walk(paths, exclude)]


TREE = [
    "b.txt",
    "a.md",
    "c.pdf",
    "d/B.MARKDOWN",
    "d/a.txt",
    "d.md",
    ".h.md",
    ".g/x.md",
    "d/e/f/z.md",
]


def test_a_folder(tree: Path) -> None:
    make(*TREE)
    assert names(["."]) == ["a.md", "b.txt", "d/B.MARKDOWN", "d/a.txt", "d/e/f/z.md", "d.md"]
    assert names(["d"]) == ["d/B.MARKDOWN", "d/a.txt", "d/e/f/z.md"]
    assert names([str(tree / "d/e")]) == [(tree / "d/e/f/z.md").as_posix()]
    assert list(walk([Path()])) == sorted(walk([Path()]))


@pytest.mark.usefixtures("tree")
def test_a_file_is_given_whatever_its_name() -> None:
    make("c.pdf", ".h.md", "log")
    assert names(["c.pdf", ".h.md", "log"]) == ["c.pdf", ".h.md", "log"]


@pytest.mark.usefixtures("tree")
def test_each_file_once() -> None:
    make("a.md", "d/b.md")
    Path("z.md").symlink_to("a.md")
    assert names(["d/b.md", ".", "a.md", "./d/../a.md", "d"]) == ["d/b.md", "a.md"]


@pytest.mark.usefixtures("tree")
def test_links_to_folders_are_no_way_in_or_round() -> None:
    make("d/a.md")
    Path("d/up").symlink_to("..")
    Path("e").symlink_to("d")
    Path("d/broken.md").symlink_to("nowhere")
    Path("d/loop.md").symlink_to("loop.md")
    assert names(["."]) == ["d/a.md"]
    assert names(["e"]) == ["e/a.md"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        ({".gitignore": "a.md\n"}, ["b.md", "d/b.md", "d/e/c.md"]),
        ({".gitignore": "/a.md\n# no\n\n"}, ["b.md", "d/a.md", "d/b.md", "d/e/c.md"]),
        ({".gitignore": "d/\n"}, ["a.md", "b.md"]),
        ({".gitignore": "d/*\n!d/b.md\n"}, ["a.md", "b.md", "d/b.md"]),
        ({".gitignore": "*.md\n", "d/.gitignore": "!b.md\n"}, ["d/b.md"]),
        ({"d/.gitignore": "/e\n"}, ["a.md", "b.md", "d/a.md", "d/b.md"]),
        ({"d/e/.gitignore": "*"}, ["a.md", "b.md", "d/a.md", "d/b.md"]),
        ({".gitignore": "\\\n[z-a].md\n!\nb.md\r\n"}, ["a.md", "d/a.md", "d/e/c.md"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_gitignore(patterns: dict[str, str], left: list[str]) -> None:
    make("a.md", "b.md", "d/a.md", "d/b.md", "d/e/c.md")
    for name, text in patterns.items():
        write(name, text)
    assert names(["."]) == left


@pytest.mark.usefixtures("tree")
def test_gitignore_above_holds_in_a_repository() -> None:
    make("d/a.md", "d/b.md", "built/c.md")
    write(".gitignore", "a.md\nbuilt\n")
    assert names(["d"]) == ["d/a.md", "d/b.md"]
    Path(".git").mkdir()
    assert names(["d"]) == ["d/b.md"]
    assert names(["d/a.md"]) == ["d/a.md"]
    assert names(["built"]) == ["built/c.md"]


@pytest.mark.usefixtures("tree")
def test_no_gitignore_no_pathspec(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pathspec", None)
    make("a.md")
    assert names(["."]) == ["a.md"]


@pytest.mark.usefixtures("tree")
def test_exclude() -> None:
    make("a.md", "d/a.md", "d/b.md", "e/c.md")
    assert names(["."], ("d/b.md", "e")) == ["a.md", "d/a.md"]
    assert names(["d", "e/c.md"], ("d/b.md", "e")) == ["d/a.md", "e/c.md"]
    assert names(["*/*.md"], ("d",)) == ["e/c.md"]
    write("d/.gitignore", "!b.md")
    assert names(["d"], ("b.md",)) == ["d/a.md"]
    with pytest.raises(DocumentError, match=r"^exclude pattern '!' is broken; mend or drop it$"):
        names(["."], ("!",))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.md", ["a.md"]),
        ("*", ["a.md", "d/b.md", "d/x[1].md"]),
        ("*.log", ["n.log"]),
        ("**/*.md", ["a.md", "d/b.md", "d/x[1].md"]),
        ("d/**", ["d/b.md", "d/x[1].md"]),
        ("?.md", ["a.md"]),
        ("d/x[1].md", ["d/x[1].md"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_globs(pattern: str, found: list[str]) -> None:
    make("a.md", "c.pdf", "n.log", "d/b.md", "d/x[1].md", ".h.md")
    assert names([pattern]) == found


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("no.md", "no.md: no such file or folder; check the path"),
        ("", "a path is empty; name a file or a folder"),
        ("no/*.md", "no/*.md: no file matches; check the pattern"),
        ("a\0b", "a\\x00b: no such file or folder; check the path"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_paths_that_stand_for_nothing(path: str, message: str) -> None:
    with pytest.raises(DocumentError) as error:
        names([path])
    assert str(error.value) == message


@pytest.mark.usefixtures("tree")
def test_a_folder_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    Path("d").mkdir()
    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(DocumentError, match=r"^d: cannot be read \(Permission denied\); make the"):
        names(["d"])


@pytest.mark.usefixtures("tree")
def test_a_deep_folder() -> None:
    home = Path.cwd()
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    make("a.md")
    os.chdir(home)
    assert len(names(["."])) == 1
