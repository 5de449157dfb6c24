#!/usr/bin/env bats
# Two districts: the plain finding comes first, in words, and every number can be traced.
bats_require_minimum_version 1.5.0
load helper

# A value of one row: section, id, key.
cell() {
    json "[r['$3'] for r in d['rows'] if r['section'] == '$1' and r['id'] == '$2'][0]" \
        graphtool overlap changning putuo -f json "${@:4}"
}

@test "the finding stands in the first lines, in two languages" {
    run graphtool overlap changning putuo --lang zh
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = "长宁与普陀共有 11 个节点（Jaccard 0.043，重叠系数 0.087）：中国科学院、长三角、9 个产业。" ]
    [[ "${lines[1]}" == *企业*园区载体*基金*无共有* ]]
    run graphtool overlap 长宁区 putuo --lang en
    [[ "${lines[0]}" == "Changning and Putuo share 11 nodes"*"Chinese Academy of Sciences, Yangtze River Delta, 9 × Industry." ]]
}

@test "the finding is read from the data: other selections, other words" {
    run graphtool overlap changning putuo --lang zh --type fund
    [[ "${lines[0]}" == "长宁与普陀共有 0 个节点"* ]]
    run graphtool overlap putuo changning --lang zh
    [[ "${lines[0]}" == "普陀与长宁共有 11 个节点"* ]]
    run graphtool overlap changning putuo --lang en --status planned
    [[ "$output" == *"Removing any one of these nodes separates the two: Life and health."* ]]
}

@test "counts and indices by type, zeros shown" {
    [ "$(cell node_type all a_only) $(cell node_type all shared) $(cell node_type all b_only)" = "115 11 130" ]
    [ "$(cell node_type all jaccard)" = 0.04296875 ]
    for type in company park fund; do
        [ "$(cell node_type $type shared) $(cell node_type $type jaccard)" = "0 0" ]
    done
    [ "$(cell node_type association only_in)" = changning ]
    [ "$(cell district changning side) $(cell district putuo side)" = "a b" ]
}

@test "what is shared, and through whom, has its evidence" {
    [ "$(cell shared cas b_ties)" = 4 ]
    [[ "$(cell shared cas a_evidence)" == *"542-560"* ]]
    [[ "$(cell shared yangtze-river-delta a_evidence)" == *changning-science-2024-085* ]]
    [ "$(cell through cas a_evidence | grep -c '\[542-560\]')" -eq 1 ]
    [ "$(json 'sum(not r["evidence"] for r in d["rows"] if r["section"] in ("shared_tie", "connection"))' \
        graphtool overlap changning putuo -f json)" -eq 0 ]
}

@test "ways leave the districts themselves out, unless asked" {
    [ "$(cell distance 2 pairs) $(cell distance apart pairs)" = "93 7908" ]
    [ "$(cell distance 2 pairs --through-places)" = 115 ]
    [ "$(json 'len({r["path"] for r in d["rows"] if r["section"] == "connection"})' \
        graphtool overlap changning putuo -f json -k 7)" -eq 7 ]
    [ "$(json 'sum(r["separates"] for r in d["rows"] if r["section"] == "bridge")' \
        graphtool overlap changning putuo -f json --top 1)" -eq 6 ]
}

@test "what cannot be compared" {
    fails_with 2 "itself" graphtool overlap changning 长宁 --lang en
    fails_with 2 "Xuhui" graphtool overlap changning xuhui --lang en
    fails_with 2 "徐汇" graphtool overlap changning xuhui --lang zh
    fails_with 2 "did you mean putuo?" graphtool overlap changning putou --lang en
}
