package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/maillab"
	"followupd/internal/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// village is a week of followupd at work with people who answer in several
// ways, on a clock that jumps. It is lived once; the tests look at it.
type village struct {
	dir string
	at  time.Time
}

// TestVillage lives the week once; all looks are at that one.
func TestVillage(t *testing.T) {
	t.Parallel()
	v := &village{dir: t.TempDir(), at: time.Date(2026, 9, 7, 6, 0, 0, 0, time.UTC)} // a Monday
	if err := v.live(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		test func(*testing.T)
	}{
		{"what people see", v.whatPeopleSee},
		{"screens say", v.screensSay},
		{"unknown address says what to do", v.unknownAddressSaysWhatToDo},
		{"listings are JSON", v.listingsAreJSON},
		{"preview writes mails", v.previewWritesMails},
		{"report is a mail", v.reportIsAMail},
		{"report of any period", v.reportOfAnyPeriod},
		{"lists count as status does", v.listsCountAsStatus},
		{"inbox shows how to answer", v.inboxShowsHowToAnswer},
		{"bad choices are usage errors", v.badChoicesAreUsageErrors},
		{"looking changes nothing", v.lookingChangesNothing},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.test(t)
		})
	}
}

// villagers are the people, and what each does when they get a mail.
func villagers() []maillab.Person {
	says := func(address, text string) maillab.Person {
		return maillab.Person{Address: address, React: func(m maillab.Received) []maillab.Reaction {
			return []maillab.Reaction{{After: 5 * time.Hour, Mail: maillab.Answer(m, "", text, maillab.Gmail)}}
		}}
	}
	once := func(address string, letter func(maillab.Received) maillab.Letter) maillab.Person {
		var first sync.Once
		return maillab.Person{Address: address, React: func(m maillab.Received) (out []maillab.Reaction) {
			first.Do(func() { out = []maillab.Reaction{{After: time.Minute, Mail: letter(m)}} })
			return out
		}}
	}
	return []maillab.Person{
		says("dana@acme.example", "Hi Ana,\n\nyes, let's talk. Does Thursday at 14:00 suit you?\n\nDana"),
		says("ned@mill.example", "Please take me off your list and never write to me again.\n\nNed"),
		says("ines@duarte.example", "Hi Ana, not now, we are moving. Please write to me again on 8 October.\n\nInes"),
		once("tom@umbrella.example", func(m maillab.Received) maillab.Letter {
			return maillab.Away(m, "Hello,\n\nI am out of the office until 18 September 2026.\n\nTom", true)
		}),
		once("bob@gone.example", func(m maillab.Received) maillab.Letter {
			return maillab.Bounce(m, "5.1.1", "The email account that you tried to reach does not exist")
		}),
	}
}

const villageCSV = `email,first_name,last_name,company,timezone
dana@acme.example,Dana,Reed,Acme GmbH,Europe/Berlin
ned@mill.example,Ned,Mill,Mill & Sons,Europe/London
ines@duarte.example,Ines,Duarte,Duarte Lda,Europe/Lisbon
tom@umbrella.example,Tom,Ito,Umbrella KK,Asia/Tokyo
bob@gone.example,Bob,Gone,,Europe/Paris
eve@initech.example,Eve,Stone,Initech,America/New_York
pat@pause.example,Pat,Low,Low Ltd,Europe/London
una@doubt.example,Una,Berg,Berg AS,Europe/Oslo
x@hole.example,,,Hole & Co,Europe/Paris
nadia@brandt.example,Nadia,Brandt,Brandt Glas,Europe/Berlin
`

