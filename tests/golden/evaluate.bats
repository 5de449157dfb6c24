#!/usr/bin/env bats
# `graphtool evaluate`: what it takes and refuses; tests/curate/test_evaluate.py has the figures.
bats_require_minimum_version 1.5.0
load helper

@test "a gold file may have the gold's shape, without hash and length" {
    cat >"$scratch/gold.json" <<'EOF'
{"document": {"id": "a"},
 "entities": [{"id": "x", "type": "agency", "name": "甲区科委", "mentions": ["区科委", "我委"]},
              {"id": "y", "type": "park", "name": "乙园"}],
 "relations": [{"source": "x", "type": "operates", "target": "y", "quote": "……"}]}
EOF
    sed 's/"x"/"e1"/g; s/甲区科委/区科委/; s/"park"/"platform"/' "$scratch/gold.json" >"$scratch/draft.json"
    run graphtool evaluate --gold "$scratch/gold.json" "$scratch/draft.json" -f csv --lang en --errors
    [ "$status" -eq 0 ]
    [[ "$output" == *"score,entity,\"entities, by form\",1,1,1,2,2,2"* ]] || { echo "$output"; return 1; }
    [[ "$output" == *"score,typed,\"entities, with type\",0.5,0.5,0.5,1,2,2"* ]]
    [[ "$output" == *"score,relation,relations,1,1,1,1,1,1"* ]]
    [[ "$output" == *"wrong_type"*"乙园: Platform in the draft"* ]]
}

@test "differences of relations have their place, rule and words" {
    cat >"$scratch/gold.json" <<'EOF'
{"document": {"id": "a"},
 "entities": [{"id": "x", "type": "agency", "name": "甲区科委"}, {"id": "y", "type": "park", "name": "乙园"}],
 "relations": [{"source": "x", "type": "operates", "target": "y", "quote": "甲区科委打造乙园"}]}
EOF
    cat >"$scratch/draft.json" <<'EOF'
{"documents": [{"id": "a"}],
 "nodes": [{"id": "1", "type": "agency", "name": "甲区科委"}, {"id": "2", "type": "park", "name": "乙园"}],
 "edges": [{"source": "1", "type": "supports", "target": "2", "statements": [{"status": "past",
   "evidence": {"document": "a", "start": 12, "end": 30}, "rule": "support", "confidence": 0.7}]}]}
EOF
    rows='{r["kind"]: (r.get("start"), r.get("end"), r.get("place"), r.get("rule"), r.get("quote")) for r in d["rows"] if r["section"] == "mistake"}'
    run json "$rows" graphtool evaluate --gold "$scratch/gold.json" "$scratch/draft.json" --errors -f json
    [[ "$output" == *"'spurious_relation': (12, 30, '[12-30]', 'support', None)"* ]] || { echo "$output"; return 1; }
    [[ "$output" == *"'missed_relation': (None, None, '甲区科委打造乙园', None, '甲区科委打造乙园')"* ]] || { echo "$output"; return 1; }
    graphtool evaluate --gold "$scratch/gold.json" "$scratch/draft.json" --errors --lang en | grep -q '\[12-30\].*support'
    sed -i 's/"start": 12, "end": 30/"start": -3, "end": "x"/' "$scratch/draft.json" # a place that is none
    run json "$rows" graphtool evaluate --gold "$scratch/gold.json" "$scratch/draft.json" --errors -f json
    [[ "$output" == *"'spurious_relation': (None, None, None, 'support', None)"* ]] || { echo "$output"; return 1; }
}

@test "without --gold, without drafts, without a document in common" {
    fails_with 2 "--gold" graphtool evaluate graphs
    fails_with 2 "usage" graphtool evaluate --gold graphs
    fails_with 3 "no draft has a document of the gold" graphtool evaluate \
        --gold graphs/putuo-commerce-2021-8.json graphs/putuo-science-2025-22.json
}

@test "a file of another shape, a document twice, an entity without id" {
    echo '{"nodes": []}' >"$scratch/a.json"
    fails_with 3 'neither "edges" nor "relations"' graphtool evaluate --gold "$scratch/a.json" graphs
    echo '{"document": {"id": "a"}, "entities": [{"name": "甲"}], "relations": []}' >"$scratch/b.json"
    fails_with 3 "b.json:1: /entities/0: \"id\" is missing" graphtool evaluate --gold "$scratch/b.json" graphs
    mkdir "$scratch/two"
    echo '{"document": {"id": "a"}, "entities": [], "relations": []}' | tee "$scratch/two/1.json" >"$scratch/two/2.json"
    fails_with 3 'document "a" again' graphtool evaluate --gold "$scratch/two" graphs
    fails_with 4 "cannot read" graphtool evaluate --gold "$scratch/none.json" graphs
}
