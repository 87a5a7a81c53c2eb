package owner_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/owner"
	"followupd/internal/replies"
)

func TestCommands(t *testing.T) {
	t.Parallel()
	madrid, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 22, 10, 30, 0, 0, madrid) // a Sunday
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, madrid) }
	one := func(verb string, numbers ...int) engine.Command { return engine.Command{Verb: verb, Numbers: numbers} }
	until := func(n int, at time.Time) engine.Command {
		return engine.Command{Verb: "snooze", Numbers: []int{n}, Until: at}
	}
	for _, tc := range []struct {
		name, line string
		want       engine.Command
	}{
		{"one number", "stop 4", one("stop", 4)},
		{"a capital and a full stop", "Stop 4.", one("stop", 4)},
		{"several", "stop 4, 5", one("stop", 4, 5)},
		{"several in words", "STOP 4, 5 and 12!", one("stop", 4, 5, 12)},
		{"several apart by spaces", "stop 4 5", one("stop", 4, 5)},
		{"a number twice", "stop 4, 4", one("stop", 4)},
		{"a hash", "stop #4", one("stop", 4)},
		{"a colon", "stop: 4", one("stop", 4)},
		{"a bullet", "- stop 4", one("stop", 4)},
		{"bold", "*stop 4*", one("stop", 4)},
		{"odd spaces", "\u00a0stop\u2003 4 \u200b", one("stop", 4)},
		{"pause", "pause 2", one("pause", 2)},
		{"pause everything", "pause all", engine.Command{Verb: "pause_all"}},
		{"resume", "resume 1", one("resume", 1)},
		{"resume everything", "Resume all.", engine.Command{Verb: "resume_all"}},
		{"approve", "approve 3", one("approve", 3)},
		{"approve all", "approve all", engine.Command{Verb: "approve", All: true}},
		{"done", "done 3", one("done", 3)},
		{"enrol", "enrol 1", one("enrol", 1)},
		{"enroll", "enroll 1", one("enrol", 1)},
		{"was", "was 2 interested", engine.Command{Verb: "answer_was", Numbers: []int{2}, Intent: replies.IntentInterested}},
		{"one of several named", "enrol 2.1", engine.Command{Verb: "enrol", Numbers: []int{2}, Nth: 1}},
		{"was, in two words", "was 2: Not interested.", engine.Command{Verb: "answer_was", Numbers: []int{2}, Intent: replies.IntentNotInterested}},
		{"was, with a hyphen", "was 2 opt-out", engine.Command{Verb: "answer_was", Numbers: []int{2}, Intent: replies.IntentOptOut}},
		{"suppress a person", "suppress 5", one("suppress", 5)},
		{"suppress a domain", "suppress acme.example", engine.Command{Verb: "suppress_domain", Target: "acme.example"}},
		{"suppress a domain with an at", "Suppress @Acme.Example.", engine.Command{Verb: "suppress_domain", Target: "acme.example"}},
		{"suppress a domain made a link", "suppress acme.example <http://acme.example>", engine.Command{Verb: "suppress_domain", Target: "acme.example"}},
		{"suppress an address", "suppress dana@acme.example", engine.Command{Verb: "suppress", Target: "dana@acme.example"}},
		{"suppress an address made a link", "suppress dana@acme.example<mailto:dana@acme.example>", engine.Command{Verb: "suppress", Target: "dana@acme.example"}},
		{"note", "note 1: wants a demo for five", engine.Command{Verb: "note", Numbers: []int{1}, Text: "wants a demo for five"}},
		{"note keeps its letters", "Note 1 Likes ACME's 2 plans, not 3.", engine.Command{Verb: "note", Numbers: []int{1}, Text: "Likes ACME's 2 plans, not 3."}},
		{"note with a name", "note 1: estimator=Tom, since March", engine.Command{Verb: "note", Numbers: []int{1}, Key: "estimator", Text: "Tom, since March"}},
		{"note with a sum", "note 1: 2+2 = 4", engine.Command{Verb: "note", Numbers: []int{1}, Text: "2+2 = 4"}},
		{"snooze to a day", "snooze 2 3 March", until(2, day(2027, 3, 3))},
		{"snooze to a day of this year", "snooze 2 24 December", until(2, day(2026, 12, 24))},
		{"snooze to a day with a year", "snooze 2 until 3 March 2028", until(2, day(2028, 3, 3))},
		{"snooze to a month's day", "Snooze 2: March 3rd, 2027.", until(2, day(2027, 3, 3))},
		{"snooze to an abbreviated month", "snooze 2 3 Mar", until(2, day(2027, 3, 3))},
		{"snooze as the command line", "snooze 2 2027-03-01", until(2, day(2027, 3, 1))},
		{"snooze for days", "snooze 2 10d", until(2, day(2026, 12, 2))},
		{"snooze for weeks", "snooze 2 3w", until(2, day(2026, 12, 13))},
		{"snooze for hours", "snooze 2 36h", until(2, now.Add(36*time.Hour))},
		{"snooze in words", "snooze 2 in two weeks", until(2, day(2026, 12, 6))},
		{"snooze for a month", "snooze 2 for a month", until(2, day(2026, 12, 22))},
		{"snooze to a weekday", "snooze 2 until Monday", until(2, day(2026, 11, 23))},
		{"snooze to today's weekday", "snooze 2 Sunday", until(2, day(2026, 11, 29))},
		{"snooze to tomorrow", "snooze 2 tomorrow", until(2, day(2026, 11, 23))},
		{"snooze to a leap day", "snooze 2 29 February 2028", until(2, day(2028, 2, 29))},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got := owner.Commands(tc.line, now)
			if len(got) != 1 {
				t.Fatalf("%d commands: %+v", len(got), got)
			}
			if got[0].Line == "" {
				t.Error("the line is not told back")
			}
			got[0].Line = ""
			if !got[0].Until.Equal(tc.want.Until) {
				t.Errorf("until %s, want %s", got[0].Until, tc.want.Until)
			}
			got[0].Until, tc.want.Until = time.Time{}, time.Time{}
			if !reflect.DeepEqual(got[0], tc.want) {
				t.Errorf("got %+v, want %+v", got[0], tc.want)
			}
		})
	}
}

