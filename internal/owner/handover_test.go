package owner_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/owner"
	"followupd/internal/replies"
	"followupd/sequences"
)

// reply is a mail that a person wrote.
func reply(intent replies.Intent, evidence ...sequences.Evidence) sequences.Mail {
	return sequences.Mail{Kind: replies.KindReply, Intent: intent, Certain: true,
		Evidence: append(evidence, sequences.Evidence{Rule: "matched.thread", Text: "abc@lima.example"})}
}

func said(rule, words string) sequences.Evidence { return sequences.Evidence{Rule: rule, Text: words} }

// opened is a world in which Dana got two mails.
func opened(t *testing.T) (*world, int64) {
	w := newWorld(t, "2026-11-09 10:00")
	id := w.enrol(dana())
	w.send(id)
	w.send(id)
	w.now = at(t, "2026-11-19 16:02")
	return w, id
}

// calls has the third step be a call, which comes to the owner with a past
// answer and a phone number to go by.
func calls(t *testing.T, w *world, id int64) {
	t.Helper()
	w.plan.Sequences["intro"].Steps[2] = sequences.Step{ID: "call", Wait: sequences.Wait{BusinessDays: 5}, Task: "call and ask which part they would begin with",
		Objective: "learn what stands in the way", SkipAfter: sequences.Wait{BusinessDays: 10}}
	w.arrive(id, reply(replies.IntentQuestion), "Does it read our old spreadsheets?")
	w.order(id, sequences.Order{Verb: sequences.VerbFields, Fields: map[string]string{"phone": "+49 511 1234"}})
	w.order(id, sequences.Order{Verb: sequences.VerbResume})
	p := w.people[id]
	w.now = p.Live().Due
	w.happen(sequences.Event{Kind: sequences.EvDue, Person: id, Enrolment: p.Live().ID})
}

