"""Numerals: every written number of a sentence, exact, before anything is known of its unit."""

from migfacts.numerals.find import find
from migfacts.numerals.numeral import Numeral

__all__ = ["Numeral", "find"]
