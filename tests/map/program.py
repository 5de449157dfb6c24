"""The program as tests of maps run it: two at a time, each map once, results as TAP."""

import concurrent.futures
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("GRAPHTOOL", os.path.join(ROOT, "build", "graphtool"))
results = []
pool = concurrent.futures.ThreadPoolExecutor(2)
started = {}


def check(name, problem):
    """One TAP line; a problem is a text or list, or empty."""
    results.append(not problem)
    print(("not ok" if problem else "ok"), len(results), "-", name)
    if problem:
        print("#", str(problem)[:2000])


def finish():
    print(f"1..{len(results)}")
    sys.exit(0 if all(results) else 1)


def ask(*options):
    """`graphtool map` with the shipped graphs: status, output, messages."""
    return subprocess.run([PROGRAM, "map", *options, "graphs"], cwd=ROOT, capture_output=True)


def start(*options):
    """Begins to draw a map that run() will ask for."""
    if options not in started:
        started[options] = pool.submit(ask, *options)


def run(*options):
    """A map, drawn once however often it is asked for."""
    start(*options)
    done = started[options].result()
    if done.returncode:
        raise RuntimeError(f"{options}: {done.stderr.decode()}")
    return done.stdout


def rows(table, macro=r"[A-Z_]+"):
    """The rows of a .def file, of one macro or of all: list of lists of texts."""
    with open(os.path.join(ROOT, "src", table), encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    found = re.findall(rf"^{macro}\(((?:[^()\"]|\"[^\"]*\")*)\)", text, flags=re.M)
    return [[cell.strip().strip('"') for cell in re.findall(r'"[^"]*"|[^,]+', row)] for row in found]
