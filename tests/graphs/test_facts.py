#!/usr/bin/env python3
"""What the schema cannot say of the shipped graphs: within a file, across files, against the texts.

How it works: a check takes all graphs and yields faults. Beside it stands a fault to plant, and the
check has to find that fault too. The texts of the replies and the hand annotation are not shipped;
they are looked for in ../shared/replies and ../shared/gold beside the checkout, or where
GRAPHTOOL_REPLIES and GRAPHTOOL_GOLD say, and their tests are skipped where there are none.
"""
import copy
import json
import re
import sys

sys.dont_write_bytecode = True
import annotation  # noqa: E402
import shipped  # noqa: E402
from shipped import each, triple  # noqa: E402

AMBIGUOUS = {"区科委", "区商务委"}     # two districts' replies use them; who asks has to name a district
LONGEST_LABEL, LONGEST_SPAN, LONGEST_STRING = 12, 120, 80
ASCII_KEYS = {"id", "type", "issuer", "district", "file", "source", "target", "document", "status"}
PRIVATE = re.compile(r"\S@\S|\d{7}")  # an e-mail address, a telephone number


def strings(graphs):
    return shipped.strings(list(graphs.values()))


def statements(graphs):
    return ((name, edge, s) for name, edge in each(graphs, "edges") for s in edge["statements"])


def layout(graphs):
    for name, graph in graphs.items():
        text = (shipped.GRAPHS / f"{name}.json").read_text(encoding="utf-8")
        if text != json.dumps(graph, ensure_ascii=False, indent=1) + "\n":
            yield f"{name}: laid out otherwise"


def twice(items):
    seen = set()
    return [item for item in items if item in seen or seen.add(item)]


def keys_out_of_order(graphs):
    schema = shipped.schema()
    parts = (schema, *schema["$defs"].values())
    orders = [list(part["properties"]) for part in parts if "properties" in part]

    def walk(value):
        if isinstance(value, list):
            for item in value:
                yield from walk(item)
        elif isinstance(value, dict):
            keys = list(value)
            known = [o for o in orders if set(keys) <= set(o)]
            if known and all(keys != [k for k in o if k in value] for o in known):
                yield keys
            for item in value.values():
                yield from walk(item)
    return walk(list(graphs.values()))


def documents(graphs):
    for name, graph in graphs.items():
        issuers = {n["id"]: n for n in graph["nodes"] if n["type"] == "agency"}
        ids = [d["id"] for d in graph["documents"]]
        if ids != [name]:
            yield f"{name}: documents {ids}"
        for doc in graph["documents"]:
            if doc["district"] not in issuers.get(doc["issuer"], {}).get("districts", []):
                yield f"{name}: issuer {doc['issuer']} is no agency of {doc['district']} here"


def repeated(graphs):
    for name, graph in graphs.items():
        yield from ((name, i) for i in twice(n["id"] for n in graph["nodes"]))
        yield from ((name, t) for t in twice(triple(e) for e in graph["edges"]))


def dangling(graphs):
    for name, graph in graphs.items():
        ids = {n["id"] for n in graph["nodes"]}
        for edge in graph["edges"]:
            if not {edge["source"], edge["target"]} <= ids or edge["source"] == edge["target"]:
                yield name, triple(edge)


def spans(graphs):
    for name, edge, statement in statements(graphs):
        e, doc = statement["evidence"], graphs[name]["documents"][0]
        inside = 0 <= e["start"] < e["end"] <= doc["length"]
        if e["document"] != doc["id"] or not inside or e["end"] - e["start"] > LONGEST_SPAN:
            yield name, triple(edge), e


def disagreement(graphs):
    for node_id, nodes in shipped.merged(graphs).items():
        for key in ("type", "label", "name_en"):
            values = {json.dumps(n.get(key), ensure_ascii=False) for n in nodes}
            if len(values) > 1:
                yield node_id, key, sorted(values)


