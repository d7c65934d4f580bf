#!/usr/bin/env bash
# Second step of action.yml: where the change since KIJUN_BASE touches rules or data, appends what it does to the step's
# summary. It informs and never gates: what it cannot do is a warning, and the audit decides.
set -euo pipefail

[[ ${KIJUN_COMPARE:-true} == true && -n ${KIJUN_BASE:-} ]] || exit 0

warn() {
  echo "::warning title=kijun::$*"
  exit 0
}

# The owner of the checkout need not be who runs a container.
with_git() { git -c safe.directory="$GITHUB_WORKSPACE" "$@"; }

output=${KIJUN_OUTPUT:-$RUNNER_TEMP/kijun}
cd "$GITHUB_WORKSPACE/${KIJUN_PROJECT:-.}"
mkdir -p "$output"

if ! with_git cat-file -e "$KIJUN_BASE^{commit}" 2>/dev/null; then
  with_git fetch --quiet --no-tags --depth=1 origin "$KIJUN_BASE" || warn "cannot fetch the base $KIJUN_BASE to compare with"
fi
mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${KIJUN_PATHS:-}" || true)
if with_git diff --quiet "$KIJUN_BASE" HEAD -- "${paths[@]}"; then
  echo "kijun: neither rules nor data changed since $KIJUN_BASE"
  exit 0
fi

checkout=$(mktemp -d "$RUNNER_TEMP/kijun-base.XXXXXX")/base
with_git worktree add --quiet --detach "$checkout" "$KIJUN_BASE" || warn "cannot check the base $KIJUN_BASE out"
trap 'with_git worktree remove --force "$checkout"' EXIT
base=$checkout/${KIJUN_PROJECT:-.}

arguments=()
if [[ -n ${KIJUN_SURVEY:-} ]]; then
  [[ -e $base/$KIJUN_SURVEY ]] || warn "nothing to compare with: the base has no $KIJUN_SURVEY"
  arguments+=("$base/$KIJUN_SURVEY" "$KIJUN_SURVEY")
else
  [[ -f $base/kijun.toml ]] || warn "nothing to compare with: the base has no kijun.toml"
  arguments+=("$base" .)
fi
if [[ -n ${KIJUN_RULES:-} && -e $KIJUN_RULES ]]; then
  arguments+=(--rules-old "$base/$KIJUN_RULES" --rules-new "$KIJUN_RULES")
elif [[ -n ${KIJUN_RULES:-} ]]; then
  arguments+=(--rules "$KIJUN_RULES")
fi
kijun --lang "${KIJUN_LANGUAGE:-ja}" compare "${arguments[@]}" --quiet --out summary --out html="$output/comparison.html" \
  --out json="$output/comparison.json" || warn "cannot compare with the base $KIJUN_BASE; the log says why"
