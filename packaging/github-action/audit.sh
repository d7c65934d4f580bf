#!/usr/bin/env bash
# Third step of action.yml: audits, annotates the change, appends to the step's summary, and writes the files that later
# steps take up. Its exit code is that of the audit.
set -euo pipefail

output=${KIJUN_OUTPUT:-$RUNNER_TEMP/kijun}
cd "$GITHUB_WORKSPACE/${KIJUN_PROJECT:-.}"
mkdir -p "$output"
output=$(realpath "$output")
rm -f "$output"/kijun.sarif "$output"/kijun.xml "$output"/report.html # of an earlier audit of this job

arguments=()
option() {
  [[ -z $2 ]] || arguments+=("$1" "$2")
}
[[ -z ${KIJUN_SURVEY:-} ]] || arguments+=("$KIJUN_SURVEY")
option --rules "${KIJUN_RULES:-}"
option --baseline "${KIJUN_BASELINE:-}"
option --gate "${KIJUN_GATE:-}"
option --fail-on "${KIJUN_FAIL_ON:-}"
option --max-unknown "${KIJUN_MAX_UNKNOWN:-}"

status=0
kijun --lang "${KIJUN_LANGUAGE:-ja}" audit "${arguments[@]}" --out text --out github --out summary \
  --out sarif-github="$output/kijun.sarif" --out junit="$output/kijun.xml" --out html="$output/report.html" || status=$?

# A run that came to no result has no page, and its files for programs say so.
written() {
  [[ ! -f $output/$2 ]] || echo "$1=$output/$2" >>"$GITHUB_OUTPUT"
}
echo "exit-code=$status" >>"$GITHUB_OUTPUT"
echo "folder=$output" >>"$GITHUB_OUTPUT"
written sarif kijun.sarif
written junit kijun.xml
written report report.html
exit "$status"
