PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test bench lint clean

help:  ## show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/'

$(BIN)/migfacts: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q migfacts
	$(BIN)/python -m migfacts.prepare
	@touch $@

run: $(BIN)/migfacts  ## install and print the facts of the keynote
	$(BIN)/migfacts extract seeds/idm-2024-keynote.txt --as-of 2024-11-25

test: $(BIN)/migfacts lint  ## install and run all tests, lint and types
	$(BIN)/python -m pytest

lint: $(BIN)/migfacts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(BIN)/migfacts  ## measure speed and accuracy
	$(BIN)/python -m benchmarks

clean:  ## remove what was installed and built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
