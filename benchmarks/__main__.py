"""`python -m benchmarks`: print speed and accuracy as tables of ratios, and what queries take."""

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks import accuracy, queries, speed

PARTS = ("speed", "accuracy", "query")


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", help="speed, accuracy, query; all by default")
    parser.add_argument("--errors", action="store_true", help="list every miss and extra by class")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there too")
    given = parser.parse_args()
    for part in given.part:
        if part not in PARTS:
            parser.error(f"there is no part {part!r}; there are {', '.join(PARTS)}")
    parts = given.part or PARTS
    figures: dict[str, Any] = {}
    if "accuracy" in parts:
        result = accuracy.measure()
        print(accuracy.table(result))
        if given.errors:
            print(accuracy.error_list(result))
        figures["accuracy"] = accuracy.figures(result)
    if "speed" in parts:
        measured = speed.measure()
        print(speed.table(measured))
        figures["speed"] = measured._asdict()
    if "query" in parts:
        asked = queries.measure()
        print(queries.table(asked))
        figures["query"] = asked._asdict()
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
