"""How long maps take, and how much memory: the shipped graph, random graphs of 2,000 and 20,000 nodes
(these as an overview). Beside each large one, Graphviz's sfdp on the same graph in the same run: its
time divided by ours. Fails when a map takes longer, or more memory, than is promised.

Times are of the processor, so that what else the machine does counts little."""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "map"))
from random_graph import graph  # noqa: E402

PROGRAM = os.environ.get("GRAPHTOOL", os.path.join(ROOT, "build", "graphtool"))
MEBIBYTES = 1024
SFDP_SECONDS = 300


def seconds_and_mebibytes(command, limit=None):
    """Processor seconds of a command and its children, and their largest memory."""
    with tempfile.TemporaryFile() as report:
        reader = ("import resource, subprocess, sys; s = subprocess.run(sys.argv[1:], "
                  "stdout=subprocess.DEVNULL).returncode; u = resource.getrusage("
                  "resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss, s)")
        run = subprocess.Popen([sys.executable, "-c", reader, *command], stdout=report, cwd=ROOT)
        try:
            run.wait(limit)
        except subprocess.TimeoutExpired:
            run.kill()
            return None
        report.seek(0)
        seconds, kibibytes, status = report.read().split()[-3:]
        if int(status):
            raise SystemExit(f"{command} ended with status {int(status)}")
        return float(seconds), int(kibibytes) / MEBIBYTES


def dot_of(n, path):
    """The same graph for sfdp."""
    import json
    data = json.loads(graph(n))
    with open(path, "w", encoding="utf-8") as file:
        file.write("graph {\n" + "".join(f'"{e["source"]}" -- "{e["target"]}"\n'
                                         for e in data["edges"]) + "}\n")


def main():
    failed = False
    print(f"{'map':<28}{'seconds':>9}{'at most':>9}{'MiB':>7}{'sfdp':>9}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        jobs = [("256 nodes, shipped", 0, ["graphs"], 1.5),
                ("comparison, shipped", 0, ["-c", "changning,putuo", "graphs"], 1.5),
                ("2,000 nodes", 2000, [], 15), ("20,000 nodes, overview", 20000, [], 60)]
        for name, n, options, most in jobs:
            if n:
                options = [os.path.join(folder, f"{n}.json")]
                with open(options[0], "w", encoding="utf-8") as file:
                    file.write(graph(n))
                dot_of(n, options[0] + ".dot")
            seconds, memory = seconds_and_mebibytes(
                [PROGRAM, "map", "-o", os.path.join(folder, "a.svg"), *options])
            theirs = n and seconds_and_mebibytes(["sfdp", options[0] + ".dot"], SFDP_SECONDS)
            sfdp = f"{theirs[0]:.1f}" if theirs else f">{SFDP_SECONDS}" if n else ""
            ratio = f"{theirs[0] / seconds:.1f}" if theirs else ""
            bad = seconds > most or memory > 1024
            failed |= bad
            print(f"{name:<28}{seconds:>9.2f}{most:>9}{memory:>7.0f}{sfdp:>9}{ratio:>7}"
                  f"{'  too much' if bad else ''}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
