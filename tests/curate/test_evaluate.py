#!/usr/bin/env python3
"""`graphtool evaluate` gives the figures of a slow plain scorer, on the shipped graphs and damaged
copies of them, in both shapes; and those of the gold's own scorer where that is at hand.

The slow scorer below compares every pair of entities. The damage is what drafts show, and worse:
nodes gone, of another type or without one, renamed, with colliding aliases and full-width or broken
forms; edges reversed, doubled, tied to themselves or to nothing; ids in any order and script.
"""
import copy
import importlib.util
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "graphs"))
import annotation  # noqa: E402
import shipped  # noqa: E402

PROGRAM = os.environ.get("GRAPHTOOL", str(shipped.ROOT / "build" / "graphtool"))
ROUNDS = 60 if os.environ.get("GT_SLOW") else 4
NODE_TYPES = ["agency", "company", "park", "industry", "of no ontology", None]
EDGE_TYPES = ["part_of", "cooperates_with", "focuses_on", "of_no_ontology"]
LISTS = {"entities": ("nodes", "entities"), "relations": ("edges", "relations")}


# --- the slow scorer ----------------------------------------------------------------------------

def forms(node):
    texts = [node.get("name"), node.get("label"), *(node.get("aliases") or []),
             *(node.get("mentions") or [])]
    return {unicodedata.normalize("NFKC", re.sub(r"[\s\ufeff]", "", t)) for t in texts if t}


def items(graph, kind):
    return graph.get(LISTS[kind][0], graph.get(LISTS[kind][1]))


def match(gold, draft):
    """The best pair that is left, again and again."""
    best = sorted((gold[g].get("type") != draft[d].get("type"), -len(forms(gold[g]) & forms(draft[d])), d, g)
                  for g in gold for d in draft if forms(gold[g]) & forms(draft[d]))
    found = {}
    for _, _, d, g in best:
        if d not in found and g not in found.values():
            found[d] = g
    return found


def ordered(s, t, o):
    return (o, t, s) if t == "cooperates_with" and o < s else (s, t, o)


def slow_score(gold_graph, draft_graph):
    """(tallies by name, tallies of relations by type, differences)"""
    gold = {n["id"]: n for n in items(gold_graph, "entities")}
    draft = {n["id"]: n for n in items(draft_graph, "entities")}
    to_gold = match(gold, draft)
    want = {ordered(e["source"], e["type"], e["target"]) for e in items(gold_graph, "relations")}
    have = {ordered(to_gold.get(e["source"], e["source"] + "?"), e["type"],
                    to_gold.get(e["target"], e["target"] + "?"))
            for e in items(draft_graph, "relations")}
    ends = [{frozenset((s, o)) for s, _, o in edges} for edges in (want, have)]
    typed = sum(gold[g].get("type") == draft[d].get("type") for d, g in to_gold.items())
    tallies = {"entity": (len(to_gold), len(draft), len(gold)),
               "typed": (typed, len(draft), len(gold)),
               "relation": (len(want & have), len(have), len(want)),
               "link": (len(ends[0] & ends[1]), len(ends[1]), len(ends[0]))}
    by_type = {t: (sum(e[1] == t for e in want & have), sum(e[1] == t for e in have),
                   sum(e[1] == t for e in want)) for t in {e[1] for e in want | have}}
    wrong = ({("missed_entity", None, g) for g in set(gold) - set(to_gold.values())} |
             {("spurious_entity", d, None) for d in set(draft) - set(to_gold)} |
             {("wrong_type", d, g) for d, g in to_gold.items()
              if gold[g].get("type") != draft[d].get("type")} |
             {("missed_relation", s, o, t) for s, t, o in want - have} |
             {("spurious_relation", s, o, t) for s, t, o in have - want})
    return tallies, by_type, wrong


# --- damage -------------------------------------------------------------------------------------

