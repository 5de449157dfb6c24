#!/usr/bin/env python3
"""What `graphtool review` shows: the sentence, with and without colour, on terminals of every kind
and size; and keys that are none. TAP."""
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import review  # noqa: E402
from review import Session, answers, width  # noqa: E402


def shows_the_sentence(folder):
    session = Session(folder, "--ask", "tie", NO_COLOR="1", size=(30, 100))
    flat = session.plain().replace("\n", "")
    if ">>[1 青松大学]与[2 翠柏微电子有限公司]合作<<设立" not in flat:
        yield f"{flat!r}"
    if re.search(r"\x1b\[[0-9;]*[34]\dm", session.screen):
        yield "colour in spite of NO_COLOR"
    session.press("q")
    session.end()
    session = Session(folder, "--ask", "tie", size=(30, 100))
    if "\x1b[1;36m" not in session.screen or ">>" in session.screen:
        yield f"no colour: {session.screen!r}"
    if "规则-cooperates_with" not in session.screen or "0.8" not in session.screen:
        yield "no rule, no confidence"
    session.press("q")
    session.end()


def every_terminal(folder):
    cases = [(term, size, colour) for term in ("xterm-256color", "vt100", "dumb", "", None)
             for size, colour in (((24, 80), None), ((10, 30), "1"), ((60, 200), None))]
    for term, size, colour in cases + [("xterm", (8, 17), None), ("screen", (6, 40), "1")]:
        env = {"NO_COLOR": colour} if colour else {}
        session = Session(folder, "--ask", "tie,node,pair", "--answers", "a.tsv", term=term,
                          size=size, lang="zh" if size[1] > 80 else "en", **env)
        for _ in range(17):
            lines = session.plain().split("\n")
            wide = [line for line in lines if width(line) > size[1]]
            if wide:
                yield f"{term} {size}: {width(wide[0])} columns: {wide[0]!r}"
            if size[0] >= 24 and len(lines) > size[0] and term not in ("dumb", "", None):
                yield f"{term} {size}: {len(lines)} rows"
            if term in ("dumb", "", None) and "\x1b" in session.screen:
                yield f"{term}: control sequences"
            if not session.press("y").rstrip().endswith(">"):
                break
        if session.end() != 0:
            yield f"{term} {size}: status"
        kinds = {r[0] for r in answers(folder, "a.tsv")}
        if kinds != {"node", "pair", "tie"}:
            yield f"{term} {size}: {kinds}"
        Path(folder, "a.tsv").unlink(missing_ok=True)
        Path(folder, "decisions.tsv").unlink(missing_ok=True)


def other_keys_and_sizes(folder):
    session = Session(folder)
    session.press("\x1b[A")  # an arrow
    session.press("\x1bOP\x1b[15~x")
    if session.rows() or "no such key" not in session.screen:
        yield f"{session.rows()} {session.screen!r}"
    session.press("s")
    second = session.plain()
    session.press("y")
    if session.rows()[0][1] == "青松区科学技术委员会" or "青松大学" not in second:
        yield f"skipping: {session.rows()}"
    session.resize((24, 40))
    session.wait()
    if not session.screen or any(width(line) > 40 for line in session.plain().split("\n")):
        yield f"after a new size: {session.screen!r}"
    session.press("\x04")
    if session.end() != 0:
        yield "Ctrl-D is no way to leave"


TESTS = [shows_the_sentence, every_terminal, other_keys_and_sizes]

if __name__ == "__main__":
    review.main(TESTS)
