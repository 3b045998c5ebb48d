#!/usr/bin/env bash
# Finds a Python 3.10 that really runs, makes .venv and installs the locked dependencies.
# usage: tools/bootstrap.sh base|dev      Repeats only what has changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-base}
lock=requirements/$part.txt
stamp=.venv/.installed-$part

fail() { echo "boussole: $*" >&2; exit 1; }
is_310() { [ -n "${1:-}" ] && "$1" -c 'import sys, ssl, venv; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1; }

find_python() {
  local candidate
  # A python3.10 on the path may be a shim that fails: each candidate is run before it is believed.
  for candidate in "${PYTHON:-}" python3.10 "$(pyenv prefix 3.10 2>/dev/null || true)/bin/python" \
      "$HOME"/.pyenv/versions/3.10.*/bin/python /usr/local/bin/python3.10 /opt/python/3.10*/bin/python \
      "$(.cache/uv/bin/uv python find 3.10 2>/dev/null || true)"; do
    if is_310 "$candidate"; then echo "$candidate"; return; fi
  done
  fetch_python
}

fetch_python() {
  echo "boussole: no Python 3.10 here, fetching one with uv..." >&2
  if [ ! -x .cache/uv/bin/uv ]; then
    python3 -m venv .cache/uv >/dev/null 2>&1 && .cache/uv/bin/python -m pip install --quiet uv >&2 || true
  fi
  [ ! -x .cache/uv/bin/uv ] || .cache/uv/bin/uv python install --quiet 3.10 >&2 || true
  local found
  found=$(.cache/uv/bin/uv python find 3.10 2>/dev/null || true)
  is_310 "$found" || fail "Python 3.10 was not found and could not be fetched: install it, or give its path with PYTHON=/path/to/python3.10."
  echo "$found"
}

if ! is_310 .venv/bin/python; then
  python=$(find_python)
  echo "boussole: making .venv with $("$python" -V 2>&1)..." >&2
  rm -rf .venv
  "$python" -m venv .venv || fail "the virtual environment could not be made: check the free disk space and the rights on this folder."
fi

[ -f "$stamp" ] && cmp -s "$lock" "$stamp" && exit 0
free=$(df -Pm . | awk 'NR==2{print $4}')
if [ "$free" -lt 4000 ] && [ ! -f .venv/.installed-base ]; then
  fail "the dependencies need about 4 GB of disk and only ${free} MB are free: free some space and try again."
fi
echo "boussole: installing the locked dependencies ($part); the first time takes a few minutes..." >&2
install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes "$@" 2> >(grep -vE 'WARNING: Location|DEPRECATION' >&2); }
if [ "$part" = base ]; then
  # A few old packages come as sources and build with the locked setuptools and wheel.
  grep -A40 -E '^(setuptools|wheel)==' "$lock" | awk '/^[a-z]/{keep=/^(setuptools|wheel)==/} keep' > .venv/build-tools.txt
  install -r .venv/build-tools.txt || fail "the build tools could not be installed: check the access to the package registry."
fi
install --no-build-isolation -r "$lock" || fail "the dependencies could not be installed: check the access to the package registry and the free disk space, then try again."
cp "$lock" "$stamp"
