#!/usr/bin/env python3
"""Builds the benchmark's input from ../shared/corpora: make_corpus.py FOLDER [MEGABYTES]

  articles.txt   extracted article text, a form feed between articles    articles.jsonl   the same as JSON Lines
  pages.txt      whole-page dumps, a form feed between pages
  damaged.txt    articles.txt with every tenth line's UTF-8 read as windows-1252

The texts are repeated until each file has the size asked for (100 by default). Standard library only.
"""
import gzip
import json
import pathlib
import sys

CORPORA = pathlib.Path(__file__).resolve().parents[3] / "shared/corpora"


def read(name):
    with gzip.open(CORPORA / name, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def damage(text):
    lines = text.split("\n")
    for i in range(0, len(lines), 10):
        lines[i] = lines[i].encode("utf-8").decode("windows-1252", "replace")
    return "\n".join(lines)


def write(path, texts, size, between=b"\n\f\n"):
    with open(path, "wb") as f:
        while f.tell() < size:
            for text in texts:
                f.write(text)
                f.write(between)
                if f.tell() >= size:
                    break


def main():
    folder = pathlib.Path(sys.argv[1])
    size = int(sys.argv[2] if len(sys.argv) > 2 else 100) * 1_000_000
    folder.mkdir(parents=True, exist_ok=True)
    zyte, publishers, segments = (read(f"{n}/dev.jsonl.gz") for n in ("zyte", "publishers", "segments"))
    articles = [t for p in zyte + publishers for t in (p["article_body"], p["extracted"]["trafilatura"])]
    pages = [t for p in zyte + publishers for t in p["page_text"].values()] + [p["page_text"] for p in segments]
    write(folder / "articles.txt", [t.encode() for t in articles], size)
    write(folder / "pages.txt", [t.encode() for t in pages], size)
    write(folder / "damaged.txt", [damage(t).encode() for t in articles], size)
    records = [json.dumps({"id": str(i), "text": t}, ensure_ascii=False).encode() for i, t in enumerate(articles)]
    write(folder / "articles.jsonl", records, size, b"\n")


main()
