package owner_test

import (
	"strings"
	"testing"

	"followupd/internal/ledger"
	"followupd/internal/owner"
	"followupd/internal/replies"
)

// The answer that is put into Drafts goes to the person, in their thread, and
// is made only where it says something.
func TestReadyAnswers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		intent     replies.Intent
		times      []replies.Proposal
		wants      []string // none: no answer is made
	}{
		{"a time", "Thursday at 14:00?", replies.IntentMeeting, []replies.Proposal{named(t, "2026-11-26 14:00", "", nil)},
			[]string{"Hi Dana,", "Thursday 26 November at 14:00 works for me", "\nAna Lima\n", "wrote:\n> Thursday at 14:00?"}},
		{"no time", "Let's talk.", replies.IntentMeeting, nil, nil},
		{"a question", "What does it cost?", replies.IntentQuestion, nil, nil},
		{"later", "Not now, some time next year.", replies.IntentLater, nil, []string{"Hi Dana,", "what will have happened by then?"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w, id := opened(t)
			w.arrive(id, reply(tt.intent), tt.text, tt.times...)
			a := w.told[len(w.told)-1]
			a.Mail.MessageID, a.Mail.Subject, a.Drafts = "theirs+1@acme.example", "Re: late quotes", true
			var raw []byte
			w.write(func(tx *ledger.Tx) (err error) {
				raw, err = owner.New(options(t)).Answer(tx, a)
				return err
			})
			told := w.announceOf(t, a)
			if says := strings.Contains(told, "lies in your Drafts"); says != (tt.wants != nil) {
				t.Errorf("the hand-over says of a draft: %t\n%s", says, told)
			}
			for _, link := range []string{"https://mail.google.com/mail/#search/rfc822msgid%3Atheirs%2B1@acme.example", "message://%3Ctheirs%2B1@acme.example%3E"} {
				if !strings.Contains(told, link) {
					t.Errorf("there is no link %s in\n%s", link, told)
				}
			}
			if tt.wants == nil {
				if raw != nil {
					t.Errorf("an answer was made up: %s", raw)
				}
				return
			}
			header, body := parsed(t, raw)
			for field, want := range map[string]string{"To": "dana@acme.example", "From": "ana@lima.example", "Subject": "Re: late quotes", "In-Reply-To": "<theirs+1@acme.example>"} {
				if got := header.Get(field); !strings.Contains(got, want) {
					t.Errorf("%s: %s, want %s", field, got, want)
				}
			}
			for _, want := range tt.wants {
				if !strings.Contains(body, want) {
					t.Errorf("it doesn't say %q:\n%s", want, body)
				}
			}
		})
	}
}
