"""Singular and plural: irregular nouns from a list, the others by their endings."""

from __future__ import annotations

from typing import Final

from migfacts.languages import data

#: Nouns whose singular is kept; the table is emptied when it has grown past this.
MAX_KNOWN: Final = 20_000


class Morphology:
    """Makes nouns singular."""

    def __init__(self, lang: str) -> None:
        nouns = data.sections(lang, "nouns")
        self.irregular: dict[str, str] = {}
        for line in nouns.get("irregular", ()):
            singular, plurals = line.split()
            for plural in plurals.split("/"):
                self.irregular.setdefault(plural, singular)
        for word in nouns.get("singular_s", ()):
            self.irregular.setdefault(f"{word}es", word)
        self.unchanged = frozenset(
            [*nouns.get("uninflected", ()), *nouns.get("mass", ()), *nouns.get("singular_s", ())]
        )
        rules = [line.split() for line in data.lines(lang, "singular")]
        self._known: dict[str, str] = {}
        self.rules = [(plural, "" if singular == "-" else singular) for plural, singular in rules]

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
