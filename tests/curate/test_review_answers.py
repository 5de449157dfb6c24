#!/usr/bin/env python3
"""What the keys of `graphtool review` do: each answer is saved at once, types and directions are
edited, entities merged, answers taken back; and what comes of them in a graph. TAP."""
import json
import os
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import review  # noqa: E402
from review import ANSWERS, Session, answers, decisions, run  # noqa: E402


def saves_each_key(folder):
    session = Session(folder)
    for i, (key, word) in enumerate(zip("ynuY\uff4e", ["yes", "no", "unsure", "yes", "no"])):
        session.press(key)
        if [r[3] for r in session.rows()][i:] != [word]:
            yield f"after key {i}: {session.rows()}"
    if "3 open" in session.screen or session.press("q") is None:
        yield "miscounted"
    if session.end() != 0:
        yield "status"
    if any(name.startswith(".graphtool") for name in os.listdir(folder)):
        yield "a temporary file is left"


def refused_takes_ties_along(folder):
    """青松大学科技园, the sixth, is refused: its two relations are not asked about."""
    session = Session(folder)
    for key in "yyyyynyy":
        session.press(key)
    session.press("q")
    session.end()
    if [r[1] for r in session.rows() if r[3] == "no"] != ["青松大学科技园"]:
        yield f"{session.rows()}"
    session = Session(folder, "--ask", "tie")
    while session.screen.rstrip().endswith(">"):
        session.press("y")
    session.end()
    asked = [r[1:3] for r in session.rows() if r[0] == "tie"]
    if len(asked) != 3 or any("青松大学科技园" in pair for pair in asked):
        yield f"{asked}"


def edits_types(folder):
    session = Session(folder)
    session.press("t")
    if "Government agency" not in session.screen:
        yield f"no list of types: {session.screen!r}"
    session.press("2\n")
    session.press("t")
    session.press("高校\n")
    session.press("t")
    session.press("nonsense\n")
    if 'no type "nonsense"' not in session.screen or len(session.rows()) != 2:
        yield f"{session.screen!r}"
    session.press("t")
    session.press("\n")
    if [r[3:5] for r in session.rows()] != [("yes", "university"), ("yes", "university")]:
        yield f"{session.rows()}"
    session.press("q")
    session.end()
    session = Session(folder, "--ask", "tie")
    session.press("t")
    session.press("part_of\n")
    if session.rows()[-1][:5] != ("tie", "青松大学", "翠柏微电子有限公司", "yes", "part_of"):
        yield f"{session.rows()}"
    session.press("q")
    session.end()


def merges_entities(folder):
    Path(folder, "decisions.tsv").write_text("# kept\n松柏\t翠柏\tdifferent\t\n", encoding="utf-8")
    session = Session(folder)
    for _ in range(3):
        session.press("y")
    session.press("m")
    session.press("翠柏微电子有限公司\n")
    if session.rows()[-1] != ("node", "翠柏微电子", "", "yes", "", "翠柏微电子有限公司"):
        yield f"{session.rows()}"
    if decisions(folder)[:2] != ["# kept", "松柏\t翠柏\tdifferent\t"] or \
            not decisions(folder)[2].startswith("翠柏微电子\t翠柏微电子有限公司\tsame"):
        yield f"{decisions(folder)}"
    session.press("z")
    if len(decisions(folder)) != 2 or len(session.rows()) != 3:
        yield f"undo: {decisions(folder)}"
    session.press("m")
    session.press("翠柏电子有限公司\n")
    if "翠柏微电子有限公司" not in session.screen or len(session.rows()) != 3:
        yield f"no suggestion: {session.screen!r}"
    session.press("n")
    session.press("m")  # 红梅联合实验室 is tied to 青松大学
    session.press("青松大学\n")
    if "are two" not in re.sub(r"\s+", " ", session.plain()) or len(decisions(folder)) != 2:
        yield f"merged against a tie: {session.screen!r}"
    session.press("q")
    session.end()


def decides_pairs(folder):
    session = Session(folder, "--ask", "pair")
    if "Are these one and the same?" not in session.screen:
        yield f"{session.screen!r}"
    session.press("n")
    session.end() if "open" not in session.screen else session.press("q")
    session.end()
    if not any("\tdifferent\t" in row for row in decisions(folder)):
        yield f"{decisions(folder)}"
    asked = {r[1:3] for r in answers(folder) if r[0] == "pair"}
    Path(folder, ANSWERS).unlink()  # the decision is enough
    session = Session(folder, "--ask", "pair")
    for left, right in asked:
        if left in session.plain() and right in session.plain() and "same?" in session.plain():
            yield f"asks again about {left}, {right}"
    session.press("q")
    session.end()


