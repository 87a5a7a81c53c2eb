package owner

import (
	"fmt"
	"strings"
	"time"

	"followupd/internal/report"
	"followupd/sequences"
)

// task tells what the owner is to do by hand, with what helps to do it.
func (s *story) task(n *note) {
	step := s.taskStep()
	n.heading("To do")
	n.para("%s", upperFirst(report.OneLine(step.Task, 200)))
	n.WriteString("\n")
	n.item("%s %s", joined(", ", s.name, s.company), angled(s.address))
	if phone := report.OneLine(s.person.Fields["phone"], 60); phone != "" {
		n.item("phone: %s", phone)
	} else {
		n.item("no phone number is known (followupd set %s phone=NUMBER)", s.arg)
	}
	n.item("there it is %s (%s)", clockThere(s.now, s.theirs, s.zone), s.theirs)
	if step.Objective != "" {
		n.item("objective: %s", report.OneLine(step.Objective, 200))
	}
	if m, ok := s.lastAnswer(); ok {
		n.item("what they said last, on %s: “%s”", report.DayOf(m.At.In(s.zone), s.now), report.OneLine(m.Words, 300))
	}
	n.WriteString("\n")
	n.para("Once it is done, say so:")
	n.commands([]command{
		s.command("the sequence goes on; its next wait counts from then", "done %s", s.arg),
		s.command("with what you heard", "done %s --note TEXT", s.arg),
		s.stop(),
	})
}

// clockThere says how a clock where somebody lives goes beside the owner's: a time
// of day would be past by when the mail is read.
func clockThere(now time.Time, theirs, own *time.Location) string {
	_, there := now.In(theirs).Zone()
	_, here := now.In(own).Zone()
	apart, way := there-here, "later"
	switch {
	case apart == 0:
		return "as late as with you"
	case apart < 0:
		apart, way = -apart, "earlier"
	}
	var parts []string
	if hours := apart / 3600; hours > 0 {
		parts = append(parts, report.Plural(hours, "hour", "hours"))
	}
	if minutes := apart % 3600 / 60; minutes > 0 {
		parts = append(parts, report.Plural(minutes, "minute", "minutes"))
	}
	return strings.Join(parts, " and ") + " " + way + " than with you"
}

// taskStep is the step that the owner is to do.
func (s *story) taskStep() sequences.Step {
	if s.enrolment == nil {
		return sequences.Step{}
	}
	step, _ := s.sequence.StepOf(s.enrolment.Step)
	return step
}

func (s *story) lastAnswer() (last sequences.Moment, ok bool) {
	for _, m := range s.person.Timeline {
		if m.Kind == sequences.HapReply && m.Words != "" {
			last, ok = m, true
		}
	}
	return last, ok
}

// withdrawn says that a task which waited for the owner is off.
func (s *story) withdrawn() string {
	for _, f := range s.facts {
		if f.Kind == sequences.FactMoved && f.Move != nil && f.Move.Withdrawn {
			return fmt.Sprintf(" The task that you had with %s is off.", s.first)
		}
	}
	return ""
}
