#!/usr/bin/env bash
# Makes public/fonts/ anew from IBM's packages. Needed only when a weight or a letter is added: the files are committed.
# Needs npm and Python 3 with venv; everything it fetches goes into a folder that is removed again.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

# Latin with its accents from Portuguese to Polish, Turkish and Romanian, and the signs that pages use; other scripts fall
# back to the reader's own fonts.
letters='U+20-7E,U+A0-17F,U+218-21B,U+2C6,U+2C7,U+2D8-2DD,U+1E9E,U+2010-2014,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2039,U+203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,U+2264,U+2265,U+FB01,U+FB02'
# Figures are of one width as they are. Hints would add 40 % and serve only screens that draw without smoothing.
features='kern,liga,locl,ccmp,mark'
# Copyright and licence only: the licence reserves the family's name for what IBM itself hands out.
names='0,13,14'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet fonttools==4.68.0 brotli==1.2.1

# subset package version file weight-as-it-is-called-here
subset() {
  (cd "$work" && npm pack --silent "@ibm/$1@$2" >/dev/null && tar xzf "ibm-$1-$2.tgz")
  "$work/python/bin/pyftsubset" "$work/package/fonts/complete/woff2/$3.woff2" \
    --unicodes="$letters" --layout-features="$features" --name-IDs="$names" --no-hinting \
    --flavor=woff2 --output-file="public/fonts/$4.woff2"
}
subset plex-sans 1.1.0 IBMPlexSans-Regular plex-sans-400
subset plex-sans 1.1.0 IBMPlexSans-SemiBold plex-sans-600
subset plex-serif 2.0.0 IBMPlexSerif-Medium plex-serif-500
say "In public/fonts/, all of which may weigh 70,000 bytes:"
wc -c public/fonts/*.woff2
