"""Validation: from records in JSON to the faults in them.

First the shape, which the record's own types say; where it holds, the sense, which they cannot
say. What a document may state and the record has to keep, such as a range that runs backwards, is
a warning: the record is right, and to judge the document is for the checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from migfacts.fault import Complaint, Fault
from migfacts.validate.records import Record, records
from migfacts.validate.sense import Sense
from migfacts.validate.shape import shape

__all__ = ["validate"]


def validate(stream: IO[bytes], path: str | None = None, lang: str = "en") -> Iterator[list[Fault]]:
    """The faults of each record in a stream, in order; an empty list for a sound record.

    Args:
        stream: JSON Lines, which are read one by one, or one JSON array, which is read whole.
        path: the name of the file, None for stdin.
        lang: BCP 47 code of the language of the documents.

    Raises:
        LanguageError: migfacts does not read the language.
        OSError: the stream cannot be read.
    """
    sense = Sense(lang)
    for number, record in enumerate(records(stream), 1):
        found = list(_complaints(record, sense))
        yield [
            Fault(
                record=number,
                field=each.field,
                severity=each.severity,
                message=each.message,
                path=path,
                line=record.line,
            )
            for each in found
        ]


def _complaints(record: Record, sense: Sense) -> Iterator[Complaint]:
    if record.problem is not None:
        yield Complaint(None, record.problem)
        return
    fact, complaints = shape(record.data)
    yield from complaints
    if fact is not None:
        yield from sense.complaints(fact)
