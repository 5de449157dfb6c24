#!/usr/bin/env bats
# The forms of a result, and what a user types first: files by their ending, spreadsheets, policies
# and measures by the words that tables show.
bats_require_minimum_version 1.5.0
load helper

# A small graph whose names are made to hurt: formulas, markup, Markdown.
hostile() {
    cat <<'END' >"$scratch/hostile.json"
{
 "documents": [
  {"id": "d", "title": "t", "issuer": "a", "date": "2024-01-02", "district": "putuo",
   "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "length": 50}
 ],
 "nodes": [
  {"id": "a", "type": "agency", "name": "=1+1", "name_en": "=1+1"},
  {"id": "b", "type": "company", "name": "[x](y)|<b>,\"q", "label": "@SUM(A1)", "name_en": "@SUM(A1)"},
  {"id": "c", "type": "company", "name": "-2", "name_en": "-2"}
 ],
 "edges": [
  {"source": "a", "type": "supports", "target": "b",
   "statements": [{"status": "ongoing", "evidence": {"document": "d", "start": 3, "end": 9}}]},
  {"source": "a", "type": "supports", "target": "c",
   "statements": [{"status": "ongoing", "evidence": {"document": "d", "start": 13, "end": 19}}]}
 ]
}
END
}

@test "the ending of -o gives the form, -f overrides it" {
    graphtool centrality --top 1 -o "$scratch/r.csv"
    [[ "$(head -n 1 "$scratch/r.csv")" == id,rank,name,* ]]
    graphtool centrality --top 1 -o "$scratch/r.JSON"
    python3 -m json.tool "$scratch/r.JSON" >/dev/null
    graphtool centrality --top 1 -o "$scratch/r.md"
    grep -q '^| --- ' "$scratch/r.md" || grep -q -- '---:' "$scratch/r.md"
    graphtool centrality --top 1 -f tsv -o "$scratch/r.csv"
    grep -q $'\t' "$scratch/r.csv"
    graphtool centrality --top 1 -o "$scratch/r.txt" --lang en
    grep -q '^rank  name' "$scratch/r.txt"
}

@test "excel: a byte-order mark, the words that people read, all digits, and no formula" {
    hostile
    graphtool centrality -f excel --lang zh "$scratch/hostile.json" >"$scratch/x.csv"
    python3 - "$scratch/x.csv" <<'END'
import csv, sys
raw = open(sys.argv[1], "rb").read()
assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
assert ["名次", "名称", "类型", "所在生态", "度", "中介中心性", "PageRank"] in rows, rows
names = [r[1] for r in rows if len(r) == 7][1:]
assert sorted(names) == ["'-2", "'=1+1", "'@SUM(A1)"], names
assert len(rows[-1][6]) > 8, rows[-1]
assert not any(cell[:1] in "=+-@" for r in rows for cell in r if cell), rows
END
    # data formats change nothing
    [ "$(graphtool centrality -f csv "$scratch/hostile.json" | grep -c '^a,1,=1+1,')" -eq 1 ]
}

@test "Markdown: names do not become links, tags or columns" {
    hostile
    run graphtool show b -f md "$scratch/hostile.json"
    [[ "$output" == *'\[x\](y)\|\<b>'* ]]
}

@test "measures and policies by the words that tables show" {
    [ "$(json 'list(d["rows"][0])[5:]' graphtool centrality -m 度,介数中心性,Closeness_Centrality -n 1 -f json)" = "['degree', 'betweenness', 'closeness']" ]
    [ "$(json 'd["view"]["direction"], d["view"]["weight"]' graphtool centrality --direction 出 --weight 金额 -n 1 -f json)" = 'out amount' ]
    [ "$(json 'list(d["nodes"][0])[-3:]' graphtool export --to node-link -m 度 --type fund)" = "['degree', 'x', 'y']" ]
    run graphtool centrality -w amount -n 1 --lang zh
    [[ "${lines[0]}" == *"权重：金额（元）"* && "${lines[1]}" == *"不计入"* ]]
}

@test "--lang may stand before the command" {
    run graphtool --lang zh check
    [[ "${lines[0]}" == *"份文件"* ]]
    run graphtool --lang=en check
    [[ "${lines[0]}" == *"documents"* ]]
    graphtool --lang zh | grep -q '用法'
}

@test "data formats are the same in both languages but for names and sentences" {
    for command in "show 长三角一期基金" "overlap changning putuo" "info" "path 东华大学 同济大学"; do
        for lang in zh en; do
            # shellcheck disable=SC2086
            graphtool $command -f json --lang $lang | python3 -c '
import json, sys
d = json.load(sys.stdin)
d.pop("summary", None)
for r in d["rows"]:
    for key in ("name", "names", "other_name", "from_name", "to_name", "amount"):
        r.pop(key, None)
print(json.dumps(d, ensure_ascii=False, indent=1))' >"$scratch/$lang.json"
        done
        diff "$scratch/zh.json" "$scratch/en.json" || { echo "$command"; return 1; }
    done
}

@test "results say what was selected: the view in the stamp is the one measured" {
    [ "$(json 'd["view"] == d["stamp"]["view"] and d["view"]["types"]' graphtool centrality -t fund -f json)" = "['fund']" ]
    [ "$(json 'd["stamp"]["view"]["since"]' graphtool show cas --since 2025 -f json)" = 2025 ]
}

@test "an entity that is asked for stays, whatever its type and district" {
    [ "$(json '{r["other_type"] for r in d["rows"] if r["section"] == "tie"}' graphtool show yrd-fund-phase-1 --type 企业 -f json)" = "{'company'}" ]
    [ "$(json 'len({r["path"] for r in d["rows"]})' graphtool path 长三角一期基金 临空产业基金 --type industry -k 1 -f json)" = 1 ]
    graphtool map --around yrd-fund-phase-1 --type company -T dot | grep -q 'yrd-fund-phase-1'
}

@test "what is empty says so" {
    run graphtool show 东华大学 --type person --lang zh
    [ "${lines[-1]}" = "（无）" ]
    run graphtool path sinopharm cas --lang en
    [[ "${lines[0]}" == "no way from"* && "${lines[-1]}" == *"--through-places"* ]]
}

@test "a path is told once: path, hop and name are not repeated for each of its ties" {
    run graphtool path 东华大学 同济大学 -k 1 --lang en
    [[ "${lines[0]}" == "1. Donghua University - "*"(6 ties)" ]]
    [ "$(printf '%s\n' "${lines[@]:1}" | grep -c '^   1 ')" -eq 1 ]
}

@test "sums have separators of thousands" {
    graphtool show yrd-fund-phase-1 --lang en | grep -q 'CNY 3,188,000,000'
}

@test "no positions for what no layout is made for: at once, with a note" {
    python3 - >"$scratch/many.json" <<'END'
import json
n = 2600
print(json.dumps({"documents": [{"id": "d", "title": "t", "issuer": "n-0", "date": "2024-01-02",
  "district": "putuo", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "length": 9000}],
 "nodes": [{"id": f"n-{i}", "type": "agency", "name": f"机关{i}"} for i in range(n)],
 "edges": [{"source": f"n-{i}", "type": "supports", "target": f"n-{i + 1}", "statements": [
   {"status": "ongoing", "evidence": {"document": "d", "start": i, "end": i + 1}}]}
   for i in range(n - 1)]}))
END
    run --separate-stderr timeout 20 graphtool export --to cytoscape --lang en "$scratch/many.json"
    [ "$status" -eq 0 ]
    [[ "$stderr" == *"2600 nodes are too many for positions"* ]]
    python3 -c 'import json, sys; d = json.load(sys.stdin); assert len(d["elements"]["nodes"]) == 2600 and "position" not in d["elements"]["nodes"][0]' <<<"$output"
}
