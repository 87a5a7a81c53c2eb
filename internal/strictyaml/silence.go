package strictyaml

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// SilenceRule is the rule by which problems with silencing comments themselves
// are told.
const SilenceRule = "silence"

// silencing is a comment that silences a rule: # lint: ignore RULE because REASON.
var silencing = regexp.MustCompile(`(^|\s)#\s*lint:\s*(?:ignore|allow)\s+([\w-]+)(.*)$`)

// silencer is one such comment, and the line that it is about.
type silencer struct {
	rule, reason string
	at           position
	line         int
	used         bool
}

// Silence takes those warnings out that a comment at their line, or on a line
// of its own right above, silences with a reason, and tells of comments that
// have none, name no rule, or silence nothing. Errors can't be silenced. rules
// are all that may be named; sometimes are those of them that depend on more
// than the file, so that a comment that silences nothing now may have its use.
func (d *Document) Silence(problems Problems, rules, sometimes []string) Problems {
	list := d.silencers()
	if len(list) == 0 {
		return problems
	}
	left := slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool {
		if p.Rule == "" || p.Level != LevelWarning || p.File != d.file {
			return false
		}
		silenced := false
		for i, s := range list {
			if s.rule == p.Rule && s.reason != "" && s.line+d.first-1 == p.Line {
				list[i].used, silenced = true, true
			}
		}
		return silenced
	})
	for _, s := range list {
		p := d.problemAt(s.at, SilenceRule, "", "")
		p.Rule = SilenceRule
		switch {
		case !slices.Contains(rules, s.rule):
			p.Text, p.Hint = fmt.Sprintf("there is no rule %q", s.rule), "known are "+strings.Join(rules, ", ")
			if near := DidYouMean(s.rule, rules); near != "" {
				p.Hint = "did you mean " + near + "?"
			}
		case s.reason == "":
			p.Text, p.Hint = "this silences "+s.rule+" without a reason", "write # lint: ignore "+s.rule+" because …"
		case slices.ContainsFunc(problems, func(p Problem) bool { return p.File == d.file && p.Level == LevelError }):
			continue // what an error hides may well break the rule
		case !s.used && !slices.Contains(sometimes, s.rule):
			p.Text, p.Hint, p.Level = "nothing here breaks the rule "+s.rule, "remove the comment", LevelWarning
		default:
			continue
		}
		left = append(left, p)
	}
	left.Sort()
	return left
}

func (d *Document) silencers() []silencer {
	var list []silencer
	for i, line := range d.lines {
		m := silencing.FindStringSubmatchIndex(line)
		if m == nil {
			continue
		}
		begin := m[3] // behind the space before #
		if strings.Count(line[:begin], `"`)%2 == 1 || strings.Count(line[:begin], "'")%2 == 1 {
			continue // in the middle of a text
		}
		s := silencer{rule: line[m[4]:m[5]], at: position{i + 1, len([]rune(line[:begin])) + 1}, line: i + 1}
		if why, ok := strings.CutPrefix(strings.TrimSpace(line[m[6]:m[7]]), "because "); ok {
			s.reason = strings.TrimSpace(why)
		}
		if strings.TrimSpace(line[:begin]) == "" {
			s.line = d.nextValue(i) + 1
		}
		list = append(list, s)
	}
	return list
}

// nextValue is the next line that holds more than a comment.
func (d *Document) nextValue(line int) int {
	for line++; line < len(d.lines); line++ {
		if text := strings.TrimSpace(d.lines[line]); text != "" && !strings.HasPrefix(text, "#") {
			return line
		}
	}
	return len(d.lines)
}
