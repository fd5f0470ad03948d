"""facts.toml: what is read of it, and what is said of a broken one."""

from decimal import Decimal
from pathlib import Path

import pytest

from migfacts import from_text
from migfacts.check import check
from migfacts.registry import RegistryError, parse, read

GOOD = """[[fact]]
id = "a"
entity = "member states"
value = 175
"""


def test_good() -> None:
    (entry,) = parse(GOOD + 'subject = ["IOM", "we"]\naliases = ["members"]\n').entries
    assert (entry.id, entry.value, entry.line) == ("a", Decimal(175), 1)
    assert entry.subjects == ("IOM", "we")
    assert entry.rounding


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + "colour = 1\n", "facts.toml:5: unknown key 'colour'; known: id, entity,"),
        (GOOD + 'units = "USD"\n', "facts.toml:5: unknown key 'units'; did you mean 'unit'?"),
        (GOOD + GOOD, "facts.toml:5: id 'a' is taken on line 1; rename one"),
        ("facts = 1\n", "facts.toml:1: unknown key 'facts'; entries stand under [[fact]]"),
        ("[[fact]]\n[[fact\n", "facts.toml: is no TOML: "),
        ('[[fact]]\nid = "a"\nvalue = 1\n', "facts.toml:1: entity is missing; write entity ="),
        ('[[fact]]\nid = "a"\nentity = "b"\n', "facts.toml:1: value is missing; write value, or"),
        (GOOD + 'expires = "2024-02-31"\n', "facts.toml:5: expires is '2024-02-31', no date;"),
        (GOOD + 'period = "May"\n', "facts.toml:5: 'May' is no period; write 2023,"),
        (GOOD + 'period = "2023-13"\n', "facts.toml:5: '2023-13' is no period; write"),
        (GOOD + 'tolerance = "much"\n', "facts.toml:5: 'much' is no tolerance;"),
        (GOOD + 'rounding = "no"\n', "facts.toml:5: rounding is 'no'; write true or false"),
        (GOOD.replace("175", '"many"'), "facts.toml:4: value is 'many', no number; write value"),
        (GOOD + "low = 9\nhigh = 3\n", "facts.toml:5: low is above high; swap them"),
    ],
)
def test_broken(text: str, message: str) -> None:
    with pytest.raises(RegistryError) as caught:
        parse(text)
    said = str(caught.value)
    assert said.startswith(message)
    assert "\n" not in said
    assert "; " in said


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no such file; check --facts"):
        read(tmp_path / "facts.toml")
    (tmp_path / "facts.toml").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(RegistryError, match="it is no UTF-8 text"):
        read(tmp_path / "facts.toml")


@pytest.mark.parametrize(
    ("extra", "text", "wrong"),
    [
        ("", "We have 170 member states.", True),
        ("", "We have about 170 member states.", False),
        ("", "We have more than 170 member states.", False),
        ('tolerance = "5%"\n', "We have 170 member states.", False),
        ('tolerance = "3"\n', "We have 170 member states.", True),
        ('period = "2023"\n', "In 2023 we had 170 member states.", True),
        ('period = "2023"\n', "In 2022 we had 170 member states.", False),
        ('period = "2023"\n', "We have 170 member states.", False),
        ('subject = "IOM"\n', "UNHCR has 170 member states.", False),
    ],
)
def test_what_an_entry_governs(extra: str, text: str, wrong: bool) -> None:
    found = check([from_text(text)], parse(GOOD + extra))
    assert [finding.code for finding in found] == ["registry-mismatch"] * wrong


def test_decimals_are_exact() -> None:
    (entry,) = parse(GOOD.replace("175", "6.2")).entries
    assert entry.value == Decimal("6.2")
