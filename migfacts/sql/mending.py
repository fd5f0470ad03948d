"""What is wrong with a statement, where, and how to mend it: one line for each error of SQLite."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Final

from migfacts.columns import TABLE
from migfacts.config import nearest
from migfacts.fact import FIELDS
from migfacts.kept.patterns import precompiled
from migfacts.sql.sandbox import FUNCTIONS, WIDTHS, Sandbox

#: Errors of SQLite itself, and of Python's module for it.
ERRORS: Final = (sqlite3.Error, sqlite3.Warning, MemoryError, OverflowError, UnicodeEncodeError)

_NEAR: Final = precompiled(r'near "(.*)": syntax error', re.DOTALL)
_UNCLOSED: Final = precompiled(r'unrecognized token: "(.*)"', re.DOTALL)
_NO: Final = precompiled(r"no such (column|table|function): (.+)", re.DOTALL)
_PART: Final = precompiled(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/|\w+", re.DOTALL)
_MOST_PROBES: Final = 50
_SHOWN: Final = 40
#: Functions behind operators of SQL, which SQLite leaves to others.
_OPERATORS: Final = ("regexp", "match")
_BEFORE: Final = "check what stands before it"
_TOO_EARLY: Final = "it ends too early; write what is missing, or close what is open"
#: What SQLite says -> what we say.
_SAID: Final = (
    ("incomplete input", _TOO_EARLY),
    ("one statement", "only one statement can be run; give the others to a query of their own"),
    ("bindings", "a placeholder such as ? has no value here; write the value itself"),
    ("user-defined function", WIDTHS),
    ("pattern too complex", "the pattern of LIKE or GLOB is too long; shorten it"),
    ("too big", "a text or a blob grows too long; make it shorter"),
    ("integer overflow", "a sum leaves 64 bits; write total(x), or sum(x * 1.0)"),
    ("decode to UTF-8", "a text of the result is no UTF-8; show it with hex()"),
    ("null character", "it holds a null character; take it out"),
    ("surrogates", "it is no UTF-8; write it in UTF-8"),
)


class SqlError(ValueError):
    """A statement that cannot be run. `str` says where, what is wrong and how to mend it."""


def problem(
    error: BaseException, sql: str, sandbox: Sandbox, *, lead: str = "", slow: str
) -> SqlError:
    """What to say of an error that a statement, or what stands before it in one, led to.

    `lead` is what the program set before it, `slow` what to say if the time is up.
    """
    said = str(error)
    if sandbox.clock.has_struck:
        return SqlError(slow)
    if said == "interrupted":  # by Ctrl-C, which nobody else sees while SQLite is at work
        raise KeyboardInterrupt
    if isinstance(error, MemoryError):
        return SqlError("it takes too much memory; narrow it with WHERE or LIMIT")
    if sandbox.guard.denied is not None:
        return SqlError(_denied(*sandbox.guard.denied))
    if named := _NO.fullmatch(said):
        return SqlError(_at(sql, _find(sql, named[2])) + _unknown(named[1], named[2]))
    if near := _NEAR.fullmatch(said):
        return SqlError(_syntax(sql, near[1], said, lead, sandbox))
    if unclosed := _UNCLOSED.fullmatch(said):
        return SqlError(_at(sql, sql.find(unclosed[1])) + _token(unclosed[1]))
    for part, message in _SAID:
        if part in said:
            return SqlError(message)
    return SqlError(f"{' '.join(said.split())}; mend it there")


def _denied(what: str, name: str) -> str:
    if what == "function":
        return f"the function {name} is not allowed; use functions that only compute"
    if what == "table":
        return f"the table {name} cannot be read; the only table is facts"
    return "it may only read the table facts; take out what does more"


def _unknown(what: str, name: str) -> str:
    """A name that stands for nothing, and the nearest that stands for something."""
    last = name.rpartition(".")[2]
    if what == "table":
        if last == TABLE:  # which is there for a statement
            return "a condition sees one fact at a time; for all of them use migfacts query"
        return f"there is no table {name!r}; the only table is facts"
    if what == "function":
        return f"there is no function {name!r}; {_function_for(name.lower())}"
    close = nearest(last.lower(), FIELDS)
    quotes = "" if close.startswith("did") else f"a text is written '{last}', in quotes; "
    return f"there is no column {name!r}; {quotes}{close.replace('known:', 'columns:')}"


def _function_for(name: str) -> str:
    """What to write for a function that is not there, or that this SQLite does not have."""
    if name in _OPERATORS:
        return "use LIKE or GLOB"
    with closing(sqlite3.connect(":memory:")) as plain:
        there = {row[0] for row in plain.execute("SELECT name FROM pragma_function_list")}
    close = nearest(name, sorted(FUNCTIONS & there))
    return close if close.startswith("did") else "use those of SQLite, such as avg, sum and round"


def _syntax(sql: str, token: str, said: str, lead: str, sandbox: Sandbox) -> str:
    """A syntax error, at the first place that SQLite finds it at without all that follows."""
    ends = [match.end() for match in re.finditer(re.escape(token), sql)][:_MOST_PROBES]
    for end in ends:
        if _fault(lead + sql[:end], sandbox) == said:
            return f"{_at(sql, end - len(token))}syntax error near {_short(token)}; {_BEFORE}"
    return f"syntax error near {_short(token)}; {_BEFORE}" if ends else _TOO_EARLY


def _fault(sql: str, sandbox: Sandbox) -> str | None:
    try:
        sandbox.check(sql)
    except ERRORS as error:
        return str(error)
    return None


def _token(token: str) -> str:
    if token[0] in "'\"`[":
        return f"a quote {token[0]} is not closed; close it, and double quotes inside it"
    return f"{_short(token)} is no SQL; take it out"


def _find(sql: str, name: str) -> int:
    """Where a name stands first, outside of texts and comments; -1 if it is nowhere."""
    last = name.rpartition(".")[2].casefold()
    return next((m.start() for m in _PART.finditer(sql) if m[0].casefold() == last), -1)


def _at(sql: str, place: int) -> str:
    """A place for reading eyes; nothing for none."""
    if place < 0:
        return ""
    line = sql.count("\n", 0, place)
    character = place - sql.rfind("\n", 0, place)
    return (
        f"line {line + 1}, character {character}: " if "\n" in sql else f"character {character}: "
    )


def _short(token: str) -> str:
    shown = " ".join(token.split())
    return repr(shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…")
