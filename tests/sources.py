"""The source files of migfacts as the tests of its design read them."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from tests.cases import HERE

ROOT = HERE.parent
PACKAGE = ROOT / "migfacts"


def sources() -> list[str]:
    """The Python files of the package, as paths from the root, sorted."""
    return sorted(path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py"))


@lru_cache(maxsize=512)
def tree(source: str) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse((ROOT / source).read_text(encoding="utf-8"))


def part(module: str) -> str:
    """The part of the package that a module is in: `kinds` for `migfacts.kinds.money`."""
    names = module.split(".")
    return names[1] if len(names) > 1 else ""


def module_name(source: str) -> str:
    """`migfacts.kinds` for `migfacts/kinds/__init__.py`."""
    names = list(Path(source).with_suffix("").parts)
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imports(source: str) -> Iterator[str]:
    """The modules that a file imports, anywhere in it, by their full names."""
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(source, node)
            if base == "migfacts":
                yield from (f"migfacts.{alias.name}" for alias in node.names)
            else:
                yield base


def _base(source: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = Path(source).parent.parts
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


@lru_cache(maxsize=1)
def string_literals() -> frozenset[str]:
    """Every string in the code."""
    return frozenset(
        node.value
        for source in sources()
        for node in ast.walk(tree(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
