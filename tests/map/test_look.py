"""How maps look, measured on the files: contrast of every text in every theme, size of text on paper,
legend true to size, two languages, links, identifiers, size of the file, PDF and PNG. TAP."""

import os
import re
import shutil
import struct
import subprocess
import tempfile

from picture import SVG, Picture, bounds, parts_of_path
from program import ask, check, finish, run, start

COMPARISON = ["--compare", "changning,putuo"]
EGO = ["--around", "东华大学", "--hops", "2"]
PAPERS = [
    ("a4", 841.890, 595.276, ["--district", "putuo", "--lang", "zh"]),
    ("a3", 1190.551, 841.890, ["--district", "changning", "--lang", "both"]),
    ("a0", 3370.394, 2383.937, [*EGO, "--lang", "both"]),
    ("a4-portrait", 595.276, 841.890, [*EGO, "--lang", "en"]),
    ("16:9", 960, 540, [*COMPARISON, "--type", "institute,fund,place", "--lang", "en"]),
]
THEMES = {(theme, *options): [*options, "--theme", theme, "--lang", "both"]
          for theme in ("light", "dark", "print")
          for options in ([*COMPARISON, "--type", "industry,place,fund,event"],
                          ["--type", "fund,alliance,event,place"], EGO)}
FULL = [[*links, "--lang", lang] for links in ([], ["--link-base", "https://example.org/"])
        for lang in ("zh", "en")]
IN_THEME = {"light": ["--lang", "zh"], "print": ["--lang", "zh", "--theme", "print"]}
BASE = "https://example.org/a?b=1&c='x'/"
LONG = ["--title", "很长的标题" * 40, "--type", ",".join(
    ["agency", "university", "company", "fund", "park", "platform", "industry", "place"] * 9)]


def luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def grounds(picture):
    """What is filled, in the order of drawing: (extent, colour)."""
    found = [(picture.page(), picture.root.find(f"{SVG}rect").get("fill"))]
    for element in picture.root.iter():
        fill = element.get("fill")
        if not fill or fill == "none":
            continue
        if element.tag == SVG + "rect" and element.get("x"):
            x, y, width, height = (float(element.get(k)) for k in ("x", "y", "width", "height"))
            found.append(((x, y, x + width, y + height), fill))
        elif element.tag == SVG + "path" and element.get("d"):
            found += [(part, fill) for part in parts_of_path(element.get("d"))]
    return found


def unreadable(picture):
    """Texts with less than 4.5:1 on what lies below their middle."""
    below, bad = grounds(picture), []
    for text in picture.texts:
        left, top, right, bottom = text.extent()
        x, y = (left + right) / 2, (top + bottom) / 2
        fill = [colour for (a, b, c, d), colour in below if a <= x <= c and b <= y <= d][-1]
        if contrast(text.fill, fill) < 4.5:
            bad.append((text.text, text.fill, fill, round(contrast(text.fill, fill), 2)))
    return bad


def check_themes():
    for name, options in THEMES.items():
        picture = Picture(run(*options))
        check(f"{' '.join(name)}: every text has a contrast of 4.5 at least",
              unreadable(picture) or not picture.texts)


def check_paper():
    for paper, width, height, options in PAPERS:
        free = len(Picture(run(*options)).boxes)
        picture = Picture(run("--paper", paper, *options))
        sheet = [float(picture.root.get(k).replace("pt", "")) for k in ("width", "height")]
        check(f"{paper}: has the size of the sheet",
              abs(sheet[0] - width) + abs(sheet[1] - height) > 0.1 and sheet)
        page = picture.page()
        check(f"{paper}: the drawing fills it", abs(page[2] / page[3] - width / height) > 0.002)
        zoom = width / page[2]
        small = [(t.text, t.size * zoom) for t in picture.texts if t.size * zoom < 5.95]
        check(f"{paper}: no text is smaller than 6 points", small)
        said = " ".join(t.text for t in picture.texts if t.owner.get("class") == "subtitle")
        drawn = len(picture.boxes)
        check(f"{paper}: says what it leaves out", drawn < free and str(free - drawn) not in said)
        check(f"{paper}: counts what is drawn", str(drawn) not in said and said)
        outside = [t.text for t in picture.texts if t.extent()[2] > page[2] or t.extent()[0] < 0
                   or t.extent()[3] > page[3] or t.extent()[1] < 0]
        check(f"{paper}: no text leaves the sheet", outside)


