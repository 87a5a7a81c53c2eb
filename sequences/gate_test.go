package sequences_test

import (
	"testing"
	"time"

	"followupd/sequences"
)

func TestGate(t *testing.T) {
	t.Parallel()
	madrid, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 10, 6, 9, 30, 0, 0, time.UTC) // a Tuesday, half past eleven in Madrid
	ago := func(ds ...time.Duration) (times []time.Time) {
		for _, d := range ds {
			times = append(times, now.Add(-d))
		}
		return times
	}
	open := func(until time.Time) sequences.Reason {
		return sequences.Reason{Code: sequences.CodeBreaker, Text: "too many bounces", Until: until}
	}
	midnight := time.Date(2026, 10, 6, 0, 0, 0, 0, madrid)
	days := func(n int, last time.Time) sequences.SendingDays { return sequences.SendingDays{N: n, Last: last} }
	type change func(*sequences.MailboxState, *sequences.Candidate)
	for _, tt := range []struct {
		name   string
		change change
		code   sequences.Code
		until  time.Time
	}{
		{"nothing stands in the way", func(*sequences.MailboxState, *sequences.Candidate) {}, sequences.OK, time.Time{}},
		{"not live", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Live = false }, sequences.CodeNotLive, time.Time{}},
		{"all paused", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Paused = "you paused" }, sequences.CodePausedAll, time.Time{}},
		{"breaker", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Breaker = open(time.Time{}) }, sequences.CodeBreaker, time.Time{}},
		{"a breaker that closes by itself", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Breaker = open(now.Add(1)) }, sequences.CodeBreaker, now.Add(1)},
		{"a breaker that closes this very moment", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Breaker = open(now) }, sequences.OK, time.Time{}},
		{"a breaker that is closed", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Breaker = sequences.Reason{Code: sequences.OK}
		}, sequences.OK, time.Time{}},
		{"the owner is away", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.OwnerAway = now.Add(time.Hour) }, sequences.CodeOwnerAway, now.Add(time.Hour)},
		{"the owner is back this very moment", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.OwnerAway = now }, sequences.OK, time.Time{}},
		{"never looked", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.LastLook = time.Time{} }, sequences.CodeNotFresh, time.Time{}},
		{"the look is as old as it may be", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.LastLook = now.Add(-time.Minute) }, sequences.OK, time.Time{}},
		{"the look is too old", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.LastLook = now.Add(-time.Minute - 1) }, sequences.CodeNotFresh, time.Time{}},
		{"a mail is undecided", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Undecided = 1 }, sequences.CodeUndecided, time.Time{}},
		{"the gap is not over", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.NextAt = now.Add(1) }, sequences.CodeGap, now.Add(1)},
		{"the gap is over", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.NextAt = now }, sequences.OK, time.Time{}},
		{"one less than the hourly cap", func(m *sequences.MailboxState, _ *sequences.Candidate) { m.Sent = ago(30*time.Minute, time.Minute) }, sequences.OK, time.Time{}},
		{"the hourly cap", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Sent = ago(50*time.Minute, 30*time.Minute, time.Minute)
		}, sequences.CodeCapHour, now.Add(10 * time.Minute)},
		{"the first of them an hour ago", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Sent = ago(time.Hour, 30*time.Minute, time.Minute)
		}, sequences.OK, time.Time{}},
		{"more than the hourly cap, since it was lowered", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Sent = ago(50*time.Minute, 40*time.Minute, 30*time.Minute, 20*time.Minute)
		}, sequences.CodeCapHour, now.Add(20 * time.Minute)},
		{"the daily cap", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Sent = ago(11*time.Hour, 10*time.Hour, 9*time.Hour, 8*time.Hour, 7*time.Hour)
		}, sequences.CodeCapDay, time.Date(2026, 10, 6, 22, 0, 0, 0, time.UTC)},
		{"the daily cap, one of yesterday", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Sent = append([]time.Time{midnight.Add(-1)}, ago(10*time.Hour, 9*time.Hour, 8*time.Hour, 7*time.Hour)...)
		}, sequences.OK, time.Time{}},
		{"the daily cap, one at midnight", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Sent = append([]time.Time{midnight}, ago(10*time.Hour, 9*time.Hour, 8*time.Hour, 7*time.Hour)...)
		}, sequences.CodeCapDay, time.Date(2026, 10, 6, 22, 0, 0, 0, time.UTC)},
		{"no caps", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits, m.Sent = sequences.Limits{}, ago(5*time.Minute, 4*time.Minute, 3*time.Minute, 2*time.Minute, time.Minute, 0)
		}, sequences.OK, time.Time{}},
		{"the ramp, on the day before the first mail", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp = sequences.Ramp{Start: 1, Add: 1}
		}, sequences.OK, time.Time{}},
		{"the ramp, on the day of the first mail", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp, m.Days, m.Sent = sequences.Ramp{Start: 1, Add: 1}, days(1, now.Add(-2*time.Hour)), ago(2*time.Hour)
		}, sequences.CodeRamp, midnight.AddDate(0, 0, 1)},
		{"the ramp, the day after", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp, m.Days, m.Sent = sequences.Ramp{Start: 1, Add: 1}, days(2, now.Add(-2*time.Hour)), ago(2*time.Hour)
		}, sequences.OK, time.Time{}},
		{"the ramp, the day after, two sent", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp, m.Days, m.Sent = sequences.Ramp{Start: 1, Add: 1}, days(2, now.Add(-2*time.Hour)), ago(3*time.Hour, 2*time.Hour)
		}, sequences.CodeRamp, midnight.AddDate(0, 0, 1)},
		{"the ramp has reached the daily cap", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp, m.Days, m.Sent = sequences.Ramp{Start: 4, Add: 1}, days(2, now.Add(-2*time.Hour)), ago(6*time.Hour, 5*time.Hour, 4*time.Hour, 3*time.Hour, 2*time.Hour)
		}, sequences.CodeCapDay, midnight.AddDate(0, 0, 1)},
		{"the ramp of a mailbox without a daily cap", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits = sequences.Limits{Ramp: sequences.Ramp{Start: 2}}
			m.Days, m.Sent = days(1, now.AddDate(-1, 0, 0)), ago(2*time.Hour, time.Hour)
		}, sequences.CodeRamp, midnight.AddDate(0, 0, 1)},
		{"the ramp, on a second day of sending long after the first", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp, m.Days, m.Sent = sequences.Ramp{Start: 1, Add: 1}, days(1, now.AddDate(0, 0, -9)), nil
		}, sequences.OK, time.Time{}},
		{"the ramp, later on that day", func(m *sequences.MailboxState, _ *sequences.Candidate) {
			m.Limits.Ramp, m.Days, m.Sent = sequences.Ramp{Start: 1, Add: 1}, days(2, now.Add(-2*time.Hour)), ago(3*time.Hour, 2*time.Hour)
		}, sequences.CodeRamp, midnight.AddDate(0, 0, 1)},
		{"a mail to the domain a moment ago", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.ToDomain = "acme.example", ago(10*time.Minute-1)
		}, sequences.CodeDomainGap, now.Add(1)},
		{"a mail to the domain ten minutes ago", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.ToDomain = "acme.example", ago(10*time.Minute)
		}, sequences.OK, time.Time{}},
		{"a mail to the provider a moment ago", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.Provider, c.ToDomain = "gmail.com", true, ago(time.Second)
		}, sequences.OK, time.Time{}},
		{"two mails to the domain today", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.ToDomain = "acme.example", ago(3*time.Hour, 2*time.Hour)
		}, sequences.CodeCapDomain, midnight.AddDate(0, 0, 1)},
		{"two mails to the provider today", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.Provider, c.ToDomain = "gmail.com", true, ago(3*time.Hour, 2*time.Hour)
		}, sequences.OK, time.Time{}},
		{"three mails to the provider today", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.Provider, c.ToDomain = "gmail.com", true, ago(4*time.Hour, 3*time.Hour, 2*time.Hour)
		}, sequences.CodeCapDomain, midnight.AddDate(0, 0, 1)},
		{"two mails to the domain, one of them yesterday", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.Domain, c.ToDomain = "acme.example", []time.Time{midnight.Add(-1), now.Add(-2 * time.Hour)}
		}, sequences.OK, time.Time{}},
		{"suppressed", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.Blocked = "acme.example" }, sequences.CodeSuppressed, time.Time{}},
		{"suppressed and not live", func(m *sequences.MailboxState, c *sequences.Candidate) { c.Blocked, m.Live = "acme.example", false }, sequences.CodeSuppressed, time.Time{}},
		{"answered meanwhile", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.State = sequences.StateAnswered }, sequences.CodeChanged, time.Time{}},
		{"scheduled anew meanwhile", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.State = sequences.StateScheduled }, sequences.CodeChanged, time.Time{}},
		{"on its way", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.State = sequences.StateSending }, sequences.OK, time.Time{}},
		{"another step", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.Step = "two" }, sequences.CodeChanged, time.Time{}},
		{"tried a moment ago", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.NotBefore = now.Add(time.Minute) }, sequences.CodeNotYet, now.Add(time.Minute)},
		{"the window is closed", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.Window.To = 11 * 60 }, sequences.CodeWindow, time.Date(2026, 10, 7, 7, 0, 0, 0, time.UTC)},
		{"the window closes this very minute", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.Window.To = 11*60 + 30 }, sequences.CodeWindow, time.Date(2026, 10, 7, 7, 0, 0, 0, time.UTC)},
		{"the window opens this very minute", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.Window.From = 11*60 + 30 }, sequences.OK, time.Time{}},
		{"a mail to the person yesterday", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.LastMail = now.AddDate(0, 0, -1) }, sequences.CodePersonGap, now.AddDate(0, 0, 1)},
		{"a mail to the person two business days ago", func(_ *sequences.MailboxState, c *sequences.Candidate) { c.LastMail = now.AddDate(0, 0, -4) }, sequences.OK, time.Time{}},
		{"a mail to the person last Friday, later in the day", func(_ *sequences.MailboxState, c *sequences.Candidate) {
			c.LastMail = now.AddDate(0, 0, -4).Add(time.Second)
		},
			sequences.CodePersonGap, now.Add(time.Second)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m := sequences.MailboxState{Live: true, LastLook: now.Add(-time.Second), Fresh: time.Minute, Zone: madrid,
				Limits: sequences.Limits{PerHour: 3, PerDay: 5, PerPerson: sequences.Wait{BusinessDays: 2},
					PerDomain: sequences.DomainLimit{PerDay: 2, Gap: 10 * time.Minute}, PerProvider: sequences.DomainLimit{PerDay: 3}}}
			c := sequences.Candidate{State: sequences.StateQueued, Step: "one", WantedStep: "one", Window: sequences.Window{From: 9 * 60, To: 17 * 60},
				Zones: sequences.Zones{Prospect: madrid, Mailbox: madrid, Country: "ES"}}
			tt.change(&m, &c)
			r := sequences.Gate(m, c, now)
			if r.Code != tt.code || !r.Until.Equal(tt.until) {
				t.Errorf("%s until %v (%s), want %s until %v", r.Code, r.Until, r.Text, tt.code, tt.until)
			}
			if r.Allows() != (tt.code == sequences.OK) || !r.Allows() && r.Text == "" {
				t.Errorf("allows %t, text %q", r.Allows(), r.Text)
			}
			without := sequences.GateWithoutLook(m, c, now)
			switch tt.code {
			case sequences.CodeNotFresh, sequences.CodeUndecided:
				if !without.Allows() {
					t.Errorf("without a look it is %s", without.Code)
				}
			default:
				if without.Code != tt.code {
					t.Errorf("without a look it is %s, want %s", without.Code, tt.code)
				}
			}
		})
	}
}

