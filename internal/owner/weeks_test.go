package owner_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
)

// run lets everything happen that is due before a moment, in its order.
func (w *world) run(until string, sent func(id int64)) {
	w.t.Helper()
	end := at(w.t, until)
	if end.Before(w.now) {
		w.t.Fatalf("%s is behind %s", until, w.now)
	}
	for day := w.now; day.Before(end); {
		if day = day.Add(24 * time.Hour); day.After(end) {
			day = end
		}
		for {
			type moment struct {
				id  int64
				due time.Time
			}
			var due []moment
			for _, id := range w.ids {
				p := w.people[id]
				if live := p.Live(); live != nil && !live.Due.IsZero() && live.Due.Before(day) {
					due = append(due, moment{id, live.Due})
				}
			}
			if len(due) == 0 {
				break
			}
			slices.SortStableFunc(due, func(a, b moment) int { return a.due.Compare(b.due) })
			for _, m := range due {
				w.send(m.id)
				if sent != nil {
					sent(m.id)
				}
			}
		}
	}
	w.now = end
}

func (w *world) wait(when string) { w.run(when, nil) }

// dueMail makes the status mail that is due at the world's moment.
func (w *world) dueMail(o owner.Options, first string) (ledger.OwnerMail, report.Snapshot) {
	w.t.Helper()
	w.store()
	h := owner.New(o)
	var m ledger.OwnerMail
	var s report.Snapshot
	w.write(func(tx *ledger.Tx) error {
		if _, ok, _, err := h.Due(tx, at(w.t, first)); ok || err != nil {
			w.t.Fatalf("a status mail at the first start: %v, %v", ok, err)
		}
		made, ok, _, err := h.Due(tx, w.now)
		if !ok || err != nil {
			w.t.Fatalf("no status mail at %s: %v", w.now, err)
		}
		m = made
		s, err = owner.Gather(tx, h.View(w.now, at(w.t, first)))
		return err
	})
	return m, s
}

func healthy(now time.Time) func() (engine.Heartbeat, error) {
	return func() (engine.Heartbeat, error) {
		return engine.Heartbeat{At: now.Add(-4 * time.Second), Mailboxes: []engine.MailboxHealth{{Name: "ana", Live: true, LastLook: now.Add(-20 * time.Second)}}}, nil
	}
}

// quietWeek: a handful of people wait, and nothing happens.
func quietWeek(t testing.TB) (*world, owner.Options) {
	w := newWorld(t, "2026-11-02 10:00")
	lee := w.enrol(someone{"Lee", "Park", "Park & Sons", "lee@park.example", "Europe/London"})
	w.wait("2026-11-04 10:00")
	m := reply(replies.IntentLater, said("later.date", "3 March"))
	m.Until, m.Stated = &replies.Date{Year: 2027, Month: time.March, Day: 3}, true
	w.arrive(lee, m, "Please write again on 3 March.")
	w.wait("2026-11-23 07:30")
	o := options(t)
	o.Heartbeat = healthy(w.now)
	return w, o
}

