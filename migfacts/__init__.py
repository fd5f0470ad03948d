"""migfacts: numeric facts from prose about migration and humanitarian work.

>>> import migfacts
>>> facts = migfacts.extract("More than 8,500 people died on migration routes in 2023.")
>>> facts[0].value, facts[0].bound, facts[0].entity, facts[0].period
(Decimal('8500'), 'more_than', 'people', '2023')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from migfacts.documents import Document, DocumentError, from_text, read
    from migfacts.fact import Fact
    from migfacts.languages import LanguageError
    from migfacts.pipeline import extract, facts

__version__ = "0.1.0"
__all__ = [
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

#: Public name -> the module it lives in, imported when first asked for.
_HOMES = {
    "Document": "migfacts.documents",
    "DocumentError": "migfacts.documents",
    "Fact": "migfacts.fact",
    "LanguageError": "migfacts.languages",
    "extract": "migfacts.pipeline",
    "facts": "migfacts.pipeline",
    "from_text": "migfacts.documents",
    "read": "migfacts.documents",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'migfacts' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
