"""What `extract --relations` does: the relations of the facts instead of the facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from migfacts import query
from migfacts.check import gather
from migfacts.cli import outputs, terminal
from migfacts.cli.findings import Documents
from migfacts.cli.problem import CommandError
from migfacts.cli.progress import Progress
from migfacts.output.relations import table
from migfacts.output.values import many

if TYPE_CHECKING:
    from migfacts.cli.outputs import Target
    from migfacts.cli.settings import Settings
    from migfacts.cli.wanted import Wanted
    from migfacts.relation import Relation


def write(
    run: Settings,
    stdin_filename: str | None,
    asked: Wanted,
    to: Sequence[Target],
    *,
    quiet: bool,
    no_color: bool,
) -> int:
    """Write the relations that a wanted fact takes part in, and give the exit status.

    CommandError if options for the fields of facts are given.
    """
    binary = [goal for goal in to if goal.format.binary]
    for option, given in (
        ("--sort", asked.keys), ("--fields", asked.fields), ("--to", asked.converting),
        ("sqlite", binary),
    ):  # fmt: skip
        if given:
            raise CommandError(f"{option}: is for facts; leave it out, or --relations")
    read = Documents(run, stdin_filename, [each.file for each in to if each.file])
    count = 0

    def counted() -> Iterator[Relation]:
        nonlocal count
        for relation in islice(_relations(read, run, asked, progress), asked.limit):
            count += 1
            yield relation

    with Progress(read.sizes(), quiet=quiet or outputs.is_on_screen(to)) as progress:
        found = counted() if len(to) == 1 else list(counted())
        outputs.deliver(to, table(found, single=read.is_single), terminal.look(no_color=no_color))
    if not quiet:
        terminal.tell(f"{many(count, 'relation')} in {many(read.documents, 'document')}")
    return read.status


def _relations(
    read: Documents, run: Settings, asked: Wanted, progress: Progress
) -> Iterator[Relation]:
    for number, document in enumerate(read.each(progress)):
        for relation in gather(document, number, lang=run.lang, as_of=run.as_of).relations:
            if any(query.select(relation.facts(), asked.tests)):
                yield relation
        outputs.flush()
