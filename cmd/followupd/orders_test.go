package main_test

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/sys/unix"
)

// expect checks what a command says; a want of an error begins with its code.
func (w *world) expect(args []string, code int, wants ...string) {
	w.t.Helper()
	r := w.do(args...)
	if r.code != code {
		w.t.Errorf("%q: %v\nwant exit code %d", args, r, code)
	}
	said := r.stdout + r.stderr
	for _, want := range wants {
		not := strings.HasPrefix(want, "!")
		want := strings.TrimPrefix(want, "!")
		// What is wrong is said in several lines.
		if (strings.Contains(said, want) || strings.Contains(oneLine(r.stderr), want)) == not {
			w.t.Errorf("%q: %v\nwant %q", args, r, want)
		}
	}
}

// oneLine is what was said, however it was broken into lines.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func importArgs(more ...string) []string {
	return append([]string{"import", "people.csv", "--sequence", "intro", "--reason", "asked us", "--source", "their card"}, more...)
}

// peopleWorld has one person whose first mail has a hole in it.
func peopleWorld(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	w.write("people.csv", "email,company\nbo@berg.example,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro")
	return w
}

func TestImportAgainFillsAHole(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.expect([]string{"preview", "bo@berg.example"}, 0, "HOLE: ", "followupd set ADDRESS NAME=")
	w.write("people.csv", "email,company,first_name\nbo@berg.example,Berg,Bo\n")
	w.expect(importArgs(), 0, `people.csv:2: bo@berg.example updated: is in sequence "intro" already (scheduled); changed: first_name`, "0 enrolled in intro, 1 updated, 0 known already")
	w.expect(importArgs(), 0, "0 updated, 1 known already")
	w.expect([]string{"preview", "bo@berg.example"}, 0, "Hi Bo,", "!HOLE")
}

// The same people again, for another reason, into another sequence, or after a
// stop: what was changed and what wasn't is said.
func TestImportOfThoseKnown(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.write("sequences/later.yaml", strings.Replace(introYAML, "name: intro", "name: later", 1))
	again := []string{"import", "people.csv", "--sequence", "intro", "--reason", "met again", "--source", "a card"}
	w.expect(again, 0, `people.csv:2: bo@berg.example known already: is in sequence "intro" already (scheduled); the reason and the source stay as they were`,
		"0 enrolled in intro, 0 updated, 1 known already, 0 left out, 0 bad")
	w.expect(importArgs(), 0, "1 known already", "!people.csv:2")
	w.write("people.csv", "email,company\nbo@berg.example,Berg AG\n")
	later := []string{"import", "people.csv", "--sequence", "later", "--reason", "met again", "--source", "a card"}
	w.expect(later, 0, `people.csv:2: bo@berg.example left out: is in sequence "intro" (scheduled); import with --queue to put this one after it; what the file says else of them was taken up all the same: changed: company`,
		"0 updated, 0 known already, 1 left out (1 of them with changed fields), 0 bad")
	w.write("people.csv", "email,company\nbo@berg.example,Berg SE\n")
	w.expect(again, 0, `people.csv:2: bo@berg.example updated: is in sequence "intro" already (scheduled); the reason and the source stay as they were; changed: company`, "1 updated, 0 known already, 0 left out")
	w.must("stop", "bo@berg.example")
	w.expect(later, 0, "people.csv:2: bo@berg.example enrolled, but held: was in a sequence that you stopped on", "to let it go on: followupd resume bo@berg.example", "1 enrolled in later (1 of them held)")
	later[3] = "latr"
	w.expect(later, 1, "did you mean later?")
	later[3] = "xyz"
	w.expect(later, 1, "there are intro, later")
}

// At 80 columns an address is shown whole: every other command takes it.
func TestTablesKeepAddressesWhole(t *testing.T) {
	t.Parallel()
	const address = "maximiliane.ober@maschinenbau-hintertal.example"
	w := newWorld(t)
	w.write("people.csv", "email,first_name,company\n"+address+",Maximiliane,Maschinenbau Hintertal GmbH\nbo@berg.example,Bo,Berg\n")
	w.expect(importArgs(), 0, "2 enrolled in intro")
	for _, command := range []string{"list", "plan"} {
		screen := w.onScreen(80, command)
		if !strings.Contains(screen, address+" ") && !strings.Contains(screen, address+"\r") {
			t.Errorf("%s cuts the address:\n%s", command, screen)
		}
		for line := range strings.SplitSeq(screen, "\r\n") {
			if n := utf8.RuneCountInString(line); n > 80 && strings.Contains(line, "berg.example") {
				t.Errorf("%s: a line has %d columns:\n%s", command, n, line)
			}
		}
	}
}

