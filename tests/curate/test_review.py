#!/usr/bin/env python3
"""`graphtool review` in a pseudo-terminal: several kinds and sizes of terminal, every key, signals,
kill -9 and going on, undo across sessions; and the way through a spreadsheet.

The reply is made up.
"""
import csv
import fcntl
import hashlib
import io
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unicodedata
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "graphs"))
import shipped  # noqa: E402

PROGRAM = os.environ.get("GRAPHTOOL", str(shipped.ROOT / "build" / "graphtool"))
TEXT = ("青松区科学技术委员会关于第007号提案的答复。您提出的关于加强产学研合作的建议收悉，现答复如下："
        "一、青松大学与翠柏微电子有限公司合作设立红梅联合实验室，项目获得资助八百万元；"
        "二、青松大学科技园引入翠柏微电子等二十家企业，松大科技园还将举办创业大赛。"
        "三、下一步，我委将持续完善政策体系，" + "不断优化营商环境、提升服务能级、" * 12 +
        "并支持青松大学科技园建设概念验证中心。")
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
ANSWERS = "draft.json.review.tsv"


def span(quote):
    at = TEXT.index(quote)
    return {"document": "reply", "start": at, "end": at + len(quote)}


def tie(source, kind, target, quote, confidence=0.8, **more):
    return {"source": source, "type": kind, "target": target, "statements": [
        {"status": "ongoing", **more, "evidence": span(quote), "rule": f"规则-{kind}",
         "confidence": confidence}]}


NODES = [("office", "agency", "青松区科学技术委员会"), ("uni", "university", "青松大学"),
         ("chip", "company", "翠柏微电子有限公司"), ("chip-short", "company", "翠柏微电子"),
         ("lab", "institute", "红梅联合实验室"), ("park", "park", "青松大学科技园"),
         ("park-short", "park", "松大科技园"), ("contest", "event", "创业大赛")]
EDGES = [tie("uni", "cooperates_with", "chip", "青松大学与翠柏微电子有限公司合作"),
         tie("uni", "founds", "lab", "青松大学与翠柏微电子有限公司合作设立红梅联合实验室"),
         tie("park", "incubates", "chip-short", "青松大学科技园引入翠柏微电子", 0.55),
         tie("park-short", "organises", "contest", "松大科技园还将举办创业大赛"),
         tie("office", "supports", "park", "支持青松大学科技园建设概念验证中心")]


def make(folder, text=TEXT):
    """A draft and its source in a folder."""
    folder = Path(folder)
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "reply.txt").write_text(text, encoding="utf-8")
    document = {"id": "reply", "title": "答复", "issuer": "office", "date": "2024-05-06",
                "district": "putuo", "file": "reply.txt", "length": len(TEXT),
                "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    nodes = [{"id": i, "type": t, "name": n} for i, t, n in NODES]
    draft = {"documents": [document], "nodes": nodes, "edges": EDGES}
    (folder / "draft.json").write_text(json.dumps(draft, ensure_ascii=False), encoding="utf-8")
    return folder


class Session:
    """The program on a terminal of its own."""

    def __init__(self, folder, *options, term="xterm-256color", size=(24, 80), lang="en", **env):
        self.folder, self.screen, self.everything = Path(folder), "", ""
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            values = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **env}
            if term is not None:
                values["TERM"] = term
            time.sleep(0.02)  # the window gets its size first
            os.execve(PROGRAM, [PROGRAM, "review", "draft.json", "--sources", "sources", "--lang",
                                lang, *options], values)
        self.resize(size, quiet=True)
        self.wait()

    def resize(self, size, quiet=False):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        if not quiet:
            self.wait()

    def wait(self, seconds=5.0):
        """Reads until the program asks, or ends."""
        text, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.master], [], [], 0.01)
            if not ready:
                if text.rstrip(b" ").endswith(b">"):
                    break
                continue
            try:
                piece = os.read(self.master, 65536)
            except OSError:
                piece = b""
            if not piece:
                break
            text += piece
        self.screen = text.decode("utf-8", "replace")
        self.everything += self.screen
        return self.screen

    def press(self, keys):
        os.write(self.master, keys.encode())
        return self.wait()

    def kill(self, number):
        os.kill(self.process, number)
        return self.end()

    def end(self):
        """The exit status; negative for a signal."""
        if self.process is None:
            return None
        self.wait(2.0)
        for _ in range(200):
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                break
            time.sleep(0.02)
        else:
            os.kill(self.process, signal.SIGKILL)
            _, status = os.waitpid(self.process, 0)
        os.close(self.master)
        self.process = None
        return os.waitstatus_to_exitcode(status)

    def echoes(self):
        return bool(termios.tcgetattr(self.master)[3] & termios.ECHO)

    def plain(self):
        return SEQUENCE.sub("", self.screen).replace("\r", "")

    def rows(self):
        """The answers saved: (kind, left, right, answer, type, with)."""
        return answers(self.folder)


