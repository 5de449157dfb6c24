#!/usr/bin/env python3
"""`graphtool review --export` and `--import`: what spreadsheets make of the table, and tables that
are wrong, of which nothing is taken. TAP."""
import csv
import io
import sys
from pathlib import Path

sys.dont_write_bytecode = True
import review  # noqa: E402
from review import ANSWERS, answers, decisions, run  # noqa: E402


def spreadsheet(folder):
    done = run(folder, "review", "draft.json", "--sources", "sources", "--export", "t.tsv")
    rows = [line.split("\t") for line in Path(folder, "t.tsv").read_text("utf-8").splitlines()]
    head = rows[0]
    answer, kind, key = head.index("answer"), head.index("kind"), head.index("key")
    if done.returncode or len(rows) < 14 or not any("合作设立" in r[13] for r in rows):
        yield f"{done.stderr} {rows[:2]}"
    for row in rows[1:]:
        row[answer] = {"node": "Yes", "pair": "否", "tie": "n"}[row[kind]]
    table = [[r[answer], r[key], ""] for r in rows[:1] + rows[:0:-1]]  # other columns, other order
    Path(folder, "u.tsv").write_text("\r\n".join("\t".join(r) for r in table), encoding="utf-8-sig")
    done = run(folder, "review", "draft.json", "--import", "u.tsv")
    given = answers(folder)
    if done.returncode or len(given) != len(rows) - 1 or {r[3] for r in given} != {"yes", "no"}:
        yield f"{done.stderr} {given}"
    done = run(folder, "review", "draft.json", "--import", "u.tsv")
    if "0 new answers" not in done.stdout or len(answers(folder)) != len(given):
        yield f"again: {done.stdout}"
    for text, message in (("key\tanswer\nnix\tyes\n", "no candidate"), ("a\tb\n", "no columns"),
                          (f"key\tanswer\n{rows[1][key]}\tno\n{rows[2][key]}\tmaybe\n", "u.tsv:3"),
                          (f"key\tanswer\tnew_type\n{rows[1][key]}\tyes\tfoo\n", "no type")):
        Path(folder, "u.tsv").write_text(text, encoding="utf-8")
        done = run(folder, "review", "draft.json", "--import", "u.tsv")
        if done.returncode != 3 or message not in done.stderr or answers(folder) != given:
            yield f"{message}: {done.returncode} {done.stderr}"


def write_table(rows, delimiter, quoting, end):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return out.getvalue()


