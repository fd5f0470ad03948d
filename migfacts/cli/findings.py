"""What `check` does with its options: codes, registry, baseline, targets, findings, output."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from migfacts.cli.files import Files, named_file
from migfacts.cli.problem import CommandError, FailedError, say
from migfacts.cli.sources import Sources
from migfacts.config import nearest
from migfacts.output.findings import FORMATS, Report, by_suffix, write
from migfacts.output.visible import visible

if TYPE_CHECKING:
    from migfacts.check import Read
    from migfacts.cli.progress import Progress
    from migfacts.cli.settings import Settings
    from migfacts.documents import Document
    from migfacts.finding import Finding
    from migfacts.registry import Entry, Registry
    from migfacts.suppress import Baseline


class Documents(Sources):
    """The documents of a command line, whole, and their texts for who shows findings in them."""

    texts: dict[str | None, str]

    def each(self, progress: Progress) -> Iterator[Document]:
        """The documents, in order. FailedError if none could be read."""
        self.texts = {}
        for at, file in enumerate(self._files):
            try:
                document = self._read(file)
            except Exception as error:
                self._failed(error, file)
                continue
            self.documents += 1
            self.texts[document.path] = document.text
            progress.show(at, 0)
            yield document
        if not self.documents:
            raise FailedError


class Target(NamedTuple):
    """A format of findings and the file for it; None for stdout."""

    form: str
    file: str | None = None


def codes(run: Settings, select: Sequence[str] | None, ignore: Sequence[str] | None) -> list[str]:
    """The codes that are asked for. CommandError if one is not known."""
    from migfacts.checks import CODES

    chosen = _known("--select", select) or _known("check.select", run.check.select) or list(CODES)
    ignored = {*_known("--ignore", ignore), *_known("check.ignore", run.check.ignore)}
    return [code for code in chosen if code not in ignored]


def _known(option: str, given: Sequence[str] | None) -> list[str]:
    from migfacts.checks import CODES

    found = [code.strip() for each in given or () for code in each.split(",") if code.strip()]
    for code in found:
        if code not in CODES:
            raise CommandError(f"{option}: unknown code {code!r}; {nearest(code, CODES)}")
    return found


def registry(path: str | None) -> Registry | None:
    """The registry in a file. CommandError if it is broken."""
    if path is None:
        return None
    from migfacts.registry import RegistryError, read

    try:
        return read(path)
    except RegistryError as error:
        raise CommandError(error) from None


def baseline(path: str | None, *, writes: bool) -> Baseline | None:
    """The baseline in a file. CommandError if it is missing or broken."""
    if writes:
        if path is None:
            raise CommandError("--write-baseline: no file is named; add --baseline FILE")
        return None
    if path is None:
        return None
    from migfacts.suppress import SuppressError, read_baseline

    try:
        return read_baseline(path)
    except SuppressError as error:
        raise CommandError(error) from None


def targets(given: Sequence[str] | None, form: str | None) -> list[Target]:
    """Where output goes. CommandError if a format is not known, or cannot be told."""
    fallback = _form("--format", form) if form else None
    if not given:
        return [Target(fallback or "text")]
    found = []
    for each in given:
        named, file = named_file(each)
        chosen = _form("-o", named) if named else by_suffix(Path(file).suffix) or fallback
        if chosen is None:
            raise CommandError(f"-o: the name {file!r} tells no format; write -o sarif={file}")
        found.append(Target(chosen, None if file == "-" else file))
    return found


def _form(option: str, name: str) -> str:
    if name not in FORMATS:
        raise CommandError(f"{option}: unknown format {name!r}; {nearest(name, list(FORMATS))}")
    return name


def found(
    read: Documents, run: Settings, registry: Registry | None, codes: Sequence[str], *, quiet: bool
) -> list[Finding]:
    """The findings in all documents. FailedError if none could be read."""
    from migfacts.check import gather, judge
    from migfacts.checks import CODES
    from migfacts.cli.progress import Progress
    from migfacts.suppress import unknown_code

    reads: list[Read] = []
    with Progress(read.sizes(), quiet=quiet) as progress:
        for document in read.each(progress):
            reads.append(gather(document, len(reads), lang=run.lang, as_of=run.as_of))
            wrong = unknown_code(reads[-1].ignores, CODES)
            if wrong is not None:
                ignore, code = wrong
                raise CommandError(
                    f"{ignore.path}:{ignore.line}: ignore of unknown code {code!r}; "
                    f"{nearest(code, CODES)}"
                )
    return judge(reads, registry, lang=run.lang, as_of=run.as_of, codes=codes)


def write_baseline(path: str | None, found: Sequence[Finding], status: int) -> int:
    """Write the findings to a baseline and say how many they are."""
    from migfacts.suppress import baseline_of

    if status or path is None:
        raise FailedError
    with Files() as files:
        files.open(path)(baseline_of(found).encode())
    say(f"{len(found)} findings in {path}" if len(found) != 1 else f"1 finding in {path}")
    return 0


def report(found: Sequence[Finding], known: Baseline | None, read: Documents) -> Report:
    """What is to be told: the findings that no baseline holds."""
    from migfacts import __version__
    from migfacts.suppress import without_known

    kept, stale = (list(found), []) if known is None else without_known(found, known)
    for entry in stale:
        say(f"migfacts: no longer found: {entry}; write the baseline anew")
    return Report(
        kept,
        documents=read.documents,
        known=len(found) - len(kept),
        texts=read.texts,
        version=__version__,
    )


def deliver(report: Report, to: Sequence[Target], *, no_color: bool) -> None:
    """Write the findings to each target; either all the files are written, or none."""
    from migfacts.cli import outputs, terminal

    look = terminal.look(no_color=no_color)
    with Files() as files:
        for target in to:
            on_screen = target.file is None
            text = write(target.form, report, colour=look.colour and on_screen)
            sink = outputs._emit if target.file is None else files.open(target.file)
            sink(text.encode("utf-8", "replace"))
        if sys.stdout is not None:
            outputs.flush()


def entry_line(entry: Entry) -> str:
    """An entry of a registry on one line."""
    ends = [entry.low, entry.high] if entry.value is None else [entry.value]
    value = "–".join("" if end is None else f"{end:,f}" for end in ends)
    about = [entry.entity, *entry.subjects, entry.period, entry.place]
    words = ", ".join(filter(None, about))
    return visible(f"{entry.id}: {value} {entry.unit or ''}".rstrip() + f" ({words})") + "\n"
