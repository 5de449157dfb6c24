"""Maps of random graphs of 10 to 640 nodes (2,000 with GT_SLOW), read as SVG: no two boxes overlap,
no text leaves its box or the page. TAP."""

import os
import subprocess
import sys
import tempfile

from picture import Picture
from random_graph import graph
from test_svg import PROGRAM, ROOT, boxes_over_texts, overlaps, texts_outside

SIZES = [10, 40, 160, 640] + ([2000] if os.environ.get("GT_SLOW") else [])
WAYS = {"force": [], "layered": ["--layout", "layered"], "patches": ["--group-by", "type"],
        "comparison": ["--compare", "changning,putuo"],
        "rings": ["--around", "node-0", "--hops", "9"]}
results = []


def check(name, problem):
    results.append(not problem)
    print(("not ok" if problem else "ok"), len(results), "-", name)
    if problem:
        print("#", str(problem)[:2000])


def main():
    for size in SIZES:
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            file.write(graph(size, seed=size))
            file.flush()
            for way, options in WAYS.items():
                if size > 160 and way not in ("force", "layered"):
                    continue
                done = subprocess.run([PROGRAM, "map", *options, "--lang", "zh", file.name],
                                      cwd=ROOT, capture_output=True)
                name = f"{size} nodes, {way}"
                if done.returncode:
                    check(name, done.stderr.decode())
                    continue
                picture = Picture(done.stdout)
                check(f"{name}: no two boxes overlap", overlaps(picture))
                check(f"{name}: no text is cut", texts_outside(picture))
                check(f"{name}: no box on other texts", boxes_over_texts(picture))
                check(f"{name}: every node is there", len(picture.boxes) != size)
    print(f"1..{len(results)}")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
