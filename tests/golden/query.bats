#!/usr/bin/env bats
# Asking the graph: tables, functions, limits, and what is refused.
bats_require_minimum_version 1.5.0
load helper

ask() {
    graphtool query --lang en -f csv -e "$@"
}

@test "the tables hold the shipped graph" {
    [ "$(ask 'SELECT count(*) FROM node' | tail -n 1)" = 256 ]
    [ "$(ask 'SELECT count(*) FROM edge' | tail -n 1)" = 390 ]
    [ "$(ask 'SELECT count(*) FROM statement' | tail -n 1)" = 405 ]
    [ "$(ask 'SELECT count(*) FROM document' | tail -n 1)" = 5 ]
    [ "$(ask 'SELECT sum(statements) FROM edge' | tail -n 1)" = 405 ]
    [ "$(ask 'SELECT count(DISTINCT node) FROM alias' | tail -n 1)" = 256 ]
    [ "$(ask 'SELECT count(*) FROM tie' | tail -n 1)" = 780 ]
}

@test "a lookup finds what a scan finds, for every column that has an index" {
    for column in source target type status; do
        run ask "SELECT count(*) FROM edge a WHERE (SELECT count(*) FROM edge b WHERE b.$column = a.$column)
                 <> (SELECT count(*) FROM edge c WHERE c.$column || '' = a.$column)"
        [ "${lines[1]}" = 0 ]
    done
    for column in edge source target type document; do
        run ask "SELECT count(*) FROM statement a WHERE (SELECT sum(b.id) FROM statement b WHERE b.$column = a.$column)
                 <> (SELECT sum(c.id) FROM statement c WHERE +c.$column = a.$column)"
        [ "${lines[1]}" = 0 ]
    done
    for column in node other source; do
        run ask "SELECT count(*) FROM tie a WHERE (SELECT sum(b.id) FROM tie b WHERE b.$column = a.$column)
                 <> (SELECT sum(c.id) FROM tie c WHERE +c.$column = a.$column)"
        [ "${lines[1]}" = 0 ]
    done
    [ "$(ask "SELECT count(*) FROM edge WHERE target = 'CAS' COLLATE NOCASE" | tail -n 1)" -gt 0 ]
    [ "$(ask "SELECT count(*) FROM edge WHERE source = 'cas' OR target = 'cas'" | tail -n 1)" -eq 5 ]
    [ "$(ask "SELECT count(*) FROM edge WHERE id = '7' OR id = 7.0" | tail -n 1)" -eq 1 ]
}

@test "functions: neighbours, reach, path, centrality, component, community, overlap, similar" {
    [ "$(ask "SELECT count(*) FROM neighbours('东华大学')" | tail -n 1)" = "$(ask "SELECT count(DISTINCT other) FROM tie WHERE node = 'donghua-university'" | tail -n 1)" ]
    [ "$(ask "SELECT max(length) FROM path('donghua-university', 'ecnu', 1, 1)" | tail -n 1)" -ge 2 ]
    [ "$(ask "SELECT count(*) FROM centrality('betweenness')" | tail -n 1)" = 256 ]
    [ "$(ask "SELECT size FROM component() WHERE id = 'cas'" | tail -n 1)" = 245 ]
    [ "$(ask "SELECT sum(size) FROM (SELECT DISTINCT community, size FROM community())" | tail -n 1)" = 256 ]
    [ "$(ask "SELECT sum(size) FROM (SELECT DISTINCT community, size FROM community('fast_greedy'))" | tail -n 1)" = 256 ]
    [ "$(ask "SELECT count(*) FROM overlap('长宁', 'putuo') WHERE side = 'shared'" | tail -n 1)" = 11 ]
    run ask "SELECT s.id, s.common, (SELECT count(*) FROM (SELECT other FROM tie WHERE node = s.id AND other <> node
             INTERSECT SELECT other FROM tie WHERE node = 'cas')) AS slow FROM similar('cas', 1) s WHERE common <> slow"
    [ "${#lines[@]}" -le 1 ]
}

