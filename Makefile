# Everything runs in .venv. A target makes what it needs and does nothing twice.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

PO := $(wildcard newsroom/locale/*/LC_MESSAGES/django.po)
STATIC_SOURCES := $(shell find newsroom relations -path '*/static/*' -type f 2>/dev/null)
TEMPLATES := $(shell find templates newsroom relations -name '*.html' 2>/dev/null)

# What a deployment would set, so that `check --deploy` judges that.
PRODUCTION = NEWSROOM_HOSTS=desk.example NEWSROOM_SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench screenshots fuzz verify-site verify-api openapi messages coverage lock clean python
.NOTPARALLEL:

help:
	@echo 'make demo         load the demonstration and serve it on http://127.0.0.1:$(PORT)/ (PORT=...)'
	@echo 'make test         run all tests, on SQLite or the database that DATABASE_URL names'
	@echo 'make check        lint, import contracts, templates, migrations, deployment settings'
	@echo 'make format       format code and templates'
	@echo 'make coverage     run all tests and show the lines none of them runs'
	@echo 'make bench        measure reading against plain Django and plain REST framework (PostgreSQL)'
	@echo 'make screenshots  take pictures of the pages into var/screenshots'
	@echo 'make verify-site  let programs of others read every page (needs Java and npm)'
	@echo 'make fuzz         ask every operation of the API 300 questions that its document allows and forbids'
	@echo 'make verify-api   let programs of others read the API and its document (needs npm)'
	@echo 'make openapi      write down the API document that changes are compared with'
	@echo 'make messages     collect interface strings into newsroom/locale'
	@echo 'make lock         pin the dependencies of pyproject.toml with their hashes (ARGS=--upgrade for newer ones)'
	@echo 'make clean        remove the environment and the demonstration'

# The two commands

demo: .venv/runtime var/static.stamp var/secret-key $(PO:.po=.mo)
	@NEWSROOM_SECRET_KEY=$$(cat var/secret-key) PORT=$(PORT) $(BIN)/python manage.py demo

test: .venv/dev $(PO:.po=.mo)
	$(BIN)/pytest $(ARGS)

# For who works on it

check: .venv/dev $(PO:.po=.mo)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(if $(TEMPLATES),$(BIN)/djade --check --target-version 6.1 $(TEMPLATES))
	$(if $(TEMPLATES),$(BIN)/djlint --lint --quiet $(TEMPLATES))
	$(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(PRODUCTION) NEWSROOM_SIDE=public $(MANAGE) check --fail-level WARNING

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(if $(TEMPLATES),$(BIN)/djade --target-version 6.1 $(TEMPLATES))

coverage: .venv/dev $(PO:.po=.mo)
	$(BIN)/coverage run -m pytest $(ARGS)
	$(BIN)/coverage report

bench: .venv/dev $(PO:.po=.mo) var/static.stamp
	$(BIN)/python -m tests.bench $(ARGS)

screenshots: .venv/dev $(PO:.po=.mo) var/static.stamp
	$(BIN)/python -m tests.browser.screenshots $(ARGS)

fuzz: .venv/dev $(PO:.po=.mo)
	FUZZ_EXAMPLES=$${FUZZ_EXAMPLES:-300} $(BIN)/pytest tests/journeys/test_fuzz.py $(ARGS)

verify-site: .venv/dev $(PO:.po=.mo) var/static.stamp
	$(BIN)/python -m tests.site $(ARGS)

verify-api: .venv/dev $(PO:.po=.mo) var/static.stamp
	$(BIN)/python -m tests.api_tools $(ARGS)

openapi: .venv/dev $(PO:.po=.mo)
	$(BIN)/python -m tests.public.document

messages: .venv/dev
	$(MANAGE) makemessages --locale fr --locale ar --locale az --no-obsolete --no-wrap --add-location file --ignore 'tests/*' --ignore 'var/*' --ignore '.venv/*'

lock: python
	$(PYTHON) -m venv var/lock
	var/lock/bin/pip install --quiet uv
	var/lock/bin/uv pip compile --quiet $(ARGS) --universal --generate-hashes --custom-compile-command 'make lock' \
		pyproject.toml --output-file requirements.txt
	var/lock/bin/uv pip compile --quiet $(ARGS) --universal --generate-hashes --custom-compile-command 'make lock' \
		pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv
	find var -mindepth 1 ! -name .gitignore -delete

# What they need

# A version that pyenv lacks falls through silently to the system's, hence the question.
python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 12))' || { \
		echo "Communiqué needs Python 3.12 or newer, but $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
		echo 'Name another one: make demo PYTHON=python3.13'; exit 1; }

.venv/bin/python:
	@$(MAKE) --no-print-directory python
	@echo 'Making .venv ...'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo 'Could not make .venv (on Debian: apt-get install python3-venv).'; exit 1; }

.venv/runtime: requirements.txt | .venv/bin/python
	@echo 'Installing what it runs on ...'
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/bin/python
	@echo 'Installing what it is tested with ...'
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@ .venv/runtime

%.mo: %.po | .venv/bin/python
	@$(BIN)/pybabel --quiet compile --use-fuzzy --input-file $< --output-file $@ --locale $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))

var/static.stamp: .venv/runtime $(STATIC_SOURCES)
	@echo 'Collecting static files ...'
	@$(MANAGE) collectstatic --noinput --clear --verbosity 0
	@touch $@

var/secret-key: | .venv/bin/python
	@$(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))' > $@
