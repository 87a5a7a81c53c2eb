package owner_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/owner"
)

// made are the status mails of a daemon that looks at its clock at these moments.
func made(t *testing.T, w *world, o owner.Options, moments ...time.Time) (keys []string, next time.Time) {
	t.Helper()
	for _, now := range moments {
		w.write(func(tx *ledger.Tx) error {
			m, ok, at, err := owner.New(o).Due(tx, now)
			if ok {
				keys = append(keys, now.In(o.Zone).Format("2006-01-02 15:04 ")+m.Key)
				if err := tx.Tell(m); err != nil {
					return err
				}
			}
			next = at
			return err
		})
	}
	return keys, next
}

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestDue(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, zone string
		every      time.Weekday
		at         int
		moments    []string // of the owner's clock
		want       []string
		next       string
	}{
		{"nothing before the first moment comes", "Europe/Madrid", time.Monday, 450,
			[]string{"2026-11-18 10:00", "2026-11-23 07:29"}, nil, "2026-11-23 07:30"},
		{"once at its moment", "Europe/Madrid", time.Monday, 450,
			[]string{"2026-11-18 10:00", "2026-11-23 07:30", "2026-11-23 07:31", "2026-11-24 12:00"}, []string{"2026-11-23 07:30 report:2026-W47"}, "2026-11-30 07:30"},
		{"started right at the moment: that one is not about anything", "Europe/Madrid", time.Monday, 450,
			[]string{"2026-11-23 07:30", "2026-11-30 07:30"}, []string{"2026-11-30 07:30 report:2026-W48"}, "2026-12-07 07:30"},
		{"one after a stop of weeks", "Europe/Madrid", time.Monday, 450,
			[]string{"2026-10-28 10:00", "2026-11-26 10:00", "2026-11-26 10:01"}, []string{"2026-11-26 10:00 report:2026-W47"}, "2026-11-30 07:30"},
		{"across the year's end", "Europe/Madrid", time.Monday, 450,
			[]string{"2026-12-22 10:00", "2026-12-28 07:30", "2027-01-04 07:30", "2027-01-11 07:30"},
			[]string{"2026-12-28 07:30 report:2026-W52", "2027-01-04 07:30 report:2026-W53", "2027-01-11 07:30 report:2027-W01"}, "2027-01-18 07:30"},
		{"on a Friday it is about its own week", "Europe/Madrid", time.Friday, 17 * 60,
			[]string{"2026-11-18 10:00", "2026-11-20 17:00"}, []string{"2026-11-20 17:00 report:2026-W47"}, "2026-11-27 17:00"},
		{"the wall time stays when summer ends", "Europe/Madrid", time.Monday, 450,
			[]string{"2026-10-15 10:00", "2026-10-19 07:30", "2026-10-26 07:29", "2026-10-26 07:30"},
			[]string{"2026-10-19 07:30 report:2026-W42", "2026-10-26 07:30 report:2026-W43"}, "2026-11-02 07:30"},
		{"at an hour that the clock skips", "Europe/Madrid", time.Sunday, 150,
			[]string{"2027-03-15 10:00", "2027-03-21 02:30", "2027-03-28 01:00", "2027-03-28 03:45", "2027-04-04 02:30"},
			[]string{"2027-03-21 02:30 report:2027-W11", "2027-03-28 03:45 report:2027-W12", "2027-04-04 02:30 report:2027-W13"}, "2027-04-11 02:30"},
		{"at an hour that the clock shows twice", "Europe/Madrid", time.Sunday, 150,
			[]string{"2026-10-20 10:00", "2026-10-25 03:30", "2026-10-25 04:00"}, []string{"2026-10-25 03:30 report:2026-W43"}, "2026-11-01 02:30"},
		{"far from Greenwich", "Pacific/Kiritimati", time.Monday, 0,
			[]string{"2026-11-18 10:00", "2026-11-22 23:59", "2026-11-23 00:00"}, []string{"2026-11-23 00:00 report:2026-W47"}, "2026-11-30 00:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := options(t)
			o.Zone, o.StatusEvery, o.StatusAt = zone(t, tt.zone), tt.every, tt.at
			parse := func(text string) time.Time {
				at, err := time.ParseInLocation("2006-01-02 15:04", text, o.Zone)
				if err != nil {
					t.Fatal(err)
				}
				return at
			}
			var moments []time.Time
			for _, m := range tt.moments {
				moments = append(moments, parse(m))
			}
			got, next := made(t, newWorld(t, "2026-11-01 00:00"), o, moments...)
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("made %q, want %q", got, tt.want)
			}
			if want := parse(tt.next); !next.Equal(want) {
				t.Errorf("the next one is at %s, want %s", next.In(o.Zone), want)
			}
		})
	}
}

