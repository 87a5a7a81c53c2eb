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

func TestImportTellsOfHoles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.write("people.csv", "email,first_name,company\nbo@berg.example,,Berg\nal@acme.example,Al,Acme\n")
	w.expect(importArgs(), 0, "2 enrolled in intro", "warning: 1 of 2 people lacks a field that the templates of intro use: first_name (1).")
	w.write("people.csv", "email,first_name\nbo@berg.example,Bo\nal@acme.example,Al\n")
	w.expect(importArgs(), 0, "1 updated", "!warning")
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
