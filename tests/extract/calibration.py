#!/usr/bin/env python3
"""How often each rule is right on the annotated replies, and whether its confidence says so.

usage: calibration.py [--write]

Extracts the annotated replies without known names, matches the edges as the benchmark does, and
counts for each rule how often it fired and was right. --write puts the counts into
src/extract/reliability.def, from which extraction takes its confidence: (right + 8 * 0.7) / (fired + 8).
Without it the counts of the other replies give each reply's confidences (leave one out), and the
table shows for each band of confidence how many edges were right.

Counted are the invented replies that the project ships for development, and those of GRAPHTOOL_REPLIES
and GRAPHTOOL_GOLD where they are at hand; never the held-out ones.
"""
import collections
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("GRAPHTOOL", str(ROOT / "build/graphtool"))
TABLE = ROOT / "src/extract/reliability.def"
PRIOR, WEIGHT = 0.7, 8  # as in src/extract/confidence.c
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

# Sets of annotated replies: the folder of the texts, that of the gold, how its files end.
SETS = {
    "shared": (pathlib.Path(os.environ.get("GRAPHTOOL_REPLIES", ROOT / "../shared/replies")),
               pathlib.Path(os.environ.get("GRAPHTOOL_GOLD", ROOT / "../shared/gold")), ".json"),
    "replies": (HERE / "replies", HERE / "replies", ".gold.json"),
    "heldout": (HERE / "heldout", HERE / "heldout", ".gold.json"),
}
COUNTED = ("shared", "replies")


class Reply:
    """A text with its annotation and its draft."""

    def __init__(self, text, gold):
        self.name, self.text, self.gold_path = text.stem, text, gold

    @functools.cached_property
    def gold(self):
        return json.loads(self.gold_path.read_text(encoding="utf-8"))

    @functools.cached_property
    def draft(self):
        out = subprocess.run([PROGRAM, "extract", "--known", "none", str(self.text)],
                             check=True, capture_output=True, text=True).stdout
        return json.loads(out)

    @functools.cached_property
    def outcomes(self):
        """[(rule, right, confidence)] of every edge drafted, its surest statement's."""
        matched = align(self.gold["entities"], self.draft["nodes"])
        true = {tie(r["source"], r["type"], r["target"]) for r in self.gold["relations"]}
        found = []
        for edge in self.draft["edges"]:
            right = tie(matched.get(edge["source"], edge["source"] + "?"), edge["type"],
                        matched.get(edge["target"], edge["target"] + "?")) in true
            best = max(edge["statements"], key=lambda s: s["confidence"])
            found.append((best["rule"], right, best["confidence"]))
        return found


def annotated(name):
    """The replies of a set that are at hand with an annotation."""
    texts, golds, ending = SETS[name]
    pairs = [(texts / f"{g.name[:-len(ending)]}.txt", g) for g in sorted(golds.glob("*" + ending))]
    return [Reply(text, gold) for text, gold in pairs if text.exists()]


def fold(text):
    return unicodedata.normalize("NFKC", re.sub(r"[\s\ufeff]+", "", text))


def forms(node):
    names = [node["name"], *node.get("aliases", []), *node.get("mentions", [])]
    return {fold(n) for n in names if n}


def align(gold, drafted):
    """{drafted id: gold id}, best pairs first: same type, then shared forms."""
    pairs = []
    for d in drafted:
        for g in gold:
            shared = len(forms(d) & forms(g))
            if shared:
                pairs.append((d["type"] != g["type"], -shared, d["id"], g["id"]))
    matched, used = {}, set()
    for _, _, d, g in sorted(pairs):
        if d not in matched and g not in used:
            matched[d] = g
            used.add(g)
    return matched


def tie(source, kind, target):
    return (min(source, target), kind, max(source, target)) if kind == "cooperates_with" \
        else (source, kind, target)


def count(replies):
    fired, hit = collections.Counter(), collections.Counter()
    for reply in replies:
        for rule, right, _ in reply.outcomes:
            fired[rule] += 1
            hit[rule] += right
    return fired, hit


def confidence(rule, fired, hit):
    return (hit[rule] + WEIGHT * PRIOR) / (fired[rule] + WEIGHT)


def write(replies):
    fired, hit = count(replies)
    rows = "".join(f'RELIABILITY("{rule}", {hit[rule]}, {fired[rule]})\n' for rule in sorted(fired))
    head = TABLE.read_text(encoding="utf-8").split("RELIABILITY(\"")[0]
    TABLE.write_text(head + rows, encoding="utf-8")


def table(judged):
    """Rows (low, high, edges, mean confidence, share right) of [(confidence, right)]."""
    rows = []
    for low, high in zip(BANDS, BANDS[1:]):
        band = [(c, r) for c, r in judged if low <= c < high]
        if band:
            rows.append((low, high, len(band), sum(c for c, _ in band) / len(band),
                         sum(r for _, r in band) / len(band)))
    return rows


def left_out(replies):
    """[(confidence, right)]: each reply's edges by the counts of the others."""
    judged = []
    for one in replies:
        fired, hit = count(r for r in replies if r is not one)
        judged += [(confidence(rule, fired, hit), right) for rule, right, _ in one.outcomes]
    return judged


def distance(rows):
    """How far what was said is from what was right, over the edges."""
    return sum(n * abs(said - right) for _, _, n, said, right in rows) / sum(r[2] for r in rows)


def main():
    replies = [r for name in COUNTED for r in annotated(name)]
    if "--write" in sys.argv:
        write(replies)
    rows = table(left_out(replies))
    for low, high, n, said, right in rows:
        print(f"# {low:.1f}-{min(high, 1):.1f} {n:5} edges, said {said:.2f}, right {right:.2f}")
    print(f"# {len(replies)} replies, off by {distance(rows):.3f}")


if __name__ == "__main__":
    main()
