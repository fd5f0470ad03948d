"""`migfacts diff`: the facts that were added, removed or changed between two versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from migfacts.cli import options

if TYPE_CHECKING:
    from migfacts.cli.outputs import Table, Target
    from migfacts.cli.settings import Settings
    from migfacts.difference import Difference
    from migfacts.output import Format, Row
    from migfacts.query import Test

HELP: Final = """Compare the facts of two versions: added, removed, changed.

OLD and NEW are documents, folders of documents, or files of facts that extract wrote as JSON or
JSON Lines; - is stdin. Facts are matched by what they are about: a sentence that moved, or says
the same in other words, is no difference. Filters keep a difference if its old or its new fact
passes.

Exit status 1 means that there are differences; 2, that they could not be compared.

\b
Examples:
  migfacts diff old.md new.md
  git show HEAD~1:report.md | migfacts diff --stdin-filename report.md - report.md
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Old = Annotated[str, typer.Argument(help="The version before.", metavar="OLD", show_default=False)]
New = Annotated[str, typer.Argument(help="The version after.", metavar="NEW", show_default=False)]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even with differences.")]


@app.command(help=HELP)
def diff(
    old: Old,
    new: New,
    kind: options.Kind = None,
    unit: options.Unit = None,
    entity: options.Entity = None,
    bound: options.Bound = None,
    period: options.Period = None,
    place: options.Place = None,
    least: options.Min = None,
    most: options.Max = None,
    form: options.Form = None,
    output: options.Output = None,
    exit_zero: ExitZero = False,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Wire the options together."""
    from migfacts.cli import outputs, settings, terminal, wanted
    from migfacts.cli.problem import say
    from migfacts.output.compared import summary

    run = settings.settle([old, new], exclude, lang, as_of)
    tests = wanted.filters(
        run.lang, kind=kind, unit=unit, entity=entity, bound=bound, period=period, place=place,
        least=least, most=most,
    )  # fmt: skip
    goals = outputs.targets(output, form)
    found = _found(run, stdin_filename, goals, quiet=quiet)
    kept = [each for each in found if _passes(each, tests)]
    outputs.deliver(_for_people(goals), _table(kept), terminal.look(no_color=no_color))
    if not quiet:
        say(summary(each.status for each in kept))
    return 1 if kept and not exit_zero else 0


def _found(
    run: Settings, stdin_filename: str | None, goals: Sequence[Target], *, quiet: bool
) -> list[Difference]:
    """The differences between the two paths of a run."""
    from migfacts.cli.problem import CommandError
    from migfacts.cli.progress import Progress
    from migfacts.cli.settings import STDIN
    from migfacts.cli.versions import Version
    from migfacts.difference import differences

    if [*run.paths] == [STDIN, STDIN]:
        raise CommandError("OLD and NEW are both stdin; name a file or a folder for one of them")
    files = [goal.file for goal in goals if goal.file]
    versions = [Version(path, run, stdin_filename, files) for path in run.paths]
    placed = []
    for version in versions:
        with Progress(version.sizes(), quiet=quiet) as progress:
            placed.append(version.placed(progress))
    return differences(*placed, lang=run.lang)


def _passes(found: Difference, tests: Sequence[Test]) -> bool:
    sides = (fact for fact in (found.old, found.new) if fact is not None)
    return any(all(test(fact) for test in tests) for fact in sides)


def _for_people(goals: Sequence[Target]) -> list[Target]:
    """The targets; Markdown also tells how many differences there are."""
    return [
        goal._replace(format=goal.format._replace(name="compared_markdown"))
        if goal.format.name == "markdown"
        else goal
        for goal in goals
    ]


def _table(found: Sequence[Difference]) -> Table:
    """Columns and rows for a format."""
    from migfacts.output import compared

    def table(form: Format) -> tuple[Sequence[str], Iterable[Row]]:
        if form.brief:
            return compared.BRIEF, map(compared.row, found)
        if form.name in ("json", "jsonl"):
            return compared.NESTED, map(compared.nested, found)
        return compared.FLAT, map(compared.flat, found)

    return table
