#!/usr/bin/env python3
"""Exports are read by the tools that they are for, and hold what the shipped files say."""
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx
from jsonschema import Draft202012Validator

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "graphs"))
import shipped  # noqa: E402

PROGRAM = os.environ.get("GRAPHTOOL", str(shipped.ROOT / "build" / "graphtool"))


def export(form, *options):
    """What `graphtool export` prints in a format, parsed."""
    done = subprocess.run([PROGRAM, "export", "--to", form, *options], cwd=shipped.ROOT,
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def differing(expected, found, what):
    """One message when two things are not equal."""
    return [] if expected == found else [f"{what}: {found!r}, expected {expected!r}"]


def check_json(tap, graphs):
    whole = export("json")
    validator = Draft202012Validator(shipped.schema())
    tap.check("json: the export is valid against the schema",
              [e.message[:120] for e in validator.iter_errors(whole)])
    for name, graph in graphs.items():
        out = export("json", f"graphs/{name}.json")
        tap.check(f"json: {name} says what the file says",
                  [m for part in ("documents", "nodes", "edges")
                   for m in differing(graph[part], out[part], part)])
    statements = sum(len(e["statements"]) for g in graphs.values() for e in g["edges"])
    found = sum(len(e["statements"]) for e in whole["edges"])
    tap.check("json: no statement is lost in merging", differing(statements, found, "statements"))
    tap.check("json: the stamp has no folder and names the inputs",
              differing(sorted(f"{name}.json" for name in graphs),
                        [i["file"] for i in whole["stamp"]["inputs"]], "inputs"))


def read_node_link(data):
    """networkx 3.4 calls the list of edges by another name unless told."""
    try:
        return networkx.node_link_graph(data, edges="links")
    except TypeError:
        return networkx.node_link_graph(data)


def check_node_link(tap, graphs):
    graph = read_node_link(export("node-link", "--measure", "degree"))
    ties = {shipped.triple(e) for _, e in shipped.each(graphs, "edges")}
    found = {shipped.triple({"source": s, "type": key, "target": t})
             for s, t, key in graph.edges(keys=True)}
    tap.check("node-link: networkx reads a directed graph of many edges",
              differing((True, True), (graph.is_directed(), graph.is_multigraph()), "kind"))
    tap.check("node-link: networkx has every node",
              differing(set(shipped.merged(graphs)), set(graph.nodes), "nodes"))
    tap.check("node-link: networkx has every tie", differing(ties, found, "ties"))
    tap.check("node-link: nodes have their properties and measures",
              [n for n, data in graph.nodes(data=True)
               if not {"type", "name", "documents", "degree"} <= set(data)])
    tap.check("node-link: edges have their evidence",
              [(s, t) for s, t, data in graph.edges(data=True)
               if not all("evidence" in one for one in data["statements"])])
    tap.check("node-link: the graph is stamped and has its documents",
              differing(len(graphs), len(graph.graph["documents"]), "documents"))


def check_cytoscape(tap, graphs):
    elements = export("cytoscape", "--lang", "zh")["elements"]
    nodes = {n["data"]["id"]: n for n in elements["nodes"]}
    ids = [e["data"]["id"] for e in elements["edges"]]
    tap.check("cytoscape: every node is there, with a label and a place",
              differing(set(shipped.merged(graphs)), set(nodes), "nodes")
              + [i for i, n in nodes.items() if not n["data"]["label"] or "position" not in n])
    tap.check("cytoscape: labels are the ones shown on maps",
              [i for i, same in shipped.merged(graphs).items()
               if nodes[i]["data"]["label"] != shipped.shown(same)])
    tap.check("cytoscape: identifiers of elements are unique",
              differing(len(set(ids) | set(nodes)), len(ids) + len(nodes), "identifiers"))
    tap.check("cytoscape: edges lead from node to node",
              [e["data"]["id"] for e in elements["edges"]
               if e["data"]["source"] not in nodes or e["data"]["target"] not in nodes])


def main():
    tap = shipped.Tap()
    graphs = shipped.files()
    check_json(tap, graphs)
    check_node_link(tap, graphs)
    check_cytoscape(tap, graphs)
    tap.finish()


if __name__ == "__main__":
    main()