func (v *village) files(lab *maillab.Lab) map[string]string {
	_, imap, _ := net.SplitHostPort(lab.IMAPAddr())
	_, smtp, _ := net.SplitHostPort(lab.SMTPAddr())
	return map[string]string{
		"config.yaml": fmt.Sprintf(`state_dir: state
owner: {name: Ana Lima, email: ana@boss.example, timezone: Europe/Madrid}
mailboxes:
  - name: ana
    live: true
    address: Ana Lima <ana@lima.example>
    imap: {host: 127.0.0.1, port: %s, tls: insecure-none, username: ana, password_file: ana.password}
    smtp: {host: 127.0.0.1, port: %s, tls: insecure-none}
    limits: {per_hour: 4, per_day: 40, gap: 2m-4m, per_person: 2bd}
`, imap, smtp),
		"ana.password": "secret\n",
		"people.csv":   villageCSV,
		"sequences/intro.yaml": `name: intro
goal: a first conversation
mailbox: ana
window: {days: [mon, tue, wed, thu, fri], hours: "09:00-12:00", zone: prospect, holidays: none}
on_snooze_end: changed
steps:
  - {id: opening, template: opening, objective: learn where quotes wait, value: checklist}
  - {id: estimator, wait: 3bd, template: estimator, needs: [note.estimator], objective: learn what has changed, value: figures}
  - {id: last, wait: 5bd, template: last, objective: a yes or a no, value: permission}
`,
		"templates/opening.md":   "---\nsubject: Late quotes{{ if .company }} at {{ .company }}{{ end }}\n---\nHi {{ .first_name }},\n\nyour list is here: {{ .value.link }}\n\nWhich part of a quote takes you longest?\n",
		"templates/estimator.md": "---\n---\nHi {{ .first_name }},\n\nhow does {{ .note.estimator }} do?\n",
		"templates/last.md":      "---\n---\nHi {{ .first_name }},\n\nshall I close the file?\n",
		"templates/changed.md":   "---\n---\nHi {{ .first_name }},\n\nyou asked me to write now. What has changed since?\n",
		"templates/values.yaml": `values:
  - {id: checklist, title: The checklist, good_for: quotes, link: "https://lima.example/checklist"}
  - {id: figures, title: The figures, good_for: quotes, link: "https://lima.example/figures"}
  - {id: permission, title: Leave to close the file, good_for: peace}
`,
	}
}

func (v *village) live() error {
	lab, err := maillab.New(maillab.Options{Now: func() time.Time { return v.at }, Wall: time.Now, People: villagers(), Personality: maillab.Personality{SaveSent: true},
		Accounts: []maillab.Account{{User: "ana", Password: "secret", Address: "ana@lima.example"}}})
	if err != nil {
		return err
	}
	defer func() { _ = lab.Close() }()
	for name, text := range v.files(lab) {
		name = filepath.Join(v.dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			return err
		}
	}
	past := v.at.AddDate(0, -3, 0)
	letter := maillab.Fresh("Nadia Brandt <nadia@brandt.example>", "ana@lima.example", "Our offer", "Dear Ana, we are still thinking it over.\n\nNadia")
	if _, err := lab.Deliver("ana", maillab.Inbox, letter(past), past); err != nil {
		return err
	}
	lab.SetSMTPFault(func(t maillab.Transaction) maillab.Fault {
		return maillab.Fault{Drop: t.Stage == maillab.StageDot && len(t.To) > 0 && t.To[0] == "una@doubt.example"}
	})
	for _, args := range [][]string{
		{"import", "people.csv", "--sequence", "intro", "--reason", "met at the fair", "--source", "card of 4 September"},
		{"note", "eve@initech.example", "estimator=Kim, since March"},
		{"note", "dana@acme.example", "knows Tom Ito"},
		{"pause", "pat@pause.example"},
	} {
		if args[0] == "import" {
			args[1] = filepath.Join(v.dir, args[1])
		}
		if code, _, problems := v.run(args...); code != exitOK {
			return fmt.Errorf("%v: exit code %d: %s", args, code, problems)
		}
	}
	return v.work(lab, v.at.AddDate(0, 0, 7))
}

// work runs the daemon's work until a moment.
func (v *village) work(lab *maillab.Lab, until time.Time) error {
	ctx := context.Background()
	a := &app{stderr: os.Stderr, env: noEnv, now: func() time.Time { return v.at }, configFile: filepath.Join(v.dir, "config.yaml")}
	c, err := a.loadConfig(true)
	if err != nil {
		return err
	}
	rules, _, err := loadRules(c)
	if err != nil {
		return err
	}
	l, err := openLedger(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }()
	w := &wiring{config: c, rules: rules, ledger: l, log: slog.New(slog.DiscardHandler), now: a.now, jitter: func() float64 { return 0.5 }}
	e, err := w.build(ctx)
	if err != nil {
		return err
	}
	defer func() { _, _ = e.Close(), w.close() }()
	for v.at.Before(until) {
		lab.Advance(v.at)
		next, err := e.Settle(ctx)
		if err != nil {
			return err
		}
		if at, ok := lab.NextReaction(); ok && (next.IsZero() || at.Before(next)) {
			next = at
		}
		if !next.After(v.at) {
			next = v.at.Add(time.Second)
		}
		if next.After(until) {
			next = until
		}
		v.at = next
	}
	return nil
}

func noEnv(string) (string, bool) { return "", false }

