#!/usr/bin/env python3
"""How often each rule is right on the annotated replies, and whether its confidence says so.

usage: calibration.py [--write]

Extracts the annotated replies without known names, matches the edges as the benchmark does, and
counts for each rule how often it fired and was right. --write puts the counts into
src/extract/reliability.def, from which extraction takes its confidence: (right + 4 * 0.8) / (fired + 4).
Without it the counts of the other replies give each reply's confidences (leave one out), and the
table shows for each band of confidence how many edges were right.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("GRAPHTOOL", str(ROOT / "build/graphtool"))
REPLIES = pathlib.Path(os.environ.get("GRAPHTOOL_REPLIES", ROOT / "../shared/replies"))
GOLD = pathlib.Path(os.environ.get("GRAPHTOOL_GOLD", ROOT / "../shared/gold"))
TABLE = ROOT / "src/extract/reliability.def"
PRIOR, WEIGHT = 0.8, 4
BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


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


def annotated():
    """The ids of the replies that are at hand with an annotation."""
    return sorted(p.stem for p in GOLD.glob("*.json") if (REPLIES / f"{p.stem}.txt").exists())


def outcomes(name):
    """[(rule, right, confidence)] of every edge drafted of a reply, its surest statement's."""
    out = subprocess.run([PROGRAM, "extract", "--known", "none", str(REPLIES / f"{name}.txt")],
                         check=True, capture_output=True, text=True).stdout
    draft = json.loads(out)
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    matched = align(gold["entities"], draft["nodes"])
    true = {tie(r["source"], r["type"], r["target"]) for r in gold["relations"]}
    found = []
    for edge in draft["edges"]:
        right = tie(matched.get(edge["source"], edge["source"] + "?"), edge["type"],
                    matched.get(edge["target"], edge["target"] + "?")) in true
        best = max(edge["statements"], key=lambda s: s["confidence"])
        found.append((best["rule"], right, best["confidence"]))
    return found


def count(lists):
    fired, hit = collections.Counter(), collections.Counter()
    for found in lists:
        for rule, right, _ in found:
            fired[rule] += 1
            hit[rule] += right
    return fired, hit


def confidence(rule, fired, hit):
    return (hit[rule] + WEIGHT * PRIOR) / (fired[rule] + WEIGHT)


def write(by_reply):
    fired, hit = count(by_reply.values())
    rows = "".join(f'RELIABILITY("{rule}", {hit[rule]}, {fired[rule]})\n' for rule in sorted(fired))
    head = TABLE.read_text(encoding="utf-8").split("RELIABILITY(\"")[0]
    TABLE.write_text(head + rows, encoding="utf-8")


def table(by_reply):
    """Rows (low, high, edges, mean confidence, share right), each reply judged by the others."""
    judged = []
    for name, found in by_reply.items():
        fired, hit = count(f for n, f in by_reply.items() if n != name)
        judged += [(confidence(rule, fired, hit), right) for rule, right, _ in found]
    rows = []
    for low, high in zip(BANDS, BANDS[1:]):
        band = [(c, r) for c, r in judged if low <= c < high]
        if band:
            rows.append((low, high, len(band), sum(c for c, _ in band) / len(band),
                         sum(r for _, r in band) / len(band)))
    return rows


def main():
    by_reply = {name: outcomes(name) for name in annotated()}
    if "--write" in sys.argv:
        write(by_reply)
    for low, high, n, said, right in table(by_reply):
        print(f"# {low:.1f}-{min(high, 1):.1f} {n:5} edges, said {said:.2f}, right {right:.2f}")


if __name__ == "__main__":
    main()
