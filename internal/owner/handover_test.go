package owner_test

import (
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
		{name: "colleague", happen: func(_ *testing.T, w *world, id int64) {
			m := reply(replies.IntentQuestion)
			m.Route, m.Colleague, m.From = sequences.RouteCompany, "kim@acme.example", "kim@acme.example"
			m.Evidence = []sequences.Evidence{said("matched.company", "acme.example")}
			w.arrive(id, m, "Dana showed me your mail. Who are you?")
		}},
		{name: "uncertain", happen: func(_ *testing.T, w *world, id int64) {
			step := w.begin(id)
			w.mark(id, step)
			w.happen(sequences.Event{Kind: sequences.EvOutcome, Person: id, Enrolment: id, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResUncertain, Text: "connection reset by peer"}})
			w.pass(15 * time.Minute)
			w.happen(sequences.Event{Kind: sequences.EvOutcome, Person: id, Enrolment: id, Step: step, Outcome: &sequences.Outcome{Result: sequences.ResUnsettled}})
		}},
		{name: "hole", happen: func(_ *testing.T, w *world, id int64) {
			w.queue(id)
			w.happen(sequences.Event{Kind: sequences.EvHole, Person: id, Enrolment: id, Step: w.step(id), Problem: "templates/story.md:4:12: there is no field city"})
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
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	m := reply(replies.IntentMeeting, said("meeting.en.works", "Tuesday at 14:00 works"), said("shares.en.numbers", "about 40 quotes a week"))
	m.Signals = []replies.Signal{replies.SignalNextDate, replies.SignalShares}
	w.arrive(id, m, "Hi Ana,\n\nTuesday at 14:00 works for me. We write about 40 quotes a week, and half of them are late.\n\nDana",
		replies.Proposal{At: time.Date(2026, 11, 24, 14, 0, 0, 0, newYork), Zone: "America/New_York", Text: "Tuesday at 14:00"})
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
