package sequences_test

import (
	"testing"
	"time"

	"followupd/sequences"
)

func TestStanding(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	happened := func(kind sequences.Happening, daysAgo int, signals ...string) sequences.Moment {
		return sequences.Moment{Kind: kind, At: now.AddDate(0, 0, -daysAgo), Signals: signals, Value: "v"}
	}
	sent := func(daysAgo int) sequences.Moment { return happened(sequences.HapSent, daysAgo) }
	reply := func(daysAgo int, signals ...string) sequences.Moment {
		return happened(sequences.HapReply, daysAgo, signals...)
	}
	for _, tt := range []struct {
		name     string
		timeline []sequences.Moment
		standing sequences.Standing
		balance  int
	}{
		{"nothing yet", nil, sequences.StandingNew, 0},
		{"two mails, no answer", []sequences.Moment{sent(20), sent(10)}, sequences.StandingNew, 2},
		{"three mails, no answer ever", []sequences.Moment{sent(30), sent(20), sent(10)}, sequences.StandingNot, 3},
		{"three mails, one of them bounced", []sequences.Moment{sent(30), sent(20), sent(10), happened(sequences.HapBounce, 10)}, sequences.StandingNew, 3},
		{"machines' answers don't count", []sequences.Moment{sent(30), happened(sequences.HapAutoReply, 29), sent(20), sent(10)}, sequences.StandingNot, 3},
		{"an answer without a signal", []sequences.Moment{sent(30), reply(29)}, sequences.StandingWarming, 0},
		{"a fresh signal", []sequences.Moment{sent(30), reply(29, "shares_information")}, sequences.StandingInto, 0},
		{"a signal of 30 days ago", []sequences.Moment{reply(30, "shares_information")}, sequences.StandingInto, 0},
		{"a signal of 31 days ago", []sequences.Moment{reply(31, "shares_information")}, sequences.StandingWarming, 0},
		{"two signals of 80 days ago", []sequences.Moment{reply(80, "shares_information"), reply(79, "sets_next_date")}, sequences.StandingInto, 0},
		{"two signals of 91 days ago", []sequences.Moment{reply(91, "shares_information", "sets_next_date")}, sequences.StandingNew, 0},
		{"answered, then one mail unanswered", []sequences.Moment{reply(40), sent(20)}, sequences.StandingWarming, 1},
		{"answered, then two mails unanswered", []sequences.Moment{reply(40, "sets_next_date", "shares_information"), sent(20), sent(10)}, sequences.StandingDark, 2},
		{"answered, then two mails, one by hand", []sequences.Moment{reply(40), sent(20), happened(sequences.HapOwnerWrote, 10)}, sequences.StandingDark, 1},
		{"dark, then an answer", []sequences.Moment{reply(40), sent(20), sent(10), reply(5)}, sequences.StandingWarming, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := sequences.Person{Timeline: tt.timeline}
			got := p.StandingAt(now)
			if got.Standing != tt.standing {
				t.Errorf("%q, want %q; counted %q", got.Standing, tt.standing, got.Because)
			}
			if len(tt.timeline) > 0 && len(got.Because) == 0 && tt.standing != sequences.StandingNew {
				t.Error("nothing says what was counted")
			}
			if b := p.BalanceAt(); b.Balance != tt.balance || len(b.Because) != tt.balance {
				t.Errorf("balance %d of %q, want %d", b.Balance, b.Because, tt.balance)
			}
		})
	}
}
