package main_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"followupd/internal/maillab"
)

func TestRunTellsSystemd(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start("WATCHDOG_USEC=300000").ready()
	d.says("STATUS=mailboxes watched: 1, live: 1")
	d.says("WATCHDOG=1\nWATCHDOG=1")
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
	d.says("STOPPING=1")
	for _, line := range []string{"followupd begins", "followupd ends"} {
		if !strings.Contains(d.log.String(), line) {
			t.Errorf("the log lacks %q:\n%s", line, d.log)
		}
	}
}

// Signs of life have nothing to do with whether a server can be reached.
func TestRunLivesWithoutItsServers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.configureFor("1", "1", "")
	d := w.start("WATCHDOG_USEC=300000").ready()
	d.says("WATCHDOG=1\nWATCHDOG=1")
	d.logs("connection refused")
	d.signal(os.Interrupt)
	if code := d.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
}

func TestRunWithoutSystemd(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start("NOTIFY_SOCKET=")
	d.logs("followupd begins")
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 || d.said.String() != "" {
		t.Errorf("exit code %d, said %q:\n%s", code, d.said, d.log)
	}
}

// A broken edit stops nobody from being read after a restart: what was in force
// before stays so. Where nothing was, there is nothing to go by.
func TestRunStartsWithABrokenEdit(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	broken := strings.Replace(introYAML, "template: opening", "template: openning", 1)
	w.write("sequences/intro.yaml", broken)
	w.expect([]string{"run"}, 78, "intro.yaml:7:")

	w.write("sequences/intro.yaml", introYAML)
	d := w.start().ready()
	d.signal(syscall.SIGTERM)
	d.end()
	w.write("sequences/intro.yaml", broken)
	d = w.start().ready()
	d.logs("the sequences and templates have errors; the ones that were in force before stay so")
	d.logs("intro.yaml:7")
	d.logs("followupd begins")
	w.expect([]string{"status"}, 0, "Your edits are not in force (", "intro.yaml:7:")
	w.write("sequences/intro.yaml", introYAML)
	d.signal(syscall.SIGHUP)
	d.logs("the sequences and templates are as they were")
	w.expect([]string{"status"}, 0, "!Your edits are not in force")
	d.signal(syscall.SIGTERM)
	d.end()
}

func TestRunTakesUpEdits(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	d.signal(syscall.SIGHUP)
	d.logs(`msg="the sequences and templates are as they were" sequences=1`)
	d.says("RELOADING=1\nMONOTONIC_USEC=")
	d.saysTimes(2, "READY=1")
	w.write("sequences/more.yaml", strings.Replace(introYAML, "name: intro", "name: more", 1))
	d.signal(syscall.SIGHUP)
	d.logs(`msg="edits are taken up" sequences=2`)
	d.saysTimes(3, "READY=1")

	w.write("sequences/more.yaml", strings.Replace(strings.Replace(introYAML, "name: intro", "name: more", 1), "template: opening", "template: openning", 1)+
		"  - {id: soon, wait: 1h, template: opening, objective: o, value: list2}\n")
	d.signal(syscall.SIGHUP)
	d.logs("edits are not taken up")
	d.logs("more.yaml:7")
	d.saysTimes(4, "READY=1")
	d.logs(`and 1 warning; see them with: followupd lint`)
	if strings.Contains(d.log.String(), "is very soon") {
		t.Errorf("warnings are logged as errors:\n%s", d.log)
	}
	w.expect([]string{"status"}, 0, "Your edits are not in force (", "more.yaml:7:15:", "steps[0].template:")

	// What was in force stays so: the sequence can still be used by name.
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.write("sequences/more.yaml", strings.Replace(introYAML, "name: intro", "name: more", 1))
	d.signal(syscall.SIGHUP)
	d.logs(`msg="the sequences and templates are as they were" sequences=2`)
	d.saysTimes(5, "READY=1")
	w.expect([]string{"status"}, 0, "!Your edits are not in force")
	w.must("import", "people.csv", "--sequence", "more", "--reason", "asked us", "--source", "their card")
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
}

