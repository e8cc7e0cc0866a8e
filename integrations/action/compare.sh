#!/usr/bin/env bash
# What the changes since BASE do to the matrix of each agreement file that they touch, as Markdown: in the summary of the
# run, and in a file for a comment.
set -euo pipefail

read -r -a entente <<<"$ENTENTE"
commit=$(git rev-parse --verify --end-of-options "$BASE^{commit}")
work=$(mktemp -d)
trap 'for side in base head; do git worktree remove --force "$work/$side"; done' EXIT
# Both sides whole, as a file may import others; beside each other, so that each side has its own.
git worktree add --quiet --detach "$work/base" "$commit"
git worktree add --quiet --detach "$work/head" HEAD

markdown="$work/comparison.md"
: >"$markdown"
while IFS= read -r -d '' file; do
  # A file that cannot be compared does not hide the others; a status of 1 means findings, which are reported elsewhere.
  status=0
  text=$(cd "$work" && "${entente[@]}" diff --format markdown -- "base/$file" "head/$file" 2>"$work/problem") || status=$?
  if [ "$status" -gt 1 ]; then
    printf '::warning::%s\n' "$(head -n 1 "$work/problem" | sed 's/%/%25/g')"
  else
    printf '%s\n\n' "$text" >>"$markdown"
  fi
done < <(git diff --name-only -z --diff-filter=M "$commit" HEAD -- '*.entente.yaml' '*.entente.yml')

if [ -s "$markdown" ]; then
  cat "$markdown" >>"$GITHUB_STEP_SUMMARY"
  printf 'comparison=%s\n' "$markdown" >>"$GITHUB_OUTPUT"
fi