def check_legend():
    picture = Picture(run("--lang", "zh"))
    samples = {t.size for t in picture.texts
               if t.text == "文" and t.owner.get("class") == "legend"}
    boxes = {t.size for t in picture.texts if picture.box_of(t) is not None and len(t.text) > 1}
    check("samples of sizes are as large as labels", samples ^ boxes)
    said = [t.text for t in picture.texts if t.owner.get("class") == "legend"]
    counts = {}
    for box in picture.boxes:
        kind = box.get("class").split()[1]
        counts[kind] = counts.get(kind, 0) + 1
    wrong = [kind for kind, n in counts.items() if str(n) not in said]
    check("the legend counts each type", wrong)
    for word in ("长宁", "普陀", "进行中", "计划", "已完成"):
        check(f"the legend explains {word}", word not in said)
    for theme in ("light", "print"):
        picture = Picture(run(*IN_THEME[theme]))
        texts = [t.text for t in picture.texts if t.owner.get("class") == "legend"]
        wanted = {}
        for box in picture.boxes:
            of = {"changning", "putuo"} & set(box.get("class").split())
            name = {1: "".join(of), 2: "共有", 0: "其他"}[len(of)]
            name = {"changning": "长宁", "putuo": "普陀"}.get(name, name)
            wanted[name] = wanted.get(name, 0) + 1
        check(f"{theme}: the legend counts each district", [
            (name, n) for name, n in wanted.items() if texts[texts.index(name) + 1] != str(n)])
        fills = {box.find(f"{SVG}rect").get("fill") for box in picture.boxes
                 if box.find(f"{SVG}rect") is not None}
        check(f"{theme}: each has its own ground", len(fills) != len(wanted) and fills)
    footer = " ".join(t.text for t in picture.texts if t.owner.get("class") == "footer")
    check("sources are numbers of documents",
          "长商务发〔2024〕5号" not in footer or "第085号提案答复" not in footer
          or "对长宁区政协" in footer)


def check_languages():
    picture = Picture(run("--district", "changning", "--lang", "both"))
    seconds = [t for t in picture.texts if "second" in t.owner.get("class").split()]
    check("both: names have the other language beneath", len(seconds) < len(picture.boxes) / 2)
    titles = [t.text for t in picture.texts if t.owner.get("class") == "title"]
    check("both: two titles", len(titles) != 2 and titles)
    said = " ".join(t.text for t in picture.texts if t.owner.get("class") == "legend")
    check("both: the legend in two languages", "政府机关 Government agency" not in said)
    outside = []
    for text in picture.texts:
        box = picture.box_of(text)
        if box is None:
            continue
        room, extent = bounds(box), text.extent()
        if extent[0] < room[0] or extent[2] > room[2] or extent[1] < room[1] or extent[3] > room[3]:
            outside.append(text.text)
    check("both: every text is inside its box", outside)
    page = picture.page()
    check("a long title and stamp wrap", [
        t.text for t in Picture(run(*LONG)).texts if t.extent()[2] > page[2] * 1.2])


def check_document():
    source = run(*COMPARISON, "--lang", "zh")
    for options in FULL:
        size = len(run(*options))
        check(f"the whole map is less than 400 kB: {' '.join(options)}", size >= 400_000 and size)
    picture = Picture(source)
    ids = [e.get("id") for e in picture.root.iter() if e.get("id")]
    check("no identifier stands twice", len(ids) != len(set(ids)))
    check("identifiers have a prefix", [i for i in ids if not re.match(r"[nz]-[a-z0-9-]+$", i)])
    check("has a title and a description",
          not picture.root.find(f"{SVG}title").text or not picture.root.find(f"{SVG}desc").text)
    check("has no script and fetches nothing",
          re.findall(rb"<script|<foreignObject|javascript:|@import|url\(|\son\w+=", source))
    slugs = {box.get("id")[2:] for box in picture.boxes}
    check("lines say their ends and types", [
        line.attrib for line in picture.lines if line.get("data-from") not in slugs
        or line.get("data-to") not in slugs or not line.get("data-types")])
    check("boxes have classes of type and district", [
        box.get("id") for box in picture.boxes
        if not {"changning", "putuo"} & set(box.get("class").split()) and
        "place" not in box.get("class") and "shared" in box.get("class").split()])
    check("tooltips are short", [t.text for t in picture.root.iter(f"{SVG}title")
                                 if len(t.text or "") > 700])
    check("every node can have the focus",
          [box.get("id") for box in picture.boxes if box.get("tabindex") != "0"])


