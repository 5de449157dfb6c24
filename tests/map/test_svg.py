"""Maps of the shipped data, read with a real XML parser: nothing overlaps, nothing is cut off, every
box, line and legend entry is there, tooltips tell, and DOT draws the same picture again. TAP."""

import concurrent.futures
import math
import os
import re
import subprocess
import sys

from picture import SVG, Picture, bounds

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("GRAPHTOOL", os.path.join(ROOT, "build", "graphtool"))
MAPS = {
    "changning": ["--district", "changning", "--lang", "zh"],
    "putuo": ["--district", "putuo", "--lang", "zh"],
    "comparison": ["--compare", "changning,putuo", "--lang", "zh"],
    "comparison in English": ["--compare", "changning,putuo", "--lang", "en"],
    "neighbourhood": ["--around", "东华大学", "--hops", "1", "--lang", "zh"],
    "three rings": ["--around", "东华大学", "--hops", "3", "--lang", "zh"],
    "side by side": ["--compare", "changning,putuo", "--side-by-side", "--lang", "zh"],
    "communities": ["--group-by", "community", "--lang", "zh"],
    "types": ["--group-by", "type", "--district", "putuo", "--lang", "en"],
    "flow of capital": ["--layout", "layered", "--lang", "zh"],
    "new and gone": ["--diff", "2021,2025", "--lang", "en"],
    "overview": ["--layout", "overview", "--labels", "30", "--lang", "zh"],
}
results = []


def check(name, problem):
    """One TAP line; a problem is a text, or empty."""
    results.append(not problem)
    print(("not ok" if problem else "ok"), len(results), "-", name)
    if problem:
        print("#", str(problem)[:2000])


def run(*options):
    done = subprocess.run([PROGRAM, "map", *options, "graphs"], cwd=ROOT, capture_output=True)
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    return done.stdout