func TestHandovers(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		happen func(t *testing.T, w *world, id int64)
		adjust func(t *testing.T, o *owner.Options)
	}{
		{name: "meeting", happen: meets},
		{name: "meeting-deputy", happen: meets, adjust: func(t *testing.T, o *owner.Options) {
			o.Deputy = "bo@lima.example"
			o.Away = func(time.Time) time.Time { return at(t, "2026-12-01 00:00") }
		}},
		{name: "meeting-away", happen: meets, adjust: func(t *testing.T, o *owner.Options) {
			o.Away = func(time.Time) time.Time { return at(t, "2026-12-01 00:00") }
		}},
		{name: "interested", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentInterested, said("interested.en.say", "this is exactly what we need"))
			m.Others = []replies.Intent{replies.IntentQuestion}
			w.order(id, sequences.Order{Verb: sequences.VerbNote, Key: "estimator", Text: "bought a new estimator in May"})
			w.pass(time.Minute)
			w.arrive(id, m, "Thanks, this is exactly what we need.\n\nWhat does it cost for a team of five?")
		}},
		{name: "question", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentQuestion, said("question.en", "Does it read our old spreadsheets?"))
			m.Certain = false
			w.arrive(id, m, "Does it read our old spreadsheets?")
		}},
		{name: "meeting-times", happen: func(t *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentMeeting), "Tuesday 14:00, Wednesday 9:00 EST, or Thursday 16:00 your time? Friday 10:00 Berlin time would do, and Monday 9:00 Springfield time.",
				named(t, "2026-11-24 14:00", "", nil), named(t, "2026-11-25 09:00", "EST", time.FixedZone("", -5*3600)), named(t, "2026-11-26 16:00", replies.ReaderZone, nil),
				named(t, "2026-11-27 10:00", "Berlin", nil), named(t, "2026-11-30 09:00", "Springfield", nil))
		}},
		{name: "other-address", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentQuestion, said("question.en", "What does it cost?"))
			m.From = "dana@home.example"
			w.arrive(id, m, "I am at home today. What does it cost?")
		}},
		{name: "referral-enrol", happen: func(_ *testing.T, w *world, id int64) {
			w.plan.Sequences["referral"] = sequences.Sequence{Name: "referral", Mailbox: "ana"}
			m := reply(replies.IntentReferral, said("referral.en.write-to", "please write to Sam O'Neill"))
			m.Referred = &replies.Contact{Name: "Sam O'Neill", Email: "sam@acme.example"}
			w.arrive(id, m, "That is not mine any more, please write to Sam O'Neill (sam@acme.example).")
		}},
		{name: "referral-unproven", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentReferral, said("referral.en.write-to", "please write to Sam O'Neill"))
			m.Referred = &replies.Contact{Name: "Sam O'Neill", Email: "sam@acme.example"}
			w.arrive(id, m, "That is not mine any more, please write to Sam O'Neill (sam@acme.example).")
		}, adjust: func(_ *testing.T, o *owner.Options) { o.Answerable = func(string) bool { return false } }},
		{name: "referral", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentReferral, said("referral.en.write-to", "please write to Sam Ito"))
			m.Referred = &replies.Contact{Name: "Sam Ito", Email: "sam@acme.example", Role: "head of estimating"}
			w.arrive(id, m, "That is not mine any more, please write to Sam Ito (sam@acme.example).")
		}},
		{name: "later", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentLater, said("later.date", "3 March"))
			m.Until, m.Stated = &replies.Date{Year: 2027, Month: time.March, Day: 3}, true
			w.arrive(id, m, "Not now. Please write again on 3 March.")
		}},
		{name: "later-no-date", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentLater, said("defer.en.busy", "too busy at the moment"))
			m.Certain = false
			w.arrive(id, m, "We are too busy at the moment, maybe later.")
		}},
		{name: "later-implied", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentLater, said("later.date", "after the winter"))
			m.Until = &replies.Date{Year: 2027, Month: time.March, Day: 1}
			w.arrive(id, m, "Not now, maybe after the winter.")
		}},
		{name: "later-and-more", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentLater, said("later.date", "3 March"))
			m.Until, m.Stated, m.Others = &replies.Date{Year: 2027, Month: time.March, Day: 3}, true, []replies.Intent{replies.IntentUnclear}
			w.arrive(id, m, "Write on 3 March. Or maybe Kim does it before.")
		}},
		{name: "after-snooze", happen: func(t *testing.T, w *world, id int64) {
			m := reply(replies.IntentLater, said("later.date", "3 December"))
			m.Until, m.Stated = &replies.Date{Year: 2026, Month: time.December, Day: 3}, true
			w.arrive(id, m, "Please write again on 3 December.")
			w.send(id)
			w.pass(time.Hour)
			w.arrive(id, reply(replies.IntentQuestion), "Good timing. What does it cost?")
		}},
		{name: "doubt", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentUnclear)
			m.Certain = false
			w.arrive(id, m, "Hm. I showed it to Kim, who said what he always says.")
		}},
		{name: "doubt-automatic", happen: func(_ *testing.T, w *world, id int64) {
			m := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutAbsence, Intent: replies.IntentAutoReply,
				Evidence: []sequences.Evidence{said("auto.subject", "Re: your quotes")}}
			w.arrive(id, m, "I am out and about, and will have a look at it soon.")
		}},
		{name: "reminder", happen: func(_ *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentQuestion, said("question.en", "What does it cost?")), "What does it cost?")
			of := w.told[len(w.told)-1].Entry.Event.ID
			w.pass(26 * time.Hour)
			w.happen(sequences.Event{Kind: sequences.EvRemind, Person: id, Of: of})
		}},
		{name: "no", happen: func(_ *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentNotInterested, said("decline.en.no-need", "we have no need for this")), "Thank you, but we have no need for this.")
		}},
		{name: "wrong-person", happen: func(_ *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentWrongPerson, said("wrong.en", "I don't handle quotes")), "I don't handle quotes, sorry.")
		}},
		{name: "opt-out", happen: func(_ *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentOptOut, said("optout.en.take-me-off", "take me off your list")), "Please take me off your list.")
		}},
		{name: "complaint", happen: func(_ *testing.T, w *world, id int64) {
			m := sequences.Mail{Kind: replies.KindComplaint, Intent: replies.IntentOptOut, Route: sequences.RouteReport, From: "fbl@isp.example",
				Evidence: []sequences.Evidence{said("report.abuse", "abuse")}}
			w.arrive(id, m, "")
		}},
		{name: "left", happen: func(_ *testing.T, w *world, id int64) {
			m := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutLeft, Intent: replies.IntentAutoReply, Certain: true,
				Referred: &replies.Contact{Name: "Sam Ito", Email: "sam@acme.example"}, Evidence: []sequences.Evidence{said("auto.en.left", "no longer with Acme")}}
			w.arrive(id, m, "Dana Reyes is no longer with Acme. Please write to Sam Ito, sam@acme.example.")
		}},
		{name: "left-bare-address", happen: func(_ *testing.T, w *world, id int64) {
			m := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutLeft, Intent: replies.IntentAutoReply, Certain: true,
				Referred: &replies.Contact{Email: "sam@acme.example"}, Evidence: []sequences.Evidence{said("auto.en.left", "no longer with Acme")}}
			w.arrive(id, m, "Dana Reyes is no longer with Acme. Please write to sam@acme.example.")
		}},
		{name: "left-in-doubt", happen: func(_ *testing.T, w *world, id int64) {
			m := sequences.Mail{Kind: replies.KindAutoReply, About: replies.AboutLeft, Intent: replies.IntentAutoReply,
				Referred: &replies.Contact{Email: "sam@acme.example"}, Evidence: []sequences.Evidence{said("auto.en.left", "moved on from Acme")}}
			w.arrive(id, m, "I have moved on from Acme. sam@acme.example has taken over my tasks.")
		}},
		{name: "wrong-person-address", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentWrongPerson, said("wrong.en", "I have left Acme"))
			m.Referred = &replies.Contact{Email: "sam@acme.example"}
			w.arrive(id, m, "I have left Acme, please write to sam@acme.example.")
		}},
		{name: "colleague", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentQuestion)
			m.Route, m.Colleague, m.From = sequences.RouteCompany, "kim@acme.example", "kim@acme.example"
			m.Evidence = []sequences.Evidence{said("matched.company", "acme.example")}
			w.arrive(id, m, "Dana showed me your mail. Who are you?")
		}},
		{name: "colleague-later", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentLater, said("later.date", "3 March"))
			m.Route, m.Colleague, m.From = sequences.RouteCompany, "kim@acme.example", "kim@acme.example"
			m.Until, m.Stated, m.Signals = &replies.Date{Year: 2027, Month: time.March, Day: 3}, true, []replies.Signal{replies.SignalNextDate}
			w.arrive(id, m, "Please write to us again on 3 March.")
		}},
		{name: "later-behind-colleague", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentQuestion)
			m.Route, m.Colleague, m.From = sequences.RouteCompany, "kim@acme.example", "kim@acme.example"
			w.arrive(id, m, "Dana showed me your mail. Who are you?")
			later := reply(replies.IntentLater, said("later.date", "20 January 2027"))
			later.Until, later.Stated = &replies.Date{Year: 2027, Month: time.January, Day: 20}, true
			w.arrive(id, later, "Write to me again on 20 January 2027.")
		}},
		{name: "uncertain", happen: func(_ *testing.T, w *world, id int64) {
			step := w.begin(id)
			w.mark(id, step)
			w.happen(sequences.Event{Kind: sequences.EvOutcome, Person: id, Enrolment: id, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResUncertain, Text: "connection reset by peer"}})
			w.pass(15 * time.Minute)
			w.happen(sequences.Event{Kind: sequences.EvOutcome, Person: id, Enrolment: id, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResUnsettled}})
		}},
		{name: "task", happen: func(t *testing.T, w *world, id int64) { calls(t, w, id) }},
		{name: "task-off", happen: func(t *testing.T, w *world, id int64) {
			calls(t, w, id)
			w.pass(2 * time.Hour)
			w.arrive(id, reply(replies.IntentInterested, said("interested.en.say", "let's talk")), "Let's talk.")
		}},
		{name: "hole", happen: func(_ *testing.T, w *world, id int64) {
			w.queue(id)
			w.happen(sequences.Event{Kind: sequences.EvHole, Person: id, Enrolment: id, Step: w.step(id), Problem: "templates/story.md:4:12: there is no field city"})
		}},
		{name: "hole-fields", happen: func(_ *testing.T, w *world, id int64) {
			w.queue(id)
			w.happen(sequences.Event{Kind: sequences.EvHole, Person: id, Enrolment: id, Step: w.step(id),
				Problem: "templates/story.md:4:12: city: is missing or empty, and there is no fallback; templates/story.md:5:1: city: is missing or empty, and there is no fallback; " +
					"templates/story.md:2:8: note.estimator: the template needs it, and it is missing or empty"})
		}},
		{name: "refused", happen: func(_ *testing.T, w *world, id int64) {
			step := w.begin(id)
			w.happen(sequences.Event{Kind: sequences.EvOutcome, Person: id, Enrolment: id, Step: step,
				Outcome: &sequences.Outcome{Result: sequences.ResRefused, Code: 550, Text: "550 5.7.1 sending from this address is not allowed"}})
		}},
		{name: "corrected", happen: func(t *testing.T, w *world, id int64) {
			m := reply(replies.IntentUnclear)
			m.Certain = false
			w.arrive(id, m, "Fine by me, Tuesday it is.")
			w.store()
			w.pass(2 * time.Hour)
			read := *w.told[0].Entry.Event.Mail
			w.order(id, sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentMeeting, Mail: &read})
		}},
		{name: "corrected-opt-out", happen: func(t *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentOptOut), "We took ourselves off all lists of suppliers. What does yours cost?")
			w.store()
			w.pass(2 * time.Hour)
			read := *w.told[0].Entry.Event.Mail
			w.order(id, sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentQuestion, Mail: &read})
		}},
		{name: "corrected-no", happen: func(t *testing.T, w *world, id int64) {
			w.arrive(id, reply(replies.IntentInterested), "As if we had the money.")
			w.store()
			w.pass(2 * time.Hour)
			read := *w.told[0].Entry.Event.Mail
			w.order(id, sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentNotInterested, Mail: &read})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, id := opened(t)
			tt.happen(t, w, id)
			o := options(t)
			if tt.adjust != nil {
				tt.adjust(t, &o)
			}
			golden(t, tt.name, shown(t, w.announce(owner.New(o))))
		})
	}
}

