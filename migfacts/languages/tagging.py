"""The tag of every word that the lists of a language know."""

from __future__ import annotations

from typing import Final

from migfacts.languages import data

#: Sections of function_words.txt and the tag each gives.
#: A word of several classes gets the tag of the last: `that` is a relative, `this` a determiner.
_CLOSED: Final = {
    "pronouns": "u",
    "subordinators": "s",
    "negations": "g",
    "prepositions": "p",
    "quantifiers": "q",
    "conjunctions": "c",
    "determiners": "d",
    "possessives": "d",
    "auxiliaries": "x",
    "modals": "m",
    "relatives": "r",
}


#: So many letters tell which words stand together in a `Tags`.
FIRST: Final = 3


class Tags:
    """Word -> tag, of one letter, for all the words that the lists of a language know.

    A text has a few hundred of the fourteen thousand. Words with the same first letters share a
    string, a line each with a tab before the tag, and one is found when it is asked for: a table
    of as many entries takes seven times as long to load.
    """

    def __init__(self, shared: dict[str, str]) -> None:
        self._shared = shared

    def get(self, word: str, default: str = "") -> str:
        """The tag of a word in small letters, or the default."""
        words = self._shared.get(word[:FIRST])
        at = -1 if words is None else words.find(f"\n{word}\t")
        return default if words is None or at < 0 else words[at + len(word) + 2]

    def __contains__(self, word: str) -> bool:
        return self.get(word) != ""


def shared(tags: dict[str, str]) -> dict[str, str]:
    """The words of a table with their tags, by their first letters, as `Tags` reads them."""
    found: dict[str, list[str]] = {}
    for word, tag in tags.items():
        found.setdefault(word[:FIRST], []).append(f"{word}\t{tag}")
    return {first: "\n{}\n".format("\n".join(words)) for first, words in found.items()}


def word_tags(lang: str) -> dict[str, str]:
    """Lower-case word -> tag. Later classes yield to earlier ones, closed classes to none."""
    tags: dict[str, str] = {}
    tags.update(dict.fromkeys(data.lines(lang, "adverbs"), "y"))
    tags.update(dict.fromkeys(data.lines(lang, "adjectives"), "j"))
    _add_verbs(tags, data.lines(lang, "verbs"))
    _add_nouns(tags, data.sections(lang, "nouns"))
    closed = data.sections(lang, "function_words")
    for section, tag in _CLOSED.items():
        tags.update(dict.fromkeys(closed.get(section, ()), tag))
    for section, tag in (("of", "o"), ("to", "t"), ("as", "s")):
        tags.update(dict.fromkeys(data.sections(lang, "roles").get(section, ()), tag))
    return tags


def _add_verbs(tags: dict[str, str], lines: list[str]) -> None:
    for line in lines:
        base, third, past, participle, gerund, *marks = line.split()
        noun = "N" in marks
        if "/" in line:
            _add_verb(tags, base, third, past, participle, gerund, noun=noun)
            continue
        tags[base] = "b" if noun else tags.get(base, "v")
        tags[third] = "z" if noun else "v"
        tags[gerund] = "G"
        if past != participle and past != base:
            tags[past] = "V"
        if participle != base:
            tags[participle] = "D"


def _add_verb(
    tags: dict[str, str],
    base: str,
    third: str,
    past: str,
    participle: str,
    gerund: str,
    *,
    noun: bool,
) -> None:
    """The same for a verb with forms of equal right: `learned/learnt`."""
    for form in base.split("/"):
        tags[form] = "b" if noun else tags.get(form, "v")
    for form in third.split("/"):
        tags[form] = "z" if noun else "v"
    for form in gerund.split("/"):
        tags[form] = "G"
    participles = participle.split("/")
    for form in past.split("/"):
        if form not in participles and form != base:
            tags[form] = "V"
    for form in participles:
        if form != base:
            tags[form] = "D"


def _add_nouns(tags: dict[str, str], sections: dict[str, list[str]]) -> None:
    for line in sections.get("irregular", ()):
        singular, plurals = line.lower().split()
        tags.setdefault(singular, "n")
        for plural in plurals.split("/"):
            tags[plural] = "z" if tags.get(plural) in ("v", "z") else "N"
    for name, tag in (("uninflected", "N"), ("mass", "n"), ("singular_s", "n")):
        for word in map(str.lower, sections.get(name, ())):
            tags[word] = tags[word] if tag == "n" and tags.get(word) in ("b", "z") else tag
    for word in map(str.lower, sections.get("head", ())):
        known = tags.get(word)
        if known is None or known in "jkG":
            tags[word] = "n"
        elif known in "vD":
            tags[word] = "b" if known == "v" else "n"
