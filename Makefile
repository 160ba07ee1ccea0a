# The two commands: `make demo` shows the application, `make test` proves it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

export PYTHON ?= python3
# Dozens of processes start in one run: each of them would compile the whole application again.
unexport PYTHONDONTWRITEBYTECODE
ALAMAT ?= 127.0.0.1:8000
TAHUN ?= 2024

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# What pip leaves out with --no-compile, on all cores at once. A package may hold files that are for another Python.
COMPILE := $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true
# The pip of Python 3.11 is half as fast.
PIP_VERSI := 26.3 --hash=sha256:f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13
UV := $(VENV)/alat/bin/uv
UV_VERSI := 0.13.9
LOCK := $(UV) pip compile pyproject.toml --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras --quiet

.PHONY: help setup setup-uji demo lkip check test crawl cover bench lock

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install what running needs: Debian packages and .venv
	@scripts/setup-debian jalan
	@$(MAKE) --silent --no-print-directory $(VENV)/jalan.stamp

setup-uji: ## Install what testing needs as well
	@scripts/setup-debian jalan uji
	@$(MAKE) --silent --no-print-directory $(VENV)/uji.stamp

demo: lkip ## Load the demo data, make its LKIP, and serve both on ALAMAT (127.0.0.1:8000)
	@echo "Open http://$(ALAMAT)/ (Ctrl-C stops)"
	@exec $(BIN)/gunicorn lkip.wsgi --bind $(ALAMAT) --workers 2 --threads 4

lkip: setup ## Load the demo data and make keluaran/lkip-TAHUN.pdf
	@mkdir -p keluaran
	$(MANAGE) migrate --no-input
	$(MANAGE) load_demo
	$(MANAGE) build_fonts
	$(MANAGE) build_lkip --tahun $(TAHUN) --format pdf --output keluaran/lkip-$(TAHUN).pdf --ringkas

check: ## Style, types, direction of imports, templates, migrations, production settings
	@scripts/setup-debian jalan
	@$(MAKE) --silent --no-print-directory $(VENV)/uji.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	scripts/periksa-django $(BIN)/python
	$(PIP) check

test: setup-uji ## Everything above, then all tests on SQLite and on PostgreSQL
	@scripts/uji --check

crawl: setup-uji ## Look at every page in a browser: accessibility, width, bytes (minutes)
	$(BIN)/python -m pytest -m jelajah

cover: setup-uji ## Which lines no quick test runs (tracing doubles the time of the tests)
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder -m "not peramban and not pdf" --cov --cov-report term-missing

bench: ## Run the benchmarks of bench/, which print their figures
	@scripts/setup-debian jalan uji
	@$(MAKE) --silent --no-print-directory $(VENV)/uji.stamp
	@for skrip in bench/*.py; do \
		[[ -e "$$skrip" ]] || { echo "No benchmark yet."; break; }; \
		echo "== $$skrip"; PYTHONPATH=. $(BIN)/python "$$skrip"; \
	done

lock: $(UV) ## Write both requirements files again from pyproject.toml (LOCK_OPSI=--upgrade for newer ones)
	$(LOCK) $(LOCK_OPSI) --output-file requirements.txt
	$(LOCK) $(LOCK_OPSI) --group dev --output-file requirements-dev.txt

# ensurepip writes pip last: a half-made environment is made again.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "Python 3.11 is needed: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv --clear $(VENV)
	-$(PIP) install --quiet --require-hashes -r <(echo 'pip==$(PIP_VERSI)')

$(VENV)/jalan.stamp: requirements.txt | $(BIN)/pip
	@echo 'Installing the packages of requirements.txt'
	$(PIP) install --quiet --no-compile --require-hashes -r requirements.txt
	$(COMPILE)
	@touch $@

$(VENV)/uji.stamp: requirements-dev.txt requirements.txt | $(BIN)/pip
	@echo 'Installing the packages of requirements-dev.txt'
	$(PIP) install --quiet --no-compile --require-hashes -r requirements-dev.txt
	$(COMPILE)
	@touch $(VENV)/jalan.stamp $@

$(UV): | $(BIN)/pip
	$(PYTHON) -m venv $(VENV)/alat
	$(VENV)/alat/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSI)
