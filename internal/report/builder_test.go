package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/report"
	"followupd/sequences"
)

func frame() report.Frame {
	return report.Frame{At: now(), From: ago(7 * days), Mailboxes: []report.Mailbox{{Name: "ana", Live: true, LastLook: ago(time.Second)}, {Name: "bo"}}}
}

// due is somebody whose next mail is due at a moment.
func due(id int64, mailbox string, at time.Time) sequences.Person {
	e := enrolment(sequences.StateScheduled, sequences.CodeEnrolled)
	e.ID, e.Mailbox, e.Due = id, mailbox, at
	return sequences.Person{ID: id, Addresses: []string{fmt.Sprintf("p%d@x.example", id)}, Enrolments: []sequences.Enrolment{e}}
}

func TestComingTasksAreNoMails(t *testing.T) {
	t.Parallel()
	f := frame()
	f.Task = func(sequence, step string) bool { return sequence == "intro" && step == "call" }
	person := func(id int64, step string, at time.Time) sequences.Person {
		p := due(id, "ana", at)
		p.Enrolments[0].Sequence, p.Enrolments[0].Step = "intro", step
		return p
	}
	tests := []struct {
		name   string
		people []sequences.Person
		mails  int
		tasks  int
		words  string
	}{
		{"a task alone", []sequences.Person{person(1, "call", now().Add(time.Hour))}, 0, 1, "No mail is due. 1 task of yours comes up."},
		{"a task later", []sequences.Person{person(1, "call", now().Add(8*days))}, 0, 0, "Nothing is due."},
		{"both", []sequences.Person{person(1, "call", now().Add(time.Hour)), person(2, "call", ago(time.Hour)), person(3, "last", now().Add(time.Hour))}, 1, 2,
			"1 mail is due so far: 1 first mail. An answer takes its mail out; limits may move one. 2 tasks of yours come up."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b := report.NewBuilder(f)
			for _, p := range tt.people {
				b.Person(p)
			}
			s := b.Snapshot()
			if c := s.Coming; c.Total != tt.mails || c.Tasks != tt.tasks {
				t.Errorf("coming: %+v", c)
			}
			if text := report.Status(s, report.Screen{Width: 300}); !strings.Contains(text, tt.words) {
				t.Errorf("no %q in\n%s", tt.words, text)
			}
		})
	}
}

// A mail with a gap counts apart: in the next week, and by what it waits for.
func TestComingGaps(t *testing.T) {
	t.Parallel()
	f := frame()
	f.Gap = func(p *sequences.Person, _ *sequences.Enrolment) string {
		return map[int64]string{1: "opening.md:3:4: city: is missing or empty", 2: "opening.md:3:4: city: is missing or empty",
			3: "opening.md:3:4: city: is missing or empty", 4: "the file a.pdf can't be attached: it is gone"}[p.ID]
	}
	b := report.NewBuilder(f)
	for i, at := range []time.Time{now().Add(time.Hour), ago(time.Hour), now().Add(8 * days), now().Add(time.Hour), now().Add(2 * time.Hour)} {
		b.Person(due(int64(i+1), "ana", at))
	}
	s := b.Snapshot()
	if c := s.Coming; c.Total != 1 || len(c.Gaps) != 2 || c.Gaps[0].N != 2 || c.Gaps[0].Who.ID != 1 || !c.Gaps[0].Fill || c.Gaps[1].N != 1 || c.Gaps[1].Fill {
		t.Fatalf("due are %+v", c)
	}
	if words := s.Coming.Gaps[0].Words(); !strings.HasPrefix(words, "2 mails wait, such as the one to ") || !strings.Contains(words, "for the field city.") {
		t.Error(words)
	}
	if words := s.Coming.Gaps[1].Words(); !strings.Contains(words, "a mail to them has a gap in it: the file a.pdf can't be attached: it is gone") {
		t.Error(words)
	}
}

