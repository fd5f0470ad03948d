"""The JSON Schemas of what migfacts writes, made of the records and what stands beside their keys.

A schema of the next minor version only adds keys, or values of an enumeration; where one is taken
away, or comes to mean something else, the major version is the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from typing import Any, Final

import msgspec

from migfacts.fact import Fact
from migfacts.finding import Finding, Findings
from migfacts.relation import Record

VERSION: Final = "1.0"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
#: Name -> the record, and what it is.
SCHEMAS: Final[Mapping[str, type]] = {
    "fact": Fact,
    "relation": Record,
    "finding": Finding,
    "findings": Findings,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema 2020-12 of a name in SCHEMAS, as a dict in the order of the record's keys.

    Raises:
        KeyError: there is no such name.
    """
    record = SCHEMAS[name]
    _, components = msgspec.json.schema_components([record], ref_template="#/$defs/{name}")
    shared = {title: _tidied(each) for title, each in components.items()}
    own = shared.pop(record.__name__)
    found = {
        "$schema": DIALECT,
        "$id": f"urn:migfacts:schema:{name}:{VERSION}",
        **own,
        "title": name,
    }
    return {**found, "$defs": shared} if shared else found


def _tidied(schema: Any) -> Any:
    """The schema with numbers as numbers, and null as one more type of a value."""
    if isinstance(schema, list):
        return [_tidied(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {
        key: value if key in ("examples", "default") else _tidied(value)
        for key, value in schema.items()
    }
    if tidy.get("format") == "decimal":
        del tidy["format"]
        tidy["type"] = "number"
    if isinstance(tidy.get("description"), str):
        tidy["description"] = " ".join(cleandoc(tidy["description"]).split())
    return _with_null(tidy)


def _with_null(tidy: dict[str, Any]) -> dict[str, Any]:
    """One type or null, without `anyOf`."""
    choice = tidy.get("anyOf")
    if not isinstance(choice, list) or len(choice) != 2 or choice[1] != {"type": "null"}:
        return tidy
    one = choice[0]
    if "enum" in one:
        one = {**one, "enum": [*one["enum"], None]}
    elif isinstance(one.get("type"), str):
        one = {**one, "type": [one["type"], "null"]}
    else:
        return tidy
    rest = {key: value for key, value in tidy.items() if key != "anyOf"}
    return {**{key: rest.pop(key) for key in ("description", "examples") if key in rest},
            **one, **rest}  # fmt: skip
