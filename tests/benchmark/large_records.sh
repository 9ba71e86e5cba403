#!/bin/sh
# The bound: memory stays below three times the largest record and 64 MiB.
#   usage: large_records.sh PEAK_MEMORY NEWSWASH      PEAK_MEMORY: the program built from peak_memory.cpp
peak_memory=$1
newswash=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

# The first so many bytes of the lines that come in are one record; what is left of it does not matter.
check() {
  name=$1
  bytes=$2
  head -c "$bytes" > "$folder/$name"
  echo "$name, $bytes bytes"
  "$peak_memory" $((bytes * 3 / 1024 + 65536)) "$newswash" -j1 --no-config "$folder/$name" > "$folder/out"
}

failed=no
awk 'BEGIN { for (;;) print "Council number " ++i " said on Tuesday that its talks would be resumed after a pause of " i " days." }' |
  check prose 60000000 || failed=yes
yes "word thing" | check two-words 12000000 || failed=yes
yes "Word things." | check two-word-sentences 12000000 || failed=yes
[ "$failed" = no ]
