#!/usr/bin/env python3
"""The #include lines of src/ follow the layers, and a foreign library has one door.

Arrows only point down: main.c, cli/, the siblings (which never include one another), centrality/
(of the siblings only compare/ may), read/ (only extract/ may), graph/, base/. What a file includes, it also sees through the
files that it includes: a library's header must not get past its door in a header of ours.
"""
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import source  # noqa: E402

SIBLINGS = {"format", "extract", "curate", "map", "query", "explore", "compare"}
GROUND = {"graph", "base"}
MAY_INCLUDE = {
    "": {"cli", "base"},  # main.c
    "cli": {"cli", "centrality", "read"} | SIBLINGS | GROUND,
    **{sibling: {sibling} | GROUND for sibling in SIBLINGS},
    "compare": {"compare", "centrality"} | GROUND,
    "extract": {"extract", "read"} | GROUND,
    "read": {"read"} | GROUND,
    "centrality": {"centrality"} | GROUND,
    "graph": GROUND,
    "base": {"base"},
}
DOORS = {  # header of a library: the folders that may see it
    r"igraph(/.*|\.h)|graph/view_igraph\.h": {"graph", "centrality", "compare"},
    r"(graphviz/.*|cgraph|gvc|gvplugin.*|cdt|pathplan)(\.h)?": {"map"},
    r"cairo.*\.h|pango/.*": {"map"},
    r"(cjson/)?cJSON.*\.h": {"format"},
    r"expat.*\.h": {"format"},
    r"sqlite3.*\.h": {"query"},
    r"histedit\.h": {"cli"},
    r"libxml2?/.*|poppler.*|glib.*|archive.*": {"read"},
    r"unicode/.*": {"extract"},
    r"omp\.h": {"centrality"},
    r"utf8proc\.h|sha\d+\.h|sha2\.h|md[245]\.h": {"base"},
}
C17 = """assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal
stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time
uchar wchar wctype""".split()
POSIX = """dirent fcntl fnmatch ftw glob iconv langinfo libgen nl_types poll pthread regex sched semaphore
spawn strings termios unistd""".split()
SYSTEM = {f"{name}.h" for name in C17 + POSIX}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]*)"|<([^>\n]*)>|(\S+))', re.M)
OPENMP = re.compile(r"^[ \t]*#[ \t]*pragma[ \t]+omp\b", re.M)


def folder_of(path):
    """src/graph/view.c is in graph, src/main.c in none."""
    parts = pathlib.PurePosixPath(path).parts
    return parts[1] if len(parts) > 2 else ""


def is_system(header):
    return header in SYSTEM or re.fullmatch(r"sys/\w+\.h", header)


def door_of(header):
    """The folders that may see a header; None for one that is of no library."""
    for pattern, folders in DOORS.items():
        if re.fullmatch(pattern, header):
            return folders
    return None


def includes(text):
    """(line, header, whether in angle brackets) of each #include."""
    code = source.without_comments(text)
    for match in INCLUDE.finditer(code):
        line = code.count("\n", 0, match.start()) + 1
        ours, foreign, macro = match.groups()
        yield line, ours or foreign or macro, foreign is not None


def seen(graph, path):
    """Every header that a file sees, with the way to it."""
    found, todo = {}, [(path, ())]
    while todo:
        here, way = todo.pop()
        for _, header, _ in graph.get(here, []):
            if header not in found:
                found[header] = way
                if door_of(header) is None:  # what lies behind a door goes by that door
                    todo.append((f"src/{header}", way + (header,)))
    return found


def writer_of(root, header):
    """The program that writes a table when the program is built: extract/generate/noun.c."""
    folder, name = header.split("/")
    return root / "src" / folder / "generate" / pathlib.PurePosixPath(name).with_suffix(".c")


def check_ours(root, path, line, header):
    if not re.fullmatch(r"[a-z]+/[a-z0-9_]+\.(h|def)", header):
        yield f"{path}:{line}: \"{header}\" is not written as folder/noun.h"
    elif not ((root / "src" / header).is_file() or writer_of(root, header).is_file()):
        yield f"{path}:{line}: there is no src/{header}"
    elif folder_of(f"src/{header}") not in MAY_INCLUDE[folder_of(path)]:
        yield f"{path}:{line}: {folder_of(path) or 'main.c'} must not include {header}"


def check_foreign(path, line, header):
    if not is_system(header) and door_of(header) is None:
        yield f"{path}:{line}: <{header}> has no door"


def check_doors(graph, path):
    for header, way in sorted(seen(graph, path).items()):
        doors = door_of(header)
        if doors is not None and folder_of(path) not in doors:
            through = f" (through {', '.join(way)})" if way else ""
            yield f"{path}: sees {header}{through}: its door is {', '.join(sorted(doors))}"


def check(root):
    paths = [p for p in source.files(root, ".c", ".h", ".def") if p.startswith("src/")]
    graph = {path: list(includes(source.read(root, path))) for path in paths}
    for path in paths:
        if folder_of(path) not in MAY_INCLUDE:
            yield f"{path}: {folder_of(path)}/ is no layer"
            continue
        for line, header, foreign in graph[path]:
            if foreign:
                yield from check_foreign(path, line, header)
            else:
                yield from check_ours(root, path, line, header)
        yield from check_doors(graph, path)
        if folder_of(path) != "centrality" and OPENMP.search(source.read(root, path)):
            yield f"{path}: OpenMP's door is centrality"


