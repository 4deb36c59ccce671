# The two commands of the README are `make run` and `make test`. The rest is for who works on the program.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
else
  BIN := $(VENV)/bin
endif
INSTALLED := $(VENV)/installed
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo test lint types contracts tests torture bench messages pictures clean

# Opens leadercli on your journal; the first time it asks where the journal shall live.
run: $(INSTALLED)
	@$(BIN)/leadercli

# Opens a sample journal in a temporary place.
demo: $(INSTALLED)
	@$(BIN)/leadercli demo

# Everything: lint, types, contracts, tests.
test: lint types contracts tests

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

contracts: $(INSTALLED)
	$(BIN)/lint-imports

tests: $(INSTALLED)
	$(BIN)/pytest -n 2

# The proofs of docs/reliability.md in full size, and their figures into that page: about an hour on two cores.
torture: $(INSTALLED)
	$(BIN)/pytest -n 2 -m "proof or control" --torture --write-figures

# Measures against real peers; see bench/README.md.
bench: $(INSTALLED)
	$(BIN)/python -m bench

# Collects the messages of the code into the catalogue; then translate what is new and run `make test`.
messages: $(INSTALLED)
	$(BIN)/python -m leadercli.locale.collect

# Makes the pictures in docs/ again.
pictures: $(INSTALLED)
	$(BIN)/python docs/pictures/make.py

$(INSTALLED): pyproject.toml leadercli/locale/da/LC_MESSAGES/leadercli.po leadercli/locale/build_hook.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@$(BIN)/python -c "import pathlib; pathlib.Path('$(INSTALLED)').touch()"

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