def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def damage_node(node, nodes, dice):
    kind = dice.randrange(9)
    other = dice.choice(nodes)
    if kind == 0:
        node["type"] = dice.choice(NODE_TYPES)
    elif kind == 1:
        node["name"] = node["name"][:-1] or "某"
    elif kind == 2:
        node.setdefault("aliases", []).append(other["name"])
    elif kind == 3:
        node["name"] = full_width(node["name"])
    elif kind == 4:
        node["name"] = "\u3000".join(node["name"]) + "\ufeff\n"
    elif kind == 5:
        node["mentions"] = list(other.get("mentions") or []) + ["ﬁ", "①", " "]
    elif kind == 6:
        node["aliases"] = None


def damage_edges(edges, ids, dice):
    for edge in edges:
        kind = dice.randrange(12)
        if kind == 0:
            edge["source"], edge["target"] = edge["target"], edge["source"]
        elif kind == 1:
            edge["type"] = dice.choice(EDGE_TYPES)
        elif kind == 2:
            edge["target"] = dice.choice(ids)
        elif kind == 3:
            edge["source"] = edge["target"]
        elif kind == 4:
            edge["target"] = "nobody?"
    edges += copy.deepcopy(dice.sample(edges, min(3, len(edges))))


def rename(graph, dice):
    """Other ids: order among equal pairs follows them."""
    names = {n["id"]: dice.choice(["", "é", "字", "\U0001f600", "Z"]) + str(dice.random())
             for n in items(graph, "entities")}
    for node in items(graph, "entities"):
        node["id"] = names[node["id"]]
    for edge in items(graph, "relations"):
        for end in ("source", "target"):
            edge[end] = names.get(edge[end], edge[end])


def damaged(graph, dice):
    graph = copy.deepcopy(graph)
    nodes, edges = items(graph, "entities"), items(graph, "relations")
    nodes[:] = [n for n in nodes if dice.random() > 0.1]
    for node in nodes:
        damage_node(node, nodes, dice)
    nodes += [dict(copy.deepcopy(n), id=n["id"] + "-2") for n in dice.sample(nodes, 3)]
    nodes.append(dict(copy.deepcopy(nodes[0]), type="fund"))  # an id again: the last counts
    damage_edges(edges, [n["id"] for n in nodes], dice)
    if dice.random() < 0.5:
        rename(graph, dice)
    dice.shuffle(nodes)
    dice.shuffle(edges)
    return graph


def gold_shape(graph):
    """The same graph as annotators write it."""
    return {"document": graph["documents"][0], "entities": graph["nodes"],
            "relations": [{k: e[k] for k in ("source", "type", "target")} for e in graph["edges"]]}


# --- comparing ----------------------------------------------------------------------------------

def write(folder, name, graph):
    path = Path(folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(graph, ensure_ascii=False), encoding="utf-8")
    return str(path)


def evaluate(gold, *drafts):
    done = subprocess.run([PROGRAM, "evaluate", "--gold", gold, *drafts, "--errors", "-f", "json"],
                          capture_output=True, cwd=shipped.ROOT)
    if done.returncode:
        raise SystemExit(f"not ok - evaluate: {done.stderr.decode()}")
    return json.loads(done.stdout)["rows"]


def tally(row):
    return row["hit"], row["predicted"], row["gold"]


def f1(hit, predicted, gold):
    p, r = (hit / predicted if predicted else 0.0), (hit / gold if gold else 0.0)
    return p, r, (2 * p * r / (p + r) if hit else 0.0)


def differing(rows, expected):
    """Messages where the rows are not what the slow scorer says."""
    tallies, by_type, wrong = expected
    for name, want in tallies.items():
        row = next(r for r in rows if r["section"] == "score" and r["id"] == name)
        if tally(row) != want:
            yield f"{name}: {tally(row)}, expected {want}"
        if any(abs(a - b) > 1e-12 for a, b in
               zip((row["precision"], row["recall"], row["f1"]), f1(*want))):
            yield f"{name}: {row}, expected {f1(*want)}"
    found = {r["id"]: tally(r) for r in rows if r["section"] == "relation_type"}
    if found != by_type:
        yield f"by type: {found}, expected {by_type}"
    listed = [r for r in rows if r["section"] == "mistake"]
    mine = {(r["kind"], r.get("source"), r.get("target")) +
            ((r["type"],) if r["kind"].endswith("relation") else ()) for r in listed}
    if mine != wrong or len(listed) != len(wrong):
        yield f"differences: {sorted(map(str, mine ^ wrong))[:4]}"


