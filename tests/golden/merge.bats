#!/usr/bin/env bats
# `graphtool merge`: what comes in, what stays, what is told; tests/unit/test_merge.c has the proof
# that nothing is lost, tests/curate/test_propose.py the proposals.
bats_require_minimum_version 1.5.0
load helper

draft() { # draft FILE ID TYPE NAME [ALIAS]: a draft of one company that a university supports
    cat >"$1" <<EOF
{"documents": [{"id": "new", "title": "答复", "issuer": "office", "date": "2025", "district": "putuo",
  "sha256": "$(printf 0%.0s {1..64})", "length": 500}],
 "nodes": [{"id": "office", "type": "agency", "name": "青松办公室"},
  {"id": "uni", "type": "university", "name": "青松大学"},
  {"id": "$2", "type": "$3", "name": "$4"${5:+, \"aliases\": [\"$5\"]}}],
 "edges": [{"source": "uni", "type": "supports", "target": "$2", "statements": [{"status": "ongoing",
  "evidence": {"document": "new", "start": 5, "end": 20}, "rule": "支持", "confidence": 0.7}]}]}
EOF
}

@test "the shipped files one after another make what reading them together makes" {
    for file in graphs/[cp]*.json; do
        graphtool merge "$file" --into "$scratch/all.json" >/dev/null
    done
    graphtool export -o "$scratch/a.json" "$scratch/all.json"
    graphtool export -o "$scratch/b.json"
    python3 - "$scratch" <<'EOF'
import json, sys
a, b = (json.load(open(f"{sys.argv[1]}/{n}.json")) for n in "ab")
key = lambda x: json.dumps(x, sort_keys=True, ensure_ascii=False)
for part in "documents", "nodes", "edges":
    assert sorted(map(key, a[part])) == sorted(map(key, b[part])), part
EOF
    cp "$scratch/all.json" "$scratch/before.json"
    graphtool merge graphs --into "$scratch/all.json" >/dev/null
    cmp "$scratch/all.json" "$scratch/before.json" # again: nothing changes, not a byte
}

@test "a node comes in by its identifier, by its name, or as a new one" {
    cp graphs/putuo-commerce-2021-8.json "$scratch/g.json"
    draft "$scratch/d.json" some-company company 青松微电子
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" --lang en >"$scratch/report"
    grep -q "0 nodes by identifier, 0 by name, 3 new" "$scratch/report"
    draft "$scratch/e.json" other-id company 青松微电子有限公司 青松微电子
    graphtool merge "$scratch/e.json" --into "$scratch/g.json" --lang en >"$scratch/report"
    grep -q "2 nodes by identifier, 1 by name, 0 new" "$scratch/report"
    python3 - "$scratch/g.json" <<'EOF'
import json, sys
node, = (n for n in json.load(open(sys.argv[1]))["nodes"] if n["id"] == "some-company")
assert node["name"] == "青松微电子有限公司" and node["aliases"] == ["青松微电子"], node
EOF
}

@test "the graph's \$schema stays, and with -o the graph itself" {
    cp graphs/putuo-commerce-2021-8.json "$scratch/g.json"
    draft "$scratch/d.json" some-company company 青松微电子
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" -o "$scratch/h.json" >/dev/null
    cmp graphs/putuo-commerce-2021-8.json "$scratch/g.json"
    [ "$(head -2 "$scratch/h.json" | tail -1)" = ' "$schema": "schema.json",' ]
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" -o - | cmp - "$scratch/h.json"
}

@test "an identifier taken by something else is changed, and told" {
    cp graphs/putuo-commerce-2021-8.json "$scratch/g.json"
    draft "$scratch/d.json" tongji-university company 青松微电子
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" --lang en >"$scratch/report"
    grep -q 'becomes "tongji-university-2"' "$scratch/report"
    graphtool show 青松微电子 "$scratch/g.json" | grep -q 青松大学
}

@test "decisions join, beside the graph or by --decisions, and are told when they contradict" {
    draft "$scratch/d.json" some-company company 青松微电子
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" >/dev/null
    sed 's/青松微电子/松微/; s/some-company/sw/; s/"new"/"newer"/g' "$scratch/d.json" >"$scratch/e.json"
    printf 'left\tright\tverdict\treason\n# by hand\n青松微电子\t松微\tsame\tshort form\n' >"$scratch/decisions.tsv"
    graphtool merge "$scratch/e.json" --into "$scratch/g.json" --lang en >"$scratch/report"
    grep -q "1 joined by decisions" "$scratch/report"
    graphtool show 松微 "$scratch/g.json" | grep -q 青松微电子
    printf '青松大学\t青松微电子\tsame\n' >"$scratch/bad.tsv"
    cp "$scratch/g.json" "$scratch/before.json"
    fails_with 3 "a tie (supports" graphtool merge --into "$scratch/g.json" --decisions "$scratch/bad.tsv"
    printf '松微\t青松办公室\tsame\n青松办公室\tmaybe\tdifferent\n青松微电子\t青松办公室\n' >"$scratch/bad.tsv"
    fails_with 3 "bad.tsv:3: found the verdict" graphtool merge --into "$scratch/g.json" --decisions "$scratch/bad.tsv"
    cmp "$scratch/g.json" "$scratch/before.json"
}

@test "decisions against each other" {
    python3 - "$scratch/g.json" <<'EOF'
import json, sys
nodes = [{"id": i, "type": "company", "name": n} for i, n in zip("abc", ["甲青松", "乙翠柏", "丙红梅"])]
nodes.append({"id": "o", "type": "agency", "name": "办公室"})
doc = {"id": "d", "title": "答复", "issuer": "o", "date": "2025", "district": "putuo",
       "sha256": "0" * 64, "length": 500}
json.dump({"documents": [doc], "nodes": nodes, "edges": []}, open(sys.argv[1], "w"))
EOF
    printf '甲青松\t乙翠柏\tsame\n乙翠柏\t丙红梅\tsame\nc\ta\tdifferent\n' >"$scratch/x.tsv"
    fails_with 3 "x.tsv:3: \"c\" and \"a\" are called different, but other rows make them one" \
        graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv"
    printf '乙翠柏\t丙红梅\tunsure\n' >>"$scratch/x.tsv" # the later row counts
    graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv" --lang en | grep -q "1 joined"
    fails_with 4 "there is no file" graphtool merge --into "$scratch/g.json" --decisions "$scratch/none.tsv"
}

@test "a document of another text cannot come in under the same identifier" {
    cp graphs/putuo-commerce-2021-8.json "$scratch/g.json"
    sed 's/"length": [0-9]*/"length": 9999/' "$scratch/g.json" >"$scratch/d.json"
    fails_with 3 "differs from the one of that id" graphtool merge "$scratch/d.json" --into "$scratch/g.json"
    cmp graphs/putuo-commerce-2021-8.json "$scratch/g.json"
}

@test "the same words in two ways are told" {
    draft "$scratch/d.json" some-company company 青松微电子
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" >/dev/null
    sed 's/"ongoing"/"planned"/' "$scratch/d.json" >"$scratch/e.json"
    graphtool merge "$scratch/e.json" --into "$scratch/g.json" --lang en | grep -q "the same words say"
}

@test "proposals are a file of decisions; what is decided is proposed no more" {
    graphtool merge --propose graphs -f tsv -o "$scratch/p.tsv"
    [ "$(wc -l <"$scratch/p.tsv")" -gt 1 ]
    graphtool merge --propose graphs --decisions "$scratch/p.tsv" -f tsv | cmp - "$scratch/p.tsv" # unsure: still open
    sed -i 's/\tunsure\t/\tdifferent\t/' "$scratch/p.tsv"
    [ "$(graphtool merge --propose graphs --decisions "$scratch/p.tsv" -f tsv | wc -l)" -eq 1 ]
}

@test "tables of spreadsheets: quotation marks, CRLF, a byte-order mark; UTF-16 and GB18030 are named" {
    draft "$scratch/d.json" some-company company 青松微电子
    graphtool merge "$scratch/d.json" --into "$scratch/g.json" >/dev/null
    printf '\xef\xbb\xbf"青松微电子"\t青松办公室\tdifferent\t"a ""quoted""\nreason"\r\n' >"$scratch/x.tsv"
    graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv" >/dev/null
    printf '青松\t大学\tsame\n' | iconv -t UTF-16 >"$scratch/x.tsv"
    fails_with 3 "UTF-16" graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv"
    printf 'left\tright\tverdict\n青松\t大学\tsame\n' | iconv -t GB18030 >"$scratch/x.tsv"
    fails_with 3 "x.tsv:2: this is not UTF-8" graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv"
    printf 'a\t"b\n' >"$scratch/x.tsv"
    fails_with 3 "x.tsv:1: a quotation mark is opened" graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv"
    printf 'a\tb\033[2J\tsame\n' >"$scratch/x.tsv"
    fails_with 3 "control character" graphtool merge --into "$scratch/g.json" --decisions "$scratch/x.tsv"
}

@test "without --into; a target that cannot be written stays" {
    fails_with 2 "--into" graphtool merge graphs
    fails_with 4 "cannot write" graphtool merge graphs --into "$scratch/none/g.json"
    fails_with 4 "cannot read" graphtool merge "$scratch/none.json" --into "$scratch/g.json"
    [ ! -e "$scratch/g.json" ]
}
