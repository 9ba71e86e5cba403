"""More pages to learn from: articles that are no plain prose.

Verse, dialogue, lists, interviews, results, recipes and live tickers are few among the labelled pages, and a model that has
not seen them takes them for menus. So a labelled page is taken once more with some of its own paragraphs set as one of
these, and half the time with little else of its article left: short lines are body here because of what is around them.
Words, language and furniture are the page's. There is no chance in it: what becomes of a page is thrown with dice whose
seed is its text, so the same pages give the same pages. learn.py is the only user.
"""
import hashlib
import re
import textwrap

LONG = 120          # characters: shorter paragraphs are not set as something else
COLUMNS = 97        # where lynx's lines end
BODY = 0.6          # a line is body from this share of its words on
WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
WIDE_PIECE = re.compile(r"[^\s、。，！？「」『』（）]{1,4}")
SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s*")
EDGE = " ,;:.!?…\"“”„«»()[]–—-"
QUOTES = [("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"), ("—", ""), ("– ", "")]
BULLETS = ["• ", "* ", "- ", "#", "", "", ""]  # '#': a number
QUESTION_LABELS = [("Q: ", "A: "), ("", ""), ("", ""), ("P. ", "R. "), ("Frage: ", "Antwort: "), ("– ", ""), ("D: ", "R: ")]
UNITS = ["g", "ml", "EL", "kg", "oz", "cups", "г", "dl"]
MONTHS = ["May", "Juni", "marzo", "avril", ".6.", "março"]
TIMES = ["{0:02d}:{1:02d}", "{0}.{1:02d} Uhr", "{0}.{1:02d}pm", "{0}h{1:02d}", "{0:02d}:{1:02d}"]


