#!/usr/bin/env python3
"""The READMEs' tours are real: each command of a ```console block is run and must print what stands
below it. A line "..." stands for what was left out up to the next line that is shown. TAP."""
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))


def console_steps(path):
    """(command, expected lines) of every console block."""
    text = open(path, encoding="utf-8").read()
    for block in re.findall(r"^```console\n(.*?)^```", text, re.M | re.S):
        command, lines = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, lines
                command, lines = line[2:], []
            else:
                lines.append(line)
        if command:
            yield command, lines


def agrees(shown, printed):
    """True when the printed lines are the shown ones, "..." standing for any number of lines."""
    if not shown:
        return not printed
    if shown[0] == "...":
        return any(agrees(shown[1:], printed[i:]) for i in range(len(printed) + 1))
    return bool(printed) and shown[0].rstrip() == printed[0].rstrip() and agrees(shown[1:], printed[1:])


def run(command):
    path = BUILD + os.pathsep + os.environ["PATH"]
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True,
                          env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}, timeout=60)
    return (done.stdout + done.stderr).splitlines()


def main():
    number = failed = 0
    for name in ("README.md", "README.zh-CN.md"):
        steps = [s for s in console_steps(os.path.join(ROOT, name)) if "graphtool" in s[0]]
        number += 1
        ok = len(steps) >= 5
        failed += not ok
        print("ok" if ok else "not ok", number, "-", name, "has a tour")
        for command, shown in steps:
            number += 1
            printed = run(command)
            ok = agrees(shown, printed)
            failed += not ok
            print("ok" if ok else "not ok", number, "-", name, command)
            if not ok:
                print("\n".join("# " + line for line in printed))
    assert not agrees(["a"], ["b"]) and agrees(["a", "...", "c"], ["a", "b", "c"])
    print(f"1..{number}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