// onScreen is what a command shows in a terminal of that width.
func (w *world) onScreen(width uint16, args ...string) string {
	w.t.Helper()
	keys, tty := terminal(w.t)
	if err := unix.IoctlSetWinsize(int(tty.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Col: width, Row: 40}); err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(w.t.Context(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, binary, args...)
	c.Dir, c.Env, c.Stdout, c.Stderr = w.dir, append(w.env, "NO_COLOR=1"), tty, tty
	if err := c.Run(); err != nil {
		w.t.Fatalf("%q: %v", args, err)
	}
	if _, err := tty.WriteString("THE END"); err != nil {
		w.t.Fatal(err)
	}
	var screen strings.Builder
	b := make([]byte, 4096)
	for !strings.Contains(screen.String(), "THE END") {
		n, err := keys.Read(b)
		if err != nil {
			w.t.Fatal(err)
		}
		screen.Write(b[:n])
	}
	return screen.String()
}

func TestSet(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	for _, tt := range []struct {
		name  string
		args  []string
		code  int
		wants []string
	}{
		{"no such zone", []string{"bo@berg.example", "timezone=Europe/Madird"}, 64, []string{`there is no time zone "Europe/Madird"`}},
		{"no name", []string{"bo@berg.example", "=x"}, 64, []string{`"" can't be a field's name`}},
		{"no value", []string{"bo@berg.example", "first_name"}, 64, []string{"is not NAME=VALUE"}},
		{"their address", []string{"bo@berg.example", "email=x@y.example"}, 64, []string{"stays"}},
		{"somebody unknown", []string{"bob@berg.example", "first_name=Bo"}, 1, []string{"did you mean bo@berg.example?"}},
		{"a column's name", []string{"bo@berg.example", "First Name=Bo", "city=Graz"}, 0, []string{"bo@berg.example: changed: city, first_name"}},
		{"again", []string{"bo@berg.example", "first_name=Bo"}, 0, []string{"nothing changed"}},
		{"away with it", []string{"bo@berg.example", "city="}, 0, []string{"changed: city"}},
	} {
		t.Log(tt.name)
		w.expect(append([]string{"set"}, tt.args...), tt.code, tt.wants...)
	}
	w.expect([]string{"show", "bo@berg.example"}, 0, "Bo", "!Graz")
	w.expect([]string{"preview", "bo@berg.example"}, 0, "Hi Bo,")
}

// A name that nobody had before is taken, and told of where it may be a slip.
func TestNewNamesAreTold(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.write("templates/last.md", "---\n---\nHi {{ .first_name }},\n\n{{ with .note.estimator }}{{ . }} is new.{{ end }} What now?\n")
	for _, tt := range []struct {
		args  []string
		wants []string
	}{
		{[]string{"set", "bo@berg.example", "frst_name=Bo"}, []string{"changed: frst_name", "warning: frst_name is a new field; did you mean first_name?"}},
		{[]string{"set", "bo@berg.example", "Vorname=Bo"}, []string{"changed: vorname", "warning: vorname is a new field; did you mean first_name?"}},
		{[]string{"set", "bo@berg.example", "sender_name=Ana"}, []string{"warning: sender_name is a new field, which no template or sequence uses so far"}},
		{[]string{"set", "bo@berg.example", "machine=mill"}, []string{"changed: machine", "warning: machine is a new field, which no template or sequence uses so far"}},
		{[]string{"set", "bo@berg.example", "machine=saw"}, []string{"changed: machine", "!new field"}},
		{[]string{"set", "bo@berg.example", "first_name=Bo", "city=Graz", "size="}, []string{"changed: city, first_name", "!new field"}},
		{[]string{"note", "bo@berg.example", "estimatr=Tom"}, []string{"warning: estimatr is a new name for a note; did you mean estimator?"}},
		{[]string{"note", "bo@berg.example", "estimator=Tom"}, []string{"!new name"}},
		{[]string{"note", "bo@berg.example", "mood=fine"}, []string{"!new name"}},
		{[]string{"set", "bo@berg.example", "--json", "lastname_=Berg", "zzz=1"}, []string{`"new":"zzz is a new field, which no template or sequence uses so far"`}},
	} {
		w.expect(tt.args, 0, tt.wants...)
	}
}

func TestImportSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, tt := range []struct {
		name, file string
		code       int
		wants      []string
	}{
		{"rows are counted, not problems", "email,timezone\nnobody,Mars\nbo@berg.example,\n", 1, []string{"1 bad row, 1 good row;", "--skip-bad", `people.csv:2:8: timezone: there is no time zone "Mars"`}},
		{"no good row", "email\nnobody\n", 1, []string{"1 bad row, and no good one", "!--skip-bad"}},
		{"no column", "name\nBo\n", 1, []string{"no column is called email", "!--skip-bad"}},
		{"no column, below an empty line", "\nname,Contact\nBo,bo@berg.example\n", 1, []string{"people.csv:2:6: no column is called email", "!--skip-bad", "!bad row"}},
		{"empty", "", 1, []string{"is empty", "!--skip-bad"}},
		{"a header alone", "email\n", 1, []string{"has no rows", "!--skip-bad"}},
	} {
		t.Log(tt.name)
		w.write("people.csv", tt.file)
		w.expect(importArgs(), tt.code, tt.wants...)
	}
}

