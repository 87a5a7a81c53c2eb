package main_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// spoil overwrites the page that a table or an index begins with.
func (w *world) spoil(name string) {
	w.t.Helper()
	path := w.path("state/ledger.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		w.t.Fatal(err)
	}
	var page int64
	err = db.QueryRowContext(w.t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = ?", name).Scan(&page)
	if err := errors.Join(err, db.Close()); err != nil {
		w.t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		w.t.Fatal(err)
	}
	_, err = f.WriteAt(bytes.Repeat([]byte("x"), 4096), (page-1)*4096)
	if err := errors.Join(err, f.Close()); err != nil {
		w.t.Fatal(err)
	}
}

// toldOf are the mails of trouble that the owner got, as text in one line each.
func (w *world) toldOf() (list []string) {
	w.t.Helper()
	for _, m := range w.lab.Accepted() {
		if m.Recipient == "ana@lima.example" {
			list = append(list, plain(w.t, m.Raw))
		}
	}
	return list
}

// plain is a mail's subject and text in one line.
func plain(t *testing.T, raw []byte) string {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(m.Header.Get("Subject")+": "+string(text)), " ")
}

// fallbackTo has the configuration name a command that keeps what it gets.
func (w *world) fallbackTo(name string) {
	w.t.Helper()
	text := read(w.t, w.path("config.yaml"))
	w.write("config.yaml", strings.Replace(text, "timezone: UTC}", "timezone: UTC, fallback: {command: [/usr/bin/tee, -a, "+w.path(name)+"]}}", 1))
}

// One page that nothing reads at a start is damaged: the daemon doesn't start, and
// says what to do, to whoever starts it and to the owner, who hears it once.
func TestRunRefusesADamagedPage(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.spoil("journal_by_time")
	w.expect([]string{"run"}, 1, "state/ledger.db is damaged: ", "followupd restore FILE")
	d := w.start()
	if code := d.end(); code != 1 || strings.Contains(d.said.String(), "READY=1") {
		t.Errorf("exit code %d, told systemd %q:\n%s", code, d.said, d.log)
	}
	told := w.toldOf()
	if len(told) != 1 || !strings.Contains(told[0], "followupd: The ledger is damaged, so nothing is sent:") || !strings.Contains(told[0], "state/ledger.db on ") ||
		!strings.Contains(told[0], "followupd restore FILE") {
		t.Errorf("the owner was told %q", told)
	}
	if n := w.mailsTo("bo@berg.example"); n != 0 {
		t.Errorf("%d mails went out", n)
	}
	// A day later it is told again, and so is what comes after a copy was put back.
	mark := w.path("state/ledger.db.told-damaged")
	before := time.Now().Add(-25 * time.Hour)
	if err := os.Chtimes(mark, before, before); err != nil {
		t.Fatal(err)
	}
	w.expect([]string{"run"}, 1, "is damaged")
	if told := w.toldOf(); len(told) != 2 {
		t.Errorf("a day later the owner was told %q", told)
	}
	if left, err := filepath.Glob(w.path("state/*.told-*")); err != nil || len(left) != 1 {
		t.Errorf("marks: %q (%v)", left, err)
	}
}

// Where mail doesn't reach the owner, the other way is taken at once.
func TestDamageIsToldByTheFallback(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.must("backup", "copy.db")
	w.configureFor("1", "1", "")
	w.spoil("journal_by_time")
	w.expect([]string{"run"}, 1, "is damaged", "the owner could not be told", "connection refused")
	w.fallbackTo("told.eml")
	w.expect([]string{"run"}, 1, "is damaged", "the owner is told", "by=\"fallback /usr/bin/tee\"")
	w.expect([]string{"run"}, 1, "is damaged")
	if text := read(t, w.path("told.eml")); strings.Count(text, "Subject: followupd: The ledger is damaged") != 1 {
		t.Errorf("by the fallback: %s", text)
	}
	w.putBack()
	w.spoil("journal_by_time")
	w.expect([]string{"run"}, 1, "is damaged")
	if text := read(t, w.path("told.eml")); strings.Count(text, "Subject: followupd: The ledger is damaged") != 2 {
		t.Errorf("damaged anew, by the fallback: %s", text)
	}
}

