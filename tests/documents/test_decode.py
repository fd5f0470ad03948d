"""Bytes to text, and files to documents."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migfacts.documents import FORMATS, DocumentError, decode, from_bytes, read

MEND = "save its text as UTF-8 in a .txt or .md file"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"]
)
def test_unicode(encoding: str) -> None:
    text = "Some 40 wells – 50 €\r\nand 😀\n"
    mark = "\ufeff" if encoding[-2:] in {"le", "be"} else ""
    assert decode((mark + text).encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("50 €", "cp1252"),
        ("“More than 40 tents”, she said – for 50 €…", "cp1252"),
        ("It’s 5 °C; 2½ litres cost £20", "cp1252"),
        ("Plus de 8 500 réfugiés à Genève, déplacés de Côte d’Ivoire", "cp1252"),
        ("Más de 40 niños. ¿Cuántas niñas?", "latin-1"),
        ("Rund 5000 Flüchtlinge, die größte Gruppe", "cp1252"),
        ("В прошлом году на путях миграции погибли более 8500 человек.", "cp1251"),
        ("W ubiegłym roku na szlakach zginęło ponad 8500 osób. Źródło: łączna liczba", "cp1250"),
        ("Περισσότεροι από 8500 άνθρωποι έχασαν τη ζωή τους στις διαδρομές", "cp1253"),
        ("لقي أكثر من 8500 شخص حتفهم على طرق الهجرة في العام الماضي", "cp1256"),
        ("去年有超过八千五百人在迁徙途中死亡,国际移民组织表示。", "gb18030"),
    ],
)
def test_older_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"40\0wells", "not text, byte 2 is NUL"),
        (b"%PDF-1.7\n", "not text but a PDF"),
        (b"PK\3\4\x14\0", "not text but a zip archive or an Office document (docx, xlsx, odt)"),
        (b"\x89PNG\r\n", "not text but a PNG image"),
        (b"\xd0\xcf\x11\xe0\xa1", "not text but an old Office document (doc, xls)"),
        ("é".encode() * 3 + b"\xff wells", "byte 6 is not UTF-8, and no other encoding fits"),
        (b"Some 40 wells \xe2\x82", "byte 14 is not UTF-8, and no other encoding fits"),
        (bytes(range(1, 256)), "byte 127 is not UTF-8, and no other encoding fits"),
        (
            b"\xff\xfe4\0\x00\xd8",
            "byte 4 is not UTF-16-LE, which the mark at the head of the file names",
        ),
        (b"\xef\xbb\xbf4\xff", "byte 4 is not UTF-8, which the mark at the head of the file names"),
    ],
)
def test_no_text(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as error:
        decode(data, "re\nport.txt")
    assert str(error.value) == f"re\\nport.txt: {message}; {MEND}"


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=50).map(lambda text: text.encode())))
def test_any_bytes_are_text_or_one_line_of_error(data: bytes) -> None:
    message = ""
    try:
        decode(data, "a.txt")
    except DocumentError as error:
        message = str(error)
    assert message == "" or message.isprintable()


def test_utf8_loads_no_recogniser() -> None:
    loaded = sys.modules.pop("charset_normalizer", None)
    decode("50 €".encode(), "a.txt")
    decode("50 €".encode("cp1252"), "a.txt")
    assert "charset_normalizer" not in sys.modules
    if loaded:
        sys.modules["charset_normalizer"] = loaded


@pytest.mark.parametrize(
    ("name", "markup"),
    [("a.txt", "text"), ("a.md", "markdown"), ("A.MD", "markdown"), ("a.markdown", "markdown")],
)
def test_the_suffix_says_the_format(tmp_path: Path, name: str, markup: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbfSome **40** wells\r\n")
    document = read(path)
    assert (document.markup, document.path) == (markup, str(path))
    assert document.text == "Some **40** wells\r\n"
    assert path.suffix.lower() in FORMATS


def test_other_suffixes_are_plain_text() -> None:
    assert from_bytes(b"Some **40** wells", "notes.log").markup == "text"


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    document = read(tmp_path / "a.md")
    assert (document.text, document.prose, document.blocks) == ("", "", ())


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.txt", "missing.txt: no such file; check the path"),
        (".", ".: is a folder; name a file in it"),
        ("a\0b", "a\\x00b: no file can have this name; check the path"),
        ("a\nb", "a\\nb: no such file; check the path"),
    ],
)
def test_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DocumentError) as error:
        read(path)
    assert str(error.value) == message


def test_permission_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match=r"^a.txt: permission denied; make the file readable$"):
        read("a.txt")