// run runs one command at the village's time.
func (v *village) run(args ...string) (code int, stdout, stderr string) {
	var out, problems bytes.Buffer
	at := v.at
	a := &app{stdin: strings.NewReader(""), stdout: &out, stderr: &problems, env: noEnv, now: func() time.Time { return at }}
	code = a.run(context.Background(), append(args, "--config", filepath.Join(v.dir, "config.yaml")))
	return code, out.String(), problems.String()
}

// must runs one command, which must do.
func (v *village) must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, problems := v.run(args...)
	if code != exitOK {
		t.Fatalf("%v: exit code %d: %s", args, code, problems)
	}
	return out
}

// settled takes out what differs from run to run: ids made from the secret of
// an install, the version's hash, who ran the test, where the files lie. What mails
// are read as is for other tests.
func settled(s string) string {
	s = regexp.MustCompile(`[a-z2-7]{32}@`).ReplaceAllString(s, "ID@")
	s = regexp.MustCompile(`\([0-9a-f]{7}\)`).ReplaceAllString(s, "(HASH)")
	s = regexp.MustCompile(`(?:“[^”]*”\s+\(rule\s+[^)]*\)\n\s+)+`).ReplaceAllString(s, "THEIR WORDS, WITH THE RULES\n                 ")
	s = regexp.MustCompile(`(?m)^  since .*x@hole.example>:\n(?: {20,}.*\n)*`).ReplaceAllString(s, "")
	return strings.ReplaceAll(s, "(by "+who()+")", "(by ana)")
}

func (v *village) whatPeopleSee(t *testing.T) {
	tests := []struct {
		name string
		args []string
	}{
		{"list", []string{"list"}},
		{"list-held", []string{"list", "--state", "held"}},
		{"plan", []string{"plan"}},
		{"preview", []string{"preview", "eve@initech.example"}},
		{"preview-answered", []string{"preview", "dana@acme.example", "--step", "last"}},
		{"show-snoozed", []string{"show", "ines@duarte.example"}},
		{"show-answered", []string{"show", "dana@acme.example"}},
		{"show-away", []string{"show", "tom@umbrella.example"}},
		{"show-in-doubt", []string{"show", "una@doubt.example"}},
		{"why-answered", []string{"why", "dana@acme.example"}},
		{"why-away", []string{"why", "tom@umbrella.example"}},
		{"why-bounced", []string{"why", "bob@gone.example"}},
		{"why-in-doubt", []string{"why", "una@doubt.example"}},
		{"why-known", []string{"why", "nadia@brandt.example"}},
		{"why-left-alone", []string{"why", "ned@mill.example"}},
		{"why-snoozed", []string{"why", "ines@duarte.example"}},
		{"check", []string{"check", "--ledger"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := settled(v.must(t, test.args...))
			file := filepath.Join("testdata", "see", test.name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%v printed:\n%s\nit should have been:\n%s", test.args, got, want)
			}
		})
	}
}

func (v *village) screensSay(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"a hole is marked", []string{"preview", "x@hole.example"}, []string{"HOLE: ", "opening.md:4:4: first_name: is", "Hi [missing: first_name],", "As it is, this mail never goes out"}},
		{"status", []string{"status"}, []string{"THE DAEMON IS NOT RUNNING", "Dana Reed", "0 of 40 today", "Held         Pat Low", "reconcile una@doubt.example"}},
		{"why quotes what was read", []string{"why", "ned@mill.example"}, []string{"they wrote:  “Please take me off your list", "read as:     asks to be left alone", "(rule optout."}},
		{"nothing is ahead of who is left alone", []string{"preview", "ned@mill.example"}, []string{"As things are nothing goes out: asked to be left alone", "1. opening, sent", "Then: asked to be left alone."}},
		{"inbox", []string{"inbox"}, []string{"1. Dana Reed, Acme GmbH <dana@acme.example>", "6 days ago: proposes a meeting.", "“Hi Ana, yes, let's talk. Does Thursday at 14:00 suit you?", "followupd reconcile una@doubt.example --was-sent", "followupd set x@hole.example first_name=TEXT"}},
		{"list of a state", []string{"list", "--state", "away"}, []string{"tom@umbrella.example", "1 person."}},
		{"list of a state as it is shown", []string{"list", "--state", "never again"}, []string{"ned@mill.example", "1 person."}},
		{"list of those in doubt", []string{"list", "--state", "in doubt"}, []string{"una@doubt.example", "1 person."}},
		{"list of nobody", []string{"list", "--state", "queued"}, []string{"Nobody."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			out := v.must(t, test.args...)
			for _, want := range test.want {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in:\n%s", want, out)
				}
			}
		})
	}
}

