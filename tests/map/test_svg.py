"""Maps of the shipped data, read with a real XML parser: nothing overlaps, nothing is cut off, every
box, line and legend entry is there, tooltips tell, and DOT draws the same picture again. TAP."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("GRAPHTOOL", os.path.join(ROOT, "build", "graphtool"))
SVG = "{http://www.w3.org/2000/svg}"
MAPS = {
    "changning": ["--district", "changning", "--lang", "zh"],
    "putuo": ["--district", "putuo", "--lang", "zh"],
    "comparison": ["--compare", "changning,putuo", "--lang", "zh"],
    "comparison in English": ["--compare", "changning,putuo", "--lang", "en"],
    "neighbourhood": ["--around", "东华大学", "--hops", "1", "--lang", "zh"],
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


def numbers(text):
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def bounds(group):
    """The rectangle of a group's polygon: left, top, right, bottom."""
    points = numbers(group.find(SVG + "polygon").get("points"))
    return min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])


# Advance widths of U+0020 to U+007E in Noto Sans CJK SC, in thousandths of an em.
LATIN = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
]


def width_of(text, size):
    """As wide as Noto Sans CJK draws it: full-width signs are an em."""
    return sum(LATIN[ord(sign) - 32] if 32 <= ord(sign) < 127 else 1000 for sign in text) \
        * size / 1000


class Picture:
    def __init__(self, source):
        self.root = tree.fromstring(source)
        self.groups = [group for group in self.root.iter(SVG + "g") if group.get("class")]
        self.boxes = self.of_class("node")
        self.signs = self.of_class("sign")
        self.lines = self.of_class("edge")

    def of_class(self, name):
        return [group for group in self.groups if name in group.get("class").split()]

    def page(self):
        width, height = numbers(self.root.get("viewBox"))[2:]
        return 0, -height, width, 0


def overlaps(picture):
    """Pairs of boxes that share more than their border; a sign and its own label only meet."""
    rects = [(group, bounds(group)) for group in picture.boxes + picture.signs]
    return [
        (a.find(SVG + "title").text, b.find(SVG + "title").text)
        for i, (a, r) in enumerate(rects) for b, s in rects[:i]
        if min(r[2], s[2]) - max(r[0], s[0]) > 0.02 and min(r[3], s[3]) - max(r[1], s[1]) > 0.02
    ]


def texts_outside(picture):
    """Texts that leave their box, or the page where they have none."""
    outside = []
    for group in picture.groups:
        if group.get("class") == "graph":
            continue
        room = picture.page()
        if group.find(SVG + "polygon") is not None and group in picture.boxes + picture.signs:
            room = bounds(group)
        for text in group.findall(SVG + "text"):
            size, x, y = (float(text.get(key)) for key in ("font-size", "x", "y"))
            width = width_of(text.text or "", size)
            left = x if text.get("text-anchor") == "start" else x - width / 2
            if left < room[0] or left + width > room[2] or y - 0.9 * size < room[1] or \
                    y + 0.15 * size > room[3]:
                outside.append((text.text, room, left, left + width, y, size))
    return outside


def missing_in_legend(picture, lang):
    said = {text.text for group in picture.of_class("legend") for text in group.iter(SVG + "text")}
    types = {group.get("class").split()[1] for group in picture.boxes}
    families = {group.get("class").split()[1] for group in picture.lines}
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


def main():
    for name, options in MAPS.items():
        source = run(*options)
        picture = Picture(source)
        lang = 0 if "en" in options else 1
        check(f"{name}: no two boxes overlap", overlaps(picture))
        check(f"{name}: every text is inside its box or page", texts_outside(picture))
        check(f"{name}: the legend lists what is there", missing_in_legend(picture, lang))
        check(f"{name}: tooltips tell type and evidence", badly_told(picture))
        check(f"{name}: has boxes and lines", 
              "" if picture.boxes and picture.lines and len(picture.signs) == len(picture.boxes)
              else "none")
        check(f"{name}: the same bytes again", source != run(*options))
    picture = Picture(run(*MAPS["comparison"]))
    zones = {group.get("class").split()[-1]: bounds(group) for group in picture.of_class("zone")}
    order = sorted(zones, key=lambda zone: zones[zone][0])
    check("comparison: three zones, shared between", order != ["changning", "shared", "putuo"]
          and order)
    shared = [bounds(group) for group in picture.of_class("shared") if group in picture.boxes]
    inside = [rect for rect in shared
              if zones["shared"][0] < rect[0] and rect[2] < zones["shared"][2]]
    check("comparison: shared nodes stand in their zone", not shared or len(inside) != len(shared))
    dot = run(*MAPS["comparison"], "-T", "dot").decode()
    check("dot: no HTML-like label, no foreign link",
          re.findall(r"(?:label|tooltip)=<|URL=|href=|image=", dot))
    print(f"1..{len(results)}")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
