"""Which patterns a text may hold, told without searching it."""

import ast
import re
from typing import Final

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from migfacts.languages.checking import checking
from migfacts.languages.patterns import Patterns
from tests.sources import ROOT

CLASSES: Final = {
    "of": ["of", "out of"],
    "and": ["and", "&"],
    "among": ["among", "in"],
    "several": ["multiple-choice", "more than one"],
}
PATTERNS: Final = Patterns(CLASSES)


def _templates() -> list[str]:
    """The strings of the relations that name a class of words."""
    known = checking("en").shared
    found = set()
    for file in sorted((ROOT / "migfacts" / "relations").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names = re.findall(r"\{([a-z_]+)\}", node.value)
                if names and known.keys() >= set(names) and not node.value.isspace():
                    found.add(node.value)
    return sorted(template for template in found if _is_whole(template))


def _is_whole(template: str) -> bool:
    """A part of a template that others are made of may be none by itself."""
    try:
        checking("en").patterns.compiled(template)
    except re.error:
        return False
    return True


TEMPLATES: Final = _templates()


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 300


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_matches_it_may_match(data: st.DataObject) -> None:
    patterns = checking("en").patterns
    template = data.draw(st.sampled_from(TEMPLATES))
    pattern = patterns.compiled(template)
    text = data.draw(st.from_regex(pattern))
    assume(pattern.search(text) is not None)
    assert patterns.may_match(template, patterns.held_by(text))


@pytest.mark.parametrize(
    ("template", "text", "may"),
    [
        ("{of}", "out of five", True),
        ("{of}", "outdoors", False),
        ("{of}", "offer", False),
        ("{of} {among}", "of the", False),
        ("{of} {among}", "in spite of", True),
        ("(?:{of}|{among}) x", "in x", True),
        ("(?:{of}|{among}) x", "on x", False),
        ("(?:{of}|x)", "on", True),
        ("{of}?", "on", True),
        ("{of}*", "on", True),
        ("{of}+", "on", False),
        ("(?:{of} ){0,2}", "on", True),
        ("(?:{of} ){1,2}", "on", False),
        ("(?:{of} ){2}", "on", False),
        ("(?!{of})", "on", True),
        ("(?<!{of})x", "on", True),
        ("(?={of})", "on", False),
        ("(?P<part>{of}) (?P=part)", "on", False),
        ("{and}", "x", True),  # `&` is no word
        ("{several}", "choice", False),
        ("{several}", "multiple-choice", True),
        ("N", "n", False),
        ("N", "5 N", True),
        ("[NM] x", "M", True),
        ("[NM] x", "P", False),
        ("[^NM] x", "P", True),
        ("[^]N] x", "P", True),
        (r"\N", "x", True),
        (r"[\]N]", "x", True),
        ("x|{of}", "on", True),
        ("{of} x|{of} y", "on", False),
    ],
)
def test_what_a_template_needs(template: str, text: str, *, may: bool) -> None:
    assert PATTERNS.may_match(template, PATTERNS.held_by(text)) is may


def test_a_template_with_a_bracket_too_many_is_an_error() -> None:
    with pytest.raises(ValueError, match="bracket too many"):
        PATTERNS.may_match("{of})", frozenset())


def test_a_pattern_that_waits_answers_as_one() -> None:
    patterns = Patterns(CLASSES)
    waiting = patterns.pattern("{of} (x)")
    assert waiting.search("x") is None
    assert waiting.match("x") is None
    assert waiting.fullmatch("x") is None
    assert list(waiting.finditer("x")) == []
    assert patterns.pattern("{of} (x)") is waiting
    found = waiting.search("y of x")
    assert found is not None
    assert found[1] == "x"
    assert waiting.split("a of x b") == ["a ", "x", " b"]
    assert patterns.pattern("{of} (x)") is found.re
    assert [match.start() for match in waiting.finditer("of x of x")] == [0, 5]
    assert waiting.search("of x", 1) is None


@pytest.mark.parametrize("section", sorted(checking("en").patterns.single))
def test_single_words_need_no_pattern(section: str) -> None:
    patterns = checking("en").patterns
    for word in checking("en").words(section):
        assert section in patterns.held_by(f"1 {word}, 2")
        assert patterns.has(section, f"1 {word}, 2")
        assert section not in patterns.held_by(f"1 x{word}x, 2")
