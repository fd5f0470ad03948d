"""What the commands write, held against its JSON Schema.

`output/sarif-2.1.0-rtm.5.json` is the schema of SARIF 2.1.0 by OASIS, as Microsoft ships it in the
npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT).
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft4Validator, Draft202012Validator  # type: ignore[import-untyped]

from migfacts.schema import schema

SARIF: Final = Path(__file__).parent / "output" / "sarif-2.1.0-rtm.5.json"
#: What sends something else to stdout than the records.
_ELSEWHERE: Final = {"-h", "--help", "-o", "--output"}
_DEFAULTS: Final = {"extract": "jsonl", "check": "text"}


@lru_cache(maxsize=16)
def validator(name: str, *, whole: bool = True) -> Any:
    """What holds a value against a schema; not `whole`: some keys may be left out."""
    if name == "sarif":
        return Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8")))
    found = schema(name)
    if whole:  # what migfacts writes has every key
        found["required"] = list(found["properties"])
        found["additionalProperties"] = False
    else:
        del found["required"]
    return Draft202012Validator(found)


def hold(arguments: Sequence[str], stdout: str) -> int:
    """Hold what a command wrote against its schema; give how many values that were."""
    values = _values(arguments, stdout)
    for name, value in values:
        whole = "--fields" not in arguments
        errors = [error.message for error in validator(name, whole=whole).iter_errors(value)]
        assert errors == []
    return len(values)


def _values(arguments: Sequence[str], stdout: str) -> list[tuple[str, Any]]:
    """The values in an output, each with the name of its schema."""
    command = arguments[0] if arguments else ""
    form = _format(arguments, _DEFAULTS.get(command, ""))
    if not stdout or command not in _DEFAULTS or _ELSEWHERE & set(arguments):
        return []
    record = "finding" if command == "check" else "fact"
    record = "relation" if "--relations" in arguments else record
    if form == "jsonl":
        return [(record, json.loads(line)) for line in stdout.splitlines()]
    if form == "json":
        value = json.loads(stdout)
        return [("findings", value)] if command == "check" else [(record, each) for each in value]
    return [("sarif", json.loads(stdout))] if form == "sarif" else []


def _format(arguments: Sequence[str], default: str) -> str:
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--format":
            return following
        if argument.startswith("--format="):
            return argument.partition("=")[2]
    return default
