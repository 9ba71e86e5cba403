#!/usr/bin/env bash
# Sets newswash up and shows or tests it.
#
#   ./build.sh        installs what is missing, builds, and cleans the sample articles in data/seeds
#   ./build.sh test   the same set-up, then every test (release and sanitizers)
#
# Needs a Debian base system, as root or with sudo. What is there already is neither installed nor built again.
set -euo pipefail
cd "$(dirname "$0")"

packages=(g++ cmake ninja-build libcli11-dev libicu-dev libfmt-dev libgtest-dev libsimdjson-dev rapidjson-dev
          libtomlplusplus-dev libtbb-dev libarchive-dev zlib1g-dev libzstd-dev)
test_packages=(clang-format clang-tidy git libcmark-dev python3)

say() { printf '\n== %s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    say "can't run '$*': not root, and there is no sudo"
    exit 1
  fi
}

install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  as_root apt-get update -q >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

build() {  # build PRESET [TARGET...]
  [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >&2
  cmake --build --preset "$1" --target "${@:2}" >&2
}

main_job() {
  say "newswash clean data/seeds"
  build/release/newswash clean --include '*.txt' data/seeds
}

run_tests() {
  say "tests, release build"
  ctest --preset release
  say "tests, address and undefined-behaviour sanitizers"
  build sanitizers all
  ctest --preset sanitizers
}

case "${1:-}" in
  "") install_missing "${packages[@]}"; build release newswash manual; main_job ;;
  test) install_missing "${packages[@]}" "${test_packages[@]}"; build release all; run_tests ;;
  *) say "usage: ./build.sh [test]"; exit 2 ;;
esac
