#!/bin/sh
# displays.sh NARU [NAME ...]: opens the app under each window system that this machine can run
# without a screen, and checks that its picture covers the whole output; also after the output
# changed its size. Run it after a build: tests/tools/displays.sh build/release/naru
# Takes what is installed of: xvfb, openbox, x11-utils, x11-xserver-utils, xdotool;
# cage, xwayland; weston. What is missing is said and skipped. Needs no GPU. 77: nothing could
# be tried. Kept pictures: in $KEEP, if set.
set -u
naru=$(realpath "$1")
shift
names=${*:-x11 x11-openbox x11-grows x11-dense cage cage-software cage-grows weston weston-x11}
work=$(mktemp -d)
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run" LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_leaks=0 # of graphics drivers
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
pids=
tried=0
failed=0
display=:$((60 + $$ % 1000))

finish() {
    for pid in $pids; do kill "$pid" 2>/dev/null; done
    for pid in $pids; do wait "$pid" 2>/dev/null; done
    pids=
}
trap 'finish; rm -rf "$work"' EXIT INT TERM

has() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || { echo "skip $name: no $tool"; return 1; }
    done
}

start() { "$@" >>"$work/$name.log" 2>&1 & pids="$! $pids"; last=$!; }

# The output, as the X server says it now: WIDTHxHEIGHT+X+Y. Under cage it is cage's window.
output() {
    case $name in
    cage*) xwininfo -root -children -display "$display" 2>/dev/null | awk '$1 ~ /^0x/ { print $(NF - 1); exit }' ;;
    *) xdpyinfo -display "$display" | awk '/dimensions:/ { print $2 "+0+0" }' ;;
    esac
}

# covered WxH+X+Y: the share of that output that is not black, in percent; the app is light from edge
# to edge. Xvfb keeps its picture in a file: a header in xwd's format, then rows of 32-bit pixels.
covered() {
    # shellcheck disable=SC2046
    set -- "$1" $(od -An -v -tu4 --endian=big -N100 -w100 "$work/Xvfb_screen0")
    area=$(echo "$1" | tr 'x+' '  ') start=$(($2 + ${21} * 12)) row=${14}
    od -An -v -tx4 -w"$row" -j"$start" "$work/Xvfb_screen0" |
        awk -v area="$area" '
            BEGIN { split(area, of, " "); w = of[1]; h = of[2]; left = of[3]; top = of[4] }
            NR > top + h { exit }
            NR > top && NR % 8 == 1 { for (x = left + 1; x <= left + w; x += 4) { all++; lit += substr($x, 3) != "000000" } }
            END { print int(100 * lit / (all + !all)) }'
}

# check WxH WHAT: waits until the picture covers an output of that size.
check() {
    share=0
    least=97
    for _ in $(seq 60); do
        where=$(output)
        size=${where%%+*}
        share=0
        [ "$size" = "$1" ] && share=$(covered "$where")
        [ "$share" -ge "$least" ] && break
        kill -0 "$last" 2>/dev/null || break
        sleep 0.5
    done
    [ -n "${KEEP:-}" ] && cp "$work/Xvfb_screen0" "$KEEP/$name-$1.xwd"
    tried=$((tried + 1))
    if [ "$share" -ge "$least" ]; then
        echo "ok   $name: $2 ($1, $share % covered)"
    else
        echo "FAIL $name: $2 (wanted $1, got ${size:-nothing}, $share % covered)"
        tail -5 "$work/$name.log"
        failed=1
    fi
}

# verdict WHAT CONDITION: one for test(1)
verdict() {
    what=$1
    shift
    tried=$((tried + 1))
    if [ "$@" ]; then
        echo "ok   $name: $what"
    else
        echo "FAIL $name: $what"
        cat "$work/$name.out"
        failed=1
    fi
}

x11() {
    unset WAYLAND_DISPLAY
    start Xvfb "$display" -screen 0 "${1}x24" -nolisten tcp -noreset -fbdir "$work"
    export DISPLAY="$display" SDL_VIDEODRIVER=x11
    for _ in $(seq 50); do xdpyinfo >/dev/null 2>&1 && break; sleep 0.1; done
}

with_weston() { # headless, without a seat; waits for its socket
    unset WAYLAND_DISPLAY
    rm -f "$XDG_RUNTIME_DIR"/wayland-*
    start weston --backend=headless-backend.so --width=1280 --height=720 --use-pixman
    for _ in $(seq 100); do
        for socket in "$XDG_RUNTIME_DIR"/wayland-?; do
            [ -S "$socket" ] && export WAYLAND_DISPLAY="${socket##*/}" && return
        done
        sleep 0.1
    done
}