def answers(folder, name=ANSWERS):
    path = Path(folder) / name
    if not path.exists():
        return []
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [(r[1], r[2], r[4], r[8], r[9], r[10]) for r in rows]


def decisions(folder):
    path = Path(folder) / "decisions.tsv"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


# --- tests: each yields what is wrong -----------------------------------------------------------

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


def goes_on_after_kill(folder):
    session = Session(folder)
    session.press("y")
    session.press("n")
    third = session.plain().split("\n")[3:5]
    if session.kill(signal.SIGKILL) != -signal.SIGKILL:
        yield "was not killed"
    if [r[3] for r in answers(folder)] != ["yes", "no"]:
        yield f"{answers(folder)}"
    session = Session(folder)
    if session.plain().split("\n")[3:5] != third:
        yield f"asks {session.plain()!r}, not {third!r}"
    session.press("z")  # what the killed session answered last
    if [r[3] for r in answers(folder)] != ["yes"] or "taken back" not in session.screen:
        yield f"undo across sessions: {answers(folder)}"
    session.press("z")
    session.press("z")
    if answers(folder) or "nothing to undo" not in session.screen:
        yield "undo to the beginning"
    session.press("q")
    session.end()


def killed_at_any_time(folder):
    """Keys sent without waiting, then kill -9: the file is whole rows, and as many as were taken."""
    counts = set()
    for i in range(8):
        session = Session(folder)
        os.write(session.master, b"yyynuyzyyu"[: 2 + i])
        time.sleep(0.003 * i)
        session.kill(signal.SIGKILL)
        text = (Path(folder) / ANSWERS).read_bytes() if (Path(folder) / ANSWERS).exists() else b""
        if text and (not text.endswith(b"\n") or any(
                line.count(b"\t") != 11 for line in text.splitlines())):
            yield f"round {i}: half a row"
        counts.add(len(answers(folder)))
        for left in Path(folder).glob("*.review.tsv"):
            left.unlink()
        for left in Path(folder).glob(".graphtool-*"):
            left.unlink()
    if len(counts) < 2:
        yield f"the kill came at the same place each time: {counts}"


def question(session):
    text = session.plain()
    return text[text.index("open,"):].split("\n")[2:4]


def killed_at_every_key(folder):
    """Keys of every kind, killed after each: all that was answered is there, and the next is asked."""
    keys = ["y", "n", "t2\n", "s", "m翠柏微电子有限公司\n", "u", "z", "x", "y", "r", "y", "z", "z", "y"]
    for n in range(1, len(keys) + 1):
        session = Session(folder)
        for key in keys[:n]:
            if len(key) > 1:
                session.press(key[0])
                key = key[1:]
            session.press(key)
        rows, decided, asked = session.rows(), decisions(folder), question(session)
        session.kill(signal.SIGKILL)
        again = Session(folder)
        if again.rows() != rows or decisions(folder) != decided:
            yield f"after {keys[:n]}: {again.rows()}, {rows}"
        if "s" not in keys[:n] and question(again) != asked:
            yield f"after {keys[:n]}: asks {again.plain()!r}, not {asked}"
        counted = sum(int(x) for x in re.findall(r"(\d+) (?:yes|no|unsure)", again.plain()))
        pairs = sum("\t" in row for row in decided[1:]) - sum(r[5] != "" for r in rows)
        if counted != len({r[:3] for r in rows if r[0] != "pair"}) + pairs:
            yield f"after {keys[:n]}: {counted} counted, {rows} {decided}"
        again.press("q")
        again.end()
        for name in (ANSWERS, "decisions.tsv"):
            Path(folder, name).unlink(missing_ok=True)


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


