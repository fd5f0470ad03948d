"""Languages: words as data, one folder a language, and the tables built from them."""

from migfacts.languages.language import Language, LanguageError, load

__all__ = ["Language", "LanguageError", "load"]
