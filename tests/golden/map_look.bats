#!/usr/bin/env bats
# map_look.bats: the options of `graphtool map` that say how a map looks.
bats_require_minimum_version 1.5.0
load helper

@test "theme, sheet and language stand in the picture" {
    run graphtool map --district changning --theme dark --paper 16:9 --lang both
    [ "$status" -eq 0 ]
    [[ "$output" == *'class="gtm dark"'* ]]
    [[ "$output" == *'width="960pt" height="540pt"'* ]]
    [[ "$output" == *"Innovation ecosystem of Changning"* ]]
    [[ "$output" == *"长宁创新生态图谱"* ]]
}

@test "case of a sheet's name does not count" {
    graphtool map --around 东华大学 --paper A4 | grep -q 'width="841.89pt"'
}

@test "wrong themes, sheets, resolutions and addresses are usage errors" {
    fails_with 2 "--theme" graphtool map --theme sepia
    fails_with 2 "16:9" graphtool map --paper letter
    fails_with 2 "--dpi" graphtool map -T png --dpi 0
    fails_with 2 "--dpi" graphtool map -T png --dpi 5000
    fails_with 2 "--dpi" graphtool map -T png --dpi many
    fails_with 2 "--link-base" graphtool map --link-base "javascript:alert(1)"
    fails_with 2 "--link-base" graphtool map --link-base 'x" onclick="y'
}

@test "both languages are for maps alone" {
    fails_with 2 "zh|en" graphtool info --lang both
    fails_with 2 "zh|en|both" graphtool map --lang fr
}

@test "a resolution that would be too large is refused with the one that would do" {
    fails_with 2 "--dpi" graphtool map --paper a0 --dpi 2400 -T png
    graphtool map --around 东华大学 --paper a0 --dpi 50 -o "$scratch/small.png"
    [ "$(od -An -tx1 -j16 -N8 "$scratch/small.png" | tr -d ' ')" = "0000092500000678" ] # 2341 * 1656
}

@test "links are escaped and lead to nodes and to the words" {
    graphtool map --around 东华大学 --link-base 'https://example.org/?a=1&b=' -o "$scratch/a.svg"
    grep -q 'href="https://example.org/?a=1&amp;b=donghua-university"' "$scratch/a.svg"
    grep -qE 'href="https://example.org/\?a=1&amp;b=changning-[a-z0-9-]+#[0-9]+-[0-9]+"' "$scratch/a.svg"
    xmllint --noout "$scratch/a.svg"
}

@test "nodes that a sheet has no room for are left out, and the map says how many" {
    run graphtool map --paper a4 --lang en
    [[ "$output" =~ ([0-9]+)" of 256 nodes" ]]
    drawn=${BASH_REMATCH[1]}
    [[ "$output" == *"$((256 - drawn)) smaller nodes left out"* ]]
    [ "$(grep -o 'class="node ' <<<"$output" | wc -l)" -eq "$drawn" ]
}

@test "the same picture twice, in every format" {
    for format in svg dot pdf png; do
        graphtool map --district putuo --lang both --paper a3 -o "$scratch/1.$format"
        graphtool map --district putuo --lang both --paper a3 -o "$scratch/2.$format"
        cmp "$scratch/1.$format" "$scratch/2.$format"
    done
}
