"""SVG maps in a real browser: what the pointer or the keyboard is on stays with its ties while the
rest fades, lines can be met with the pointer, links lead where they say, and text fits its box in
other faces too. TAP; skipped where there is no Chromium."""

import os
import subprocess
import sys
import tempfile
import time

import chromium

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("GRAPHTOOL", os.path.join(ROOT, "build", "graphtool"))
results = []


def check(name, problem):
    """One TAP line; a problem is a text or list, or empty."""
    results.append(not problem)
    print(("not ok" if problem else "ok"), len(results), "-", name)
    if problem:
        print("#", str(problem)[:2000])


def settled(page, expression):
    """What is still wrong after the page had time: a browser shows what was pointed at a frame later,
    and on a busy machine much later."""
    end = time.monotonic() + 10
    while True:
        problem = page.value(expression)
        if not problem or time.monotonic() > end:
            return problem
        time.sleep(0.1)


def draw(path, *options):
    subprocess.run([PROGRAM, "map", "-o", path, *options, "graphs"], cwd=ROOT, check=True)


# Functions for the page: the middle of a node, its neighbours, what is faded.
TOOLS = """
document.documentElement.setAttribute('width', innerWidth);
document.documentElement.setAttribute('height', innerHeight);  // all of it can be pointed at
var node = id => document.getElementById('n-' + id);
var middle = element => { const r = element.getBoundingClientRect();
    return [r.x + r.width / 2, r.y + r.height / 2]; };
var lines = id => [...document.querySelectorAll('.edge')].filter(
    e => e.dataset.from === id || e.dataset.to === id);
var near = id => new Set([id, ...lines(id).flatMap(e => [e.dataset.from, e.dataset.to])]);
var shown = e => Number(getComputedStyle(e).opacity) > 0.9;
var wrong = id => {
    const kept = near(id), ties = new Set(lines(id));
    return [...document.querySelectorAll('.node')].filter(e => shown(e) !== kept.has(e.id.slice(2)))
        .concat([...document.querySelectorAll('.edge')].filter(e => shown(e) !== ties.has(e)))
        .map(e => e.id || e.dataset.from + ' ' + e.dataset.to); };
"""


def check_pointing(page):
    for name in ("donghua-university", "life-yuanshan", "changning-district"):
        if not page.value(f"!!node('{name}')"):
            continue
        page.point(*page.value(f"middle(node('{name}'))"))
        check(f"pointing at {name} fades what is not tied to it", settled(page, f"wrong('{name}')"))
    page.point(2, 2)
    check("nothing is faded without pointing",
          settled(page, "[...document.querySelectorAll('.node,.edge')].filter(e => !shown(e)).length"))


def check_keyboard(page):
    page.press("Tab", 9)
    first = page.value("document.activeElement.id")
    check("the Tab key goes to a node", not first.startswith("n-") and first)
    check("what has the focus fades the rest", settled(page, f"wrong('{first[2:]}')"))
    page.press("Tab", 9)
    second = page.value("document.activeElement.id")
    check("and on to the next node", not second.startswith("n-") or second == first)
    check("its name is spoken", page.value(
        "document.activeElement.querySelector('title').textContent.length < 3"))


def check_lines(page):
    """A point three points beside a line still meets it, and makes it thicker."""
    found = page.value("""(() => {
        let met = 0, tried = 0, thick = 0;
        for (const e of [...document.querySelectorAll('.edge')].slice(0, 60)) {
            const path = e.querySelector('path:not([opacity])'), m = path.getScreenCTM();
            const p = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(m);
            const hit = document.elementFromPoint(p.x + 1.5, p.y + 1.5);
            tried++;
            if (hit && hit.closest('.edge')) met++;
        }
        return [tried, met]; })()""")
    check("lines can be met beside their thin stroke", found[1] < found[0] * 0.6 and found)
    spot = page.value("""(() => {
        for (const e of document.querySelectorAll('.edge')) {
            const path = e.querySelector('path:not([opacity])'), m = path.getScreenCTM();
            const p = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(m);
            if (document.elementFromPoint(p.x, p.y)?.closest('.edge') === e) {
                window.line = path;
                return [p.x, p.y];
            }
        } })()""")
    page.point(*spot)
    check("a line becomes thick below the pointer",
          settled(page, "parseFloat(getComputedStyle(line).strokeWidth) < 2.5"))
    page.point(2, 2)


def check_text(page):
    """Extents of all texts of nodes, in this face and in others, against their frames."""
    measure = """(() => [...document.querySelectorAll('.node')].flatMap(n => {
        const f = n.children[1].getBoundingClientRect();
        return [...n.querySelectorAll('text')].filter(t => {
            const b = t.getBoundingClientRect();
            return b.left < f.left - 0.5 || b.right > f.right + 0.5; }).map(t => t.textContent); }))()"""
    check("text is inside its box", page.value(measure))
    for face in ("DejaVu Sans", "monospace", "serif"):
        page.value(f"document.documentElement.setAttribute('font-family', '{face}')")
        check(f"text is inside its box in {face}", page.value(measure))


def check_links(page, folder):
    path = os.path.join(folder, "links.svg")
    draw(path, "--around", "东华大学", "--lang", "zh", "--link-base", "#")
    page.open(path)
    page.value(TOOLS)
    page.click(*page.value("middle(node('donghua-university'))"))
    check("a click on a node follows its link",
          page.value("location.hash") != "#donghua-university" and page.value("location.hash"))
    page.value("node('donghua-university').nextElementSibling.focus()")
    wanted = page.value("document.activeElement.getAttribute('href')")
    page.press("Enter", 13)
    check("the Enter key follows the link", page.value("location.hash") != wanted and wanted)
    check("a line links to the words that state it", page.value(
        "[...document.querySelectorAll('.edge')].filter("
        "e => !/^#[a-z0-9-]+:[0-9]+-[0-9]+$/.test(e.getAttribute('href'))).length"))


def main():
    if not chromium.find():
        print("ok 1 - maps in a browser # SKIP no Chromium")
        print("1..1")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "map.svg")
        draw(path, "--district", "changning", "--lang", "both")
        page = chromium.Page()
        try:
            page.open(path)
            page.value(TOOLS)
            check_pointing(page)
            check_keyboard(page)
            check_lines(page)
            check_text(page)
            check_links(page, folder)
        finally:
            page.close()
    print(f"1..{len(results)}")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
