#!/usr/bin/env bash
# Opens what a built release binary writes with other programs than ours: the PDF with pikepdf and Poppler, the workbook with
# openpyxl and, where it is there, LibreOffice. `make test` looks at the same with libraries of its own; this is to be run before a
# release, with whatever is fetched kept in target/.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

binary=${PLUMBLINE_BINARY:-$(target_dir)/release/plumbline}
[[ -x $binary ]] || die "$binary is not there; scripts/build.sh builds it."
has python3 || die "Checking files needs Python 3 with venv."
python=target/check-files/bin/python
if [[ ! -x $python ]] || ! "$python" -c "import pikepdf, openpyxl" 2>/dev/null; then
  python3 -m venv target/check-files
  target/check-files/bin/pip install --quiet pikepdf==9.5.2 openpyxl==3.1.5 || die "pikepdf and openpyxl cannot be fetched."
fi
"$python" scripts/reports/check.py "$binary"