def rows(table):
    """The rows of a .def file: NAME(arguments) -> list of lists of texts."""
    with open(os.path.join(ROOT, "src", table), encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    found = re.findall(r"^[A-Z_]+\(((?:[^()\"]|\"[^\"]*\")*)\)", text, flags=re.M)
    return [[cell.strip().strip('"') for cell in re.findall(r'"[^"]*"|[^,]+', row)] for row in found]


TYPES = {row[0]: (row[1], row[2]) for row in rows("graph/node_type.def")}
FAMILIES = {row[0]: (row[1], row[2]) for row in rows("graph/edge_family.def")}


def title_of(group):
    return group.find(SVG + "title").text


def overlaps(picture):
    """Pairs of boxes that share more than their border."""
    rects = [(group, bounds(group)) for group in picture.boxes]
    return [
        (title_of(a), title_of(b))
        for i, (a, r) in enumerate(rects) for b, s in rects[:i]
        if min(r[2], s[2]) - max(r[0], s[0]) > 0.02 and min(r[3], s[3]) - max(r[1], s[1]) > 0.02
    ]


def texts_outside(picture):
    """Texts that leave their box, or the page where they have none."""
    outside = []
    for text in picture.texts:
        box = picture.box_of(text)
        room = picture.page() if box is None else bounds(box)
        left, top, right, bottom = text.extent()
        if left < room[0] or right > room[2] or top < room[1] or bottom > room[3]:
            outside.append((text.text, room, text.extent()))
    return outside


def boxes_over_texts(picture):
    """Headings, amounts, names of rings: pairs of such a text and a box that meet."""
    rects = [(group.get("id"), bounds(group)) for group in picture.boxes]
    return [
        (text.text, box) for text in picture.texts if picture.box_of(text) is None
        for box, s in rects
        for r in [text.extent()]
        if min(r[2], s[2]) - max(r[0], s[0]) > 0.02 and min(r[3], s[3]) - max(r[1], s[1]) > 0.02
    ]


def lines_behind(picture, clearance=1.5):
    """Lines that run behind a box that they do not tie, or behind a heading: every point of every
    piece is looked at. Rectangles are sorted into cells, so that a point looks at those near it."""
    side, cells = 60, {}
    texts = [(None, text.extent()) for text in picture.texts if text.owner.get("class") == "heading"]
    for name, rect in [(box.get("id"), bounds(box)) for box in picture.boxes] + texts:
        for x in range(int((rect[0] - 9) // side), int((rect[2] + 9) // side) + 1):
            for y in range(int((rect[1] - 9) // side), int((rect[3] + 9) // side) + 1):
                cells.setdefault((x, y), []).append((name, rect))
    behind = []
    for line in picture.lines:
        own = {"n-" + line.get("data-from"), "n-" + line.get("data-to")}
        met = {name for x, y in picture.way_of(line)
               for name, rect in cells.get((int(x // side), int(y // side)), ())
               if name not in own and rect[0] - clearance < x < rect[2] + clearance
               and rect[1] - clearance < y < rect[3] + clearance}
        if met:
            behind.append((title_of(line)[:40], sorted(map(str, met))))
    return behind


def common_places(picture):
    """Side by side: how far the second picture stands from the first, by shared node, to two points."""
    rects = {group.get("id"): bounds(group) for group in picture.boxes}
    return {
        (round((rects[second][0] - rect[0]) / 2), round((rects[second][1] - rect[1]) / 2))
        for name, rect in rects.items()
        for second in [name + "-putuo"] if second in rects
    }


def missing_in_legend(picture, lang, families=True):
    said = {text.text for text in picture.texts if text.owner.get("class") == "legend"}
    types = {group.get("class").split()[1] for group in picture.boxes}
    families = {group.get("class").split()[1] for group in picture.lines if families}
    wanted = {TYPES[name][lang] for name in types} | {FAMILIES[name][lang] for name in families}
    absent = {both[lang] for name, both in TYPES.items() if name not in types}
    return sorted(wanted - said) + [name for name in absent if name in said]


def badly_told(picture):
    """Boxes and lines without a tooltip that names type and evidence."""
    wrong = []
    for group in picture.boxes:
        title = group.find(SVG + "title").text
        kind = group.get("class").split()[1]
        if not any(name in title for name in TYPES[kind]) or not group.get("id"):
            wrong.append(title)
    for group in picture.lines:
        title = group.find(SVG + "title").text
        if not re.search(r"\[\d+–\d+\]", title):
            wrong.append(title)
    return wrong


def sharp_turns(picture, most=75):
    """Lines that turn by more than that within some points: corners, to the eye."""
    sharp = []
    for line in picture.lines:
        way = picture.way_of(line)
        for a, b, c in zip(way, way[3:], way[6:]):  # three strides before, three behind
            u, v = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
            turn = math.atan2(u[0] * v[1] - u[1] * v[0], u[0] * v[0] + u[1] * v[1])
            if abs(math.degrees(turn)) > most:
                sharp.append((title_of(line)[:40], b, round(math.degrees(turn))))
    return sharp


def main():
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        drawn = {name: (pool.submit(run, *options), pool.submit(run, *options))
                 for name, options in MAPS.items()}
        look_at_all(drawn)
    print(f"1..{len(results)}")
    sys.exit(0 if all(results) else 1)


def look_at_all(drawn):
    for name, options in MAPS.items():
        source, again = (future.result() for future in drawn[name])
        picture = Picture(source)
        lang = 0 if "en" in options else 1
        check(f"{name}: no two boxes overlap", overlaps(picture))
        check(f"{name}: every text is inside its box or page", texts_outside(picture))
        check(f"{name}: the legend lists what is there",
              missing_in_legend(picture, lang, families="--diff" not in options))
        check(f"{name}: no box on a text that is not its own", boxes_over_texts(picture))
        if name != "overview":  # its dots stand closer together than lines keep off boxes
            check(f"{name}: no line behind a box or heading", lines_behind(picture))
            check(f"{name}: no line has a corner", sharp_turns(picture))
        check(f"{name}: tooltips tell type and evidence", badly_told(picture))
        check(f"{name}: has boxes and lines", 
              "" if picture.boxes and picture.lines else "none")
        check(f"{name}: the same bytes again", source != again)
    picture = Picture(drawn["comparison"][0].result())
    zones = {group.get("class").split()[-1]: bounds(group) for group in picture.of_class("zone")}
    order = sorted(zones, key=lambda zone: zones[zone][0])
    check("comparison: three zones, shared between", order != ["changning", "shared", "putuo"]
          and order)
    shared = [bounds(group) for group in picture.of_class("shared") if group in picture.boxes]
    inside = [rect for rect in shared
              if zones["shared"][0] < rect[0] and rect[2] < zones["shared"][2]]
    check("comparison: shared nodes stand in their zone", not shared or len(inside) != len(shared))
    places = common_places(Picture(drawn["side by side"][0].result()))
    check("side by side: shared nodes stand at the same place of both pictures",
          len(places) != 1 and places)
    amounts = [text.text for text in Picture(drawn["flow of capital"][0].result()).texts
               if text.text.endswith(("万元", "亿元"))]
    check("flow of capital: amounts stand on the lines", len(amounts) < 3 and amounts)
    dot = run(*MAPS["comparison"], "-T", "dot").decode()
    check("dot: no HTML-like label, no foreign link",
          re.findall(r"(?:label|tooltip)=<|URL=|href=|image=", dot))


if __name__ == "__main__":
    main()