// Looked at every hour of three years, there is one mail a week and none is
// left out, in zones whose clocks change in odd ways.
func TestOneAWeek(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Europe/Madrid", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Pacific/Apia"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := options(t)
			o.Zone, o.StatusEvery, o.StatusAt = zone(t, name), time.Sunday, 0
			w := newWorld(t, "2026-11-01 00:00")
			begin := time.Date(2025, 12, 1, 0, 20, 0, 0, time.UTC)
			var keys []string
			w.write(func(tx *ledger.Tx) error {
				for now := begin; now.Before(begin.AddDate(1, 0, 60)); now = now.Add(time.Hour) {
					m, ok, next, err := owner.New(o).Due(tx, now)
					if err != nil {
						return err
					}
					if !next.After(now) || next.Sub(now) > 8*24*time.Hour {
						t.Fatalf("at %s the next one is at %s", now, next)
					}
					if ok {
						keys = append(keys, m.Key)
					}
				}
				return nil
			})
			for i := 1; i < len(keys); i++ {
				if keys[i] <= keys[i-1] {
					t.Errorf("%s comes after %s", keys[i], keys[i-1])
				}
			}
			if weeks := 60; len(keys) < weeks || len(keys) > weeks+1 {
				t.Errorf("%d mails in %d weeks", len(keys), weeks)
			}
		})
	}
}

// Another day in the configuration makes no second mail about a week.
func TestAnotherDayIsNoSecondMail(t *testing.T) {
	t.Parallel()
	o := options(t)
	w := newWorld(t, "2026-11-01 00:00")
	o.StatusEvery, o.StatusAt = time.Friday, 17*60
	keys, _ := made(t, w, o, at(t, "2026-11-18 10:00"), at(t, "2026-11-20 17:00"))
	o.StatusEvery, o.StatusAt = time.Monday, 450
	again, _ := made(t, w, o, at(t, "2026-11-21 10:00"), at(t, "2026-11-23 07:30"), at(t, "2026-11-30 07:30"))
	o.StatusEvery = time.Wednesday
	back, _ := made(t, w, o, at(t, "2026-11-30 12:00"))
	if strings.Join(append(append(keys, again...), back...), " ") != "2026-11-20 17:00 report:2026-W47 2026-11-30 07:30 report:2026-W48" {
		t.Errorf("made %q, then %q, then %q", keys, again, back)
	}
}

// A clock that jumps back makes no mail twice.
func TestClockThatJumpsBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-01 00:00")
	keys, _ := made(t, w, options(t), at(t, "2026-11-18 10:00"), at(t, "2026-11-23 08:00"), at(t, "2026-11-15 08:00"), at(t, "2026-11-16 08:00"), at(t, "2026-11-23 09:00"))
	if len(keys) != 1 {
		t.Errorf("made %q", keys)
	}
}

func TestStatusMailSwitchedOff(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.StatusEnabled = false
	keys, next := made(t, newWorld(t, "2026-11-01 00:00"), o, at(t, "2026-11-18 10:00"), at(t, "2026-11-30 08:00"))
	if len(keys) != 0 || !next.IsZero() {
		t.Errorf("made %q, the next one at %s", keys, next)
	}
}

// The status mail is the owner's, whoever answers meanwhile.
func TestStatusMailGoesToTheOwner(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.Deputy = "bo@lima.example"
	o.Away = func(time.Time) time.Time { return at(t, "2027-01-01 00:00") }
	w := newWorld(t, "2026-11-01 00:00")
	w.write(func(tx *ledger.Tx) error {
		if _, _, _, err := owner.New(o).Due(tx, at(t, "2026-11-18 10:00")); err != nil {
			return err
		}
		m, ok, _, err := owner.New(o).Due(tx, at(t, "2026-11-23 07:30"))
		if !ok || m.Recipient != o.Email {
			t.Errorf("made: %v, to %q", ok, m.Recipient)
		}
		return err
	})
}

// The deputy hears of trouble while the owner is away, and only then.
func TestWhoHearsOfTrouble(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.Deputy = "bo@lima.example"
	o.Away = func(time.Time) time.Time { return at(t, "2026-12-01 00:00") }
	for _, tt := range []struct{ now, want string }{{"2026-11-30 23:59", o.Deputy}, {"2026-12-01 00:00", o.Email}} {
		m, err := owner.New(o).Trouble(nil, "ana", "key", "the disk is full", at(t, tt.now))
		if err != nil || m.Recipient != tt.want {
			t.Errorf("at %s: to %q, want %q (%v)", tt.now, m.Recipient, tt.want, err)
		}
	}
}
