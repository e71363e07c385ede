#!/usr/bin/env bash
# Makes app/domain/tests/reference/statistics.json anew: seeded data sets with what SciPy, pingouin and statsmodels say of
# them. Needed only when a statistic is added: the file is committed. Needs Python 3 with venv; what it fetches stays in target/.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

python=target/reference/bin/python
[[ -x $python ]] || python3 -m venv target/reference
target/reference/bin/pip install --quiet numpy==2.4.6 pandas==3.1.1 pingouin==0.7.0 scipy==1.17.1 statsmodels==0.15.0

out=app/domain/tests/reference/statistics.json
# -I: the folder of the script is not searched, where the name would hide Python's own module `statistics`.
"$python" -I scripts/reference/statistics.py >"$out.new"
mv "$out.new" "$out"
say "In $out, which may weigh 1,000,000 bytes:"
wc -c "$out"
