package owner

import (
	"regexp"
	"slices"
	"strings"

	"followupd/internal/report"
)

// missingName finds in what the templates tell of a mail's gaps the names of
// what is not known.
var missingName = regexp.MustCompile(`:\d+:\d+: ([a-z][a-z0-9_.]*): (?:is missing or empty|the template needs it)`)

// adviseHole says how the gaps of a mail are filled.
func (s *story) adviseHole() (string, []command) {
	var fields, notes, others []string
	for _, m := range missingName.FindAllStringSubmatch(s.reason.Text, -1) {
		list := &fields
		name, isNote := strings.CutPrefix(m[1], "note.")
		switch {
		case isNote:
			list = &notes
		case strings.Contains(name, "."):
			list = &others
		}
		if !slices.Contains(*list, name) {
			*list = append(*list, name)
		}
	}
	var commands []command
	if len(fields) > 0 {
		commands = append(commands, s.command("TEXT is what it is for "+s.first+"; in quotes, if it has a space", "set %s %s", s.arg, strings.Join(fields, "=TEXT ")+"=TEXT"))
	}
	for _, name := range notes {
		commands = append(commands, s.command("what you know of it", "note %s %s=TEXT", s.arg, name))
	}
	resume := s.command("then: the mail is made anew, and the sequence goes on", "resume %s", s.arg)
	if len(commands) == 0 || len(others) > 0 {
		return "Set right what is told below, in the template or the file that is named; followupd lint shows more. Then let it go on.", append(commands, resume)
	}
	return "Nothing is known of " + s.first + "'s " + report.List(append(fields, notes...)) + ", which the mail needs. Fill it in, then let it go on. " +
		"Or give the template other words for when it is missing.", append(commands, resume)
}
