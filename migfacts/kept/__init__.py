"""Files that are kept beside the bytecode of a module, by the rules of Python (PEP 3147).

Nothing is written under `-B` or PYTHONDONTWRITEBYTECODE, PYTHONPYCACHEPREFIX moves the file, and
a folder that cannot be written to is no error.
"""

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def file(module: Path, suffix: str) -> Path | None:
    """Where something is kept of a module, that of the source file; None where nothing is."""
    try:
        return Path(cache_from_source(str(module))).with_suffix(suffix)
    except NotImplementedError:
        return None


def load(path: Path | None, made_of: object) -> Any:
    """What was kept of just this; None if there is nothing of it."""
    if path is None:
        return None
    try:
        of, content = marshal.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return content if of == made_of else None


def keep(path: Path | None, made_of: Any, content: Any) -> None:
    """Write a file whole or not at all: another process may read it meanwhile.

    Args:
        made_of: what must be the same for the content to count; as the content, of what
            `marshal` can write.
    """
    if path is None or sys.dont_write_bytecode:
        return
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(marshal.dumps((made_of, content)))
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
