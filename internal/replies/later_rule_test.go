package replies_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
)

// What was said of a time tells whether it is a day, a month or less than that.
func TestLaterNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Not now. Please write to me again in January.":            replies.RuleLaterMonth,
		"Bitte melden Sie sich im Januar wieder.":                  replies.RuleLaterMonth,
		"Recontactez-moi en janvier, s'il vous plaît.":             replies.RuleLaterMonth,
		"Escríbame en enero, por favor.":                           replies.RuleLaterMonth,
		"Mi riscriva a gennaio, per favore.":                       replies.RuleLaterMonth,
		"Escreva-me em janeiro, por favor.":                        replies.RuleLaterMonth,
		"Neem in januari weer contact op, graag.":                  replies.RuleLaterMonth,
		"Not now. Please write to me again in early January.":      replies.RuleLaterPeriod,
		"Not now. Please write to me again next quarter.":          replies.RuleLaterPeriod,
		"Not now. Please write to me again after Christmas.":       replies.RuleLaterPeriod,
		"Not now. Please write to me again on 12 January.":         replies.RuleLaterDate,
		"Not now. Please write to me again in two weeks.":          replies.RuleLaterDate,
		"Not now. Please write to me again in three months.":       replies.RuleLaterPeriod,
		"Please write to me again at the end of January, not now.": replies.RuleLaterPeriod,
	} {
		raw := "From: dana@acme.example\r\nTo: ana@lima.example\r\nSubject: Re: hello\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n"
		r := replies.Read([]byte(raw), replies.Context{Received: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)})
		got := ""
		for _, e := range r.Evidence {
			if strings.HasPrefix(e.Rule, "later.") {
				got = e.Rule
			}
		}
		if got != want || r.Intent != replies.IntentLater {
			t.Errorf("%q is %s by %q, want %q (%v)", text, r.Intent, got, want, r.Until)
		}
	}
}

// A wish for a day that doesn't exist gives no day to wait for, so that the mail
// is left to a person.
func TestLaterOnNoSuchDay(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Not now. Please write to me again on 31 February.",
		"Im Moment passt es nicht. Bitte melden Sie sich am 31. April wieder.",
	} {
		raw := "From: dana@acme.example\r\nTo: ana@lima.example\r\nSubject: Re: hello\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n"
		r := replies.Read([]byte(raw), replies.Context{Received: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)})
		if r.Intent != replies.IntentLater || r.Until != nil || r.Certain() {
			t.Errorf("%q is %s until %v, certain %v", text, r.Intent, r.Until, r.Certain())
		}
	}
}
