"""What is asked of an addition: do its parts stand in rows, as items or in a sentence each?"""

from __future__ import annotations

from typing import Final

from migfacts.kept.patterns import precompiled
from migfacts.relations.total.addition import Addition
from migfacts.relations.total.signs import words

#: No more than a name and its number.
_LINE: Final = precompiled(r"[^A-Z:;,.]{2,40}: [NMQ]\.?")
#: Tags of verbs.
VERBS: Final = ("v", "V", "D", "b", "z", "x")


def in_rows(sum_: Addition) -> bool:
    """Is each part an item of a list?"""
    return all(sum_.passages[part.at].kind == "item" for part in sum_.parts)


def of_several_columns(sum_: Addition) -> bool:
    """Do the parts stand in a table, and not below one another?"""
    cells = [sum_.passages[part.at].cell for part in sum_.parts]
    columns = {cell.column for cell in cells if cell is not None}
    return None not in cells and len(columns) > 1


def in_turn(sum_: Addition) -> bool:
    """Have the sentences behind the total one part each, as many as it tells?"""
    places = [part.at for part in sum_.parts]
    if sum_.nth or not words.numbered(sum_) or sum_.total.at + 1 != places[0]:
        return False
    return max(places) - min(places) + 1 == len(set(places)) > 1


def in_turn_alike(sum_: Addition) -> bool:
    """`The north received 3,120. The coast received 2,480. …`: a sentence each, built alike?"""
    places = [part.at for part in sum_.parts]
    if (
        sum_.nth
        or len(places) <= words.PAIR
        or places != [*range(sum_.total.at + 1, places[-1] + 1)]
    ):
        return False
    if not all(sum_.passages[at].adjacent for at in places):
        return False
    told = [(sum_.passages[part.at], part.fact) for part in sum_.parts]
    if all(passage.kind != "item" and _LINE.fullmatch(passage.skeleton) for passage, _ in told):
        return True  # Sakania: 659.
    checking = sum_.passage.words
    tags = checking.language.lexicon.tags
    leads = [sum_.passages[part.at].before(part.fact).split()[-1:] for part in sum_.parts]
    verbs = [
        checking.canonical(lead[0]) for lead in leads if lead and tags.get(lead[0], "") in VERBS
    ]
    return len(verbs) == len(leads) and len(set(verbs)) == 1