// normalWeek: a dozen people, of whom some answer.
func normalWeek(t testing.TB) (*world, owner.Options) {
	w := newWorld(t, "2026-10-05 10:00")
	sam := w.enrol(someone{"Sam", "Ito", "Ito Works", "sam@ito.example", "Asia/Tokyo"})
	w.wait("2026-10-08 11:00")
	m := reply(replies.IntentInterested, said("interested.en.say", "sounds useful"))
	m.Signals = []replies.Signal{replies.SignalShares}
	w.arrive(sam, m, "Sounds useful. We lose about two days a week to quotes.")
	w.pass(time.Hour)
	w.order(sam, sequences.Order{Verb: sequences.VerbResume})
	w.enrol(someone{"Kim", "Berg", "Berg Metall", "kim@berg.example", "Europe/Berlin"})
	w.wait("2026-11-02 10:00")
	wim := w.enrol(someone{"Wim", "Bos", "Bos Buizen", "wim@bos.example", "Europe/Amsterdam"})
	lee := w.enrol(someone{"Lee", "Park", "Park & Sons", "lee@park.example", "Europe/London"})
	w.wait("2026-11-09 10:00")
	d := w.enrol(dana())
	max := w.enrol(someone{"Max", "Roth", "", "max@roth.example", "Europe/Vienna"})
	w.wait("2026-11-12 12:00")
	w.happen(sequences.Event{Kind: sequences.EvOwnerMail, Person: wim, Mail: &sequences.Mail{Ref: "w1", Mailbox: "ana", Route: sequences.RouteAddress}})
	w.wait("2026-11-16 08:00")
	pat := w.enrol(someone{"Pat", "Moss", "Moss Tools", "pat@moss.example", "Europe/London"})
	ola := w.enrol(someone{"Ola", "Nord", "Nord AB", "ola@nord.example", "Europe/Stockholm"})
	jo := w.enrol(someone{"Jo", "Quint", "Quint", "jo@quint.example", "Europe/Paris"})
	hal := w.enrol(someone{"Hal", "", "Halle", "hal@halle.example", "Europe/Berlin"})
	w.wait("2026-11-17 09:30")
	w.arrive(jo, sequences.Mail{Kind: replies.KindBounce, Intent: replies.IntentBounce, Permanent: true, Certain: true, Route: sequences.RouteReport,
		Evidence: []sequences.Evidence{said("bounce.no_such_user", "5.1.1 no such user here")}}, "")
	w.arrive(ola, reply(replies.IntentOptOut, said("optout.en.stop", "stop writing")), "Please stop writing to me.")
	w.wait("2026-11-17 16:00")
	away := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Intent: replies.IntentAutoReply, Certain: true,
		Until: &replies.Date{Year: 2026, Month: time.December, Day: 7}, Evidence: []sequences.Evidence{said("auto.en.away", "back on 7 December")}}
	w.arrive(pat, away, "I am away and back on 7 December.")
	w.wait("2026-11-18 09:00")
	later := reply(replies.IntentLater, said("later.date", "3 March"))
	later.Until, later.Stated = &replies.Date{Year: 2027, Month: time.March, Day: 3}, true
	w.arrive(lee, later, "Not now. Please write again on 3 March.")
	w.arrive(max, reply(replies.IntentNotInterested, said("decline.en.no-need", "no need")), "Thanks, but there is no need.")
	w.wait("2026-11-19 08:00")
	w.queue(hal)
	w.happen(sequences.Event{Kind: sequences.EvHole, Person: hal, Enrolment: hal, Step: w.step(hal), Problem: "templates/estimator.md:3:8: last_name: is missing or empty, and there is no fallback"})
	w.wait("2026-11-19 14:02")
	meets(t.(*testing.T), w, d)
	w.wait("2026-11-20 08:00")
	w.begin(w.enrol(someone{"Ida", "Holm", "Holm", "ida@holm.example", "Europe/Oslo"}))
	for i := range 4 {
		w.enrol(someone{"Fay", fmt.Sprint("Number", i), "", fmt.Sprintf("fay%d@fay%d.example", i, i), "Europe/Madrid"})
	}
	w.wait("2026-11-23 07:30")
	o := options(t)
	o.Title = func(value string) string { return strings.ReplaceAll(value, "-", " ") }
	o.Heartbeat = func() (engine.Heartbeat, error) {
		h, err := healthy(w.now)()
		h.Mailboxes = append(h.Mailboxes, engine.MailboxHealth{Name: "bo", Live: false, Problem: "the password was refused", Since: w.now.Add(-50 * time.Hour)})
		return h, err
	}
	return w, o
}

// one is one of many people.
func one(i int) someone {
	first := []string{"Ada", "Ben", "Cleo", "Dev", "Elif", "Finn", "Greta", "Hugo", "Ines", "Jan", "Kaya", "Liam", "Mona", "Nils", "Olga", "Piet", "Quinn"}
	last := []string{"Abel", "Brandt", "Costa", "Dahl", "Evans", "Faber", "Gruber", "Holm", "Ivers", "Jansen", "Klein", "Lund", "Moreau", "Novak", "Olsen", "Petit", "Rossi", "Silva", "Toth"}
	trade := []string{"Castings", "Fasteners", "Glas", "Hydraulik", "Instruments", "Joinery", "Kabel", "Logistik", "Metall", "Pumpen", "Robotics", "Steel", "Tools"}
	f, l := first[i%len(first)], last[i%len(last)]
	company := last[(i*7+3)%len(last)] + " " + trade[i%len(trade)]
	domain := strings.ToLower(strings.ReplaceAll(company, " ", "-"))
	return someone{f, l, company, fmt.Sprintf("%s.%s@%s-%d.example", strings.ToLower(f), strings.ToLower(l), domain, i), "Europe/Madrid"}
}