# --- replies of every form ----------------------------------------------------------------------

PARAGRAPHS = ["青松区科学技术局关于区政协第0126号提案的答复", "李某某委员：", "您提出的提案收悉，现答复如下：",
              "我区打造翠柏科技园，集聚了红梅生物科技有限公司等企业，" + "不断优化营商环境，" * 6 + "成效明显。",
              "下一步，我区将与青松大学合作建设概念验证中心。", "青松区科学技术局", "2024年5月6日"]


def write_docx(path):
    def paragraph(text):
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/'
                         'wordprocessingml/2006/main"><w:body>' + "".join(map(paragraph, PARAGRAPHS)) +
                         "</w:body></w:document>")


def write_pdf(path):
    """Lines of 24 characters on two pages, by librsvg: with its fonts and tables of characters."""
    lines = [(p[i:i + 24], i == 0) for p in PARAGRAPHS for i in range(0, len(p), 24)]
    pages = []
    for number in range(2):
        body = "".join(f'<text x="60" y="{80 + 30 * i}" font-size="18">{line}</text>'
                       for i, (line, _) in enumerate(lines[number * 6:(number + 1) * 6 + 40 * number]))
        pages.append(f"{path}.{number}.svg")
        Path(pages[-1]).write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842" '
            f'font-family="Noto Sans CJK SC">{body}</svg>', encoding="utf-8")
    subprocess.run(["rsvg-convert", "-f", "pdf", "-o", path, *pages], check=True)


def write_sources(folder):
    """{file: what the place of the sentence on the park begins with}"""
    text = "\n".join(PARAGRAPHS)
    Path(folder, "a.txt").write_bytes(text.encode("gb18030"))
    Path(folder, "b.md").write_text("# " + "\n\n".join(PARAGRAPHS).replace("我区打造", "**我区**打造"),
                                    encoding="utf-8")
    Path(folder, "c.html").write_text(
        "<html><head><meta charset=gbk><title>网站</title></head><body><div class=nav>首页</div>" +
        "".join(f"<p>{p}</p>\n" for p in PARAGRAPHS) + "</body></html>", encoding="gbk")
    write_docx(Path(folder, "d.docx"))
    write_pdf(str(Path(folder, "e.pdf")))
    return {"a.txt": "line 4", "b.md": "line 7", "c.html": "line 4", "d.docx": "paragraph 4",
            "e.pdf": "page 1, line 4"}


