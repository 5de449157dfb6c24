# helper.bash: what the command-line tests share: the program on PATH, the project's folder, a
# scratch folder for each test, and how results are looked at.

setup() {
    cd "$BATS_TEST_DIRNAME/../.." || return 1
    build=${BUILD:-build}
    PATH="$PWD/$build:/usr/bin:$PATH" # the distribution's python3, whose packages `make` installs
    scratch=$BATS_TEST_TMPDIR
    export LC_ALL=C.UTF-8
}

# Runs a command that must fail with a status, a message that has a text, and nothing on stdout.
fails_with() {
    local status_wanted=$1 text=$2
    shift 2
    run --separate-stderr "$@"
    [ "$status" -eq "$status_wanted" ] || { echo "status $status: $stderr"; return 1; }
    [ -z "$output" ] || { echo "on stdout: $output"; return 1; }
    [[ "$stderr" == *"$text"* ]] || { echo "message: $stderr"; return 1; }
}

# The value of a Python expression on the JSON that a command prints, as `d`.
json() {
    local expression=$1
    shift
    "$@" | python3 -c "import json, sys; d = json.load(sys.stdin); print($expression)"
}
