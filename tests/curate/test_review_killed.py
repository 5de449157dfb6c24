#!/usr/bin/env python3
"""`graphtool review` ended at any moment, by kill -9, a signal, a closed window, or stopped by Ctrl-Z:
no answer is lost, the file is whole, the next session goes on and can undo the last answers. TAP."""
import os
import re
import signal
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
import review  # noqa: E402
from review import ANSWERS, Session, answers, decisions  # noqa: E402


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
        session.type("yyynuyzyyu"[: 2 + i])
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
        rows, decided, asked = session.rows(), decisions(folder), session.question()
        session.kill(signal.SIGKILL)
        again = Session(folder)
        if again.rows() != rows or decisions(folder) != decided:
            yield f"after {keys[:n]}: {again.rows()}, {rows}"
        if "s" not in keys[:n] and again.question() != asked:
            yield f"after {keys[:n]}: asks {again.plain()!r}, not {asked}"
        counted = sum(int(x) for x in re.findall(r"(\d+) (?:yes|no|unsure)", again.plain()))
        pairs = sum("\t" in row for row in decided[1:]) - sum(r[5] != "" for r in rows)
        if counted != len({r[:3] for r in rows if r[0] != "pair"}) + pairs:
            yield f"after {keys[:n]}: {counted} counted, {rows} {decided}"
        again.press("q")
        again.end()
        for name in (ANSWERS, "decisions.tsv"):
            Path(folder, name).unlink(missing_ok=True)


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
    if session.ended() is None:
        yield "runs on when its terminal is gone"


def stops_and_goes_on(folder):
    session = Session(folder)
    session.type("\x1a")
    status = session.changed(os.WUNTRACED)
    if status is None or not os.WIFSTOPPED(status):
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


TESTS = [goes_on_after_kill, killed_at_any_time, killed_at_every_key, signals_lose_nothing,
         stops_and_goes_on]

if __name__ == "__main__":
    review.main(TESTS)