func TestOrdersAnswer(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	day := time.Now().AddDate(0, 0, 20)
	for _, tt := range []struct {
		args  []string
		code  int
		wants []string
	}{
		{[]string{"snooze", "bo@berg.example", day.Format(time.DateOnly)}, 0, []string{"bo@berg.example waits until " + day.Format("Mon 2 Jan")}},
		{[]string{"snooze", "bo@berg.example", "2020-01-01"}, 64, []string{"2020-01-01 is in the past"}},
		{[]string{"snooze", "bo@berg.example", day.Format("2 January")}, 0, []string{"bo@berg.example waits until " + day.Format("Mon 2 Jan")}},
		{[]string{"snooze", "bo@berg.example", day.Format("January"), day.Format("2"), day.Format("2006")}, 0, []string{"bo@berg.example waits until " + day.Format("Mon 2 Jan")}},
		{[]string{"snooze", "bo@berg.example", "in two weeks"}, 0, []string{"bo@berg.example waits until "}},
		{[]string{"snooze", "bo@berg.example", "3 March 2020"}, 64, []string{`"3 March 2020": that day is not ahead`}},
		{[]string{"snooze", "bo@berg.example", "3/4"}, 64, []string{`"3/4": say until when, as in 3 March, 2027-03-01, Monday, 10d, or in two weeks`}},
		{[]string{"snooze", "bo@berg.example"}, 64, []string{"snooze: DATE is missing: followupd snooze ADDRESS DATE", "Try: followupd snooze --help"}},
		{[]string{"resume", "bo@berg.example"}, 0, []string{"you resumed it; next comes step opening, not before "}},
		{[]string{"resume", "bob@berg.example"}, 1, []string{"did you mean bo@berg.example?"}},
		{[]string{"stop", "bob@berg.example"}, 1, []string{"did you mean bo@berg.example?"}},
		{[]string{"note", "bo@berg.example", "Esti-mator=Tom"}, 64, []string{"a name has only a-z, 0-9 and _"}},
		{[]string{"note", "bo@berg.example", " "}, 64, []string{"a note needs words"}},
		{[]string{"note", "bo@berg.example", "wants 5=6 and https://x.example/?a=b"}, 0, []string{"noted"}},
		{[]string{"note", "bo@berg.example", "https://x.example/?a=b"}, 0, []string{"noted"}},
		{[]string{"suppress", "Bob@berg.example", "bo@brg.example"}, 0, []string{"bob@berg.example is never written to", "warning: bob@berg.example: nobody here has it; did you mean bo@berg.example?",
			"bo@brg.example is never written to", "warning: bo@brg.example: nobody here has it; did you mean bo@berg.example?"}},
		{[]string{"suppress", "bob@berg.example"}, 0, []string{"bob@berg.example is never written to"}},
		{[]string{"suppress", "office@berg.example", "bo@elsewhere.example"}, 0, []string{"office@berg.example is never written to", "!warning"}},
		{[]string{"suppress", "bo@berg.example"}, 0, []string{"!warning"}},
		{[]string{"suppress", "lima.example"}, 64, []string{"lima.example is your own domain; of those known here that concerns nobody yet. Name the addresses, or say --yes"}},
		{[]string{"suppress", "gmail.com"}, 64, []string{"anybody may have an address at gmail.com; of those known here"}},
		{[]string{"suppress", "--yes", "lima.example"}, 0, []string{"nobody at lima.example is written to again"}},
		{[]string{"suppress", "berg.example"}, 0, []string{"1 person is known there"}},
		{[]string{"plan", "--days", "abc"}, 64, []string{"plan: --days takes a whole number, such as 14 (how many days to look ahead); \"abc\" is none", "!strconv"}},
		{[]string{"preview", "--sample=many"}, 64, []string{"preview: --sample takes a whole number, such as 5", "!strconv"}},
		{[]string{"report", "--weeks", "1.5"}, 64, []string{"report: --weeks takes a whole number, such as 1 ", "!strconv"}},
		{[]string{"doctor", "--within", "soon"}, 64, []string{"doctor: --within takes a time, such as ", "!time:"}},
		{[]string{"plan", "--json=maybe"}, 64, []string{"plan: --json takes true or false", "!strconv"}},
		{[]string{"init"}, 64, []string{"init: DIR is missing: followupd init DIR", "Try: followupd init --help"}},
		{[]string{"status", "now"}, 64, []string{`status: "now" is too much: followupd status`}},
		{[]string{"--version"}, 0, []string{"followupd "}},
	} {
		w.expect(tt.args, tt.code, tt.wants...)
	}
}

