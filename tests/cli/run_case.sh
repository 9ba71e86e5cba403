#!/bin/sh
# Runs one CLI case: the folder is copied to a scratch place, its `cmd` is run there by sh with newswash on the
# PATH, and what comes out is compared byte for byte.
#
#   cmd      shell commands; their status is the case's
#   stdin    optional, else /dev/null
#   stdout, stderr   what must come; a missing file means nothing
#   status   the exit status; missing means 0
#
# usage: run_case.sh NEWSWASH CASE_DIR        UPDATE=1 writes what came into the case instead of comparing
set -u
newswash=$1
folder=$2
scratch=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/case"
ln -s "$newswash" "$scratch/bin/newswash"
cp -R "$folder/." "$scratch/case"
rm -f "$scratch/case/stdout" "$scratch/case/stderr" "$scratch/case/status"
input=/dev/null
[ -f "$folder/stdin" ] && input=$folder/stdin

cd "$scratch/case" || exit 1
env -u NO_COLOR LC_ALL=C PATH="$scratch/bin:$PATH" sh ./cmd < "$input" > "$scratch/stdout" 2> "$scratch/stderr"
echo $? > "$scratch/status"

[ -f "$folder/status" ] || [ "$(cat "$scratch/status")" != 0 ] || rm "$scratch/status"
failed=0
for part in stdout stderr status; do
  came=$scratch/$part
  wanted=$folder/$part
  [ -s "$came" ] || came=/dev/null
  if [ "${UPDATE:-}" = 1 ]; then
    rm -f "$wanted"
    [ "$came" = /dev/null ] || cp "$came" "$wanted"
    continue
  fi
  [ -f "$wanted" ] || wanted=/dev/null
  if ! cmp -s "$wanted" "$came"; then
    echo "$part differs (- wanted, + came):"
    diff -a -u "$wanted" "$came" | sed -n '3,60p'
    failed=1
  fi
done
exit $failed