@test "rows grouped by type are the same as sorted ones" {
    [ "$(ask 'SELECT type, count(*) FROM edge GROUP BY type' | sort)" = "$(ask 'SELECT +type AS type, count(*) FROM edge GROUP BY +type' | sort)" ]
    [ "$(ask 'SELECT DISTINCT type FROM node' | sort)" = "$(ask 'SELECT DISTINCT +type AS type FROM node' | sort)" ]
    [ "$(ask 'SELECT type, count(*) AS n FROM edge GROUP BY type ORDER BY type' | tail -n +2)" = "$(ask 'SELECT type, count(*) AS n FROM edge GROUP BY type ORDER BY type' | tail -n +2 | sort)" ]
    [ "$(ask 'SELECT DISTINCT type FROM edge ORDER BY type DESC' | tail -n +2)" = "$(ask 'SELECT DISTINCT type FROM edge ORDER BY type DESC' | tail -n +2 | sort -r)" ]
}

@test "an index is used: the plan says so" {
    run ask "SELECT * FROM edge WHERE source = 'cas' AND type = 'part_of'" --explain
    [[ "$output" == *"by source, type"* ]]
    run ask "SELECT * FROM node n, edge e WHERE n.id = e.source AND e.target = 'cas'" --explain
    [[ "$output" == *"by target"* && "$output" == *"by node"* ]]
}

@test "only reading is allowed" {
    mkdir "$scratch/none"
    for sql in "ATTACH '$scratch/none/x' AS x" "PRAGMA table_list" "SELECT * FROM pragma_database_list" \
        "SELECT * FROM sqlite_schema" "SELECT load_extension('x')" "SELECT * FROM dbstat" \
        "CREATE TABLE x(a)" "CREATE TEMP TABLE x(a)" "INSERT INTO node(id) VALUES ('x')" "DELETE FROM node" \
        "VACUUM INTO '$scratch/none/x'" "BEGIN" "SELECT fts3_tokenizer('simple')" "DETACH main" \
        "UPDATE node SET id = 'x'" "ANALYZE" "REINDEX" "SELECT readfile('/etc/hostname')" \
        "CREATE VIRTUAL TABLE t USING fts5(a)" "WITH x AS (SELECT 1) DELETE FROM node" "SAVEPOINT x"; do
        run --separate-stderr graphtool query -e "$sql"
        [ "$status" -eq 2 ] || { echo "$sql: $status: $output"; return 1; }
        [ -z "$output" ]
    done
    [ -z "$(ls "$scratch/none")" ]
}

@test "what has no end ends within the limits" {
    start=$SECONDS
    fails_with 2 "longer than 1 s" graphtool query --lang en --timeout 1 -e \
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    fails_with 2 "longer than 1 s" graphtool query --lang en --timeout 1 -e \
        "SELECT count(*) FROM edge a, edge b, edge c, edge d WHERE a.status || b.status <> c.status || d.status"
    fails_with 2 "more memory than 4 MiB" graphtool query --lang en --memory 4 -e \
        "WITH RECURSIVE c(x, y) AS (SELECT 1, hex(zeroblob(50000)) UNION ALL SELECT x + 1, y FROM c) SELECT * FROM c ORDER BY y"
    fails_with 2 "too big" graphtool query --lang en -e "SELECT zeroblob(1000000000)"
    fails_with 2 "more than 10 rows" graphtool query --lang en --limit 10 -e "SELECT * FROM node"
    fails_with 2 "more memory" graphtool query --lang en --memory 8 --limit 10000000 -e \
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, 'some text' FROM c"
    fails_with 2 "longer than" graphtool query --lang en --timeout 1 -e "SELECT printf('%.*c', 2000000000, 'x')"
    [ $((SECONDS - start)) -lt 30 ]
}

@test "a mistake is shown with its line and a caret" {
    run --separate-stderr graphtool query --lang en -e $'SELECT id\nFROM node\nWHERE 名称 = 1 AND nmae = 2'
    [ "$status" -eq 2 ]
    [[ "$stderr" == *"  3 | WHERE 名称 = 1"* ]]
    [[ "$stderr" == *$'\n    |       ^' ]]
    fails_with 2 "did you mean name?" graphtool query --lang en -e "SELECT nmae FROM node"
    fails_with 2 "did you mean node?" graphtool query --lang en -e "SELECT * FROM nodes"
    fails_with 2 "one SELECT" graphtool query --lang en -e "SELECT 1; SELECT 2"
    fails_with 2 "empty" graphtool query --lang en -e " -- nothing"
    fails_with 2 "did you mean" graphtool query --lang en -e "SELECT * FROM neighbours('东华大雪')"
    fails_with 2 "did you mean pagerank" graphtool query --lang en -e "SELECT * FROM centrality('pagerang')"
}

