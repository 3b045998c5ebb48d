# Boussole: `make run` serves the assistant with its demo page, `make test` proves that it works.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python -W ignore

.PHONY: help setup setup-dev run serve shell train test evaluate bench import check-law purge lock

help: ## lists the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: ## finds Python 3.10 and installs the locked dependencies into .venv
	@bash tools/bootstrap.sh base

setup-dev: setup
	@bash tools/bootstrap.sh dev

run: setup ## trains if needed, loads the demo files, serves the assistant and its demo page
	@exec $(PY) -m tools.run

serve: setup ## serves alone, for production: needs its keys and a trained model
	@exec $(PY) -m tools.serve

shell: setup ## the adviser's shell: make shell DOSSIER=1234567A JOUR=2026-11-23
	@exec $(PY) -m tools.shell $(if $(DOSSIER),--dossier '$(DOSSIER)') $(if $(JOUR),--jour '$(JOUR)')

train: setup ## trains the model if its inputs have changed
	@$(PY) -m tools.train

test: setup-dev ## checks the style and runs every test
	@bash tools/test.sh

evaluate: setup-dev ## the report on understanding, in the terminal and in reports/
	@$(PY) -m tools.evaluate $(ARGS)

bench: setup-dev ## speed and memory, beside the stock Rasa configuration
	@$(PY) -m tools.bench $(ARGS)

import: setup ## imports files of persons: make import FICHIER=export.yml
	@test -n '$(FICHIER)' || { echo "Précisez le fichier : make import FICHIER=export.yml" >&2; exit 2; }
	@$(PY) -m actions.dossiers import '$(FICHIER)'

check-law: setup ## is every cited article still the one in force?
	@$(PY) -m tools.check_law $(ARGS)

purge: setup ## applies the retention periods; make purge PERSONNE=1234567A erases one person
	@$(PY) -m tools.purge $(if $(PERSONNE),--personne '$(PERSONNE)')

lock: ## renews the locked dependencies (needs uv)
	@for part in base dev; do uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.10 --python-platform x86_64-unknown-linux-gnu requirements/$$part.in -o requirements/$$part.txt; done
