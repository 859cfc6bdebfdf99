#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only
# A test of netdev's CI (NIPA): what the patch at HEAD adds to the findings of
# the tree before it. NIPA gives DESC_FD, RESULTS_DIR, and the tree to run in;
# 0 is fine, 250 a warning, all else a failure.
set -u
vmalint=${VMALINT:-vmalint}
results=${RESULTS_DIR:-$(mktemp -d)}

# The line that patchwork shows.
describe() {
	echo "$1" >&"${DESC_FD:-1}"
}

if ! command -v "$vmalint" >/dev/null; then
	describe "vmalint is not installed"
	exit 250
fi

"$vmalint" check --since HEAD~..HEAD --no-merge-base --progress never \
	--fail-on error --format "text:$results/vmalint.txt" \
	--format "json:$results/vmalint.json" 2>"$results/vmalint.log"
status=$?
cat "$results/vmalint.log" >&2
found=$(grep -cE '^[^ ].*: (error|warning|note): ' "$results/vmalint.txt")

if [ "$status" -gt 1 ]; then
	describe "vmalint could not check all of the patch"
	cat "$results/vmalint.txt"
	# What it found counts, but what it lost is not the patch's fault.
	exit 250
fi
if [ "$found" -eq 0 ]; then
	describe "No new findings"
	exit 0
fi
describe "New findings: $found"
cat "$results/vmalint.txt"
[ "$status" -eq 1 ] && exit 1
exit 250
