#!/bin/sh
# bare.sh - does each command of ./dev work alone, in any order, on a bare Debian 12?
#
# usage: ./dev bare run|test|build|both|base      as root, with debootstrap; minutes
#   run test build   that one command, twice, on a fresh bare system
#   both             run then test on one fresh system, test then run on another, each twice
#   base             only make the bare system (tests/tools/appliance.sh)
#
# The bare system is debootstrap's minbase, made once and copied for every try, with the last commit
# cloned into it. The mirror, the proxy and the certificates are those that this machine's apt uses.
# Copies and logs go to $NARU_BARE (default: ~/.cache/naru-bare); copies are removed at the end.
set -eu
top=$(git rev-parse --show-toplevel)
cache=${NARU_BARE:-${XDG_CACHE_HOME:-$HOME/.cache}/naru-bare}
suite=bookworm
copy=

say() { printf '== %s\n' "$*"; }
fail() { printf 'bare: %s\n' "$*" >&2; exit 1; }

# The mounts go first, and a copy that is still mounted is left alone: removing it would remove /dev.
clean_up() {
    [ -n "$copy" ] || return 0
    for mount in dev proc; do
        if mountpoint -q "$copy/$mount"; then umount "$copy/$mount" || umount -l "$copy/$mount" || return 0; fi
    done
    rm -rf --one-file-system "$copy"
    copy=
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# Debian's own archives among those that apt knows, as "address suite component".
debian_archives() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT) $(ORIGIN)' 'Created-By: Packages' |
        awk -v suite="$suite" '$NF == "Debian" && $2 ~ "^" suite && $3 == "main" { print $1, $2, $3 }' | sort -u
}

# apt's own settings for the way to the mirror, and the certificates that it trusts.
copy_network() { # root
    apt-config dump | grep -E '^Acquire::(http|https|Retries)[: ]' >"$1/etc/apt/apt.conf.d/90-way-to-the-mirror" || true
    cp /etc/resolv.conf "$1/etc/resolv.conf"
    if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
        mkdir -p "$1/etc/ssl/certs"
        cp /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/"
    fi
}

make_base() {
    [ ! -e "$cache/base.done" ] || return 0
    say "making the bare system in $cache/base"
    rm -rf "$cache/base"
    mkdir -p "$cache"
    debian_archives >"$cache/archives"
    mirror=$(awk -v suite="$suite" '$2 == suite { print $1; exit }' "$cache/archives")
    [ -n "$mirror" ] || fail "apt knows no archive of Debian's $suite; run apt-get update"
    debootstrap --variant=minbase "$suite" "$cache/base" "$mirror" >"$cache/base.log" 2>&1 ||
        fail "debootstrap failed: $(tail -n 1 "$cache/base.log")"
    sed 's/^/deb /' "$cache/archives" >"$cache/base/etc/apt/sources.list"
    copy_network "$cache/base"
    : >"$cache/base.done"
}

fresh_copy() {
    clean_up
    copy=$(mktemp -d "$cache/copy-XXXXXX")
    cp -a "$cache/base/." "$copy/"
    git clone -q "$top" "$copy/root/naru"
    mount --bind /dev "$copy/dev"
    mount -t proc proc "$copy/proc"
}

# One command of ./dev in the copy, with nothing of this machine's environment but its proxy.
try() { # command log
    log=$cache/$2.log
    started=$(date +%s)
    set -- "$1"
    if ! env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} \
        chroot "$copy" /bin/sh -c "cd /root/naru && exec ./dev $1" >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        fail "./dev $1 fails on a bare system; all it said is in $log"
    fi
    say "./dev $1: $(($(date +%s) - started)) s; $(tail -n 1 "$log")"
}

twice() { # command name
    try "$1" "$2"
    try "$1" "$2-again"
}

# What the command leaves behind, beyond its word that it went well.
check_left() { # command
    case "$1" in
    run)
        pictures=$(find "$copy/root/naru/build/tour" -name '*.png' | wc -l)
        [ "$pictures" -ge 200 ] || fail "./dev run drew $pictures pictures only"
        say "./dev run drew $pictures pictures"
        # shellcheck disable=SC2016
        if chroot "$copy" dpkg-query -W -f '${db:Status-Abbrev}' libcmocka-dev 2>/dev/null | grep -q '^ii'; then
            [ "${2-}" = after-test ] || fail "./dev run installs what only the tests need"
        fi
        ;;
    build)
        for program in naru naru-content naru.db; do
            [ -s "$copy/root/naru/build/release/$program" ] || fail "./dev build leaves no $program"
        done
        ;;
    test) grep -q '100% tests passed' "$log" || fail "./dev test ran no tests; see $log" ;;
    esac
}

alone() { # command
    fresh_copy
    twice "$1" "$1"
    check_left "$1"
}

[ "$(id -u)" -eq 0 ] || fail "this needs root, for chroot and mount"
command -v debootstrap >/dev/null || fail "install debootstrap first"
[ -z "$(git status --porcelain --untracked-files=no)" ] ||
    say "what is not committed is not tried: the last commit is"
case "${1-}" in
base) make_base ;;
run | test | build)
    make_base
    alone "$1"
    ;;
both)
    make_base
    fresh_copy
    twice run both-run-first
    check_left run
    twice test both-then-test
    check_left test
    fresh_copy
    twice test both-test-first
    check_left test
    twice run both-then-run
    check_left run after-test
    ;;
*) sed -n '4,7s/^# *//p' "$0" >&2; exit 2 ;;
esac
say "as it should be"
