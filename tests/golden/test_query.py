#!/usr/bin/env python3
"""Every saved question: its example is answered as tests/golden/query/NAME.tsv says (in Chinese, with
the columns for data), in both languages, with every column titled, in less than 50 ms of processor
time beyond what reading the graph takes. `--write` writes the expected answers. TAP."""
import csv
import io
import os
import re
import resource
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
PROGRAM = os.path.join(ROOT, os.environ.get("BUILD", "build"), "graphtool")
LIMIT = 0.050  # seconds
SLOW = "asan" in PROGRAM or "GT_SLOW" in os.environ


def header(path):
    """The header's lines as (key, value)."""
    lines = []
    for line in open(path, encoding="utf-8"):
        if not line.startswith("--"):
            break
        if ":" in line:
            key, value = line[2:].split(":", 1)
            lines.append((key.strip(), value.strip()))
    return lines


def questions():
    folder = os.path.join(ROOT, "queries")
    for file in sorted(os.listdir(folder)):
        name, ending = os.path.splitext(file)
        if ending in (".sql", ".gql"):
            yield name, header(os.path.join(folder, file))


def used():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(*arguments):
    """Output, status and processor time of a query."""
    start = used()
    done = subprocess.run([PROGRAM, "query", *arguments], cwd=ROOT, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=60)
    return done.stdout + done.stderr, done.returncode, used() - start


def example(lines):
    return shlex.split(dict(lines)["example"])


def check_answer(name, lines):
    """None, or what is wrong."""
    path = os.path.join(HERE, "query", name + ".tsv")
    text, status, _ = run(name, *example(lines), "--lang", "zh", "-f", "tsv")
    if "--write" in sys.argv:
        open(path, "w", encoding="utf-8").write(text)
    if status != 0:
        return f"status {status}: {text}"
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    if len(rows) < 2:
        return "the example has an empty answer"
    if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
        return "the answer differs from " + os.path.relpath(path, ROOT)
    titled = {key.split()[1] for key, _ in lines if key.startswith("column ")}
    if set(rows[0]) != titled:
        return f"columns {sorted(set(rows[0]) ^ titled)} are not both answered and titled"
    return None


def check_people(name, lines):
    for lang in ("zh", "en"):
        text, status, _ = run(name, *example(lines), "--lang", lang)
        shown = [v for k, v in lines if k.startswith("column ") and v != "-"]
        first = shown[0].split("|")[lang == "zh"].strip()
        if status != 0 or not text.startswith(first):
            return f"{lang}: {text[:200]}"
    return None


BASE = []


def check_time(name, lines):
    if not BASE:
        BASE.append(min(run("-e", "SELECT 1")[2] for _ in range(5)))
    for _ in range(5):  # one quick answer is proof enough
        took = run(name, *example(lines))[2] - BASE[0]
        if took < LIMIT or SLOW:
            return None
    return f"takes {took * 1000:.0f} ms"


def check_plan(name, lines):
    text, status, _ = run(name, *example(lines), "--explain", "--lang", "en")
    if status != 0 or "what SQLite does" not in text:
        return text
    return None


SHOWN = 6  # lines of an answer
INTRODUCTION = """# Saved questions

Each file is a question: a header with titles, parameters and an example in comments, then one `SELECT`
(`.sql`) or one pattern (`.gql`). `graphtool query NAME --parameter value` answers it, `graphtool query
--list NAME` says what it takes, `-f csv` gives the identifiers as well, `--map FILE.svg` draws the answer,
`--sources DIR` shows the words that state it. A file of yours in a folder of yours works likewise
(`--queries DIR`). This page is written, and checked, by `tests/golden/test_query.py`.

每个文件是一个问题：文件头为标题、参数与示例，其后是一条 `SELECT`（`.sql`）或一个模式（`.gql`）。
"""


def tour(every):
    """The page that shows each question with the beginning of its answer."""
    parts = [INTRODUCTION]
    for name, lines in every:
        texts = dict(lines)
        about = " ".join(value for key, value in lines if key == "about")
        command = " ".join(["graphtool query", name, dict(lines)["example"]]).rstrip()
        text = run(name, *example(lines), "--lang", "zh")[0].splitlines()
        shown = text[:SHOWN] + (["..."] if len(text) > SHOWN else [])
        parts.append(f"\n## {name}: {texts['title']} · {texts['title.zh']}\n\n{about}\n\n"
                     f"{texts['about.zh']}\n\n```console\n$ {command} --lang zh\n"
                     + "\n".join(shown) + "\n```\n")
    return "".join(parts)


def check_tour(every):
    path = os.path.join(ROOT, "queries", "README.md")
    text = tour(every)
    if "--write" in sys.argv:
        open(path, "w", encoding="utf-8").write(text)
    return open(path, encoding="utf-8").read() == text


def main():
    number = failed = 0
    every = list(questions())
    for name, lines in every:
        for what, check in (("answer", check_answer), ("titles", check_people),
                            ("time", check_time), ("plan", check_plan)):
            number += 1
            wrong = check(name, lines)
            failed += wrong is not None
            print("not ok" if wrong else "ok", number, "-", name, what)
            if wrong:
                print("# " + wrong.replace("\n", "\n# "))
    number += 1
    same = check_tour(every)
    failed += not same
    print("ok" if same else "not ok", number, "- queries/README.md shows every question and its answer")
    number += 1
    answers = {f[:-4] for f in os.listdir(os.path.join(HERE, "query"))}
    text, status, _ = run("--list", "--lang", "en")
    fine = (answers == {name for name, _ in every} and len(every) >= 20 and status == 0 and
            all(re.search(rf"^{name} ", text, re.M) for name, _ in every))
    failed += not fine
    print("ok" if fine else "not ok", number, "- every question is listed and has an answer")
    print(f"1..{number}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
