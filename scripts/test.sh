#!/usr/bin/env bash
# The whole suite in two halves beside each other: the attack corpus and what else takes long, and the
# rest. The first half's output comes after that of the rest. Usage: scripts/test.sh PYTHON
set -uo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}
half=(tests/test_attacks.py tests/test_batch.py tests/test_conformance.py)
mkdir -p build

"$python" -m pytest "${half[@]}" >build/attacks.log 2>&1 &
attacks=$!
trap 'kill "$attacks" 2>/dev/null' EXIT

"$python" -m pytest tests "${half[@]/#/--ignore=}"
others=$?
echo "the attack corpus, and what else takes long:"
wait "$attacks"
corpus=$?
trap - EXIT
cat build/attacks.log
[ "$others" -eq 0 ] && [ "$corpus" -eq 0 ]