// Whoever stands in a sequence that is taken away is told of at once.
func TestRunTellsOfASequenceThatIsGone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	later := strings.Replace(introYAML, "[mon, tue, wed, thu, fri, sat, sun]", "["+strings.ToLower(time.Now().UTC().AddDate(0, 0, 2).Format("Mon"))+"]", 1)
	w.write("sequences/intro.yaml", later)
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.must("import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card")
	d := w.start().ready()
	w.write("sequences/intro.yaml", strings.Replace(later, "name: intro", "name: other", 1))
	d.signal(syscall.SIGHUP)
	d.logs(`msg="people stand in a sequence that is not there any more; nothing goes out to them: followupd status" sequence=intro people=1`)
	w.expect([]string{"status"}, 0, `1 person stands in the sequence "intro", which is not there any`, "--sequence intro", "Nothing is due")
	w.write("sequences/intro.yaml", later)
	d.signal(syscall.SIGHUP)
	d.logsTimes(2, `msg="edits are taken up"`)
	w.expect([]string{"status"}, 0, "!not there any more", "!Nothing is due")
	d.signal(syscall.SIGTERM)
	d.end()
}

// Nobody has to tell the daemon that a file was saved, however an editor saves
// it.
func TestRunTakesUpWhatIsSaved(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	took := 0
	takes := func(sequences int) {
		t.Helper()
		took++
		d.logsTimes(took, `msg="edits are taken up"`)
		d.logs(fmt.Sprintf(`msg="edits are taken up" sequences=%d`, sequences))
	}
	more := strings.Replace(introYAML, "name: intro", "name: more", 1)

	w.write("sequences/more.yaml", more) // a new file
	takes(2)
	w.write("templates/opening.md", strings.Replace(openingMD, "takes longest", "takes you longest", 1)) // written in place
	takes(2)
	w.write("sequences/.more.yaml.swp", "not: [yaml")
	w.write("sequences/more.yaml~", more)
	w.write("sequences/4913", strings.Replace(more, "a first talk", "a talk", 1)) // written beside it, then renamed
	if err := os.Rename(w.path("sequences/4913"), w.path("sequences/more.yaml")); err != nil {
		t.Fatal(err)
	}
	takes(2)
	if err := os.Remove(w.path("sequences/more.yaml")); err != nil {
		t.Fatal(err)
	}
	takes(1)

	w.write("templates/opening.md", strings.Replace(openingMD, "A quote that", "Just checking in. A quote that", 1))
	d.logs("opening.md:6:1: empty-follow-up:")
	w.expect([]string{"status"}, 0, "Your edits are not in force (", "opening.md:6:1:", "empty-follow-up:")
	w.expect([]string{"report"}, 0, "Your edits are not in force (", "empty-follow-up:")

	w.write("templates/opening.md", strings.Replace(openingMD, "A quote that", "A quote which", 1))
	takes(1)
	w.expect([]string{"status"}, 0, "!Your edits are not in force")
	if n, _ := d.log.times("edits are taken up"); n != took {
		t.Errorf("edits were taken up %d times for %d edits:\n%s", n, took, d.log)
	}
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
}

// A folder that is replaced as a whole, as tools that copy a checkout into
// place do it, is another one to the system; it is looked at all the same.
func TestRunTakesUpAReplacedFolder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	w.write("new/intro.yaml", introYAML)
	w.write("new/more.yaml", strings.Replace(introYAML, "name: intro", "name: more", 1))
	if err := errors.Join(os.Rename(w.path("sequences"), w.path("old")), os.Rename(w.path("new"), w.path("sequences"))); err != nil {
		t.Fatal(err)
	}
	d.logs(`msg="edits are taken up" sequences=2`)
	w.write("sequences/third.yaml", strings.Replace(introYAML, "name: intro", "name: third", 1))
	d.logs(`msg="edits are taken up" sequences=3`)
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
}