@test "parameters are bound, never pasted" {
    [ "$(ask 'SELECT count(*) FROM node WHERE id = :x' --x cas | tail -n 1)" = 1 ]
    [ "$(ask 'SELECT count(*) FROM node WHERE id = :x' --x "cas' OR 1 OR '" | tail -n 1)" = 0 ]
    [ "$(ask 'SELECT id FROM node LIMIT :n' --param n=3 | wc -l)" = 4 ]
    fails_with 2 "wants --x" graphtool query --lang en -e "SELECT :x"
    fails_with 2 "no parameter --y" graphtool query --lang en -e "SELECT :x" --x 1 --y 2
}

@test "any text reaches the output whole and harmless" {
    [ "$(graphtool query -f json -e "SELECT char(27, 0, 65) AS t, CAST(x'ff41' AS TEXT) AS u, x'00ff' AS b, -3 AS i, NULL AS n" |
        python3 -c 'import json, sys; print(ascii(json.load(sys.stdin)["rows"][0]))')" = \
        "{'t': '\\x1b\\ufffdA', 'u': '\\ufffdA', 'b': \"x'00ff'\", 'i': -3, 'n': None}" ]
    [[ "$(graphtool query -e 'SELECT char(27, 91) AS t')" != *$'\x1b'* ]]
    [ "$(graphtool query -f json -e 'SELECT id, id FROM node' | python3 -c 'import json, sys; print(list(json.load(sys.stdin)["rows"][0]))')" = "['id', 'id_2']" ]
}

@test "an empty answer to what was typed is status 1" {
    run graphtool query -e "SELECT id FROM node WHERE 0"
    [ "$status" -eq 1 ]
}

@test "evidence is quoted, where the texts are at hand" {
    replies=${GRAPHTOOL_REPLIES:-../shared/replies}
    [ -d "$replies" ] || skip "the replies are not here"
    [ "$(json 'all(0 < len(r["quote"]) <= 120 for r in d["rows"]) and len(d["rows"])' graphtool query --sources "$replies" -f json \
        -e "SELECT document, start, end FROM statement WHERE target = 'cas'")" -ge 4 ]
    fails_with 2 "no evidence" graphtool query --lang en --sources "$replies" -e "SELECT id FROM node"
}

@test "a saved question: parameters by name, entities by alias, words in Chinese, suggestions" {
    [ "$(graphtool query ties-of --entity 微系统所 -f csv | md5sum)" = "$(graphtool query ties-of --entity sim-cas -f csv | md5sum)" ]
    [ "$(graphtool query resources --district 普陀区 -f csv | md5sum)" = "$(graphtool query resources --district=putuo -f csv | md5sum)" ]
    graphtool query 一区的资源清单 --lang zh | grep -q 高校
    fails_with 2 "did you mean resources?" graphtool query resource --lang en
    fails_with 2 "did you mean --district?" graphtool query resources --distrct putuo --lang en
    fails_with 2 "did you mean putuo?" graphtool query resources --district putou --lang en
    fails_with 2 "did you mean" graphtool query ties-of --entity 东华大雪 --lang en
    fails_with 2 "wants --entity" graphtool query ties-of --lang en
    fails_with 2 "a whole number" graphtool query similar --entity cas --top ten --lang en
    fails_with 2 "YYYY" graphtool query overdue --before yesterday --lang en
    fails_with 2 "--list" graphtool query --lang en
    fails_with 2 "exclude" graphtool query -e "SELECT 1" -m "(a) RETURN a" --lang en
    graphtool query --list connection --lang en | grep -q -- "--places"
}

@test "a question file that is wrong: file, line, caret, status 3" {
    cd "$scratch"
    mkdir q
    good=$'-- title: T\n-- title.zh: 题\n-- about: A\n-- about.zh: 问\n-- example:\n'
    query() { graphtool query --queries q --lang en "$@" "$BATS_TEST_DIRNAME/../../graphs"; }
    printf '%sSELECT id,\n  nmae FROM node\n' "$good" >q/a.sql
    fails_with 3 "q/a.sql:7:3: no such column: nmae; did you mean name?" query a
    printf '%s-- param x colour: x | 叉\nSELECT 1\n' "$good" >q/a.sql
    fails_with 3 "q/a.sql:6: unknown kind" query a
    printf -- '-- title: T\nSELECT 1\n' >q/a.sql
    fails_with 3 "q/a.sql:1: the header wants" query a
    printf '%sDELETE FROM node\n' "$good" >q/a.sql
    run --separate-stderr query a
    [ "$status" -eq 3 ]
    printf '%sSELECT 1; DROP TABLE node\n' "$good" >q/a.sql
    fails_with 3 "one SELECT" query a
    printf '%s(a)-[:nope]->(b) RETURN a\n' "$good" >q/a.gql
    fails_with 3 "two questions" query a
    rm q/a.sql
    fails_with 3 "q/a.gql: line 6, column 7: no type" query a
    printf '\xff' >q/b.sql
    fails_with 3 "UTF-8" query a
    rm q/b.sql
    printf '%sWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c\n' "$good" >q/c.sql
    rm q/a.gql
    fails_with 3 "longer than 1 s" query --timeout 1 c
    head -c 200000 /dev/zero | tr '\0' ' ' >>q/c.sql
    fails_with 3 "larger than" query c
    fails_with 4 "" graphtool query --queries none --list
}

