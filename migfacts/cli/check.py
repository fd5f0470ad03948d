"""`migfacts check`: the numbers of documents that contradict one another or facts.toml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from migfacts.cli import options

if TYPE_CHECKING:
    from migfacts.cli.findings import Documents
    from migfacts.finding import Finding
    from migfacts.output.findings import Report

HELP: Final = """Find the numbers that contradict one another, or facts.toml.

Exit status 1 means that a number is wrong; 2, that the check could not be done.

\b
Examples:
  migfacts check docs/ --facts facts.toml
  migfacts check docs/ -o sarif=checks.sarif -o markdown=summary.md
  migfacts check docs/ --write-baseline --baseline known.json
"""

app = typer.Typer(add_completion=False, rich_markup_mode=None)


def _codes() -> Sequence[str]:
    from migfacts.checks import CODES

    return CODES


def _forms() -> Sequence[str]:
    from migfacts.output.findings import FORMATS

    return list(FORMATS)


FactsFile = Annotated[
    str | None, typer.Option("--facts", help="The facts.toml to hold against.", metavar="FILE")
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help="Only these codes.", metavar="CODE", autocompletion=_codes),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", help="Not these codes.", metavar="CODE", autocompletion=_codes),
]
CheckForm = Annotated[
    str | None,
    typer.Option(
        "--format",
        help="text, json, jsonl, github, gitlab, sarif or markdown [text].",
        metavar="FORMAT",
        autocompletion=_forms,
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option("-o", "--output", help="Write a file; may be repeated.", metavar="[FORMAT=]FILE"),
]
BaselineFile = Annotated[
    str | None,
    typer.Option("--baseline", help="Leave out the findings that it holds.", metavar="FILE"),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Write the findings to the baseline.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even with findings.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Say how many there are a code.")]


@app.command(help=HELP)
def check(
    paths: options.Paths = None,
    facts: FactsFile = None,
    select: Select = None,
    ignore: Ignore = None,
    form: CheckForm = None,
    output: Outputs = None,
    baseline: BaselineFile = None,
    write_baseline: WriteBaseline = False,
    exit_zero: ExitZero = False,
    statistics: Statistics = False,
    as_of: options.AsOf = None,
    lang: options.Lang = None,
    exclude: options.Exclude = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Wire the options together."""
    from migfacts.cli import findings, settings

    run = settings.settle(paths, exclude, lang, as_of)
    codes = findings.codes(run, select, ignore)
    registry = findings.registry(facts or run.check.facts)
    to = findings.targets(output, form or run.check.format)
    known = findings.baseline(baseline or run.check.baseline, writes=write_baseline)
    read = findings.Documents(run, stdin_filename, [each.file for each in to if each.file])
    found = findings.found(read, run, registry, codes, quiet=quiet)
    if write_baseline:
        return findings.write_baseline(baseline or run.check.baseline, found, read.status)
    report = findings.report(found, known, read)
    findings.deliver(report, to, no_color=no_color)
    if statistics:
        _count(report)
    return _status(report.findings, read, exit_zero=exit_zero)


def _count(report: Report) -> None:
    from migfacts.cli.problem import say

    for code, count in sorted(Counter(each.code for each in report.findings).items()):
        say(f"{count:>6} {code}")


def _status(findings: Sequence[Finding], read: Documents, *, exit_zero: bool) -> int:
    wrong = any(each.severity == "error" for each in findings)
    return read.status or (1 if wrong and not exit_zero else 0)
