"""Where output goes: to stdout, or to files that are written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from migfacts.cli.files import Files, named_file
from migfacts.cli.problem import CommandError, PipeClosedError
from migfacts.cli.terminal import is_terminal
from migfacts.cli.values import each, output_format
from migfacts.output import FORMATS, Format, Look, Row, by_suffix, write, write_binary
from migfacts.output.visible import visible

#: The columns and rows for a format.
Table: TypeAlias = Callable[[Format], tuple[Sequence[str], Iterable[Row]]]

_STDOUT: Final = "-"


class Target(NamedTuple):
    """A format and the file that it is written to; None for stdout."""

    format: Format
    file: str | None = None


def targets(given: Sequence[str] | None, form: str | None) -> list[Target]:
    """The targets of `--format` and of each `-o [FORMAT=]FILE`; without files, stdout alone.

    CommandError if a format is not known, or cannot be told.
    """
    fallback = next(iter(each("--format", form, output_format)), None)
    if given:
        to = each("-o", given, partial(_target, fallback))
    else:
        to = [Target(fallback or FORMATS["table" if is_terminal(sys.stdout) else "jsonl"])]
    for target in to:
        if target.format.binary and target.file is None and is_terminal(sys.stdout):
            raise CommandError(f"{target.format.name}: no format for a terminal; add -o facts.db")
    return to


def _target(fallback: Format | None, given: str) -> Target:
    named, file = named_file(given)
    form = output_format(named) if named else by_suffix(Path(file).suffix) or fallback
    if form is None:
        raise ValueError(f"the name {file!r} tells no format; write -o csv={file}")
    return Target(form, None if file == _STDOUT else file)


def is_on_screen(to: Sequence[Target]) -> bool:
    """Say whether output comes to the terminal bit by bit, where nothing may come between."""
    return is_terminal(sys.stdout) and any(
        goal.file is None and goal.format.name != "table" for goal in to
    )


def deliver(to: Sequence[Target], table: Table, look: Look) -> None:
    """Write the table to each target. Either all the files are written, or none."""
    with Files() as files:
        sinks = [_emit if goal.file is None else files.open(goal.file) for goal in to]
        for target, sink in zip(to, sinks, strict=True):
            fields, rows = table(target.format)
            for piece in _pieces(target, fields, _begun(rows), look):
                sink(piece)
        flush()


def _pieces(
    target: Target, fields: Sequence[str], rows: Iterable[Row], look: Look
) -> Iterator[bytes | memoryview]:
    """The rows in the format of a target, safe for a terminal if they go there."""
    name, on_stdout = target.format.name, target.file is None
    if target.format.binary:
        try:
            yield from write_binary(name, fields, rows)
        except MemoryError:
            raise CommandError(f"{name}: takes too much memory; write csv or jsonl") from None
        return
    for piece in write(name, fields, rows, look if on_stdout else None):
        if on_stdout and is_terminal(sys.stdout) and name != "table":
            yield _encoded(visible(piece, keep="\n\r\t"))
        else:
            yield _encoded(piece)


def _begun(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, the first of them made: if that fails, nothing was written."""
    waiting = iter(rows)
    return chain(list(islice(waiting, 1)), waiting)


def flush() -> None:
    """Hand on what was written to stdout so far."""
    if sys.stdout is not None:
        _on_stdout(sys.stdout.flush)


def _emit(data: bytes | memoryview) -> None:
    if sys.stdout is None:
        raise CommandError("stdout is closed; write to a file with -o")
    _on_stdout(partial(sys.stdout.buffer.write, data))


def _on_stdout(act: Callable[[], object]) -> None:
    try:
        act()
    except BrokenPipeError:
        raise PipeClosedError from None
    except OSError as error:
        raise CommandError(
            f"stdout: cannot be written ({error.strerror}); make room there"
        ) from None


def _encoded(text: str) -> bytes:
    """The text in UTF-8, with a mark for halves of surrogate pairs, which have no place there."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def stream(pieces: Iterable[str], *, escape: bool) -> None:
    """Write to stdout piece by piece; `escape` what could act on a terminal, if it is one."""
    if escape and is_terminal(sys.stdout):
        pieces = (visible(piece, keep="\n\r\t") for piece in pieces)
    for piece in pieces:
        _emit(_encoded(piece))
    flush()


def put(data: bytes) -> None:
    """Write to stdout, and hand it on."""
    _emit(data)
    flush()
