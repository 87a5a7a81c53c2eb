#!/bin/bash
# Boots systemd in namespaces of its own, installs the unit with a real binary
# there as README.md says, and looks at what becomes of it. The machine itself is
# not changed: all that is written lands in memory and is gone afterwards.
#
#   systemd/boot-test.sh BINARY        as root; prints one line a check
set -euo pipefail

if [ "${1-}" = inside ]; then
	# The root of the namespace: the machine's files below a layer in memory.
	work=$2
	mount --make-rprivate /
	mount -t tmpfs tmpfs "$work/memory"
	mkdir -p "$work"/memory/{upper,work,root}
	mount -t overlay overlay -o "lowerdir=/,upperdir=$work/memory/upper,workdir=$work/memory/work" "$work/memory/root"
	root=$work/memory/root
	mount -t proc proc "$root/proc"
	mount --bind /dev "$root/dev"
	mount -t sysfs -o ro sysfs "$root/sys" || true
	mount -t tmpfs tmpfs "$root/run"
	mount -t tmpfs tmpfs "$root/tmp"
	mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
	mkdir -p "$root/srv" && mount --bind "$work/result" "$root/srv"
	rm -rf "$root/etc/followupd" "$root/var/lib/followupd"
	mkdir -p "$root"/etc/systemd/system "$root"/etc/sysusers.d "$root"/etc/tmpfiles.d "$root"/usr/local/bin
	install -m 755 "$work/followupd" "$root/usr/local/bin/followupd"
	install -m 644 "$work/unit/followupd.service" "$root/etc/systemd/system/followupd.service"
	install -m 644 "$work/unit/followupd.sysusers" "$root/etc/sysusers.d/followupd.conf"
	install -m 644 "$work/unit/followupd.tmpfiles" "$root/etc/tmpfiles.d/followupd.conf"
	install -m 755 "$work/unit/boot-test.sh" "$root/usr/local/bin/boot-test"
	cat >"$root/etc/systemd/system/boot-test.target" <<-UNIT
		[Unit]
		DefaultDependencies=no
		Requires=boot-test.service
		AllowIsolate=yes
	UNIT
	cat >"$root/etc/systemd/system/boot-test.service" <<-UNIT
		[Unit]
		DefaultDependencies=no
		[Service]
		Type=oneshot
		StandardOutput=file:/srv/checks
		StandardError=inherit
		ExecStart=/usr/local/bin/boot-test checks
		ExecStopPost=/bin/systemctl exit --no-block 0
	UNIT
	# What the service writes goes to a file, as no journal runs here, and its
	# times are short, so that the checks are.
	mkdir -p "$root/etc/systemd/system/followupd.service.d"
	cat >"$root/etc/systemd/system/followupd.service.d/test.conf" <<-UNIT
		[Service]
		StandardOutput=append:/srv/log
		StandardError=inherit
		WatchdogSec=3s
		TimeoutAbortSec=10s
		RestartSec=200ms
	UNIT
	cd "$root" && mkdir -p oldroot && pivot_root . oldroot && cd /
	umount -l /oldroot
	mount --make-rshared /
	exec env -i container=oci PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb /lib/systemd/systemd --system --unit=boot-test.target \
		--log-target=console --log-level=warning --show-status=no --default-standard-output=inherit
fi