def sources_of_every_form(folder):
    """Drafts of a reply in all forms: its sentence, marked, with its place; not when it was changed."""
    if not shutil.which("rsvg-convert"):
        yield "rsvg-convert is not there"
    sources = Path(folder, "sources")
    for name, place in write_sources(sources).items():
        done = run(folder, "extract", f"sources/{name}", "--known", "none", "-o", "draft.json")
        if done.returncode:
            yield f"{name}: {done.stderr}"
            continue
        session = Session(folder, "--ask", "tie", NO_COLOR="1", size=(30, 100))
        flat = session.plain().replace("\n", "")
        for _ in range(8):
            if "翠柏科技园]" in flat:
                break
            session.press("s")
            flat = session.plain().replace("\n", "")
        if ">>" not in flat or "翠柏科技园]" not in flat or place not in flat:
            yield f"{name}: {flat!r}"
        session.press("q")
        session.end()
        done = run(folder, "review", "draft.json", "--sources", "sources", "--export", "t.tsv")
        with open(Path(folder, "t.tsv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        if not any(r["kind"] == "tie" and "打造翠柏科技园" in r["sentence"] and r["place"].startswith(place)
                   for r in rows):
            yield f"{name}: {[(r['sentence'], r['place']) for r in rows]}"
        for command in ("show", "翠柏科技园"), ("query", "-e", "SELECT document, start, \"end\" FROM statement"):
            done = run(folder, *command, "draft.json", "--sources", "sources")
            if done.returncode or "打造翠柏科技园" not in done.stdout:
                yield f"{command[0]} {name}: {done.stderr} {done.stdout}"
    Path(sources, "e.pdf").write_bytes(b"%PDF-1.4 broken")
    done = run(folder, "show", "翠柏科技园", "draft.json", "--sources", "sources")
    if done.returncode != 3 or "e.pdf" not in done.stderr:
        yield f"a broken PDF: {done.returncode} {done.stderr}"


def signals_lose_nothing(folder):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        session = Session(folder)
        before = len(session.rows())
        session.press("y")
        os.kill(session.process, number)
        session.wait(1.0)
        if number != signal.SIGHUP and not session.echoes():
            yield f"{number.name}: the terminal stays without echo"
        if session.end() != 130:
            yield f"{number.name}: status"
        if len(session.rows()) != before + 1:
            yield f"{number.name}: {session.rows()}"
    session = Session(folder)
    os.close(session.master)  # the window is closed
    for _ in range(100):
        done, status = os.waitpid(session.process, os.WNOHANG)
        if done:
            break
        time.sleep(0.02)
    else:
        os.kill(session.process, signal.SIGKILL)
        os.waitpid(session.process, 0)
        yield "runs on when its terminal is gone"


def stops_and_goes_on(folder):
    session = Session(folder)
    os.write(session.master, b"\x1a")
    for _ in range(100):
        done, status = os.waitpid(session.process, os.WNOHANG | os.WUNTRACED)
        if done:
            break
        time.sleep(0.02)
    if not done or not os.WIFSTOPPED(status):
        yield "Ctrl-Z does not stop it"
    if not session.echoes():
        yield "stopped, but the terminal has no echo"
    os.kill(session.process, signal.SIGCONT)
    session.wait()
    if "yes" not in session.screen:
        yield f"no new picture: {session.screen!r}"
    session.press("y")
    if len(session.rows()) != 1:
        yield "does not go on"
    session.press("q")
    session.end()


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
    if not session.screen or any(width(line) > 40 for line in session.plain().split("\n")):
        yield f"after a new size: {session.screen!r}"
    session.press("\x04")
    session.end()


def another_text(folder):
    make(folder, TEXT.replace("八百万", "九百万"))
    session = Session(folder, "--ask", "tie")
    if "not the one that was annotated" not in re.sub(r"\s+", " ", session.plain()) or \
            "合作设立" in session.plain():
        yield f"{session.plain()!r}"
    session.press("q")
    session.end()


def run(folder, *arguments):
    return subprocess.run([PROGRAM, *arguments, "--lang", "en"], cwd=folder, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)


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
    Path(folder, ANSWERS).write_text("key\tkind\nx\tnode\n", encoding="utf-8")
    if run(folder, "review", "draft.json", "--export", "-").returncode:
        yield "a row about a candidate that is no more is a fault"


TESTS = [saves_each_key, refused_takes_ties_along, goes_on_after_kill, killed_at_any_time,
         killed_at_every_key, reverses_relations, old_answers, sources_of_every_form,
         spreadsheet_programs, all_or_nothing, signals_lose_nothing, stops_and_goes_on, edits_types, merges_entities, decides_pairs,
         shows_the_sentence, every_terminal, other_keys_and_sizes, another_text,
         accepted_in_a_graph, spreadsheet, refusals]


def main():
    tap = shipped.Tap()
    for test in TESTS:
        if len(sys.argv) > 1 and test.__name__ not in sys.argv:
            continue
        with tempfile.TemporaryDirectory() as folder:
            tap.check(test.__name__.replace("_", " "), test(make(folder)))
    tap.finish()


if __name__ == "__main__":
    main()
