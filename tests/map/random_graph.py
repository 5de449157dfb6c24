"""Random graphs in the project's format, the same ones for a seed: trees in which the tied get more
ties, and some ties to near numbers besides."""

import json
import random

ENDS = {  # ties that the ontology allows between any of these types
    "agency": "supports", "university": "supports", "company": "supports", "fund": "supports",
}


def graph(n, ties_by_node=1.6, seed=1):
    chance = random.Random(seed)
    types = list(ENDS)
    nodes = [{"id": f"node-{i}", "type": types[i % len(types)] if i else "agency",
              "name": chance.choice(["第{}号技术创新中心", "{}号基金", "上海{}号新材料科技有限公司", "第{}创新服务平台运营机构"])
              .format(i), "districts": ["putuo" if i % 3 else "changning"], "documents": ["d"]}
             for i in range(n)]
    ends, edges = [0, 0], {}
    for e in range(int(ties_by_node * n)):
        a = e + 1 if e + 1 < n else chance.randrange(n)
        b = chance.choice(ends) if e + 1 < n else (a + chance.randrange(1, 40)) % n
        if a == b:
            continue
        ends += [a, b]
        edges[a, b] = {"source": f"node-{a}", "type": "supports", "target": f"node-{b}",
                       "statements": [{"status": "ongoing", "evidence":
                                       {"document": "d", "start": e, "end": e + 5}}]}
    document = {"id": "d", "title": "答复", "issuer": "node-0", "date": "2025-01-02",
                "district": "putuo", "sha256": "0" * 64, "length": 10 * n + 100}
    return json.dumps({"documents": [document], "nodes": nodes, "edges": list(edges.values())},
                      ensure_ascii=False)