CLEAN = {
    "src/main.c": '#include "cli/command.h"\n',
    "src/cli/command.h": '#include "map/map.h"\n#include "centrality/measure.h"\n',
    "src/map/map.h": '#include "graph/view.h"\n',
    "src/map/draw.c": '#include "map/map.h"\n#include <graphviz/gvc.h>\n#include <math.h>\n',
    "src/format/load.c": '#include "graph/view.h"\n#include <cjson/cJSON.h>\n#include <sys/stat.h>\n',
    "src/compare/overlap.c": '#include "centrality/measure.h"\n#include "graph/view_igraph.h"\n',
    "src/centrality/measure.h": '#include "graph/view.h"\n#include "base/error.h"\n',
    "src/centrality/degree.c": '#include "graph/view_igraph.h"\n#include <omp.h>\n#pragma omp for\n',
    "src/graph/view.h": '#include "graph/type.def"\n#include "base/error.h"\n',
    "src/graph/view_igraph.h": '#include "graph/view.h"\n#include <igraph.h>\n',
    "src/graph/type.def": "",
    "src/base/error.h": "#include <stdbool.h>\n",
    "src/base/text.c": '#include "base/error.h"\n#include <utf8proc.h>\n#include <sha256.h>\n',
}
PLANTED = [
    ("base includes graph", {"src/base/a.c": '#include "graph/view.h"\n'}, "src/base/a.c:1:"),
    ("graph includes cli's table", {"src/graph/a.c": '\n#include "cli/command.h"\n'},
     "src/graph/a.c:2:"),
    ("centrality includes compare", {"src/compare/a.h": "", "src/centrality/a.c":
                                     '#include "compare/a.h"\n'}, "src/centrality/a.c:1:"),
    ("a sibling includes a sibling", {"src/format/a.c": '#include "map/map.h"\n'},
     "src/format/a.c:1:"),
    ("query includes centrality", {"src/query/a.c": '#include "centrality/measure.h"\n'},
     "src/query/a.c:1:"),
    ("main.c includes a sibling", {"src/main.c": '#include "map/map.h"\n'}, "src/main.c:1:"),
    ("an include with blanks", {"src/base/a.c": ' #  include  "graph/view.h"\n'}, "src/base/a.c:1:"),
    ("an include between comments", {"src/base/a.c": '/* */ #include "graph/view.h"\n'},
     "src/base/a.c:1:"),
    ("a table across layers", {"src/base/a.c": '#include "graph/type.def"\n'}, "src/base/a.c:1:"),
    ("a header without folder", {"src/base/a.c": '#include "error.h"\n'}, "src/base/a.c:1:"),
    ("a way around by ..", {"src/map/a.c": '#include "map/../format/load.c"\n'}, "src/map/a.c:1:"),
    ("a macro as header", {"src/base/a.c": "#include HEADER\n"}, "src/base/a.c:1:"),
    ("a folder that is no layer", {"src/util/a.c": "\n"}, "src/util/a.c:"),
    ("a library without door", {"src/base/a.c": "#include <curl/curl.h>\n"}, "src/base/a.c:1:"),
    ("igraph in map", {"src/map/a.c": "#include <igraph/igraph.h>\n"}, "src/map/a.c:"),
    ("igraph through its own header", {"src/format/a.c": '#include "graph/view_igraph.h"\n'},
     "src/format/a.c:"),
    ("Graphviz in explore", {"src/explore/a.c": "#include <graphviz/cgraph.h>\n"},
     "src/explore/a.c:"),
    ("cJSON in graph", {"src/graph/a.c": "#include <cjson/cJSON.h>\n"}, "src/graph/a.c:"),
    ("expat in extract", {"src/extract/a.c": "#include <expat.h>\n"}, "src/extract/a.c:"),
    ("SQLite in format", {"src/format/a.c": "#include <sqlite3.h>\n"}, "src/format/a.c:"),
    ("libxml2 in format", {"src/format/a.c": "#include <libxml/HTMLparser.h>\n"},
     "src/format/a.c:"),
    ("poppler in cli", {"src/cli/a.c": "#include <poppler.h>\n"}, "src/cli/a.c:"),
    ("omp.h in graph", {"src/graph/a.c": "#include <omp.h>\n"}, "src/graph/a.c:"),
    ("a pragma of OpenMP in compare", {"src/compare/a.c": "#pragma omp parallel for\n"},
     "src/compare/a.c:"),
    ("utf8proc in map", {"src/map/a.c": "#include <utf8proc.h>\n"}, "src/map/a.c:"),
    ("libmd in format", {"src/format/a.c": "#include <sha256.h>\n"}, "src/format/a.c:"),
    ("a library in a comment", {"src/base/a.c": '/* #include <igraph.h> */\n// "graph/view.h"\n'},
     None),
    ("a table that the build writes", {
        "src/extract/generate/table.c": "#include <stdio.h>\n",
        "src/extract/a.c": '#include "extract/table.def"\n'}, None),
    ("the libraries in their doors", {
        "src/query/a.c": "#include <sqlite3.h>\n", "src/read/a.c":
        "#include <libxml/HTMLparser.h>\n#include <poppler/glib/poppler.h>\n",
        "src/format/a.c": "#include <expat.h>\n"}, None),
]


def leaks(root):
    """A door that stands open in a header: cli sees igraph through compare's header."""
    return [f for f in check(root) if f.startswith("src/cli/a.c") and "compare/a.h" in f]


def main():
    tap = source.Tap()
    tap.check("src/ follows the layers, and libraries have one door", check(source.ROOT))
    source.prove(tap, check, CLEAN, PLANTED)
    open_door = {"src/compare/a.h": '#include "graph/view_igraph.h"\n',
                 "src/cli/a.c": '#include "compare/a.h"\n'}
    with source.tree({**CLEAN, **open_door}) as root:
        tap.check("found: a door that stands open in a header",
                  [] if leaks(root) else ["found nothing"])
    tap.finish()


if __name__ == "__main__":
    main()