@test "a map of an answer: its nodes and ties, no others" {
    graphtool query ties-of --entity cas --map "$scratch/a.dot" >/dev/null
    [ "$(grep -c -- ' -- \| -> ' "$scratch/a.dot")" -ge 5 ]
    grep -q simm-cas "$scratch/a.dot"
    ! grep -q donghua "$scratch/a.dot"
    graphtool query -m "(a:fund)-[:invests_in]->(b:company) RETURN a, b" --map "$scratch/a.svg" >/dev/null
    xmllint --noout "$scratch/a.svg"
    fails_with 2 ".svg" graphtool query resources --map "$scratch/a.gif" --lang en
    run graphtool query -e "SELECT 1" --map "$scratch/none.svg"
    [ "$status" -eq 1 ]
    [ ! -e "$scratch/none.svg" ]
}

@test "patterns: what is wrong is shown with line, column, caret and what was expected" {
    wrong() { fails_with 2 "$2" graphtool query --lang en -m "$1"; }
    wrong '(a:fnd) RETURN a' 'line 1, column 4: no type "fnd"; did you mean fund?'
    wrong '(a:fund-[]->(b) RETURN a' 'column 8: expected ")", "|", "{" or WHERE, found "-"'
    wrong '(a)-[:invests_in->(b) RETURN a' 'column 17: expected "]"'
    wrong '(a)-[e]->(b) RETURN e.nme' 'no property "nme"; did you mean'
    wrong '(a) WHERE b.id = 1 RETURN a' 'the pattern names no "b"'
    wrong '(a) RETURN' 'expected a value'
    wrong '(a) RETURN a LIMIT x' 'expected a whole number, found "x"'
    wrong '(a)<-[x]->(b) RETURN a' 'an arrow has one head'
    wrong '(a) WHERE count(a) > 1 RETURN a' 'stand in RETURN'
    wrong '(a) RETURN cnt(a)' 'did you mean count?'
    wrong '(a) WHERE a.district = "putou" RETURN a' 'did you mean putuo?'
    wrong '(a' 'expected'
    wrong '(a) RETURN "a' 'no closing quote'
    wrong '(a)-[e]->(b)-[e]->(c) RETURN a' 'is taken already'
    wrong '(a)-[*3..1]->(b) RETURN a' 'over the greatest'
    wrong 'MATCH REPEATABLE ELEMENTS (a)-[*]->(b) RETURN a' 'upper bound'
    wrong '(a) WHERE EXISTS { (a)-[]->(z) } RETURN z' 'names no "z"'
    wrong "(a) WHERE $(printf '(%.0s' {1..200})1 RETURN a" 'nested too deeply'
    wrong "$(printf '(a),%.0s' {1..60})(b) RETURN b" 'more than 40'
    wrong ' ' 'expected a node'
    run --separate-stderr graphtool query --lang en -m $'(长宁:区域)\n-[:投]->(b) RETURN b'
    [[ "$stderr" == *"line 2, column 4"*$'\n    |    ^' ]]
}

@test "the shell completes questions and their parameters" {
    graphtool help --completion bash >"$scratch/complete"
    run bash -c 'source "$1"; COMP_WORDS=(graphtool query conn) COMP_CWORD=2; _graphtool; echo "${COMPREPLY[*]}"' - "$scratch/complete"
    [ "$output" = connection ]
    run bash -c 'source "$1"; COMP_WORDS=(graphtool query connection --pl) COMP_CWORD=3; _graphtool; echo "${COMPREPLY[*]}"' - "$scratch/complete"
    [ "$output" = --places ]
}
