# Everything one does with this repository. Needs make and Python 3.11 or newer; the rest is installed into .venv.

PORT ?= 8000
# Checks or tests that run at the same time.
PROCESSES ?= 2
# More for pytest, such as ARGS="tests/search -k folding", and for what is measured.
ARGS ?=

python := .venv/bin/python
export PYTHON
export HYPOTHESIS_STORAGE_DIRECTORY ?= $(CURDIR)/var/cache/hypothesis

compile := $(python) -m uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header \
	--python-version 3.11 --universal $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run test test-fast check bench relevance format lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# One process prepares everything (database, starter content, index, catalogues, static files), because starting
# Django and Wagtail several times is what would take long.
run: ## start the portal on http://127.0.0.1:8000/ (PORT=... changes the port)
	@scripts/environment base
	@export DJANGO_SETTINGS_MODULE="$${DJANGO_SETTINGS_MODULE:-portal.settings.local}" \
		BASE_URL="$${BASE_URL:-http://127.0.0.1:$(PORT)}" && \
	$(python) manage.py prepare && \
	echo "Continuum is at http://127.0.0.1:$(PORT)/ ; Ctrl-C stops it." && \
	exec $(python) -m gunicorn portal.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread --threads 8 \
		--log-level warning --no-control-socket

test: ## everything: static checks, the suite on each database and search engine, browser tests
	@scripts/environment test
	@$(python) -m scripts.verify --processes $(PROCESSES)

test-fast: ## while working: SQLite only, no browser, stops at the first failure (ARGS=... for pytest)
	@scripts/environment test
	@DATABASE_URL=sqlite://:memory: ELASTICSEARCH_URL= $(python) -m pytest -q -x --failed-first -n $(PROCESSES) \
		-m "not browser and not cluster and not postgresql and not elasticsearch" $(ARGS)

check: ## static checks only
	@scripts/environment test
	@$(python) -m scripts.verify --static --processes $(PROCESSES)

bench: ## measure speed, growth and search, as ratios side by side (ARGS="pages paint growth enrol import certificates indicators network search" chooses)
	@scripts/environment test
	@$(python) -m tests.benchmarks $(ARGS)

relevance: ## measure how well the starter content is found (ARGS="--show CLASS" lists what fails)
	@scripts/environment test
	@$(python) -m tests.search.relevance $(ARGS)

format: ## put the code into the agreed form
	@scripts/environment test
	@$(python) -m ruff check --fix --quiet . ; $(python) -m ruff format .

lock: ## compile requirements/*.txt anew from *.in (UPGRADE=1 takes newer releases)
	@scripts/environment test
	$(compile) requirements/base.in --output-file requirements/base.txt
	$(compile) requirements/test.in --constraint requirements/base.txt --output-file requirements/test.txt

clean: ## delete what can be made again; the database and uploaded files stay
	@if [ -x $(python) ]; then $(python) scripts/services stop --delete-data; fi
	rm -rf .venv var/cache var/test-results var/static
	find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +
