#!/usr/bin/env python3
"""Progress on standard error: after half a second, only on a terminal, counted, and wiped out.

A pipe that nobody has filled yet stands for a reply that takes long.
"""
import os
import pty
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "graphs"))
import shipped  # noqa: E402

PROGRAM = os.environ.get("GRAPHTOOL", str(shipped.ROOT / "build" / "graphtool"))
REPLY = "云岭区科学技术局关于第{}号提案的答复\n我区打造云岭科学城，集聚了蓝鲸生物科技有限公司。\n"


def make(folder):
    for i in range(3):
        Path(folder, f"{i}.txt").write_text(REPLY.format(i), encoding="utf-8")
    os.mkfifo(Path(folder, "slow.txt"))


def run(folder, *options, wait=1.1, error="terminal", columns=80):
    """What `extract` writes to standard error while its last file comes after `wait` seconds."""
    make(folder)
    files = [f"{i}.txt" for i in range(3)] + ["slow.txt"]
    master, slave = pty.openpty()
    import fcntl, struct, termios
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    program = subprocess.Popen(
        [PROGRAM, "extract", *files, "--known", "none", "-o", "out", "-j", "1", *options], cwd=folder,
        stdout=subprocess.PIPE, stderr=slave if error == "terminal" else subprocess.PIPE)
    os.close(slave)
    with open(Path(folder, "slow.txt"), "w", encoding="utf-8") as slow:
        time.sleep(wait)
        slow.write(REPLY.format(9))
    out, piped = program.communicate(timeout=20)
    text = (piped or b"").decode()
    while True:
        try:
            piece = os.read(master, 65536) if error == "terminal" else b""
        except OSError:
            break
        if not piece:
            break
        text += piece.decode()
    os.close(master)
    return program.returncode, out.decode(), text


def case(*options, **more):
    with tempfile.TemporaryDirectory() as folder:
        status, out, text = run(folder, *options, **more)
        drafts = len(os.listdir(Path(folder, "out")))
        if status or drafts != 4 or "4" not in out:
            raise SystemExit(f"not ok - extract: {status} {out} {text}")
        return text


def shown():
    text = case("--lang", "en")
    if not re.search(r"\rextract: replies 3 of 4, \d+ s left", text):
        yield repr(text)
    if not re.search(r"\r +\r$", text) or "\n" in text or "\x1b" in text:
        yield f"not wiped out: {text!r}"
    if not re.search(r"\rextract：答复 3 / 4，还需 \d+ 秒", case("--lang", "zh")):
        yield "in Chinese"


def silent():
    for what, text in (("within half a second", case(wait=0.1)), ("with --quiet", case("--quiet")),
                       ("with -q", case("-q")), ("in a pipe", case(error="pipe")),
                       ("in a window that is too narrow", case("--lang", "en", columns=12))):
        if text:
            yield f"{what}: {text!r}"


def main():
    tap = shipped.Tap()
    tap.check("shown on a terminal, counted, wiped out, in both languages", shown())
    tap.check("not shown early, in a pipe, with --quiet, where there is no room", silent())
    tap.finish()


if __name__ == "__main__":
    main()
