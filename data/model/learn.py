#!/usr/bin/env python3
"""Learn the body model: labelled pages in, weights.txt out. Python 3 with numpy; README.md says what the input is.

  learn.py --features BIN --corpora FOLDER --out weights.txt             the weights that are built in
  learn.py --features BIN --corpora FOLDER --folds                       figures by cross-validation over sites
  learn.py --features BIN --pages sample/pages.jsonl --iterations 8 --check sample/weights.txt     the test: same file again

--check exits 0 when the file comes out the same, 1 when not, 77 without numpy.

BIN is newswash_features: what the model sees is computed there and nowhere else. Learning is a sum over all pages with a
fixed order, without chance: the same input gives the same file.
"""
import argparse
import collections
import gzip
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError:
    sys.exit(77)  # for ctest: skipped

import reshape

FOLDS = 5             # the second pass learns from a first pass that has not seen the page
UNIT = 256            # weights are whole numbers of 1/256
L2 = 0.02             # how much a weight costs, squared
# run, cost, keep, stray, least, raise, least_sure, sure, believe, alone, section, before_comments and furniture of thresholds.h,
# in thousandths, but words are whole; chosen by cross-validation
THRESHOLDS = [300, 2000, 350, 650, 70, 3000, 40, 950, 2000, 100, 500, 200, 4000]
SECOND_THRESHOLDS = [300, 3000, 850, 5, 100, 500]  # run, cost, sure, hopeless, expected, body of thresholds.h
KIND_SHIFT = -155     # in doubt an article: this much more (hundredths) must speak for a page; no extractor's output gets worse
LANGUAGE_POWER = -0.2  # a page of a language with n pages counts n to this; lower is more even
SHARE = {"zyte": 1.0, "publishers": 0.8, "segments": 1.0, "silver": 0.5, "shaped": 0.3}  # what a page of a collection counts
WORD = re.compile(r"\w+")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")

# The commonest short words of the languages that are many in the corpora, to weigh languages evenly.
FUNCTION_WORDS = {
    "de": "der die und das nicht ist mit auch für ein", "en": "the of and to in that is for with was",
    "fr": "les des est une dans pour que qui pas sur", "es": "los las una que por con para del está más",
    "it": "che della per una sono con gli del nel più", "pt": "que uma para com não dos mais como pela são",
    "nl": "het een van niet dat voor met zijn ook aan", "pl": "się nie jest oraz przez dla które jak już był",
    "scandinavian": "och det som att på av er til ikke den", "tr": "bir bu ve için ile olarak daha çok olan da",
}


