"""What `--to` and `--rates` ask for: facts in other units, and a word on those that were kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from migfacts.cli.problem import CommandError, say
from migfacts.cli.values import each

if TYPE_CHECKING:
    from migfacts.conversion import Conversion
    from migfacts.fact import Fact
    from migfacts.query import Test


class Converting:
    """Converts facts on their way, and counts why some of those that came through were kept."""

    def __init__(self, conversion: Conversion, units: Sequence[Test]) -> None:
        self._conversion = conversion
        self._units = units
        self._kept: Counter[str] = Counter()

    def of(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The facts converted, of those whose unit is wanted, be it the one before or after."""
        for fact in facts:
            converted = self._conversion.of(fact)
            if all(test(fact) or test(converted) for test in self._units):
                yield converted

    def counted(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The same facts; those that could not be converted are counted."""
        for fact in facts:
            reason = self._conversion.kept(fact)
            if reason is not None:
                self._kept[reason] += 1
            yield fact

    def tell(self) -> None:
        """Say on stderr how many facts were kept as they were, and why."""
        for reason, count in sorted(self._kept.items()):
            say(f"{count:,} {'fact' if count == 1 else 'facts'} kept: {reason}")


def converting(
    to: Sequence[str] | None, rates: str | None, lang: str, units: Sequence[Test]
) -> Converting | None:
    """What `--to UNIT` and `--rates FILE` ask for; None if nothing.

    CommandError if a unit is not known or the rates are broken.
    """
    if not to and rates is None:
        return None
    from migfacts import conversion
    from migfacts.conversion.rates import RatesError, read

    targets = each("--to", to, partial(conversion.target, lang=lang))
    try:
        given = read(rates) if rates is not None else None
        return Converting(conversion.Conversion(targets, given, lang=lang), units)
    except RatesError as error:
        raise CommandError(error) from None
    except ValueError as error:
        raise CommandError(f"--to: {error}") from None
