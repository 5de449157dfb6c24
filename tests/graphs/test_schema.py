#!/usr/bin/env python3
"""The shipped graphs are valid against graphs/schema.json, and the schema turns faults away.

Each fault is planted in a shipped file and has to be reported at the place where it was planted.
"""
import copy
import sys

from jsonschema import Draft202012Validator

sys.dont_write_bytecode = True
import shipped  # noqa: E402

NODE = ("nodes", 0)
EDGE = ("edges", 0)
STATEMENT = EDGE + ("statements", 0)
EVIDENCE = STATEMENT + ("evidence",)
AMOUNT = {"value": 1, "currency": "CNY", "kind": "grant"}
DROP = object()

# name, object that is changed, key, new value
REFUSED = [
    ("an unknown node type", NODE, "type", "firm"),
    ("a node type in capitals", NODE, "type", "Agency"),
    ("a node without a type", NODE, "type", DROP),
    ("a node without a name", NODE, "name", DROP),
    ("an empty name", NODE, "name", ""),
    ("a name with an outer blank", NODE, "name", "长宁区 "),
    ("a name of the length of a sentence", NODE, "name", "字" * 81),
    ("a name of 13 code points without a label", NODE, "name", "字" * 13),
    ("a label of 13 code points", NODE, "label", "字" * 13),
    ("a slug in capitals", NODE, "id", "Donghua"),
    ("a slug with an underscore", NODE, "id", "donghua_university"),
    ("a slug with two hyphens in a row", NODE, "id", "donghua--university"),
    ("a slug that ends with a hyphen", NODE, "id", "donghua-"),
    ("a slug in Chinese", NODE, "id", "东华大学"),
    ("an unknown district", NODE, "districts", ["changning", "zhabei"]),
    ("no district at all", NODE, "districts", []),
    ("the same district twice", NODE, "districts", ["putuo", "putuo"]),
    ("a district level without a district", NODE, "districts", DROP),
    ("an unknown level", NODE, "level", "provincial"),
    ("an empty alias list", NODE, "aliases", []),
    ("an alias twice", NODE, "aliases", ["区科委", "区科委"]),
    ("an alias that is no string", NODE, "aliases", [1]),
    ("a size without a currency", NODE, "size", {"value": 1}),
    ("a size in another currency", NODE, "size", {"value": 1, "currency": "USD"}),
    ("a telephone number as an attribute", NODE, "phone", "x"),
    ("an unknown edge type", EDGE, "type", "owns"),
    ("an edge without a target", EDGE, "target", DROP),
    ("an edge without statements", EDGE, "statements", []),
    ("an edge with a quote", EDGE, "quote", "x"),
    ("a statement without evidence", STATEMENT, "evidence", DROP),
    ("a statement without a status", STATEMENT, "status", DROP),
    ("an unknown status", STATEMENT, "status", "done"),
    ("a statement with a quote", STATEMENT, "quote", "x"),
    ("a date with slashes", STATEMENT, "date", "2024/04/19"),
    ("a thirteenth month", STATEMENT, "date", "2024-13"),
    ("a date with a time", STATEMENT, "date", "2024-04-19T00:00"),
    ("an amount of nothing", STATEMENT, "amount", {**AMOUNT, "value": 0}),
    ("an amount as a string", STATEMENT, "amount", {**AMOUNT, "value": "10亿"}),
    ("an amount of an unknown kind", STATEMENT, "amount", {**AMOUNT, "kind": "loan"}),
    ("an amount of an unknown scope", STATEMENT, "amount", {**AMOUNT, "scope": "own"}),
    ("evidence without an end", EVIDENCE, "end", DROP),
    ("evidence with a negative start", EVIDENCE, "start", -1),
    ("evidence with a fraction", EVIDENCE, "start", 0.5),
    ("a hash in capitals", ("documents", 0), "sha256", "A" * 64),
    ("a hash that is too short", ("documents", 0), "sha256", "a" * 63),
    ("a document without a length", ("documents", 0), "length", DROP),
    ("a source file with a folder", ("documents", 0), "file", "../reply.txt"),
    ("a document without a district", ("documents", 0), "district", DROP),
    ("no document", (), "documents", []),
    ("an extra key at the top", (), "relations", []),
]
ACCEPTED = [
    ("a label of 12 code points", NODE, "label", "字" * 12),
    ("a name of 12 code points without a label", NODE, "name", "字" * 12),
    ("a month", STATEMENT, "date", "2024-09"),
    ("a day", STATEMENT, "date", "2024-12-31"),
    ("an amount", STATEMENT, "amount", {**AMOUNT, "scope": "joint"}),
    ("a node without optional keys", NODE, "mentions", DROP),
]


def plant(graph, path, key, value):
    """A copy of the graph in which one key of the object at the path is changed or dropped."""
    graph = copy.deepcopy(graph)
    target = graph
    for step in path:
        target = target[step]
    if value is DROP:
        del target[key]
    else:
        target[key] = value
    return graph


def errors(validator, graph):
    return [(tuple(e.absolute_path), e.message[:120]) for e in validator.iter_errors(graph)]


def undocumented(schema, path=""):
    """Properties without title or description, and objects that are open."""
    for name, part in schema.get("properties", {}).items():
        if not {"title", "description"} <= set(part):
            yield f"{path}/{name}: no title or description"
        yield from undocumented(part, f"{path}/{name}")
    if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        yield f"{path}: additionalProperties is not false"
    for name, part in schema.get("$defs", {}).items():
        yield from undocumented(part, f"{path}/{name}")


def main():
    tap = shipped.Tap()
    schema = shipped.schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    tap.check("properties have title and description, objects are closed", undocumented(schema))

    graphs = shipped.files()
    tap.check("there are files", [] if graphs else ["graphs/ is empty"])
    for name, graph in graphs.items():
        tap.check(f"{name} is valid", errors(validator, graph))

    # A file whose first node is of district level, has no label, and is not named at length.
    base = copy.deepcopy(next(iter(graphs.values())))
    base["nodes"][0] = {"id": "a", "type": "agency", "name": "甲", "mentions": ["甲"],
                        "districts": ["putuo"], "level": "district"}
    tap.check("the file to plant faults in is valid", errors(validator, base))
    for name, path, key, value in ACCEPTED:
        tap.check(f"accepted: {name}", errors(validator, plant(base, path, key, value)))
    for name, path, key, value in REFUSED:
        found = errors(validator, plant(base, path, key, value))
        here = [e for e in found if e[0][:len(path)] == path]
        right = here and len(here) == len(found)
        tap.check(f"refused: {name}", [] if right else [found or "no error"])
    tap.finish()


if __name__ == "__main__":
    main()
