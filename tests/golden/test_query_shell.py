#!/usr/bin/env python3
"""The prompt of `graphtool query --shell`, on a terminal and through a pipe: answers, mistakes,
completion, history, and Ctrl-C, which ends a question and not the shell. TAP."""
import os
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from terminal import PATIENCE, PROGRAM, Terminal, shipped  # noqa: E402

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c;"


class Shell(Terminal):
    """The shell on a terminal of its own."""

    def __init__(self, state):
        self.text = ""
        super().__init__(shipped.ROOT, "query", "--shell", "--lang", "en", XDG_STATE_HOME=state,
                         ASAN_OPTIONS="detect_leaks=0")  # libedit keeps names of bound functions

    def read_until(self, wanted):
        """True when the text comes in time; what is read is dropped up to its end."""
        end = time.time() + PATIENCE
        while wanted not in self.text and time.time() < end:
            piece = self.read(0.2)
            if piece is None:
                break
            self.text += piece.decode("utf-8", "replace")
        found = wanted in self.text
        self.text = self.text.split(wanted, 1)[1] if found else self.text
        return found

    def close(self):
        """The exit status. The key is lost while the editor takes the terminal over: it is pressed
        again, as a person would."""
        end, press = time.time() + PATIENCE, time.time() + 0.5
        while time.time() < end:
            if time.time() > press:
                press = time.time() + 3
                self.type("\x04")
            self.read(0.05)
            status = self.changed(patience=0)
            if status is not None:
                return os.waitstatus_to_exitcode(status)
        return self.ended(patience=0)


def on_a_terminal(state):
    """(what, whether it is so), one after the other."""
    shell = Shell(state)
    yield "a prompt comes", shell.read_until("graphtool> ")
    shell.type("SELECT count(*) AS n\n")
    yield "a question goes on over lines", shell.read_until("...> ")
    shell.type("FROM node;\n")
    yield "and is answered", shell.read_until("256")
    shell.type("SELECT na")
    shell.type("\t")
    yield "Tab completes", shell.read_until("name") and shell.read_until("> SELECT na")
    time.sleep(0.5)  # the line must be waiting for keys again
    shell.type("\x03")
    yield "Ctrl-C drops the line", shell.read_until("graphtool> ")
    shell.type("SELECT 6 * 7;\n")
    yield "the next question is answered", shell.read_until("42")
    shell.read_until("graphtool> ")
    shell.type(ENDLESS + "\n")
    time.sleep(1)
    shell.type("\x03")
    yield "Ctrl-C ends a question", shell.read_until("interrupted")
    yield "and not the shell", shell.read_until("graphtool> ")
    shell.type("SELECT 100 + 11;\n")
    yield "which answers on", shell.read_until("111")
    shell.read_until("graphtool> ")
    shell.type("search --text 东华\n")
    yield "Chinese can be typed", shell.read_until("donghua-university")
    shell.read_until("graphtool> ")
    shell.type("\x1b[A\n")
    yield "the last question comes back", shell.read_until("donghua-university")
    shell.read_until("graphtool> ")
    status = shell.close()
    yield "the status tells of the interruption", status == 130
    path = os.path.join(state, "graphtool", "history")
    yield "the history is kept", os.path.exists(path) and "SELECT" in open(path).read()


def through_a_pipe():
    lines = "SELECT id\nFROM node\nWHERE id = 'cas';\n(a:fund) RETURN count(*) AS n;\nSELECT nmae FROM node;\n" \
            ".nope\nties-of --entity 微系统所\n.format csv\nSELECT 'a,b' AS t"
    done = subprocess.run([PROGRAM, "query", "--shell", "--lang", "en"], input=lines, text=True,
                          cwd=shipped.ROOT, capture_output=True, timeout=60)
    yield "questions are answered", "\ncas\n" in done.stdout and "\n9\n" in done.stdout
    yield "a saved one too", "Xinwei" in done.stdout
    yield "the form can be changed", done.stdout.endswith('t\n"a,b"\n')
    yield "mistakes are shown", "did you mean name?" in done.stderr and ".nope" in done.stderr
    yield "the status is that of the first mistake", done.returncode == 2
    yield "no prompt is printed", "graphtool>" not in done.stdout


def main():
    number = failed = 0
    with tempfile.TemporaryDirectory() as state:
        for part in (through_a_pipe(), on_a_terminal(state)):
            for what, fine in part:
                number += 1
                failed += not fine
                print("ok" if fine else "not ok", number, "-", what)
    print(f"1..{number}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
