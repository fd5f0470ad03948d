"""A condition in SQL on one fact at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from migfacts.columns import TABLE, TYPES, cell
from migfacts.fact import FIELDS, Fact
from migfacts.sql.mending import ERRORS, SqlError, problem
from migfacts.sql.sandbox import LONGEST, Sandbox

#: Not `facts`, so that a condition cannot ask about other facts, of which it would see none.
_ONE: Final = f'"one fact" AS {TABLE}'
#: Each must compile with the condition in the middle: no text but an expression stands in both.
_FRAMES: Final = (
    ("SELECT CASE WHEN ", f"\nTHEN 1 END FROM {_ONE}"),
    (f"SELECT 1 FROM {_ONE} WHERE (", "\n)"),
)
_SECONDS: Final = 10.0
_SLOW: Final = f"it takes longer than {_SECONDS:g} s for one fact; make it simpler"


def condition(text: str) -> Callable[[Fact], bool]:
    """The test that a fact passes if this is true of it.

    SqlError if it is no condition, and from the test if it fails; its `str` says where it is
    wrong, and how to mend it.
    """
    if not text.strip():
        raise SqlError("it is empty; write a condition such as kind = 'money'")
    sandbox = Sandbox(FIELDS, "one fact")
    names = _columns_read(text, sandbox)
    casts = ", ".join(f'CAST(? AS {TYPES[name]}) AS "{name}"' for name in names)
    lead = f"SELECT 1 FROM (SELECT {casts or 1}) AS {TABLE} WHERE ("
    sql = f"{lead}{text}\n)"
    longest = LONGEST // 40
    sandbox.limit_memory()

    def test(fact: Fact) -> bool:
        nonlocal longest
        if len(fact.sentence) > longest:
            longest = len(fact.sentence)
            sandbox.lock(longest)
        sandbox.clock.start(_SECONDS)
        try:
            cells = [cell(getattr(fact, name)) for name in names]
            return sandbox.database.execute(sql, cells).fetchone() is not None
        except ERRORS as error:
            raise problem(error, text, sandbox, lead=lead, slow=_SLOW) from None

    return test


def _columns_read(text: str, sandbox: Sandbox) -> list[str]:
    """The fields that a condition asks for. SqlError if it is none."""
    for lead, rest in _FRAMES:
        try:
            sandbox.check(f"{lead}{text}{rest}")
        except ERRORS as error:
            raise problem(error, text, sandbox, lead=lead, slow=_SLOW) from None
    names = sandbox.guard.columns
    unknown = names - {"", *FIELDS}
    if unknown:
        raise SqlError(f"there is no column {min(unknown).lower()!r} in a condition; take it out")
    return [name for name in FIELDS if name in names]
