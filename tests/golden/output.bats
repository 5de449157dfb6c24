#!/usr/bin/env bats
# Writing: whole or not at all, and a message with status 4 when it cannot be done.
bats_require_minimum_version 1.5.0
load helper

@test "a folder that is not there, or may not be written" {
    fails_with 4 "cannot write" graphtool info -o "$scratch/none/info.txt"
    fails_with 4 "cannot write" graphtool info -o "$scratch"
}

@test "a full disk" {
    fails_with 4 "No space left" graphtool info -o /dev/full
    run --separate-stderr bash -c 'graphtool info >/dev/full'
    [ "$status" -eq 4 ]
    [[ "$stderr" == *"No space left"* ]]
}

@test "a closed pipe, a closed standard output" {
    run --separate-stderr bash -c 'set -o pipefail; graphtool export --to json | head -c 1 >/dev/null'
    [ "$status" -eq 4 ]
    [[ "$stderr" == *"Broken pipe"* ]]
    run --separate-stderr bash -c 'graphtool info >&-'
    [ "$status" -eq 0 ] # descriptor 1 is /dev/null then: no data file takes its place
}

@test "an existing file is replaced whole, its mode kept, and nothing is left beside it" {
    echo old >"$scratch/a.json"
    chmod 640 "$scratch/a.json"
    graphtool export -o "$scratch/a.json"
    [ "$(stat -c %a "$scratch/a.json")" = 640 ]
    python3 -m json.tool "$scratch/a.json" >/dev/null
    [ "$(ls "$scratch"/a.json* | wc -l)" -eq 1 ]
}

@test "the same input gives the same bytes" {
    for command in "centrality --measure all -f json" "overlap changning putuo -f json" "info" \
        "export --to cytoscape" "map --district putuo -T dot" "map --compare changning,putuo"; do
        graphtool $command >"$scratch/1"
        graphtool $command >"$scratch/2"
        cmp "$scratch/1" "$scratch/2"
    done
}
