#!/bin/sh
# Checks that every source is formatted as .clang-format says and ends with a line feed.
# usage: check_format.sh CLANG_FORMAT SOURCE_DIR
set -eu
cd "$2"
find src include tests \( -name "*.cpp" -o -name "*.h" \) | sort > "${TMPDIR:-/tmp}/newswash-format.$$"
trap 'rm -f "${TMPDIR:-/tmp}/newswash-format.$$"' EXIT
[ "$(wc -l < "${TMPDIR:-/tmp}/newswash-format.$$")" -ge 100 ] || { echo "too few sources found"; exit 1; }
xargs "$1" --dry-run -Werror < "${TMPDIR:-/tmp}/newswash-format.$$"
while read -r file; do
  [ -z "$(tail -c 1 "$file")" ] || { echo "$file: no line feed at the end"; exit 1; }
done < "${TMPDIR:-/tmp}/newswash-format.$$"