func meets(t *testing.T, w *world, id int64) {
	m := reply(replies.IntentMeeting, said("meeting.en.works", "Tuesday at 14:00 works"), said("shares.en.numbers", "about 40 quotes a week"))
	m.Signals = []replies.Signal{replies.SignalNextDate, replies.SignalShares}
	w.arrive(id, m, "Hi Ana,\n\nTuesday at 14:00 works for me. We write about 40 quotes a week, and half of them are late.\n\nDana",
		named(t, "2026-11-24 14:00", "", nil))
}

// named is a time as it was read in a mail whose Date header says UTC, as that
// of many a server does.
func named(t *testing.T, clock, zone string, in *time.Location) replies.Proposal {
	t.Helper()
	if in == nil {
		in = time.UTC
	}
	when, err := time.ParseInLocation("2006-01-02 15:04", clock, in)
	if err != nil {
		t.Fatal(err)
	}
	return replies.Proposal{At: when, Zone: zone, Text: clock}
}

// A time without a zone is meant on the clock of where they live. What that is
// for the owner stands in the subject only where it is known.
func TestWhoseClock(t *testing.T) {
	t.Parallel()
	hours := func(h int) *int { seconds := h * 3600; return &seconds }
	tests := []struct {
		name          string
		fields        map[string]string
		offset        *int
		zone          string // named in the text
		in            *time.Location
		subject, text string
	}{
		{"the timezone field", map[string]string{"timezone": "America/New_York"}, hours(0), "", nil,
			"proposes Thu 10 Sep, 14:00 (Thu 20:00 for you)", "Thu 10 Sep 2026, 14:00 in New York, 20:00 for you."},
		{"the country", map[string]string{"country": "Japan"}, hours(0), "", nil,
			"proposes Thu 10 Sep, 14:00 (Thu 07:00 for you)", "14:00 in Tokyo, 07:00 for you."},
		{"another day for the owner", map[string]string{"timezone": "America/Los_Angeles"}, nil, "", nil,
			"proposes Thu 10 Sep, 14:00 (Thu 23:00 for you)", "14:00 in Los Angeles, 23:00 for you."},
		{"far to the east", map[string]string{"timezone": "Pacific/Auckland"}, hours(0), "", nil,
			"proposes Thu 10 Sep, 14:00 (Thu 04:00 for you)", "14:00 in Auckland, 04:00 for you."},
		{"the owner's own zone", map[string]string{"timezone": "Europe/Madrid"}, nil, "", nil,
			"proposes Thu 10 Sep, 14:00", "Thu 10 Sep 2026, 14:00 in Madrid and for you."},
		{"a country with many clocks", map[string]string{"country": "US"}, nil, "", nil,
			"proposes Thu 10 Sep, 14:00 their time", "20:00 for you if they are in New York, which is a guess: only their country is known, and it has several time zones."},
		{"the offset of their mails", nil, hours(0), "", nil,
			"proposes Thu 10 Sep, 14:00 their time", "16:00 for you if they are on UTC, which is a guess: only the clock of their mails says so, and that may be their server's."},
		{"nothing known", nil, nil, "", nil,
			"proposes Thu 10 Sep, 14:00 their time", "14:00 for you if they are in Madrid, which is a guess: nothing tells where they are."},
		{"named in the text", map[string]string{"timezone": "America/New_York"}, nil, "CEST", time.FixedZone("CEST", 2*3600),
			"proposes Thu 10 Sep, 14:00", "Thu 10 Sep 2026, 14:00 CEST."},
		{"winter's name in summer", map[string]string{"timezone": "America/New_York"}, nil, "EST", time.FixedZone("EST", -5*3600),
			"proposes Thu 10 Sep, 14:00 (Thu 20:00 for you)", "14:00 EST, 20:00 for you."},
		{"the same name of somebody elsewhere", map[string]string{"timezone": "Asia/Tokyo"}, nil, "EST", time.FixedZone("EST", -5*3600),
			"proposes Thu 10 Sep, 14:00 (Thu 21:00 for you)", "14:00 EST, 21:00 for you."},
		{"the owner's time", map[string]string{"timezone": "America/New_York"}, nil, replies.ReaderZone, nil,
			"proposes Thu 10 Sep, 14:00", "Thu 10 Sep 2026, 14:00 your time."},
		{"a town", map[string]string{"timezone": "America/New_York"}, nil, "London", nil,
			"proposes Thu 10 Sep, 14:00 (Thu 15:00 for you)", "14:00 in London, 15:00 for you."},
		{"a country", nil, nil, "UK", nil,
			"proposes Thu 10 Sep, 14:00 (Thu 15:00 for you)", "14:00 in UK, 15:00 for you."},
		{"a town that nobody knows", map[string]string{"timezone": "America/New_York"}, nil, "Springfield", nil,
			"proposes Thu 10 Sep, 14:00 their time", "which is a guess: they wrote “Springfield”, and which clock that is isn't known."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, "2026-09-07 10:00")
			id := w.enrol(someone{"Dana", "Reyes", "Acme", "dana@acme.example", ""})
			p := w.people[id]
			p.Fields, p.Offset = map[string]string{"first_name": "Dana", "last_name": "Reyes"}, tt.offset
			for k, v := range tt.fields {
				p.Fields[k] = v
			}
			w.people[id] = p
			w.arrive(id, reply(replies.IntentMeeting), "Thursday at 14:00", named(t, "2026-09-10 14:00", tt.zone, tt.in))
			header, body := parsed(t, w.announce(owner.New(options(t))).Bytes)
			if got := header.Get("Subject"); got != "Dana Reyes "+tt.subject {
				t.Errorf("the subject is %q", got)
			}
			if plain := strings.Join(strings.Fields(body), " "); !strings.Contains(plain, tt.text) {
				t.Errorf("the mail doesn't say %q:\n%s", tt.text, body)
			}
		})
	}
}

