"""What is wrong with records, by shape and by sense."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migfacts import extract
from migfacts.fact import FIELDS
from migfacts.fault import Fault
from migfacts.validate import validate
from tests.cases import read

FILE = read("validate/faults.toml")
CASES = FILE["case"]
SOUND: dict[str, Any] = FILE["sound"]
LINE = json.dumps(SOUND)


def faults(data: bytes | str) -> list[list[Fault]]:
    given = data if isinstance(data, bytes) else data.encode()
    return list(validate(io.BytesIO(given)))


def changed(case: dict[str, Any]) -> str:
    record = {**SOUND, **case.get("change", {})}
    record = {key: None if value != value else value for key, value in record.items()}
    kept = {key: record[key] for key in record if key not in case.get("without", [])}
    return json.dumps(kept, default=float)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_faults_of_a_record(case: dict[str, Any]) -> None:
    assert case.keys() <= {"name", "change", "without", "faults", "warnings"}
    (found,) = faults(changed(case))
    for severity, key in (("error", "faults"), ("warning", "warnings")):
        told = [each for each in found if each.severity == severity]
        wanted = case.get(key, [])
        assert sorted(str(each.field) for each in told) == sorted(field for field, _ in wanted)
        for field, message in wanted:
            assert message in next(each.message for each in told if each.field == field)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"kind": ', "it ends too early"),
        (b"{", "write one record a line, as jq -c does"),
        (b'"text"', "must be an object, not a text"),
        (b"null", "must be an object, not null"),
        (b"12", "must be an object, not a whole number"),
        (LINE.encode() + b"}", "trailing characters"),
        (LINE.replace("Bor", "").replace("june", "\0").encode(), "invalid character"),
        (LINE.encode().replace(b"june", b"\xff"), "no UTF-8"),
        (b'{"a": NaN}', "invalid character"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b'{"place":' + b"[" * 50_000 + b"]" * 50_000 + b"}", "nested too deeply"),
        ("{}".encode("utf-16"), "no JSON"),
    ],
)
def test_what_is_no_record(line: bytes, message: str) -> None:
    (found,) = faults(line)
    assert [each.message for each in found if message in each.message]


@pytest.mark.parametrize(
    "number", ["1e400", "9" * 5000, "1e99999999999999999999", "0e999999", "1e-31", "-1e31"]
)
@pytest.mark.parametrize("field", ["value", "precision"])
def test_numbers_that_no_fact_may_hold(number: str, field: str) -> None:
    (found,) = faults(json.dumps({**SOUND, field: 4711}).replace("4711", number))
    assert [(each.field, each.severity) for each in found] == [(field, "error")]
    assert "beyond 10^±30" in found[0].message


def test_digits_of_a_number_are_kept() -> None:
    record = {**SOUND, "value": 4711, "precision": 42}
    line = json.dumps(record).replace("4711", "1234567890123456789012345.678")
    assert faults(line.replace("42", "0.001")) == [[]]
    assert len(faults(line.replace("42", "0.01"))[0]) == 1


def test_records_and_lines_are_counted() -> None:
    lines = f"\ufeff\n{LINE}\n\n  \n{{}}\n{LINE}".encode()
    found = faults(lines)
    assert [len(each) for each in found] == [0, 4, 0]
    assert {(each.record, each.line) for each in found[1]} == {(2, 5)}


def test_array() -> None:
    array = f'\n[{LINE},\n  {{}}\n,\n\n{LINE}, {{"kind": 1}}]\n'
    found = faults(array)
    assert [len(each) for each in found] == [0, 4, 0, 4]
    assert [(each[0].record, each[0].line) for each in found if each] == [(2, 3), (4, 6)]


@pytest.mark.parametrize("empty", ["", "\n\n", "[]", " [ ] ", "\ufeff"])
def test_no_record(empty: str) -> None:
    assert faults(empty) == []


@pytest.mark.parametrize(
    ("array", "line"),
    [(f"[{LINE},\n{LINE}", 2), (f"[\n{LINE},\n]", 3), ("[" * 100_000, 1), ("[1] [2]", 1)],
)
def test_array_that_is_broken(array: str, line: int) -> None:
    ((fault,),) = faults(array)
    assert (fault.record, fault.field, fault.line) == (1, None, line)


class _Endless(io.RawIOBase):
    """A pipe that somebody holds open."""

    def __iter__(self) -> Iterator[bytes]:
        while True:
            yield f"{LINE}\n".encode()


def test_lines_are_read_one_by_one() -> None:
    found = validate(_Endless())  # type: ignore[arg-type]
    assert [next(found) for _ in range(3)] == [[], [], []]


@pytest.mark.parametrize("name", ["money", "measure", "date", "ratio", "age", "duration", "count"])
def test_what_is_extracted_is_valid(name: str) -> None:
    texts = [case["text"] for case in read(f"kinds/{name}.toml")["case"]]
    lines = [fact.to_json() for text in texts for fact in extract(text)]
    assert len(lines) > 20
    found = faults(b"\n".join(lines))
    assert len(found) == len(lines)
    assert [each for each in found if any(fault.severity == "error" for fault in each)] == []


# The document at hand

TEXT = "Dear all,\nso 12 nurses came, and 12 nurses left.\n"
PLACE = {"path": "a.txt", "start": 13, "end": 22, "line": 2, "column": 4}


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({}, None),
        ({"start": 33, "end": 42, "column": 24}, None),
        ({"start": 14, "end": 23}, ("start", "is 14, but the text stands at 13 in the document")),
        ({"start": 40, "end": 49}, ("start", "stands at 33")),
        ({"start": 9**20, "end": 9**20 + 9}, ("start", "stands at 33")),
        ({"text": "13 nurses"}, ("start", "stands nowhere in the document")),
        ({"line": 3}, ("line", "is at 3:4, but start 13 is at 2:4")),
        ({"column": 5}, ("column", "is at 2:5, but start 13 is at 2:4")),
        ({"path": None, "start": 0, "end": 9}, None),
        ({"path": "b.txt", "start": 0, "end": 9}, None),
        ({"path": "folder.txt", "start": 0, "end": 9}, None),
        ({"path": "a\0.txt", "start": 0, "end": 9}, None),
        ({"path": "x" * 5000 + ".txt", "start": 0, "end": 9}, None),
        ({"path": "/dev/zero", "start": 0, "end": 9}, None),
    ],
)
def test_text_in_its_document(
    place: dict[str, Any],
    message: tuple[str, str] | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "folder.txt").mkdir()
    monkeypatch.chdir(tmp_path)
    (found,) = faults(json.dumps({**SOUND, **PLACE, **place}))
    assert [each.field for each in found] == ([message[0]] if message else [])
    assert not message or message[1] in found[0].message


def test_what_stands_in_a_file_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("password = hunter2")
    monkeypatch.chdir(tmp_path)
    (found,) = faults(json.dumps({**SOUND, **PLACE, "start": 3, "end": 12}))
    assert found
    assert all("password" not in each.message for each in found)


# Whatever comes

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
_RECORDS = st.dictionaries(st.sampled_from(FIELDS), _JSON).map(lambda some: {**SOUND, **some})


@given(st.lists(st.binary(max_size=60) | st.sampled_from([LINE.encode(), b"[", b"]", b","])))
@settings(deadline=None)
def test_bytes_never_raise(pieces: list[bytes]) -> None:
    for found in faults(b"\n".join(pieces)):
        assert all(each.message and each.record > 0 and each.line > 0 for each in found)


@given(_RECORDS)
@settings(deadline=None)
def test_records_never_raise_and_have_one_fault_a_field(record: dict[str, Any]) -> None:
    (found,) = faults(json.dumps(record))
    fields = [each.field for each in found]
    assert len(fields) == len(set(fields))
