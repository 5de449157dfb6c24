#!/usr/bin/env python3
"""Is networkx.def what networkx says? With --write: writes it.

networkx.def holds four graphs and networkx's values of our measures on them; test_networkx.c
compares ours with these. This script computes them anew with the networkx at hand (TAP on standard
output). Settings: distance = 1 / weight, as a fraction, since networkx parts equally long paths by
rounding; Katz's alpha = 0.85 / spectral radius; iterations run to rounding. numpy is not needed: a
cube root, its only use here, has a stand-in.
"""
import math
import random
import re
import sys
import types
from fractions import Fraction
from pathlib import Path

try:
    import networkx as nx
    from networkx.algorithms.link_analysis.hits_alg import _hits_python
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python
except ImportError:
    print("1..0 # SKIP networkx is not installed")
    sys.exit(0)

TABLE = Path(__file__).with_name("networkx.def")
TIGHT = {"tol": 1e-14, "max_iter": 100000}

HEAD = """\
/* networkx.def: networkx's values on four graphs; written by test_networkx.py --write, which also
 * checks them.
 *
 * NETWORKX_GRAPH(name, vertices, edges' ends, other ends, weights)
 * NETWORKX_VALUES(graph, direction, weighted, raw, measure, values by vertex or sorted edge) */
/* clang-format off */
"""


def random_edges(seed, parts, directed, chance, ring):
    """Ties inside each part; vertices of no tie stay isolates."""
    draw, edges = random.Random(seed), {}
    for part in parts:
        for i, a in enumerate(part):
            for b in part:
                if a != b and (directed or a < b) and draw.random() < chance:
                    edges[a, b] = draw.choice((1, 1, 2, 3, 5))
            if ring:
                edges[a, part[(i + 1) % len(part)]] = draw.choice((1, 2, 4))
    return sorted((a, b, w) for (a, b), w in edges.items())


def make_graphs():
    """Graphs by name: (directed, vertices, edges)."""
    karate = nx.karate_club_graph()
    split = [range(0, 7), range(7, 12), range(12, 14)]
    return {
        "karate": (False, 34, sorted((a, b, w) for a, b, w in karate.edges.data("weight"))),
        "apart": (False, 15, random_edges(1, split, False, 0.5, False)),
        "round": (True, 12, random_edges(2, [range(12)], True, 0.3, True)),
        "flow": (True, 15, random_edges(3, split, True, 0.25, False)),
    }


def make_graph(directed, n, edges):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(n))
    for a, b, w in edges:
        graph.add_edge(a, b, weight=w, distance=Fraction(1, w))
    return graph


def spectral_radius(graph, weight):
    """Of the strongest class: power iteration with a shift, to rounding."""
    radius = 0.0
    classes = nx.strongly_connected_components(graph.to_directed())
    for members in classes:
        if len(members) == 1:
            continue
        x, last = dict.fromkeys(members, 1.0), 0.0
        for _ in range(100000):
            y = dict(x)
            for a, b, data in graph.subgraph(members).to_directed().edges(data=True):
                y[b] += x[a] * (data["weight"] if weight else 1)
            norm = math.hypot(*y.values())
            x = {v: value / norm for v, value in y.items()}
            if abs(norm - last) < 1e-15 * norm:
                break
            last = norm
        radius = max(radius, last - 1)
    return radius


class Roots(list):
    """What clustering makes of cube roots: adds them up, by function or (newer) by method."""

    def sum(self):
        return sum(self)


def clustering(graph, weight):
    """networkx.clustering, which wants numpy for a cube root only."""
    try:
        import numpy  # noqa: F401
        return nx.clustering(graph, weight=weight)
    except ImportError:
        sys.modules["numpy"] = types.SimpleNamespace(
            cbrt=lambda values: Roots(x ** (1 / 3) for x in values))
        try:
            return nx.clustering(graph, weight=weight)
        finally:
            del sys.modules["numpy"]


def hits_are_unique(graph):
    """Arcs that share an end, one after the other, are all arcs."""
    cover = nx.Graph()
    for a, b in graph.to_directed().edges:
        cover.add_edge(("hub", a), ("authority", b))
    return nx.is_connected(cover)


def add_path_measures(put, graph, turned, distance):
    n = len(graph)
    for raw in (True, False):
        put("betweenness", raw, nx.betweenness_centrality(
            graph, weight=distance, normalized=not raw))
        edges = nx.edge_betweenness_centrality(graph, weight=distance, normalized=not raw)
        put("edge_betweenness", raw, {(a, b): edges[a, b] for a, b in sorted(edges)})
    put("closeness", False, nx.closeness_centrality(turned, distance=distance))
    harmonic = nx.harmonic_centrality(turned, distance=distance)
    put("harmonic", True, harmonic)
    put("harmonic", False, {v: x / (n - 1) for v, x in harmonic.items()})
    if nx.is_strongly_connected(graph.to_directed()):
        lengths = dict(nx.all_pairs_dijkstra_path_length(graph, weight=distance))
        put("eccentricity", False, nx.eccentricity(graph, sp=lengths))


