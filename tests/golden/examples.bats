#!/usr/bin/env bats
# Every example in every command's help is run as it stands and must succeed.
bats_require_minimum_version 1.5.0
load helper

commands() {
    sed -n 's/^COMMAND(\([a-z]*\),.*/\1/p' src/cli/command.def
}

@test "every command has three examples and each of them works" {
    mkdir -p build
    for command in $(commands); do
        graphtool help "$command" --lang en | sed -n '/^Examples:/,$p' | sed -n 's/^  //p' >"$scratch/examples"
        [ "$(wc -l <"$scratch/examples")" -eq 3 ]
        while read -r example; do
            run --separate-stderr bash -c "$example"
            [ "$status" -eq 0 ] || { echo "$example: $status: $stderr"; return 1; }
        done <"$scratch/examples"
    done
}

@test "-h is short, --help is full, both in two languages" {
    for command in $(commands); do
        [ "$(graphtool "$command" -h | wc -c)" -lt "$(graphtool "$command" --help | wc -c)" ]
        graphtool "$command" --help --lang zh | grep -q '选项'
        graphtool "$command" --help --lang en | grep -q 'Options'
    done
}

@test "help names every command; the manual and the completions know every command and option" {
    for command in $(commands); do
        graphtool help | grep -q "^  $command "
        graphtool help --man | grep -q "^.SS graphtool $command"
        for shell in bash zsh fish; do
            graphtool help --completion "$shell" | grep -qw "$command"
        done
    done
    for option in $(sed -n 's/^OPTION([a-z_]*, "\([a-z-]*\)".*/\1/p' src/cli/option.def); do
        graphtool help --completion bash | grep -q -- "--$option\b" || { echo "$option"; return 1; }
        graphtool help --man | sed 's/\\-/-/g' | grep -q -- "--$option\b" || { echo "man $option"; return 1; }
    done
    graphtool help --completion bash | bash -n
}

@test "every option is taken by a command" {
    for option in $(sed -n 's/^OPTION(\([a-z_]*\),.*/\1/p' src/cli/option.def); do
        grep -q "GT_HAS($option)" src/cli/command.def || { echo "$option"; return 1; }
        grep -q "GT_OPTION_$option\|\"--$option" src/cli/*.c || { echo "unread: $option"; return 1; }
    done
}
