#!/usr/bin/env bats
# extract: drafts of one reply and of many, traces, the user's rules, and what goes wrong.
bats_require_minimum_version 1.5.0
load helper

reply() { # NUMBER NAME: an invented reply
    cat >"$BATS_TEST_TMPDIR/$1.txt" <<EOF
江州市云岭区科学技术局

云科〔2025〕$1号

关于区政协六届四次会议第012$1号提案的答复

李某某委员：

您提出的建议收悉，现将办理情况答复如下：

我区打造$2科学城，集聚了蓝鲸生物、白鹭科技等企业。

江州市云岭区科学技术局

2025年6月9日
EOF
}

@test "a draft is a graph that the other commands read" {
    graphtool extract tests/extract/example.txt --known none -o "$BATS_TEST_TMPDIR/draft.json"
    run graphtool check "$BATS_TEST_TMPDIR/draft.json"
    [ "$status" -eq 0 ]
    run graphtool show 云岭航空科技城 "$BATS_TEST_TMPDIR/draft.json"
    [ "$status" -eq 0 ]
    [[ "$output" == *江州城投集团* ]]
}

@test "every statement names its rule and says how sure it is" {
    run bash -c 'graphtool extract tests/extract/example.txt --known none |
        python3 -c "import json, sys
s = [s for e in json.load(sys.stdin)[\"edges\"] for s in e[\"statements\"]]
assert len(s) > 30 and all(x[\"rule\"] and 0 < x[\"confidence\"] <= 1 for x in s)"'
    [ "$status" -eq 0 ]
}

@test "contact, signer and delegate are in no draft" {
    run graphtool extract tests/extract/example.txt --known none
    [ "$status" -eq 0 ]
    [[ "$output" != *赵某某* && "$output" != *李某某* && "$output" != *62177118* ]]
}

@test "the number of jobs does not show in what is written" {
    for n in 1 2 3 4 5; do reply $n "云岭$n号"; done
    for jobs in 1 4; do
        mkdir -p "$BATS_TEST_TMPDIR/out$jobs"
        graphtool extract "$BATS_TEST_TMPDIR" --known none -j $jobs -o "$BATS_TEST_TMPDIR/out$jobs"
    done
    [ "$(ls "$BATS_TEST_TMPDIR/out1" | wc -l)" -eq 5 ]
    diff -r "$BATS_TEST_TMPDIR/out1" "$BATS_TEST_TMPDIR/out4"
}

@test "a file that fails stops none of the others: status 3, and it is named" {
    reply 1 云岭
    printf '\xff\xfe\x00broken' >"$BATS_TEST_TMPDIR/2.pdf"
    run graphtool extract --lang en --known none "$BATS_TEST_TMPDIR/2.pdf" "$BATS_TEST_TMPDIR/1.txt" \
        -o "$BATS_TEST_TMPDIR/out"
    [ "$status" -eq 3 ]
    [[ "$output" == *"1 of 2 files failed"*"2.pdf"* ]]
    [ "$(ls "$BATS_TEST_TMPDIR/out" | wc -l)" -eq 1 ]
}

@test "a scanned PDF is said so, with status 3, and the others go on" {
    reply 1 云岭
    echo '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect width="9" height="9"/></svg>' |
        rsvg-convert -f pdf -o "$scratch/2.pdf"
    run graphtool extract --lang en --known none "$scratch" -o "$scratch/out"
    [ "$status" -eq 3 ]
    [[ "$output" == *"2.pdf: a PDF without a text layer (pages: 1): a scan"*"OCR"* ]] || { echo "$output"; return 1; }
    [ "$(ls "$scratch/out")" = "$(basename "$scratch/out"/*.json)" ]
    fails_with 3 扫描件 graphtool extract --lang zh --known none "$scratch/2.pdf"
}

@test "many files share children: a bad one among them is named, the others are as if alone" {
    mkdir "$scratch/in"
    for n in $(seq 1 90); do reply $n "云岭$n号" && mv "$scratch/$n.txt" "$scratch/in"; done
    printf '\xff\xfe\x00broken' >"$scratch/in/45.pdf"
    printf 'bad \xff\xff\xff utf-8' >"$scratch/in/46.md"
    for jobs in 1 3; do
        run graphtool extract --lang en --known none "$scratch/in" -j $jobs -o "$scratch/out$jobs"
        [ "$status" -eq 3 ]
        [[ "$output" == *"2 of 92 files failed"*"45.pdf"*"46.md"* ]] || { echo "$output"; return 1; }
    done
    diff -r "$scratch/out1" "$scratch/out3"
    [ "$(ls "$scratch/out1" | wc -l)" -eq 90 ]
    for n in 7 44 90; do
        graphtool extract --known none "$scratch/in/$n.txt" -o "$scratch/one.json"
        grep -rlF "\"$n.txt\"" "$scratch/out1" | xargs cmp "$scratch/one.json"
    done
}

@test "what nobody sees is no part of a name: zero-width blanks, controls" {
    reply 1 云岭
    sed -i 's/蓝鲸生物/蓝鲸\xe2\x80\x8b生物/; s/白鹭科技/白\x16鹭科技/; s/科学城/科学\xc2\xad城/' "$scratch/1.txt"
    graphtool extract --known none "$scratch/1.txt" -o "$scratch/d.json"
    graphtool check "$scratch/d.json"
    grep -q '"蓝鲸生物"' "$scratch/d.json"
    grep -q '"白鹭科技"' "$scratch/d.json"
}

@test "what a folder holds besides replies is told; what is sure to be one is not missed in silence" {
    mkdir -p "$scratch/in/sub"
    reply 1 云岭 && mv "$scratch/1.txt" "$scratch/in"
    touch "$scratch/in/list.xlsx" "$scratch/in/.hidden"
    ln -s .. "$scratch/in/sub/loop"
    mkfifo "$scratch/in/pipe.txt"
    run --separate-stderr graphtool extract --lang en --known none "$scratch/in" -o "$scratch/out/"
    [ "$status" -eq 0 ] && [ -z "$stderr" ]
    [ "$output" = "1 drafts in $scratch/out/
passed over, no replies by their names: 3 ($scratch/in/list.xlsx, $scratch/in/pipe.txt, $scratch/in/sub/)" ]
    printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' >"$scratch/in/old.DOC"
    run --separate-stderr graphtool extract --lang en --known none "$scratch/in" -o "$scratch/out"
    [ "$status" -eq 3 ]
    [[ "$stderr" == *"1 of 2 files failed"*"old.DOC"*"docx"*"passed over"*"sub/)" ]] || { echo "$stderr"; return 1; }
}

@test "a name of a file cannot command the terminal" {
    mkdir "$scratch/in"
    reply 1 云岭 && mv "$scratch/1.txt" "$scratch/in"
    touch "$scratch/in/"$'\e[31m.txt' "$scratch/in/"$'\e]0;x\nb'
    run graphtool extract --lang en --known none "$scratch/in" -o "$scratch/out"
    [ "$status" -eq 3 ]
    [[ "$output" == *"�[31m.txt: an empty file"*"�]0;x�b)"* ]] || { echo "$output"; return 1; }
    [[ "$output" != *$'\e'* ]]
}

@test "two files of one document: the first is kept, the other is told with its name" {
    reply 1 云岭
    mkdir "$scratch/more"
    mv "$scratch/1.txt" "$scratch/reply.txt"
    sed 's/白鹭/苍鹭/' "$scratch/reply.txt" >"$scratch/more/reply.txt"
    cd "$scratch"
    graphtool extract --known none reply.txt -o one.json
    run --separate-stderr graphtool extract --lang en --known none -o out reply.txt more/reply.txt reply.txt
    [ "$status" -eq 3 ]
    [[ "$stderr" == *"2 of 3 files failed"*"more/reply.txt: the same document as reply.txt,"*"
  reply.txt: the same document as reply.txt,"* ]] || { echo "$stderr"; return 1; }
    cmp one.json out/*.json
}

@test "the status is that of the failures: 4 for what cannot be read or written, 3 for what is no reply" {
    reply 1 云岭
    touch "$scratch/empty.txt"
    mkdir "$scratch/out"
    run graphtool extract --known none "$scratch/none.txt" "$scratch/1.txt" -o "$scratch/out"
    [ "$status" -eq 4 ]
    [ "$(ls "$scratch/out" | wc -l)" -eq 1 ]
    run graphtool extract --known none "$scratch/none.txt" "$scratch/empty.txt" -o "$scratch/out"
    [ "$status" -eq 3 ]
    mkdir "$scratch/taken"
    mkdir "$scratch/taken/$(basename "$scratch/out"/*.json)"
    run graphtool extract --lang en --known none "$scratch/1.txt" -o "$scratch/taken"
    [ "$status" -eq 4 ]
    [[ "$output" == *"1.txt: cannot write"*"Is a directory"* ]]
}

@test "several replies want a folder" {
    reply 1 云岭
    reply 2 云岭
    run graphtool extract --lang en "$BATS_TEST_TMPDIR/1.txt" "$BATS_TEST_TMPDIR/2.txt"
    [ "$status" -eq 2 ]
    [[ "$output" == *"-o DIR"* ]]
}

@test "a user's rule counts like a shipped one" {
    reply 1 云岭
    printf 'mine\t遥望\tcooperates_with\tsubject\tobject:park\tongoing\t甲遥望乙科学城。\t甲 > 乙科学城\n' \
        >"$BATS_TEST_TMPDIR/rules.tsv"
    sed -i 's/我区打造/我区遥望/' "$BATS_TEST_TMPDIR/1.txt"
    run graphtool extract "$BATS_TEST_TMPDIR/1.txt" --known none --trace relations \
        --rules "$BATS_TEST_TMPDIR/rules.tsv"
    [ "$status" -eq 0 ]
    [[ "$output" == *"mine"*"云岭区 cooperates_with 云岭科学城"* ]]
}

@test "a wrong rule is refused with its place" {
    printf '# mine\nx\t遥望\tlikes\tsubject\tobject\tongoing\t-\t-\n' >"$BATS_TEST_TMPDIR/rules.tsv"
    run graphtool extract --lang en tests/extract/example.txt --rules "$BATS_TEST_TMPDIR/rules.tsv"
    [ "$status" -eq 3 ]
    [[ "$output" == *"rules.tsv:2: \"likes\" is no edge type"* ]]
    printf 'x\t遥望\n' >"$BATS_TEST_TMPDIR/rules.tsv"
    run graphtool extract --lang en tests/extract/example.txt --rules "$BATS_TEST_TMPDIR/rules.tsv"
    [ "$status" -eq 3 ]
    [[ "$output" == *"rules.tsv:1: expected 8 columns"* ]]
}

trace() { # STAGE: what it shows of the example
    graphtool extract tests/extract/example.txt --known none --lang en --trace "$1"
}

@test "every stage can be traced, each shows its own" {
    trace text | head -1 | grep -q '^plain text, pages: 1, characters: [0-9]*, SHA-256: [0-9a-f]\{64\}$'
    trace text | grep -qP '^\+1:1\t0-\d+\thead\t'
    trace metadata | grep -qP '^issuer\t.*云岭'
    trace metadata | grep -qP '^date\t\d{4}-\d\d-\d\d$'
    trace tokens | grep -qP '^  \d+-\d+\t[A-Za-z_]+\t'
    trace entities | grep -qP '^ *\d+-\d+\t.*\tpark\t云岭航空科技城\t云岭航空科技城$'
    trace resolution | grep -qP '^\d+\tpark\t\d+\t-\t云岭航空科技城'
    trace resolution | grep -qP '\tissuer .*科'
    trace triggers | grep -qP '^\d+-\d+\t[^\t]+\toperates\t'
    trace relations | grep -qP '^\d+-\d+\t[^\t]+\t0\.\d\d\t(past|ongoing|planned)\t'
}

@test "the text and the metadata are traced of every form, with pages" {
    printf '# 答复\n\n- 第一项\n' >"$scratch/a.md"
    graphtool extract "$scratch/a.md" --trace text --lang en | grep -qP '^\+1:1\t0-2\ttext\theading\t答复$'
    graphtool extract "$scratch/a.md" --trace text --lang en | grep -qP '^\+1:3\t2-5\ttext\titem\t第一项$'
}

@test "a stage that there is none of is answered with the stages, in both languages" {
    stages=$(sed -n 's/^TRACE_STAGE(\([a-z]*\),.*/\1/p' src/extract/trace_stage.def)
    [ "$(echo "$stages" | wc -l)" -ge 7 ]
    for lang in en zh; do
        run graphtool extract tests/extract/example.txt --lang $lang --trace nothing
        [ "$status" -eq 2 ]
        for stage in $stages; do
            [[ "$output" == *"  $stage"* ]] || { echo "$stage: $output"; return 1; }
        done
    done
    [ "$(graphtool help extract --lang en | grep -c "$(echo $stages | tr ' ' '|')")" -eq 1 ]
}

@test "districts: by name, by what the district runs, by where it is; English names that are certain" {
    cat >"$scratch/r.txt" <<'EOF'
上海市长宁区科学技术委员会

关于区政协第0121号提案的答复

李某某委员：

您提出的建议收悉，现答复如下：

我区打造翠柏科技园，集聚了蓝鲸生物科技有限公司。长宁区红梅服务站为企业服务。蓝鲸生物科技有限公司与青松大学合作。

上海市长宁区科学技术委员会

2025年6月9日
EOF
    run json '{n["name"]: n.get("districts") for n in d["nodes"]}' graphtool extract "$scratch/r.txt" --known none
    for name in 翠柏科技园 蓝鲸生物科技有限公司 长宁区红梅服务站 长宁区; do
        [[ "$output" == *"'$name': ['changning']"* ]] || { echo "$name: $output"; return 1; }
    done
    [[ "$output" == *"'青松大学': None"* ]] || { echo "$output"; return 1; }
    run json '[n.get("name_en") for n in d["nodes"] if n["name"] == "长宁区"]' graphtool extract "$scratch/r.txt" --known none
    [ "$output" = "['Changning District']" ]
    sed -i 's/青松大学/东华大学/' "$scratch/r.txt"
    run json '[n.get("name_en") for n in d["nodes"] if n["name"] == "东华大学"]' graphtool extract "$scratch/r.txt" --known graphs
    [ "$output" = "['Donghua University']" ]
}

@test "known names bring their ids" {
    sed 's/江州大学/东华大学/g' tests/extract/example.txt >"$BATS_TEST_TMPDIR/known.txt"
    run graphtool extract "$BATS_TEST_TMPDIR/known.txt" --known graphs
    [ "$status" -eq 0 ]
    [[ "$output" == *'"donghua-university"'* ]]
}