func (v *village) unknownAddressSaysWhatToDo(t *testing.T) {
	tests := []struct{ name, address, want string }{
		{"one letter off", "dena@acme.example", "did you mean dana@acme.example?"},
		{"only the name", "dana", "did you mean dana@acme.example?"},
		{"only the domain", "acme.example", "did you mean dana@acme.example?"},
		{"nobody like it", "zoltan@elsewhere.test", "see who is: followupd list"},
		{"an escape sequence", "\x1b[31mdana", "followupd list"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, command := range []string{"why", "show", "preview"} {
				code, out, problems := v.run(command, test.address)
				if code != exitFailed || out != "" || !strings.Contains(problems, test.want) || strings.Contains(problems, "\x1b") {
					t.Errorf("%s: exit code %d, %q, %q", command, code, out, problems)
				}
			}
		})
	}
}

func (v *village) listingsAreJSON(t *testing.T) {
	tests := []struct {
		name string
		args []string
		keys []string // of each object
		n    int      // objects; 0: at least one
	}{
		{"list", []string{"list"}, []string{"name", "address", "state", "step", "standing", "sequence"}, 10},
		{"list of one standing", []string{"list", "--standing", "into-you"}, []string{"standing"}, 0},
		{"why", []string{"why", "dana@acme.example"}, []string{"at", "happened", "reason", "evidence", "changed", "entry"}, 0},
		{"show", []string{"show", "dana@acme.example"}, []string{"address", "fields", "enrolments", "mails", "standing_because", "stands"}, 1},
		{"plan", []string{"plan"}, []string{"from", "to", "mails", "held", "stops", "mailboxes"}, 1},
		{"preview", []string{"preview", "eve@initech.example"}, []string{"sequence", "mails", "live"}, 1},
		{"inbox", []string{"inbox"}, []string{"kind", "address", "since", "why", "stands", "do"}, 0},
		{"status", []string{"status"}, []string{"daemon", "sent", "snapshot", "open_requests"}, 1},
		{"report", []string{"report"}, []string{"people", "needs_you", "mailboxes"}, 1},
		{"check", []string{"check", "--ledger"}, []string{"people", "entries", "decided_again", "differences"}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			d := json.NewDecoder(strings.NewReader(v.must(t, append(test.args, "--json")...)))
			n := 0
			for ; d.More(); n++ {
				var object map[string]any
				if err := d.Decode(&object); err != nil {
					t.Fatal(err)
				}
				for _, key := range test.keys {
					if _, ok := object[key]; !ok {
						t.Errorf("no %q in %v", key, object)
					}
				}
			}
			if n == 0 || test.n > 0 && n != test.n {
				t.Errorf("%d objects", n)
			}
		})
	}
}

func (v *village) previewWritesMails(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mails")
	v.must(t, "preview", "eve@initech.example", "--eml", dir)
	found, err := filepath.Glob(filepath.Join(dir, "*.eml"))
	if err != nil || len(found) != 3 {
		t.Fatal(found, err)
	}
	raw, err := os.ReadFile(found[2])
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"To: \"Eve Stone\" <eve@initech.example>", "In-Reply-To: <", "Subject: Re: Late quotes at Initech", "shall I close the file?"} {
		if !bytes.Contains(raw, []byte(want)) {
			t.Errorf("%s has no %q:\n%s", found[2], want, raw)
		}
	}
}

