"""The pattern that cuts a text into tokens.

The standard `re` is used here, because it cuts 1 MB in 44 ms where `regex` takes 71 ms.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from migfacts.kept.patterns import precompiled

_MARKS: Final = "\u0300-\u036f"
_FRACTIONS: Final = "¼½¾⅐-⅞"
SUPERSCRIPTS: Final = "¹²³⁰⁴-⁹"
#: `U.N.`, `e.g.`, with its last stop.
INITIALISM: Final = r"(?:[^\W\d_]\.){2,9}"


@lru_cache(maxsize=8)
def token_pattern(decimal: str, group: str) -> re.Pattern[str]:
    """The pattern whose `findall` cuts a text into tokens, each with the space after it.

    Groups of digits are joined by the language's group mark (`8,500`, and `12,34,567` as in
    India) or by an apostrophe (`8'500`, as CLDR has it for Switzerland), decimals by its decimal
    mark. A power, `km²`, or the mark of a footnote, `people¹`, goes with the letters before it.
    Letters with a stop behind each are one token: `U.N.`; so is what an apostrophe joins to
    digits, and no word: `2023's`. Repeats are bounded, so that no run of
    digits and marks costs more than its length.
    """
    g, d = re.escape(group), re.escape(decimal)
    letter = rf"[^\W\d_{_FRACTIONS}{SUPERSCRIPTS}]"
    return precompiled(
        rf"(?:{INITIALISM}"
        rf"|{letter}+(?:[{_MARKS}]+{letter}*)*(?:['’]{letter}+)*[{SUPERSCRIPTS}]*"
        rf"|\d{{1,3}}(?:{g}\d{{2,3}}){{0,11}}{g}\d{{3}}(?!\d)(?:{d}\d+)?"
        rf"|\d{{1,3}}(?:['’]\d{{3}}){{1,11}}(?!\d)(?:{d}\d+)?"
        rf"|\d+(?:{d}\d+)*"
        rf"|(?<=\d)['’]{letter}{{1,2}}(?!\w)"
        rf"|\S)\s*"
    )