func TestComing(t *testing.T) {
	t.Parallel()
	f := frame()
	f.OwnerAway = now().Add(2 * days)
	b := report.NewBuilder(f)
	b.Person(due(1, "ana", now().Add(3*days)))
	b.Person(due(2, "ana", now().Add(time.Hour)))
	b.Person(due(3, "bo", now().Add(time.Hour)))
	b.Person(due(4, "ana", ago(time.Hour)))
	b.Person(due(5, "ana", now().Add(7*days)))
	sending := due(6, "ana", time.Time{})
	sending.Enrolments[0].State = sequences.StateSending
	b.Person(sending)
	s := b.Snapshot()
	if c := s.Coming; c.Total != 4 || c.First != 4 || len(c.Days) != 2 || c.Days[0].N != 3 || c.Days[1].N != 1 {
		t.Errorf("due are %+v", c)
	}
	want := []report.Stuck{{Mailbox: "ana", N: 2, Why: "you are away until Wed 25 Nov"}, {Mailbox: "bo", N: 1, Why: "the mailbox is not live yet (live: false)"}}
	if fmt.Sprint(s.Coming.Stuck) != fmt.Sprint(want) {
		t.Errorf("stuck are %+v", s.Coming.Stuck)
	}
	if s.Mailboxes[0].Ready != 1 || s.Mailboxes[1].Ready != 0 {
		t.Errorf("ready are %d and %d", s.Mailboxes[0].Ready, s.Mailboxes[1].Ready)
	}
	f.Paused = "you paused all sending"
	b = report.NewBuilder(f)
	b.Person(due(1, "ana", now().Add(3*days)))
	if s := b.Snapshot(); len(s.Coming.Stuck) != 1 || s.Coming.Stuck[0].Why != f.Paused || !strings.Contains(report.Write(s).Text(), "All sending is paused") {
		t.Errorf("paused: %+v", s.Coming.Stuck)
	}
}

func TestAPausedMailboxIsShown(t *testing.T) {
	t.Parallel()
	f := frame()
	f.Mailboxes[0].Breaker, f.Mailboxes[0].Until = "your own mail provider refused it 5 times in a row", now().Add(2*time.Hour)
	f.Mailboxes[1].Breaker, f.Mailboxes[1].Live = "3 of its last 40 first mails came back for good", true
	b := report.NewBuilder(f)
	b.Person(due(1, "ana", now().Add(time.Hour)))
	b.Person(due(2, "ana", now().Add(3*time.Hour)))
	b.Person(due(3, "bo", now().Add(3*days)))
	s := b.Snapshot()
	want := []report.Stuck{{Mailbox: "ana", N: 1, Why: "the mailbox is paused"}, {Mailbox: "bo", N: 1, Why: "the mailbox is paused"}}
	if fmt.Sprint(s.Coming.Stuck) != fmt.Sprint(want) {
		t.Errorf("stuck are %+v", s.Coming.Stuck)
	}
	for name, text := range map[string]string{"mail": report.Write(s).Text(), "status": report.Status(s, report.Screen{})} {
		words := strings.Join(strings.Fields(text), " ")
		for _, want := range []string{"ana is paused: your own mail provider refused it 5 times in a row. It is tried again by itself on", "live; PAUSED",
			"bo is paused: 3 of its last 40 first mails came back for good. When you know why, and have mended it: followupd resume --mailbox bo"} {
			if !strings.Contains(words, want) {
				t.Errorf("the %s lacks %q:\n%s", name, want, text)
			}
		}
	}
}

func TestANewMailboxIsShownWithItsRamp(t *testing.T) {
	t.Parallel()
	f := frame()
	f.Mailboxes[0].PerDay, f.Mailboxes[0].PerHour, f.Mailboxes[0].Today = 40, 12, 3
	f.Mailboxes[0].Ramp = 8
	s := report.Status(report.NewBuilder(f).Snapshot(), report.Screen{Width: 200})
	if want := "3 of 8 today (it is new: more each day), 0 of 12 in the last hour"; !strings.Contains(s, want) {
		t.Errorf("no %q in\n%s", want, s)
	}
}

func TestStrandedWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		s    report.Stranded
		want string
	}{
		{"people", report.Stranded{Mailbox: "old", People: 2, Queued: 1}, `2 people wait in the mailbox "old", which is not in the configuration: nothing goes out to them. If it has another name now, give it the name "old" again, in config.yaml and in the sequences`},
		{"a mail alone, in doubt", report.Stranded{Mailbox: "old", InDoubt: 1}, `1 mail waits in the mailbox "old", which is not in the configuration: nothing goes out to them. 1 mail of it may or may not`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := report.StrandedWords(tt.s); !strings.HasPrefix(got, tt.want) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// What was written long before a doubt isn't shown as what it is about.
func TestWordsBehindADoubt(t *testing.T) {
	t.Parallel()
	old := sequences.Moment{At: ago(60 * days), Kind: sequences.HapReply, Intent: "question", Words: "old words"}
	fresh := sequences.Moment{At: ago(2 * time.Hour), Kind: sequences.HapAutoReply, Words: "fresh words"}
	tests := []struct {
		name     string
		code     sequences.Code
		timeline []sequences.Moment
		words    string
		answer   bool
	}{
		{"an answer of long ago that waits", sequences.CodeAnswered, []sequences.Moment{old}, "old words", true},
		{"a doubt about an automatic answer", sequences.CodeDoubt, []sequences.Moment{old, fresh}, "fresh words", false},
		{"a doubt about something else", sequences.CodeDoubt, []sequences.Moment{old}, "", false},
		{"what came after it", sequences.CodeDoubt, []sequences.Moment{fresh, {At: now(), Kind: sequences.HapReply, Words: "later words"}}, "fresh words", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := in(enrolment(sequences.StateHeld, tt.code), turn(tt.code))
			p.Timeline = tt.timeline
			b := report.NewBuilder(frame())
			b.Person(p)
			s := b.Snapshot()
			if len(s.NeedsYou) != 1 || s.NeedsYou[0].Words != tt.words || s.NeedsYou[0].Answer != tt.answer {
				t.Errorf("shown is %+v", s.NeedsYou)
			}
		})
	}
}

// Those who are out of it stand nowhere, however they stood.
func TestStandings(t *testing.T) {
	t.Parallel()
	sent := func(d time.Duration) sequences.Moment {
		return sequences.Moment{At: ago(d), Kind: sequences.HapSent, Step: "one"}
	}
	answer := func(d time.Duration, signals ...string) sequences.Moment {
		return sequences.Moment{At: ago(d), Kind: sequences.HapReply, Intent: "interested", Signals: signals, Words: "yes"}
	}
	live := enrolment(sequences.StateScheduled, sequences.CodeEnrolled)
	over := enrolment(sequences.StateEnded, sequences.CodeEnded)
	tests := []struct {
		name     string
		e        sequences.Enrolment
		turn     *sequences.Mark
		timeline []sequences.Moment
		standing string // "": none
		because  string
	}{
		{"into you", live, nil, []sequences.Moment{answer(days, "sets_next_date")}, "into you", "set a next date; last answer on 22 Nov"},
		{"warming", live, nil, []sequences.Moment{answer(days)}, "warming", "is interested (22 Nov)"},
		{"dark", live, nil, []sequences.Moment{answer(9 * days), sent(5 * days), sent(days)}, "dark", "answered on 14 Nov, silent since: 2 mails unanswered"},
		{"not that into you", live, nil, []sequences.Moment{sent(9 * days), sent(5 * days), sent(days)}, "not that into you", "3 mails, never an answer"},
		{"new", live, nil, []sequences.Moment{sent(days)}, "new", "1 mail so far"},
		{"said no", over, turn(sequences.CodeNotInterested), []sequences.Moment{answer(days)}, "", ""},
		{"over long ago", over, nil, []sequences.Moment{sent(200 * days), sent(190 * days), sent(180 * days)}, "", ""},
		{"over of late", over, nil, []sequences.Moment{sent(90 * days), sent(80 * days), sent(70 * days)}, "not that into you", "3 mails, never an answer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := in(tt.e, tt.turn)
			p.Timeline = tt.timeline
			b := report.NewBuilder(frame())
			b.Person(p)
			found, because := "", ""
			for _, st := range b.Snapshot().Standings {
				for _, person := range st.People {
					found, because = st.Standing, person.Because
				}
			}
			if found != tt.standing || because != tt.because {
				t.Errorf("stands %q because %q, want %q because %q", found, because, tt.standing, tt.because)
			}
		})
	}
}

