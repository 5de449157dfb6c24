"""Who cannot see colours can read the legend: every two entries of a kind differ by more than can be
overlooked in all three themes, for eyes without one kind of cone and in a grey copy, when form, sign,
bars, dashes, widths and ends of lines count too; and boxes have the bars that the legend shows. TAP."""

import itertools
import math
import re

from picture import SVG, Picture, bounds_of_path, parts_of_path
from program import check, finish, rows, run, start

# Linear light to linear light. Machado, Oliveira, Fernandes 2009, severity 1; grey: luminance.
EYES = {
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
    "grey": [[0.2126, 0.7152, 0.0722]] * 3,
}
CUE = 25      # what another form, sign, dash, end or bar counts, in the unit of colours (CIE L*a*b*)
LEAST = 20
MAPS = {(theme, name): [*options, "--theme", theme, "--lang", "zh"]
        for theme in ("light", "dark", "print")
        for name, options in {"whole": [], "change": ["--diff", "2021,2025", "-d", "putuo"]}.items()}
KINDS = {
    "types": [row[2] for row in rows("graph/node_type.def")],
    "families": [row[2] for row in rows("graph/edge_family.def")],
    "states": ["进行中", "计划", "已完成"],
    "districts": ["长宁", "普陀", "共有", "其他"],
    "changes": ["延续", "＋新增", "－不再提及"],
}


def lab(colour, eye):
    """CIE 1976 L*a*b*, D65, of a colour as an eye sees it."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    light = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, light)))) for row in eye)
    xyz = [(0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
           0.2126 * red + 0.7152 * green + 0.0722 * blue,
           (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def form_of(path, width, height):
    """A path's form, wherever it stands: its steps, and its extent in whole parts of a row."""
    left, top, right, bottom = bounds_of_path(path)
    return ("".join(re.findall("[a-zA-Z]", path)), round((right - left) / width, 1),
            round((bottom - top) / height, 1))


def shapes(picture):
    """What the legend draws: extent, main colour, form."""
    found = []
    for group in picture.of_class("legend"):
        for parent in group.iter(SVG + "g"):  # itself too
            for path in parent:
                if path.tag == SVG + "circle":
                    x, y, r = (float(path.get(k)) for k in ("cx", "cy", "r"))
                    found.append(((x - r, y - r, x + r, y + r), path.get("fill"), ("circle",
                                  bool(path.get("fill")))))
                elif path.tag == SVG + "path":
                    fill = path.get("fill")
                    stroke = path.get("stroke") or parent.get("stroke")
                    form = (*form_of(path.get("d"), 10, 5), bool(fill), path.get("stroke-dasharray"),
                            parent.get("stroke-width"))
                    found.append((bounds_of_path(path.get("d")), fill or stroke, form))
    return found


def entries(picture):
    """Legend entries by their words: main colour, and all that is not colour."""
    texts = [t for t in picture.texts if t.owner.get("class") == "legend"]
    found, drawn = {}, shapes(picture)
    for text in texts:
        left, top, right, bottom = text.extent()
        row = [t for t in texts if abs(t.y - text.y) < text.size * 0.4 and t.extent()[2] <= left]
        begin = max((t.extent()[2] for t in row if len(t.text) > 1 or t.text.isdigit()), default=0)
        signs = [t.text for t in row if len(t.text) == 1 and t.extent()[0] > begin]
        middle = (top + bottom) / 2
        here = [(box, colour, form) for box, colour, form in drawn
                if begin <= box[0] and box[2] <= left + 0.2
                and box[1] <= middle + text.size * 0.9 and box[3] >= middle - text.size * 0.9
                and abs((box[1] + box[3]) / 2 - middle) < text.size * 0.9]
        if here and len(text.text) > 1:
            bars = [round((box[1] + box[3]) / 2 - middle) for box, _, _ in here[1:]]
            found[text.text] = here[0][1], (signs, [form for _, _, form in here], bars)
    return found


def least_of_kind(found, words, eye):
    """The two entries that differ least: distance and their words."""
    present = {word: entry for word in words for text, entry in found.items()
               if text.startswith(word)}
    pairs = [(math.dist(lab(p[0], eye), lab(q[0], eye)) + (CUE if p[1] != q[1] else 0), a, b)
             for (a, p), (b, q) in itertools.combinations(present.items(), 2)]
    return min(pairs, default=None)


def check_legend(name, picture):
    found = entries(picture)
    kinds = ("types", "changes") if "change" in name else ("types", "families", "states", "districts")
    for kind in kinds:
        least = {eye: least_of_kind(found, KINDS[kind], matrix) for eye, matrix in EYES.items()}
        check(f"{' '.join(name)}: {kind} differ for all eyes: "
              f"{min((pair for pair in least.values() if pair), default=('none',))[0]:.0f}",
              [least] if None in least.values() or min(least.values())[0] < LEAST else "")


def bars_of(box):
    """Where a box has bars: at its foot, at its head."""
    sign, *bars = parts_of_path(box.findall(SVG + "path")[-1].get("d"))
    return frozenset("head" if bar[1] - sign[1] < 0.15 else "foot" for bar in bars)


def check_bars(theme, picture):
    seen = {}
    for box in picture.boxes:
        districts = frozenset({"changning", "putuo"} & set(box.get("class").split()))
        seen.setdefault(districts, set()).add(bars_of(box))
    check(f"{theme}: boxes of one district have the same bars", [
        (district, bars) for district, bars in seen.items() if len(bars) > 1])
    check(f"{theme}: those of others have others",
          len({bars for of in seen.values() for bars in of}) != len(seen) and seen)


def main():
    for options in MAPS.values():
        start(*options)
    for name, options in MAPS.items():
        picture = Picture(run(*options))
        check_legend(name, picture)
        if "whole" in name:
            check_bars(name[0], picture)
    finish()


if __name__ == "__main__":
    main()
