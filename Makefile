# Each target does its own set-up: Python 3.11 or newer and make are all that it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV := $(VENV)/.ready-dev

.PHONY: help demo test test-slow check gate gate-check gate-pin compare train crossval bench fix clean

help:  ## say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(READY)  ## read the demonstration dossier, print a reading, write a page of it
	$(BIN)/python examples/demo.py

test: $(DEV)  ## the quick tests
	$(BIN)/pytest -m "not slow"

test-slow: $(DEV)  ## the slow ones: mutations, whole sets
	$(BIN)/pytest -m slow

check: $(DEV)  ## style, types, import contracts
	$(BIN)/ruff format --check src tests benchmarks examples/demo.py
	$(BIN)/ruff check src tests benchmarks examples/demo.py
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(DEV)  ## score the annotated articles; no figure may fall below its floor
	$(BIN)/python -m selon.quality.gate --record

gate-check: $(DEV)  ## the gate, without a row in the table of scores
	$(BIN)/python -m selon.quality.gate

gate-pin: $(DEV)  ## pin the floors that the present scores allow
	$(BIN)/python -m selon.quality.gate --pin

compare: $(DEV)  ## what the sources gained and lost since BASE (HEAD unless said otherwise)
	$(BIN)/python -m selon.quality.compare --base $(or $(BASE),HEAD)

train: $(DEV)  ## learn the weights of the French pack from the annotated articles
	$(BIN)/python -m selon.quality.train

crossval: $(DEV)  ## score each annotated article as read by weights learned from other stories
	$(BIN)/python -m selon.quality.train --folds 5

bench: $(DEV)  ## speed, side by side with what a user would run instead
	$(BIN)/pip install -q -c requirements.lock -e '.[bench]'
	$(BIN)/pytest benchmarks --benchmark-only

fix: $(DEV)  ## format, and sort imports
	$(BIN)/ruff format src tests benchmarks examples/demo.py
	$(BIN)/ruff check --fix src tests benchmarks examples/demo.py

clean:  ## remove the virtual environment and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks build dist src/*.egg-info

# Installed once, and again when what is needed changes. A temporary stamp keeps a broken install
# from looking finished.
$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -c requirements.lock -e .
	touch $@

$(DEV): $(READY)
	$(BIN)/pip install -q --disable-pip-version-check -c requirements.lock -e '.[dev]'
	touch $@
