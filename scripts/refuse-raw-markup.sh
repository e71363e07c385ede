#!/usr/bin/env bash
# Refuses what leptos writes without escaping, and what the content security policy blocks, in the pages' sources.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

escaping=app/src/components/text.rs
failed=0

# refuse "why" pattern file-to-leave-out
refuse() {
  local found
  found=$(grep -rnE --include='*.rs' -e "$2" app/src | grep -vE "^($3):|^[^:]+:[0-9]+: *//" || true)
  [[ -z $found ]] && return 0
  printf '%s\n%s\n\n' "$1" "$found" >&2
  failed=1
}

raw="app/src/components/(text|chart).rs"
refuse "leptos writes inner_html and the children of <textarea> and <noscript> unescaped: use the components of $escaping." \
  'inner_html|<textarea|<noscript' "$raw"
refuse "The content security policy blocks style attributes: use a class, or a presentation attribute in SVG." \
  '(^|[[:space:]])style(:[a-z-]+)?=' 'none'
exit "$failed"
