"""What all tests share: reproducible examples of hypothesis, and the known failures."""

import pytest
from hypothesis import HealthCheck, settings

from tests.cases import HERE, known_failure

settings.register_profile(
    "deterministic",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("deterministic")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that known_failures.toml names by their file and name."""
    for item in items:
        file = item.path.relative_to(HERE).as_posix()
        for mark in known_failure(file, item.name):
            item.add_marker(mark)
