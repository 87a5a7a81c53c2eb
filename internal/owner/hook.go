package owner

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
)

// Hook is a hand-over as the owner's own program gets it. Its fields keep their
// names and meanings.
type Hook struct {
	ID       string     `json:"id"` // the same at every try
	At       time.Time  `json:"at"` // UTC
	Notice   string     `json:"notice"`
	Subject  string     `json:"subject"`
	Person   HookPerson `json:"person"`
	Words    string     `json:"words,omitempty"`  // what they wrote, without what they quoted
	Intent   string     `json:"intent,omitempty"` // as `followupd why` names it
	Signals  []string   `json:"signals"`
	Dates    []HookDate `json:"dates"` // the times that they proposed
	Standing string     `json:"standing"`
	Next     string     `json:"next"` // the suggested next step
	Why      string     `json:"why"`  // what the decision was made on
}

// HookPerson is whom a hand-over is about.
type HookPerson struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Company string `json:"company,omitempty"`
}

// HookDate is a time that they proposed.
type HookDate struct {
	Text  string    `json:"text"`            // in both zones, for people
	At    time.Time `json:"at"`              // on their clock
	Guess bool      `json:"guess,omitempty"` // whose clock that is, is only a guess
}

// Hook writes what is announced as JSON.
func (h *Herald) Hook(t *ledger.Tx, a engine.Announcement) ([]byte, error) {
	s, err := h.story(t, a)
	if err != nil {
		return nil, fmt.Errorf("hook of entry %d: %w", a.Entry.Seq, err)
	}
	next, _ := s.advice()
	hook := Hook{ID: h.id("hook", fmt.Sprintf("%s/%s/%d", a.Entry.Event.ID, a.Notice, a.Enrolment)), At: a.Entry.At.UTC(), Notice: string(a.Notice),
		Subject: report.OneLine(s.subject(), subjectLength), Person: HookPerson{Name: s.name, Address: s.address, Company: s.company},
		Words: s.words(), Intent: string(s.intent()), Signals: []string{}, Dates: []HookDate{},
		Standing: string(s.person.StandingAt(s.now).Standing), Next: next, Why: strings.TrimSpace(s.reason.Text)}
	if s.mail != nil {
		for _, signal := range s.mail.Signals {
			hook.Signals = append(hook.Signals, string(signal))
		}
		for _, m := range s.meetings() {
			hook.Dates = append(hook.Dates, HookDate{Text: s.long(m), At: m.at, Guess: m.guess != ""})
		}
	}
	return json.Marshal(hook)
}
