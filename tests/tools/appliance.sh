#!/bin/sh
# appliance.sh BUILD [CASE ...]: the kiosk under a real systemd. Follows docs/KIOSK.md on a bare
# Debian 12 in namespaces of its own (systemd is PID 1 there), installs BUILD (build/release) by
# `cmake --install`, boots, and looks at what the page promises: every end of naru or cage, and a
# frozen one, must be usable again within $MOST_MS (3000): READY, and the picture covering the glass.
#   tests/tools/appliance.sh build/release
# The glass is an Xvfb, which a drop-in made for the test shows to cage; everything else is the unit
# as it is installed. Needs root, debootstrap and the network once (./dev bare base); the prepared
# system is kept in $NARU_BARE, as for ./dev bare. No KVM, no GPU. 77: could not be tried.
# Not tried: a display driver, a seat, input devices, the lockdown of consoles.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
build=$(realpath "${1:?usage: appliance.sh BUILD [CASE ...]}")
shift
cases=${*:-boot start kill-naru kill-cage freeze-naru freeze-cage freeze-hook keys stop rescue}
cache=${NARU_BARE:-${XDG_CACHE_HOME:-$HOME/.cache}/naru-bare}
most_ms=${MOST_MS:-3000}
rounds=${ROUNDS:-3}
unit=naru-kiosk.service
failed=0
group= root= work= outer=

skip() { echo "skip appliance: $*"; exit 77; }
ok() { echo "ok   $name: $*"; }
bad() { echo "FAIL $name: $*"; failed=1; }
verdict() { # WHAT CONDITION: one for test(1)
    what=$1
    shift
    if [ "$@" ]; then ok "$what"; else bad "$what ($*)"; fi
}

