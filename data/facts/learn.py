#!/usr/bin/env python3
"""Learns the weights of data/facts/model.toml from labelled pages.

  learn.py PRINT_FEATURES CORPORA [headline date author] [--write]

PRINT_FEATURES is the program built from src/reader/facts/print_features.cpp, CORPORA the folder with
segments/dev.jsonl.gz (title, author, date; learnt from with and without its URLs) and publishers/dev.jsonl.gz
(headline, authors, date; three dumps a page); the headlines of zyte/dev.jsonl.gz and silver/pages.jsonl.gz (two dumps a
page) are in headlines.tsv, chosen by hand among the lines of each page. Each page is a choice among its candidates and "none": the log-likelihood
of the right ones (of "none" where no candidate is right) is maximised with an L2 penalty. Prints figures of a
five-fold cross-validation, a site always in one fold; with --write the weights learnt from all pages replace those
in model.toml. The same corpora give the same file. Needs numpy and scipy; no part of the program."""
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tomllib

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

MODEL = pathlib.Path(__file__).with_name("model.toml")
FIELDS = ("headline", "date", "author")
HEADLINES = pathlib.Path(__file__).with_name("headlines.tsv")
GROUPS = ("segments", "segments without url", "inscriptis", "lynx", "soup", "zyte", "silver")
# What a page of each group counts, how much a weight costs, squared, and how much the difference of the weights of
# two neighbouring steps of one measure ("words_5", "words_8"): chosen by cross-validation.
SHARES = {"headline": (1.0, 0.5, 1.0, 1.0, 1.0, 0.5, 0.5), "date": (1.0, 0.5, 0.5, 0.5, 0.5, 0, 0),
          "author": (1.0, 0.5, 0.5, 0.5, 0.5, 0, 0)}
PENALTY = {"headline": 1.0, "date": 2.0, "author": 2.0}
STEP_PENALTY = {"headline": 2.0, "date": 0.0, "author": 0.0}
STEP = re.compile(r"_(none|\d+)$")
FOLDS = 5


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def words(text):
    return [w.casefold() for w in re.findall(r"\w+", text)]


def text_of(value):
    return value if isinstance(value, str) else "; ".join(value)


def site_of(name):
    """A key that is the same for "https://www.cnbc.com/…", "www.cnbc.com.html" and the publisher "CNBC"."""
    host = re.sub(r"^\w*:?//", "", name).split("/")[0]
    labels = [x for x in host.split(".") if x not in ("html", "www", "com", "co", "org", "net", "edition", "news")]
    key = re.sub(r"\W", "", max(labels, key=len) if labels else host).lower()
    return key.removeprefix("the")


def pages_of(corpora):
    """(group, site, id, url, text, gold) of every page."""
    for p in read(corpora / "segments/dev.jsonl.gz"):
        gold = {"headline": p["title"], "author": text_of(p["author"]), "date": p["date"]}
        url = p["url"].split("/http")[-1]
        site = site_of(url)
        yield "segments", site, p["url"], p["url"], p["page_text"], gold
        yield "segments without url", site, p["url"], "", p["page_text"], gold
    for p in read(corpora / "publishers/dev.jsonl.gz"):
        gold = {"headline": p["headline"], "author": text_of(p["authors"]), "date": p["date"]}
        for dump in ("inscriptis", "lynx", "soup"):
            yield dump, site_of(p["publisher"]), p["id"], "", p["page_text"][dump], gold
    chosen = {tuple(cells[:2]): cells[2] for cells in map(lambda x: x.split("\t"), HEADLINES.read_text().splitlines())}
    for group, path in (("zyte", "zyte/dev.jsonl.gz"), ("silver", "silver/pages.jsonl.gz")):
        for p in read(corpora / path):
            gold = {"headline": chosen.get((group, p["id"]), ""), "author": "", "date": ""}
            for text in p["page_text"].values():
                yield group, site_of(p.get("url", p["id"])), p["id"], "", text, gold


def candidates(program, field, corpora):
    """One dict a page that has the field: its candidates' marks, which are right, and which give the same answer."""
    pages = [p for p in pages_of(corpora) if p[5][field]]
    records = b""
    for _, _, name, url, text, _ in pages:
        data = text.encode()
        records += f"{name}\t{url}\t{len(data)}\n".encode() + data + b"\n"
    out = subprocess.run([program, field], input=records, stdout=subprocess.PIPE, check=True).stdout
    found, at = [], -1
    for line in out.decode("utf-8", "replace").split("\n"):
        cells = line.split("\t")
        if cells[0] == "P":
            at += 1
            group, site, _, _, _, gold = pages[at]
            found.append({"group": group, "site": site, "gold": gold[field], "marks": [], "right": [], "answer": []})
        elif cells[0] == "C":
            page = found[-1]
            key = cells[1][:10] if field == "date" else " ".join(words(cells[1]))
            want = page["gold"] if field == "date" else " ".join(words(page["gold"]))
            page["marks"].append([int(m) for m in cells[2].split()])
            ambiguous = field == "date" and cells[1].endswith("?")
            page["right"].append(key == want and not ambiguous)
            page["answer"].append(key)
    return found


