package sequences

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"followupd/internal/replies"
	"followupd/internal/strictyaml"
)

// The types below read one value of a sequence file each, and say what is
// wrong with it and what to write instead.

// nameWord is what commands call a thing by; filledText is any text that isn't
// blank. Both are checked with the file, where a missing one is told too.
type (
	nameWord   string
	filledText string
	taskText   string // one short line
)

// waitText is a Wait.
type waitText Wait

func (w *waitText) UnmarshalText(text []byte) error {
	wait, err := ParseWait(string(text))
	if err != nil {
		return waitFault(err)
	}
	*w = waitText(wait)
	return nil
}

// skipText is a Wait that isn't nothing.
type skipText Wait

func (s *skipText) UnmarshalText(text []byte) error {
	wait, err := ParseWait(string(text))
	switch {
	case err != nil:
		return waitFault(err)
	case wait.IsZero():
		return strictyaml.Fault("must be longer than nothing", "try 10bd")
	}
	*s = skipText(wait)
	return nil
}

// spanText is a Wait without business days.
type spanText time.Duration

func (s *spanText) UnmarshalText(text []byte) error {
	wait, err := ParseWait(string(text))
	switch {
	case err != nil:
		return waitFault(err)
	case wait.BusinessDays > 0:
		return strictyaml.Fault(fmt.Sprintf("%q counts business days, which can't be used here", text), fmt.Sprintf("try %dd", wait.BusinessDays))
	case wait.IsZero():
		return strictyaml.Fault("must be longer than nothing", "try 7d")
	}
	*s = spanText(wait.Plain)
	return nil
}

// waitFault gives the hint its own place in the problem.
func waitFault(err error) error {
	var w *waitError
	if errors.As(err, &w) {
		return strictyaml.Fault(w.text, w.hint)
	}
	return err
}

// dayWord is a day of the week.
type dayWord time.Weekday

func (d *dayWord) UnmarshalText(text []byte) error {
	word := string(text)
	for day := time.Sunday; day <= time.Saturday; day++ {
		if full := strings.ToLower(day.String()); word == full || word == full[:3] {
			*d = dayWord(day)
			return nil
		}
	}
	hint := "mon, tue, wed, thu, fri, sat or sun"
	if strings.ContainsAny(word, "-–,") {
		hint = "name each day: [mon, tue, wed]"
	} else if near := nearDay(word); near != "" {
		hint = "did you mean " + near + "?"
	}
	return strictyaml.Fault(fmt.Sprintf("%q is not a day of the week", text), hint)
}

// dayWords are the days of the week, short and in full.
func dayWords() []string {
	var short, full []string
	for i := range 7 {
		name := strings.ToLower(time.Weekday((i + 1) % 7).String())
		short, full = append(short, name[:3]), append(full, name)
	}
	return append(short, full...)
}

// nearDay knows longer spellings by their first letters ("tues", "thurs",
// "wednsday").
func nearDay(word string) string {
	word = strings.ToLower(word)
	for _, day := range dayWords() {
		if strings.HasPrefix(word, day) {
			return day
		}
	}
	return strictyaml.DidYouMean(word, dayWords())
}

// hoursText is a span of the day, in minutes after midnight.
type hoursText struct{ from, to int }

const hoursPattern = `^\s*([01]?[0-9]|2[0-4]):([0-5][0-9])\s*[-–]\s*([01]?[0-9]|2[0-4]):([0-5][0-9])\s*$`

var hoursExpression = regexp.MustCompile(hoursPattern)

func (h *hoursText) UnmarshalText(text []byte) error {
	parts := hoursExpression.FindStringSubmatch(string(text))
	if parts == nil {
		return strictyaml.Fault(fmt.Sprintf("%q is not a span of hours", text), `try "09:00-11:30"`)
	}
	from, to := minutesOf(parts[1], parts[2]), minutesOf(parts[3], parts[4])
	switch {
	case to > minutesPerDay:
		return strictyaml.Fault(fmt.Sprintf("%q is not a span of hours", text), "the day ends at 24:00")
	case from >= to:
		return strictyaml.Fault(fmt.Sprintf("%q never opens: it ends before it begins", text), "write the earlier time first; a window can't go past midnight")
	}
	*h = hoursText{from, to}
	return nil
}

const minutesPerDay = 24 * 60

// minutesOf takes digits alone, by the expression.
func minutesOf(hours, minutes string) int {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	return h*60 + m
}

// zoneText is prospect, mailbox or a zone that LoadZone knows.
type zoneText string

func (z *zoneText) UnmarshalText(text []byte) error {
	word := string(text)
	if word == ZoneProspect || word == ZoneMailbox {
		*z = zoneText(word)
		return nil
	}
	loc, err := LoadZone(word)
	if err != nil {
		hint := "prospect, mailbox, or a name like Europe/Madrid"
		if near := nearZone(word); near != "" {
			hint = "did you mean " + near + "?"
		}
		return strictyaml.Fault(fmt.Sprintf("%q is not a time zone", word), hint)
	}
	*z = zoneText(loc.String())
	return nil
}