def check_links():
    picture = Picture(run("--link-base", BASE, "--lang", "zh"))
    check("nodes link to the base and their slug", [
        box.get("href") for box in picture.boxes if box.get("href") != BASE + box.get("id")[2:]])
    check("lines link to their document", [
        line.get("href") for line in picture.lines
        if not re.match(re.escape(BASE) + r"[a-z0-9-]+#\d+-\d+$", line.get("href") or "")])
    wrong = []
    for base in ("javascript:alert(1)", "data:text/html,x", "//evil.example/", "ftp://x/", "a b",
                 "http:x", "https://", ":x", 'x"onclick="y', "JavaScript:x", "\\\\x", "x<y"):
        done = ask("--link-base", base)
        if done.returncode != 2 or done.stdout or b"link-base" not in done.stderr:
            wrong.append((base, done.returncode))
    check("other addresses are refused", wrong)


def pdf_in(folder):
    path = os.path.join(folder, "map.pdf")
    return path, ["--lang", "both", "--paper", "a3", "--link-base", "https://example.org/", "--district",
                  "changning", "-o", path]


def png_in(folder, dpi):
    path = os.path.join(folder, f"{dpi}.png")
    return path, [*EGO, "--paper", "a4", "--dpi", str(dpi), "-o", path]


def check_pdf(folder):
    path, options = pdf_in(folder)
    run(*options)
    with open(path, "rb") as file:
        data = file.read()
    check("PDF: is as large as the sheet",
          b"1190.55" not in data and re.findall(rb"/MediaBox[^\]]*\]", data)[:1])
    if not shutil.which("pdffonts"):
        return check("PDF: faces are embedded # SKIP no pdffonts", "")
    lines = subprocess.run(["pdffonts", path], capture_output=True, text=True).stdout.split("\n")[2:]
    faces = [line.split()[-5:] for line in lines if line.strip()]
    check("PDF: faces are embedded as subsets",
          not faces or [face for face in faces if face[:2] != ["yes", "yes"]])
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout
    check("PDF: text can be searched", "东华大学" not in text or "Donghua University" not in text)
    return check("PDF: nodes link", b"https://example.org/donghua-university" not in data
                 and b"/URI" not in data)


def check_png(folder):
    for dpi in (96, 200):
        path, options = png_in(folder, dpi)
        run(*options)
        with open(path, "rb") as file:
            data = file.read()
        width, height = struct.unpack(">II", data[16:24])
        check(f"PNG: {dpi} dots to the inch of the sheet",
              abs(width - 841.89 / 72 * dpi) > 1.1 or abs(height - 595.276 / 72 * dpi) > 1.1)
        at = data.find(b"pHYs")
        per_metre = struct.unpack(">II", data[at + 4:at + 12])
        check(f"PNG: says that it has {dpi} dots to the inch",
              at != 37 or abs(per_metre[0] * 0.0254 - dpi) > 0.02)
    done = ask("--paper", "a0", "--dpi", "2400", "-T", "png")
    check("PNG: a picture that is too large is refused with what would do",
          done.returncode != 2 or b"--dpi" not in done.stderr or done.stdout)


def start_all(folder):
    """Two maps are drawn at a time, in the order in which they are asked for."""
    wanted = [*THEMES.values()]
    for paper, _, _, options in PAPERS:
        wanted += [options, ["--paper", paper, *options]]
    wanted += IN_THEME.values()
    wanted += [["--district", "changning", "--lang", "both"], LONG, [*COMPARISON, "--lang", "zh"]]
    wanted += [*FULL, ["--link-base", BASE, "--lang", "zh"]]
    wanted += [pdf_in(folder)[1], png_in(folder, 96)[1], png_in(folder, 200)[1]]
    for options in wanted:
        start(*options)


def main():
    with tempfile.TemporaryDirectory() as folder:
        start_all(folder)
        check_themes()
        check_paper()
        check_legend()
        check_languages()
        check_document()
        check_links()
        check_pdf(folder)
        check_png(folder)
    finish()


if __name__ == "__main__":
    main()
