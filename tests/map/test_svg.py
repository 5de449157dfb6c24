"""Maps of the shipped data, read with a real XML parser: nothing overlaps, nothing is cut off, every
box, line and legend entry is there, tooltips tell, and DOT draws the same picture again. TAP."""

import re

from picture import SVG, Picture, bounds, boxes_over_texts, lines_behind, overlaps, sharp_turns, \
    texts_outside
from program import PROGRAM, ROOT, ask, check, finish, pool, rows, run, start  # noqa: re-exported

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
TYPES = {row[0]: (row[1], row[2]) for row in rows("graph/node_type.def")}
FAMILIES = {row[0]: (row[1], row[2]) for row in rows("graph/edge_family.def")}


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


def check_map(name, options, again):
    picture = Picture(run(*options))
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
    check(f"{name}: has boxes and lines", "" if picture.boxes and picture.lines else "none")
    check(f"{name}: the same bytes again", run(*options) != again.result().stdout)


def check_comparison():
    picture = Picture(run(*MAPS["comparison"]))
    zones = {group.get("class").split()[-1]: bounds(group) for group in picture.of_class("zone")}
    order = sorted(zones, key=lambda zone: zones[zone][0])
    check("comparison: three zones, shared between", order != ["changning", "shared", "putuo"]
          and order)
    shared = [bounds(group) for group in picture.of_class("shared") if group in picture.boxes]
    inside = [rect for rect in shared
              if zones["shared"][0] < rect[0] and rect[2] < zones["shared"][2]]
    check("comparison: shared nodes stand in their zone", not shared or len(inside) != len(shared))
    places = common_places(Picture(run(*MAPS["side by side"])))
    check("side by side: shared nodes stand at the same place of both pictures",
          len(places) != 1 and places)


SHEETS = {  # at least so many of 256 nodes, none of them in text below six points (test_look.py)
    "a4": (["--paper", "a4", "--lang", "zh"], 175),
    "a4 comparison": (["--paper", "a4", *MAPS["comparison"]], 135),
    "a3 comparison": (["--paper", "a3", *MAPS["comparison"]], 256),
}


def check_sheets():
    for name, (options, least) in SHEETS.items():
        picture = Picture(run(*options))
        check(f"{name}: holds {least} nodes", len(picture.boxes) < least and len(picture.boxes))
        check(f"{name}: no two boxes overlap", overlaps(picture))
        check(f"{name}: no line behind a box or heading", lines_behind(picture))


def main():
    for options in [*MAPS.values(), *(options for options, _ in SHEETS.values())]:
        start(*options)
    again = {name: pool.submit(ask, *options) for name, options in MAPS.items()}
    for name, options in MAPS.items():
        check_map(name, options, again[name])
    check_comparison()
    check_sheets()
    amounts = [text.text for text in Picture(run(*MAPS["flow of capital"])).texts
               if text.text.endswith(("万元", "亿元"))]
    check("flow of capital: amounts stand on the lines", len(amounts) < 3 and amounts)
    dot = run(*MAPS["comparison"], "-T", "dot").decode()
    check("dot: no HTML-like label, no foreign link",
          re.findall(r"(?:label|tooltip)=<|URL=|href=|image=", dot))
    finish()


if __name__ == "__main__":
    main()
