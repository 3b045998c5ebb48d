#!/usr/bin/env bash
# Style, then every test. Extra arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/python -W ignore -m tools.train
exec .venv/bin/python -m pytest tests -q "$@"