func (v *village) reportIsAMail(t *testing.T) {
	out := v.must(t, "report", "--mail")
	for _, want := range []string{"To: \"Ana Lima\" <ana@boss.example>\r\n", "Auto-Submitted: auto-generated\r\n", "Subject: 4 people wait for you; 7 mails went out (7 to 14 September\r\n 2026)",
		"Content-Type: multipart/alternative", "Content-Type: text/plain", "Content-Type: text/html"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
	if text := v.must(t, "report"); !strings.HasPrefix(text, "4 people wait for you; 7 mails went out (7 to 14 September 2026)") || !strings.Contains(text, "Dana Reed") {
		t.Errorf("the report:\n%s", text)
	}
}

// A period is told of as it was: what came after it isn't in it.
func (v *village) reportOfAnyPeriod(t *testing.T) {
	count := func(args ...string) (s report.Snapshot) {
		t.Helper()
		if err := json.Unmarshal([]byte(v.must(t, append([]string{"report", "--json"}, args...)...)), &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	week, first, rest := count(), count("--from", "2026-09-07", "--to", "2026-09-07"), count("--since", "2026-09-08")
	if first.Now.Mails == 0 || first.Now.Mails+rest.Now.Mails != week.Now.Mails || first.Now.Answers+rest.Now.Answers != week.Now.Answers {
		t.Errorf("%d and %d mails are not %d; %d and %d answers are not %d", first.Now.Mails, rest.Now.Mails, week.Now.Mails, first.Now.Answers, rest.Now.Answers, week.Now.Answers)
	}
	if early := count("--from", "2026-09-01", "--to", "2026-09-06"); early.Now.Mails != 0 || early.People.Total != 0 || !early.Past {
		t.Errorf("before the beginning there were %d mails to %d people", early.Now.Mails, early.People.Total)
	}
	if first.People.Total != week.People.Total || first.People == week.People || len(first.Mailboxes) != 1 {
		t.Errorf("on the first day stood %+v", first.People)
	}
	if same := count("--since", "7d"); same.Now.Mails != week.Now.Mails || same.People != week.People {
		t.Errorf("the last 7 days are %+v, the week is %+v", same.Now, week.Now)
	}
	if text := v.must(t, "report", "--from", "2026-09-07", "--to", "2026-09-07"); !strings.Contains(text, "(7 September 2026)") || strings.Contains(text, "What goes out in the next") {
		t.Errorf("the first day:\n%s", text)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if out := v.must(t, "report", "--weeks", "4", "--html", "-o", file); out != "" {
		t.Errorf("it prints %q", out)
	}
	page, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(page), "<!doctype html>") || !strings.Contains(string(page), "Dana Reed") {
		t.Errorf("the page: %v\n%.300s", err, page)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file may be read by others: %v, %v", info.Mode(), err)
	}
}

func (v *village) badChoicesAreUsageErrors(t *testing.T) {
	for _, args := range [][]string{{"list", "--state", "sleeping"}, {"list", "--standing", "keen"}, {"list", "--place", "nowhere"}, {"list", "--sequence", "introo"}, {"plan", "--days", "0"}, {"report", "--weeks", "0"}, {"report", "--to", "2026-09-08"}, {"report", "--from", "8 Sep"},
		{"report", "--since", "yesterday"}, {"report", "--from", "2027-01-01"}, {"check"}, {"why"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			if code, _, problems := v.run(args...); code != exitUsage {
				t.Errorf("exit code %d: %s", code, problems)
			}
		})
	}
}

// What a list shows of a place or a standing is as many as status says.
func (v *village) listsCountAsStatus(t *testing.T) {
	var status struct {
		Snapshot report.Snapshot `json:"snapshot"`
	}
	if err := json.Unmarshal([]byte(v.must(t, "status", "--json")), &status); err != nil {
		t.Fatal(err)
	}
	s := status.Snapshot
	listed := func(args ...string) int {
		return strings.Count(v.must(t, append([]string{"list", "--json"}, args...)...), "\n")
	}
	for place, want := range map[string]int{"needs-you": s.People.NeedYou, "held": s.People.Held, "under-way": s.People.UnderWay, "comes-back": s.People.Waiting, "over": s.People.Over} {
		if got := listed("--place", place); got != want || want == 0 {
			t.Errorf("%s: %d are listed, status says %d", place, got, want)
		}
	}
	for _, st := range s.Standings {
		if got := listed("--standing", strings.ReplaceAll(st.Standing, " ", "-")); got != len(st.People) {
			t.Errorf("%s: %d are listed, status says %d", st.Standing, got, len(st.People))
		}
	}
}

// Every look changes nothing: not one entry of the journal, nor a mail.
func (v *village) lookingChangesNothing(t *testing.T) {
	l, err := ledger.Open(t.Context(), filepath.Join(v.dir, "state", "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	counts := func() (entries, queued int) {
		err := l.Read(t.Context(), func(tx *ledger.Tx) (err error) {
			if entries, err = tx.CountEntries(); err != nil {
				return err
			}
			outs, err := tx.Queued("ana", 100, nil, nil)
			queued = len(outs)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return entries, queued
	}
	entries, queued := counts()
	for _, args := range [][]string{{"plan", "--days", "60"}, {"preview", "eve@initech.example"}, {"preview", "dana@acme.example", "--sequence", "intro"}, {"show", "dana@acme.example"},
		{"why", "dana@acme.example"}, {"list"}, {"status"}, {"inbox", "--list"}, {"report"}, {"check", "--ledger"}} {
		v.must(t, args...)
	}
	if e, q := counts(); e != entries || q != queued {
		t.Errorf("%d entries and %d queued became %d and %d", entries, queued, e, q)
	}
}
