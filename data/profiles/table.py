#!/usr/bin/env python3
"""How many good articles and raw page dumps each profile rejects, as a Markdown table.

usage: table.py NEWSWASH_METRICS [CORPORA]      newswash_metrics is a target of the build, not built by default

Good: the labelled bodies of zyte and publishers, trafilatura's output for segments (no gold), and the guard articles
of tests/cases/articles. Dumps: each collection's page_text. Below the table: the thresholds of `news` that tell
menus from lists, set on every second page of zyte and publishers (the largest value of a good article, plus one, or
plus a twentieth for a share), measured on the other half."""
import collections
import glob
import gzip
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def labelled(path):
    """The body of a guard article: lines marked + and =."""
    lines, one_line = [], False
    for line in open(path, encoding="utf-8").read().split("\n"):
        one_line |= line.startswith("# layout: one-line")
        if not line or line.startswith(("+ ", "= ")):
            lines.append(line[2:])
    if one_line:
        return " ".join(line for line in lines if line)
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


def texts(corpora):
    """Yields (group, text)."""
    for name in ("zyte", "publishers", "segments"):
        for line in gzip.open(os.path.join(corpora, name, "dev.jsonl.gz"), "rt", encoding="utf-8"):
            page = json.loads(line)
            good = "body" if "article_body" in page else "trafilatura"
            yield f"{name} {good}", page.get("article_body") or page.get("silver")
            dumps = page["page_text"] if isinstance(page["page_text"], dict) else {"inscriptis": page["page_text"]}
            for how, text in dumps.items():
                yield f"{name} page, {how}", text
    for path in sorted(glob.glob(os.path.join(ROOT, "tests/cases/articles/*/*.txt"))):
        yield "guard articles", labelled(path)


def measure(program, corpora):
    """Yields (group, place in its group, metrics by name, profiles that reject)."""
    named = [(group, text) for group, text in texts(corpora) if text and text.strip()]
    records = "".join(json.dumps({"id": group, "text": text}) + "\n" for group, text in named)
    out = subprocess.run([program], input=records, capture_output=True, text=True, check=True).stdout
    lines = [line.split("\t") for line in out.rstrip("\n").split("\n")]
    places = collections.Counter()
    for line in lines[1:]:
        values = dict(zip(lines[0][2:-1], map(float, line[2:-1])))
        yield line[0], places[line[0]], values, {failed.split(":")[0] for failed in line[-1].split()}
        places[line[0]] += 1


def print_table(measured):
    groups, rejects = collections.Counter(), collections.Counter()
    for group, _, _, failed in measured:
        groups[group] += 1
        for profile in failed:
            rejects[group, profile] += 1
    profiles = sorted({profile for _, profile in rejects})
    print("| rejected, % | n |", *(f"{profile} |" for profile in profiles))
    print("|---|---|" + "---|" * len(profiles))
    for group, count in groups.items():
        shares = (f"{100 * rejects[group, profile] / count:.1f} |" for profile in profiles)
        print(f"| {group} | {count} |", *shares)


def is_good(group):
    return group.endswith(" body")


def print_halves(measured):
    run, share = "news.menu@newswash", "news.menu_share@newswash"
    for half in (0, 1):
        learnt = [m for g, i, m, _ in measured if is_good(g) and i % 2 == half]
        limits = {run: max(m[run] for m in learnt) + 1,
                  share: max((m[share] for m in learnt if m[share] == m[share]), default=0.65) + 0.05}
        counts = collections.defaultdict(collections.Counter)
        for group, i, metrics, _ in measured:
            if i % 2 == half or not group.startswith(("zyte", "publishers")):
                continue
            kind = "good" if is_good(group) else "dumps"
            counts[kind]["all"] += 1
            counts[kind]["rejected"] += any(metrics[name] > limit for name, limit in limits.items())
        print(f"set on half {half}: menu > {limits[run]:.0f}, menu_share > {limits[share]:.2f};",
              "measured on the other:", ", ".join(
                  f"{kind} {c['rejected']} of {c['all']}" for kind, c in counts.items()))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    results = list(measure(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else
                           os.path.join(ROOT, "../shared/corpora")))
    print_table(results)
    print()
    print_halves(results)
