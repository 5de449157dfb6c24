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
