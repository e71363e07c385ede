#!/usr/bin/env bash
# Measures reports of a built release binary, beside WeasyPrint where Python with venv has it; what is fetched stays in
# target/. No test: nothing fails by being slow.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

binary=${PLUMBLINE_BINARY:-$(target_dir)/release/plumbline}
[[ -x $binary ]] || die "$binary is not there; scripts/build.sh builds it."
has python3 || die "Measuring reports needs Python 3."
python=target/weasyprint/bin/python
if [[ ! -x $python ]] || ! "$python" -c "import weasyprint" 2>/dev/null; then
  { python3 -m venv target/weasyprint && target/weasyprint/bin/pip install --quiet weasyprint==70.0; } ||
    say "WeasyPrint cannot be fetched"
fi
[[ -x $python ]] || python=python3
"$python" scripts/reports/measure.py "$binary"