func TestSubject(t *testing.T) {
	t.Parallel()
	answer, other := report.Item{Answer: true}, report.Item{}
	tests := []struct {
		name string
		s    report.Snapshot
		want string
	}{
		{"quiet", report.Snapshot{}, "A quiet week: nothing needs you"},
		{"answers", report.Snapshot{NeedsYou: []report.Item{answer, answer}, Now: report.Exchange{Mails: 31}}, "2 answers wait for you; 31 mails went out"},
		{"one of each", report.Snapshot{NeedsYou: []report.Item{answer}, Now: report.Exchange{Mails: 1}}, "1 answer waits for you; 1 mail went out"},
		{"not all answers", report.Snapshot{NeedsYou: []report.Item{answer, other}}, "2 people wait for you"},
		{"nothing to do", report.Snapshot{Now: report.Exchange{Mails: 3, Answers: 1}}, "3 mails went out; 1 answer came back"},
		{"a mailbox out of reach", report.Snapshot{Mailboxes: []report.Mailbox{{Name: "ana", Problem: "refused"}}, NeedsYou: []report.Item{answer}}, "Mailbox ana can't be read; 1 answer waits for you"},
		{"edits not in force", report.Snapshot{Edits: "intro.yaml:3", Paused: "the fair"}, "Your edits are not in force"},
		{"all paused", report.Snapshot{Paused: "the fair", Now: report.Exchange{Mails: 2}}, "All sending is paused; 2 mails went out"},
		{"something to look at", report.Snapshot{Troubles: []report.Trouble{{Text: "the disk is full"}}}, "1 thing to look at"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.s.Week, tt.s.From, tt.s.At = 47, ago(7*days), now()
			if got := report.Subject(tt.s); got != tt.want+" (week 47)" {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A day is in one week alone, and a week later in the next one.
func TestWeekOf(t *testing.T) {
	t.Parallel()
	start := time.Date(2019, 1, 1, 7, 30, 0, 0, time.UTC)
	for i := range 4000 {
		at := start.AddDate(0, 0, i)
		y1, w1 := report.WeekOf(at)
		y2, w2 := report.WeekOf(at.AddDate(0, 0, 7))
		if y2*100+w2 <= y1*100+w1 {
			t.Fatalf("%s is about %d-%d, a week later about %d-%d", at, y1, w1, y2, w2)
		}
	}
	if y, w := report.WeekOf(time.Date(2027, 1, 4, 7, 30, 0, 0, time.UTC)); y != 2026 || w != 53 {
		t.Errorf("the Monday after the year's end is about %d-%d", y, w)
	}
}

// All that can go wrong is told in the mail and in status, in the same words.
func TestTroublesAreTold(t *testing.T) {
	t.Parallel()
	f := frame()
	f.Mailboxes[0].Problem, f.Mailboxes[0].Since, f.Mailboxes[1].Sending = "password refused", ago(3*time.Hour), "connection refused"
	b := report.NewBuilder(f)
	uncertain := in(enrolment(sequences.StateHeld, sequences.CodeUncertain), nil)
	uncertain.Enrolments[0].Uncertain = true
	b.Person(uncertain)
	b.Quarantined(report.Quarantined{Mailbox: "ana", Folder: "INBOX", UID: 17, Problem: "cut", At: ago(time.Hour)})
	b.Untold(report.Untold{Subject: "Dana proposes", Since: ago(time.Hour), Problem: "timeout"})
	b.Trouble(report.Trouble{Text: "the disk is nearly full", At: ago(time.Hour)})
	b.Unmatched(ago(time.Hour), "Undelivered mail")
	s := b.Snapshot()
	plain := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	text, screen := plain(report.Write(s).Text()), plain(report.Status(s, report.Screen{}))
	for _, want := range []string{"password refused", "connection refused", "followupd reconcile dana@acme.example", "number 17", "Dana proposes", "nearly full"} {
		if !strings.Contains(text, want) {
			t.Errorf("the mail doesn't tell of %q:\n%s", want, text)
		}
	}
	for _, want := range []string{"password refused", "connection refused", "1 more trouble"} {
		if !strings.Contains(screen, want) {
			t.Errorf("status doesn't tell of %q:\n%s", want, screen)
		}
	}
	if !strings.Contains(text, "Undelivered mail") {
		t.Error("the report that matches nobody is not told of")
	}
	if len(s.NeedsYou) != 1 {
		t.Errorf("%d need the owner", len(s.NeedsYou))
	}
}

// A step's answer is one that came within 7 days and before the next mail;
// mails that are younger than that are not counted yet.
func TestStepsThatGetAnswers(t *testing.T) {
	t.Parallel()
	id := int64(0)
	person := func(moments ...sequences.Moment) sequences.Person {
		id++
		p := in(enrolment(sequences.StateEnded, sequences.CodeEnded), nil)
		p.ID, p.Timeline = id, moments
		return p
	}
	sent := func(step string, d int) sequences.Moment {
		return sequences.Moment{At: ago(time.Duration(d) * days), Kind: sequences.HapSent, Sequence: "intro", Step: step}
	}
	reply := func(d int) sequences.Moment {
		return sequences.Moment{At: ago(time.Duration(d) * days), Kind: sequences.HapReply}
	}
	auto := func(d int) sequences.Moment {
		return sequences.Moment{At: ago(time.Duration(d) * days), Kind: sequences.HapAutoReply}
	}
	b := report.NewBuilder(frame())
	for _, p := range []sequences.Person{
		person(sent("one", 30), reply(28)),                  // answered
		person(sent("one", 30), reply(22)),                  // too late
		person(sent("one", 30), sent("two", 28), reply(27)), // the second was answered
		person(sent("one", 30), auto(29)),                   // no person
		person(sent("one", 6), reply(5)),                    // too young to count
		person(sent("one", 8), reply(5)),                    // answered
		person(sent("one", 36), reply(35)),                  // before
		person(sent("one", 92), reply(91)),                  // long before
		person(sent("after-snooze-1", 20), reply(19), sent("after-snooze-3", 15)),
	} {
		b.Person(p)
	}
	s := b.Snapshot()
	got := map[string]string{}
	for _, r := range s.Steps.List {
		got[r.Step] = fmt.Sprintf("%d of %d, before %d of %d", r.Now.K, r.Now.N, r.Before.K, r.Before.N)
	}
	want := map[string]string{"one": "2 of 5, before 1 of 1", "two": "1 of 1, before 0 of 0", "after-snooze-1": "1 of 2, before 0 of 0"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !s.Steps.To.Equal(ago(7*days)) || !s.Steps.From.Equal(ago(35*days)) || !s.Steps.Earlier.Equal(ago(91*days)) {
		t.Errorf("compared are %+v", s.Steps)
	}
}

// A change is told only where it can't well be chance.
func TestStepsChange(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name                 string
		k, n, before, beforN int
		want                 string
	}{
		{"more", 40, 100, 10, 100, "it gets more answers now"},
		{"fewer", 10, 100, 40, 100, "it gets fewer answers now"},
		{"chance", 12, 100, 10, 100, "no clear change"},
		{"few", 4, 10, 1, 10, "no clear change"},
		{"too few before", 4, 10, 1, 3, "1 of 3, too few to compare with"},
		{"nothing before", 4, 10, 0, 0, "nothing before that to compare with"},
		{"too few", 4, 4, 0, 0, "No step went out often enough to tell (4 mails in all"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			b := report.NewBuilder(frame())
			add := func(answered, n, daysAgo int) {
				for i := range n {
					p := in(enrolment(sequences.StateEnded, sequences.CodeEnded), nil)
					p.Timeline = []sequences.Moment{{At: ago(time.Duration(daysAgo) * days), Kind: sequences.HapSent, Sequence: "intro", Step: "one"}}
					if i < answered {
						p.Timeline = append(p.Timeline, sequences.Moment{At: ago(time.Duration(daysAgo-1) * days), Kind: sequences.HapReply})
					}
					b.Person(p)
				}
			}
			add(tt.k, tt.n, 20)
			add(tt.before, tt.beforN, 50)
			s := b.Snapshot()
			s.Now.Mails = 1 // no quiet week
			if got := text(s); !strings.Contains(got, tt.want) {
				t.Errorf("no %q in: %s", tt.want, got)
			}
		})
	}
}
