"""What happens to what is counted, and what is known of the quantities before it."""

from __future__ import annotations

from msgspec import Struct

from migfacts.fact import Change
from migfacts.quantity import Quantity


class Event(Struct, frozen=True):
    """The words of an event, and the token where the verb starts if it stands before.

    `said`: its tokens, where it stands behind. There are no words where the verb only measures:
    `arrivals totalled 400`. `subject`: the tokens of the subject of a clause without a verb: `and
    Japan 3 million`. `narrows`: does the verb say something of a noun before it: `a boat carrying
    40 people`? `causes`: does it make the counted do what is told behind them: `IOM helped 40
    migrants go home`?
    """

    text: str | None
    verb: int | None = None
    subject: tuple[int, int] | None = None
    said: tuple[int, int] | None = None
    narrows: bool = False
    causes: bool = False


class Before(Struct):
    """What a sentence has said so far of its quantities."""

    #: The last change, with the token behind its quantity.
    changed: tuple[int, Change] | None = None
    #: The last quantity with its event, where a verb before it tells one.
    listed: tuple[Quantity, Event] | None = None
    #: The token behind the last share, where its holder is told: `women make up 48 per cent |`.
    holding: int | None = None
    #: The last subject of a verb.
    actor: str | None = None
    #: The scopes of the last quantity.
    standing: list[str] = []
