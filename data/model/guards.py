#!/usr/bin/env python3
"""What real pages lose of articles that are no plain prose.

  guards.py BIN --corpora FOLDER [--lines]

Every article of tests/cases/articles stands in for the article of three labelled pages of its language: heads, tails and the
way of the program that dumped the page are real. Counted are the lines of bodies ('+') that BIN, the program newswash, takes
away, by topic, and the share of the pages' own bytes that it leaves. --lines names the lost lines and the rules that took them.
Which pages an article meets, a hash of its name says: the same every time.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import subprocess
import textwrap

import learn
import reshape

PAGES = 3         # for every article
FEWEST_LINES = 8  # of a page's head, and of its tail
BODY_WORDS = 5    # a line of the page's own article has more
LANGUAGES = {"scandinavian": "sv"}  # learn.py's name: the cases'


def articles(folder):
    """(name, language, [(mark, line)]) of every case that is set as paragraphs; blank lines have no mark."""
    for path in sorted(folder.glob("*/*.txt")):
        head, _, _ = path.read_text(encoding="utf-8").partition("\n\n")
        header = dict(line[2:].split(": ", 1) for line in head.split("\n") if line.startswith("# "))
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("# ")]
        if "layout" not in header:
            yield str(path.relative_to(folder)), header["language"], [marked(line) for line in lines]


def marked(line):
    return ("", "") if not line else (line[0], line[2:]) if line[0] in "+=?" else ("-", line[line.index("] ") + 2:])


def surroundings(corpora):
    """By language: (dump, page, lines above the article, lines below)."""
    found = collections.defaultdict(list)
    for page in learn.corpora_pages(corpora):
        text = learn.plain(page["text"])
        lines, (total, body) = text.split("\n"), learn.label_lines(text, page["gold"])
        own = [i for i in range(len(lines)) if total[i] > BODY_WORDS and body[i] > reshape.BODY * total[i]]
        head, tail = (lines[:own[0]], lines[own[-1] + 1:]) if len(own) > 3 else ([], [])
        if min(sum(map(bool, head)), sum(map(bool, tail))) >= FEWEST_LINES:
            language = learn.language(page["gold"])
            found[LANGUAGES.get(language, language)].append((page["dump"], page["site"], head, tail))
    return found


def as_dumped(lines, dump):
    """The article's lines on the page, each with its number in the article."""
    for number, (_, line) in enumerate(lines):
        if line or dump != "soup":
            for part in (textwrap.wrap(line, reshape.COLUMNS) if dump == "lynx" else [line]) or [""]:
                yield number, part


def pages(corpora, folder):
    """(article's name, site, lines of the article, text, {line of the text: line of the article})."""
    around = surroundings(corpora)
    for name, language, lines in articles(folder):
        for i in range(PAGES if around[language] else 0):
            dice = int(hashlib.md5(f"{name}{i}".encode()).hexdigest(), 16)
            dump, site, head, tail = around[language][dice % len(around[language])]
            inside = list(as_dumped(lines, dump))
            places = {len(head) + at: number for at, (number, part) in enumerate(inside) if part}
            yield name, site, lines, head + [part for _, part in inside] + tail, places


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--lines", action="store_true")
    arguments = parser.parse_args()
    made = list(pages(arguments.corpora, pathlib.Path(__file__).parents[2] / "tests/cases/articles"))
    records = "".join(json.dumps({"id": str(i), "text": "\n".join(page[3])}) + "\n" for i, page in enumerate(made))
    done = subprocess.run([arguments.program, "clean", "--from", "jsonl", "--to", "jsonl", "--audit"], input=records.encode(),
                          stdout=subprocess.PIPE, check=True)
    lost, lines, left, furniture = collections.Counter(), collections.Counter(), 0, 0
    for (name, site, article, text, places), record in zip(made, map(json.loads, done.stdout.decode().splitlines())):
        topic = name.partition("/")[0]
        gone = {removed["line"] - 1: removed["rule"] for removed in record["removed"]}
        taken = {number: gone[at] for at, number in places.items() if at in gone and article[number][0] == "+"}
        lines[topic] += sum(mark == "+" for mark, _ in article)
        lost[topic] += len(taken)
        for number, rule in taken.items() if arguments.lines else ():
            print(name, site, rule, article[number][1], sep="\t")
        for at, line in enumerate(text):
            if at not in places:
                furniture += len(line.encode())
                left += 0 if at in gone else len(line.encode())
    print(", ".join(f"{topic} {count} of {lines[topic]}" for topic, count in lost.most_common() if count))
    print(f"lost {sum(lost.values())} of {sum(lines.values())} lines; left {left / furniture:.3f} of the pages' own bytes")


if __name__ == "__main__":
    main()
