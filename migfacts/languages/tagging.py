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


def verb_bases(lang: str) -> dict[str, str]:
    """The forms of verbs that are no nouns -> their base."""
    tags = word_tags(lang)
    found: dict[str, str] = {}
    for line in data.lines(lang, "verbs"):
        base, *others = line.split()
        for form in "/".join(others).split("/"):
            if tags.get(form, "n") in "vVDG":
                found.setdefault(form, base)
    return found


def _add_verbs(tags: dict[str, str], lines: list[str]) -> None:
    """The forms of each verb; those of equal right are joined: `learned/learnt`."""
    for line in lines:
        base, third, past, participle, gerund, *marks = line.split()
        bases, participles = base.split("/"), participle.split("/")
        for form in bases:
            tags[form] = "b" if "N" in marks else tags.get(form, "v")
        for form in third.split("/"):
            tags[form] = "z" if {"N", "S"} & set(marks) else "v"
        for form in gerund.split("/"):
            tags[form] = "G"
        for form in past.split("/"):
            if form not in participles and form not in bases:
                tags[form] = "V"
        for form in participles:
            if form not in bases:
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
