"""Noun phrases and verb groups, found by patterns over the tags of a sentence.

There is no parser: a pattern over one letter a token says where a counted noun ends and its verb
begins. The tags are explained in `languages/lexicon.py`.
"""

from migfacts.grammar.clauses import (
    Clauses,
    begins_time,
    measuring_verb,
    multiplies,
    resolve,
    subject_phrase,
)
from migfacts.grammar.opening import is_time
from migfacts.grammar.phrases import (
    OF_THEM,
    Phrase,
    before_preposition,
    chain_behind,
    counted_phrase,
    first_plural,
    leader,
    lemma,
    noun_phrase,
    partitive,
    past_bracket,
    phrase_before,
    plural_phrase,
    says_how_many,
    singular_phrase,
    skip_determiners,
)

__all__ = [
    "OF_THEM",
    "Clauses",
    "Phrase",
    "before_preposition",
    "begins_time",
    "chain_behind",
    "counted_phrase",
    "first_plural",
    "is_time",
    "leader",
    "lemma",
    "measuring_verb",
    "multiplies",
    "noun_phrase",
    "partitive",
    "past_bracket",
    "phrase_before",
    "plural_phrase",
    "resolve",
    "says_how_many",
    "singular_phrase",
    "skip_determiners",
    "subject_phrase",
]
