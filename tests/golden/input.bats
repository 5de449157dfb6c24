#!/usr/bin/env bats
# Bad input: a message that names the place, the right status, and nothing written.
bats_require_minimum_version 1.5.0
load helper

# A valid small graph with one change: a sed expression.
graph() {
    sed -e "$1" <<'END' >"$scratch/g.json"
{
 "documents": [
  {"id": "d", "title": "t", "issuer": "a", "date": "2024-01-02", "district": "putuo",
   "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "length": 50}
 ],
 "nodes": [
  {"id": "a", "type": "agency", "name": "甲局"},
  {"id": "b", "type": "company", "name": "乙公司"}
 ],
 "edges": [
  {"source": "a", "type": "supports", "target": "b",
   "statements": [{"status": "ongoing", "evidence": {"document": "d", "start": 3, "end": 9}}]}
 ]
}
END
}

# Status 3 and the text from a graph with a change; an output file that is there stays as it is.
refuses() {
    graph "$2"
    echo before >"$scratch/out.json"
    fails_with 3 "$1" graphtool export "$scratch/g.json" -o "$scratch/out.json"
    [ "$(cat "$scratch/out.json")" = before ]
    [ "$(ls "$scratch"/out.json* | wc -l)" -eq 1 ] # no temporary file is left
}

@test "the graph that is changed below is a good one" {
    graph ''
    graphtool check "$scratch/g.json"
}

@test "malformed JSON: line and column" {
    refuses "g.json:4:60" 's/"2024-01-02", "district"/"2024-01-02",, "district"/' ||
        refuses "g.json:3:" 's/"2024-01-02", "district"/"2024-01-02",, "district"/'
}

@test "invalid UTF-8" {
    graph ''
    printf '{"nodes": "\xff"}' >"$scratch/g.json"
    fails_with 3 "UTF-8" graphtool info "$scratch/g.json"
}

@test "a byte-order mark is accepted" {
    graph ''
    { printf '\xef\xbb\xbf'; cat "$scratch/g.json"; } >"$scratch/bom.json"
    graphtool check "$scratch/bom.json"
}

@test "an unknown type: the place and the nearest" {
    refuses "company" 's/"type": "company"/"type": "compani"/'
    refuses "/nodes/1/type" 's/"type": "company"/"type": "compani"/'
}

@test "a dangling edge" {
    refuses "/edges/0/target" 's/"target": "b"/"target": "c"/'
}

@test "the same id twice in a file" {
    refuses "/nodes/1" 's/"id": "b"/"id": "a"/'
}

@test "an edge without evidence" {
    refuses "evidence" 's/, "evidence": {[^}]*}//'
    refuses "statements" 's/"statements": \[{.*}\]/"statements": []/'
}

@test "evidence beyond the document" {
    refuses "/edges/0/statements/0/evidence" 's/"end": 9/"end": 51/'
}

@test "NaN and huge numbers" {
    refuses "g.json:" 's/"length": 50/"length": NaN/'
    refuses "g.json:" 's/"length": 50/"length": 1e999/'
    refuses "length" 's/"length": 50/"length": 99999999999999999999/'
    refuses "length" 's/"length": 50/"length": 5.5/'
}

@test "ids beyond ASCII" {
    refuses "/nodes/1/id" 's/"id": "b"/"id": "乙"/'
}

@test "two files that disagree on a type: both places" {
    graph ''
    sed 's/"type": "company"/"type": "fund"/' "$scratch/g.json" >"$scratch/h.json"
    fails_with 3 "g.json" graphtool info "$scratch/g.json" "$scratch/h.json"
    fails_with 3 "h.json" graphtool info "$scratch/g.json" "$scratch/h.json"
}

@test "a file of 100 MB, nesting of a million" {
    truncate -s 100M "$scratch/large.json"
    fails_with 3 "64 MiB" graphtool info "$scratch/large.json"
    python3 -c 'print("[" * 10**6 + "]" * 10**6)' >"$scratch/deep.json"
    fails_with 3 "deep.json:1:" graphtool info "$scratch/deep.json"
}

@test "a file that is missing, a folder without graphs, standard input" {
    fails_with 4 "No such file" graphtool info "$scratch/none.json"
    mkdir "$scratch/empty"
    fails_with 3 "empty" graphtool info "$scratch/empty"
    graph ''
    [ "$(json 'len(d["nodes"])' graphtool export - <"$scratch/g.json")" -eq 2 ]
}

@test "check lists every fault with its place, status 1" {
    graph 's/"type": "company"/"type": "x"/; s/"ongoing"/"soon"/'
    run graphtool check "$scratch/g.json" -f json
    [ "$status" -eq 1 ]
    [[ "$output" == *"/nodes/1/type"* && "$output" == *"/edges/0/statements/0/status"* ]]
}
