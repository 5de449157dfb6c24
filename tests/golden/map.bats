#!/usr/bin/env bats
# graphtool map: what is drawn, where it is written, what it says.
bats_require_minimum_version 1.5.0
load helper

@test "several -o draw one layout, each in its format" {
    graphtool map -d changning -o "$scratch/a.svg" -o "$scratch/a.dot" --output="$scratch/b.svg"
    cmp "$scratch/a.svg" "$scratch/b.svg"
    graphtool map -d changning -T dot | cmp - "$scratch/a.dot"
    grep -q '<svg ' "$scratch/a.svg"
    grep -q '^digraph' "$scratch/a.dot"
}

@test "an ending that no map has is refused before anything is drawn; case does not count" {
    for name in a.jpg a.svg.gz a.JSON folder.svg/a.x; do
        fails_with 2 "known: .svg .dot .pdf .png" graphtool map --lang en -o "$scratch/$name" graphs
        [ ! -e "$scratch/$name" ]
    done
    fails_with 2 "without an ending, -T" graphtool map --lang en -o "$scratch/b.svg" -o "$scratch/map"
    [ ! -e "$scratch/b.svg" ]
    graphtool map -d changning -o "$scratch/a.SVG" -T svg -o "$scratch/map" -o "$scratch/a.jpg"
    cmp "$scratch/a.SVG" "$scratch/map" && cmp "$scratch/map" "$scratch/a.jpg"
    graphtool map -d changning -o "$scratch/Shout.SVG"
    cmp "$scratch/Shout.SVG" "$scratch/map"
    fails_with 2 "form is -T svg" graphtool map --lang en -f svg
    fails_with 2 "not \"xml\"" graphtool map --lang en -f xml
}

@test "errors are JSON when -f json is asked for" {
    run --separate-stderr graphtool map -f json --lang en -o "$scratch/a.bmp"
    [ "$status" -eq 2 ] && [ -z "$output" ]
    [ "$(python3 -c 'import json, sys; print(json.load(sys.stdin)["status"])' <<<"$stderr")" = 2 ]
}

@test "--compare A B, without the comma, is answered with how it is written" {
    fails_with 2 "--compare 长宁,普陀" graphtool map --lang en --compare 长宁 普陀
    fails_with 2 "two districts as A,B, not \"长宁\"" graphtool map --lang en --compare 长宁
    fails_with 2 "as A,B" graphtool map --lang en --compare 长宁,普陀,静安
    fails_with 2 "as A,B" graphtool map --lang en --compare 长宁,changning
}

@test "fonts without Chinese: PDF and PNG warn and name the package; SVG and DOT have nothing to warn of" {
    echo '<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>' >"$scratch/latin.conf"
    echo '<fontconfig/>' >"$scratch/none.conf"
    for fonts in latin none; do
        for form in pdf png; do
            FONTCONFIG_FILE=$scratch/$fonts.conf run --separate-stderr graphtool map -d putuo --lang en \
                -o "$scratch/a.$form" -o "$scratch/a.svg"
            [ "$status" -eq 0 ]
            [[ "$stderr" == *"a.$form: empty boxes stand for "*"fonts-noto-cjk"* ]]
            [[ "$stderr" != *"a.svg"* ]]
        done
    done
    FONTCONFIG_FILE=$scratch/none.conf graphtool query ties-of --entity cas --lang zh \
        --map "$scratch/a.png" 2>&1 >/dev/null | grep -q "fonts-noto-cjk"
    run --separate-stderr graphtool map -d putuo --lang both -o "$scratch/a.pdf"
    [ -z "$stderr" ]
}

