"""What the tests of `graphtool review` share: a draft with its reply, which is made up, a session on
a terminal, what it has saved, and a runner."""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "golden"))
from terminal import PROGRAM, Terminal, shipped  # noqa: E402

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


class Session(Terminal):
    """A review on a terminal, which is read until it asks."""

    def __init__(self, folder, *options, term="xterm-256color", size=(24, 80), lang="en", **env):
        self.folder, self.screen = Path(folder), ""
        super().__init__(folder, "review", "draft.json", "--sources", "sources", "--lang", lang,
                         *options, term=term, size=size, **env)
        self.wait()

    def wait(self, seconds=5.0):
        """Reads until the program asks, or ends."""
        text, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            piece = self.read(0.01)
            if piece is None or (not piece and text.rstrip(b" ").endswith(b">")):
                break
            text += piece
        self.screen = text.decode("utf-8", "replace")
        return self.screen

    def press(self, keys):
        self.type(keys)
        return self.wait()

    def kill(self, number):
        os.kill(self.process, number)
        return self.end()

    def end(self):
        """The exit status; negative for a signal."""
        if self.process is None:
            return None
        self.wait(2.0)
        status = self.ended()
        os.close(self.master)
        self.process = None
        return status

    def plain(self):
        return SEQUENCE.sub("", self.screen).replace("\r", "")

    def question(self):
        """The two lines that ask."""
        text = self.plain()
        return text[text.index("open,"):].split("\n")[2:4]

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


def run(folder, *arguments):
    return subprocess.run([PROGRAM, *arguments, "--lang", "en"], cwd=folder, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL)


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def main(tests):
    """Each test, a function of a folder that yields what is wrong; or those that are named."""
    tap = shipped.Tap()
    for test in tests:
        if len(sys.argv) > 1 and test.__name__ not in sys.argv:
            continue
        with tempfile.TemporaryDirectory() as folder:
            tap.check(test.__name__.replace("_", " "), test(make(folder)))
    tap.finish()
