#!/usr/bin/env python3
"""Sizes that the style sets: files, functions, lines; and what a file opens with.

A file of src/ has 600 lines at most, a function 60 (a table is none), a line of C 100 columns, wide
characters counting two. No note of unfinished work stays, and every file opens with a comment that
names it.
"""
import re
import sys
import unicodedata

sys.dont_write_bytecode = True
import source  # noqa: E402

FILE_LINES, FUNCTION_LINES, COLUMNS = 600, 60, 100
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")


def columns(line):
    """The width of a line in a terminal: wide and full-width characters take two columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line if not unicodedata.combining(c))


def functions(text):
    """(first line, last line) of each function: from its name to the brace that closes it, which
    both stand in column 0, as the brace that opens it does."""
    lines = source.without_comments_and_texts(text).split("\n")
    for number, line in enumerate(lines, 1):
        if line.rstrip() != "{":
            continue
        first = number
        while first > 1 and lines[first - 2].strip() and not re.match(r"[}#]", lines[first - 2]):
            first -= 1
        end = number
        while end <= len(lines) and not lines[end - 1].startswith("}"):
            end += 1
        yield first, end


def check_function_sizes(path, text):
    for first, end in functions(text):
        if end - first + 1 > FUNCTION_LINES:
            yield f"{path}:{first}: a function of {end - first + 1} lines"


def check_lines(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if columns(line) > COLUMNS:
            yield f"{path}:{number}: {columns(line)} columns"
        if line != line.rstrip() or "\t" in line or "\r" in line:
            yield f"{path}:{number}: a tab, or blanks at the end"
        if UNFINISHED.search(line):
            yield f"{path}:{number}: {UNFINISHED.search(line).group()}"


def check_file(path, text):
    name = path.rsplit("/", 1)[-1]
    if not text.startswith(f"/* {name}: "):
        yield f"{path}:1: does not open with /* {name}: what it is for"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield f"{path}: does not end with one line break"
    if path.startswith("src/") and text.count("\n") > FILE_LINES:
        yield f"{path}: {text.count(chr(10))} lines"


def check(root):
    for path in source.files(root, ".c", ".h", ".def"):
        text = source.read(root, path)
        yield from check_file(path, text)
        yield from check_function_sizes(path, text)
        if not path.endswith(".def"):  # rows of a table may be long
            yield from check_lines(path, text)


def function(lines):
    """A function of so many lines, with a brace in a text and in a comment."""
    body = ["static void", "work(void)", "{", '    f("}");', "    /* comment:", "}", "    */"]
    return "/* a.c: a test. */\n\n" + "\n".join(body + ["    g();"] * (lines - 8) + ["}"]) + "\n"


HEAD = "/* a.c: a test. */\n"
CLEAN = {"src/base/a.c": function(60), "src/base/a.def": "/* a.def: a table. */\nROW(a)\n",
         "tests/unit/test_a.c": "/* test_a.c: a test. */\n"}
PLANTED = [
    ("a function of 61 lines", {"src/base/a.c": function(61)}, "src/base/a.c:3:"),
    ("a second function of 61 lines",
     {"src/base/a.c": function(20) + "\n" + function(61)[len(HEAD):]}, "src/base/a.c:25:"),
    ("a table of 100 lines", {"src/base/a.c": HEAD + "int a[] = {\n" + "    1,\n" * 100 + "};\n"},
     None),
    ("a file of 601 lines", {"src/base/a.c": HEAD + "int a;\n" * 600}, "src/base/a.c: 601"),
    ("a file of 600 lines", {"src/base/a.c": HEAD + "int a;\n" * 599}, None),
    ("a line of 101 columns", {"src/base/a.h": f"/* a.h: {'x' * 90} */\n"}, "src/base/a.h:1: 101"),
    ("a line of 100 columns", {"src/base/a.h": f"/* a.h: {'x' * 89} */\n"}, None),
    ("a line of 51 wide characters", {"src/base/a.c": f"{HEAD}/*{'长' * 49}*/\n"},
     "src/base/a.c:2: 102"),
    ("a long line in a test", {"tests/unit/a.c": f"{HEAD}/* {'x' * 100} */\n"}, "tests/unit/a.c:2:"),
    ("a note of unfinished work", {"src/base/a.c": f"{HEAD}/* TO" "DO: more */\n"},
     "src/base/a.c:2: TO" "DO"),
    ("another", {"src/base/a.c": f"{HEAD}/* FIX" "ME */\n"}, "src/base/a.c:2: FIX" "ME"),
    ("a third", {"src/base/a.c": f"{HEAD}int a; // XX" "X\n"}, "src/base/a.c:2: XX" "X"),
    ("a name of a temporary file", {"src/base/a.c": f'{HEAD}char *a = ".a-XXXXXX";\n'}, None),
    ("a file that names another", {"src/base/b.c": HEAD}, "src/base/b.c:1:"),
    ("a table that names nothing", {"src/base/a.def": "ROW(a)\n"}, "src/base/a.def:1:"),
    ("a file without a comment", {"src/base/a.c": "int a;\n"}, "src/base/a.c:1:"),
    ("a file without a last line break", {"src/base/a.c": HEAD + "int a;"}, "src/base/a.c: "),
    ("blanks at the end of a line", {"src/base/a.c": HEAD + "int a; \n"}, "src/base/a.c:2:"),
]


def main():
    tap = source.Tap()
    tap.check("files, functions and lines have the sizes that the style sets", check(source.ROOT))
    source.prove(tap, check, CLEAN, PLANTED)
    tap.finish()


if __name__ == "__main__":
    main()
