#!/usr/bin/env bash
# The whole suite, with the attack corpus beside it: together they take little more than one alone.
# Its output comes after that of the others. Usage: scripts/test.sh PYTHON
set -uo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}
mkdir -p build

"$python" -m pytest tests/test_attacks.py >build/attacks.log 2>&1 &
attacks=$!
trap 'kill "$attacks" 2>/dev/null' EXIT

"$python" -m pytest tests --ignore tests/test_attacks.py
others=$?
echo "the attack corpus:"
wait "$attacks"
corpus=$?
trap - EXIT
cat build/attacks.log
[ "$others" -eq 0 ] && [ "$corpus" -eq 0 ]
