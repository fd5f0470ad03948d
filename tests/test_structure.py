"""The rules of the design that a reader of one file cannot see.

What a part may import follows the way of the data, which has no way back: bytes to document,
text to numerals, to quantities, to facts, to output.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

import pytest

from migfacts import extract
from migfacts.fact import BOUNDS, FIELDS, KINDS
from tests.sources import ROOT, imports, module_name, part, sources, tree

MOST_LINES, MOST_FUNCTION_LINES, MOST_WORDS = 300, 60, 6

_RECORDS: Final = {"fact", "relation", "finding", "fault", "reading"}
_NUMERALS: Final = {"fact", "languages", "tokens", "numerals"}
_KINDS: Final = {*_NUMERALS, "quantity", "grammar", "beside", "kinds"}
_CONTEXT: Final = {*_KINDS, "handing", "initials", "joining", "context"}
_FACTS: Final = {*_CONTEXT, "documents", "defaults", "tables", "statement", "pipeline"}
_CHECKS: Final = {*_RECORDS, "compare", "units", "registry"}
#: A part of the package -> the other parts that it may import. `cli` and the package itself may
#: import all.
MAY_IMPORT: Final[dict[str, set[str]]] = {
    "fact": set(),
    "relation": {"fact"},
    "finding": {"fact"},
    "fault": {"finding"},
    "reading": {"fact", "relation"},
    "schema": _RECORDS,
    "kept": set(),
    "prepare": {"languages"},
    "languages": set(),
    "documents": set(),
    "units": {"languages"},
    "config": set(),
    "tokens": {"languages"},
    "numerals": {"languages", "tokens"},
    "quantity": {"fact", "numerals"},
    "grammar": {"languages", "tokens"},
    "beside": _KINDS - {"kinds"},
    "kinds": _KINDS,
    "handing": {"quantity", "tokens"},
    "initials": {"quantity", "tokens"},
    "joining": {*_KINDS, "handing"},
    "context": _KINDS,
    "defaults": {*_CONTEXT, "documents"},
    "tables": {*_CONTEXT, "documents"},
    "statement": {"fact", "documents", "tables", "tokens"},
    "pipeline": _FACTS,
    "relations": {*_RECORDS, "compare", "units", "statement", "languages", "tokens", "grammar"},
    "compare": {"fact", "units"},
    "things": {"fact", "beside", "grammar", "languages", "relations", "tokens"},
    "coreference": {"compare", "fact", "relations", "things"},
    "checks": {*_CHECKS, "relations", "things", "coreference", "suppress"},
    "check": {*_FACTS, *_CHECKS, "relations", "things", "checks", "suppress", "yearless"},
    "yearless": {"fact", "things", "languages", "documents"},
    "registry": {*_FACTS, "compare", "units", "config", "things"},
    "suppress": {"finding", "documents"},
    "query": {"fact", "units", "pipeline"},  # a unit is read as a document would write it
    "records": {"fact"},
    "columns": {"fact"},
    "sql": {"fact", "columns", "config"},  # of the configuration only its nearest name
    "validate": {"fact", "fault", "units", "languages", "documents", "config"},
    "explain": {*_FACTS, *_RECORDS, "check"},
    "conversion": {"fact", "languages", "units", "query"},
    "difference": {"fact", "languages", "things", "units", "query"},
    "output": {*_RECORDS, "units", "columns", "difference"},
}
#: A relation -> the others that it may take from; what several share stands beside them.
RELATION_MAY_IMPORT: Final = {"total": {"share"}, "change": {"share"}}
#: Lists of names of the code itself.
_NAMES: Final = {"__all__", "__slots__", "COMMANDS"}
#: Words of the record itself, which are no words of a language.
VOCABULARY: Final = {
    *(*KINDS, *BOUNDS, *FIELDS),
    *("planned", "reached", "required", "received", "pledged", "cumulative", "preliminary"),
    *("revised", "withdrawn", "quoted", "scenario"),
}


def imports_along_the_way(source: str) -> Iterator[str]:
    """No part imports one further down the way of the data."""
    here = part(module_name(source))
    if here in ("", "cli", "__main__"):
        return
    if here not in MAY_IMPORT:
        yield f"{here} has no line in MAY_IMPORT"
        return
    for name in imports(source):
        allowed = {here, "kept", *MAY_IMPORT[here]}
        if name.startswith("migfacts.") and part(name) not in allowed:
            yield f"imports {name}"


def relations_apart(source: str) -> Iterator[str]:
    """A relation takes from few others, and what they share from none."""
    relations = {path.name for path in (ROOT / "migfacts/relations").iterdir() if path.is_dir()}
    names = module_name(source).split(".")
    if names[1:2] != ["relations"] or names[2:] == []:
        return
    for name in imports(source):
        other = name.split(".")[2:3]
        allowed = {names[2], *RELATION_MAY_IMPORT.get(names[2], ())}
        if name.startswith("migfacts.relations.") and relations & set(other) - allowed:
            yield f"imports {name}"


def pint_in_units_alone(source: str) -> Iterator[str]:
    """Only units.py imports pint, and inside a function."""
    for name in imports(source):
        if name.split(".")[0] == "pint" and source != "migfacts/units.py":
            yield f"imports {name}"
    for node in tree(source).body:
        if isinstance(node, ast.Import) and any(name.name == "pint" for name in node.names):
            yield "imports pint when it is imported itself"


def short_files_and_functions(source: str) -> Iterator[str]:
    """A file has at most 300 lines, a function at most 60."""
    lines = len((ROOT / source).read_text(encoding="utf-8").splitlines())
    if lines > MOST_LINES:
        yield f"{lines} lines"
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > MOST_FUNCTION_LINES:
                yield f"{node.name} has {length} lines"


def no_words_in_code(source: str) -> Iterator[str]:
    """No word of any language stands in code: no list of words, no comparison with a word."""
    literals = _inside_literal(tree(source))
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Tuple | ast.Set | ast.List) and node not in literals:
            words = [word for word in _strings(node.elts) if _looks_like_word(word)]
            if len(words) > MOST_WORDS and not set(words) <= VOCABULARY:
                yield f"line {node.lineno}: a list of words: {', '.join(words[:4])} …"
        elif isinstance(node, ast.Compare) and _is_word(node.left):
            for other in node.comparators:
                words = [word for word in _strings(ast.walk(other)) if _looks_like_word(word)]
                if words:
                    yield f"line {node.lineno}: a comparison with {', '.join(words)}"


def _looks_like_word(string: str) -> bool:
    """Two letters and more: one letter is a tag, or a mark such as the `e` of 1e6."""
    return len(string) > 1 and string.isalpha() and string.islower()


def _inside_literal(module: ast.Module) -> set[ast.AST]:
    """The tuples inside `Literal[...]`, of `__all__`, of `__slots__` and of `COMMANDS`."""
    found: set[ast.AST] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal"):
            found.add(node.slice)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in _NAMES:
            found.add(node.value)
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in _NAMES and node.value:
            found.add(node.value)
    return found


def _strings(nodes: Iterable[ast.AST]) -> list[str]:
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _is_word(node: ast.expr) -> bool:
    """Is it `word.lower` or `word.text`?"""
    return isinstance(node, ast.Attribute) and node.attr in ("lower", "text")


Rule = Callable[[str], Iterator[str]]
RULES: Final[tuple[Rule, ...]] = (
    imports_along_the_way,
    relations_apart,
    pint_in_units_alone,
    short_files_and_functions,
    no_words_in_code,
)
BROKEN_BY: Final = [
    pytest.param(rule, source, id=f"{rule.__name__}: {source}")
    for rule in RULES
    for source in sources()
]


@pytest.mark.parametrize(("rule", "source"), BROKEN_BY)
def test_rule(rule: Rule, source: str) -> None:
    assert list(rule(source)) == [], rule.__doc__


# What / Why / Examples / Not matched: the docstring of a kind

KIND_SOURCES: Final = [
    source for source in sources() if re.fullmatch(r"migfacts/kinds/(?!__init__)\w+\.py", source)
]
SECTIONS: Final = ("What", "Why", "Examples", "Not matched")


def sections(source: str) -> dict[str, list[str]]:
    """The lines of each section of a module's docstring."""
    found: dict[str, list[str]] = {"": []}
    lines = found[""]
    for line in (ast.get_docstring(tree(source)) or "").splitlines():
        head, colon, rest = line.partition(":")
        if colon and head in SECTIONS:
            lines = found.setdefault(head, [])
            line = rest
        if line.strip():
            lines.append(line.strip())
    return found


