#!/bin/sh
# Fails when the build knows fewer CLI cases than there should be: a glob that finds nothing passes silently.
# usage: count_cases.sh COUNT
set -eu
least=70
[ "$1" -ge "$least" ] || { echo "only $1 CLI cases, there should be at least $least"; exit 1; }
