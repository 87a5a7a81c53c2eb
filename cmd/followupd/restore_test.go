package main_test

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// sendingWorld has a server that saves what it sends, a mailbox that was read, and
// one person whose mail goes out as soon as a daemon runs.
func sendingWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t, func(o *maillab.Options) { o.Personality.SaveSent = true })
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "window:", "window: always #", 1))
	d := w.start()
	d.logs("read the past")
	d.signal(os.Interrupt)
	d.end()
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro")
	return w
}

// mailsTo counts the mails that the server took for an address.
func (w *world) mailsTo(address string) (n int) {
	for _, m := range w.lab.Accepted() {
		if m.Recipient == address {
			n++
		}
	}
	return n
}

// damage overwrites the ledger's file behind its first page.
func (w *world) damage() {
	w.t.Helper()
	path := w.path("state/ledger.db")
	text := []byte(read(w.t, path))
	for i := 4096; i < len(text); i++ {
		text[i] = 'x'
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// putBack puts the copy back, as JSON.
func (w *world) putBack(args ...string) (r struct {
	People  int
	Kept    string
	Faults  []string
	Held    []struct{ Address, Sequence, Step string }
	Waiting []struct{ Address, Sequence, Step string }
	Made    time.Time
}) {
	w.t.Helper()
	if err := json.Unmarshal([]byte(w.must(append([]string{"restore", "copy.db", "--json"}, args...)...).stdout), &r); err != nil {
		w.t.Fatal(err)
	}
	return r
}

// A mail goes out after the copy was made, and the ledger is damaged. Put back, the
// copy holds whom it went to; the daemon finds it in Sent, and sends nothing again.
func TestRestore(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.must("backup", "copy.db")
	d := w.start()
	d.logs("state=sent")
	w.expect([]string{"restore", "copy.db"}, 1, "nothing was put back: ", "is in use by process ", "stop the daemon first: sudo systemctl stop followupd")
	d.signal(os.Interrupt)
	d.end()
	w.damage()
	w.expect([]string{"list"}, 1, "followupd restore FILE")
	r := w.putBack()
	if len(r.Held) != 1 || r.Held[0].Address != "bo@berg.example" || r.Held[0].Step != "opening" || r.People != 1 || len(r.Waiting) != 0 || time.Since(r.Made) > time.Hour {
		t.Errorf("put back: %+v", r)
	}
	if text := read(t, r.Kept); !strings.Contains(text, "xxxxxxxx") {
		t.Errorf("the damaged ledger is not kept in %s", r.Kept)
	}
	w.expect([]string{"list", "--place", "needs-you"}, 0, "bo@berg.example")
	d = w.start()
	d.logs("reason=seen_in_sent")
	w.expect([]string{"list", "--place", "needs-you"}, 0, "!bo@berg.example")
	w.expect([]string{"why", "bo@berg.example"}, 0, "A copy of the ledger was put back", "was seen to have gone out, though not from")
	if long := regexp.MustCompile(`\d{12,}`).FindString(w.must("why", "bo@berg.example").stdout); long != "" {
		t.Errorf("why shows the number %s", long)
	}
	w.expect([]string{"check", "--ledger"}, 0, "The ledger is sound")
	if n := w.mailsTo("bo@berg.example"); n != 1 {
		t.Errorf("%d mails went out", n)
	}
}

// Where Sent shows nothing, who is held stays so, and is named.
func TestRestoreWithoutSent(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.must("backup", "copy.db")
	w.damage()
	w.expect([]string{"restore", "copy.db"}, 0, "The ledger is back as it was on ", ": 1 person.", "The one before is kept:",
		"Held, for a mail may have gone out since (1):", "bo@berg.example", "intro/opening", "followupd resume ADDRESS", "say it again now (suppress, forget,")
	d := w.start()
	d.logs("followupd begins")
	w.expect([]string{"list", "--place", "needs-you"}, 0, "bo@berg.example")
	if n := w.mailsTo("bo@berg.example"); n != 0 {
		t.Errorf("%d mails went out to somebody who is held", n)
	}
	w.expect([]string{"resume", "bo@berg.example"}, 0, "you resumed it")
	d.logs("state=sent")
}

// Who waited for the owner when the copy was made is named, too: they may have been
// resumed since, and no mail that lies in Sent goes out again.
func TestRestoreNamesWhoWaits(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.must("pause", "bo@berg.example")
	w.must("backup", "copy.db")
	w.must("resume", "bo@berg.example")
	d := w.start()
	d.logs("state=sent")
	d.signal(os.Interrupt)
	d.end()
	w.damage()
	w.expect([]string{"restore", "copy.db"}, 0, "Nobody is held anew: of all who would go on by themselves", "Wait for you, as they did then (1):",
		"bo@berg.example", "intro/opening", "What the daemon finds in Sent is not sent again;", "!so nobody is held")
	w.must("resume", "bo@berg.example") // before the daemon reads Sent
	d = w.start()
	d.logs("reason=seen_in_sent")
	if n := w.mailsTo("bo@berg.example"); n != 1 {
		t.Errorf("%d mails went out", n)
	}
}

// People who were imported since the copy was made, and are imported again, get no mail
// again that lies in Sent.
func TestRestoreAndImportAgain(t *testing.T) {
	t.Parallel()
	w := sendingWorld(t)
	w.must("backup", "copy.db")
	w.write("people.csv", "email,first_name,company\ncy@oak.example,Cy,Oak\n")
	w.expect(importArgs(), 0, "1 enrolled in intro")
	d := w.start()
	for w.mailsTo("cy@oak.example") == 0 {
		d.logs("state=sent")
	}
	d.signal(os.Interrupt)
	d.end()
	w.damage()
	w.putBack()
	w.expect(importArgs(), 0, "1 enrolled in intro")
	d = w.start()
	d.logs("reason=written_to_before")
	w.expect([]string{"why", "cy@oak.example"}, 0, "Mail of followupd to this person was found that this ledger knew nothing of",
		"That was the last step, so nothing is left to send", "Over: ")
	w.expect([]string{"resume", "cy@oak.example", "--at-step", "opening"}, 1, "there is no sequence to resume")
	w.expect([]string{"resume", "cy@oak.example", "--at-step", "opening", "--all"}, 64, "--at-step is for one address")
	w.expect([]string{"check", "--ledger"}, 0, "The ledger is sound")
	if n := w.mailsTo("cy@oak.example"); n != 1 {
		t.Errorf("%d mails went out", n)
	}
}

// What is no sound copy of a ledger is refused, and nothing is touched.
func TestRestoreRefuses(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.must("backup", "copy.db")
	w.expect([]string{"restore", "copy.db"}, 1, "ledger.db is sound, and knows what happened since", "add --yes")
	w.write("text.db", "this is no ledger\n")
	w.write("cut.db", read(t, w.path("copy.db"))[:20000])
	w.write("log.db", read(t, w.path("copy.db")))
	w.write("log.db-wal", "something")
	other := w.path("other.db")
	db, err := sql.Open("sqlite", other)
	if err == nil {
		_, err = db.ExecContext(t.Context(), "CREATE TABLE settings (name TEXT)")
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	w.write("newer.db", read(t, w.path("copy.db")))
	if db, err = sql.Open("sqlite", w.path("newer.db")); err == nil {
		_, err = db.ExecContext(t.Context(), "PRAGMA user_version = 99")
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	before := read(t, w.path("state/ledger.db"))
	for file, want := range map[string]string{"none.db": "no such file", "text.db": "no ledger, or a damaged one", "cut.db": "damaged", "other.db": "no ledger of followupd",
		"log.db": "not a copy that followupd backup made", "newer.db": "a newer followupd wrote it", "state/ledger.db": "that is the ledger itself"} {
		w.expect([]string{"restore", "--yes", file}, 1, "nothing was put back: ", want)
	}
	w.expect([]string{"restore", "none.db"}, 1, "no such file") // said before that the ledger is sound
	w.expect([]string{"restore", "sequences"}, 1, "is a folder; name the file in it")
	if read(t, w.path("state/ledger.db")) != before {
		t.Error("the ledger was touched")
	}
	if left, _ := filepath.Glob(w.path("state/.followupd-restore-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	copied := read(t, w.path("copy.db"))
	if r := w.putBack("--yes"); len(r.Held) != 1 || r.Kept == "" {
		t.Errorf("put back: %+v", r)
	}
	if read(t, w.path("copy.db")) != copied {
		t.Error("the copy was touched")
	}
	w.expect([]string{"restore", "--help"}, 0, "sudo followupd restore /var/backups/followupd/ledger-")
	w.expect([]string{"restore"}, 64, "FILE is missing")
}

// Whoever looks at a ledger that is lost makes a new one, which knows nobody and stands in
// no copy's way.
func TestRestoreOverNew(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.must("backup", "copy.db")
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(w.path("state/ledger.db" + suffix)); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	w.must("status")
	w.must("backup", "new.db") // nothing was ever written in it, so no day is known
	if r := w.putBack(); r.People == 0 {
		t.Errorf("put back: %+v", r)
	}
	if out := w.must("restore", "new.db", "--yes").stdout; !strings.Contains(out, "The ledger is back as it was when it was new: 0 people.") {
		t.Errorf("a copy that knows nothing:\n%s", out)
	}
}

// Cut short while the copy takes the ledger's place, nothing opens what is there
// until it is done again; nor does a lost ledger stand in the way.
func TestRestoreCutShort(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.must("backup", "copy.db")
	if err := os.Remove(w.path("state/ledger.db")); err != nil {
		t.Fatal(err)
	}
	w.write("state/ledger.db.restoring", "")
	w.expect([]string{"list"}, 1, "do it again: followupd restore FILE")
	if r := w.putBack(); r.Kept != "" || r.People != 1 {
		t.Errorf("put back: %+v", r)
	}
	w.expect([]string{"list"}, 0, "bo@berg.example")
	w.expect([]string{"check", "--ledger"}, 0, "The ledger is sound")
}

// A copy in which single values are damaged is better than none: backup writes it, and
// fails; restore takes it with --yes alone, and both name what they found.
func TestDamagedValues(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	db, err := sql.Open("sqlite", w.path("state/ledger.db"))
	if err == nil {
		_, err = db.ExecContext(t.Context(), "UPDATE texts SET body = CAST('Hi Dora' AS BLOB) WHERE rowid = 1")
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	const found = "texts: "
	w.expect([]string{"backup", "copy.db"}, 1, "copy.db holds the ledger as it was just now: 1 person (", "values in the ledger are damaged, and so they are in the copy:", found,
		"Keep an older copy", "!no backup was made")
	w.expect([]string{"restore", "copy.db"}, 1, "nothing was put back: copy.db: values in it are damaged:", found, "Take an older copy, or, if there is none, add --yes")
	w.expect([]string{"restore", "copy.db", "--yes"}, 0, "The ledger is back as it was on ", "Values in the copy are damaged, and so they are in the ledger now:", found)
	if r := w.putBack("--yes"); len(r.Faults) != 1 || !strings.HasPrefix(r.Faults[0], found) {
		t.Errorf("put back: %+v", r)
	}
	w.expect([]string{"backup", "again.db"}, 1, "again.db holds the ledger", found)
	if left, _ := filepath.Glob(w.path("state/.followupd-restore-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