clean_up() {
    if [ -n "$group" ]; then
        echo 1 >"$group/cgroup.kill"
        wait "$outer" 2>/dev/null
        for _ in $(seq 50); do
            grep -q '^populated 0' "$group/cgroup.events" && break
            sleep 0.1
        done
        find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
    fi
    if [ -n "$root" ]; then umount -l "$root"; fi
    if [ -n "$work" ]; then rm -rf --one-file-system "$work"; fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# --- the machine -------------------------------------------------------------------------------

# The command that KIOSK.md begins with, and what else the test needs: the glass, and those libraries
# that ./dev build would have brought.
prepare() {
    libraries=$(ldd "$build/naru" "$build/naru-app" "$build/naru-content" | awk '$3 ~ /^\// { print $3 }' | xargs readlink -f | sort -u |
        xargs dpkg -S 2>/dev/null | cut -d: -f1 | sort -u)
    page=$(sed -n 's/^apt install \([^#]*\)#.*/\1/p' "$top/docs/KIOSK.md")
    [ -n "$page" ] || skip "KIOSK.md says no apt install"
    # shellcheck disable=SC2086
    set -- systemd-sysv dbus udev procps xvfb xdotool x11-utils $page $libraries
    [ "$(cat "$cache/appliance.done" 2>/dev/null)" != "$*" ] || return 0
    "$top/cmake/bare.sh" base || skip "no bare system"
    rm -rf "$cache/appliance"
    cp -a "$cache/base" "$cache/appliance"
    cp /etc/resolv.conf "$cache/appliance/etc/"
    for words in "update -q" "install -y -q --no-install-recommends $*"; do
        # shellcheck disable=SC2086
        chroot "$cache/appliance" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get $words >"$cache/appliance.log" 2>&1 ||
            skip "apt-get ${words%% *} failed there; see $cache/appliance.log"
    done
    echo "$*" >"$cache/appliance.done"
}

# What KIOSK.md says after the build, in a copy that is thrown away.
install_kiosk() {
    mkdir -p "$work/upper" "$work/lower" "$work/root"
    mount -t overlay overlay -o "lowerdir=$cache/appliance,upperdir=$work/upper,workdir=$work/lower" "$work/root" ||
        skip "no overlay file system"
    root=$work/root
    : >"$root/etc/machine-id"
    DESTDIR=$root cmake --install "$build" --prefix /usr >/dev/null || skip "cmake --install failed"
    mount -t proc proc "$root/proc"
    sed -n '/^install -D/p; /^naru-kiosk enable/p' "$top/docs/KIOSK.md" | sed 's/#.*//' |
        chroot "$root" sh -e || bad "what KIOSK.md says does not work"
    umount "$root/proc"
}

# The last step before systemd: mounts as a container has them, nothing of this kernel writable.
boot_script='
set -eu
cd "$1"
for dir in sys sysrq-trigger irq bus; do
    [ ! -e proc/$dir ] || { mount --bind proc/$dir proc/$dir; mount -o remount,bind,ro proc/$dir; }
done
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=755 tmpfs dev
mknod -m 666 dev/null c 1 3; mknod -m 666 dev/zero c 1 5; mknod -m 666 dev/full c 1 7
mknod -m 666 dev/random c 1 8; mknod -m 666 dev/urandom c 1 9; mknod -m 666 dev/tty c 5 0
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd
hostname naru-appliance
pivot_root . mnt
cd /
umount -l /mnt
exec env -i container=naru PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    /lib/systemd/systemd --system --log-target=journal --show-status=false'

boot() {
    groups=$(findmnt -n -t cgroup2 -o TARGET | head -n 1)
    [ -n "$groups" ] || skip "no cgroup2 mounted here"
    group=$groups/naru-appliance-$$
    mkdir "$group" || skip "cannot make a cgroup"
    sh -c 'echo $$ >"$1/cgroup.procs"; shift; exec "$@"' sh "$group" \
        unshare --mount --propagation private --pid --uts --ipc --cgroup --net --fork --mount-proc="$root/proc" \
        sh -c "$boot_script" sh "$root" </dev/null >"$work/boot.log" 2>&1 &
    outer=$!
    for _ in $(seq 100); do
        init=$(pgrep -P "$outer" | head -n 1)
        [ -n "$init" ] && [ "$(cat "/proc/$init/comm")" = systemd ] && break
        sleep 0.2
    done
    [ -n "${init:-}" ] || { cat "$work/boot.log"; skip "systemd did not start"; }
}

inside() { nsenter -t "$init" -a -- "$@"; }
property() { inside systemctl show -P "$1" $unit; }
journal() { inside journalctl -b -q --no-pager -u $unit -o cat "$@"; }

wait_for() { # SECONDS COMMAND...
    tries=$(($1 * 10))
    shift
    while ! "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}

is_up() { [ "$(inside systemctl is-system-running 2>/dev/null)" != starting ] && inside systemctl show-environment >/dev/null 2>&1; }

# Only where the glass is, is the test's own: cage's window on an Xvfb of the same size.
put_up_glass() {
    inside sh -e <<'SETUP'
mkdir -p /run/glass /run/systemd/system/naru-kiosk.service.d
cat >/run/systemd/system/glass.service <<'UNIT'
[Service]
ExecStart=/usr/bin/Xvfb :9 -screen 0 1024x768x24 -nolisten tcp -noreset -fbdir /run/glass
UNIT
cat >/run/systemd/system/naru-kiosk.service.d/glass.conf <<'UNIT'
[Unit]
Wants=glass.service
After=glass.service
[Service]
Environment=WLR_BACKENDS=x11 WLR_RENDERER=pixman DISPLAY=:9
UNIT
systemctl daemon-reload
systemctl stop naru-kiosk
systemctl start glass
SETUP
    wait_for 20 inside sh -c 'DISPLAY=:9 xdpyinfo >/dev/null 2>&1'
}

# --- what is seen ------------------------------------------------------------------------------

# The share of the glass that is not black, in percent; the app is light from edge to edge.
covered() {
    inside od -An -v -tx4 -w4096 -j3232 /run/glass/Xvfb_screen0 | awk '
        NR > 768 { exit }
        NR % 8 == 1 { for (x = 1; x <= 1024; x += 4) { all++; lit += substr($x, 3) != "000000" } }
        END { print int(100 * lit / (all + !all)) }'
}

picture() { inside md5sum /run/glass/Xvfb_screen0; }
ms_now() { echo $(($(date +%s%N) / 1000000)); }
ms_ready() { echo $(($(date -d "$(inside systemctl show -P ActiveEnterTimestamp --timestamp=us+utc $unit)" +%s%N) / 1000000)); }
is_another() { [ "$(property MainPID)" != "$1" ] && [ "$(property ActiveState)" = active ]; }

# after COMMAND...: what that does to the running kiosk, and how long until it is usable again.
after() {
    inside systemctl start $unit
    for _ in $(seq "$rounds"); do
        sleep 2
        before=$(property MainPID)
        started=$(ms_now)
        inside "$@"
        if ! wait_for 60 is_another "$before"; then
            bad "not back after a minute"
            journal -n 5
            inside systemctl restart $unit
            return
        fi
        share=$(covered)
        took=$(($(ms_ready) - started))
        verdict "usable again after $took ms, $share % covered" "$took" -le "$most_ms" -a "$share" -ge 97
    done
}

# --- cases -------------------------------------------------------------------------------------

[ "$(id -u)" -eq 0 ] || skip "needs root"
for tool in debootstrap unshare nsenter findmnt cmake; do
    command -v $tool >/dev/null || skip "no $tool"
done
name=appliance
prepare
work=$(mktemp -d "$cache/appliance-XXXXXX")
install_kiosk
boot
wait_for 60 is_up || { journal; skip "systemd did not come up"; }
put_up_glass || skip "no Xvfb there"

for name in $cases; do
    case $name in
    boot)
        verdict "systemd is PID 1" "$(cat "/proc/$init/comm")" = systemd
        verdict "the unit starts with the machine" "$(inside systemctl is-enabled $unit)" = enabled -a \
            "$(inside systemctl show -P WantedBy $unit)" = graphical.target
        verdict "the user has no shell, and the groups of the display" \
            "$(inside id -nG naru-kiosk | tr ' ' '\n' | sort | tr '\n' ' ')" = "naru-kiosk render video "
        inside systemd-analyze verify $unit 2>&1 | grep -v glass.conf | grep . && bad "verify complains"
        inside systemd-analyze security --no-pager $unit | tail -n 1 ;;
    start)
        for _ in $(seq "$rounds"); do
            inside systemctl stop $unit
            started=$(ms_now)
            inside systemctl start $unit # comes back with READY
            share=$(covered)
            took=$(($(ms_ready) - started))
            verdict "READY after $took ms, $share % covered at once" "$took" -le "$most_ms" -a "$share" -ge 97
        done
        verdict "says what it shows: $(property StatusText)" "$(property StatusText | cut -c1-6)" = "Shows " ;;
    kill-naru) after pkill -9 -x naru ;;
    kill-cage) after pkill -9 -x cage ;;
    freeze-naru) after pkill -STOP -x naru ;;
    freeze-cage) after pkill -STOP -x cage ;; # naru turns, and nobody sees it
    freeze-hook) # the loop itself; in builds with NARU_TEST_HOOKS
        grep -q NARU_FREEZE_AFTER_MS "$build/naru-app" || { echo "skip $name: built without NARU_TEST_HOOKS"; continue; }
        inside systemctl set-environment NARU_FREEZE_AFTER_MS=3000
        inside sh -c "printf '[Service]\nPassEnvironment=NARU_FREEZE_AFTER_MS\n' >/run/systemd/system/$unit.d/freeze.conf; systemctl daemon-reload"
        inside systemctl restart $unit
        before=$(property MainPID)
        inside systemctl unset-environment NARU_FREEZE_AFTER_MS
        started=$(ms_now)
        wait_for 30 is_another "$before" || bad "a frozen loop stays"
        took=$(($(ms_ready) - started - 3000))
        verdict "usable again $took ms after it froze" "$took" -le "$most_ms" ;;
    keys)
        inside systemctl start $unit
        before=$(property MainPID)
        seen=$(picture)
        x="env DISPLAY=:9 xdotool"
        inside $x search --onlyvisible --name . windowfocus 2>/dev/null
        inside $x key Tab
        wait_for 10 sh -c "[ \"$seen\" != \"\$(nsenter -t $init -a md5sum /run/glass/Xvfb_screen0)\" ]"
        verdict "keys arrive" "$seen" != "$(picture)"
        inside $x key alt+F4 ctrl+q ctrl+w alt+Tab F11 ctrl+alt+BackSpace super
        sleep 2
        verdict "no key ends it" "$(property MainPID)" = "$before" -a "$(covered)" -ge 97 ;;
    stop)
        inside systemctl start $unit
        inside systemctl log-level debug
        started=$(ms_now)
        inside systemctl stop $unit
        took=$(($(ms_now) - started))
        inside systemctl log-level info
        verdict "stops in $took ms, and well" "$took" -le 2000 -a "$(property Result)" = success
        verdict "said that it stops" "$(inside journalctl -b -q -o cat | grep -c 'STOPPING=1')" -ge 1
        verdict "stays stopped" "$(property ActiveState)" = inactive
        inside systemctl start $unit ;;
    rescue) # an operator's content that is not there yet
        inside sh -c 'echo "content = /var/lib/naru/naru.db" >>/etc/naru/naru.conf; systemctl restart naru-kiosk'
        wait_for 20 sh -c "nsenter -t $init -a systemctl show -P StatusText $unit | grep -q rescue"
        verdict "READY with the rescue screen: $(property StatusText)" "$(property ActiveState)" = active -a "$(covered)" -ge 97
        before=$(property MainPID)
        restarts=$(property NRestarts)
        killed=$(journal | grep -c 'Watchdog timeout')
        wait_for 60 is_another "$before" || bad "does not give up"
        verdict "gave up by itself after half a minute, and was started anew" "$(property NRestarts)" = $((restarts + 1)) -a \
            "$(journal | grep -c 'nothing changed in 30 s')" = 1 -a "$(journal | grep -c 'Watchdog timeout')" = "$killed"
        inside cp /usr/share/naru/naru.db /var/lib/naru/naru.db
        wait_for 30 sh -c "nsenter -t $init -a systemctl show -P StatusText $unit | grep -q Shows.*version"
        verdict "the database that came late is shown: $(property StatusText)" "$(covered)" -ge 97
        before=$(property MainPID)
        sleep 4
        verdict "and the watchdog leaves it alone" "$(property MainPID)" = "$before" -a \
            "$(journal | grep -c 'Watchdog timeout')" = "$killed" ;;
    *) bad "there is no such case" ;;
    esac
done
if [ "$failed" -ne 0 ]; then journal -n 40; fi
exit "$failed"
