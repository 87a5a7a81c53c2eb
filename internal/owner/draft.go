package owner

import (
	"encoding/csv"
	"fmt"
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// draft is an answer that is ready to send, line by line; nil where none helps.
// It must promise nothing that nobody keeps.
func (s *story) draft() []string {
	if s.intent() != replies.IntentLater || len(s.mail.Others) > 0 || s.notice == sequences.NoticeColleague || !s.wantsAnswer() {
		return nil
	}
	v := s.spoken()
	w, until, named := v.words(), s.ahead(), s.named()
	if until == nil || named == replies.RuleLaterPeriod && s.notice != sequences.NoticeLater {
		return s.letter(v, v.say(w.whenBest))
	}
	first := v.say(w.then)
	if named != replies.RuleLaterPeriod {
		p := w.shallI
		if s.notice == sequences.NoticeLater {
			p = w.again
		}
		at := s.comes(*until)
		first = filled(v.say(p), "WHEN", v.when(at, s.now, named == replies.RuleLaterMonth && at.Month() == until.Month))
	}
	return s.letter(v, first, v.say(w.happened))
}

// comes is the day, in their zone, on which followupd will really write to somebody
// who may be written to from a date: that may be a day off.
func (s *story) comes(d replies.Date) time.Time {
	e := s.enrolment
	if e == nil {
		e = s.person.Live()
	}
	if e == nil {
		return d.In(time.UTC)
	}
	at, ok := engine.NextDay(s.plan, &s.person, e.ID, Midnight(d.Year, d.Month, d.Day, s.theirs), s.now)
	if !ok {
		return d.In(time.UTC)
	}
	return at
}

// named is the rule by which the time was read that they asked for: a day, a
// month, or another time that is no single day.
func (s *story) named() string {
	for _, e := range s.mail.Evidence {
		if e.Rule == replies.RuleLaterMonth || e.Rule == replies.RuleLaterPeriod {
			return e.Rule
		}
	}
	return replies.RuleLaterDate
}

// proposes says whether the mail names somebody to write to instead.
func (s *story) proposes() bool {
	return engine.Proposes(s.notice, s.code, s.mail)
}

// enrolWord is what enrols whom they named; one of several that the same person
// named in what one mail tells has a number of its own behind theirs.
func (s *story) enrolWord() string {
	if s.nth > 0 {
		return fmt.Sprintf("enrol %d.%d", s.number, s.nth)
	}
	return fmt.Sprintf("enrol %d", s.number)
}

// proposed is the enrolment of whom they named.
func (s *story) proposed() (n engine.Newcomer, ok bool) {
	if !s.proposes() || s.enrolment == nil {
		return n, false
	}
	on := s.now
	if s.kept != nil && !s.kept.ReceivedAt.IsZero() {
		on = s.kept.ReceivedAt.In(s.zone)
	}
	return engine.Referral(s.plan, &s.person, s.mail, s.enrolment.Sequence, on)
}

// enrol is the command that takes the person whom they named into the sequence
// for it; nil where no address was named, there is no such sequence, or one word
// of an answer does the same.
func (s *story) enrol() []string {
	n, ok := s.proposed()
	if !ok || s.answerable {
		return nil
	}
	header, row := []string{"email"}, []string{report.OneLine(n.Address, 254)}
	for _, name := range []string{"first_name", "last_name", "company", "timezone", "country", "referral", "referred_by"} {
		if value := report.OneLine(n.Fields[name], 100); value != "" {
			header, row = append(header, name), append(row, value)
		}
	}
	return []string{
		"printf '%s\\n' \\",
		"  " + strings.Join(header, ",") + " \\",
		"  " + report.Arg(record(row)) + " |",
		"followupd import - --sequence " + n.Sequence + " \\",
		"  --reason " + report.Arg(report.OneLine(n.Reason, 100)) + " \\",
		"  --source " + report.Arg(report.OneLine(n.Source, 100)),
	}
}

// record is one line of a CSV file.
func record(values []string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.Write(values); err != nil {
		return "" // a strings.Builder takes everything
	}
	w.Flush()
	return strings.TrimSuffix(b.String(), "\n")
}

func dateWords(d replies.Date) string { return d.In(time.UTC).Format("2 January 2006") }
