"""An inline ignore that ignores nothing.

What: a comment `migfacts: ignore[CODE]` where no finding of that code is.
Why: the numbers were mended, and the comment would hide the next fault.

Examples:
    <!-- migfacts: ignore[conflict] two sources --> beside numbers that agree
Not matched:
    <!-- migfacts: ignore[conflict] two sources --> beside numbers that do not
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from migfacts.finding import Finding
from migfacts.suppress import Ignore

CODE: Final = "unused-ignore"


def check(ignores: Iterable[Ignore]) -> Iterator[Finding]:
    """The ignores that were not needed. It runs last, when it is known what was ignored."""
    for ignore in ignores:
        codes = ", ".join(ignore.codes)
        yield Finding(
            code=CODE,
            severity="warning",
            message=f"nothing to ignore for {codes} here; remove the comment",
            path=ignore.path,
            line=ignore.line,
            column=ignore.column,
            end_line=ignore.line,
            end_column=ignore.column + len(ignore.text),
            text=ignore.text,
            fingerprint=f"{CODE}:{ignore.path}:{codes}:{ignore.first}",
        )