func TestWhatIsNoCommandIsToldBack(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 22, 10, 30, 0, 0, time.UTC)
	for _, line := range []string{
		"please stop 4", "stop 4 please", "stop", "stop all", "stop Dana", "stop four", "stop 4-6", "stop 0", "stop 1000", "stop -4", "stop 4a", "stop 4 // he called",
		"stop 4 and resume 5", "stop ４", "stоp 4" /* a Cyrillic o */, "4 stop", "don't stop 4", "stopp 4", "stop4", "nonstop 4", "stop 99999999999999999999",
		"pause", "resume", "resume al", "resume everyone", "approve", "approve everything", "approve all but 3", "enrol", "enrol all", "enrol sam@acme.example", "done", "done all",
		"snooze 2", "snooze 2, 3 3 March", "snooze 2 3/4", "snooze 2 03.04.2027", "snooze 2 31 February", "snooze 2 22 November 2026", "snooze 2 1 January 2020", "snooze 2 3 March 2126",
		"snooze 2 next Monday", "snooze 2 in March", "snooze 2 later", "snooze 2 in zero weeks", "snooze 2 0d", "snooze March 3", "snooze 2 29 February 2027", "snooze 2 in 3 March",
		"was interested", "was 2", "enrol 2.0", "enrol 1.1, 1.2", "stop 1.2", "was 2 delighted", "was 2 interested and more", "was all interested",
		"suppress", "suppress all", "suppress acme", "suppress acme.example and ink.example", "suppress http://acme.example", "suppress *.acme.example", "suppress acme..example",
		"suppress dana@", "suppress @", "suppress .example", "suppress münchen.example", "suppress 1.5", "suppress -acme.example", "suppress a b@acme.example",
		"note 1", "note 1:", "note: wants a demo", "note all: hello", "Let us talk on Thursday.", "forget 1", "delete 1", "yes", "approve 3?",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			got := owner.Commands(line, now)
			if len(got) != 1 || got[0].Problem == "" || got[0].Verb != "" || len(got[0].Numbers) > 0 || got[0].All || got[0].Target != "" {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestCommandsOfAWholeMail(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 22, 10, 30, 0, 0, time.UTC)
	got := owner.Commands("Hi followupd,\n\nstop 4\nsnooze 2 3 March\nwhat about Dana?\n\nThanks!\nBest regards,\n--\n", now)
	var lines []string
	for _, c := range got {
		lines = append(lines, c.Verb+":"+c.Line)
	}
	if want := "stop:stop 4|snooze:snooze 2 3 March|:what about Dana?"; strings.Join(lines, "|") != want {
		t.Errorf("got %q, want %q", lines, want)
	}
	long := owner.Commands(strings.Repeat("stop 1\n", 100), now)
	if n := len(long); n != 61 || long[60].Problem == "" {
		t.Errorf("%d of 100 lines are read, the last is %+v", n, long[len(long)-1])
	}
	if got := owner.Commands("note 1: "+strings.Repeat("many words ", 100), now); len(got) != 1 || got[0].Problem == "" || len(got[0].Line) > 600 {
		t.Errorf("a long line: %+v", got)
	}
	if got := owner.Commands("\x00\xff\n\u202estop 4\u202c", now); len(got) != 1 || got[0].Verb != "stop" {
		t.Errorf("strange bytes: %+v", got)
	}
}

func TestSetLine(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	tests := []struct{ line, key, text, problem string }{
		{"set 2 first_name=Dana", "first_name", "Dana", ""},
		{"Set 2: company = Acme GmbH & Co.", "company", "Acme GmbH & Co.", ""},
		{"set 2 city=", "", "", "say the field"},
		{"set 2 city=…", "", "", "say the field"},
		{"set 2 city=...", "", "", "say the field"},
		{"set 2 company=Acme = more", "company", "Acme = more", ""},
		{"set 2 first_name=Dana city=Porto", "", "", "one field on a line"},
		{"set 2 first_name=…Dana", "", "", "say the field"},
		{`set 2 first_name="Dana"`, "first_name", "Dana", ""},
		{"set 2 city=“São Paulo”", "city", "São Paulo", ""},
		{`set 2 company=The "Red" Firm`, "company", `The "Red" Firm`, ""},
		{"set 2 city=TEXT", "", "", "say the field"},
		{"set 2 Dana", "", "", "say the field"},
		{"set city=Lyon", "", "", "say who"},
		{"set 2 email=x@y.example", "", "", "an address"},
		{"note 2: estimator=…", "", "", "say what to note"},
	}
	for _, tt := range tests {
		got := owner.Commands(tt.line, now)
		if len(got) != 1 {
			t.Fatalf("%q is %d commands", tt.line, len(got))
		}
		c := got[0]
		if tt.problem != "" {
			if !strings.Contains(c.Problem, tt.problem) {
				t.Errorf("%q: problem %q, want %q", tt.line, c.Problem, tt.problem)
			}
			continue
		}
		if c.Problem != "" || c.Verb != "fields" || c.Key != tt.key || c.Text != tt.text || len(c.Numbers) != 1 || c.Numbers[0] != 2 {
			t.Errorf("%q is %+v", tt.line, c)
		}
	}
}

// In some zones the clock is put forward at midnight: that day begins at one.
func TestMomentOfADayWithoutMidnight(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ zone, now, say, want string }{
		{"America/Havana", "2027-03-13 10:00", "tomorrow", "2027-03-14 01:00"},
		{"America/Havana", "2027-03-13 10:00", "14 march", "2027-03-14 01:00"},
		{"America/Havana", "2027-03-13 10:00", "2027-03-14", "2027-03-14 01:00"},
		{"America/Havana", "2027-03-13 10:00", "sunday", "2027-03-14 01:00"},
		{"America/Havana", "2027-03-13 10:00", "2d", "2027-03-15 00:00"},
		{"America/Havana", "2027-03-14 10:00", "tomorrow", "2027-03-15 00:00"},
		{"America/Havana", "2027-03-14 10:00", "in a week", "2027-03-21 00:00"},
		{"Africa/Cairo", "2027-04-29 10:00", "tomorrow", "2027-04-30 01:00"},
		{"Europe/Madrid", "2027-01-31 10:00", "in a month", "2027-02-28 00:00"},
		{"Europe/Madrid", "2026-11-30 10:00", "in 3 months", "2027-02-28 00:00"},
		{"Europe/Madrid", "2027-03-27 10:00", "2d", "2027-03-29 00:00"},
	} {
		zone, err := time.LoadLocation(tt.zone)
		if err != nil {
			t.Fatal(err)
		}
		now, err := time.ParseInLocation("2006-01-02 15:04", tt.now, zone)
		if err != nil {
			t.Fatal(err)
		}
		at, problem := owner.Moment(tt.say, now)
		if got := at.Format("2006-01-02 15:04"); problem != "" || got != tt.want {
			t.Errorf("%s in %s at %s: %s %s, want %s", tt.say, tt.zone, tt.now, got, problem, tt.want)
		}
	}
}
