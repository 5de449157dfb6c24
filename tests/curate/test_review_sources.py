#!/usr/bin/env python3
"""The sentence that `graphtool review` shows, out of replies of every form (text, Markdown, HTML,
Word, PDF), with its place; not when the reply is another one. TAP."""
import csv
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
import review  # noqa: E402
from review import Session, TEXT, make, run  # noqa: E402


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


def another_text(folder):
    make(folder, TEXT.replace("八百万", "九百万"))
    session = Session(folder, "--ask", "tie")
    if "not the one that was annotated" not in re.sub(r"\s+", " ", session.plain()) or \
            "合作设立" in session.plain():
        yield f"{session.plain()!r}"
    session.press("q")
    session.end()


TESTS = [sources_of_every_form, another_text]

if __name__ == "__main__":
    review.main(TESTS)