class Dice:
    """Numbers that look thrown and are the same every time."""

    def __init__(self, seed):
        self.state = int(hashlib.md5(seed.encode()).hexdigest(), 16)

    def __call__(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 128
        return (self.state >> 64) % sides

    def pick(self, choices):
        return choices[self(len(choices))]


def words_of(text):
    """Words and what parts them; of scripts without spaces, pieces of a few characters."""
    if WIDE.search(text) and text.count(" ") * 15 < len(text):
        return WIDE_PIECE.findall(text), ""
    return text.split(), " "


def pieces(text, least, most, dice):
    """The text cut into runs of so many words, each beginning with a capital."""
    words, space = words_of(text)
    found = []
    while words:
        length = least + dice(most - least + 1)
        piece = space.join(words[:length]).strip(EDGE)
        words = words[length:]
        if len(piece) > 1:
            found.append(piece[0].upper() + piece[1:])
    return found


def sentences(text):
    return [s.strip() for s in SENTENCE_END.split(text) if len(s.strip()) > 1]


# --- forms: the lines of a text, "" between groups
def apart(lines):
    """Each a paragraph of its own."""
    return [line for pair in zip(lines, [""] * len(lines)) for line in pair]


def verse(text, dice):
    lines = pieces(text, 4, 8, dice)[:6 + dice(12)]
    stanza, end = 3 + dice(3), dice.pick([",", "", "", "."])
    made = []
    for i, line in enumerate(lines):
        made += [""] if i and i % stanza == 0 else []
        made.append(line + (end if dice(3) == 0 else ""))
    return made


def dialogue(text, dice):
    opening, closing = dice.pick(QUOTES)
    made = []
    for line in pieces(text, 1, 12, dice)[:5 + dice(14)]:
        line += dice.pick([".", ".", "?", "!", "."])
        made.append(opening + line + closing if dice(3) else line)
    return apart(made)


def items(text, dice):
    bullet = dice.pick(BULLETS)
    made = []
    if dice(2):
        made = [(pieces(text, 2, 7, dice) or ["A"])[0] + dice.pick([":", ":", ""]), ""]
    lines = pieces(text, 1, 3 + dice(8), dice)[:3 + dice(9)]
    end = dice.pick(["", "", ".", ";"])
    return made + [(f"{i + 1}. " if bullet == "#" else bullet) + line + end for i, line in enumerate(lines)]


def interview(text, dice):
    asks, answers = dice.pick(QUESTION_LABELS)
    made = []
    for sentence in sentences(text)[:4 + dice(8)]:
        question = (pieces(sentence, 1, 8, dice) or ["A"])[0]
        answer = sentence if dice(2) else (pieces(sentence, 2, 9, dice) or ["A"])[-1] + "."
        made += [asks + question + dice.pick(["?", "?", "?", "."]), answers + answer]
    return apart(made)


def results(text, dice):
    names = [word.strip(EDGE) for word in words_of(text)[0]]
    names = [name for name in names if len(name) > 3 and name[0].isupper()] or pieces(text, 1, 1, dice)
    mark, form = dice.pick([":", "-", "–", ":"]), dice(4)
    made = []
    for i in range(min(3 + dice(8), len(names) // 2)):
        home, guest = names[2 * i:2 * i + 2]
        made.append([f"{home} {dice.pick(['–', '-', 'v', 'vs'])} {guest} {dice(5)}{mark}{dice(5)}",
                     f"{i + 1}. {home} {guest} {30 + dice(40) - i}",
                     f"{home} {dice(4)} {guest} {dice(4)}",
                     f"{1 + dice(28)} {dice.pick(MONTHS)} {dice.pick(['–', '-', ':'])} {home}, {guest}"][form])
    return made


def recipe(text, dice):
    parts = pieces(text, 1, 3, dice)[:4 + dice(7)] or ["A"]
    made = [f"{parts[0]}: {5 + dice(60)} min"] if dice(2) else []
    made += ["", parts[0], ""]
    for part in parts[1:]:
        made.append(f"{1 + dice(500)}{dice.pick(['', ' '])}{dice.pick(UNITS)} {part.lower()}" if dice(3) else part)
    return made + ["", parts[-1], ""] + [f"{i + 1}. {s}" for i, s in enumerate(sentences(text)[:6])]


def ticker(text, dice):
    made = []
    for sentence in sentences(text)[:3 + dice(6)]:
        made += [dice.pick(TIMES).format(1 + dice(12), dice(60)), sentence]
    return apart(made)


def short_paragraphs(text, dice):
    return apart(sentences(text)[:4 + dice(6)])


FORMS = [verse, verse, dialogue, dialogue, items, items, interview, interview, results, recipe, ticker, short_paragraphs]


# --- pages
def paragraphs(lines, body, wrapped):
    """The article's paragraphs: (first line, past the last). Where lines are wrapped, a blank one ends a paragraph."""
    found = []
    for i, line in enumerate(lines):
        if not (body[i] and line):
            continue
        if wrapped and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def as_dumped(made, dump, dice):
    """The lines as the program that dumped the page would write them."""
    if dump == "soup":
        return [line for line in made if line]
    if dump == "lynx":
        made = [part for line in made for part in (textwrap.wrap(line, COLUMNS) or [""])]
    elif "" not in made and dice(2):
        made = apart(made)
    return ["", *made, ""]


def reshaped(page, shares):
    """The page with another form in its article, or None where the article has too little. shares: of each line's words,
    the article's part."""
    dice = Dice(page["dump"] + page["text"])
    lines, body = page["text"].split("\n"), [share > BODY for share in shares]
    all_of_them = paragraphs(lines, body, page["dump"] == "lynx")
    long = [p for p in all_of_them if len(" ".join(lines[p[0]:p[1]])) > LONG]
    if len(long) < 4:
        return None
    form, at = dice.pick(FORMS), dice(len(long))
    used = long[at:at + 1 + dice(3)]
    made = form(" ".join(" ".join(lines[first:end]) for first, end in used), dice)
    if sum(map(bool, made)) < 3:
        return None
    gone = {i for first, end in used for i in range(first, end)}
    if dice(2):  # a short article: the paragraphs right before and after, no more
        near = 1 + dice(2)
        for paragraph in all_of_them:
            if not (paragraph in long and abs(long.index(paragraph) - at) <= near):
                gone.update(range(*paragraph))
    made = as_dumped(made, page["dump"], dice)
    text, gold = [], []
    for i, line in enumerate(lines):
        if i == used[0][0]:
            text += made
            gold += made
        if i not in gone:
            text.append(line)
            gold += [line] if body[i] else []
    return {"set": "shaped", "dump": page["dump"], "site": page["site"], "text": "\n".join(text), "gold": "\n".join(gold)}