@test "both languages: titles, counts, legend, headings, what is left out, and the stamp" {
    graphtool map --group-by type --top 60 --lang both -o "$scratch/a.svg"
    for text in "创新生态图谱<" ": innovation ecosystem<" "节点 [0-9]* / 256" "[0-9]* of 256 nodes" \
        "只画前 60 名" "the first 60 by degree" "企业 Company" "大小 Size：度 degree" "来源 Sources" \
        "种子 1" "seed 1" " · 输入 " " · inputs "; do
        grep -q "$text" "$scratch/a.svg"
    done
    graphtool map --diff 2021,2025 --lang both -o "$scratch/b.svg"
    grep -q "延续：两者都有" "$scratch/b.svg" && grep -q "kept: in both" "$scratch/b.svg"
    graphtool map --compare changning,putuo --lang both | grep -q ">共有 Shared<"
    graphtool map --around 东华大学 --lang both -o "$scratch/c.svg"
    grep -q ">1 步 · 1 tie away<" "$scratch/c.svg" && grep -q ">东华大学的周围<" "$scratch/c.svg"
    graphtool map -d putuo --title "Just this" --lang both -o "$scratch/d.svg"
    [ "$(grep -c '">Just this<' "$scratch/d.svg")" -eq 1 ]
}

@test "one of several -o that cannot be written: status 4, the name of it" {
    fails_with 4 "nowhere/a.dot" graphtool map --lang en -d changning -o "$scratch/c.svg" \
        -o "$scratch/nowhere/a.dot"
}

@test "what excludes each other is said so" {
    fails_with 2 "--side-by-side wants --compare" graphtool map --lang en --side-by-side
    fails_with 2 "exclude each other" graphtool map --lang en -c changning,putuo --group-by type
    fails_with 2 "rings want an entity" graphtool map --lang en --layout rings
    fails_with 2 "rings and layers have no zones" graphtool map --lang en -c changning,putuo --layout layered
    fails_with 2 "--layout is one of" graphtool map --lang en --layout spiral
    fails_with 2 "--group-by is one of" graphtool map --lang en --group-by colour
    fails_with 2 "--diff wants two" graphtool map --lang en --diff 2021
    fails_with 2 "--backbone wants a number" graphtool map --lang en --backbone 2
    fails_with 2 "--top wants a measure" graphtool map --lang en --top 5 --size none
    fails_with 4 "no-such.json" graphtool map --lang en --diff no-such.json,graphs
    fails_with 2 "reads these, and no other" graphtool map --lang en --diff graphs,tests graphs
}

@test "--quality prints a table, with -o beside the picture" {
    [ "$(json '{row["name"]: row["value"] for row in d["rows"]}["overlaps"]' \
        graphtool map -d putuo --quality -f json)" -eq 0 ]
    graphtool map -d putuo --quality -f csv -o "$scratch/a.svg" >"$scratch/a.csv"
    grep -q '^label_coverage,' "$scratch/a.csv"
    crossings=$(sed -n 's/^crossings,.*,//p' "$scratch/a.csv")
    graphtool map -d putuo --lang en | grep -q "crossings $crossings ·"
}

@test "--effort keeps a score that is no worse, and says which seed" {
    one=$(graphtool map -d changning --quality -f csv | sed -n 's/^score,.*,//p')
    graphtool map -d changning --quality -f csv --effort 4 >"$scratch/four.csv"
    four=$(sed -n 's/^score,.*,//p' "$scratch/four.csv")
    seed=$(sed -n 's/^seed,.*,//p' "$scratch/four.csv")
    python3 -c "import sys; sys.exit(not $four <= $one)"
    graphtool map -d changning --quality -f csv --seed "$seed" | grep -q "^score,.*,$four$"
}

@test "--top and --backbone draw less and say what they leave out" {
    graphtool map --top 20 --lang en -o "$scratch/top.svg"
    grep -q 'the first 20 by .*nodes and .* ties left out' "$scratch/top.svg"
    boxes=$(grep -c '<g id="[^"]*" class="node' "$scratch/top.svg")
    [ "$boxes" -ge 20 ] && [ "$boxes" -lt 40 ]
    graphtool map --backbone 0.3 --lang zh | grep -q '只画骨架（α=0.3），省略 [0-9]* 条关系'
}

@test "--diff of two years, and of two files, by ids" {
    graphtool map --diff 2021,2025 --lang en -o "$scratch/years.svg" graphs/putuo-*.json
    graphtool map --diff graphs/putuo-commerce-2021-8.json,graphs/putuo-science-2025-22.json \
        --lang en -o "$scratch/files.svg"
    for kind in new gone kept; do
        [ "$(grep -c "class=\"node [a-z]* $kind " "$scratch/years.svg")" -gt 3 ]
        [ "$(grep -c "class=\"node [a-z]* $kind " "$scratch/years.svg")" -eq \
          "$(grep -c "class=\"node [a-z]* $kind " "$scratch/files.svg")" ]
    done
}

@test "--group-by names its patches; --layout layered writes amounts" {
    for by in community type document; do
        graphtool map -d putuo --group-by $by --lang zh -o "$scratch/$by.svg"
        [ "$(grep -c 'class="cluster zone' "$scratch/$by.svg")" -ge 2 ] ||
            [ "$(grep -c 'class="zone\|zone group-' "$scratch/$by.svg")" -ge 2 ]
    done
    grep -q '一带' "$scratch/community.svg"
    graphtool map --layout layered --lang zh | grep -q '>8108万元<'
    graphtool map --layout layered --lang en | grep -q '>CNY 81.08 m<'
}

@test "--side-by-side: ids stay unique, shared nodes stand twice" {
    graphtool map -c changning,putuo --side-by-side -o "$scratch/two.svg"
    [ -z "$(grep -o ' id="[^"]*"' "$scratch/two.svg" | sort | uniq -d)" ]
    grep -q '<g id="n-industry-life-health" class="node' "$scratch/two.svg"
    grep -q '<g id="n-industry-life-health-putuo" class="node' "$scratch/two.svg"
}

@test "SVG and DOT are the same bytes on a machine without any font" {
    echo '<fontconfig/>' >"$scratch/fonts.conf"
    for form in svg dot; do
        graphtool map -c changning,putuo --lang zh -T $form >"$scratch/with"
        FONTCONFIG_FILE=$scratch/fonts.conf graphtool map -c changning,putuo --lang zh -T $form \
            >"$scratch/without"
        cmp "$scratch/with" "$scratch/without"
    done
}
