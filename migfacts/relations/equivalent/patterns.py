"""The wordings of equivalents, as patterns over the skeleton of a passage: see passage.py."""

from __future__ import annotations

from typing import Final

BRACKET: Final = (
    r"(?P<a>[QTMPRN])(?: {dimension}| {of} (?![A-Z])[^\W\d_]+)? ?[(\[] ?(?:{equivalent} ?)?"
    r"(?P<b>[QTMPRN]) ?(?P<close>[)\];,]|{at_rate} )"
)
WORDS: Final = (
    r"(?P<a>[QTMPRN])(?: {dimension}| {unbroken}| {of} (?![A-Z])[^\W\d_]+)?(?P<comma>,?) "
    r"(?:{or}|= ?),? ?(?:{equivalent} )?(?:{length} )?(?P<b>[QTMPRN])(?P<close>)"
)
#: `More than half of the residents, 57 per cent, said so`.
ASIDE: Final = (
    r"(?P<a>R)(?P<comma>) {of} [^A-Z;:.,()]{1,40}, (?:{equivalent} )?(?P<b>[PR])(?P<close>),"
)
#: `One in four pickers, or 40 per cent, slept`; `one pupil in five, 270 out of 900, is new`.
SHARES: Final = (
    r"^(?P<a>R)(?P<comma>)(?: (?!{of}\b)[^A-Z;:.,()]{1,24})?, "
    r"(?:{equivalent} )?(?P<b>[PR])(?P<close>),"
)
#: `Nearly half of the households under threat of eviction (41%) said so`, `a third of those with at
#: least one child (32%)`.
IN_BRACKETS: Final = (
    r"(?P<a>R)(?P<comma>) [^A-Z;:.,()]{1,90}? ?(?:[NTDOA][^A-Z;:.,()]{0,40}?){0,2}"
    r"[(\[](?P<b>P)(?P<close>[)\]])"
)
#: `164 out of 1,306 samples are positive, giving a positivity rate of 22.6%`.
RATED: Final = (
    r"(?P<a>R)(?P<comma>) [^A-Z;:.,()]{1,60},? (?:[a-z]+ )?(?:{article} [a-z]+ )?{rate_of} "
    r"(?P<b>P)(?P<close>)"
)
#: `90,000 shillings, the equivalent of USD 60`.
THE_EQUIVALENT: Final = r"(?P<a>M)(?P<comma>,) {equivalent} (?P<b>M)(?P<close>)"
WORTH: Final = r"(?P<a>M)(?P<comma>,?) {worth} (?:{equivalent} )?(?P<b>M)(?P<close>)"
#: `5,500 taka, which at a rate of 110 taka to the dollar is USD 50`.
AT_RATE: Final = (
    r"(?P<a>M)(?P<comma>,?) [^A-Z;:.]{0,30}?{at_rate} M(?: {to_one} [^\W\d_]+)?,? "
    r"[^A-Z;:.]{0,20}?(?:(?:{worth}|{be}|{product}) (?:{equivalent} )?)?(?P<b>M)(?P<close>)"
)
#: `At the current rate of 1.10 dollars to the euro this amounts to USD 2.75 million`, of an amount
#: in the sentence before.
SAME_AMOUNT: Final = (
    r"^{at_rate} M {to_one} [^\W\d_]+,? (?:{pronouns}|{definite} [^A-Z;:.,]{1,30}?) (?:[a-z]+ )?"
    r"(?:{worth}|{be}|{product}) (?:{equivalent} )?(?P<b>M)",
    r"^{pronouns} (?:[a-z]+ )?(?:{worth}|{be}|{product}) (?:{equivalent} )?(?P<b>M),? "
    r"[^A-Z;:.]{0,12}?{at_rate} M {to_one}",
)
#: `a grant of USD 150 is paid out as 6,000 tavals`.
PAID_AS: Final = (
    r"(?P<a>[MN]) (?:{be} )?{paid_as} (?:{equivalent} )?(?P<b>[MN])(?P<comma>)(?P<close>)"
)
#: `600,000 pesos, equal to USD 150`, where the words belong to the second amount.
EQUAL: Final = r"(?P<a>[MN])(?P<comma>,) (?P<b>M)(?P<close>)"
#: `150 minutes, two and a half hours,`: the longer unit behind the shorter, and no sum of both.
APPOSED: Final = (
    r"(?P<a>T)(?: [^\W\d_]+){0,3}(?P<comma>,) (?:{that_is},? )?(?P<b>T)(?P<close>)"
    r"(?=[,.;)]|$| {each})"
)
#: `within 96 hours, that is, within three days of the arrest`.
AGAIN: Final = (
    r"(?P<within>{within}) (?P<a>T)(?P<comma>,) {that_is},? (?P=within) (?P<b>T)(?P<close>)"
)
#: `Sixty miles, nearly 140 kilometres, lie between …`: one in two systems of units.
IN_BOTH: Final = r"(?P<a>Q)(?P<comma>,) (?:{that_is},? )?(?P<b>Q)(?P<close>)(?=,|[.;)]|$)"
#: `400 hectares, an area of 4 square kilometres`.
AREA: Final = r"(?P<a>Q)(?P<comma>,) {article} [^\W\d_]+ {of} (?P<b>Q)(?P<close>)(?=[,.;)]|$)"
#: `after those two and a half hours`.
THOSE: Final = r"\b{pronouns_of} (?P<b>T)"
