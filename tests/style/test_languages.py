#!/usr/bin/env python3
"""What a user reads exists in English and in Chinese.

Every row of a .def table whose opening comment announces both languages has them, and so has every
message: the two formats of gt_fail() and gt_fault_add(), and the two texts of gt_say() and
GT_TEXT(). Formats convert the same arguments: the compiler checks types, this checks their number.
"""
import re
import sys

sys.dont_write_bytecode = True
import source  # noqa: E402

CALL = re.compile(r"\b(gt_fail|gt_fault_add|gt_say|GT_TEXT)\s*\(")
STRING = re.compile(r'"((?:\\.|[^"\\])*)"')
CHINESE = re.compile(r"[\u3400-\u9fff]")
CONVERSION = re.compile(r"%(?:\d+\$)?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j|t)?([a-zA-Z%])")
LETTERS = re.compile(r"[A-Za-z]{2}")


def arguments(code, start):
    """The texts of the arguments of a call whose bracket opens before `start`, and its end."""
    parts, depth, begin, i = [], 1, start, start
    while i < len(code) and depth:
        token = source.TOKEN.match(code, i)
        if token:
            i = token.end()
            continue
        if code[i] in "([{":
            depth += 1
        elif code[i] in ")]}":
            depth -= 1
        if depth == 0 or (depth == 1 and code[i] == ","):
            parts.append(code[begin:i].strip())
            begin = i + 1
        i += 1
    return parts, i


def literal(argument):
    """The text of an argument that is string literals and nothing else; None for another one."""
    if re.fullmatch(r'(?:"(?:\\.|[^"\\])*"|\b(?:PRI\w+)\b|\s)+', argument):
        return "".join(STRING.findall(argument))
    return None


def conversions(text):
    return sum(kind != "%" for kind in CONVERSION.findall(text))


def says_something(text):
    return LETTERS.search(CONVERSION.sub(" ", text)) is not None


def compare(en, zh):
    """What is wrong with two texts that say the same."""
    if CHINESE.search(en):
        yield f'"{en}" is no English'
    if says_something(en) and not CHINESE.search(zh):
        yield f'"{en}" has no Chinese'
    if conversions(en) != conversions(zh):
        yield f'"{en}" and "{zh}" convert different arguments'


def check_messages(path, text):
    code = source.without_comments(text)
    for match in CALL.finditer(code):
        parts, _ = arguments(code, match.end())
        texts = [t for t in map(literal, parts) if t is not None]
        line = code.count("\n", 0, match.start()) + 1
        if len(texts) >= 2:
            yield from (f"{path}:{line}: {fault}" for fault in compare(texts[0], texts[1]))


def rows(text):
    """(line, texts of its arguments) of each row of a table."""
    code = source.without_comments(text)
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", source.blank, code, flags=re.M)
    at = 0
    for match in re.finditer(r"^[ \t]*[A-Z_]+\(", code, re.M):
        if match.start() < at:
            continue
        parts, at = arguments(code, match.end())
        yield code.count("\n", 0, match.start()) + 1, parts


def check_table(path, text):
    comment = text[:text.find("*/")]
    if not ("English" in comment and "Chinese" in comment):
        return
    pairs = comment.count("in Chinese") + comment.count(", Chinese") or 1
    for line, parts in rows(text):
        texts = [t for t in map(literal, parts) if t is not None]
        chinese = [t for t in texts if CHINESE.search(t)]
        english = [t for t in texts if t and not CHINESE.search(t)]
        if texts and (not chinese or not english):
            yield f"{path}:{line}: a row without {'English' if chinese else 'Chinese'}"
        elif texts and any(not t for t in texts[-2 * pairs:]):
            yield f"{path}:{line}: an empty text"


def check(root):
    for path in source.files(root, ".c", ".h", ".def"):
        if not path.startswith("src/"):
            continue
        text = source.read(root, path)
        yield from check_table(path, text) if path.endswith(".def") else check_messages(path, text)


HEAD = "/* a.def: a table. ROW(name, English, Chinese) */\n"
CLEAN = {
    "src/base/a.c": 'bool f(void) {\n    return gt_fail(err, GT_DATA, "no \\"%s\\" of %d", "没有"\n'
                    '        "“%s”的 %d", a(b, "("), 1) || gt_fail(err, s, "%s", "%s", x) ||\n'
                    '        gt_fail(err, s, gt_say(l, "one", "一"), "二", x);\n}\n',
    "src/base/a.def": HEAD + 'ROW(one, "one", "一")\nROW(two,\n    "two, (2)", "二")\n',
    "src/base/plain.def": '/* plain.def: names. ROW(name) */\nROW("a")\n',
}
PLANTED = [
    ("a message without Chinese", {"src/base/b.c": '\nint a = gt_fail(e, s, "no file", "no file");'},
     "src/base/b.c:2:"),
    ("a message without English", {"src/base/b.c": 'int a = gt_fail(e, s, "没有", "没有");'},
     "src/base/b.c:1:"),
    ("a fault without Chinese", {"src/base/b.c": 'gt_fault_add(f, p, "at %s", "%s", x);'},
     "src/base/b.c:1:"),
    ("an argument that one language leaves out",
     {"src/base/b.c": 'gt_fail(e, s, "%s of %zu", "%s 个", a, b);'}, "src/base/b.c:1:"),
    ("two words the wrong way round", {"src/base/b.c": 'gt_say(l, "一", "one");'},
     "src/base/b.c:1:"),
    ("a text without Chinese", {"src/base/b.c": 'x = {GT_TEXT("one", "")};'}, "src/base/b.c:1:"),
    ("a row without Chinese", {"src/base/a.def": HEAD + 'ROW(a, "one", "one")\n'},
     "src/base/a.def:2:"),
    ("a row without English", {"src/base/a.def": HEAD + 'ROW(a, "一", "一")\n'},
     "src/base/a.def:2:"),
    ("an empty text", {"src/base/a.def": '/* a.def: ROW(name, English, Chinese, more in English, '
                       'more in Chinese) */\nROW(a, "one", "一", "", "多")\n'}, "src/base/a.def:2:"),
    ("a call in a comment", {"src/base/b.c": '/* gt_say(l, "one", "two") */\n'}, None),
    ("positions in the other order",
     {"src/base/b.c": 'gt_fail(e, s, "%s (%s)", "%2$s（%1$s）共", a, b);'}, None),
]


def main():
    tap = source.Tap()
    tap.check("messages and tables are in both languages", check(source.ROOT))
    source.prove(tap, check, CLEAN, PLANTED)
    tap.finish()


if __name__ == "__main__":
    main()