// busyWeek: 2,000 people, answers of all kinds, from the same seed each time.
func busyWeek(t testing.TB) (*world, owner.Options) {
	w := newWorld(t, "2026-10-12 10:00")
	w.keep = at(t, "2026-11-09 00:00")
	chance := rand.New(rand.NewPCG(1, 2))
	begin := w.now
	for i := range 2000 {
		w.now = begin.AddDate(0, 0, i*42/2000)
		w.enrol(one(i))
	}
	w.now = begin
	w.run("2026-11-23 07:30", func(id int64) {
		n := chance.IntN(1000)
		switch {
		case n < 8:
			m := reply(replies.IntentMeeting, said("meeting.en.works", "Tuesday works"))
			m.Signals = []replies.Signal{replies.SignalNextDate}
			w.arrive(id, m, fmt.Sprintf("Tuesday works, we have %d people in the office.", n+2))
		case n < 20:
			w.arrive(id, reply(replies.IntentQuestion, said("question.en", "what does it cost?")), "What does it cost?")
		case n < 35:
			w.arrive(id, reply(replies.IntentNotInterested, said("decline.en", "no thanks")), "No thanks.")
		case n < 40:
			w.arrive(id, reply(replies.IntentOptOut, said("optout.en", "unsubscribe")), "Unsubscribe.")
		case n < 60:
			w.arrive(id, sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Intent: replies.IntentAutoReply, Certain: true}, "I am away.")
		case n < 70:
			w.arrive(id, sequences.Mail{Kind: replies.KindBounce, Permanent: true, Certain: true, Route: sequences.RouteReport,
				Evidence: []sequences.Evidence{said("bounce.no_such_user", "5.1.1 no such user")}}, "")
		case n < 75:
			w.arrive(id, reply(replies.IntentUnclear), "Hm.")
		case n < 85:
			later := reply(replies.IntentLater, said("later.date", "in January"))
			later.Until, later.Stated = &replies.Date{Year: 2027, Month: time.January, Day: 11}, true
			w.arrive(id, later, "Write again on 11 January.")
		}
	})
	o := options(t)
	o.Heartbeat = healthy(w.now)
	return w, o
}

func TestWeeks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		week func(testing.TB) (*world, owner.Options)
	}{
		{"week-quiet", quietWeek}, {"week-normal", normalWeek}, {"week-busy", busyWeek},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, o := tt.week(t)
			m, s := w.dueMail(o, "2026-11-16 07:30")
			golden(t, tt.name, shown(t, m))
			golden(t, tt.name+".html", pageOf(t, m.Bytes))
			golden(t, tt.name+"-status", report.Status(s, report.Screen{}))
			agree(t, s)
			_, body := parsed(t, m.Bytes)
			for line := range strings.SplitSeq(body, "\n") {
				if utf8.RuneCountInString(line) > report.Width {
					t.Errorf("a line of %d characters: %q", utf8.RuneCountInString(line), line)
				}
			}
			if m.Key != "report:2026-W47" || m.Recipient != o.Email || m.Notice != "report" {
				t.Errorf("the mail is %q, a %q to %q", m.Key, m.Notice, m.Recipient)
			}
			roundTrip(t, s)
			for i, item := range s.NeedsYou[:min(len(s.NeedsYou), 12)] {
				if id, ok := m.Numbered(i + 1); !ok || id != item.ID {
					t.Errorf("number %d is %d, want %d", i+1, id, item.ID)
				}
			}
		})
	}
}