// Somebody whom the mailbox knows from before.
func TestHistoryHandover(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-19 16:02")
	w.ids = append(w.ids, 1)
	w.happen(sequences.Event{Kind: sequences.EvEnrol, Person: 1, Enrol: &sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: 1, Sequence: "intro",
		Reason: "downloaded the checklist", Source: "downloads.csv", Fields: map[string]string{"first_name": "Dana", "last_name": "Reyes"}}})
	w.happen(sequences.Event{Kind: sequences.EvPast, Person: 1, Enrolment: 1, Past: &sequences.Past{Known: true, Evidence: []sequences.Evidence{
		said("past.received", `they wrote to you, last on 3 Sep 2026 ("Re: offer 4711")`), said("past.written", `you wrote to them, last on 4 Sep 2026 ("Re: offer 4711")`)}}})
	golden(t, "history", shown(t, w.announce(owner.New(options(t)))))
}

// Somebody to whom followupd wrote before its ledger was put back.
func TestWrittenToBeforeHandover(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]string{"wrote": "opening", "wrote-unknown": ""} {
		w := newWorld(t, "2026-11-19 16:02")
		w.ids = append(w.ids, 1)
		w.happen(sequences.Event{Kind: sequences.EvEnrol, Person: 1, Enrol: &sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: 1, Sequence: "intro",
			Reason: "downloaded the checklist", Source: "downloads.csv", Fields: map[string]string{"first_name": "Dana", "last_name": "Reyes"}}})
		at := time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
		w.happen(sequences.Event{Kind: sequences.EvWrote, Person: 1, Enrolment: 1, PutBack: &sequences.PutBack{Made: at.AddDate(0, 0, -1), At: at.AddDate(0, 0, 1)},
			Wrote: []sequences.Wrote{{At: at, Subject: "Quotes at Acme", Folder: "Sent", Ref: "7", Step: step}}})
		golden(t, name, shown(t, w.announce(owner.New(options(t)))))
	}
}