def labels(graphs):
    names = {i: shipped.shown(nodes) for i, nodes in shipped.merged(graphs).items()}
    yield from ((i, s, "too long") for i, s in names.items() if len(s) > LONGEST_LABEL)
    yield from ((s, "shown twice") for s in twice(names.values()))


def ambiguous(graphs):
    owners = {}
    for _, node in each(graphs, "nodes"):
        for form in {node["name"], node.get("label", node["name"]), *node.get("aliases", [])}:
            owners.setdefault(form, set()).add(node["id"])
    return [(f, sorted(ids)) for f, ids in owners.items() if len(ids) > 1 and f not in AMBIGUOUS]


def sentences(graphs):
    return [s for _, s in strings(graphs) if len(s) > LONGEST_STRING or "。" in s]


def private(graphs):
    return [s for key, s in strings(graphs) if key != "sha256" and PRIVATE.search(s)]


def foreign_ids(graphs):
    return [s for key, s in strings(graphs) if key in ASCII_KEYS and not s.isascii()]


def change(kind, **values):
    return lambda graph: graph[kind][0].update(values)


# name, check, fault to plant in the second of the graphs
CHECKS = [
    ("keys stand in the schema's order", keys_out_of_order,
     lambda g: g["nodes"].append({"type": "fund", "id": "a"})),
    ("a file has its document, and the issuer as a node", documents,
     change("documents", issuer="nobody")),
    ("no node and no edge is repeated in a file", repeated,
     lambda g: g["edges"].append(g["edges"][0])),
    ("both ends of an edge are nodes", dangling, change("edges", target="nobody")),
    ("spans lie in their document and are short", spans,
     lambda g: g["edges"][0]["statements"][0]["evidence"].update(start=0, end=LONGEST_SPAN + 1)),
    ("files agree on type, label and English name", disagreement, change("nodes", type="fund")),
    ("labels are short and differ on the merged graph", labels,
     lambda g: g["nodes"].append({"id": "a", "type": "fund", "name": "普陀区科委"})),
    ("a name means one node", ambiguous, change("nodes", aliases=["同济大学"])),
    ("no sentence is shipped", sentences, change("nodes", name="字" * (LONGEST_STRING + 1))),
    ("no telephone number and no e-mail address", private, change("nodes", aliases=["62345678"])),
    ("identifiers are ASCII", foreign_ids, change("edges", source="东华大学")),
]


def check_texts(tap, graphs):
    """The tests that want the replies and the annotation at hand."""
    replies = shipped.source_folder("GRAPHTOOL_REPLIES", "replies")
    gold = shipped.source_folder("GRAPHTOOL_GOLD", "gold")
    scorer = gold and annotation.scorer(gold).is_file()
    tests = [
        ("the texts have the hash and length that the files state", annotation.hashes, replies),
        ("documents are as annotated", annotation.documents, gold),
        ("nodes are as annotated, but for the corrections", annotation.nodes, gold),
        ("edges are as annotated, and spans are the quotes", annotation.edges, replies and gold),
        ("the score against the annotation is 1", annotation.score, scorer),
    ]
    for name, check, at_hand in tests:
        if at_hand:
            tap.check(name, check(graphs, replies, gold))
        else:
            tap.skip(name, "the replies or their annotation are not at hand")


def main():
    tap = shipped.Tap()
    graphs = shipped.files()
    tap.check("there are several files", [] if len(graphs) > 1 else [list(graphs)])
    tap.check("files are indented by one blank, unescaped, and end in a line break", layout(graphs))
    for name, check, plant in CHECKS:
        tap.check(name, check(graphs))
        spoilt = copy.deepcopy(graphs)
        plant(spoilt[list(spoilt)[1]])
        tap.check(f"a planted fault is found: {name}", [] if list(check(spoilt)) else ["not found"])
    check_texts(tap, graphs)
    tap.finish()


if __name__ == "__main__":
    main()
