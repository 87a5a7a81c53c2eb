package owner

import (
	"encoding/csv"
	"fmt"
	"strings"
	"time"

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

// enrol is the command that takes the person whom they named into the sequence
// for it; nil where no address was named or there is no such sequence.
func (s *story) enrol() []string {
	if s.mail == nil || s.mail.Referred == nil || s.mail.Referred.Email == "" || s.referral == "" {
		return nil
	}
	switch {
	case s.notice == sequences.NoticeLeft:
	case s.notice == sequences.NoticeAnswer && s.intent() == replies.IntentReferral:
	default:
		return nil
	}
	header, row := []string{"email"}, []string{report.OneLine(s.mail.Referred.Email, 254)}
	column := func(name, value string) {
		if value != "" {
			header, row = append(header, name), append(row, value)
		}
	}
	first, last, _ := strings.Cut(report.OneLine(s.mail.Referred.Name, 60), " ")
	column("first_name", first)
	column("last_name", last)
	if domain(row[0]) == domain(s.address) {
		column("company", s.company)
	}
	column("referral", s.name)
	reason := "referred by " + s.name
	if s.notice == sequences.NoticeLeft {
		reason = "took over from " + s.name
	}
	on := s.now
	if s.kept != nil && !s.kept.ReceivedAt.IsZero() {
		on = s.kept.ReceivedAt.In(s.zone)
	}
	return []string{
		"printf '%s\\n' " + strings.Join(header, ",") + " \\",
		"  " + report.Arg(record(row)) + " |",
		"followupd import - --sequence " + s.referral + " \\",
		"  --reason " + report.Arg(reason) + " \\",
		"  --source " + report.Arg("mail of "+s.name+", "+on.Format("2 Jan 2006")),
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

func domain(address string) string {
	return strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])
}

func dateWords(d replies.Date) string { return d.In(time.UTC).Format("2 January 2006") }
