package e2e_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// TestPeoplesRights has somebody ask for what is known of them, and to be
// forgotten: with a draft to them in Drafts, and a hand-over about them.
func TestPeoplesRights(t *testing.T) {
	if testing.Short() {
		t.Skip("starts Dovecot and the daemon")
	}
	w := newWorld(t)
	intro := readFile(t, w.path("sequences", "intro.yaml"))
	w.writeFile("sequences/intro.yaml", strings.NewReplacer("second, wait: 5s", "second, approval: draft, wait: 1s", "wait: 5s", "wait: 1h").Replace(intro))
	w.writeFile("people.csv", "email,first_name,last_name,company,reason,source\ndana@acme.test,Dana,Reyes,Acme,met at the fair,card\nbo@ink.test,Bo,Berg,Ink,met at the fair,card\n")
	p := newProgram(t, w)
	o := &ownerClient{world: w, program: p}
	o.must("import", w.path("people.csv"), "--sequence", "intro")
	p.start()
	if !p.awaitReady() {
		return
	}
	o.awaitIn("Drafts", "dana@acme.test")
	o.awaitIn("Drafts", "bo@ink.test")
	answer := maillab.Answer(o.to("bo@ink.test")[0], "Bo Berg <bo@ink.test>", "What does it cost? Dana Reyes told me of it.", maillab.Gmail)
	if _, err := w.dovecot.Deliver("ana", "bo@ink.test", answer(time.Now())); err != nil {
		t.Fatal(err)
	}
	o.awaitTold("Bo Berg")
	o.must("note", "dana@acme.test", "estimator=Tom, since March")

	to := w.path("exported")
	o.must("export", "dana@acme.test", "-o", to)
	var known struct {
		Person struct{ Fields map[string]string }
		Sent   []struct{ Subject string }
	}
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(to, "person.json"))), &known); err != nil {
		t.Fatal(err)
	}
	mails, err := filepath.Glob(filepath.Join(to, "*.eml"))
	if err != nil || known.Person.Fields["company"] != "Acme" || len(known.Sent) == 0 || len(mails) == 0 {
		t.Errorf("exported %+v with %d mails, %v", known, len(mails), err)
	}
	if all := readFile(t, filepath.Join(to, "person.json")); !strings.Contains(all, "Tom, since March") || strings.Contains(all, "bo@ink.test") {
		t.Errorf("person.json is %s", all)
	}

	if out := o.must("forget", "dana@acme.test", "--yes"); !strings.Contains(out, "removed 1 mail that went to them") {
		t.Errorf("forget says %s", out)
	}
	o.eventually("the draft to Dana is taken back", func() bool { _, lies := o.find("Drafts", "dana@acme.test"); return !lies })
	p.restart()
	for _, args := range [][]string{{"list"}, {"why", "bo@ink.test"}, {"report"}, {"status"}, {"inbox", "--list"}, {"plan"}} {
		if out := strings.ToLower(o.must(args...)); strings.Contains(out, "dana") || strings.Contains(out, "acme") {
			t.Errorf("followupd %s still names her:\n%s", strings.Join(args, " "), out)
		}
	}
	if out, err := p.run("show", "dana@acme.test"); err == nil {
		t.Errorf("show still knows her:\n%s", out)
	}
	if out := o.must("import", w.path("people.csv"), "--sequence", "intro"); !strings.Contains(out, "forgotten") {
		t.Errorf("the same list again says %s", out)
	}
	p.restart()
	if n := len(o.to("dana@acme.test")); n != 1 {
		t.Errorf("%d mails went to her in all, want the one before", n)
	}
	o.must("check", "--ledger")
}
