"""The fact: one number of a text, with what the text says of it.

The record is a msgspec Struct, so that a hundred thousand of them are built and written in
a fraction of a second. Numbers are `Decimal` inside and plain JSON numbers outside.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, cast, get_args

import msgspec

Kind = Literal[
    "count", "money", "percent", "measure", "duration", "age", "date", "ordinal", "ratio", "number"
]
Bound = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than"]
Change = Literal["up", "down"]
Statistic = Literal["average", "median", "minimum", "maximum"]

KINDS: Final[tuple[str, ...]] = get_args(Kind)
BOUNDS: Final[tuple[str, ...]] = get_args(Bound)
#: Kinds that tell a part of something, and those that count it.
SHARES: Final = frozenset(("percent", "ratio"))
COUNTS: Final = frozenset(("number", "count"))

#: Below this power of ten `str(Decimal)` turns to exponents, which JSON output must not have.
_PLAIN_FROM = -6


def key(description: str, *examples: object, **rules: object) -> msgspec.Meta:
    """What the JSON Schema says of a key: its meaning, examples, and keywords of its own."""
    return msgspec.Meta(
        description=description, examples=list(examples) or None, extra_json_schema=rules or None
    )


#: What counts from 1, as lines do, and from 0, as offsets do.
FromOne = Annotated[int, msgspec.Meta(ge=1)]
FromZero = Annotated[int, msgspec.Meta(ge=0)]
_PERIOD: Final = r"^(\d{4}(-\d\d){0,2}(/(\d{4}(-\d\d){0,2}|\.\.))?|\.\./\d{4}(-\d\d){0,2})$"


class Fact(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One numeric fact. Fields are in the order in which they are written.

    `start` and `end` count code points of the document's text, `end` exclusive, so that
    `document.text[start:end] == text`. What the text does not say is null, or an empty list.
    """

    kind: Annotated[Kind, key("What the number says: how many, how much, when …", "count")]
    text: Annotated[
        str, key("One stretch of the source, as written.", "more than 8,500 people", minLength=1)
    ]
    start: Annotated[FromZero, key("Where the text starts, in code points of the document.", 7)]
    end: Annotated[FromZero, key("Where it ends, exclusive.", 29)]
    path: Annotated[str | None, key("The document; null for stdin.", "reports/june.md")] = None
    line: Annotated[FromOne, key("Line of the source, from 1.", 12)] = 1
    column: Annotated[FromOne, key("Column in that line, in code points, from 1.", 5)] = 1
    page: Annotated[FromOne | None, key("Page, from 1, of a format that has pages.", 3)] = None
    value: Annotated[
        Decimal | None, key("The number, scale applied; null for a range and a date.", 1300000)
    ] = None
    low: Annotated[
        Decimal | None, key("Low end of a range; the value again where it is a lower bound.", 10)
    ] = None
    high: Annotated[
        Decimal | None, key("High end of a range; the value again where it is an upper bound.", 15)
    ] = None
    bound: Annotated[Bound, key("How the text bounds the number.", "more_than")] = "exact"
    precision: Annotated[
        Decimal | None, key("Last place of the number as written.", 100, exclusiveMinimum=0)
    ] = None
    unit: Annotated[
        str | None,
        key(
            "Unit: as pint prints it, an ISO 4217 code or a minor unit of money, or percent, "
            "percentage_point, basis_point.",
            *("kilometer / hour", "USD", "percent"),
        ),
    ] = None
    unit_text: Annotated[str | None, key("The unit as written.", "US$", "per cent")] = None
    per: Annotated[str | None, key("What the number is counted by.", "day", "1000 live birth")] = (
        None
    )
    entity: Annotated[
        str | None, key("What is counted or measured, as written.", "labour migrants")
    ] = None
    entity_lemma: Annotated[
        str | None, key("The entity with its head in the singular.", "labour migrant")
    ] = None
    qualifier: Annotated[str | None, key("What narrows the entity.", "from Nepal", "by sea")] = None
    event: Annotated[
        str | None, key("What happens to it, as written.", "died on migration routes")
    ] = None
    subject: Annotated[str | None, key("Whose the number is.", "IOM")] = None
    concepts: Annotated[
        list[str], key("Other content words about the quantity, for search.", ["route", "sea"])
    ] = []
    change: Annotated[Change | None, key("Whether the quantity rose or fell.", "up")] = None
    period: Annotated[
        str | None,
        key(
            "When: an ISO 8601 date or interval, open at an end that is `..`.",
            *("2023", "2024-09", "2014/2023", "1951/.."),
            pattern=_PERIOD,
        ),
    ] = None
    place: Annotated[str | None, key("Where, as written.", "Bangladesh")] = None
    scope: Annotated[
        list[str], key("What stage or claim the number is of.", ["planned"], ["required"])
    ] = []
    statistic: Annotated[
        Statistic | None, key("What the number sums up of several.", "average")
    ] = None
    sentence: Annotated[
        str, key("The sentence that it stands in.", "In 2023, more than 8,500 people died.")
    ] = ""

    def to_dict(self) -> dict[str, Any]:
        """The fact as plain Python values, keys in the record's order.

        Whole numbers become `int`, others `float`; `to_json` keeps every digit.
        """
        return {name: plain(getattr(self, name)) for name in FIELDS}

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
            return _ENCODER.encode({name: raw(getattr(self, name)) for name in FIELDS})
        try:
            return _ENCODER.encode(self)
        except UnicodeEncodeError:  # half a surrogate pair, which JSON cannot hold
            return _ENCODER.encode({name: raw(getattr(self, name)) for name in FIELDS})

    @classmethod
    def from_json(cls, line: bytes | str) -> Fact:
        """The fact in a JSON object.

        Raises:
            ValueError: it is no JSON, or no fact.
        """
        try:
            return _decoder().decode(line)
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from None


FIELDS: Final[tuple[str, ...]] = Fact.__struct_fields__
NUMBERS: Final = ("value", "low", "high", "precision")
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[Fact]:
    """Made when it is first needed: it evaluates the annotations of the record."""
    return msgspec.json.Decoder(Fact)


def plain_number(value: Decimal) -> str:
    """A Decimal in plain notation, as JSON and tables write it."""
    return format(value, "f")


def _needs_plain(value: Decimal | None) -> bool:
    if value is None:
        return False
    exponent = cast(int, value.as_tuple().exponent)
    return exponent > 0 or (exponent < _PLAIN_FROM and value.adjusted() < _PLAIN_FROM)


def raw(value: object) -> object:
    """A value as JSON has it: every digit, no exponent, no half of a surrogate pair."""
    if isinstance(value, Decimal):
        return msgspec.Raw(plain_number(value).encode())
    if isinstance(value, list):
        return [raw(item) for item in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def plain(value: object) -> object:
    """A value as plain Python: `int` or `float` for a number."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, list) else value


def _decimal(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))
