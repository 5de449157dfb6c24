"""How long extraction takes, and how much memory: 10 MB of replies in one file and in thousands, memory
by the number of files, two jobs beside one, and a hostile line of a gigabyte. Beside each, how long a
plain pass over the same bytes takes (iconv to UTF-16; there is no other program that does this job).
Fails when it takes longer, or more memory, than is promised.

The replies are made here: paragraphs of the genre with names of random characters."""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.environ.get("GRAPHTOOL", os.path.join(ROOT, "build", "graphtool"))

MEGABYTES = 10
SECONDS = 5.0         # of the processor, for MEGABYTES on one core
MEBIBYTES_ONE = 3072  # most memory for one file of MEGABYTES
GROWTH = 1.3          # memory for 1,000 files by that for 10
SPEED_UP = 1.4        # of two jobs, where there are two processors
HOSTILE_SECONDS = 20

SIGNS = "云岭翠柏红梅青松蓝鲸白鹭金桥银杏海棠丹枫碧波长风星火晨曦远山清泉启明瑞雪朝阳望江临溪锦绣博雅"
HEAD = ("江州市{a}区科学技术局\n\n{b}科〔2025〕{n}号\n\n关于区政协六届四次会议第{n}号提案的答复\n\n李某某委员：\n\n"
        "您提出的《关于加快{c}产业发展的建议》收悉，现将办理情况答复如下：\n\n")
FOOT = "\n江州市{a}区科学技术局\n\n2025年6月9日\n"
PARAGRAPHS = [
    "一、夯实产业基础。我区打造{a}{b}科技城，集聚了{c}生物科技有限公司、{d}智能（江州）有限公司、{e}集团等{k}家企业，"
    "形成了较为完整的产业链条，有力支撑了区域经济高质量发展。\n",
    "二、深化产学研合作。区科学技术局与{a}大学签署战略合作协议，共建{b}{c}联合实验室，围绕{d}技术开展联合攻关，"
    "并设立规模为{k}亿元的{e}产业基金，由{a}资本管理有限公司运营。\n",
    "近年来，我们不断优化营商环境，完善政策体系，加强服务保障，推动各项工作取得积极进展，得到了社会各界的广泛好评。"
    "同时也要看到，工作中还存在一些不足，与代表委员的期望相比还有差距，需要在今后的工作中认真研究、加以改进。\n",
    "2023年，{a}{b}科技园获批国家级孵化器，入驻企业{k}家，获得市级财政资助{k}万元；{c}{d}研究院牵头组建{e}产业创新联盟，"
    "成员包括{b}{c}大学、{d}医院、{e}{a}股份有限公司等单位。\n",
    "下一步，我区将出台《{a}区促进{b}产业发展三年行动方案》，支持{c}{d}大学科技园建设概念验证中心，计划举办{e}创新创业大赛，"
    "引入{a}{e}投资集团参与{b}产业园建设。\n",
]


def word(dice):
    return "".join(dice.choices(SIGNS, k=2))


def reply(dice, size):
    """A reply of about so many bytes."""
    def fill(text):
        return text.format(n=dice.randrange(1, 999), k=dice.randrange(2, 90),
                           **{key: word(dice) for key in "abcde"})
    parts, length = [fill(HEAD)], 0
    while length < size:
        parts.append(fill(PARAGRAPHS[dice.randrange(len(PARAGRAPHS))]))
        length += len(parts[-1].encode())
    return "".join(parts) + fill(FOOT)


def measure(command, may_fail=False):
    """(processor seconds, elapsed seconds, MiB of the largest process, message) of a command and its
    children."""
    begun = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, cwd=ROOT)
        _, status, use = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        message = errors.read().decode("utf-8", "replace").strip()
    if program.returncode and not may_fail:
        raise SystemExit(f"{command} ended with status {program.returncode}: {message}")
    return use.ru_utime + use.ru_stime, time.monotonic() - begun, use.ru_maxrss / 1024, message


def best(command):
    """The run of three that took the processor the least: the others were disturbed."""
    return min((measure(command) for _ in range(3)), key=lambda run: run[0])


