"""period: when it holds.

The date in the fact's own clause, else the one its sentence begins with, or that of its row or
column in a table; for a date, itself.
"""

from __future__ import annotations

from migfacts.context.scene import Scene
from migfacts.quantity import Quantity


def read(scene: Scene, quantity: Quantity) -> str | None:
    """The period of a quantity as ISO 8601, or None."""
    if quantity.kind == "date":
        return quantity.period
    for note in scene.noted:
        if note.first < quantity.first < note.last:
            return note.says
    return scene.governing(scene.dates, quantity) or scene.defaults.period
