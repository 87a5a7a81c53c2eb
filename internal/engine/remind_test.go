package engine_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"followupd/internal/engine"
	"followupd/internal/maillab"
	"followupd/sequences"
)

// The owner is reminded once of what waits for them, and of nothing that they
// dealt with in any way.
func TestReminder(t *testing.T) {
	t.Parallel()
	day24 := engine.Handover{RemindAfter: 24 * time.Hour}
	tests := []struct {
		name     string
		handover engine.Handover
		answer   string
		then     func(r *rig)
		want     int
	}{
		{name: "nothing done", handover: day24, answer: "What does it cost?", want: 1},
		{name: "in doubt", handover: day24, answer: "Hm. The blue one.", want: 1},
		{name: "off", answer: "What does it cost?"},
		{name: "a no needs no answer", handover: day24, answer: "Not interested, thanks."},
		{name: "answered by hand", handover: day24, answer: "What does it cost?", then: func(r *rig) {
			r.inSent([]byte("From: ana@lima.example\r\nTo: dana@acme.example\r\nSubject: Re: Quotes\r\nMessage-ID: <hand@lima.example>\r\nDate: " + r.now().Format(time.RFC1123Z) + "\r\n\r\n900 a year.\r\n"))
		}},
		{name: "stopped", handover: day24, answer: "What does it cost?", then: func(r *rig) { r.do(order(sequences.VerbStop, "dana@acme.example")) }},
		{name: "resumed", handover: day24, answer: "What does it cost?", then: func(r *rig) { r.do(order(sequences.VerbResume, "dana@acme.example")) }},
		{name: "suppressed", handover: day24, answer: "What does it cost?", then: func(r *rig) { r.do(order(sequences.VerbSuppress, "dana@acme.example")) }},
		{name: "noted", handover: day24, answer: "What does it cost?", then: func(r *rig) {
			r.do(engine.Ask{Verb: string(sequences.VerbNote), Address: "dana@acme.example", Text: "called her"})
		}},
		{name: "a second answer waits anew", handover: day24, answer: "What does it cost?", then: func(r *rig) {
			r.until(r.now().Add(12 * time.Hour))
			r.inInbox(maillab.Fresh("dana@acme.example", "ana@lima.example", "Re: Quotes", "And how long does it take?")(r.now()))
		}, want: 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			o := rigOptions{handover: tt.handover}
			r := newRig(t, o)
			r.enrol("dana@acme.example")
			r.until(day(9, 1))
			r.inInbox(maillab.Fresh("dana@acme.example", "ana@lima.example", "Re: Quotes", tt.answer)(r.now()))
			r.until(r.now().Add(5 * time.Minute))
			if tt.then != nil {
				r.set(r.now().Add(time.Hour))
				tt.then(r)
			}
			r.until(r.now().Add(10 * time.Hour))
			if n := r.reminders(); n != 0 {
				t.Fatalf("%d reminders after half a day", n)
			}
			r.start(o) // it is kept, whatever is restarted
			r.until(r.now().Add(72 * time.Hour))
			r.start(o)
			r.until(r.now().Add(72 * time.Hour))
			if n := r.reminders(); n != tt.want {
				t.Errorf("%d reminders, want %d: %q\n%s", n, tt.want, r.notices(), r.log.b.String())
			}
		})
	}
}

func (r *rig) reminders() int {
	return len(slices.DeleteFunc(r.notices(), func(s string) bool { return !strings.HasPrefix(s, "reminder") }))
}
