"""Inline ignores and baselines."""

from pathlib import Path

import pytest

from migfacts import from_text
from migfacts.check import check
from migfacts.finding import Finding
from migfacts.suppress import SuppressError, baseline_of, read_baseline, without_known

FAULT = "We put up 75 tents, 50 large and 30 small."
IGNORE = "<!-- migfacts: ignore[sum-mismatch] counted twice -->"


def found(text: str, path: str = "a.md") -> list[Finding]:
    return check([from_text(text, path=path, markup="markdown")])


def codes(text: str) -> list[str]:
    return [finding.code for finding in found(text)]


def test_ignore_on_the_line() -> None:
    assert codes(f"{FAULT} {IGNORE}\n") == []


def test_ignore_alone_covers_the_next_block() -> None:
    assert codes(f"{IGNORE}\n\nSome words.\n{FAULT}\n") == []
    assert codes(f"{IGNORE}\n\nSome words.\n\n{FAULT}\n") == ["unused-ignore", "sum-mismatch"]


def test_ignore_of_another_code_is_unused() -> None:
    other = IGNORE.replace("sum-mismatch", "conflict")
    assert sorted(codes(f"{FAULT} {other}\n")) == ["sum-mismatch", "unused-ignore"]


def test_plain_text_has_no_inline_ignores() -> None:
    (finding,) = check([from_text(f"{FAULT} {IGNORE}")])
    assert finding.code == "sum-mismatch"


def test_baseline_holds_by_content(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(baseline_of(found(f"{FAULT}\n")), encoding="utf-8")
    known = read_baseline(str(path))
    assert without_known(found(f"# A title\n\nMore words.\n\n{FAULT}\n"), known) == ([], [])
    kept, stale = without_known(found(f"{FAULT}\n\n{FAULT}\n"), known)
    assert (len(kept), stale) == (1, [])
    kept, stale = without_known(found("No number.\n"), known)
    assert kept == []
    assert stale == ["sum-mismatch in a.md: 75 tents, but the parts add up to 80 (50 + 30)"]


@pytest.mark.parametrize("content", ["", "[]", '{"findings": [1]}', '{"findings": [{}]}'])
def test_broken_baseline(tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SuppressError, match="is no baseline; make it anew"):
        read_baseline(str(path))


def test_missing_baseline(tmp_path: Path) -> None:
    with pytest.raises(SuppressError, match="no such baseline; make it with"):
        read_baseline(str(tmp_path / "known.json"))


def test_fingerprints_do_not_depend_on_lines() -> None:
    (here,) = found(f"{FAULT}\n")
    (there,) = found(f"Some words.\n\n{FAULT}\n")
    assert (here.fingerprint, here.line, there.line) == (there.fingerprint, 1, 3)
