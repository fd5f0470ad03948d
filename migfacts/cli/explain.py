"""`migfacts explain`: what a check finds, what a kind reads, and how a text is read."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from migfacts.cli import options

HELP: Final = """Say what a check finds, a kind reads, or how a text is read.

NAME is a code of `check`, such as sum-mismatch, a kind of fact, such as money, or reference: a
number that is no fact. Without one, all are listed. With --text it is told number by number
which kind took it and what was read around it, or why it is no fact.

\b
Examples:
  migfacts explain sum-mismatch
  migfacts explain --text "USD 1.3 trillion was lost in 2023"
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)

FORMATS: Final = ("text", "json")
REFERENCE: Final = "reference"
#: Words are not broken into less than this.
NARROWEST: Final = 40


def _names(incomplete: str) -> list[str]:
    from migfacts.checks import CODES
    from migfacts.fact import KINDS

    return [name for name in (*KINDS, REFERENCE, *CODES) if name.startswith(incomplete)]


Name = Annotated[
    str | None,
    typer.Argument(metavar="[CODE|KIND]", show_default=False, autocompletion=_names),
]
Text = Annotated[
    str | None, typer.Option("--text", help="Explain how this text is read.", metavar="TEXT")
]
ExplainForm = Annotated[str, typer.Option("--format", help="text or json.", metavar="FORMAT")]


@app.command(help=HELP)
def explain(
    name: Name = None,
    text: Text = None,
    form: ExplainForm = "text",
    as_of: options.AsOf = None,
    lang: options.Lang = None,
) -> int:
    """Wire the options together."""
    from migfacts.cli import outputs
    from migfacts.cli.problem import CommandError
    from migfacts.config import nearest

    if form not in FORMATS:
        raise CommandError(f"--format: unknown format {form!r}; {nearest(form, FORMATS)}")
    if text is not None and name is not None:
        raise CommandError(f"--text: is not for {name!r} alone; give a name or a text")
    said = _topic(name, form) if text is None else _text(text, form, as_of, lang)
    outputs.stream([said], escape=True)
    return 0


def _topic(name: str | None, form: str) -> str:
    """All that is known of a name, or the list of names."""
    from migfacts.checks import CODES
    from migfacts.cli.problem import CommandError
    from migfacts.cli.terminal import look
    from migfacts.config import nearest
    from migfacts.fact import KINDS
    from migfacts.output import explained

    names = (*KINDS, REFERENCE, *CODES)
    width = max(look(no_color=True).width, NARROWEST)
    if name is None:
        if form == "json":
            return explained.encoded([explained.json(each) for each in names])
        groups = [("Kinds of facts", KINDS), ("No facts", [REFERENCE]), ("Checks", CODES)]
        return "".join(explained.listed(groups, width))
    chosen = name.strip().lower().replace("_", "-")
    if chosen not in names:
        raise CommandError(f"no check or kind {name!r}; {nearest(chosen, names)}")
    if form == "json":
        return explained.encoded(explained.json(chosen))
    return explained.text(chosen, width)


def _text(text: str, form: str, as_of: str | None, lang: str | None) -> str:
    """How a text is read."""
    from migfacts.cli.settings import STDIN, settle
    from migfacts.explain import explain
    from migfacts.output import explanation

    run = settle([STDIN], None, lang, as_of)
    found = explain(text, lang=run.lang, as_of=run.as_of)
    return explanation.json(found) if form == "json" else "".join(explanation.text(found))
