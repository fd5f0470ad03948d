"""The list of known failures: each entry names a case that there is, once, with a reason."""

from tests.cases import KNOWN_FAILURES, KnownFailure, files, key, known_failures, load, read
from tests.test_structure import RULES


def test_every_entry_names_a_case() -> None:
    case_files = ["numerals.toml", *files("kinds"), *files("context")]
    cases = {key(case) for file in case_files for case in load(file)}
    cases |= {("test_structure.py", rule, "") for rule in RULES}
    assert [entry for entry in known_failures() if entry not in cases] == []


def test_entries_are_unique_and_have_a_reason() -> None:
    entries = [KnownFailure(**entry) for entry in read(KNOWN_FAILURES)["failures"]]
    assert len(entries) == len(known_failures())
    assert all(entry.reason.strip() for entry in entries)