def add_walk_measures(put, graph, turned, weight):
    radius = spectral_radius(graph, weight)
    for raw in (True, False):
        put("katz", raw, nx.katz_centrality(
            turned, alpha=0.85 / radius, weight=weight, normalized=not raw, **TIGHT))
    if nx.is_strongly_connected(graph.to_directed()):
        put("eigenvector", False, nx.eigenvector_centrality(turned, weight=weight, **TIGHT))
    put("pagerank", False, _pagerank_python(graph, weight=weight, **TIGHT))
    if hits_are_unique(graph):
        plain = graph if weight else nx.create_empty_copy(graph)
        plain.add_edges_from(graph.edges)  # leaves the weights of those that are there
        hubs, authorities = _hits_python(plain, **TIGHT)
        put("hub", False, hubs)
        put("authority", False, authorities)


def add_tie_measures(put, graph, weight):
    undirected = graph.to_undirected()
    cut = set(nx.articulation_points(undirected))
    put("articulation_point", False, {v: float(v in cut) for v in graph})
    put("clustering_coefficient", False, clustering(graph, weight))
    if not graph.is_directed() and not weight:
        put("clustering_coefficient", True, nx.triangles(graph))
    # networkx leaves out vertices without outgoing ties; its sum is defined for them, too
    put("constraint", False, {
        v: sum(nx.local_constraint(graph, v, u, weight) for u in set(nx.all_neighbors(graph, v)))
        if set(nx.all_neighbors(graph, v)) else math.nan for v in graph})


def compute_values():
    """(graph, direction, weighted, raw, measure) -> values."""
    table = {}
    for name, (directed, n, edges) in make_graphs().items():
        graph = make_graph(directed, n, edges)
        for direction in ("STATED", "OUT") if directed else ("ALL",):
            turned = graph.reverse() if direction == "OUT" else graph
            degree = graph.out_degree if direction == "OUT" else graph.degree
            for weight, distance in ((None, None), ("weight", "distance")):
                def put(measure, raw, values):
                    key = (name, direction, bool(weight), raw, measure)
                    table[key] = [float(x) for x in values.values()]
                put("degree", True, dict(degree()))
                put("degree", False, {v: d / (n - 1) for v, d in degree()})
                put("strength", True, dict(degree(weight=weight)))
                if direction != "OUT":
                    put("coreness", False, nx.core_number(graph))
                add_path_measures(put, graph, turned, distance)
                add_walk_measures(put, graph, turned, weight)
                add_tie_measures(put, graph, weight)
    return table


def write_list(values, indent=4):
    text, line = [], " " * indent + "LIST("
    for i, value in enumerate(values):
        word = "NAN" if value != value else repr(value)
        word += ")" if i == len(values) - 1 else ","
        if len(line) + 1 + len(word) > 100:
            text.append(line.rstrip())
            line = " " * (indent + 5)
        line += word + " "
    return "\n".join(text + [line.rstrip()])


def write_table(table):
    out = [HEAD.rstrip()]
    for name, (_, n, edges) in make_graphs().items():
        lists = ",\n".join(write_list([edge[i] for edge in edges]) for i in range(3))
        out.append(f"NETWORKX_GRAPH({name}, {n},\n{lists})")
    for (name, direction, weighted, raw, measure), values in table.items():
        flags = f"{str(weighted).lower()}, {str(raw).lower()}"
        out.append(f"NETWORKX_VALUES({name}, {direction}, {flags}, {measure},\n"
                   f"{write_list(values)})")
    TABLE.write_text("\n".join(out) + "\n", encoding="utf-8")


def read_table():
    table = {}
    pattern = r"NETWORKX_VALUES\((\w+), (\w+), (\w+), (\w+), (\w+),\s*LIST\(([^)]*)\)\)"
    for row in re.finditer(pattern, TABLE.read_text(encoding="utf-8")):
        name, direction, weighted, raw, measure, values = row.groups()
        key = (name, direction, weighted == "true", raw == "true", measure)
        table[key] = [float(x) for x in values.split(",")]
    return table


def agree(a, b):
    return (a != a and b != b) or math.isclose(a, b, rel_tol=1e-7, abs_tol=1e-10)


def main():
    table = compute_values()
    if sys.argv[1:] == ["--write"]:
        write_table(table)
        return 0
    kept, failed = read_table(), 0
    measures = sorted({key[4] for key in table} | {key[4] for key in kept})
    print(f"1..{len(measures)}")
    for number, measure in enumerate(measures, 1):
        wanted = {key: v for key, v in table.items() if key[4] == measure}
        have = {key: v for key, v in kept.items() if key[4] == measure}
        good = wanted.keys() == have.keys() and all(
            len(wanted[key]) == len(have[key]) and all(map(agree, wanted[key], have[key]))
            for key in wanted)
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} - networkx {nx.__version__}: {measure}, "
              f"{len(have)} lists")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
