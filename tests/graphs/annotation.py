"""Compares the shipped graphs with the replies' texts and with their hand annotation.

Neither is shipped. Every comparison takes the graphs and the two folders, and yields faults.
"""
import csv
import hashlib
import json
import subprocess
import sys

import shipped
from shipped import each, triple

WHITE_SPACE = {*range(0x9, 0xE), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B),
               0x2028, 0x2029, 0x202F, 0x205F, 0x3000}


def folded(graphs, replies):
    """The folded text of each document: without the property White_Space and U+FEFF."""
    texts = {}
    for name, doc in each(graphs, "documents"):
        text = (replies / doc["file"]).read_text(encoding="utf-8")
        texts[name] = "".join(c for c in text if ord(c) not in WHITE_SPACE and c != "\ufeff")
    return texts


def annotated(graphs, gold):
    return {n: json.loads((gold / f"{n}.json").read_text(encoding="utf-8")) for n in graphs}


def hashes(graphs, replies, _gold):
    texts = folded(graphs, replies)
    for name, doc in each(graphs, "documents"):
        text = texts[name]
        if (hashlib.sha256(text.encode()).hexdigest(), len(text)) != (doc["sha256"], doc["length"]):
            yield f"{name}: the text at hand has another hash or length"


def documents(graphs, _replies, gold):
    annotation = annotated(graphs, gold)
    for name, doc in each(graphs, "documents"):
        want = {k: v for k, v in annotation[name]["document"].items() if v is not None}
        if {k: v for k, v in doc.items() if k not in ("sha256", "length")} != want:
            yield name, doc


def corrections():
    """What is to differ from the annotation: {(file, id, field): (before, after)}."""
    with open(shipped.HERE / "corrections.tsv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(r["file"], r["id"], r["field"]): (r["before"], r["after"]) for r in rows}


def cell(value):
    """An attribute as the list of corrections writes it."""
    return (" | ".join(value) if isinstance(value, list) else value) or "-"


def nodes(graphs, _replies, gold):
    """Attribute by attribute; a correction that is not made is a fault as well."""
    fixes = corrections()
    annotation = annotated(graphs, gold)
    for name, graph in graphs.items():
        want = annotation[name]["entities"]
        if [n["id"] for n in graph["nodes"]] != [n["id"] for n in want]:
            yield name, "other nodes"
            continue
        for node, old in zip(graph["nodes"], want):
            for key in sorted({*node, *old}):
                change = cell(old.get(key)), cell(node.get(key))
                if change[0] != change[1] and fixes.pop((name, node["id"], key), None) != change:
                    yield name, node["id"], key, *change
    yield from ((*key, "a correction that is not made") for key in fixes)


def edges(graphs, replies, gold):
    """Statement by statement, with the words of each span."""
    texts = folded(graphs, replies)
    annotation = annotated(graphs, gold)
    for name, graph in graphs.items():
        want, found = {}, {}
        for relation in annotation[name]["relations"]:
            facts = {k: v for k, v in relation.items() if k not in ("source", "type", "target")}
            want.setdefault(triple(relation), []).append(facts)
        for edge in graph["edges"]:
            for statement in edge["statements"]:
                span = statement["evidence"]
                facts = {k: v for k, v in statement.items() if k != "evidence"}
                facts["quote"] = texts[name][span["start"]:span["end"]]
                found.setdefault(triple(edge), []).append(facts)
        if list(found) != list(want):
            yield name, "other edges", sorted(found.keys() ^ want.keys())
        yield from ((name, t) for t in found.keys() & want.keys() if found[t] != want[t])


def scorer(gold):
    """The tool that scores a graph against the annotation, beside whose folder it lies."""
    return gold.parent / "tools" / "score.py"


def score(graphs, _replies, gold):
    """Lines of the score that are below 1."""
    pairs = [p for n in graphs for p in (gold / f"{n}.json", shipped.GRAPHS / f"{n}.json")]
    run = subprocess.run([sys.executable, scorer(gold), *pairs],
                         capture_output=True, text=True, check=True)
    rows = run.stdout.splitlines()[1:]
    below = [r for r in rows if r.split()[1:4] != ["1.000"] * 3]
    return below if len(rows) == 4 else [run.stdout]