def spreadsheet_programs(folder):
    """What spreadsheets make of the table: other separators, quotes, line ends, encodings, blank
    columns and rows, sorted; each gives the same answers."""
    run(folder, "review", "draft.json", "--sources", "sources", "--export", "t.tsv")
    with open(Path(folder, "t.tsv"), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    head = rows[0]
    column = {name: i for i, name in enumerate(head)}
    for i, row in enumerate(rows[1:]):
        row[column["answer"]] = ["Yes", "否", "u"][i % 3] if row[column["kind"]] != "pair" else "不同"
        if row[column["kind"]] == "pair":
            row[column["answer"]] = "no"
        if row[column["relation"]] == "founds":
            row[column["answer"]], row[column["direction"]] = "是", "反向"
    padded = [row + ["", ""] for row in rows] + [[""] * (len(head) + 2)] * 3
    forms = {
        "LibreOffice, comma": write_table(rows, ",", csv.QUOTE_MINIMAL, "\n").encode(),
        "LibreOffice, all quoted": write_table(rows, ",", csv.QUOTE_ALL, "\n").encode(),
        "LibreOffice, tab": write_table(padded, "\t", csv.QUOTE_MINIMAL, "\n").encode(),
        "Excel, CSV UTF-8": write_table(rows, ",", csv.QUOTE_MINIMAL, "\r\n").encode("utf-8-sig"),
        "Excel, semicolon": write_table(rows, ";", csv.QUOTE_MINIMAL, "\r\n").encode("utf-8-sig"),
        "Excel, Unicode text": write_table(rows, "\t", csv.QUOTE_MINIMAL, "\r\n").encode("utf-16"),
        "Excel, Chinese CSV": write_table(rows, ",", csv.QUOTE_MINIMAL, "\r\n").encode("gb18030"),
        "WPS, sorted": write_table(rows[:1] + sorted(rows[1:]), "\t", csv.QUOTE_ALL, "\r\n").encode(),
    }
    wanted = None
    for name, data in forms.items():
        Path(folder, "u.csv").write_bytes(data)
        done = run(folder, "review", "draft.json", "--import", "u.csv")
        given = sorted(answers(folder))
        wanted = wanted or given
        if done.returncode or given != wanted or len(given) != len(rows) - 1:
            yield f"{name}: {done.stderr} {given}"
        out = run(folder, "review", "draft.json", "--export", "-").stdout
        again = {r["key"]: (r["answer"], r["direction"])
                 for r in csv.DictReader(io.StringIO(out), delimiter="\t")}
        for row in rows[1:]:
            if again[row[0]][1] != ("reversed" if row[column["direction"]] else "") or \
                    again[row[0]][0] != {"Yes": "yes", "否": "no", "u": "unsure", "no": "no", "是": "yes"}[
                        row[column["answer"]]]:
                yield f"{name}: {row} came back as {again[row[0]]}"
        Path(folder, ANSWERS).unlink()
        Path(folder, "decisions.tsv").unlink(missing_ok=True)
    Path(folder, "u.csv").write_bytes(b"key,answer\n" + bytes(range(128, 256)))
    done = run(folder, "review", "draft.json", "--import", "u.csv")
    if done.returncode != 3 or "u.csv" not in done.stderr:
        yield f"no text: {done.stderr}"


def all_or_nothing(folder):
    """Whatever is wrong with one row, nothing of the others is taken, and every wrong one is named."""
    out = run(folder, "review", "draft.json", "--export", "-").stdout
    rows = list(csv.DictReader(io.StringIO(out), delimiter="\t"))
    nodes = [r["key"] for r in rows if r["kind"] == "node"]
    pair = next(r["key"] for r in rows if r["kind"] == "pair")
    tie = {r["relation"]: r["key"] for r in rows if r["kind"] == "tie"}
    head = "key\tanswer\tnew_type\twith\tdirection\n"
    good = "".join(f"{key}\tyes\t\t\t\n" for key in nodes) + f"{pair}\tyes\t\t\t\n"
    line = 2 + len(nodes) + 1
    cases = [(f"{tie['founds']}\tmaybe\t\t\t\n", "maybe"), ("t0\tyes\t\t\t\n", "t0"),
             (f"{nodes[4]}\tyes\t\t青松大学\t\n", "are two"),  # the laboratory and the university
             (f"{tie['cooperates_with']}\tyes\t\t\treversed\n", "has no direction"),
             (f"{tie['incubates']}\tyes\t\t\treversed\n", "does not go from"),
             (f"{tie['incubates']}\tyes\tissues\t\t\n", "does not go from"),
             (f"{nodes[0]}\tyes\t\t\treversed\n", "only a relation"),
             (f"{tie['founds']}\tyes\t\t\tbackwards\n", "backwards"),
             (f"{tie['founds']}\tyes\t\t\"open\n", "quotation mark")]
    for row, message in cases:
        Path(folder, "u.tsv").write_text(head + good + row + f"{nodes[0]}\tperhaps\n", encoding="utf-8")
        done = run(folder, "review", "draft.json", "--import", "u.tsv")
        if done.returncode != 3 or f"u.tsv:{line}:" not in done.stderr or message not in done.stderr:
            yield f"{message}: {done.returncode} {done.stderr}"
        if message != "quotation mark" and f"u.tsv:{line + 1}:" not in done.stderr:
            yield f"{message}: the other wrong row is not told: {done.stderr}"
        if answers(folder) or decisions(folder):
            yield f"{message}: {answers(folder)} {decisions(folder)}"
    Path(folder, "u.tsv").write_text(head + good, encoding="utf-8")
    done = run(folder, "review", "draft.json", "--import", "u.tsv", "--answers", "none/a.tsv")
    if done.returncode != 4 or len(decisions(folder)) > 1:
        yield f"answers that cannot be saved: {done.returncode} {done.stderr} {decisions(folder)}"
    done = run(folder, "review", "draft.json", "--import", "u.tsv")
    if done.returncode or len(answers(folder)) != len(nodes) + 1 or len(decisions(folder)) != 2:
        yield f"the good rows alone: {done.stderr} {answers(folder)}"
    # the tie that keeps two apart is refused in the same table
    Path(folder, "u.tsv").write_text(f"{head}{tie['founds']}\tno\t\t\t\n{nodes[4]}\tyes\t\t青松大学\t\n",
                                     encoding="utf-8")
    done = run(folder, "review", "draft.json", "--import", "u.tsv")
    if done.returncode or len(decisions(folder)) != 3:
        yield f"refused in the same table: {done.stderr}"


TESTS = [spreadsheet, spreadsheet_programs, all_or_nothing]

if __name__ == "__main__":
    review.main(TESTS)