class Report:
    def __init__(self):
        self.failed = False
        print(f"{'extraction':<34}{'seconds':>9}{'at most':>9}{'MiB':>7}{'at most':>9}{'pass':>7}{'ratio':>7}")

    def row(self, name, seconds, most, memory, most_memory, plain=0.0):
        bad = seconds > most or memory > most_memory
        self.failed |= bad
        print(f"{name:<34}{seconds:>9.2f}{most:>9.1f}{memory:>7.0f}{most_memory:>9.0f}"
              + (f"{plain:>7.2f}{seconds / plain:>7.0f}" if plain else "")
              + ("  too much" if bad else ""), flush=True)

    def figure(self, name, value, limit, fine):
        self.failed |= not fine
        print(f"{name:<34}{value:>9.2f}{limit:>9.2f}{'' if fine else '  missed'}", flush=True)


def extract(paths, out, jobs=1):
    return [PROGRAM, "extract", *paths, "--known", "none", "-q", "-j", str(jobs), "-o", out]


def plain_pass(paths):
    return measure(["iconv", "-f", "UTF-8", "-t", "UTF-16", *paths])[0]


def write_many(folder, n, size, seed):
    os.makedirs(folder)
    dice = random.Random(seed)
    for i in range(n):
        text = reply(dice, size).replace("科〔2025〕", f"科〔2025〕{i}", 1) # a number of its own each
        with open(os.path.join(folder, f"{i:05d}.txt"), "w", encoding="utf-8") as file:
            file.write(text)
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def speed(report, folder):
    big = os.path.join(folder, "big.txt")
    with open(big, "w", encoding="utf-8") as file:
        file.write(reply(random.Random(1), MEGABYTES * 1000000))
    seconds, _, memory, _ = best(extract([big], os.path.join(folder, "big.json")))
    report.row(f"one file of {MEGABYTES} MB", seconds, SECONDS, memory, MEBIBYTES_ONE, plain_pass([big]))
    size = 5000
    many = write_many(os.path.join(folder, "many"), MEGABYTES * 1000000 // size, size, 2)
    one = best(extract([os.path.dirname(many[0])], os.path.join(folder, "out1")))
    report.row(f"{len(many)} files, {MEGABYTES} MB, -j1", one[0], SECONDS, one[2], 64, plain_pass(many))
    if len(os.sched_getaffinity(0)) > 1:
        two = best(extract([os.path.dirname(many[0])], os.path.join(folder, "out2"), 2))
        report.figure("  -j2: times as fast", one[1] / two[1], SPEED_UP, one[1] / two[1] >= SPEED_UP)


def memory(report, folder):
    peaks = {}
    for n in 10, 100, 1000:
        files = write_many(os.path.join(folder, f"n{n}"), n, 4000, 3)
        seconds, _, peaks[n], _ = measure(extract([os.path.dirname(files[0])],
                                                  os.path.join(folder, f"o{n}"), 2))
        report.row(f"{n} files of 4 KB", seconds, SECONDS, peaks[n], 64)
    report.figure("  memory, 1,000 by 10 files", peaks[1000] / peaks[10], GROWTH,
                  peaks[1000] <= GROWTH * peaks[10])


def hostile(report, folder):
    """A line of a gigabyte, most of which is a hole: refused, within limits, with a message."""
    path = os.path.join(folder, "line.txt")
    with open(path, "wb") as file:
        file.write("我区打造云岭科学城，".encode() * 1000)
        file.truncate(1 << 30)
    seconds, _, used, message = measure(extract([path], "-"), may_fail=True)
    report.row("one line of 1 GiB, refused", seconds, HOSTILE_SECONDS, used, 512)
    if "line.txt" not in message:
        report.failed = True
        print(f"  its message: {message!r}")
    with open(path, "wb") as file:  # without a stop in it
        file.write("我区打造云岭科学城".encode() * ((4 << 20) // 27))
    seconds, _, used, message = measure(extract([path], "-"))
    report.row("one line of 4 MiB", seconds, HOSTILE_SECONDS, used, 2048)


def main():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        speed(report, folder)
        memory(report, folder)
        hostile(report, folder)
    sys.exit(report.failed)


if __name__ == "__main__":
    main()
