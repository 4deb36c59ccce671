# The two commands of the README are `make run` and `make test`. The rest is for who works on the program.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
  SCRIPTS := Scripts
else
  SCRIPTS := bin
endif
BIN := $(VENV)/$(SCRIPTS)
INSTALLED := $(VENV)/installed
LOCK := requirements-dev.txt
NEWEST := .venv-newest
NEWEST_BIN := $(NEWEST)/$(SCRIPTS)
# Which tests `make tests` and `make test-newest` run; all of them, if nothing is said.
TESTS ?=
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo test lint types contracts tests test-newest lock torture bench messages pictures clean

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
	$(BIN)/pytest -n 2 $(TESTS)

# The tests against the newest releases that pyproject.toml admits, in an environment of its own, made anew each time.
test-newest:
	rm -rf $(NEWEST)
	$(PYTHON) -m venv $(NEWEST)
	$(NEWEST_BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(NEWEST_BIN)/python -m pip install --quiet --editable . --group dev
	$(NEWEST_BIN)/python -m pip freeze --exclude-editable
	$(NEWEST_BIN)/pytest -n 2 $(TESTS)

# Pins what the development environment is made of, for every system and Python, with hashes; see docs/decisions/015.
lock: $(INSTALLED)
	$(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
	  --group dev --no-annotate --custom-compile-command "make lock" --output-file $(LOCK) pyproject.toml

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

$(INSTALLED): pyproject.toml $(LOCK) leadercli/locale/da/LC_MESSAGES/leadercli.po leadercli/locale/build_hook.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(LOCK)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c "import pathlib; pathlib.Path('$(INSTALLED)').touch()"

clean:
	rm -rf $(VENV) $(NEWEST) .mypy_cache .ruff_cache .pytest_cache .hypothesis
