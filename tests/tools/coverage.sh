#!/bin/sh
# coverage.sh [CTEST-ARGS]: which lines of the top of app/ (app/*.c, cli/, host/, commands/, and the screens
# that say what is wrong) the tests run. Builds the preset `coverage`, runs its tests (ARGS choose
# some: -R '^(program|flows)/'), and prints a line a file and the sum. 1: less than $LEAST percent
# (85), or a test failed.
set -eu
cd "$(dirname "$0")/../.."
[ "${1-}" = --read ] || {
    cmake --preset coverage >/dev/null && cmake --build --preset coverage
    find build/coverage -name '*.gcda' -delete
    ctest --preset coverage "$@"
}
find build/coverage/app -name '*.gcda' | sort |
    xargs gcov --stdout 2>/dev/null |
    awk -v root="$PWD/app/" -v least="${LEAST:-85}" '
        # gcov: "      12*:   34:text" ran, "    #####:" never ran, "        -:" is no code
        $1 == "-:" && $2 ~ /^0:Source:/ {
            file = substr($0, index($0, "Source:") + 7)
            sub(root, "", file)
            wanted = file ~ /^([a-z_]+|(cli|host|commands)\/[a-z_]+|screens\/(failed|not_found))\.c$/
            next
        }
        !wanted || $1 == "-:" { next }
        match($0, /^ *[0-9#=][^:]*: *[0-9]+:/) {
            files[file]
            lines[file]++
            if ($1 !~ /^[#=]/) ran[file]++
        }
        END {
            for (file in files) {
                printf "%5.1f %%  %4d of %4d  %s\n", 100 * ran[file] / lines[file], ran[file],
                    lines[file], file | "sort -n"
                all += lines[file]; some += ran[file]
            }
            close("sort -n")
            if (!all) { print "no figures: were the tests run?"; exit 1 }
            printf "%5.1f %%  %4d of %4d  all of it\n", 100 * some / all, some, all
            exit 100 * some / all < least
        }'
