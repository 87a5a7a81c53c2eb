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

// chart gathers what doctor finds and shows it as it comes.
type chart struct {
	out     io.Writer
	json    bool
	colours bool

	name           string // of the section
	findings       []finding
	configProblems strictyaml.Problems
}

func (c *chart) section(name string) {
	c.name = name
	if c.json {
		return
	}
	if len(c.findings) > 0 {
		fmt.Fprintln(c.out)
	}
	fmt.Fprintln(c.out, strings.ToUpper(name[:1])+name[1:])
}

// checkWidth is how wide the names of checks are printed.
const checkWidth = 16

func (c *chart) add(f finding) {
	f.Section = c.name
	c.findings = append(c.findings, f)
	if c.json {
		return
	}
	fmt.Fprintf(c.out, "  %s %-*s %s\n", c.mark(f.Level), checkWidth, f.Check, plainText(f.Said))
	if f.Do != "" {
		fmt.Fprintf(c.out, "%s-> %s\n", strings.Repeat(" ", 4+len(levelWarning)+checkWidth), plainText(f.Do))
	}
}

// mark is a level as it is printed, in one width.
func (c *chart) mark(l level) string {
	text := fmt.Sprintf("%-*s", len(levelWarning), strings.ToUpper(string(l)))
	colour := map[level]string{levelOK: "32", levelWarning: "33", levelFailed: "31"}[l]
	if l == levelOK {
		text = strings.ToLower(text)
	}
	if !c.colours {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

func (c *chart) good(check, format string, args ...any) {
	c.add(finding{Check: check, Level: levelOK, Said: fmt.Sprintf(format, args...)})
}

func (c *chart) warn(check, said, do string) {
	c.add(finding{Check: check, Level: levelWarning, Said: said, Do: do})
}

func (c *chart) bad(check, said, do string) {
	c.add(finding{Check: check, Level: levelFailed, Said: said, Do: do})
}

// of takes over what a probe of a mailbox found.
func (c *chart) of(found []mailbox.Finding) {
	for _, f := range found {
		out := finding{Check: f.Check, Level: levelFailed, Said: f.Said, Do: f.Do}
		switch {
		case f.OK && f.Do == "":
			out.Level = levelOK
		case f.OK:
			out.Level = levelWarning
		}
		c.add(out)
	}
}

func (c *chart) count(l level) int {
	n := 0
	for _, f := range c.findings {
		if f.Level == l {
			n++
		}
	}
	return n
}

func (c *chart) ok() bool { return c.count(levelFailed) == 0 }

func (c *chart) verdict() verdict { return verdict{OK: c.ok(), Findings: slices.Clone(c.findings)} }

// end sums up.
func (c *chart) end() {
	failed, warned := c.count(levelFailed), c.count(levelWarning)
	switch {
	case failed > 0:
		fmt.Fprintf(c.out, "\n%s failed. Do what the arrows say, then run doctor again.\n", count(failed, "check"))
	case warned > 0:
		fmt.Fprintf(c.out, "\nEverything works, with %s.\n", count(warned, "warning"))
	default:
		fmt.Fprintln(c.out, "\nEverything works.")
	}
}
