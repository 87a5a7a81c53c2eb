package main_test

import (
	"strings"
	"testing"

	"followupd/internal/maillab"
)

// Headings that differ in case, spaces and hyphens alone are known; one that is
// near to a known one is taken as it stands, and told.
func TestImportKnowsHeadings(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("people.csv", "E-Mail,first name,Time-Zone,Company Name,Timezon\nbo@berg.example,Bo,Europe/Berlin,Berg,x\n")
	w.expect(importArgs(), 0, "1 enrolled in intro",
		"people.csv:1:29: warning: column 4 becomes a field of its own, company_name; did you mean company?", "!did you mean timezone?")
	w.expect([]string{"show", "bo@berg.example"}, 0, "Europe/Berlin")
	w.write("people.csv", "email,first_name,timezon\nal@berg.example,Al,x\n")
	w.expect(importArgs(), 0, "1 enrolled in intro", "column 3 becomes a field of its own, timezon; did you mean timezone?")
}

// Lists in other languages are told what their columns are called here.
func TestImportKnowsHeadingsInOtherLanguages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("people.csv", "E-Mail;Vorname;Firma\nbo@berg.example;Bo;Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro", "people.csv:1:8: warning: column 2 becomes a field of its own, vorname; did you mean first_name?",
		"column 3 becomes a field of its own, firma; did you mean company?")
	w.write("people.csv", "Prénom,Courriel\nAl,al@berg.example\n")
	w.expect(importArgs(), 1, `people.csv:1:8: no column is called email; column 2, "Courriel", looks like it: call it email`)
}

func TestImportTellsOfHoles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("people.csv", "email,first_name,company\nbo@berg.example,,Berg\nal@acme.example,Al,Acme\n")
	w.expect(importArgs(), 0, "2 enrolled in intro", "warning: 1 of 2 people lacks a field that the templates of intro use: first_name (1).")
	w.write("people.csv", "email,first_name\nbo@berg.example,Bo\nal@acme.example,Al\n")
	w.expect(importArgs(), 0, "1 updated", "!warning")
}

// A field that another stands in for leaves no hole, and a step that is passed
// over has no mail to hold.
func TestImportTellsOnlyOfHoles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("templates/opening.md", strings.Replace(openingMD, "Hi {{ .first_name }}", "Hi {{ or .anrede .first_name }}", 1))
	w.write("templates/fair.md", "---\n---\nHi {{ .first_name }},\n\nWill you be there on {{ .fair_date }}, in {{ .city }}?\n\n{{ .sender.name }}\n")
	w.write("templates/values.yaml", read(t, w.path("templates/values.yaml"))+"  - {id: hall, title: a plan of the hall, good_for: the way to us}\n")
	w.write("sequences/intro.yaml", introYAML+"  - {id: fair, on: fair_date + 1d, template: fair, objective: meet at the fair, value: hall}\n")
	w.write("people.csv", "email,first_name,company,fair_date\nbo@berg.example,Bo,Berg,\nal@acme.example,Al,Acme,soon\ndi@dunn.example,Di,Dunn,2020-01-02\n")
	w.expect(importArgs(), 0, "3 enrolled in intro", "1 row has no fair_date", "people.csv:3: warning: al@acme.example: fair_date is \"soon\"",
		"they were imported without a fair_date to go by, so the step fair is passed over for them: mend the row and import it again (a step passed over by then stays so)",
		"!before you import it", "!a field that the templates")
	w.write("people.csv", "email,anrede,company,fair_date\ncy@cole.example,,Cole,2090-05-05\n")
	w.expect(importArgs(), 0, "1 enrolled in intro", "use: anrede or first_name (1), city (1) and first_name (1).")
	w.must("suppress", "ed@elm.example")
	w.write("people.csv", "email,first_name,company,fair_date\ned@elm.example,Ed,Elm,soon\n")
	w.expect(importArgs(), 0, "left out", "!warning")
}

// The log names people as everything else does.
func TestLogNamesPeopleByAddress(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	d := w.start()
	d.logs("followupd begins")
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro")
	d.logs("msg=decided person=bo@berg.example ")
}

// What a server said of a mail to the owner is told once.
func TestRefusedMailIsToldOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "window:", "window: always #", 1))
	w.lab.SetSMTPFault(func(x maillab.Transaction) maillab.Fault {
		if x.Stage == maillab.StageDot {
			return maillab.Fault{Reply: "554 5.7.1 Message rejected as spam"}
		}
		return maillab.Fault{}
	})
	d := w.start()
	d.logs("followupd begins")
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro")
	d.logs("the owner could not be told")
	if n := strings.Count(w.must("status", "--json").stdout, "rejected as spam"); n != 1 {
		t.Errorf("it is told %d times:\n%s", n, w.must("status"))
	}
}

// Steps that name who sent us pass over those of whom nobody is known who did:
// that isn't left for the weekly mail to tell.
func TestImportTellsOfMissingReferrals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("sequences/intro.yaml", strings.Replace(introYAML, "template: opening", "template: opening\n    needs: [referral]", 1))
	args := append(importArgs(), "--reason", "empfohlen von Kim Roy")
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.expect(args, 0, "1 enrolled in intro", "!nobody is known")
	args[len(args)-1] = "Empfehlung eines Kunden"
	w.write("people.csv", "email,first_name,company\nal@acme.example,Al,Acme\n")
	w.expect(args, 0, "1 enrolled in intro", "warning: of 1 person nobody is known who sent you to them, so intro sends them nothing", "“referred by Kim Roy”")
}

// A fixed day that is past is told when people are brought in.
func TestImportTellsOfAPastDay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("sequences/intro.yaml", introYAML+"  - {id: call, on: 2020-03-02, task: call them, objective: meet}\n")
	w.write("people.csv", "email,first_name,company\nbo@berg.example,Bo,Berg\n")
	w.expect(importArgs(), 0, "1 enrolled in intro", "warning: the step call is passed over for all of them: its day, 2020-03-02, is past")
}