def reverses_relations(folder):
    session = Session(folder, "--ask", "tie", NO_COLOR="1", size=(30, 100))
    session.press("r")
    if "[2 青松大学]与[1 翠柏微电子有限公司]" not in session.plain() or "reversed" not in session.screen:
        yield f"not shown: {session.screen!r}"
    if "cooperates_with has no direction" not in session.press("y") or session.rows():
        yield f"a mutual one: {session.screen!r} {session.rows()}"
    session.press("r")
    session.press("y")  # as it stands
    session.press("r")
    session.press("y")  # the laboratory founds the university
    session.press("r")
    if "does not go from Company to" not in session.press("y") or len(session.rows()) != 2:
        yield f"a company that incubates a park: {session.screen!r}"
    session.press("t")
    session.press("located_in\n")
    session.press("n")
    session.press("r")
    session.press("q")
    session.end()
    text = Path(folder, ANSWERS).read_text(encoding="utf-8").splitlines()
    if [row.split("\t")[8:] for row in text] != [
            ["answer", "type", "with", "direction"], ["yes", "", "", ""], ["yes", "", "", "reversed"],
            ["yes", "located_in", "", "reversed"], ["no", "", "", ""]]:
        yield f"{text}"
    session = Session(folder, "--ask", "node")
    session.press("r")
    if "only a relation has a direction" not in session.screen or len(session.rows()) != 4:
        yield f"an entity: {session.screen!r}"
    session.press("q")
    session.end()
    done = run(folder, "merge", "draft.json", "--into", "graph.json")
    graph = json.loads(Path(folder, "graph.json").read_text(encoding="utf-8"))
    ties = {(e["source"], e["type"], e["target"]) for e in graph["edges"]}
    if done.returncode or ties != {("uni", "cooperates_with", "chip"), ("lab", "founds", "uni"),
                                   ("chip-short", "located_in", "park")}:
        yield f"{done.stderr} {ties}"
    session = Session(folder, "--ask", "tie")
    session.press("z")
    session.press("z")
    if [r[3:5] for r in session.rows()] != [("yes", ""), ("yes", "")] or "reversed" in session.screen:
        yield f"taken back: {session.rows()}"
    session.press("q")
    session.end()


def old_answers(folder):
    """A file of answers from before there were directions."""
    session = Session(folder, "--ask", "tie")
    session.press("y")
    session.press("q")
    session.end()
    path = Path(folder, ANSWERS)
    lines = [line.rsplit("\t", 1)[0] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    session = Session(folder, "--ask", "tie")
    if "1 yes" not in session.screen:
        yield f"{session.screen!r}"
    session.press("r")
    session.press("y")
    if [r[3] for r in session.rows()] != ["yes", "yes"]:
        yield f"{session.rows()}"
    session.press("q")
    session.end()


def accepted_in_a_graph(folder):
    """What was accepted comes into a graph, with the types that were given, and nothing else."""
    session = Session(folder)
    while "one and the same" not in session.plain():
        at = session.plain()
        if "红梅" in at.split("\n")[3]:
            session.press("t")
            session.press("platform\n")
        elif "创业大赛" in at.split("\n")[3]:
            session.press("n")
        else:
            session.press("y")
    for key in "uuuuuu":
        if "one and the same" in session.plain():
            session.press(key)
    for key in "ynyy":
        session.press(key)
    session.end() if session.process and "open" not in session.screen else session.press("q")
    session.end()
    done = run(folder, "merge", "draft.json", "--into", "graph.json")
    if done.returncode:
        yield done.stderr
        return
    graph = json.loads(Path(folder, "graph.json").read_text(encoding="utf-8"))
    types = {n["name"]: n["type"] for n in graph["nodes"]}
    ties = {(e["source"], e["type"], e["target"]) for e in graph["edges"]}
    if types.get("红梅联合实验室") != "platform" or "创业大赛" in types:
        yield f"{types}"
    if ("uni", "cooperates_with", "chip") not in ties or ("uni", "founds", "lab") in ties:
        yield f"{ties}"
    if any("confidence" in s for e in graph["edges"] for s in e["statements"]):
        yield "an accepted relation has a confidence"
    if "accepted" not in done.stdout:
        yield f"{done.stdout}"


def refusals(folder):
    for arguments, status, message in (
            (["draft.json"], 2, "--export"), (["draft.json", "draft.json"], 2, "one file"),
            ([], 2, "usage"), (["none.json"], 4, "cannot read"),
            (["draft.json", "--ask", "all"], 2, "--ask"),
            (["draft.json", "--import", "none.tsv"], 4, "no file"),
            (["draft.json", "--sources", "none", "--export", "-"], 4, "not a folder")):
        done = run(folder, "review", *arguments)
        if done.returncode != status or message not in done.stderr or done.stdout:
            yield f"{arguments}: {done.returncode} {done.stderr}"
    heading = "key\tkind\tleft\trelation\tright\tdocument\tstart\tend\tanswer\n"
    run(folder, "review", "draft.json", "--export", "table.tsv")
    for text in ("garbage\n", "key\tkind\nx\tnode\n", Path(folder, "table.tsv").read_text("utf-8")):
        Path(folder, ANSWERS).write_text(text, encoding="utf-8")
        for command in (("review", "draft.json", "--export", "-"),
                        ("merge", "draft.json", "--into", "graph.json")):
            done = run(folder, *command)
            if done.returncode != 3 or f"{ANSWERS}:1: this is no file of answers" not in done.stderr:
                yield f"{command[0]}, {text[:20]!r}: {done.returncode} {done.stderr}"
        if Path(folder, "graph.json").exists() or Path(folder, ANSWERS).read_text("utf-8") != text:
            yield f"changed by {text[:20]!r}"
    Path(folder, ANSWERS).write_text(f"{heading}x\tnode\n", encoding="utf-8")
    if run(folder, "review", "draft.json", "--export", "-").returncode:
        yield "a row about a candidate that is no more is a fault"


TESTS = [saves_each_key, refused_takes_ties_along, edits_types, merges_entities, decides_pairs,
         reverses_relations, old_answers, accepted_in_a_graph, refusals]

if __name__ == "__main__":
    review.main(TESTS)