// A server that waits for TLS is silent towards starttls: doctor says what to
// set.
func TestDoctorTellsOfTheWrongTLS(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	text, err := os.ReadFile(w.path("config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	w.write("config.yaml", strings.Replace(string(text), "tls: implicit, username", "tls: starttls, username", 1))
	w.expect([]string{"doctor", "--within", "8s"}, 1, "This port seems to want tls: implicit; set imap.tls to implicit.")
}

func TestDoctorTellsOfAnOpenLedgerOnce(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	if err := os.Chmod(w.path("state/ledger.db"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.expect([]string{"doctor", "--within", "20s"}, 1, "chmod 600 "+w.path("state/ledger.db"), "!disk")
}

func TestInitIsBrief(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	args := []string{"init", w.path("new"), "--name", "Ana", "--email", "ana@lima.example", "--host", "mail.lima.example"}
	w.expect(args, 0, "Your time zone is taken to be that of this machine, ")
	w.expect(args, 1, "is there already (and ", "overwrite what is there with --force", "!values.yaml")
}

func TestResumeAMailbox(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	w.expect([]string{"resume", "--mailbox", "ana"}, 1, "ana: it is not paused")
	w.expect([]string{"resume", "--mailbox", "nobody"}, 1, `there is no mailbox "nobody"`)
	w.expect([]string{"resume", "--mailbox", "ana", "--all"}, 64, "only one of them")
	w.expect([]string{"resume", "--mailbox", "ana", "bo@berg.example"}, 64, "only one of them")
}

func TestAMailboxTakenOutOfTheConfigurationIsShown(t *testing.T) {
	t.Parallel()
	w := peopleWorld(t)
	text, err := os.ReadFile(w.path("config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	w.write("config.yaml", strings.Replace(string(text), "- name: ana", "- name: bo", 1))
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "mailbox: ana", "mailbox: bo", 1))
	for _, command := range []string{"status", "plan"} {
		r := w.do(command)
		words := strings.Join(strings.Fields(r.stdout), " ")
		if !strings.Contains(words, `1 person waits in the mailbox "ana", which is not in the configuration`) || !strings.Contains(words, "followupd list --mailbox ana") {
			t.Errorf("%s says\n%s", command, r.stdout)
		}
	}
	w.expect([]string{"list", "--mailbox", "ana"}, 0, "bo@berg.example")
}

// Several named notes go in one command, as several fields do, and all or none.
func TestNotesInOneCommand(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("config.yaml", strings.Replace(read(t, w.path("config.yaml")), "per_person: 0s", "per_person: 0s, per_hour: 30, per_day: 20", 1))
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro", "!per_hour")
	w.expect([]string{"note", "bo@berg.example", "estimator=Tom", "site=Leeds"}, 0)
	w.expect([]string{"show", "bo@berg.example"}, 0, "Tom", "Leeds", "!per_hour")
	w.expect([]string{"note", "bo@berg.example", "wants=demo", "for", "five"}, 64, `"for" has no name`)
	w.expect([]string{"show", "bo@berg.example"}, 0, "!wants")
	w.expect([]string{"lint"}, 0, "more mails an hour (30) than a day (20)")
}
