package report

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"followupd/sequences"
)

// Plural is a number with the word for that many.
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// DayOf writes a day as people of the year at do: "19 Nov", with the year
// where it is another one.
func DayOf(t, at time.Time) string {
	if t.Year() == at.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// Age is how long ago something was, in the largest unit that fits.
func Age(since, at time.Time) string {
	d := at.Sub(since)
	switch {
	case d < time.Minute:
		return Plural(max(int(d/time.Second), 0), "second", "seconds")
	case d < time.Hour:
		return Plural(int(d/time.Minute), "minute", "minutes")
	case d < 48*time.Hour:
		return Plural(int(d/time.Hour), "hour", "hours")
	}
	return Plural(int(d/(24*time.Hour)), "day", "days")
}

// Did says what somebody did whose answer was read with an intent.
func Did(intent string) string {
	switch intent {
	case "meeting":
		return "proposes a meeting"
	case "interested":
		return "is interested"
	case "question":
		return "asks something"
	case "later":
		return "asks to be written to later"
	case "referral":
		return "names somebody else"
	case "wrong_person":
		return "is not the right person"
	case "not_interested":
		return "says no"
	case "opt_out":
		return "asks to be left alone"
	case "auto_reply":
		return "answered automatically"
	}
	return "wrote; what they want is not clear"
}

// counted is what an intent is called in a list of counts.
func counted(c Count) string {
	switch c.What {
	case "meeting":
		return Plural(c.N, "proposed a meeting", "proposed a meeting")
	case "interested":
		return Plural(c.N, "is interested", "are interested")
	case "question":
		return Plural(c.N, "asked something", "asked something")
	case "later":
		return Plural(c.N, "asked for later", "asked for later")
	case "referral":
		return Plural(c.N, "named somebody else", "named somebody else")
	case "wrong_person":
		return Plural(c.N, "was not the right person", "were not the right person")
	case "not_interested":
		return Plural(c.N, "said no", "said no")
	case "opt_out":
		return Plural(c.N, "asked to be left alone", "asked to be left alone")
	}
	return Plural(c.N, "was not clear", "were not clear")
}

// Signal says what a sign of interest is.
func Signal(signal string) string {
	switch signal {
	case "sets_next_date":
		return "set a next date"
	case "shares_information":
		return "told of themselves"
	case "asks_about_buying":
		return "asked about buying"
	}
	return strings.ReplaceAll(signal, "_", " ")
}

// List joins words as a sentence does: "a, b and c".
func List(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

func (w Who) line() string {
	if w.Company != "" && w.Company != w.Name {
		return w.Name + ", " + w.Company
	}
	return w.Name
}

// full is the line with the address in it.
func (w Who) full() string {
	if w.Name == w.Address {
		return w.line()
	}
	return w.line() + " <" + w.Address + ">"
}

// Arg is an address as it is typed in a shell. Addresses may hold signs that
// a shell would act on (RFC 5322 3.2.3), and who copies a command from a mail
// must not run a stranger's.
func Arg(address string) string {
	if strings.Trim(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._+-") == "" && !strings.HasPrefix(address, "-") {
		return address
	}
	return "'" + strings.ReplaceAll(address, "'", `'\''`) + "'"
}

// Step names the mail of a step, as it stands behind "your" or "the".
func Step(id string) string {
	if n, ok := strings.CutPrefix(id, snoozeEnd); ok && n != "" {
		return "mail that asks what has changed"
	}
	return fmt.Sprintf("mail %q", id)
}

// snoozeEnd begins the ids of the steps that end a snooze.
var snoozeEnd = strings.TrimSuffix(sequences.SnoozeStep(1), "1")

// isoDay is a day as reasons write it.
var isoDay = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// Days writes the days in a text ("back on 2026-09-21") as DayOf does.
func Days(text string, at time.Time) string {
	return isoDay.ReplaceAllStringFunc(text, func(day string) string {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return day
		}
		return DayOf(t, at)
	})
}

// ServerWords is what a mail server said, without the status code before it
// that its own words hold too.
func ServerWords(text string) string {
	code, words, ok := strings.Cut(strings.TrimSpace(text), " ")
	if ok && enhancedStatus.MatchString(code) && strings.Contains(words, code) {
		return strings.TrimSpace(words)
	}
	return text
}

// enhancedStatus is a status code of RFC 3463.
var enhancedStatus = regexp.MustCompile(`^[245]\.\d{1,3}\.\d{1,3}$`)
