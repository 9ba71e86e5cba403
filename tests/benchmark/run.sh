#!/bin/sh
# Times newswash beside iconv on 100 MB of real text: run.sh NEWSWASH [FOLDER]. Medians of five runs, in seconds, with
# the ratio to iconv and the peak memory. The corpus is made in FOLDER (default /tmp/newswash-benchmark) if missing.
set -eu
newswash=$1
folder=${2:-/tmp/newswash-benchmark}
here=$(dirname "$0")
[ -f "$folder/articles.jsonl" ] || python3 "$here/make_corpus.py" "$folder"

median() {  # median LABEL COMMAND...: prints seconds, MB/s and KiB
  label=$1; shift
  for run in 1 2 3 4 5; do
    /usr/bin/time -f '%e %M' -o "$folder/time" "$@" > /dev/null 2> /dev/null || true
    tail -n 1 "$folder/time"
  done | sort -n | sed -n 3p | while read -r seconds memory; do
    printf '%-34s %6s s %7.0f MB/s %8s KiB\n' "$label" "$seconds" "$(awk "BEGIN { print 100 / ($seconds + 0.001) }")" "$memory"
  done
}

median 'iconv -f UTF-8 -t UTF-8' iconv -f UTF-8 -t UTF-8 "$folder/articles.txt"
set -- "$newswash" --no-config
median 'repair, clean text' "$newswash" repair --no-config -j 1 "$folder/articles.txt"
median 'repair, a tenth of lines damaged' "$newswash" repair --no-config -j 1 "$folder/damaged.txt"
median 'clean, extracted text' "$@" -j 1 "$folder/articles.txt"
median 'clean, extracted text, 2 threads' "$@" -j 2 "$folder/articles.txt"
median 'clean, page dumps' "$@" -j 1 "$folder/pages.txt"
median 'clean, page dumps, 2 threads' "$@" -j 2 "$folder/pages.txt"
median 'clean, JSON Lines in and out' "$@" -j 1 --to jsonl "$folder/articles.jsonl"
median 'clean, --into text' "$@" -j 1 --into text "$folder/articles.jsonl"
median 'check, extracted text' "$newswash" check --no-config -j 1 "$folder/articles.txt"
median 'check, page dumps' "$newswash" check --no-config -j 1 "$folder/pages.txt"

# 100,000 small files, in a hundred folders
if [ ! -d "$folder/small" ]; then
  for part in $(seq 100); do
    mkdir -p "$folder/small/$part"
    for file in $(seq 1000); do
      printf 'Mayor opens bridge %s\n\nThe mayor opened the bridge on Monday, officials said.\nShare this article\n' "$file" > "$folder/small/$part/$file.txt"
    done
  done
fi
find "$folder/small" -type f -exec cat {} + > /dev/null
median 'clean, 100,000 small files' "$@" -j 1 "$folder/small"
