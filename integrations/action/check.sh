#!/usr/bin/env bash
# Prints findings as workflow commands, which are shown beside the changed lines, and writes them as SARIF where asked.
set -euo pipefail

# Words of a command, and one path a line: nothing in them is run or expanded.
read -r -a entente <<<"$ENTENTE"
mapfile -t paths < <(printf '%s\n' "$CHECKED" | sed '/^[[:space:]]*$/d')
limit=()
if [ -n "$MAX_WARNINGS" ]; then limit=(--max-warnings "$MAX_WARNINGS"); fi

# Findings give status 1, which the run below gives as well; anything else is wrong.
if [ -n "$SARIF" ]; then "${entente[@]}" check --format sarif -- "${paths[@]}" >"$SARIF" || [ $? = 1 ]; fi
"${entente[@]}" check --format github "${limit[@]}" -- "${paths[@]}"