// Mail to somebody that came back once is another past than a conversation.
func TestBouncedHistoryHandover(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-19 16:02")
	w.ids = append(w.ids, 1)
	w.happen(sequences.Event{Kind: sequences.EvEnrol, Person: 1, Enrol: &sequences.Enrol{Addresses: []string{"gus@acme.example"}, ID: 1, Sequence: "intro",
		Reason: "downloaded the checklist", Source: "downloads.csv", Fields: map[string]string{"first_name": "Gus", "last_name": "Hall"}}})
	w.happen(sequences.Event{Kind: sequences.EvPast, Person: 1, Enrolment: 1, Past: &sequences.Past{Known: true, Evidence: []sequences.Evidence{
		said("past.written", `you wrote to them, last on 3 Sep 2026 ("Our offer")`), said("past.bounced", `mail to them bounced, last on 3 Sep 2026 ("Undeliverable: Our offer")`)}}})
	golden(t, "history-bounced", shown(t, w.announce(owner.New(options(t)))))
}

// A mail about somebody else's trouble has no person in it.
func TestTrouble(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-19 16:02")
	m, err := owner.New(options(t)).Trouble(nil, "ana", "quarantine:abc",
		`A mail in the folder "INBOX" (number 17 there) can't be read: the server sent nothing. Please look at it yourself; everything else in the folder is read.`, w.now)
	if err != nil {
		t.Fatal(err)
	}
	if m.Key != "quarantine:abc" || m.Notice != "trouble" || m.Person != 0 {
		t.Errorf("the mail is %q, %q, of person %d", m.Key, m.Notice, m.Person)
	}
	golden(t, "trouble", shown(t, m))
}

