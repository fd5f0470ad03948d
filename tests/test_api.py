"""The public API: its names, what it costs to import, and that its examples hold."""

import doctest
import inspect
import re
import subprocess
import sys
from typing import Final

import pytest

import migfacts
from migfacts import Fact, extract
from tests.sources import ROOT

PUBLIC: Final = [
    "Document",
    "DocumentError",
    "Fact",
    "LanguageError",
    "__version__",
    "extract",
    "facts",
    "from_text",
    "read",
]
HEAVY: Final = ("msgspec", "pathspec", "pint", "regex", "rich", "typer", "charset_normalizer")
_FENCED: Final = re.compile(r"^```(?:python|pycon)?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_public_names_are_pinned() -> None:
    assert migfacts.__all__ == PUBLIC
    assert dir(migfacts) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_public_name_is_there(name: str) -> None:
    assert getattr(migfacts, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'extrakt'"):
        getattr(migfacts, "extrakt")  # noqa: B009 (mypy knows the names)


def test_version_is_a_literal() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", migfacts.__version__)
    source = (ROOT / "migfacts/__init__.py").read_text(encoding="utf-8")
    assert f'__version__ = "{migfacts.__version__}"' in source


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, migfacts; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = run.stdout.split()
    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith("migfacts.")] == []


def test_extract_does_not_load_what_it_does_not_need() -> None:
    code = "import sys, migfacts; migfacts.extract('Some 40 tents.'); print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pint", "rich", "typer", "charset_normalizer"} & set(run.stdout.split()) == set()


@pytest.mark.parametrize(
    ("function", "signature"),
    [
        (extract, "(text: str, *, lang: str = 'en', as_of: date | None = None) -> list[Fact]"),
        (
            migfacts.facts,
            "(document: Document, *, lang: str = 'en', as_of: date | None = None)"
            " -> Iterator[Fact]",
        ),
        (Fact.to_dict, "(self) -> dict[str, Any]"),
        (Fact.from_dict, "(data: dict[str, Any]) -> Fact"),
    ],
    ids=["extract", "facts", "Fact.to_dict", "Fact.from_dict"],
)
def test_signature(function: object, signature: str) -> None:
    assert callable(function)
    assert str(inspect.signature(function)).replace("'", "") == signature.replace("'", "")


def test_keys_of_fact_are_those_of_the_design() -> None:
    assert list(extract("Some 40 tents.")[0].to_dict()) == [
        *("kind", "text", "start", "end", "path", "line", "column", "page", "value", "low"),
        *("high", "bound", "precision", "unit", "unit_text", "per", "entity", "entity_lemma"),
        *("qualifier", "event", "subject", "concepts", "change", "period", "place", "scope"),
        *("statistic", "sentence"),
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "kind"),
        ({"kind": "count", "text": "4 tents", "start": 0, "end": 7, "colour": "red"}, "colour"),
        ({"kind": "tents", "text": "4 tents", "start": 0, "end": 7}, "kind"),
        ({"kind": "count", "text": "4 tents", "start": 0, "end": 7, "value": "four"}, "value"),
    ],
    ids=["empty", "unknown key", "unknown kind", "value in words"],
)
def test_wrong_record_is_a_value_error_that_names_the_key(
    data: dict[str, object], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Fact.from_dict(data)


def test_unknown_language_is_a_language_error() -> None:
    with pytest.raises(migfacts.LanguageError, match=r"'xx'.*known: .*en"):
        extract("Some 40 tents.", lang="xx")


def test_examples_of_package_hold() -> None:
    found = doctest.testmod(migfacts)
    assert found.attempted
    assert not found.failed


def test_examples_of_readme_hold() -> None:
    path = ROOT / "README.md"
    assert path.is_file()
    blocks = _FENCED.findall(path.read_text(encoding="utf-8"))
    for number, example in enumerate(block for block in blocks if block.startswith(">>> ")):
        test = doctest.DocTestParser().get_doctest(example, {}, f"README {number}", None, 0)
        assert not doctest.DocTestRunner().run(test).failed