// agree: the numbers of a snapshot say the same of the same things.
func agree(t *testing.T, s report.Snapshot) {
	t.Helper()
	p := s.People
	sum := func(counts []report.Count) (n int) {
		for _, c := range counts {
			n += c.N
		}
		return n
	}
	days, boxes := 0, 0
	for _, d := range s.Coming.Days {
		days += d.N
	}
	bounced, complaints := 0, 0
	for _, m := range s.Mailboxes {
		boxes, bounced, complaints = boxes+m.Mails, bounced+m.Bounced, complaints+m.Complaints
	}
	given, cameBack := 0, s.Now.Unasked
	for _, g := range s.Now.Given {
		given, cameBack = given+g.N, cameBack+g.Answers
	}
	stand := 0
	for _, st := range s.Standings {
		stand += len(st.People)
	}
	for _, r := range s.Steps.List {
		for _, share := range []report.Share{r.Now, r.Before} {
			if share.K > share.N || share.N > 0 && (share.Low > float64(share.K)/float64(share.N) || share.High < float64(share.K)/float64(share.N)) || share.Low < 0 || share.High > 1 {
				t.Errorf("step %s: %+v", r.Step, share)
			}
		}
	}
	matched := 0
	for _, b := range s.Bounces {
		if b.Matched {
			matched++
		}
	}
	for _, c := range []struct {
		what     string
		one, two int
	}{
		{"people", p.Total, p.NeedYou + p.Held + p.UnderWay + p.Waiting + p.Over},
		{"those who need the owner", p.NeedYou, len(s.NeedsYou)}, {"those held", p.Held, len(s.Held)}, {"those who come back", p.Waiting, len(s.Waiting)},
		{"mails by kind", s.Now.Mails, s.Now.First + s.Now.FollowUps}, {"mails by mailbox", s.Now.Mails, boxes}, {"values", s.Now.Mails, given},
		{"what came back for what was given", s.Now.Answers, cameBack}, {"bounces by mailbox", s.Now.Bounced, bounced},
		{"complaints by mailbox", s.Now.Complaints, complaints}, {"people by standing and without one", p.Total, stand + outOfIt(s)},
		{"answers by intent", s.Now.Answers, sum(s.Now.ByIntent)}, {"mails due by day", s.Coming.Total, days},
		{"mails due by kind", s.Coming.Total, s.Coming.First + s.Coming.FollowUps}, {"bounces", s.Now.Bounced + s.Now.Returned, matched},
	} {
		if c.one != c.two {
			t.Errorf("%s: %d and %d", c.what, c.one, c.two)
		}
	}
	if s.Now.WrittenTo > s.Now.Mails || s.Now.AnsweredBy > s.Now.Answers {
		t.Errorf("more people than mails: %+v", s.Now)
	}
}

// outOfIt is how many people have no standing, as the mail says it.
func outOfIt(s report.Snapshot) int {
	text := strings.Join(strings.Fields(report.Write(s).Text()), " ")
	m := regexp.MustCompile(`(\d+) more (?:person doesn't|people don't) count here`).FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// roundTrip: a snapshot as JSON is the whole of it.
func roundTrip(t *testing.T, s report.Snapshot) {
	t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var back report.Snapshot
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if back.People != s.People || len(back.Standings) != len(s.Standings) || !back.At.Equal(s.At) || len(back.NeedsYou) != len(s.NeedsYou) {
		t.Errorf("JSON lost something: %s", text)
	}
}

// The mails of two weeks tell of every journaled mail, once: nothing falls
// between them, and a reading corrected in the second week is no new answer.
func TestWeeksMeet(t *testing.T) {
	t.Parallel()
	w, o := normalWeek(t)
	m := reply(replies.IntentUnclear)
	m.Certain = false
	late := w.enrol(someone{"Gil", "Late", "", "gil@late.example", "Europe/Madrid"})
	w.wait("2026-11-23 12:00")
	w.arrive(late, m, "Hm.")
	w.wait("2026-11-24 12:00")
	read := m
	read.Ref = fmt.Sprint(w.refs)
	w.order(late, sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentMeeting, Mail: &read})
	w.store()
	count := func(from, to string) (e report.Exchange) {
		err := w.ledger.Read(context.Background(), func(tx *ledger.Tx) error {
			v := owner.New(o).View(at(t, to), at(t, from))
			s, err := owner.Gather(tx, v)
			e = s.Now
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	const start, middle, end = "2026-10-01 00:00", "2026-11-23 12:00", "2026-11-24 13:00"
	before, after, whole := count(start, middle), count(middle, end), count(start, end)
	if before.Mails+after.Mails != whole.Mails || whole.Mails == 0 {
		t.Errorf("%d + %d mails are not %d", before.Mails, after.Mails, whole.Mails)
	}
	if before.Answers+after.Answers != whole.Answers || whole.Answers == 0 {
		t.Errorf("%d + %d answers are not %d", before.Answers, after.Answers, whole.Answers)
	}
	if after.Answers != 1 || len(after.ByIntent) != 1 || after.ByIntent[0].What != "meeting" {
		t.Errorf("the corrected answer counts as %+v", after.ByIntent)
	}
	if only := count("2026-11-24 11:00", end); only.Answers != 0 {
		t.Errorf("a correction counts as %d new answers", only.Answers)
	}
}