def _lines(section: str) -> list[object]:
    return [
        pytest.param(source, line, id=f"{source}: {line}")
        for source in KIND_SOURCES
        for line in sections(source).get(section, ())
    ]


@pytest.mark.parametrize("source", KIND_SOURCES)
def test_docstring_of_kind_has_all_sections(source: str) -> None:
    assert [name for name in sections(source) if name] == list(SECTIONS)


@pytest.mark.parametrize(("source", "line"), _lines("Examples"))
def test_example_of_kind_holds(source: str, line: str) -> None:
    """`text -> …`: the first number behind the arrow is found; without an arrow, nothing is."""
    assert source in KIND_SOURCES
    text, arrow, rest = line.partition(" -> ")
    facts = extract(text)
    if not arrow:
        assert [fact.text for fact in facts] == []
        return
    number = re.search(r"-?\d[^\s,]*", rest)
    assert number is not None
    written = {shown for fact in facts for shown in (fact.period, *_plain(fact))}
    assert number.group() in written


@pytest.mark.parametrize(("source", "line"), _lines("Not matched"))
def test_what_kind_does_not_match(source: str, line: str) -> None:
    """`text, why`: no fact of this kind is found."""
    text = line.partition(", ")[0]
    kind = module_name(source).rpartition(".")[2]
    assert kind not in [fact.kind for fact in extract(text)]


def _plain(fact: object) -> list[str]:
    numbers = [getattr(fact, name) for name in ("value", "low", "high")]
    return [format(number, "f") for number in numbers if isinstance(number, Decimal)]