// An edit of the configuration is not in force before a start: status tells what
// the daemon runs with, and the log says so once.
func TestRunSaysThatItsConfigurationIsOld(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	text, err := os.ReadFile(w.path("config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	w.write("config.yaml", strings.Replace(string(text), "live: true", "live: false", 1))
	d := w.start().ready()
	w.expect([]string{"status"}, 0, "not live", "!restart it")
	w.write("config.yaml", string(text))
	w.expect([]string{"status"}, 0, "config.yaml has changed since the daemon started: restart", "not live, nothing goes out")
	d.logs("config.yaml has changed since the daemon started: restart it")
	d.signal(syscall.SIGTERM)
	d.end()
	w.start().ready()
	w.expect([]string{"status"}, 0, "!has changed since")
}

func TestRunIsTheOnlyOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	r := w.do("run")
	if pid := fmt.Sprintf("process %d:", d.cmd.Process.Pid); r.code != 1 || !strings.Contains(oneLine(r.stderr), pid) {
		t.Errorf("the second: %v\nwant exit code 1 and %q", r, pid)
	}
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		t.Errorf("the first ended with %d:\n%s", code, d.log)
	}
}

func TestRunTakesOverFromTheKilled(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	d.signal(syscall.SIGKILL)
	d.end()
	again := w.start().ready()
	again.signal(syscall.SIGTERM)
	if code := again.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, again.log)
	}
}

func TestRunRefusesBadConfiguration(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		change func(*world)
		says   []string
	}{
		{"unknown key", func(w *world) { w.configure("no_such_key: 1\n") }, []string{"config.yaml:11:1:", "no_such_key"}},
		{"several faults at once", func(w *world) { w.configure("fresh_inbox: soon\nno_such_key: 1\n") }, []string{"config.yaml:11:", "config.yaml:12:", "soon"}},
		{"no password", func(w *world) { _ = os.Remove(w.path("ana.password")) }, []string{"password_file", "there is no file"}},
		{"password for all to read", func(w *world) { _ = os.Chmod(w.path("ana.password"), 0o644) }, []string{"password_file", "chmod 600"}},
		{"no configuration", func(w *world) { _ = os.Remove(w.path("config.yaml")) }, []string{"there is no configuration", "followupd init"}},
		{"bad sequence", func(w *world) {
			w.write("sequences/intro.yaml", strings.Replace(introYAML, "steps:", "stepps:", 1))
		}, []string{"intro.yaml:5:1:", "stepps"}},
		{"bad template", func(w *world) { w.write("templates/opening.md", openingMD+"{{ .oops\n") }, []string{"opening.md:"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			tt.change(w)
			r := w.do("run")
			if r.code != 78 {
				t.Errorf("%v\nwant exit code 78", r)
			}
			for _, text := range tt.says {
				if !strings.Contains(r.stderr, text) {
					t.Errorf("it doesn't say %q:\n%s", text, r.stderr)
				}
			}
			if _, err := os.Stat(w.path("state")); err == nil {
				t.Error("it made a ledger all the same")
			}
		})
	}
}

// Even where the umask of its parent is wide open.
func TestRunKeepsItsFilesToItself(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.startAs([]string{"/bin/sh", "-c", `umask 0; exec "$@"`, "sh", binary, "run", "--config", w.path("config.yaml")}).ready()
	seen := map[string]bool{}
	err := filepath.WalkDir(w.path("state"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if entry.IsDir() {
			want = 0o700
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %v, want %v", path, got, want)
		}
		seen[entry.Name()] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"state", "ledger.db", "ledger.db-wal", "ledger.db-shm", "followupd.lock"} {
		if !seen[name] {
			t.Errorf("there is no %s", name)
		}
	}
	// So will be any file that a library makes.
	if status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", d.cmd.Process.Pid)); err == nil && !strings.Contains(string(status), "\nUmask:\t0077\n") {
		t.Errorf("the umask is open:\n%s", status)
	}
	d.signal(syscall.SIGTERM)
	d.end()
}

