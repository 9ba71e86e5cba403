#!/bin/sh
# A million records as one stream: memory must not grow with their number.
#   usage: million.sh NEWSWASH [RECORDS]      fails above 64 MiB (the peak that the kernel saw)
newswash=$1
records=${2:-1000000}
record='{"id":123,"text":"Mayor opens the new bridge\n\nThe mayor opened it on Monday after three years of work.\nShare this article"}'
out=$(mktemp) || exit 1
trap 'rm -f "$out"' EXIT
yes "$record" | head -n "$records" | {
  "$newswash" --no-config --from jsonl --to jsonl 2> /dev/null | {
    # The reader sees the program's peak right before its last record.
    head -n $((records - 1)) | wc -l > "$out"
    for status in /proc/[0-9]*/status; do
      grep -q '^Name:[[:space:]]*newswash$' "$status" 2> /dev/null && grep VmHWM "$status" >> "$out"
    done
    cat | wc -l >> "$out"
  }
}
cat "$out"
peak=$(awk '/VmHWM/ { if ($2 > most) most = $2 } END { print most + 0 }' "$out")
lines=$(awk '!/VmHWM/ { sum += $1 } END { print sum }' "$out")
[ "$lines" -eq "$records" ] && [ "$peak" -gt 0 ] && [ "$peak" -lt 65536 ]
