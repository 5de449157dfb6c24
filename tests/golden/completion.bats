#!/usr/bin/env bats
# Completion as a shell does it: bash, which is always there, and fish and zsh where they are.
bats_require_minimum_version 1.5.0
load helper

# What bash offers for the last word of a command line.
completes() {
    graphtool help --completion bash >"$scratch/complete.bash"
    bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _graphtool
             printf "%s\n" "${COMPREPLY[@]}"' bash "$scratch/complete.bash" "$@"
}

@test "bash: commands, options, the words of an option, lists, commands to help with" {
    [ "$(completes graphtool cen)" = centrality ]
    [ "$(completes graphtool info --distr)" = --district ]
    [ "$(completes graphtool info --type comp)" = company ]
    [ "$(completes graphtool info --type fund,comp)" = fund,company ]
    [ "$(completes graphtool overlap --by ev)" = evidence ]
    [ "$(completes graphtool centrality --measure clos)" = closeness ]
    [ "$(completes graphtool export --to cyto)" = cytoscape ]
    [ "$(completes graphtool help evalu)" = evaluate ]
    cd "$scratch"
    touch some-graph.json
    [ "$(completes graphtool info some-g)" = some-graph.json ]
    [ "$(completes graphtool info -o some-g)" = some-graph.json ]
}

@test "zsh and fish read their scripts" {
    graphtool help --completion zsh >"$scratch/_graphtool"
    graphtool help --completion fish >"$scratch/graphtool.fish"
    grep -qE -- '--lang\) values=\(zh en.*\) ;;' "$scratch/_graphtool"
    grep -q -- "-l lang -x -a 'zh en" "$scratch/graphtool.fish"
    if command -v zsh >/dev/null; then zsh -n "$scratch/_graphtool"; fi
    if command -v fish >/dev/null; then
        [ "$(fish -c "source $scratch/graphtool.fish; complete -C 'graphtool info --type agen'" | cut -f 1)" = agency ]
    fi
}

@test "saved questions and their parameters are offered in every shell there is" {
    export PATH="$scratch/bin:$PATH"
    mkdir "$scratch/bin"
    ln -s "$(readlink -f "$GRAPHTOOL")" "$scratch/bin/graphtool"
    [ "$(completes graphtool query broke)" = brokers ]
    graphtool help --completion zsh >"$scratch/_graphtool"
    graphtool help --completion fish >"$scratch/graphtool.fish"
    if command -v zsh >/dev/null; then
        offered='compdef() { : }; compadd() { print -l -- "${@:2}" }; source $0
                 words=("$@") CURRENT=$#; PREFIX=${words[CURRENT]}; _graphtool'
        zsh -c "$offered" "$scratch/_graphtool" graphtool query broke | grep -qx brokers
        zsh -c "$offered" "$scratch/_graphtool" graphtool query brokers --a | grep -qx -- --a
    fi
    if command -v fish >/dev/null; then
        fish -c "source $scratch/graphtool.fish; complete -C 'graphtool query broke'" | grep -q '^brokers'
    fi
}
