package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
	"followupd/mailbox"
)

// level is how a finding is to be taken.
type level string

const (
	levelOK      level = "ok"
	levelWarning level = "warning"
	levelFailed  level = "failed"
)

// finding is one thing that doctor looked at.
type finding struct {
	Section string `json:"section"` // configuration, mailbox ana, owner
	Check   string `json:"check"`
	Level   level  `json:"level"`
	Said    string `json:"said"`
	Do      string `json:"do,omitempty"` // what to do about it
}

// verdict is all that doctor found.
type verdict struct {
	OK       bool      `json:"ok"`
	Findings []finding `json:"findings"`
}

// report gathers what doctor finds and shows it as it comes.
type report struct {
	out     io.Writer
	json    bool
	colours bool

	name           string // of the section
	findings       []finding
	configProblems strictyaml.Problems
}

func (r *report) section(name string) {
	r.name = name
	if r.json {
		return
	}
	if len(r.findings) > 0 {
		fmt.Fprintln(r.out)
	}
	fmt.Fprintln(r.out, strings.ToUpper(name[:1])+name[1:])
}

// checkWidth is how wide the names of checks are printed.
const checkWidth = 16

func (r *report) add(f finding) {
	f.Section = r.name
	r.findings = append(r.findings, f)
	if r.json {
		return
	}
	fmt.Fprintf(r.out, "  %s %-*s %s\n", r.mark(f.Level), checkWidth, f.Check, plainText(f.Said))
	if f.Do != "" {
		fmt.Fprintf(r.out, "%s-> %s\n", strings.Repeat(" ", 4+len(levelWarning)+checkWidth), plainText(f.Do))
	}
}

// mark is a level as it is printed, in one width.
func (r *report) mark(l level) string {
	text := fmt.Sprintf("%-*s", len(levelWarning), strings.ToUpper(string(l)))
	colour := map[level]string{levelOK: "32", levelWarning: "33", levelFailed: "31"}[l]
	if l == levelOK {
		text = strings.ToLower(text)
	}
	if !r.colours {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

func (r *report) good(check, format string, args ...any) {
	r.add(finding{Check: check, Level: levelOK, Said: fmt.Sprintf(format, args...)})
}

func (r *report) warn(check, said, do string) {
	r.add(finding{Check: check, Level: levelWarning, Said: said, Do: do})
}

func (r *report) bad(check, said, do string) {
	r.add(finding{Check: check, Level: levelFailed, Said: said, Do: do})
}

// of takes over what a probe of a mailbox found.
func (r *report) of(found []mailbox.Finding) {
	for _, f := range found {
		out := finding{Check: f.Check, Level: levelFailed, Said: f.Said, Do: f.Do}
		switch {
		case f.OK && f.Do == "":
			out.Level = levelOK
		case f.OK:
			out.Level = levelWarning
		}
		r.add(out)
	}
}

func (r *report) count(l level) int {
	n := 0
	for _, f := range r.findings {
		if f.Level == l {
			n++
		}
	}
	return n
}

func (r *report) ok() bool { return r.count(levelFailed) == 0 }

func (r *report) verdict() verdict { return verdict{OK: r.ok(), Findings: slices.Clone(r.findings)} }

// end sums up.
func (r *report) end() {
	failed, warned := r.count(levelFailed), r.count(levelWarning)
	switch {
	case failed > 0:
		fmt.Fprintf(r.out, "\n%s failed. Do what the arrows say, then run doctor again.\n", count(failed, "check"))
	case warned > 0:
		fmt.Fprintf(r.out, "\nEverything works, with %s.\n", count(warned, "warning"))
	default:
		fmt.Fprintln(r.out, "\nEverything works.")
	}
}