// The owner wrote by hand, and nothing came back.
func TestSilentHandover(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-02 09:00")
	box := w.plan.Mailboxes["ana"]
	box.AskAfter = sequences.Wait{BusinessDays: 10}
	w.plan.Mailboxes["ana"] = box
	id := w.enrol(dana())
	w.happen(sequences.Event{Kind: sequences.EvOwnerMail, Person: id, Mail: &sequences.Mail{Ref: "w1", Mailbox: "ana", Route: sequences.RouteAddress}})
	p := w.people[id]
	w.now = p.Live().Due
	w.happen(sequences.Event{Kind: sequences.EvDue, Person: id, Enrolment: p.Live().ID})
	golden(t, "silent", shown(t, w.announce(owner.New(options(t)))))
}

// The owner wrote by hand ahead of a date that they named.
func TestDateOffHandover(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "2026-11-02 09:00")
	id := w.enrol(dana())
	w.send(id)
	m := reply(replies.IntentLater, said("later.date", "3 March"))
	m.Until, m.Stated, m.Certain = &replies.Date{Year: 2027, Month: time.March, Day: 3}, true, true
	w.arrive(id, m, "Please write again on 3 March.")
	w.happen(sequences.Event{Kind: sequences.EvOwnerMail, Person: id, Mail: &sequences.Mail{Ref: "w1", Mailbox: "ana", Route: sequences.RouteAddress}})
	golden(t, "date-off", shown(t, w.announce(owner.New(options(t)))))
}

