"""Singular and plural: irregular nouns from a list, the others by their endings."""

from __future__ import annotations

from typing import Final

from migfacts.languages import data
from migfacts.languages.compiled import Compiled

#: Nouns whose singular is kept; the table is emptied when it has grown past this.
MAX_KNOWN: Final = 20_000


class Morphology:
    """Makes nouns singular."""

    def __init__(self, compiled: Compiled) -> None:
        irregular, unchanged = compiled.table("nouns", lambda: _nouns(compiled.lang))
        self.irregular: dict[str, str] = irregular
        self.unchanged: frozenset[str] = unchanged
        rules = map(str.split, compiled.lines("singular"))
        self.rules = [(plural, "" if singular == "-" else singular) for plural, singular in rules]
        self._known: dict[str, str] = {}

    def singular(self, word: str) -> str:
        """The singular of a noun, its capitals kept: `Families` -> `Family`.

        A word that is no plural comes back as it is.
        """
        known = self._known.get(word)
        if known is None:
            if len(self._known) > MAX_KNOWN:
                self._known.clear()
            known = self._known[word] = self._singular(word)
        return known

    def _singular(self, word: str) -> str:
        lower = word.lower()
        if lower in self.unchanged:
            return word
        known = self.irregular.get(lower)
        if known is not None:
            return known if word.islower() else known.capitalize() if word[1:].islower() else known
        for plural, singular in self.rules:
            if lower.endswith(plural) and len(lower) > len(plural) + 1:
                return word if plural == singular else word[: len(word) - len(plural)] + singular
        return word


def _nouns(lang: str) -> tuple[dict[str, str], frozenset[str]]:
    """Irregular plurals with their singulars, and nouns that stay as they are."""
    nouns = data.sections(lang, "nouns")
    irregular: dict[str, str] = {}
    for line in nouns.get("irregular", ()):
        singular, plurals = line.split()
        for plural in plurals.split("/"):
            irregular.setdefault(plural, singular)
    for word in nouns.get("singular_s", ()):
        irregular.setdefault(f"{word}es", word)
    kept = ("uninflected", "mass", "singular_s")
    return irregular, frozenset(word for name in kept for word in nouns.get(name, ()))
