#!/bin/sh
# The kiosk's unit as it is installed: systemd accepts every line, and the sandbox is as tight as it
# was. usage: check_units.sh BUILD_FOLDER
# 77 (skipped) where systemd-analyze is missing.
set -eu
build=$1
most=2.0 # of 10; as systemd-analyze security counts exposure

command -v systemd-analyze >/dev/null || {
    echo "skipped: no systemd-analyze here (Debian package systemd)"
    exit 77
}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
fail() {
    printf 'check_units: %s\n' "$*" >&2
    exit 1
}

for prefix in /usr /usr/local /opt/naru; do
    rm -rf "$stage"
    mkdir -p "$stage/usr/bin" "$stage/etc"
    DESTDIR=$stage cmake --install "$build" --component kiosk --prefix $prefix >/dev/null
    unit=$stage$prefix/lib/systemd/system/naru-kiosk.service
    grep -q "env -u WATCHDOG_PID $prefix/bin/naru --fullscreen" "$unit" || fail "$unit does not start $prefix/bin/naru"
    ! grep -q '@NARU' "$unit" || fail "$unit has a word left to fill in"
    [ -x "$stage$prefix/sbin/naru-kiosk" ] || fail "no naru-kiosk under $prefix"
    sh -n "$stage$prefix/sbin/naru-kiosk"
    # Nothing acts by being installed: no drop-ins, no wants, nothing outside the prefix.
    [ -z "$(find "$stage" -name '*.wants' -o -name '*.conf.d' -o -path "$stage/etc/*")" ] ||
        fail "an installation under $prefix acts before it is asked to"
    [ -z "$(find "$stage" -type f ! -path "$stage$prefix/*")" ] || fail "files outside $prefix"
done

# Programs that need not be on the machine that checks.
mkdir -p "$stage/bin"
for program in /usr/bin/cage /usr/bin/env /bin/sh; do
    printf '#!/bin/sh\n' >"$stage$program"
    chmod 755 "$stage$program"
done
mkdir -p "$stage/etc/systemd/system"
unit=$stage/etc/systemd/system/naru-kiosk.service
cp "$stage/opt/naru/lib/systemd/system/naru-kiosk.service" "$unit"
for needed in sysinit.target basic.target shutdown.target graphical.target; do
    printf '[Unit]\nDescription=%s\n' $needed >"$stage/etc/systemd/system/$needed"
done
verify() {
    said=$(systemd-analyze verify --root="$stage" --man=no naru-kiosk.service 2>&1) && [ -z "$said" ]
}
verify || fail "systemd does not accept the unit: $said"
# and it would have said so
for broken in 's/^Restart=.*/Restart=sometimes/' 's/^WatchdogSec/WatchDogSec/' 's,/usr/bin/cage,/usr/bin/nothing,'; do
    sed -i.sound "$broken" "$unit"
    ! verify || fail "systemd-analyze verify overlooks $broken"
    mv "$unit.sound" "$unit"
done

threshold=$(printf '%s' "$most" | tr -d .)
systemd-analyze security --offline=yes --threshold="$threshold" "$unit" >"$stage/score" 2>&1 ||
    fail "the sandbox is looser than $most: $(tail -1 "$stage/score")"
tail -1 "$stage/score"

# enable and disable, on a system in a folder: everything enable does, disable undoes.
rm -rf "$stage"
mkdir -p "$stage/etc" "$stage/usr"
DESTDIR=$stage cmake --install "$build" --component kiosk --prefix /usr >/dev/null
switch() {
    "$stage/usr/sbin/naru-kiosk" "$1" --root "$stage" >"$stage/said" 2>&1 || fail "naru-kiosk $1: $(cat "$stage/said")"
}
switch enable
grep -q '^naru-kiosk:' "$stage/etc/passwd" || fail "no user"
grep -q '^video:.*naru-kiosk' "$stage/etc/group" || fail "the user is not in video"
[ -d "$stage/var/lib/naru" ] || fail "no /var/lib/naru"
[ -L "$stage/etc/systemd/system/graphical.target.wants/naru-kiosk.service" ] || fail "not enabled"
[ "$(readlink "$stage/etc/systemd/system/getty@tty1.service")" = /dev/null ] || fail "tty1 gives a login"
grep -q '^CtrlAltDelBurstAction=none' "$stage/etc/systemd/system.conf.d/naru-kiosk.conf" || fail "Ctrl+Alt+Del"
grep -q '^kernel.sysrq = 0' "$stage/etc/sysctl.d/60-naru-kiosk.conf" || fail "sysrq"
switch enable
switch disable
left=$(find "$stage/etc" \( -type f -o -type l \) ! -name passwd ! -name group ! -name shadow ! -name gshadow \
    ! -name '*-' ! -name '.pwd.lock')
[ -z "$left" ] || fail "disable leaves $left"
echo "the unit, its sandbox and its switch are right"
