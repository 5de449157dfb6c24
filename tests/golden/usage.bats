#!/usr/bin/env bats
# What is mistyped is answered with the nearest name and status 2.
bats_require_minimum_version 1.5.0
load helper

@test "an unknown command" {
    fails_with 2 "did you mean centrality?" graphtool centralty --lang en
    fails_with 2 "unknown command" graphtool frobnicate --lang en
}

@test "an unknown option" {
    fails_with 2 "did you mean --district?" graphtool info --distrct putuo
    fails_with 2 "unknown option --sources" graphtool info --sources x
}

@test "an option without its value, a flag with one" {
    fails_with 2 "--top wants a value" graphtool centrality --top
    fails_with 2 "--raw takes no value" graphtool centrality --raw=yes
    fails_with 2 "--top wants a whole number" graphtool centrality --top ten
    fails_with 2 "--top wants a whole number" graphtool centrality --top 99999999999999999999
}

@test "an unknown measure, type, status, district, direction, format, date" {
    fails_with 2 "did you mean betweenness?" graphtool centrality --measure betweeness
    fails_with 2 "did you mean company?" graphtool info --type compny
    fails_with 2 "did you mean planned?" graphtool info --status plannd
    fails_with 2 "did you mean putuo?" graphtool info --district putou
    fails_with 2 "--direction is one of" graphtool centrality --direction up
    fails_with 2 "--format is one of" graphtool info -f xml
    fails_with 2 "--since wants" graphtool info --since yesterday
    fails_with 2 "did you mean cytoscape?" graphtool export --to cytoscap
}

@test "what is typed is listed where it is not known, in the language of the message" {
    fails_with 2 "known: info, check, centrality" graphtool frobnicate
    fails_with 2 "the command comes before -f" graphtool -f json info
    fails_with 2 "known: degree, strength" graphtool centrality -m foo
    fails_with 2 "是否为 园区载体？" graphtool info --type 园区 --lang zh
    fails_with 2 "known: huangpu, " graphtool overlap 长宁 北京
    fails_with 2 "可选：黄浦、徐汇" graphtool overlap 长宁 北京 --lang zh
    fails_with 2 "exclude one another" graphtool help info --man
}

@test "values that would select everything, nothing, or never" {
    fails_with 2 "names nothing" graphtool info --type ,
    fails_with 2 "--since wants" graphtool info --since 2024-13
    fails_with 2 "--until wants" graphtool info --until 2023-02-29
    fails_with 2 "is later than" graphtool info --since 2025 --until 2024-12-31
    graphtool info --since 2024-02-29 --until 2024 -o /dev/null
    fails_with 2 "--hops wants at least 1" graphtool map --around cas --hops 0
    fails_with 2 "--count wants at least 1" graphtool path cas donghua-university -k 0
}

@test "an unknown entity: the nearest is suggested" {
    fails_with 2 "donghua-university" graphtool show donghua-univercity
    fails_with 2 "东华大学" graphtool show 东华大雪
    fails_with 2 "no entity" graphtool show zzzzzzzzzzzz
}

@test "an entity that several nodes answer to" {
    fails_with 2 "2 entities" graphtool show 区科委
}

@test "messages come in Chinese where asked" {
    fails_with 2 "未知命令" graphtool frobnicate --lang zh
    fails_with 2 "没有名为" graphtool show zzzzzzzzzzzz --lang zh
    LC_ALL=zh_CN.UTF-8 fails_with 2 "未知命令" graphtool frobnicate
}

@test "errors are JSON where the result would be" {
    run --separate-stderr graphtool show zzzzzzzzzzzz -f json
    [ "$status" -eq 2 ]
    [ "$(python3 -c 'import json, sys; print(json.loads(sys.argv[1])["status"])' "$stderr")" -eq 2 ]
}

@test "too few operands show the usage" {
    fails_with 2 "A B [GRAPH...]" graphtool path cas
    fails_with 2 "ENTITY [GRAPH...]" graphtool show
}

@test "no graph at all: what was looked for, and where" {
    program=$PWD/$build/graphtool
    cd "$scratch"
    [ -d /usr/local/share/graphtool/graphs ] && skip "graphs are installed"
    fails_with 4 "no folder graphs/ here" "$program" info
}
