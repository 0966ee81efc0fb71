#!/bin/sh
# mutated.sh NARU MUTATE DATABASE [FIRST COUNT [CPU_SECONDS]]: the program itself on mutated
# databases, as a person at a shell meets it. Each seed: a mutation, then a handful of commands of
# `naru` on it. Every one has to end by itself, within CPU_SECONDS, with 0, or with 1 and a message;
# a picture is there exactly when it said 0. 1 when one did not.
set -u
naru=$1 mutate=$2 database=$3 first=${4:-0} count=${5:-10} cpu=${6:-3}
work=$(mktemp -d "${TMPDIR:-/tmp}/naru-mutated.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
bad=0 done_=0 refused=0 shown=0

# One path of every kind that the sound database has; each seed takes the next four.
"$naru" screens --content "$database" >"$work/screens" || exit 2
paths=$(awk '{ kind = $0; sub(/[\/?].*/, "", kind); kind = kind (/\// ? "/" : "") (/[?]/ ? "?" : "") }
    !seen[kind]++' "$work/screens")
path_count=$(echo "$paths" | wc -l)
path() {
    echo "$paths" | sed -n "$(((seed * 4 + $1) % path_count + 1))p"
}

# try NAME WORDS...: runs naru on the mutation and judges how it ended.
try() {
    name=$1
    shift
    (ulimit -t "$cpu"; exec "$naru" "$@" --content "$work/mutated.db") \
        >"$work/out" 2>"$work/err" </dev/null
    code=$?
    why=
    if [ $code -gt 1 ]; then
        why="ended with $code"
    elif [ $code -eq 1 ] && [ ! -s "$work/err" ]; then
        why="ended with 1 and said nothing"
    elif [ "$name" = snapshot ] && [ $code -eq 0 ] && [ ! -s "$work/picture.png" ]; then
        why="ended with 0 and drew nothing"
    elif [ "$name" = semantics ] && [ $code -eq 0 ] && [ ! -s "$work/out" ]; then
        why="ended with 0 and printed nothing"
    fi
    if [ -n "$why" ]; then
        echo "seed $seed: naru $* $why ($what)"
        sed 's/^/    /' "$work/err" | head -5
        bad=$((bad + 1))
    elif [ $code -eq 0 ]; then
        shown=$((shown + 1))
    else
        refused=$((refused + 1))
    fi
    rm -f "$work/picture.png"
}

seed=$first
while [ "$seed" -lt $((first + count)) ]; do
    what=$("$mutate" make "$seed" "$database" "$work/mutated.db") || exit 2
    case $((seed % 3)) in
    0) locale=ko ;; 1) locale=ja ;; *) locale=en ;;
    esac
    try snapshot snapshot "$(path 0)" --out "$work/picture.png" --locale $locale
    try snapshot snapshot "$(path 1)" --out "$work/picture.png" --locale $locale --profile phone
    try semantics semantics "$(path 2)" --locale $locale
    try semantics semantics "$(path 3)" --locale $locale --text-scale 2
    try find find 하마마쓰 --locale $locale
    try find find "sister city 1995" --locale $locale
    try screens screens
    seed=$((seed + 1)) done_=$((done_ + 1))
done
echo "$done_ databases: $shown commands did what they were asked, $refused refused with a message," \
    "$bad ended as none should"
[ $bad -eq 0 ]
