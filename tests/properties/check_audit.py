#!/usr/bin/env python3
"""Promise 1 through the program: check_audit.py NEWSWASH FILE...

For each file, the input with the recorded repairs made and the recorded removals taken out must be the headline and the
paragraphs, line by line; and each removed text must stand at its byte range and line."""
import json
import subprocess
import sys


def lines_left(data, record):
    """The input's lines after the record's repairs and removals."""
    changes = [(r["start"], r["end"], r["after"].encode()) for r in record["repairs"]]
    changes += [(r["start"], r["end"], b"") for r in record["removed"]]
    out, at = b"", 0
    for start, end, after in sorted(changes):
        assert start >= at, f"changes overlap at byte {start}"
        out += data[at:start] + after
        at = end
    text = (out + data[at:]).decode()
    return sorted(line.strip() for line in text.splitlines() if line.strip())


def main():
    binary, files = sys.argv[1], sys.argv[2:]
    assert files, "no files"
    for name in files:
        data = open(name, "rb").read()
        output = subprocess.run([binary, "clean", "--to", "json", "--audit", name], stdout=subprocess.PIPE, check=True).stdout
        record = json.loads(output)
        for removed in record["removed"]:
            assert data[removed["start"]:removed["end"]].decode() == removed["text"], (name, removed)
            assert data[:removed["start"]].count(b"\n") + 1 == removed["line"], (name, removed)
        kept = [record["headline"]] * bool(record["headline"]) + [p["text"] for p in record["paragraphs"]]
        assert lines_left(data, record) == sorted(kept), name
    print(f"{len(files)} files: every line is in the output or in the record")


main()