# cage refuses root, so another user must be able to run naru (not so in root's own folder), and it
# keeps its keymap in shared memory, which a chroot may not have.
can_cage() { # sets $user, how that one is become
    has Xvfb xdpyinfo xwininfo cage Xwayland || return 1
    user=
    [ "$(id -u)" -ne 0 ] || user="setpriv --reuid nobody --regid nogroup --clear-groups"
    # shellcheck disable=SC2086
    $user "$naru" --version >/dev/null 2>&1 ||
        { echo "skip $name: $naru cannot be run by another user than root"; return 1; }
    shared=/dev/shm/naru-displays-$$
    # shellcheck disable=SC2086
    $user sh -c ": >$shared && rm $shared" 2>/dev/null ||
        { echo "skip $name: no shared memory (/dev/shm)"; return 1; }
}

under_cage() { # after can_cage: in a window of Xvfb, 1024x768; cage ends with its client, and refuses root
    x11 "$1"
    shift
    rm -f "$XDG_RUNTIME_DIR"/wayland-*
    if [ -n "$user" ]; then
        chmod 755 "$work"
        chown -R nobody "$HOME" "$XDG_RUNTIME_DIR"
    fi
    # shellcheck disable=SC2086
    start $user env WLR_BACKENDS=x11 WLR_RENDERER=pixman SDL_VIDEODRIVER=wayland \
        cage -d -- "$naru" --posture kiosk --fullscreen "$@"
}

for name in $names; do
    case $name in
    x11) # no window manager: nobody makes the window fill the panel
        has Xvfb xdpyinfo || continue
        x11 1080x1920
        start "$naru" --fullscreen --posture kiosk
        check 1080x1920 "fills a panel without a window manager" ;;
    x11-openbox)
        has Xvfb xdpyinfo openbox || continue
        x11 1280x720
        start openbox
        sleep 1
        start "$naru" --fullscreen --posture kiosk
        check 1280x720 "fills a panel with a window manager" ;;
    x11-grows) # a panel that is switched on after the machine
        has Xvfb xdpyinfo xrandr || continue
        x11 1280x1024
        start "$naru" --fullscreen --posture kiosk
        check 1280x1024 "fills the panel it finds"
        xwininfo -root -tree >"$work/$name.out"
        verdict "is a window of naru" "$(grep -c '("naru" "naru")' "$work/$name.out")" -ge 1
        xrandr --fb 1024x768 -s 1024x768 >/dev/null 2>&1
        check 1024x768 "fills the panel that it became" ;;
    x11-dense)
        has Xvfb xdpyinfo || continue
        x11 2160x3840
        start "$naru" --fullscreen --posture kiosk
        check 2160x3840 "fills a dense panel" ;;
    cage | cage-software)
        can_cage || continue
        if [ "$name" = cage ]; then under_cage 1024x768; else under_cage 1024x768 --software; fi
        check 1024x768 "fills the output" ;;
    cage-grows)
        has xdotool xwininfo || continue
        can_cage || continue
        under_cage 1280x1024
        check 1024x768 "fills the output that it finds" # which is what cage's X11 backend opens
        window=$(xwininfo -root -children | awk '$1 ~ /^0x/ { print $1; exit }')
        xdotool windowmove "$window" 0 0 windowsize "$window" 1280 1024
        check 1280x1024 "fills the output that it became" ;;
    weston) # its headless backend has no seat: SDL 2.26 cannot, and it must be said
        has weston || continue
        unset DISPLAY
        with_weston
        SDL_VIDEODRIVER=wayland timeout 60 "$naru" --fullscreen --posture kiosk >"$work/$name.out" 2>&1
        verdict "says that there is no seat, and ends with 1" \
            "$?" = 1 -a "$(grep -c 'has no seat' "$work/$name.out")" = 1 ;;
    weston-x11) # the same with an X server beside it: the window goes there
        has weston Xwayland Xvfb xdpyinfo || continue
        x11 1280x720
        with_weston
        export SDL_VIDEODRIVER=wayland
        start "$naru" --fullscreen --posture kiosk
        check 1280x720 "goes through X11 where the Wayland display has no seat" ;;
    *) echo "there is no $name"; failed=1 ;;
    esac
    finish
done
[ "$tried" -eq 0 ] && exit 77
exit "$failed"
