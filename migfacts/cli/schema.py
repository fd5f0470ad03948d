"""`migfacts schema`: the JSON Schema of what the other commands write."""

from __future__ import annotations

from typing import Annotated, Final

import typer

HELP: Final = """Print the JSON Schema (2020-12) of what other commands write.

\b
NAME is
  fact      what `extract` writes, one a line (jsonl) or in an array (json) [the default]
  relation  the same of `extract --relations`
  finding   what `check --format jsonl` writes, one a line
  findings  what `check --format json` writes

The version is the last part of `$id`.

\b
Examples:
  migfacts schema > fact.schema.json
  migfacts schema finding | jq '.properties.code'
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def _names(incomplete: str) -> list[str]:
    from migfacts.schema import SCHEMAS

    return [name for name in SCHEMAS if name.startswith(incomplete)]


@app.command(help=HELP)
def schema(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", show_default=False, autocompletion=_names)
    ] = "fact",
) -> int:
    """Print the schema of that name."""
    import msgspec

    from migfacts import schema as schemas
    from migfacts.cli import outputs
    from migfacts.cli.problem import CommandError
    from migfacts.config import nearest

    if name not in schemas.SCHEMAS:
        raise CommandError(f"no schema {name!r}; {nearest(name, list(schemas.SCHEMAS))}")
    data = msgspec.json.encode(schemas.schema(name))
    outputs.put(msgspec.json.format(data, indent=2) + b"\n")
    return 0
