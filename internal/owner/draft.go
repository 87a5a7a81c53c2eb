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
	first := "Of course. Which day would suit you?"
	switch until := s.ahead(); {
	case until != nil && s.notice == sequences.NoticeLater:
		first = fmt.Sprintf("Of course, I'll write again on %s.", dateWords(*until))
	case until != nil:
		first = fmt.Sprintf("Of course. Shall I write again on %s?", dateWords(*until))
	}
	question := "So that it is worth your time: what will have happened by then?"
	lines := append([]string{"Hi " + s.first + ",", ""}, strings.Split(report.Wrap(first+" "+question, report.Width-4), "\n")...)
	if s.sender != "" && !s.deputy {
		lines = append(lines, "", report.OneLine(s.sender, 60))
	}
	return lines
}

// proposes says whether the mail names somebody to write to instead.
func (s *story) proposes() bool {
	if s.mail == nil || s.mail.Referred == nil || s.mail.Referred.Email == "" {
		return false
	}
	return s.notice == sequences.NoticeLeft || s.notice == sequences.NoticeAnswer && s.intent() == replies.IntentReferral
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
