"""Roles of words: the code asks for those that every language gives, and for all of them."""

import ast
from collections.abc import Iterator

import pytest

from migfacts.languages import data
from tests.languages.test_data import LANGUAGES
from tests.sources import sources, string_literals, tree


def roles_asked_for() -> dict[str, str]:
    """Role -> a place in the code that asks for it: `"of" in word.roles`, `roles & {"of"}`."""
    found: dict[str, str] = {}
    for source in sources():
        for function in ast.walk(tree(source)):
            if not isinstance(function, ast.FunctionDef):
                continue
            names = {"roles", *_names_of_roles(function)}
            for node in ast.walk(function):
                for role in _asked(node, names):
                    found.setdefault(role, f"{source}:{node.lineno}")  # type: ignore[attr-defined]
    return found


def _names_of_roles(function: ast.FunctionDef) -> Iterator[str]:
    """Names to which a function assigns the roles of a word."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_roles(value, set()):
                yield name


def _is_roles(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_roles(node.body, names)
    if isinstance(node, ast.Attribute):
        return node.attr == "roles"
    return isinstance(node, ast.Name) and node.id in names


def _asked(node: ast.AST, names: set[str]) -> Iterator[str]:
    asked: list[ast.expr] = []
    match node:
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[right]):
            asked = [left] if _is_roles(right, names) else []
        case ast.BinOp(left=left, op=ast.BitAnd(), right=ast.Set(elts=roles)):
            asked = roles if _is_roles(left, names) else []
        case ast.Call(func=ast.Attribute(attr="having"), args=arguments):
            asked = arguments
    for one in asked:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


@pytest.mark.parametrize("code", LANGUAGES)
def test_roles_are_those_that_the_code_asks_for(code: str) -> None:
    roles = {name for name in data.sections(code, "roles") if name}
    asked = roles_asked_for()
    assert len(asked) > len(roles) // 2
    assert {role: place for role, place in asked.items() if role not in roles} == {}
    assert roles - string_literals() == set()
