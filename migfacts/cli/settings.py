"""What holds for a run: the configuration, and the command line, which wins over it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from migfacts.cli.problem import CommandError
from migfacts.cli.terminal import is_terminal
from migfacts.cli.values import day, each
from migfacts.config import CheckConfig, ConfigError, load

STDIN: Final = "-"


class Settings(NamedTuple):
    """What to read and how; `check` is for that command."""

    paths: Sequence[str]
    exclude: Sequence[str]
    lang: str
    as_of: date | None
    check: CheckConfig


def settle(
    paths: Sequence[str] | None,
    exclude: Sequence[str] | None,
    lang: str | None,
    as_of: str | None,
) -> Settings:
    """The settings of a run, of what its command line says and of the configuration.

    CommandError if the configuration is broken, or a value is wrong.
    """
    try:
        config = load()
    except ConfigError as error:
        raise CommandError(error) from None
    language = lang or config.lang or "en"
    _check_language(language)
    return Settings(
        _chosen(paths, config.paths),
        (*config.exclude, *(exclude or ())),
        language,
        next(iter(each("--as-of", as_of, day)), config.as_of),
        config.check,
    )


def _check_language(code: str) -> None:
    from migfacts import languages

    try:
        languages.load(code)
    except languages.LanguageError as error:
        raise CommandError(error) from None


def _chosen(paths: Sequence[str] | None, configured: Sequence[str]) -> Sequence[str]:
    """The paths that are given, else stdin, else those of the configuration."""
    if paths:
        return paths
    if sys.stdin is not None and not is_terminal(sys.stdin):
        return [STDIN]
    if configured:
        return configured
    raise CommandError("no path is given and nothing comes by a pipe; name a file or a folder")