def random_rounds(originals, shape):
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        for i in range(ROUNDS):
            for name, graph in originals.items():
                gold, draft = shape(graph), damaged(shape(graph), dice)
                if i % 2:
                    gold = damaged(gold, dice)
                paths = write(folder, "gold.json", gold), write(folder, "draft.json", draft)
                for message in differing(evaluate(*paths), slow_score(gold, draft)):
                    yield f"{name}, round {i}: {message}"


def folders(originals):
    """Many documents: the sums of the single scores, and what has no partner is told."""
    dice = random.Random(11)
    with tempfile.TemporaryDirectory() as folder:
        sums = {}
        for i, (name, graph) in enumerate(originals.items()):
            draft = damaged(graph, dice)
            write(folder, f"gold/{name}.json", gold_shape(graph))
            if i > 0:
                write(folder, f"drafts/{name}.json", draft)
                for key, values in slow_score(graph, draft)[0].items():
                    sums[key] = [a + b for a, b in zip(sums.get(key, (0, 0, 0)), values)]
        rows = evaluate(f"{folder}/gold", f"{folder}/drafts")
        for key, values in sums.items():
            row = next(r for r in rows if r["section"] == "score" and r["id"] == key)
            if list(tally(row)) != values:
                yield f"{key}: {tally(row)}, expected {values}"
        told = subprocess.run([PROGRAM, "evaluate", "--gold", f"{folder}/gold", f"{folder}/drafts"],
                              capture_output=True, text=True).stdout
        if next(iter(originals)) not in told:
            yield "the gold document without draft is not told"


def one_file_of_all(originals):
    """The export of all graphs in one file scores as the files do: it is split by document."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([PROGRAM, "export", "-o", f"{folder}/all.json"], cwd=shipped.ROOT, check=True)
        for row in evaluate("graphs", f"{folder}/all.json"):
            if row["section"] == "score" and not row["hit"] == row["predicted"] == row["gold"]:
                yield str(row)


def against_scorer(path, golds):
    """The gold's own scorer, on the gold and damaged copies of it."""
    spec = importlib.util.spec_from_file_location("score", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    dice = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        for i in range(ROUNDS):
            for name, gold in golds.items():
                draft = damaged(gold, dice)
                paths = write(folder, "gold.json", gold), write(folder, "draft.json", draft)
                totals = {}
                scorer.score(*paths, totals, False)
                rows = {r["id"]: tally(r) for r in evaluate(*paths) if r["section"] == "score"}
                for key, want in totals.items():
                    if rows[key] != tuple(want):
                        yield f"{name}, round {i}: {key}: {rows[key]}, expected {want}"


def main():
    tap = shipped.Tap()
    originals = shipped.files()
    tap.check("as the slow scorer, our shape", random_rounds(originals, copy.deepcopy))
    tap.check("as the slow scorer, the gold's shape", random_rounds(originals, gold_shape))
    tap.check("folders: scores are added up, what has no partner is told", folders(originals))
    tap.check("a file of several documents is split", one_file_of_all(originals))
    gold = shipped.source_folder("GRAPHTOOL_GOLD", "gold")
    name = "as the gold's own scorer"
    if gold and annotation.scorer(gold).is_file():
        golds = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(gold.glob("*.json"))}
        tap.check(name, against_scorer(annotation.scorer(gold), golds))
    else:
        tap.skip(name, "the annotation is not at hand")
    tap.finish()


if __name__ == "__main__":
    main()
