# Each target is a line or two that can be typed without make.
PYTHON ?= python3
VENV = .venv
export SITE ?= site
READY = $(VENV)/.ready $(VENV)/.pango node_modules/.ready

.PHONY: build serve check test bench schema lock clean

build: $(READY)
	$(VENV)/bin/python -m macros build

serve: $(READY)
	$(VENV)/bin/python -m macros serve

check: $(VENV)/.ready
	$(VENV)/bin/python -m macros check

test: $(VENV)/.ready-for-tests
	$(VENV)/bin/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

bench: $(VENV)/.ready-for-tests
	$(VENV)/bin/python -m tests.bench

schema: $(VENV)/.ready
	$(VENV)/bin/python -m macros schema

# Pin every dependency again, with hashes and without addresses.
lock: $(VENV)/.ready
	$(VENV)/bin/python -m pip install --quiet uv
	cd tests && ../$(VENV)/bin/uv pip compile ../requirements.in -o ../requirements.txt $(LOCK_OPTIONS)
	cd setup && ../$(VENV)/bin/uv pip compile node.in -o node.txt $(LOCK_OPTIONS)
	cd tests && ../$(VENV)/bin/uv pip compile requirements.in -c ../requirements.txt -o requirements.txt $(LOCK_OPTIONS)

LOCK_OPTIONS = --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean:
	rm -rf $(VENV) .cache node_modules

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment here; on Debian type: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.ready: requirements.txt pyproject.toml | $(VENV)/.python
	@echo "Setting up the build (once; about half a minute)..."
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# What is printed needs these two; without them the site is built all the same.
$(VENV)/.pango: setup/pango.sh | $(VENV)/.ready
	@sh setup/pango.sh $(VENV)/bin/python
	@touch $@

node_modules/.ready: package.json package-lock.json setup/npm_packages.sh | $(VENV)/.ready
	@sh setup/npm_packages.sh $(VENV)/bin/python --omit=dev

$(VENV)/.ready-for-tests: tests/requirements.txt tests/system_packages.sh package-lock.json | $(READY)
	@echo "Setting up the tests (once; a minute or two)..."
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@sh tests/system_packages.sh
	@sh setup/npm_packages.sh $(VENV)/bin/python
	@touch $@
