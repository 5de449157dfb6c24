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

@test "one of several -o that cannot be written: status 4, the name of it" {
    fails_with 4 "nowhere/a.dot" graphtool map --lang en -d changning -o "$scratch/c.svg" \
        -o "$scratch/nowhere/a.dot"
}