// Under systemd it waits until the owner could be told: after a power cut the network
// may come back later.
func TestDamageIsToldInTheEnd(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.configureFor("1", "1", "")
	w.spoil("journal_by_time")
	d := w.start()
	d.says("EXTEND_TIMEOUT_USEC=120000000\nSTATUS=the ledger can't be used")
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 1 || !strings.Contains(d.log.String(), "followupd restore FILE") {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
}

// A ledger that breaks under a running daemon ends it, and nothing is sent any more.
func TestRunEndsWithItsLedger(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.write("sequences/intro.yaml", introYAML)
	w.must("pause", "--all")
	d := w.start().ready()
	d.logs("followupd begins")
	w.damage()
	w.do("resume", "--all")
	if code := d.end(); code != 1 || !strings.Contains(d.log.String(), "is damaged") || !strings.Contains(d.log.String(), "followupd restore FILE") {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
	if told := w.toldOf(); len(told) != 1 || !strings.Contains(told[0], "The ledger is damaged") {
		t.Errorf("the owner was told %q", told)
	}
	w.expect([]string{"run"}, 1, "is damaged")
	if told := w.toldOf(); len(told) != 1 {
		t.Errorf("and again: %q", told)
	}
	if n := w.mailsTo("bo@berg.example"); n != 0 {
		t.Errorf("%d mails went out", n)
	}
}

// So does one whose disk fails, which isn't named damage.
func TestRunEndsWithItsDisk(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	// No file can be written any further than this: an error to SQLite.
	if err := unix.Prlimit(d.cmd.Process.Pid, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 4096, Max: 4096}, nil); err != nil {
		t.Fatal(err)
	}
	if code := d.end(); code != 1 || !strings.Contains(d.log.String(), "the disk can't read or write the ledger") || strings.Contains(d.log.String(), "damaged") {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
	if told := w.toldOf(); len(told) != 1 || !strings.Contains(told[0], "followupd: The disk fails, so nothing is sent: ") {
		t.Errorf("the owner was told %q", told)
	}
	if _, err := os.Stat(w.path("state/ledger.db.told-disk")); err != nil {
		t.Error(err)
	}
}

// fullable starts the daemon with a small disk of its own for the ledger, where the
// system lets a test mount one. fill fills it, empty makes room again.
func (w *world) fullable(before string) (d *daemon, fill, empty func()) {
	w.t.Helper()
	if err := os.MkdirAll(w.path("state"), 0o700); err != nil {
		w.t.Fatal(err)
	}
	const mount = "mount -t tmpfs -o size=8m,mode=700 none state"
	try := exec.CommandContext(w.t.Context(), "unshare", "-rm", "sh", "-c", mount)
	try.Dir = w.dir
	if out, err := try.CombinedOutput(); err != nil {
		w.t.Skipf("no disk can be mounted here: %v: %s", err, out)
	}
	d = w.startAs([]string{"unshare", "-rm", "sh", "-c", mount + " && " + before + " exec " + binary + " run --config " + w.path("config.yaml")}, "WATCHDOG_USEC=300000")
	filler := fmt.Sprintf("/proc/%d/root%s", d.cmd.Process.Pid, w.path("state/filler"))
	return d, func() {
			w.t.Helper()
			f, err := os.Create(filler)
			if err != nil {
				w.t.Fatal(err)
			}
			for err == nil {
				_, err = f.Write(make([]byte, 4096))
			}
			if err := f.Close(); err != nil {
				w.t.Fatal(err)
			}
		}, func() {
			w.t.Helper()
			if err := os.Remove(filler); err != nil {
				w.t.Fatal(err)
			}
		}
}

// A full disk is no damage: the daemon stays, does nothing, and goes on by itself.
func TestRunOutlivesAFullDisk(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d, fill, empty := w.fullable("")
	d.ready()
	d.logs("read the past")
	fill()
	d.logs("there is no room on the disk for the ledger")
	n, _ := d.said.times("WATCHDOG=1")
	d.saysTimes(n+5, "WATCHDOG=1")
	empty()
	d.logs("there is room on the disk again")
	d.signal(os.Interrupt)
	if code := d.end(); code != 0 || strings.Contains(d.log.String(), "damaged") {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
	if n := strings.Count(d.log.String(), "deciding failed"); n > 1 {
		t.Errorf("it is logged %d times:\n%s", n, d.log)
	}
}

const fillFirst = "dd if=/dev/zero of=state/filler bs=4k 2>/dev/null;"

// Started on a full disk it tells the owner at once and no second time, though it can't
// note that, and begins as soon as there is room.
func TestRunOnAFullDisk(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d, _, empty := w.fullable(fillFirst)
	d.logs("the owner is told of the trouble with the ledger")
	d.saysTimes(2, "EXTEND_TIMEOUT_USEC=120000000\nSTATUS=the disk is full; waiting for room")
	if strings.Contains(d.said.String(), "READY=1") {
		t.Errorf("told systemd %q", d.said)
	}
	empty()
	d.ready()
	d.logs("followupd begins")
	d.signal(os.Interrupt)
	if code := d.end(); code != 0 || !strings.Contains(d.log.String(), "there is no room on the disk") || strings.Contains(d.log.String(), "damaged") {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
	if told := w.toldOf(); len(told) != 1 || !strings.Contains(told[0], "followupd: The disk is full, so nothing is sent: ") || !strings.Contains(told[0], "make room there") {
		t.Errorf("the owner was told %q", told)
	}
}

// Stopped while it waits for room, and can't reach the owner, it ends in good order.
func TestStopOnAFullDisk(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.configureFor("1", "1", "")
	d, _, _ := w.fullable(fillFirst)
	d.logs("the owner could not be told")
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 || strings.Contains(d.said.String(), "READY=1") {
		t.Errorf("exit code %d, told systemd %q:\n%s", code, d.said, d.log)
	}
}