# --- labelled pages
def read(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def host(url):
    match = re.match(r"\w+://(?:www\.)?([^/]+)", url)
    return match.group(1) if match else url


def plain(text):
    """What the normalizer leaves of the spaces."""
    return "\n".join(SPACES.sub(" ", line).strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def corpora_pages(folder):
    """Every dump of every labelled page: {set, dump, site, text, gold}."""
    folder = pathlib.Path(folder)
    pages = []
    for p in read(folder / "zyte/dev.jsonl.gz"):
        pages += [("zyte", dump, "z " + host(p["url"]), text, p["article_body"]) for dump, text in p["page_text"].items()]
    for p in read(folder / "publishers/dev.jsonl.gz"):
        pages += [("publishers", dump, "p " + p["publisher"], text, p["article_body"]) for dump, text in p["page_text"].items()]
    for p in read(folder / "segments/dev.jsonl.gz"):
        pages.append(("segments", "inscriptis", "s " + host(p["url"]), p["page_text"], p["silver"]))
    for p in read(folder / "silver/pages.jsonl.gz"):
        pages += [("silver", dump, "v " + p["id"], text, p["silver"]) for dump, text in p["page_text"].items()]
    named = [dict(zip(("set", "dump", "site", "text", "gold"), p)) for p in pages]
    passages = [(p["with"], p["without"]) for p in read(folder / "segments/dev.jsonl.gz")]
    for page, (wanted, unwanted) in zip((p for p in named if p["set"] == "segments"), passages):
        page.update({"with": wanted, "without": unwanted})
    return named


def kind_texts(folder):
    """Texts that are pages, and texts that are articles already: (text, is page, what a text counts)."""
    folder = pathlib.Path(folder)
    texts = []
    for name in ("zyte", "publishers"):
        for p in read(folder / name / "dev.jsonl.gz"):
            texts += [(plain(text), True, 1.0) for text in p["page_text"].values()]
            texts += [(plain(text), False, 4.0) for text in [p["article_body"], *p["extracted"].values()]]
    for p in read(folder / "segments/dev.jsonl.gz"):
        texts += [(plain(p["page_text"]), True, 1.0), (plain(p["silver"]), False, 1.0)]
    for p in read(folder / "silver/pages.jsonl.gz"):
        texts += [(plain(text), True, 1.0) for text in p["page_text"].values()] + [(plain(p["silver"]), False, 1.0)]
    return texts


def units(text):
    """Words in small letters; characters of scripts without spaces one by one."""
    found = []
    for word in WORD.findall(text.lower()):
        found.extend(word) if WIDE.search(word) else found.append(word)
    return found


def shingles(words, n=4):
    return [tuple(words[i:i + n]) for i in range(len(words) - n + 1)]


def label_lines(text, gold):
    """For every line: how many words, and how many of them are in runs of four that the gold text has, too. A line that
    stands more often on the page than in the gold text counts where most of the rest of the gold text is near."""
    lines = text.split("\n")
    words, line_of = [], []
    for number, line in enumerate(lines):
        for word in units(line):
            words.append(word)
            line_of.append(number)
    wanted = collections.Counter(shingles(units(gold)))
    runs = shingles(words)
    covered = [0] * len(words)
    for i, run in enumerate(runs):
        if run in wanted:
            covered[i:i + 4] = [1, 1, 1, 1]
    total, body = [0] * len(lines), [0] * len(lines)
    for number, hit in zip(line_of, covered):
        total[number] += 1
        body[number] += hit
    drop_copies(lines, line_of, runs, wanted, body)
    return total, body


def drop_copies(lines, line_of, runs, wanted, body):
    found = collections.Counter(run for run in runs if run in wanted)
    near = np.zeros(len(lines) + 1, dtype=np.int64)
    copies = collections.defaultdict(list)
    for i, run in enumerate(runs):
        if run in wanted and found[run] <= wanted[run]:
            near[line_of[i] + 1] += 1
        elif run in wanted:
            copies[line_of[i]].append(run)
    near = np.cumsum(near)
    support = {n: near[min(len(lines), n + 13)] - near[max(0, n - 12)] for n in copies}
    left = collections.Counter(wanted)
    for number in sorted(copies, key=lambda n: (-support[n], n)):
        fresh = sum(left[run] > 0 for run in copies[number])
        left.subtract(copies[number])
        if near[-1] > 0 and fresh * 2 < len(copies[number]):
            body[number] = 0


def language(text):
    """A guess that is good enough for weighing."""
    letters = re.findall(r"[^\W\d_]", text[:4000])
    for name, pattern in (("ja", r"[\u3040-\u30ff]"), ("zh", r"[\u4e00-\u9fff]"), ("ko", r"[\uac00-\ud7a3]"),
                          ("ru", r"[\u0400-\u04ff]"), ("ar", r"[\u0600-\u06ff]"), ("el", r"[\u0370-\u03ff]")):
        if len(re.findall(pattern, text[:4000])) * 5 > len(letters):
            return name
    words = collections.Counter(WORD.findall(text.lower()))
    counts = {name: sum(words[w] for w in common.split()) for name, common in FUNCTION_WORDS.items()}
    best = max(sorted(counts), key=counts.get)
    return best if counts[best] * 50 > sum(words.values()) else "other"


def page_shares(pages):
    """Collections as in SHARE, languages as LANGUAGE_POWER says."""
    languages = [language(p["gold"]) for p in pages]
    number = collections.Counter(languages)
    shares = np.array([SHARE.get(p["set"], 1.0) * number[l] ** LANGUAGE_POWER for p, l in zip(pages, languages)])
    return shares * sum(SHARE.get(p["set"], 1.0) for p in pages) / max(shares.sum(), 1e-9)


def with_shaped(pages):
    """The pages in plain lines, and after them those that can be had in another shape."""
    shaped = []
    for page in pages:
        page["text"] = plain(page["text"])
        total, body = label_lines(page["text"], page["gold"])
        shaped.append(reshape.reshaped(page, [part / max(whole, 1) for part, whole in zip(body, total)]))
    return pages + [page for page in shaped if page]


# --- what the model sees
class Seen:
    """The blocks of all pages: values of both passes, probabilities, kept or not; `begins[i]` is page i's first block."""

    def __init__(self, binary, weights, pages):
        records = "".join(json.dumps({"id": str(i), "text": p["text"]}, ensure_ascii=False) + "\n" for i, p in enumerate(pages))
        done = subprocess.run([binary, "--weights", weights], input=records.encode(), stdout=subprocess.PIPE, check=True)
        counts, rows = [], []
        for line in done.stdout.decode().split("\n"):
            if line.startswith("page"):
                counts.append(int(line.rsplit(" ", 1)[1]))
            elif line:
                rows.append(line)
        self.begins = np.concatenate([[0], np.cumsum(counts)])
        table = np.fromstring(" ".join(rows), sep=" ").reshape(len(rows), -1)
        first_size = len(table_sizes(binary)["first"])
        self.lines, self.p, self.keep = table[:, :2].astype(np.int64), table[:, 4], table[:, 5] > 0
        self.first = table[:, 6:6 + first_size].astype(np.int64)
        self.second = table[:, 6 + first_size:].astype(np.int64)
        self.page = np.repeat(np.arange(len(pages)), counts)


def table_sizes(binary):
    sizes = {"first": [], "second": []}
    for line in subprocess.check_output([binary, "--sizes"], text=True).splitlines():
        which, _, size = line.split()
        sizes[which].append(int(size))
    return sizes


def block_labels(pages, seen):
    """The share of a block's words that is body, and how many words there are."""
    share, words = np.zeros(len(seen.page)), np.zeros(len(seen.page))
    for i, page in enumerate(pages):
        total, body = (np.concatenate([[0], np.cumsum(x)]) for x in label_lines(page["text"], page["gold"]))
        for block in range(seen.begins[i], seen.begins[i + 1]):
            begin, count = seen.lines[block]
            words[block] = total[begin + count] - total[begin]
            share[block] = (body[begin + count] - body[begin]) / max(words[block], 1)
    return share, words


def block_shares(pages, seen, share, words):
    """What a block counts: more with more words, all of a page's together no more than a page should."""
    counts = np.zeros(len(words))
    for i, page_share in enumerate(page_shares(pages)):
        here = slice(seen.begins[i], seen.begins[i + 1])
        body = (words[here] * share[here]).sum()
        counts[here] = (words[here] ** 0.8 + 1) / (body ** 0.8 + 60)
        counts[here] *= page_share * min(1.0, 4.0 / max(counts[here].sum(), 1e-9)) * (0.3 if body < 20 else 1.0)
    counts[words == 0] = 0
    return counts


# --- learning
def minimise(cost, x, iterations, memory=8):
    """Limited-memory BFGS with a backtracking line search."""
    steps, turns = [], []
    value, slope = cost(x)
    for _ in range(iterations):
        direction = slope.copy()
        factors = []
        for step, turn in zip(reversed(steps), reversed(turns)):
            factors.append((step * direction).sum() / (turn * step).sum())
            direction -= factors[-1] * turn
        direction *= (steps[-1] * turns[-1]).sum() / (turns[-1] ** 2).sum() if steps else 1 / max(1.0, np.abs(slope).sum())
        for step, turn, factor in zip(steps, turns, reversed(factors)):
            direction += step * (factor - (turn * direction).sum() / (turn * step).sum())
        length, fall = 1.0, -(slope * direction).sum()
        for _ in range(12):
            new_value, new_slope = cost(x - length * direction)
            if new_value <= value + 1e-4 * length * fall:
                break
            length /= 2
        step, turn = -length * direction, new_slope - slope
        if (step * turn).sum() > 1e-12:
            steps, turns = (steps + [step])[-memory:], (turns + [turn])[-memory:]
        done = abs(value - new_value) < 1e-7 * max(1.0, abs(value))
        x, value, slope = x + step, new_value, new_slope
        if done:
            break
    return x


def learn_tables(places, size, share, counts, iterations):
    """Logistic regression: one weight for every value of every input, and a bias. Blocks that count nothing are left out."""
    chosen = np.flatnonzero(counts > 0)
    share, counts = share[chosen], counts[chosen]
    columns = [np.ascontiguousarray(column) for column in places[chosen].T]

    def cost(x):
        score = np.full(len(chosen), x[-1])
        for column in columns:
            score += x[column]
        p = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        loss = -(counts * (share * np.log(p) + (1 - share) * np.log1p(-p))).sum() + L2 / 2 * (x[:-1] ** 2).sum()
        rest = counts * (p - share)
        slope = L2 * x[:-1]
        for column in columns:
            slope += np.bincount(column, rest, size)
        return loss, np.append(slope, rest.sum())

    x = minimise(cost, np.zeros(size + 1), iterations)
    return np.rint(x[:-1] * UNIT).clip(-32000, 32000).astype(int), int(round(x[-1] * UNIT))


def offsets(sizes):
    return np.concatenate([[0], np.cumsum(sizes)])


def fold_of(site):
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS


def zero_model(sizes):
    first, second = sum(sizes["first"]), sum(sizes["second"])
    return {"first": [0] * first, "second": [0] * second, "second_first": [0] * first, "bias": [0, 0], "thresholds": THRESHOLDS,
            "second_thresholds": SECOND_THRESHOLDS}


def write_model(path, model):
    with open(path, "w", encoding="ascii") as out:
        out.write("# The body model, made by learn.py from the pages that README.md names. Weights in 1/256.\n")
        for name, numbers in model.items():
            out.write(f"array {name} {len(numbers)}\n")
            for i in range(0, len(numbers), 32):
                out.write(" ".join(str(int(n)) for n in numbers[i:i + 32]) + "\n")


class Learner:
    def __init__(self, binary, pages, iterations, folder):
        self.binary, self.pages, self.iterations, self.folder = binary, pages, iterations, folder
        self.sizes = table_sizes(binary)
        seen = self.look(zero_model(self.sizes), "zero")
        self.seen = seen
        self.share, self.words = block_labels(pages, seen)
        self.counts = block_shares(pages, seen, self.share, self.words)
        self.fold = np.array([fold_of(p["site"]) for p in pages])[seen.page]
        self.first = seen.first + offsets(self.sizes["first"])[:-1]
        self.second = None

    def look(self, model, name, fold=None):
        """At all pages, or at those of one fold: the blocks where self.fold is that, in the same order."""
        path = os.path.join(self.folder, name + ".txt")
        write_model(path, model)
        return Seen(self.binary, path, [p for p in self.pages if fold is None or fold_of(p["site"]) == fold])

    def learn_first(self, rows):
        counts = np.where(rows, self.counts, 0)
        return learn_tables(self.first, sum(self.sizes["first"]), self.share, counts, self.iterations)

    def prepare_second(self):
        """The second pass's inputs of every page, from a first pass that has not seen its site."""
        self.second = np.zeros_like(self.seen.second)
        self.first_models = []
        for k in range(FOLDS):
            tables, bias = self.learn_first(self.fold != k)
            model = dict(zero_model(self.sizes), first=tables, bias=[bias, 0])
            self.second[self.fold == k] = self.look(model, f"first{k}", k).second
            self.first_models.append((tables, bias))

    def learn_second(self, rows):
        """Blocks whose first value is 0 have no second pass."""
        counts = np.where(rows & (self.second[:, 0] > 0), self.counts, 0)
        begin = sum(self.sizes["first"])
        places = np.hstack([self.first, self.second + offsets(self.sizes["second"])[:-1] + begin])
        tables, bias = learn_tables(places, begin + sum(self.sizes["second"]), self.share, counts, self.iterations)
        return tables[:begin], tables[begin:], bias

    def model(self, first, first_bias, rows):
        second_first, second, bias = self.learn_second(rows)
        return {"first": first, "second": second, "second_first": second_first, "bias": [first_bias, bias],
                "thresholds": THRESHOLDS, "second_thresholds": SECOND_THRESHOLDS}

    def usual(self, model):
        """What inputs add on average for body, and their middle values: for the reasons."""
        rows = (self.share > 0.5) & (self.second[:, 0] > 0)
        counts = (self.counts * rows) / max((self.counts * rows).sum(), 1e-9)

        def mean(values):
            return np.rint((values * counts[:, None]).sum(axis=0)).astype(int)

        both = np.array(model["first"]) + np.array(model["second_first"])
        second = np.array(model["second"])[self.second + offsets(self.sizes["second"])[:-1]]
        return {"usual_first": mean(both[self.first]), "usual_second": mean(second),
                "middle_first": mean(self.seen.first), "middle_second": mean(self.second)}


def learn_kind(binary, texts):
    """Logistic regression on the eight numbers of kind.cpp."""
    records = "".join(json.dumps({"id": str(i), "text": t[0]}, ensure_ascii=False) + "\n" for i, t in enumerate(texts))
    done = subprocess.run([binary, "--kinds"], input=records.encode(), stdout=subprocess.PIPE, check=True)
    evidence = np.array([line.split()[1:] for line in done.stdout.decode().splitlines()], dtype=np.float64)
    blocks, short, cues, classes, head, tail, repeated, prose, words = evidence.T
    x = np.column_stack([np.log1p(short), short / np.maximum(blocks, 1), np.log1p(cues), np.log1p(classes), np.log1p(head),
                         np.log1p(tail), np.log1p(repeated), prose / np.maximum(words, 1)])
    is_page = np.array([t[1] for t in texts], dtype=np.float64)
    counts = np.array([t[2] for t in texts])
    counts = 1000 * np.where(is_page > 0, counts / (counts * is_page).sum(), counts / (counts * (1 - is_page)).sum())
    middle, spread = x.mean(axis=0), np.maximum(x.std(axis=0), 1e-6)
    x = (x - middle) / spread

    def cost(w):
        p = 1 / (1 + np.exp(-np.clip((x * w[:-1]).sum(axis=1) + w[-1], -30, 30)))
        rest = counts * (p - is_page)
        loss = -(counts * (is_page * np.log(p) + (1 - is_page) * np.log1p(-p))).sum() + (w[:-1] ** 2).sum() / 2
        return loss, np.append((x * rest[:, None]).sum(axis=0) + w[:-1], rest.sum())

    w = minimise(cost, np.zeros(x.shape[1] + 1), 100)
    slopes = w[:-1] / spread
    return [*np.rint(100 * slopes).astype(int), int(round(100 * (w[-1] - (slopes * middle).sum()))) + KIND_SHIFT]


# --- figures
def figures(pages, seen, keep):
    """Precision, recall and F1 of word 4-shingles by collection and dump, macro-averaged as in score.py."""
    results = collections.defaultdict(lambda: ([], []))
    right = missed = wrong = 0
    for i, page in enumerate(pages):
        lines = page["text"].split("\n")
        text = "\n".join("\n".join(lines[b:b + n]) for (b, n), kept in
                         zip(seen.lines[seen.begins[i]:seen.begins[i + 1]], keep[seen.begins[i]:seen.begins[i + 1]]) if kept)
        flat = " ".join(text.split())
        kept = sum(" ".join(s.split()) in flat for s in page.get("with", []))
        right, missed = right + kept, missed + len(page.get("with", [])) - kept
        wrong += sum(" ".join(s.split()) in flat for s in page.get("without", []))
        truth, found = (collections.Counter(shingles(WORD.findall(t))) for t in (page["gold"], text))
        hit = sum((truth & found).values())
        precisions, recalls = results[page["set"], page["dump"]]
        if found:
            precisions.append(hit / sum(found.values()))
        if truth:
            recalls.append(hit / sum(truth.values()))
    for (name, dump), (precisions, recalls) in sorted(results.items()):
        p, r = np.mean(precisions), np.mean(recalls)
        print(f"{name:12} {dump:12} f1 {2 * p * r / (p + r):.4f}  precision {p:.4f}  recall {r:.4f}")
    if right:
        print(f"segments, passages: f1 {2 * right / (2 * right + missed + wrong):.4f}  precision {right / (right + wrong):.4f}"
              f"  recall {right / (right + missed):.4f}")


def cross_validate(learner):
    keep = np.zeros(len(learner.seen.page), dtype=bool)
    for k, (first, bias) in enumerate(learner.first_models):
        keep[learner.fold == k] = learner.look(learner.model(first, bias, learner.fold != k), f"fold{k}", k).keep
    figures(learner.pages, learner.seen, keep)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True, help="the program newswash_features")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--corpora", help="the folder of labelled pages")
    source.add_argument("--pages", help='JSON Lines of {"set", "dump", "site", "text", "gold"}')
    parser.add_argument("--iterations", type=int, default=50)
    parser.add_argument("--folds", action="store_true", help="print figures by cross-validation, write nothing")
    parser.add_argument("--out")
    parser.add_argument("--check", help="compare what is learnt with this file")
    arguments = parser.parse_args()
    pages = corpora_pages(arguments.corpora) if arguments.corpora else read(arguments.pages)
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(arguments.features, with_shaped(pages), arguments.iterations, folder)
        learner.prepare_second()
        if arguments.folds:
            cross_validate(learner)
            return
        everything = np.ones(len(learner.seen.page), dtype=bool)
        model = learner.model(*learner.learn_first(everything), everything)
    texts = kind_texts(arguments.corpora) if arguments.corpora else [(p[k], k == "text", 1.0) for p in pages for k in ("text", "gold")]
    model["kind"] = learn_kind(arguments.features, texts)
    model.update(learner.usual(model))
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(arguments.out or os.path.join(folder, "weights.txt"))
        write_model(made, model)
        if arguments.check and made.read_bytes() != pathlib.Path(arguments.check).read_bytes():
            sys.exit(f"{arguments.check}: learning again gives another file")


if __name__ == "__main__":
    main()
