package sequences_test

import (
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// The owner's mail counts as the answer to what they were told of if it was
// written after it, whichever of the two was read first.
func TestRemindGoesByWhenMailsWereWritten(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC)
	question := &sequences.Mail{Ref: "1", Mailbox: "ana", Route: sequences.RouteThread, Kind: replies.KindReply, Intent: replies.IntentQuestion, Certain: true}
	theirs := func(at time.Time) sequences.Event {
		return sequences.Event{ID: "theirs", Kind: sequences.EvMail, At: at, Person: 1, Mail: question}
	}
	own := func(at time.Time) sequences.Event {
		return sequences.Event{ID: "own", Kind: sequences.EvOwnerMail, At: at, Person: 1, Mail: &sequences.Mail{Ref: "2", Mailbox: "ana"}}
	}
	tests := []struct {
		name   string
		events []sequences.Event
		of     string
		want   bool
	}{
		{"not answered", []sequences.Event{theirs(start.Add(time.Hour))}, "theirs", true},
		{"another one", []sequences.Event{theirs(start.Add(time.Hour))}, "other", false},
		{"answered", []sequences.Event{theirs(start.Add(time.Hour)), own(start.Add(2 * time.Hour))}, "theirs", false},
		{"answered, read the other way round", []sequences.Event{own(start.Add(2 * time.Hour)), theirs(start.Add(time.Hour))}, "theirs", false},
		{"written before", []sequences.Event{own(start.Add(time.Hour)), theirs(start.Add(2 * time.Hour))}, "theirs", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var p sequences.Person
			decide := func(e sequences.Event, now time.Time) []sequences.Effect {
				facts, effects, _ := sequences.Decide(lawPlan(), p, e, now)
				for _, f := range facts {
					p = sequences.Apply(p, f)
				}
				return effects
			}
			decide(sequences.Event{ID: "enrol", Kind: sequences.EvEnrol, At: start, Person: 1,
				Enrol: &sequences.Enrol{Addresses: []string{"dana@acme.example"}, ID: 1, Sequence: "intro", Reason: "asked", Source: "fair"}}, start)
			for _, e := range tt.events {
				decide(e, start.Add(3*time.Hour))
			}
			before := p
			effects := decide(sequences.Event{ID: "remind", Kind: sequences.EvRemind, Person: 1, Of: tt.of}, start.Add(30*time.Hour))
			told := len(effects) == 1 && effects[0].Kind == sequences.EffNotify && effects[0].Notice == sequences.NoticeReminder
			if told != tt.want || len(effects) > 1 {
				t.Errorf("effects %+v; want a reminder: %v", effects, tt.want)
			}
			if p.Turn == nil || before.Turn.Event != p.Turn.Event || len(p.Timeline) != len(before.Timeline) {
				t.Error("a reminder changed the person")
			}
		})
	}
}
