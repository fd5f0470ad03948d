"""The fact: one number of a text, with what the text says of it.

The record is a msgspec Struct, so that a hundred thousand of them are built and written in
a fraction of a second. Numbers are `Decimal` inside and plain JSON numbers outside.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, Literal, cast, get_args

import msgspec

Kind = Literal[
    "count", "money", "percent", "measure", "duration", "age", "date", "ordinal", "ratio", "number"
]
Bound = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than"]
Change = Literal["up", "down"]
Statistic = Literal["average", "median", "minimum", "maximum"]

KINDS: Final[tuple[str, ...]] = get_args(Kind)
BOUNDS: Final[tuple[str, ...]] = get_args(Bound)

#: Below this power of ten `str(Decimal)` turns to exponents, which JSON output must not have.
_PLAIN_FROM = -6


class Fact(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One numeric fact. Fields are in the order in which they are written.

    `start` and `end` count code points of the document's text, `end` exclusive, so that
    `document.text[start:end] == text`. What the text does not say is `None`, or an empty list.
    """

    kind: Kind
    text: str
    start: int
    end: int
    path: str | None = None
    line: int = 1
    column: int = 1
    page: int | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = "exact"
    precision: Decimal | None = None
    unit: str | None = None
    unit_text: str | None = None
    per: str | None = None
    entity: str | None = None
    entity_lemma: str | None = None
    qualifier: str | None = None
    event: str | None = None
    subject: str | None = None
    concepts: list[str] = []
    change: Change | None = None
    period: str | None = None
    place: str | None = None
    scope: list[str] = []
    statistic: Statistic | None = None
    sentence: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The fact as plain Python values, keys in the record's order.

        Whole numbers become `int`, others `float`; `to_json` keeps every digit.
        """
        return {name: _plain(getattr(self, name)) for name in FIELDS}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Fact:
        """The fact that `to_dict` or `json.loads` of a record gave.

        Raises:
            ValueError: a key is unknown or missing, or a value has the wrong type; the
                message names it.
        """
        values: dict[str, Any] = dict(data)
        values.update({key: _decimal(data[key]) for key in NUMBERS if key in data})
        try:
            return msgspec.convert(values, cls)
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from None

    def to_json(self) -> bytes:
        """The fact as one line of JSON: plain numbers, no exponent, every digit."""
        if any(_needs_plain(getattr(self, name)) for name in NUMBERS):
            return _ENCODER.encode({name: _raw(getattr(self, name)) for name in FIELDS})
        try:
            return _ENCODER.encode(self)
        except UnicodeEncodeError:  # half a surrogate pair, which JSON cannot hold
            return _ENCODER.encode({name: _raw(getattr(self, name)) for name in FIELDS})

    @classmethod
    def from_json(cls, line: bytes | str) -> Fact:
        """The fact in a JSON object.

        Raises:
            ValueError: it is no JSON, or no fact.
        """
        try:
            return _DECODER.decode(line)
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from None


FIELDS: Final[tuple[str, ...]] = Fact.__struct_fields__
NUMBERS: Final = ("value", "low", "high", "precision")
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_DECODER: Final = msgspec.json.Decoder(Fact)


def plain_number(value: Decimal) -> str:
    """A Decimal in plain notation, as JSON and tables write it."""
    return format(value, "f")


def _needs_plain(value: Decimal | None) -> bool:
    if value is None:
        return False
    exponent = cast(int, value.as_tuple().exponent)
    return exponent > 0 or (exponent < _PLAIN_FROM and value.adjusted() < _PLAIN_FROM)


def _raw(value: object) -> object:
    if isinstance(value, Decimal):
        return msgspec.Raw(plain_number(value).encode())
    if isinstance(value, list):
        return [_raw(item) for item in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, list) else value


def _decimal(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))
