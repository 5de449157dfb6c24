"""source.py: what the style tests share: the files of src/, C without its comments, TAP, and a
source tree with a planted fault, for proving that a check can fail."""
import contextlib
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def files(root, *suffixes):
    """Paths of the files below root/src (and tests/, for C), sorted, as text relative to root."""
    found = [p for p in root.glob("src/**/*") if p.suffix in suffixes]
    found += [p for p in root.glob("tests/*/*.[ch]") if p.suffix in suffixes]
    return sorted(str(p.relative_to(root)) for p in found if p.is_file())


def read(root, path):
    return (root / path).read_text(encoding="utf-8")


def blank(match):
    """Blanks of the same shape, so that lines and columns stay."""
    return re.sub(r"[^\n]", " ", match.group())


def without_comments(text):
    return TOKEN.sub(lambda m: m.group() if m.group()[0] in "\"'" else blank(m), text)


def without_comments_and_texts(text):
    return TOKEN.sub(blank, text)



class Tap:
    """Counts and prints; finish() ends the program."""

    def __init__(self):
        self.n = self.failed = 0

    def check(self, name, faults):
        faults = list(faults)
        self.n += 1
        self.failed += bool(faults)
        for fault in faults[:20]:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {self.n} - {name}")

    def finish(self):
        print(f"1..{self.n}")
        sys.exit(self.failed > 0)


@contextlib.contextmanager
def tree(contents):
    """A folder with these files: {path: text}."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, text in contents.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        yield root


def prove(tap, check, clean, planted):
    """The clean tree passes; each planted change is found, in the file that has it, and alone.

    planted: (name, {path: text}, path of the one fault or None when there is to be none)"""
    with tree(clean) as root:
        tap.check("a clean tree passes", check(root))
    for name, change, at in planted:
        with tree({**clean, **change}) as root:
            faults = list(check(root))
        right = len(faults) == 1 and faults[0].startswith(at) if at else not faults
        tap.check(f"{'found' if at else 'allowed'}: {name}",
                  [] if right else [f"expected {at}, found {faults or 'nothing'}"])
