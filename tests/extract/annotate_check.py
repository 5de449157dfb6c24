#!/usr/bin/env python3
"""Checks annotations of invented replies: what they cite stands in the text, and fits the ontology.

usage: annotate_check.py [NAME.gold.json ...]     (without names: all of tests/extract/*/)

An annotation NAME.gold.json lies beside its reply NAME.txt. Types, rules of ends, statuses, levels,
districts and kinds of amounts are read from the tables of src/graph, so that there is one list of
each. Prints one line a fault; status 1 if there is any.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parents[1] / "src/graph"
WHITE_SPACE = {*range(0x9, 0xE), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B),
               0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF}
QUOTE_CODES = 120
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# Phones (masked as well), mail addresses, postal codes; 8 digits in a row are no number of a form.
CONTACT = re.compile(r"\d{3,4}[-－—][\d×xX*]{7,8}|(?<!\d)1\d{10}|(?<!\d)\d{8}(?!\d)"
                     r"|\S+@\S+\.\w+|邮政?编码?|联系人|联系电话")
# Names that a reply prints for its own handling: the signer, the contact, the one in charge.
HANDLER = re.compile(r"(?:签发人?|联系人(?:姓名)?|经办人?|承办人|责任领导|会签)[:：]\s*([^\n；;，,。（）()]*)")
ADDRESSED = re.compile(r"^\s*([^\n：:。，]{2,40}?)(?:等)?(?:委员|代表)[:：]\s*$", re.M)
DOCUMENT_KEYS = {"id", "number", "title", "issuer", "date", "district", "file"}
NODE_KEYS = {"id", "name", "type", "aliases", "mentions", "districts", "level", "size", "name_en",
             "label"}
EDGE_KEYS = {"source", "type", "target", "status", "date", "amount", "role", "quote", "start", "end"}


def fold(text):
    return "".join(c for c in text if ord(c) not in WHITE_SPACE)


def rows(table, macro=None):
    """The first words of the rows of a .def file."""
    text = re.sub(r"/\*.*?\*/", "", (TABLES / f"{table}.def").read_text(encoding="utf-8"), flags=re.S)
    return re.findall(rf"^{macro or table.upper()}\((\w+)", text, re.M)


def rules(types):
    """{edge type: [(sources, targets)]} of edge_rule.def."""
    text = (TABLES / "edge_rule.def").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)

    def side(words):
        listed = {w.strip() for w in re.sub(r"^(ONLY|ALL_BUT)\(|\)$", "", words).split("|")}
        if words == "ANY":
            return set(types)
        return listed if words.startswith("ONLY") else set(types) - listed

    found = {}
    part = r"((?:ONLY|ALL_BUT)\([^)]*\)|ANY)"
    for edge, source, target in re.findall(rf"^EDGE_RULE\((\w+), {part}, {part}\)", text, re.M):
        found.setdefault(edge, []).append((side(source), side(target)))
    return found


class Vocabulary:
    """The lists of the ontology, as the program has them."""

    def __init__(self):
        self.nodes, self.edges = rows("node_type"), rows("edge_type")
        self.statuses, self.levels = rows("status"), rows("level")
        self.districts, self.kinds = rows("district"), rows("amount_kind")
        self.rules = rules(self.nodes)


def amount_faults(amount, vocabulary, kind_wanted):
    value = amount.get("value")
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
        yield f"amount {value!r}"
    if amount.get("currency") != "CNY" or amount.get("scope", "joint") != "joint":
        yield f"amount in {amount.get('currency')}, scope {amount.get('scope')}"
    if kind_wanted and amount.get("kind") not in vocabulary.kinds:
        yield f"amount of kind {amount.get('kind')!r}"
    if set(amount) - {"value", "currency", "scope", "kind"}:
        yield f"amount with {sorted(amount)}"


def people(text):
    """The persons that a reply addresses or names as its handlers, as raw pieces of text."""
    pieces = [m.group(1) for m in HANDLER.finditer(text)] + ADDRESSED.findall(text)
    return {fold(w) for p in pieces for w in re.split(r"[、，,；;\s]|代表|委员|和", p) if fold(w)}


def document_faults(document, path, folded, nodes, vocabulary):
    if set(document) - DOCUMENT_KEYS:
        yield f"document: keys {sorted(set(document) - DOCUMENT_KEYS)}"
    if document.get("id") != path.name.removesuffix(".gold.json"):
        yield f"document: id {document.get('id')!r} is not the file's"
    for key in ("title", "number"):
        if document.get(key) is not None and fold(document[key]) not in folded:
            yield f"document: {key} {document[key]!r} is not in the text"
    if not document.get("title"):
        yield "document: no title"
    if not DATE.fullmatch(document.get("date", "")):
        yield f"document: date {document.get('date')!r}"
    if document.get("district") not in vocabulary.districts:
        yield f"document: district {document.get('district')!r}"
    if nodes.get(document.get("issuer"), {}).get("type") != "agency":
        yield f"document: issuer {document.get('issuer')!r} is no agency of the annotation"


def form_faults(node, folded):
    forms = [*node.get("aliases", []), *node.get("mentions", [])]
    if not node.get("mentions"):
        yield "no mention"
    for form in forms:
        if form != fold(form) or not form:
            yield f"form {form!r} is not folded"
        elif form not in folded:
            yield f"{form} is not in the text"
    for form in [node.get("name", ""), *forms]:
        if CONTACT.search(form):
            yield f"{form} looks like a contact"
    for key in ("aliases", "mentions"):
        if len(set(node.get(key, []))) != len(node.get(key, [])):
            yield f"{key} repeat"


def node_faults(node, folded, handlers, vocabulary):
    if set(node) - NODE_KEYS:
        yield f"keys {sorted(set(node) - NODE_KEYS)}"
    if not SLUG.fullmatch(node.get("id", "")):
        yield "id is no slug"
    if node.get("type") not in vocabulary.nodes:
        yield f"type {node.get('type')!r}"
    if node.get("level") is not None and node["level"] not in vocabulary.levels:
        yield f"level {node['level']!r}"
    if set(node.get("districts", [])) - set(vocabulary.districts):
        yield f"districts {node['districts']}"
    if not node.get("name") or node["name"] != fold(node["name"]):
        yield f"name {node.get('name')!r}"
    if node.get("type") == "person" and handlers & {node.get("name"), *node.get("mentions", [])}:
        yield "is addressed, signs or is the contact: never a node"
    if "size" in node:
        yield from amount_faults(node["size"], vocabulary, False)
    yield from form_faults(node, folded)


def quote_faults(edge, folded):
    quote = edge.get("quote", "")
    if not quote or quote != fold(quote):
        yield "quote is empty or not folded"
    elif quote not in folded:
        yield f"quote is not in the text: {quote}"
    elif ("start" in edge or "end" in edge) and folded[edge.get("start"):edge.get("end")] != quote:
        yield f"another text stands at {edge.get('start')}-{edge.get('end')}: {quote}"
    if len(quote) > QUOTE_CODES:
        yield f"quote of {len(quote)} code points"
    if CONTACT.search(quote):
        yield f"quote holds a contact: {quote}"


def edge_faults(edge, nodes, folded, vocabulary):
    if set(edge) - EDGE_KEYS:
        yield f"keys {sorted(set(edge) - EDGE_KEYS)}"
    ends = [nodes.get(edge.get(side)) for side in ("source", "target")]
    if None in ends:
        yield "an end that is no node"
    elif edge["source"] == edge["target"]:
        yield "a tie with itself"
    elif edge.get("type") not in vocabulary.edges:
        yield f"type {edge.get('type')!r}"
    else:
        sides = [end.get("type") for end in ends]
        if not any(sides[0] in s and sides[1] in t for s, t in vocabulary.rules[edge["type"]]):
            yield f"{sides[0]} {edge['type']} {sides[1]} is not allowed"
    if edge.get("status") not in vocabulary.statuses:
        yield f"status {edge.get('status')!r}"
    if "date" in edge and not DATE.fullmatch(edge["date"]):
        yield f"date {edge['date']!r}"
    if "amount" in edge:
        yield from amount_faults(edge["amount"], vocabulary, True)
    yield from quote_faults(edge, folded)


def shared_forms(entities):
    """Forms that two entities claim: they would be matched at random."""
    owner = {}
    for node in entities:
        for form in {node.get("name"), *node.get("aliases", []), *node.get("mentions", [])}:
            if owner.setdefault(form, node["id"]) != node["id"]:
                yield f"{node['id']}: {form} is a form of {owner[form]} too"


def annotation_faults(gold, path, text, vocabulary):
    """Every fault of one annotation, as text."""
    folded, handlers = fold(text), people(text)
    entities, relations = gold.get("entities", []), gold.get("relations", [])
    nodes = {n.get("id"): n for n in entities}
    yield from document_faults(gold.get("document", {}), path, folded, nodes, vocabulary)
    if len(nodes) != len(entities):
        yield "two entities of one id"
    for node in entities:
        yield from (f"{node.get('id')}: {f}" for f in node_faults(node, folded, handlers, vocabulary))
    yield from shared_forms(entities)
    seen = set()
    for edge in relations:
        name = " ".join(str(edge.get(k)) for k in ("source", "type", "target"))
        yield from (f"{name}: {f}" for f in edge_faults(edge, nodes, folded, vocabulary))
        statement = (name, edge.get("quote"), edge.get("start"))
        if statement in seen:
            yield f"{name}: stated twice by the same words"
        seen.add(statement)


def load(path):
    """(annotation, text of its reply)"""
    reply = path.with_name(path.name.removesuffix(".gold.json") + ".txt")
    return json.loads(path.read_text(encoding="utf-8")), reply.read_text(encoding="utf-8")


def annotations():
    return sorted(HERE.glob("*/*.gold.json"))


def main(names):
    vocabulary, failed = Vocabulary(), 0
    for path in [pathlib.Path(n) for n in names] or annotations():
        gold, text = load(path)
        for fault in annotation_faults(gold, path, text, vocabulary):
            failed = 1
            print(f"{path.name}: {fault}")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
