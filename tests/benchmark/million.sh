#!/bin/sh
# A million records as one stream: memory must not grow with their number.
#   usage: million.sh NEWSWASH [RECORDS]      fails at 64 MiB and above (the peak that the kernel saw)
[ -r /proc/self/status ] || exit 77  # nobody to ask for the peak
newswash=$1
records=${2:-1000000}
pid=$(mktemp) || exit 1
trap 'rm -f "$pid"' EXIT
record='{"id":123,"text":"Mayor opens the new bridge\n\nThe mayor opened it on Monday after three years of work.\nShare this article"}'
# With so many records to go the program waits for its reader, and its peak can be read.
yes "$record" | head -n "$records" | sh -c 'echo $$ > "$1"; shift; exec "$@"' sh "$pid" "$newswash" --no-config --from jsonl --to jsonl 2> /dev/null |
  awk -v look=$((records - 5000)) -v pid="$pid" '
    NR == look { system("grep VmHWM /proc/$(cat " pid ")/status") }
    END { print "records", NR }' |
  awk -v records="$records" '
    { print }
    /VmHWM/ { if ($2 > peak) peak = $2 }
    /records/ { came = $2 }
    END { exit !(came == records && peak > 0 && peak < 65536) }'
