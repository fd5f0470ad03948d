"""Speed: megabytes a second, how time grows with the text, and how long one page takes.

All that is printed for comparison is a ratio, since machines differ.
"""

import compileall
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple

import migfacts
from migfacts import facts, from_text

SEEDS: Final = Path(__file__).parent.parent / "seeds"
PAGE: Final = SEEDS / "factsheet-camp.md"
MEGABYTE: Final = 1_000_000
#: Megabytes of text -> how often it is read; the fastest time counts.
SIZES: Final = {1: 3, 5: 1, 20: 1}
PAIRS: Final = 11
#: What the project asks of itself.
LEAST_SPEED, MOST_GROWTH, MOST_START = 2.0, 1.2, 1.6


class Speed(NamedTuple):
    """Megabytes a second by megabytes of text, cost of the last megabytes, start-up."""

    megabytes_a_second: dict[int, float]
    facts_in_a_megabyte: int
    growth: float
    start: float | None
    start_error: str = ""


def measure() -> Speed:
    """Read the seeds' text over and over, and start the command over and over."""
    seconds: dict[int, float] = {}
    found = 0
    for size, times in SIZES.items():
        text = seed_text(size * MEGABYTE)
        runs = [_read(text) for _ in range(times)]
        seconds[size] = min(run[0] for run in runs)
        found = found or runs[0][1]
    sizes = sorted(seconds)
    growth = (seconds[sizes[-1]] / sizes[-1]) / (seconds[sizes[0]] / sizes[0])
    try:
        start, error = start_up(), ""
    except subprocess.CalledProcessError as failure:
        start, error = None, failure.stderr.decode(errors="replace").strip().splitlines()[-1]
    speeds = {size: size / seconds[size] for size in sizes}
    return Speed(speeds, found, growth, start, error)


def seed_text(size: int) -> str:
    """The text of all seed documents, one after the other, repeated to a number of bytes."""
    paths = sorted([*SEEDS.glob("*.txt"), *SEEDS.glob("*.md")])
    texts = [path.read_text(encoding="utf-8") for path in paths if path.name != "README.md"]
    once = "\n\n".join(texts) + "\n\n"
    return once * round(size / len(once.encode()))


def _read(text: str) -> tuple[float, int]:
    """Seconds for all facts of a text, and how many there are."""
    start = perf_counter()
    found = sum(1 for _ in facts(from_text(text)))
    return perf_counter() - start, found


def start_up() -> float:
    """One page to JSON against `import typer`, in pairs one after the other: the median ratio.

    The package, its word tables and its patterns are compiled first, as an installer and a first
    run leave them: where Python may not write bytecode, all is compiled again by every run.
    """
    compileall.compile_dir(Path(migfacts.__file__).parent, quiet=1)
    _run([sys.executable, "-m", "migfacts.prepare"])
    command = Path(sys.executable).with_name("migfacts")
    program = [str(command)] if command.exists() else [sys.executable, "-m", "migfacts"]
    page = [*program, "extract", str(PAGE), "--format", "json"]
    typer = [sys.executable, "-c", "import typer"]
    _run(page), _run(typer)  # reads the files into the memory of the machine
    return median(_run(page) / _run(typer) for _ in range(PAIRS))


def _run(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return perf_counter() - start


def table(speed: Speed) -> str:
    """The figures, each beside what the project asks of itself."""
    lines = ["speed", ""]
    for size, rate in speed.megabytes_a_second.items():
        lines.append(f"  {size:>3} MB of text      {rate:6.2f} MB/s   (at least {LEAST_SPEED})")
    lines.append(f"  growth 1 to 20 MB  {speed.growth:6.2f} ×      (at most {MOST_GROWTH})")
    if speed.start is None:
        lines.append(f"  one page to JSON      not measured: {speed.start_error}")
    else:
        lines.append(
            f"  one page to JSON   {speed.start:6.2f} × `import typer`   (at most {MOST_START})"
        )
    lines.append(f"  facts in 1 MB      {speed.facts_in_a_megabyte:6}")
    return "\n".join(lines) + "\n"
