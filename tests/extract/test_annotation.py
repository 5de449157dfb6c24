#!/usr/bin/env python3
"""The annotations of the invented replies are sound, and the check of them finds planted faults."""
import copy
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "graphs"))
import annotate_check as check  # noqa: E402
import shipped  # noqa: E402

TEXT = """签发人：甄有德
对区政协一届一次会议第1号提案的答复
乙丙委员：
2024年，我局联合丁戊大学成立己庚联盟，聚焦人工智能。
己庚联盟由辛壬教授任理事长。
某某区科技局
联系人：癸子 电话：0571-12345678
"""
NODES = [("bureau", "agency", "某某区科技局"), ("university", "university", "丁戊大学"),
         ("alliance", "alliance", "己庚联盟"), ("ai", "industry", "人工智能"),
         ("chair", "person", "辛壬")]
PATH = Path("sample.gold.json")
QUOTE = "丁戊大学成立己庚联盟"

# What the check has to say, path to the object, key, new value.
FAULTS = [
    ("is not in the text", ("entities", 1), "mentions", ["丁戊学院"]),
    ("is not in the text", ("entities", 1), "aliases", ["丁大"]),
    ("two entities of one id", ("entities", 1), "id", "bureau"),
    ("is no slug", ("entities", 3), "id", "A_I"),
    ("type 'firm'", ("entities", 1), "type", "firm"),
    ("level 'provincial'", ("entities", 1), "level", "provincial"),
    ("districts", ("entities", 1), "districts", ["hangzhou"]),
    ("no mention", ("entities", 1), "mentions", []),
    ("is a form of", ("entities", 1), "mentions", ["丁戊大学", "己庚联盟"]),
    ("keys ['phone']", ("entities", 1), "phone", "x"),
    ("never a node", ("entities", 4), "name", "癸子"),
    ("never a node", ("entities", 4), "name", "甄有德"),
    ("never a node", ("entities", 4), "name", "乙丙"),
    ("looks like a contact", ("entities", 4), "mentions", ["0571-12345678"]),
    ("amount", ("entities", 1), "size", {"value": 0, "currency": "CNY"}),
    ("an end that is no node", ("relations", 0), "source", "nobody"),
    ("a tie with itself", ("relations", 0), "source", "alliance"),
    ("type 'owns'", ("relations", 0), "type", "owns"),
    ("is not allowed", ("relations", 0), "type", "focuses_on"),
    ("is not allowed", ("relations", 0), "type", "affiliated_with"),
    ("status 'done'", ("relations", 0), "status", "done"),
    ("date '2024/4'", ("relations", 0), "date", "2024/4"),
    ("of kind 'loan'", ("relations", 0), "amount", {"value": 1, "currency": "CNY", "kind": "loan"}),
    ("amount in USD", ("relations", 0), "amount", {"value": 1, "currency": "USD", "kind": "grant"}),
    ("quote is not in the text", ("relations", 0), "quote", "丁戊大学设立己庚联盟"),
    ("quote is empty or not folded", ("relations", 0), "quote", "丁戊大学 成立"),
    ("another text stands at", ("relations", 0), "start", 1),
    ("holds a contact", ("relations", 0), "quote", "电话：0571-12345678"),
    ("quote of", ("relations", 0), "quote", "字" * 121),
    ("stated twice", ("relations", 1), "type", "founds"),
    ("document: title", ("document",), "title", "别的答复"),
    ("document: number", ("document",), "number", "某科〔2024〕1号"),
    ("document: issuer", ("document",), "issuer", "university"),
    ("document: id", ("document",), "id", "other"),
    ("document: date", ("document",), "date", "24年"),
    ("document: district", ("document",), "district", "hangzhou"),
]


def sample():
    """A sound annotation of the text."""
    start = check.fold(TEXT).index(QUOTE)
    edge = {"source": "university", "target": "alliance", "quote": QUOTE, "start": start,
            "end": start + len(QUOTE)}
    return {
        "document": {"id": "sample", "title": "对区政协一届一次会议第1号提案的答复",
                     "issuer": "bureau", "date": "2024-05", "district": "elsewhere"},
        "entities": [{"id": i, "type": t, "name": n, "aliases": [], "mentions": [n],
                      "districts": []} for i, t, n in NODES],
        "relations": [{**edge, "type": "founds", "status": "past"},
                      {**edge, "type": "member_of", "status": "ongoing"}],
    }


def faults(gold):
    return list(check.annotation_faults(gold, PATH, TEXT, check.Vocabulary()))


def planted(path, key, value):
    gold = copy.deepcopy(sample())
    target = gold
    for step in path:
        target = target[step]
    target[key] = value
    return faults(gold)


def tables(vocabulary):
    """Lists that were read empty: a check against them would find nothing."""
    for name, size in (("nodes", 15), ("edges", 16), ("statuses", 3), ("levels", 5), ("kinds", 4),
                       ("districts", 17), ("rules", 16)):
        if len(getattr(vocabulary, name)) < size:
            yield f"{name}: {getattr(vocabulary, name)}"
    if set(vocabulary.rules) != set(vocabulary.edges):
        yield "edge types without a rule"


def main():
    tap = shipped.Tap()
    vocabulary = check.Vocabulary()
    tap.check("the tables of the ontology are read", tables(vocabulary))
    found = check.annotations()
    tap.check("there are annotations", [] if found else ["no *.gold.json"])
    for path in found:
        gold, text = check.load(path)
        tap.check(f"{path.parent.name}/{path.name} is sound",
                  check.annotation_faults(gold, path, text, vocabulary))
    tap.check("the sample is sound", faults(sample()))
    for message, path, key, value in FAULTS:
        said = planted(path, key, value)
        tap.check(f"found: {key} {str(value)[:24]}",
                  [] if any(message in f for f in said) else [said or "no fault"])
    tap.finish()


if __name__ == "__main__":
    main()