if [ "${1-}" = checks ]; then
	passed=0 failed=0
	check() { # TEXT COMMAND…
		local text=$1
		shift
		if "$@"; then
			echo "ok - $text"
			passed=$((passed + 1))
		else
			echo "FAILED - $text"
			failed=$((failed + 1))
		fi
	}
	of() { systemctl show followupd --property="$1" --value; }
	# within SECONDS COMMAND…: until it succeeds
	within() {
		local end=$((SECONDS + $1))
		shift
		until "$@"; do
			[ "$SECONDS" -lt "$end" ] || return 1
			sleep 0.1
		done
	}
	is() { [ "$(of "$1")" = "$2" ]; }
	another() { [ "$(of MainPID)" != "$1" ] && is ActiveState active; }
	as_user() { setpriv --reuid=followupd --regid=followupd --clear-groups "$@"; }
	logged() { grep -q -- "$1" /srv/log; }

	systemd-sysusers && systemd-tmpfiles --create followupd.conf
	followupd init /etc/followupd --name "Ana Lima" --email ana@lima.example --host 127.0.0.1 --timezone Europe/Madrid >/srv/init </dev/null
	# Servers that nobody runs: whether they can be reached is no matter of the
	# service's life.
	sed -i 's/tls: implicit .*/tls: insecure-none\n      port: 1/; s/tls: starttls .*/tls: insecure-none\n      port: 1/' /etc/followupd/config.yaml
	(umask 077 && echo "sesame-open-wide" >/etc/followupd/credentials/ana)
	check "the service's user can read the configuration" eval 'as_user cat /etc/followupd/config.yaml >/dev/null'
	check "it can't read the file with the password" eval '! as_user cat /etc/followupd/credentials/ana 2>/dev/null'

	check "it starts" systemctl start followupd
	check "it is ready" is ActiveState active
	check "it says how it does ($(of StatusText))" eval '[ -n "$(of StatusText)" ]'
	check "it runs as followupd" eval '[ "$(ps -o user= -p "$(of MainPID)")" = followupd ]'
	check "it has no rights" grep -q '^CapEff:[[:space:]]*0000000000000000$' "/proc/$(of MainPID)/status"
	check "its system calls are filtered" grep -q '^Seccomp:[[:space:]]*2$' "/proc/$(of MainPID)/status"
	check "its folder is its own" eval '[ "$(stat -c "%a %U" /var/lib/followupd)" = "700 followupd" ]'
	check "its ledger is its own" eval '[ "$(stat -c "%a %U" /var/lib/followupd/ledger.db)" = "600 followupd" ]'
	check "it got its password" eval '[ "$(as_user cat /run/credentials/followupd.service/password_ana)" = sesame-open-wide ]'
	check "nobody else can read that" eval '! setpriv --reuid=nobody --regid=nogroup --clear-groups cat /run/credentials/followupd.service/password_ana 2>/dev/null'
	as_user followupd doctor --within 5s --json >/srv/doctor || true
	check "doctor finds the password while it runs" grep -q '"check":"configuration","level":"ok"' /srv/doctor
	followupd doctor --within 5s --json >/srv/doctor-root || true
	check "doctor started by root does, too" grep -q '"check":"configuration","level":"ok"' /srv/doctor-root
	check "and leaves nothing of root's behind" eval '[ -z "$(find /var/lib/followupd -user root)" ]'
	check "commands talk with the daemon" eval 'as_user followupd pause --all >/dev/null'
	check "a second one doesn't start" eval '! as_user env CREDENTIALS_DIRECTORY=/run/credentials/followupd.service followupd run >/srv/second 2>&1'
	check "it names the first" grep -q "$(of MainPID)" /srv/second

	check "it takes up edits" systemctl reload followupd
	check "it says so" within 5 logged "edits are taken up"
	check "it is ready again" within 5 is ActiveState active

	pid=$(of MainPID)
	kill -STOP "$pid"
	check "a daemon that stands still is started again" within 30 another "$pid"
	check "it wrote down what it was doing" logged "goroutine 1"
	pid=$(of MainPID)
	kill -KILL "$pid"
	check "a killed daemon is started again" within 10 another "$pid"
	check "that was the second time" is NRestarts 2

	began=$(date +%s%N)
	systemctl stop followupd
	took=$((($(date +%s%N) - began) / 1000000))
	check "it stops in $took ms" test "$took" -lt 5000
	check "it ended in good order" is Result success

	cp /etc/followupd/config.yaml /srv/good.yaml
	echo "no_such_key: 1" >>/etc/followupd/config.yaml
	check "it doesn't start with errors in its configuration" eval '! systemctl start followupd 2>/dev/null'
	check "its exit code is 78" is ExecMainStatus 78
	sleep 1
	check "it isn't started again" is NRestarts 0
	check "its log says where the error is" logged "config.yaml:.*no_such_key"
	cat /srv/good.yaml >/etc/followupd/config.yaml

	systemctl reset-failed followupd
	rm /etc/followupd/credentials/ana
	check "it doesn't start without its password" eval '! systemctl start followupd 2>/dev/null'
	check "its exit code is 78 again" is ExecMainStatus 78
	check "its log says what is missing" logged 'there is no credential "password_ana"'

	check "the password is nowhere in its log" eval '! grep -q sesame-open-wide /srv/log /srv/doctor /srv/doctor-root /srv/second'
	check "its exposure is at most 1.5" eval 'systemd-analyze security --no-pager --threshold=15 followupd.service >/dev/null'
	echo "$passed passed, $failed failed"
	exit 0
fi

binary=$(realpath "${1:?usage: systemd/boot-test.sh BINARY}")
here=$(dirname "$(realpath "$0")")
[ "$(id -u)" = 0 ] || { echo "boot-test.sh: it must run as root" >&2 && exit 64; }
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
mkdir "$work"/memory "$work"/result "$work"/unit
cp "$here"/followupd.* "$here"/boot-test.sh "$work/unit/"
cp "$binary" "$work/followupd"
timeout --kill-after=5 120 unshare --pid --fork --mount --uts --ipc --cgroup "$here/boot-test.sh" inside "$work" >"$work/console" 2>&1 || true
cat "$work/result/checks" 2>/dev/null || true
if ! grep -q ' passed, 0 failed$' "$work/result/checks" 2>/dev/null; then
	echo "--- console"
	tail -n 40 "$work/console"
	for part in log doctor second init; do
		echo "--- $part"
		tail -n 40 "$work/result/$part" 2>/dev/null || true
	done
	exit 1
fi
