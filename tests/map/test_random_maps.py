"""Maps of random graphs of 10 to 640 nodes (2,000 with GT_SLOW), read as SVG: no two boxes overlap,
no text leaves its box or the page, no line runs behind a box. Programs run side by side. TAP."""

import os
import subprocess
import tempfile

from picture import Picture
from program import PROGRAM, ROOT, check, finish, pool
from random_graph import graph
from test_svg import boxes_over_texts, lines_behind, overlaps, texts_outside

SIZES = [10, 40, 160, 640] + ([2000] if os.environ.get("GT_SLOW") else [])
WAYS = {"force": [], "layered": ["--layout", "layered"], "patches": ["--group-by", "type"],
        "comparison": ["--compare", "changning,putuo"],
        "rings": ["--around", "node-0", "--hops", "9"]}


def draw(folder, size, way):
    """The picture of a random graph, or what went wrong."""
    done = subprocess.run([PROGRAM, "map", *WAYS[way], "--lang", "zh",
                           os.path.join(folder, f"{size}.json")], cwd=ROOT, capture_output=True)
    return (Picture(done.stdout), "") if done.returncode == 0 else (None, done.stderr.decode())


def look_at(name, size, picture):
    check(f"{name}: no two boxes overlap", overlaps(picture))
    check(f"{name}: no text is cut", texts_outside(picture))
    check(f"{name}: no box on other texts", boxes_over_texts(picture))
    check(f"{name}: every node is there", len(picture.boxes) != size)
    behind = lines_behind(picture)
    most = len(picture.lines) // 500  # of thousands a few find no way
    check(f"{name}: no line behind a box or heading", len(behind) > most and behind)


def main():
    jobs = [(size, way) for size in reversed(SIZES) for way in WAYS
            if size <= 160 or way in ("force", "layered")]
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            with open(os.path.join(folder, f"{size}.json"), "w", encoding="utf-8") as file:
                file.write(graph(size, seed=size))
        drawn = [pool.submit(draw, folder, *job) for job in jobs]  # the longest first
        for (size, way), future in zip(jobs, drawn):
            picture, problem = future.result()
            check(f"{size} nodes, {way}: is drawn", problem)
            if picture:
                look_at(f"{size} nodes, {way}", size, picture)
    finish()


if __name__ == "__main__":
    main()
