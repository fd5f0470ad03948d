"""Shape: is a JSON value a fact, by the types that stand at the record's fields?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final

import msgspec

from migfacts.config import nearest
from migfacts.fact import BOUNDS, FIELDS, KINDS, NUMBERS, Fact
from migfacts.fault import Complaint
from migfacts.kept.patterns import precompiled
from migfacts.validate.records import broken

#: The power of ten beyond which a number is no fact.
MAX_EXPONENT: Final = 30

_LOOSE: Final = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)
_RAW: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_TYPES: Final = {each.name: each for each in msgspec.structs.fields(Fact)}
_FIXED: Final[Mapping[str, tuple[str, ...]]] = {"kind": KINDS, "bound": BOUNDS}
#: How msgspec names a type -> how JSON does.
_NAMES: Final = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "a truth value",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
_QUOTED: Final = precompiled(r"`([\w |]+)`")
_PATH: Final = precompiled(r" - at `\$.*`$")
_TOO_LARGE: Final = f"beyond 10^±{MAX_EXPONENT}, and so no fact"


def shape(data: bytes) -> tuple[Fact | None, list[Complaint]]:
    """The fact in a JSON text; None where it is none, with one complaint a field."""
    try:
        loose = _LOOSE.decode(data)
        if not any(isinstance(loose.get(name), str) for name in NUMBERS):
            return _sized(msgspec.convert(loose, Fact))
    except (msgspec.MsgspecError, InvalidOperation, RecursionError, UnicodeDecodeError):
        pass
    return None, list(_complaints(data))


def _sized(fact: Fact) -> tuple[Fact | None, list[Complaint]]:
    """The fact if none of its numbers is beyond what a fact may hold; no other may be reckoned."""
    wrong = [name for name in NUMBERS if _is_beyond(getattr(fact, name))]
    return (None if wrong else fact), [Complaint(name, _TOO_LARGE) for name in wrong]


def _is_beyond(value: Decimal | None) -> bool:
    return value is not None and abs(value.adjusted()) > MAX_EXPONENT


def _complaints(data: bytes) -> Iterator[Complaint]:
    """What is wrong with each field of a text that is no fact."""
    try:
        fields = _RAW.decode(data)
    except RecursionError:
        yield Complaint(None, "nested too deeply")
        return
    except msgspec.ValidationError as error:
        yield Complaint(None, f"must be an object, not {_got(str(error))}")
        return
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Complaint(None, broken(error) + _hint(data))
        return
    for name, raw in fields.items():
        if name not in _TYPES:
            yield Complaint(name, f"unknown key; {_instead(name)}")
        else:
            message = _message(name, raw)
            if message is not None:
                yield Complaint(name, message)
    for name in FIELDS:
        if name not in fields and _TYPES[name].required:
            yield Complaint(name, "missing")


@lru_cache(maxsize=1024)
def _instead(name: str) -> str:
    said = nearest(name, FIELDS)
    return said if said.startswith("did") else "known are those of migfacts schema fact"


def _hint(data: bytes) -> str:
    return "; write one record a line, as jq -c does" if data.strip() in (b"{", b"[") else ""


def _message(name: str, raw: msgspec.Raw) -> str | None:
    """Why a value is not of the type of its field; None where it is."""
    data = bytes(raw)
    if name in NUMBERS and data[:1] == b'"':
        return "must be a number or null, not a text"
    try:
        value = msgspec.json.decode(data, type=_TYPES[name].type)
    except msgspec.ValidationError as error:
        return _said(name, str(error))
    except InvalidOperation:
        return _TOO_LARGE
    except RecursionError:
        return "nested too deeply"
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return broken(error)
    return _TOO_LARGE if name in NUMBERS and _is_beyond(value) else None


@lru_cache(maxsize=1024)
def _said(name: str, message: str) -> str:
    """A message of msgspec in the words of JSON."""
    message, at = _PATH.sub("", message), _PATH.search(message)
    if message.startswith("Invalid enum value"):
        given = message.partition(" ")[2].partition(" value ")[2].strip("'")
        known = _FIXED.get(name, _choices(name))
        return f"unknown value {given!r}; {nearest(given, known)}"
    if "out of range" in message or message.startswith("Invalid decimal"):
        return _TOO_LARGE
    plain = _QUOTED.sub(lambda match: _named(match[1]), message)
    whose = "each item must" if at is not None and "[" in at.group() else "must"
    plain = re.sub(r"^Expected (.+), got (.+)$", rf"{whose} be \1, not \2", plain)
    return re.sub(r"^Expected (.+) >= (\d+)$", r"must be \1 from \2 on", plain)


def _choices(name: str) -> tuple[str, ...]:
    """The values of an enumeration that may also be null."""
    enumeration = msgspec.json.schema(_TYPES[name].type)
    listed = [each.get("enum", ()) for each in enumeration.get("anyOf", [enumeration])]
    return tuple(value for values in listed for value in values)


def _named(types: str) -> str:
    return " or ".join(_NAMES.get(each, each) for each in types.split(" | "))


def _got(message: str) -> str:
    return _said("", message).rpartition("not ")[2]