// secrets are the password as it may show up.
func secrets() []string {
	plain := base64.StdEncoding.EncodeToString([]byte("\x00ana\x00" + worldPassword))
	return []string{worldPassword, plain, base64.StdEncoding.EncodeToString([]byte(worldPassword))}
}

func TestRunTellsNoSecrets(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.configure("log: {level: debug}\n")
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg Werke\n")
	d := w.start().ready()
	printed := w.must("import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card").String()
	awaitMail(t, w, "bo@berg.example")
	d.logs("state=sent")

	// A changed password on the server: refusals are what is logged most.
	w.write("ana.password", "wrong-but-still-secret\n")
	w.lab.DropIMAP()
	d.logs("login")
	printed += w.do("doctor", "--within", "20s").String()
	d.signal(syscall.SIGTERM)
	d.end()

	text := printed + d.log.String() + d.said.String()
	for _, secret := range append(secrets(), "wrong-but-still-secret") {
		if strings.Contains(text, secret) {
			t.Errorf("%q was told:\n%s", secret, text)
		}
	}
	for _, words := range []string{"A quote that goes out late", "takes longest"} {
		if strings.Contains(d.log.String(), words) {
			t.Errorf("the log holds the text of a mail:\n%s", d.log)
		}
	}
	err := filepath.WalkDir(w.path("state"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		kept, err := os.ReadFile(path)
		for _, secret := range secrets() {
			if strings.Contains(string(kept), secret) {
				t.Errorf("%s holds the password", path)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// awaitMail waits until the server took a mail for an address.
func awaitMail(t *testing.T, w *world, address string) maillab.Entry {
	t.Helper()
	return awaitEntry(t, w, maillab.Accepted, address)
}

func awaitEntry(t *testing.T, w *world, kind maillab.Kind, address string) maillab.Entry {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	e, err := w.lab.Await(ctx, 0, func(e maillab.Entry) bool {
		return e.Kind == kind && len(e.To) == 1 && e.To[0] == address
	})
	if err != nil {
		t.Fatalf("no %s for %s: %v", kind, address, err)
	}
	return e
}

// A mail whose final dot was sent is finished before the daemon ends, so that
// nobody has to wonder whether it went out.
func TestRunFinishesAMailUnderWay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lab.FailOnce(maillab.StageDot, maillab.Fault{Delay: 700 * time.Millisecond})
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg Werke\nal@berg.example,Al,Berg Werke\n")
	w.must("import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card")
	d := w.start().ready()
	awaitEntry(t, w, maillab.DotCame, "bo@berg.example")
	d.signal(syscall.SIGTERM)
	if code := d.end(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, d.log)
	}
	if !strings.Contains(d.log.String(), "state=sent") {
		t.Errorf("the mail was not finished:\n%s", d.log)
	}
	if got := len(w.lab.Accepted()); got != 1 {
		t.Errorf("%d mails went out; no new one may begin after the signal", got)
	}
	again := w.start().ready()
	awaitMail(t, w, "al@berg.example")
	again.signal(syscall.SIGTERM)
	again.end()
	if got := len(w.lab.Accepted()); got != 2 {
		t.Errorf("%d mails went out in all, want 2", got)
	}
}

// That the inbox can't be read stands in status within seconds.
func TestStatusTellsOfAnOutageAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start().ready()
	idles := func(e maillab.Entry) bool { return e.Kind == maillab.IdleBegun }
	for end := time.Now().Add(20 * time.Second); !slices.ContainsFunc(w.lab.Log(), idles) && time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
	}
	w.lab.SetIMAPFault(maillab.IMAPFault{RefuseLogin: "[UNAVAILABLE] later"})
	w.lab.DropIMAP()
	begin := time.Now()
	for !strings.Contains(w.must("status").stdout, "The mailbox ana can't be read for") {
		if time.Since(begin) > 20*time.Second {
			t.Fatalf("status doesn't tell:\n%s", w.must("status").stdout)
		}
		time.Sleep(200 * time.Millisecond)
	}
	d.signal(syscall.SIGTERM)
	d.end()
}
