package owner

import (
	"fmt"
	"slices"
	"strings"

	"followupd/internal/report"
	"followupd/sequences"
)

// gapsOf are the gaps for which somebody's next mail is held; none where it is
// not.
func gapsOf(p *sequences.Person) report.Gaps {
	if live := p.Live(); live != nil && live.State == sequences.StateHeld && live.Why.Code == sequences.CodeHole {
		return report.GapsOf(live.Why.Text)
	}
	return report.Gaps{}
}

// adviseHole says how the gaps of a mail are filled.
func (s *story) adviseHole() (string, []command) {
	g := report.GapsOf(s.reason.Text)
	var commands []command
	if len(g.Fields) > 0 {
		commands = append(commands, s.command("TEXT is what it is for "+s.first+"; in quotes, if it has a space", "set %s %s", s.arg, strings.Join(g.Fields, "=TEXT ")+"=TEXT"))
	}
	for _, name := range g.Notes {
		commands = append(commands, s.command("what you know of it", "note %s %s=TEXT", s.arg, name))
	}
	resume := s.command("then: the mail is made anew, and the sequence goes on", "resume %s", s.arg)
	if len(commands) == 0 || len(g.Others) > 0 {
		return "Set right what is told below, in the template or the file that is named; followupd lint shows more. Then let it go on.", append(commands, resume)
	}
	how := "Fill it in, then let it go on."
	if s.answerable {
		how = "Fill it in, then let it go on: " + s.fillByMail(g) + ", in an answer to this mail. Or type the commands below."
	}
	return "Nothing is known of " + s.first + "'s " + report.List(slices.Concat(g.Fields, g.Notes)) + ", which the mail needs. " + how +
		" Or give the template other words for when it is missing.", append(commands, resume)
}

// fillByMail are the words that fill gaps and let the sequence go on.
func (s *story) fillByMail(g report.Gaps) string {
	var lines []string
	for _, line := range append(fillLines(g, s.number), fmt.Sprintf("resume %d", s.number)) {
		lines = append(lines, "“"+line+"”")
	}
	return report.List(lines)
}

// fillLines are the words of an answer that fill gaps, with a place for what the
// owner knows.
func fillLines(g report.Gaps, number int) (lines []string) {
	for _, name := range g.Fields {
		lines = append(lines, fmt.Sprintf("set %d %s=…", number, name))
	}
	for _, name := range g.Notes {
		lines = append(lines, fmt.Sprintf("note %d: %s=…", number, name))
	}
	return lines
}