// A day of 25 hours is one day for the cap.
func TestTheDailyCapOnTheDayTheClockGoesBack(t *testing.T) {
	t.Parallel()
	madrid, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		t.Fatal(err)
	}
	morning := time.Date(2026, 10, 25, 0, 5, 0, 0, madrid)
	night := time.Date(2026, 10, 25, 23, 55, 0, 0, madrid)
	m := sequences.MailboxState{Live: true, LastLook: night, Fresh: time.Minute, Zone: madrid, Limits: sequences.Limits{PerDay: 1}, Sent: []time.Time{morning}}
	c := sequences.Candidate{State: sequences.StateQueued, Window: sequences.Window{Always: true}}
	r := sequences.Gate(m, c, night)
	if want := time.Date(2026, 10, 26, 0, 0, 0, 0, madrid); r.Code != sequences.CodeCapDay || !r.Until.Equal(want) {
		t.Errorf("%s until %v, want the daily cap until %v", r.Code, r.Until, want)
	}
}

func TestGateCompany(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	tests := []struct {
		name    string
		company sequences.Company
		follow  bool
		want    sequences.Code
	}{
		{"no limit", sequences.Company{Domain: "acme.example", Begun: 9}, false, sequences.OK},
		{"room", sequences.Company{Domain: "acme.example", AtOnce: 2, Begun: 1}, false, sequences.OK},
		{"full", sequences.Company{Domain: "acme.example", AtOnce: 2, Begun: 2}, false, sequences.CodeCompanyFull},
		{"others come first", sequences.Company{Domain: "acme.example", AtOnce: 1, Before: 1}, false, sequences.CodeCompanyFull},
		{"room for both", sequences.Company{Domain: "acme.example", AtOnce: 2, Before: 1}, false, sequences.OK},
		{"a follow-up goes on", sequences.Company{Domain: "acme.example", AtOnce: 1, Begun: 5}, true, sequences.OK},
		{"free mail", sequences.Company{AtOnce: 1, Begun: 5}, false, sequences.OK},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := sequences.Candidate{State: sequences.StateQueued, First: !tt.follow, Window: sequences.Window{Always: true}, Company: tt.company}
			if got := sequences.GateWithoutLook(sequences.MailboxState{Live: true}, c, now); got.Code != tt.want {
				t.Errorf("got %+v, want %s", got, tt.want)
			}
		})
	}
}
