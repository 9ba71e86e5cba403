#!/bin/sh
# Installs newswash into a scratch folder, builds a program against it and compares what that prints.
# usage: run.sh CMAKE BUILD_DIR SOURCE_DIR
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" --install "$2" --prefix "$scratch/installed" > /dev/null
"$1" -S "$3/tests/package" -B "$scratch/build" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/installed" > /dev/null
"$1" --build "$scratch/build" > /dev/null
"$scratch/build/package_user" > "$scratch/printed"
diff -u - "$scratch/printed" <<'EXPECTED'
The mayor opened the new bridge on Monday, officials said.
removed by en.share.piece
The café
EXPECTED
"$scratch/installed/bin/newswash" --version > /dev/null
ls "$scratch/installed/share/man/man1/newswash.1" > /dev/null
