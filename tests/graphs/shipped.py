"""What the tests of the data share: the shipped files, their merged view, and TAP output."""
import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GRAPHS = ROOT / "graphs"


def schema():
    return json.loads((GRAPHS / "schema.json").read_text(encoding="utf-8"))


def files():
    """The shipped graphs by document id, in the order of their names."""
    paths = sorted(p for p in GRAPHS.glob("*.json") if p.name != "schema.json")
    return {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in paths}


def merged(graphs):
    """The nodes of each id, over all graphs."""
    nodes = {}
    for graph in graphs.values():
        for node in graph["nodes"]:
            nodes.setdefault(node["id"], []).append(node)
    return nodes


def shown(nodes):
    """What a map writes beside a merged node: its label, or the longest of its names."""
    labels = [n["label"] for n in nodes if "label" in n]
    return labels[0] if labels else max((n["name"] for n in nodes), key=len)


def each(graphs, kind):
    """Every document, node or edge, with the name of its file."""
    return ((name, item) for name, graph in graphs.items() for item in graph[kind])


def triple(edge):
    """What makes an edge one: the order of the ends carries nothing in cooperates_with."""
    ends = [edge["source"], edge["target"]]
    if edge["type"] == "cooperates_with":
        ends.sort()
    return ends[0], edge["type"], ends[1]


def strings(value, key=""):
    """Every string in a value, with the key that it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key)
    elif isinstance(value, dict):
        for k, item in value.items():
            yield from strings(item, k)


def source_folder(variable, name):
    """The folder of texts that are not shipped, or None. One named by the variable has to exist."""
    if variable in os.environ:
        folder = Path(os.environ[variable])
        if not folder.is_dir():
            sys.exit(f"{variable}: no folder {folder}")
        return folder
    folder = ROOT.parent / "shared" / name
    return folder if folder.is_dir() else None


class Tap:
    """Prints the Test Anything Protocol; finish() ends the program."""

    def __init__(self):
        self.count = self.failed = 0

    def check(self, name, faults):
        """One test, which passes when there are no faults; the first few are printed."""
        self.count += 1
        faults = list(faults)
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults[:10]:
            print(f"#   {fault}")
        if len(faults) > 10:
            print(f"#   and {len(faults) - 10} more")

    def skip(self, name, reason):
        self.count += 1
        print(f"ok {self.count} - {name} # skip {reason}")

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