def cost_of(field, names):
    """The matrix of the penalty: weights are small, and those of neighbouring steps alike."""
    cost = PENALTY[field] * np.eye(len(names))
    for i, (name, after) in enumerate(zip(names, names[1:])):
        if STEP.search(name) and STEP.search(after) and STEP.sub("", name) == STEP.sub("", after):
            cost[i:i + 2, i:i + 2] += STEP_PENALTY[field] * np.array([[1, -1], [-1, 1]])
    return cost


def fit(field, pages, names):
    shares, cost, count = dict(zip(GROUPS, SHARES[field])), cost_of(field, names), len(names)
    rows = [(r, m) for r, marks in enumerate(x for p in pages for x in p["marks"]) for m in marks]
    owner = np.array([i for i, p in enumerate(pages) for _ in p["marks"]], int)
    right = np.array([y for p in pages for y in p["right"]], bool)
    share = np.array([shares[p["group"]] for p in pages])
    table = csr_matrix((np.ones(len(rows)), tuple(zip(*rows))), shape=(len(owner), count))
    solvable = np.zeros(len(pages), bool)
    np.logical_or.at(solvable, owner, right)

    def loss(weights):
        score = table @ weights
        top = np.zeros(len(pages))
        np.maximum.at(top, owner, score)
        e = np.exp(score - top[owner])
        total = np.exp(-top)
        np.add.at(total, owner, e)
        good = np.zeros(len(pages))
        np.add.at(good, owner, e * right)
        good = np.where(solvable, good, np.exp(-top))
        target = np.where(right, e / np.maximum(good[owner], 1e-300), 0.0)
        slope = table.T @ (share[owner] * (target - e / total[owner]))
        value = (share * (np.log(good + 1e-300) - np.log(total))).sum()
        return weights @ cost @ weights / 2 - value, cost @ weights - slope

    return minimize(loss, np.zeros(count), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def judge(page, weights):
    """(is the best candidate right, how sure) of one page."""
    if not page["marks"]:
        return False, 0.0
    score = np.array([weights[m].sum() for m in page["marks"]])
    e = np.exp(score - max(0.0, score.max()))
    best = int(score.argmax())
    same = sum(x for x, a in zip(e, page["answer"]) if a == page["answer"][best])
    return page["right"][best], float(same / (e.sum() + np.exp(-max(0.0, score.max()))))


def cross_validate(field, pages, names):
    sites = sorted({p["site"] for p in pages})
    draw = np.random.RandomState(1).randint(0, FOLDS, len(sites))
    fold = dict(zip(sites, draw))
    judged = [None] * len(pages)
    for k in range(FOLDS):
        weights = fit(field, [p for p in pages if fold[p["site"]] != k], names)
        for i, p in enumerate(pages):
            if fold[p["site"]] == k:
                judged[i] = judge(p, weights)
    return judged


def report(field, pages, judged, model):
    for group in GROUPS:
        mine = [j for p, j in zip(pages, judged) if p["group"] == group]
        if not mine:
            continue
        limit = model["threshold"] if group == "segments" else model.get("threshold_without_url", model["threshold"])
        given = [right for right, sure in mine if sure >= limit]
        print(f"{field:9} {group:21} right {sum(given) / len(mine):.3f}  given {len(given) / len(mine):.3f}  "
              f"right when given {sum(given) / max(1, len(given)):.3f}")


def write(field, names, weights):
    text = MODEL.read_text(encoding="utf-8")
    begin = text.index("weights = [", text.index(f"[{field}]"))
    end = text.index("]\n\n", begin)
    lines = "".join(f'  ["{n}", {w:.3f}],\n' for n, w in zip(names, weights))
    MODEL.write_text(text[:begin] + "weights = [\n" + lines + text[end:], encoding="utf-8")


def main():
    program, corpora = sys.argv[1], pathlib.Path(sys.argv[2])
    for field in [a for a in sys.argv[3:] if a in FIELDS] or FIELDS:
        model = tomllib.loads(MODEL.read_text(encoding="utf-8"))[field]
        names = [name for name, _ in model["weights"]]
        pages = candidates(program, field, corpora)
        report(field, pages, cross_validate(field, pages, names), model)
        if "--write" in sys.argv:
            write(field, names, fit(field, pages, names))


main()