// Words are offered only where an answer can be proven to be the owner's.
func TestWordsThatWouldNotWorkAreNotOffered(t *testing.T) {
	t.Parallel()
	const offer = "Answer this mail with"
	for _, tc := range []struct {
		name   string
		change func(*owner.Options)
		want   bool
	}{
		{"as it is", func(*owner.Options) {}, true},
		{"no proof", func(o *owner.Options) { o.Answerable = func(string) bool { return false } }, false},
		{"to the deputy", func(o *owner.Options) {
			o.Deputy, o.Away = "rui@lima.example", func(now time.Time) time.Time { return now.AddDate(0, 0, 3) }
		}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, "2026-11-02 09:00")
			id := w.enrol(dana())
			w.arrive(id, reply(replies.IntentQuestion), "What does it cost?")
			o := options(t)
			tc.change(&o)
			_, body := parsed(t, w.announce(owner.New(o)).Bytes)
			if got := strings.Contains(body, offer); got != tc.want {
				t.Errorf("offered: %v\n%s", got, body)
			}
		})
	}
}

// Who was stopped by the owner and is enrolled anew is known by that.
// After the last step nothing is left to go on with, to stop or to wait for.
func TestHandoverAfterTheLastStep(t *testing.T) {
	t.Parallel()
	for _, m := range []sequences.Mail{reply(replies.IntentInterested, said("interested.en", "sounds good")), reply(replies.IntentUnclear)} {
		w, d := opened(t)
		for {
			p := w.people[d]
			if p.Live() == nil {
				break
			}
			w.now = p.Live().Due
			w.send(d)
		}
		w.pass(time.Hour)
		w.arrive(d, m, "Sounds good.")
		_, body := parsed(t, w.announce(owner.New(options(t))).Bytes)
		for _, no := range []string{"followupd resume", "resume 1", "no more of this sequence", "was over already", "whether the sequence goes on"} {
			if strings.Contains(body, no) {
				t.Errorf("%q is in:\n%s", no, body)
			}
		}
		if want := "It is your turn. The sequence intro is over: nothing more goes to Dana by itself."; !strings.Contains(strings.Join(strings.Fields(body), " "), want) {
			t.Errorf("no %q in:\n%s", want, body)
		}
	}
}

func TestStoppedHandover(t *testing.T) {
	t.Parallel()
	w, id := opened(t)
	w.order(id, sequences.Order{Verb: sequences.VerbStop})
	w.pass(30 * 24 * time.Hour)
	w.happen(sequences.Event{Kind: sequences.EvEnrol, Person: id, Enrol: &sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: 99, Sequence: "intro",
		Reason: "asked again", Source: "form"}})
	golden(t, "history-stopped", shown(t, w.announce(owner.New(options(t)))))
}

// A line of a trouble is a paragraph, and those behind a dash are a list.
func TestTroubleInLines(t *testing.T) {
	t.Parallel()
	m, err := owner.New(options(t)).Trouble(nil, "ana", "folder:1", "You put “Hello” into Follow-up/intro. \n- Gus <gus@acme.example> is in intro now.\n- Hal was not enrolled.", at(t, "2026-11-19 16:02"))
	if err != nil {
		t.Fatal(err)
	}
	if _, body := parsed(t, m.Bytes); !strings.Contains(body, "You put “Hello” into Follow-up/intro.\n- Gus <gus@acme.example> is in intro now.\n- Hal was not enrolled.\n\nThis concerns") {
		t.Errorf("the mail says\n%s", body)
	}
}