// nearZone finds a zone by its city alone, or by a near spelling.
func nearZone(word string) string {
	names := slices.Sorted(maps.Keys(zoneTable().byName))
	city := "/" + strings.ToLower(strings.ReplaceAll(strings.TrimSpace(word), " ", "_"))
	for _, name := range names {
		if strings.HasSuffix(strings.ToLower(name), city) {
			return name
		}
	}
	return strictyaml.DidYouMean(word, append(names, ZoneProspect, ZoneMailbox))
}

// holidaysText is prospect, none or a country.
type holidaysText string

func (h *holidaysText) UnmarshalText(text []byte) error {
	word := string(text)
	if word == HolidaysProspect || word == HolidaysNone {
		*h = holidaysText(word)
		return nil
	}
	if MainZone(word) == "" {
		hint := "prospect, none, or a country's code like ES"
		if named := Country(map[string]string{"country": word}); named != "" {
			hint = "did you mean " + named + "?"
		} else if near := strictyaml.DidYouMean(word, []string{HolidaysProspect, HolidaysNone}); near != "" {
			hint = "did you mean " + near + "?"
		}
		return strictyaml.Fault(fmt.Sprintf("%q is not a country's code", word), hint)
	}
	*h = holidaysText(word)
	return nil
}

// needText is the name of a field, or note.NAME.
type needText string

const needPattern = `^(note\.)?[A-Za-z_][A-Za-z0-9_]*$`

var needExpression = regexp.MustCompile(needPattern)

func (n *needText) UnmarshalText(text []byte) error {
	if !needExpression.Match(text) {
		return strictyaml.Fault(fmt.Sprintf("%q is not the name of a field or note", text), "letters, digits and _ alone, as in first_name or note.estimator")
	}
	*n = needText(text)
	return nil
}

// intentKey is an intent of the replies table.
type intentKey string

func (k *intentKey) UnmarshalText(text []byte) error {
	word := string(text)
	if replies.Intent(word) == replies.IntentBounce {
		return strictyaml.Fault("a bounce always ends the sequence", "remove this line")
	}
	if _, ok := allowedActions()[word]; !ok {
		hint := "known are " + strings.Join(intentWords(), ", ")
		if near := strictyaml.DidYouMean(word, intentWords()); near != "" {
			hint = "did you mean " + near + "?"
		}
		return strictyaml.Fault(fmt.Sprintf("%q is not a kind of answer", word), hint)
	}
	*k = intentKey(word)
	return nil
}

func intentWords() []string { return slices.Sorted(maps.Keys(allowedActions())) }

// allowedActions says for each intent what a sequence may do with it, the
// default first. Only an answer that asks for a later mail, or a machine's, may
// ever lead to another mail.
func allowedActions() map[string][]Action {
	return map[string][]Action{
		string(replies.IntentOptOut):        {ActSuppress},
		string(replies.IntentMeeting):       {ActEscalate, ActHold, ActStop},
		string(replies.IntentInterested):    {ActEscalate, ActHold, ActStop},
		string(replies.IntentQuestion):      {ActEscalate, ActHold, ActStop},
		string(replies.IntentReferral):      {ActEscalate, ActHold, ActStop},
		string(replies.IntentLater):         {ActSnooze, ActHold, ActEscalate, ActStop},
		string(replies.IntentAutoReply):     {ActWait, ActHold, ActStop},
		string(replies.IntentNotInterested): {ActStop, ActHold, ActEscalate, ActSuppress},
		string(replies.IntentWrongPerson):   {ActStop, ActHold, ActEscalate, ActSuppress},
		string(replies.IntentUnclear):       {ActHold, ActEscalate, ActStop},
	}
}

// actionWord is an action of the replies table.
type actionWord Action

func (a *actionWord) UnmarshalText(text []byte) error {
	words := []string{string(ActSuppress), string(ActEscalate), string(ActHold), string(ActStop), string(ActSnooze), string(ActWait)}
	if err := oneOf(string(text), "an action", words); err != nil {
		return err
	}
	*a = actionWord(text)
	return nil
}

// companyWord is a CompanyRule.
type companyWord CompanyRule

func companyWords() []string {
	return []string{string(CompanyHold), string(CompanyIgnore), string(CompanyStop)}
}

func (c *companyWord) UnmarshalText(text []byte) error {
	if err := oneOf(string(text), "a rule for companies", companyWords()); err != nil {
		return err
	}
	*c = companyWord(text)
	return nil
}

// approvalWord is an Approval.
type approvalWord Approval

func approvalWords() []string {
	return []string{string(ApprovalNone), string(ApprovalAsk), string(ApprovalDraft)}
}

func (a *approvalWord) UnmarshalText(text []byte) error {
	if err := oneOf(string(text), "an approval", approvalWords()); err != nil {
		return err
	}
	*a = approvalWord(text)
	return nil
}

func oneOf(word, what string, known []string) error {
	if slices.Contains(known, word) {
		return nil
	}
	hint := "one of " + strings.Join(known, ", ")
	if near := strictyaml.DidYouMean(word, known); near != "" {
		hint = "did you mean " + near + "?"
	}
	return strictyaml.Fault(fmt.Sprintf("%q is not %s", word, what), hint)
}
