"""An SVG map as tests read it: boxes, lines, texts with their extents, as attributes say."""

import math
import re
import xml.etree.ElementTree as tree

SVG = "{http://www.w3.org/2000/svg}"

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


def parts_of_path(path):
    """The extent of each part of a path of M or m, and relative h, v, l, c, q, z: left, top, right,
    bottom."""
    parts, x, y, start = [], 0.0, 0.0, (0.0, 0.0)
    for step, rest in re.findall(r"([MmhvlcqZz])([^MmhvlcqZz]*)", path):
        values = [float(v) for v in re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", rest)]
        if step in "Mm":
            x, y = start = values if step == "M" else (x + values[0], y + values[1])
            parts.append(([], []))
        elif step == "h":
            x += values[0]
        elif step == "v":
            y += values[0]
        elif step in "lcq":
            for k in range(0, len(values), 2):
                parts[-1][0].append(x + values[k]), parts[-1][1].append(y + values[k + 1])
            x, y = x + values[-2], y + values[-1]
        else:
            x, y = start
        parts[-1][0].append(x), parts[-1][1].append(y)
    return [(min(xs), min(ys), max(xs), max(ys)) for xs, ys in parts]


def bounds_of_path(path):
    """The extent of a path's first part."""
    return parts_of_path(path)[0]


def points_of_path(path, stride=3.0):
    """Points on a path of M, and relative h, v, l, c, z: no two neighbours are farther apart than a
    stride, whatever the piece."""
    points, x, y = [], 0.0, 0.0
    for step, rest in re.findall(r"([MhvlcZz])([^MhvlcZz]*)", path):
        values = [float(v) for v in re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", rest)]
        if step == "M":
            x, y = values
            points.append((x, y))
            continue
        if step in "hvl":
            pairs = {"h": lambda v: [(v[0], 0)], "v": lambda v: [(0, v[0])],
                     "l": lambda v: list(zip(v[::2], v[1::2]))}[step](values)
            curves = [((dx / 3, dy / 3), (dx * 2 / 3, dy * 2 / 3), (dx, dy)) for dx, dy in pairs]
        else:
            curves = [tuple(zip(values[k:k + 6:2], values[k + 1:k + 6:2]))
                      for k in range(0, len(values) - 5, 6)]
        for a, b, c in curves:
            length = math.hypot(*a) + math.dist(a, b) + math.dist(b, c)
            n = max(1, math.ceil(length / stride))
            for i in range(1, n + 1):
                t, u = i / n, 1 - i / n
                points.append(tuple(p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s
                                    for p, q, r, s in zip((x, y), a, b, c)))
            x, y = x + c[0], y + c[1]
    return points


def bounds(group):
    """The extent of a box's frame, or of a zone's rectangle, the first shape in its group: left, top,
    right, bottom."""
    for shape in group:
        if shape.tag == SVG + "rect":
            x, y, width, height = (float(shape.get(k)) for k in ("x", "y", "width", "height"))
            return x, y, x + width, y + height
        if shape.tag == SVG + "circle":
            x, y, r = (float(shape.get(k)) for k in ("cx", "cy", "r"))
            return x - r, y - r, x + r, y + r
        if shape.tag == SVG + "path":
            return bounds_of_path(shape.get("d"))
    raise ValueError("no frame")


class Text:
    """One line of text: where it stands, how large, in which colour, who it belongs to."""

    def __init__(self, element, inherited, owner):
        self.text = element.text or ""
        self.size = float(element.get("font-size") or inherited["font-size"])
        self.fill = element.get("fill") or inherited["fill"]
        self.anchor = inherited["text-anchor"]
        self.x, self.y = float(element.get("x")), float(element.get("y"))
        self.owner = owner  # the nearest element with a class
        self.length = float(element.get("textLength") or width_of(self.text, self.size))
        self.natural = width_of(self.text, self.size)

    def extent(self):
        part = {"start": 0, "middle": 0.5, "end": 1}[self.anchor]
        left = self.x - max(self.length, self.natural) * part
        return (left, self.y - 0.88 * self.size, left + max(self.length, self.natural),
                self.y + 0.12 * self.size)


class Picture:
    def __init__(self, source):
        self.root = tree.fromstring(source)
        self.texts, self.groups = [], []
        self.walk(self.root, {"font-size": None, "fill": "#000000", "text-anchor": "start"}, None)
        self.boxes = self.of_class("node")
        self.lines = self.of_class("edge")

    def walk(self, element, inherited, owner):
        inherited = {key: element.get(key) or value for key, value in inherited.items()}
        if element.get("class") and element.tag != SVG + "text":
            owner = element
            if element.tag in (SVG + "g", SVG + "a"):
                self.groups.append(element)
        for child in element:
            if child.tag == SVG + "text":
                self.texts.append(Text(child, inherited, owner))
            else:
                self.walk(child, inherited, owner)

    def way_of(self, line):
        """Points along a line, its arrowheads not counted."""
        return points_of_path(next(path.get("d") for path in line  # not the wide unseen one
                                   if path.tag == SVG + "path" and not path.get("opacity")))

    def of_class(self, name):
        return [group for group in self.groups if name in group.get("class").split()]

    def page(self):
        left, top, width, height = (float(v) for v in self.root.get("viewBox").split())
        return left, top, left + width, top + height

    def box_of(self, text):
        """The node that a text stands in, or None."""
        if text.owner is None or text.owner.get("class").split()[0] == "second":
            return next((box for box in self.boxes if any(e is text.owner for e in box.iter())),
                        None)
        return text.owner if "node" in text.owner.get("class").split() else None


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