// What is suggested takes up what was read.
func TestAdviceTakesUpWhatWasRead(t *testing.T) {
	t.Parallel()
	perhaps := reply(replies.IntentUnclear)
	perhaps.Until = &replies.Date{Year: 2027, Month: time.January, Day: 1}
	contact := reply(replies.IntentWrongPerson)
	contact.Referred = &replies.Contact{Email: "info@acme.example"}
	tests := []struct {
		name, words, want string
		mail              sequences.Mail
		times             []replies.Proposal
	}{
		{"a time", "What does it cost? Could we talk on Tuesday at 14:00?", "confirm the time they named", reply(replies.IntentInterested), []replies.Proposal{named(t, "2026-11-24 14:00", "", nil)}},
		{"an address", "I left Acme; please contact info@acme.example", "then write to <info@acme.example> yourself", contact, nil},
		{"erasure", "Bitte löschen Sie meine Daten.", "followupd forget dana@acme.example", reply(replies.IntentOptOut), nil},
		{"their data", "Which data do you hold about me?", "followupd export dana@acme.example", reply(replies.IntentQuestion, said(replies.RuleAccess, "Which data do you hold about me?")), nil},
		{"a date that may be meant", "Next quarter.", "followupd snooze dana@acme.example 2027-01-01 (if they want to hear from you again then)", perhaps, nil},
		{"no erasure", "Delete me off your list. I have no information needs.", "There is nothing to do", reply(replies.IntentOptOut), nil},
	}
	for _, tt := range tests {
		w, id := opened(t)
		w.arrive(id, tt.mail, tt.words, tt.times...)
		_, body := parsed(t, w.announce(owner.New(options(t))).Bytes)
		if plain := strings.Join(strings.Fields(body), " "); !strings.Contains(plain, tt.want) {
			t.Errorf("%s: doesn't say %q:\n%s", tt.name, tt.want, body)
		}
	}
}

// Who corrects a reading to a later is offered the day that would go with it.
func TestCorrectedToLaterOffersTheDay(t *testing.T) {
	t.Parallel()
	for _, read := range []replies.Intent{replies.IntentUnclear, replies.IntentQuestion} {
		w, id := opened(t)
		m := reply(read)
		m.Until = &replies.Date{Year: 2027, Month: time.January, Day: 1}
		w.arrive(id, m, "Next quarter?")
		w.order(id, sequences.Order{Verb: sequences.VerbAnswerWas, Intent: replies.IntentLater, Mail: &m})
		_, body := parsed(t, w.announce(owner.New(options(t))).Bytes)
		if plain := strings.Join(strings.Fields(body), " "); !strings.Contains(plain, "followupd snooze dana@acme.example 2027-01-01") {
			t.Errorf("read as %s, doesn't offer the day:\n%s", read, body)
		}
	}
}

// A task that is done by mail keeps what it says of it.
func TestDoneKeepsItsNote(t *testing.T) {
	t.Parallel()
	for line, note := range map[string]string{"done 1: wants it smaller": "wants it smaller", "done 1": "", "done 1.": "", "done 1, 2": ""} {
		got := owner.Commands(line, time.Time{})
		if len(got) != 1 || got[0].Problem != "" || got[0].Verb != "done" || got[0].Text != note || got[0].Numbers[0] != 1 {
			t.Errorf("%q: %+v", line, got)
		}
	}
}

// How late it is where somebody lives is true whenever the mail is read.
func TestTaskTellsHowLateItIsThere(t *testing.T) {
	t.Parallel()
	for zone, want := range map[string]string{
		"Europe/Madrid":      "there it is as late as with you (Europe/Madrid)",
		"America/New_York":   "there it is 6 hours earlier than with you (America/New_York)",
		"Asia/Kolkata":       "there it is 4 hours and 30 minutes later than with you (Asia/Kolkata)",
		"Europe/London":      "there it is 1 hour earlier than with you (Europe/London)",
		"Pacific/Kiritimati": "there it is 13 hours later than with you (Pacific/Kiritimati)",
	} {
		w, dana := opened(t)
		w.people[dana].Fields["timezone"] = zone
		calls(t, w, dana)
		_, body := parsed(t, w.announce(owner.New(options(t))).Bytes)
		if !strings.Contains(strings.Join(strings.Fields(body), " "), want) {
			t.Errorf("it doesn't say %q:\n%s", want, body)
		}
	}
}
