"""The wordings of changes, as patterns over the skeleton of a passage: see passage.py."""

from __future__ import annotations

from typing import Final

V: Final = "[NMPQTR]"
GAP: Final = r"[^A-Z;:.]{0,60}?(?:[DO][^A-Z;:.]{0,40}?)?"
FROM_TO: Final = rf"{{from}} (?P<a>{V}){GAP}\b{{to}} (?P<b>{V})"
FELL_TO: Final = rf"{{to}} (?P<b>{V}){GAP},? {{from}} (?:{{definite}} )?(?P<a>{V})"
BY_TO: Final = (
    rf"(?P<by>[PRNM]){GAP}\b{{to}} (?P<b>{V}){GAP},? {{from}} (?:{{definite}} )?(?P<a>{V})"
)
#: `from 240 in 2020 it fell by half to 160`.
FROM_BY_TO: Final = rf"{{from}} (?P<a>{V}){GAP} {{by}} (?P<by>[PR]){GAP}\b{{to}} (?P<b>{V})"
FROM_R_TO: Final = rf"{{from}} (?P<a>{V}){GAP} (?P<by>R){GAP}\b{{to}} (?P<b>{V})"
#: `910 places compared with 640 a year ago, which is 270 more`.
MORE_THAN: Final = (
    rf"(?P<b>{V})[^A-Z;:.]{{0,24}}?,? {{compared}} (?P<a>{V})"
    rf"[^A-Z;:.]{{0,30}}?(?:D[^A-Z;:.]{{0,12}}?)?, [^A-Z;:.,]{{0,12}}?(?P<by>{V}) {{longer}}"
)
COMPARED: Final = (
    rf"{{compared}} (?P<a>{V}){GAP},{GAP}(?P<b>{V})",
    rf"(?P<b>{V}){GAP},? {{compared}} (?P<a>{V})",
    MORE_THAN,
)
UP_BY: Final = (
    rf"(?P<b>{V}){GAP},? (?P<up>{{up}}|{{down}})(?: {{by}})? (?P<by>[PRNMQ]) {{from}} (?P<a>{V})"
)
#: `Down from 8,400 in March, the backlog stood at 9,100 cases`.
FROM_FIRST: Final = (
    rf"^(?P<up>{{up}}|{{down}}) {{from}} (?P<a>{V})[^A-Z;:.,]{{0,30}}(?:D[^A-Z;:.,]{{0,12}})?, "
    rf"[^A-Z;:.]{{0,40}}?(?P<b>{V})"
)
#: `up by 4,300 on last week's 21,500 and now stands at 25,800`.
UP_ON: Final = (
    rf"(?P<up>{{up}}|{{down}}) (?:{{by}} )?(?P<by>{V}) {{onto}} [^A-Z;:.]{{0,24}}?(?P<a>{V})"
    rf"{GAP}\b{{stands}} (?P<b>{V})"
)
#: `fell by 1,200 to 8,900 this autumn, after 10,100 in the autumn before`.
AFTER: Final = (
    rf"(?:{{by}} (?P<by>{V}) )?{{to}} (?P<b>{V}){GAP}, {{following}} (?P<a>{V}) "
    rf"(?=[^A-Z;:.,]{{0,24}}?(?:D|{{sooner}}))"
)
#: `doubled between 2022, when it was 3,100, and 2024, when it was 6,200`.
DATED: Final = (
    rf"(?P<by>[PR]) [^A-Z;:.]{{0,24}}?D,? [^A-Z;:.]{{0,16}}?(?P<a>{V}),? {{and}} D,? "
    rf"[^A-Z;:.]{{0,16}}?(?P<b>{V})"
)
#: `6,500 people, half as many again`.
AGAIN: Final = rf"(?P<b>{V})[^A-Z;:.]{{0,40}}?, (?P<by>[PR]) {{as_many_again}}"
#: `21,600 visas, three times as many as in 2019, when it gave 10,800`.
TIMES: Final = rf"(?P<b>{V})[^A-Z;:.]{{0,40}}?, (?P<by>R) {{as_many}}{GAP}(?P<a>{V})"
#: `80 cases in May and 120 in June, an increase of 40 per cent`.
IN_TURN: Final = (
    rf"(?P<a>{V})(?P<when>{GAP}) {{and}} (?:{GAP} )?(?P<b>{V})(?P<then>{GAP}),"
    rf" (?:{{or}} )?(?:{{gain}} (?P<by>[PR])|(?P<more>[PRN]) {{longer}})"
)
#: `24,300 files, an increase of 35 per cent` on what the sentence before told.
#: `it fell by 7 percentage points to 34 per cent`, from what a sentence before told.
BY_ON: Final = (
    rf"{{pronouns}} [^A-Z;:.]{{0,16}}?{{by}} (?P<by>[PRNM])[^A-Z;:.]{{0,12}}? {{to}} (?P<b>{V})"
)
MORE: Final = (
    rf"(?P<b>{V})[^A-Z;:.]{{0,40}}?, (?P<by>[PR]) {{longer}}(?:\.|$| {{than}} (?:D|{{last_time}}))"
)
GAIN: Final = rf"(?P<b>{V})[^A-Z;:.]{{0,60}}?, (?:{{link}} )?{{gain}} (?P<by>[PR])"
TO_FROM_UP: Final = rf"(?P<b>{V}){GAP},? (?P<up>{{up}}|{{down}}) {{from}}{GAP}(?: |^)(?P<a>{V})"
#: `39 per cent of the sites (up from 34 per cent)`, `in 24 per cent … (a decrease from 29)`,
#: `75 per cent had access, a considerable rise from 60 per cent`.
BRACKETED: Final = (
    rf"(?P<b>{V}){GAP}(?: \(|, )(?P<up>{{up}}|{{down}}|{{article}} (?:[a-z]+ ){{0,2}}?(?:{{rise}}|"
    rf"{{fall}})) {{from}} (?:{{definite}} )?(?P<a>{V})"
)
#: `This is a decrease of 13 per cent in comparison to the 1,336 seen before`, of the number told
#: in the sentence before.
THIS_IS: Final = (
    rf"^{{pronouns}} [^A-Z;:.,]{{0,24}}?{{gain}} (?P<by>[PR]) {{compared}} (?:{{definite}} )?"
    rf"(?P<a>{V})"
)
#: `There had been 16,700 in 2023, so this is a decrease of 9 per cent`.
SO_THIS: Final = (
    rf"(?P<a>{V})(?:[^A-Z;:.]|[DOT]){{0,48}}?[,;] [^A-Z;:.,]{{0,12}}{{pronouns}} "
    rf"[^A-Z;:.,]{{0,12}}?{{gain}} (?P<by>[PR])"
)
