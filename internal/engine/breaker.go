package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// VerbResumeMailbox lets a mailbox send on (Ask.Address is its name) whose
// breaker is open. What happened until then counts no more.
const VerbResumeMailbox = "resume_mailbox"

// Breaker is a mailbox's breaker while it is open: it pauses the mailbox.
type Breaker struct {
	Reason sequences.Reason `json:"reason"` // Until zero: its owner alone closes it
	Since  time.Time        `json:"since"`
}

// Open says whether it is open at a moment.
func (b Breaker) Open(now time.Time) bool {
	return b.Reason.Code == sequences.CodeBreaker && (b.Reason.Until.IsZero() || now.Before(b.Reason.Until))
}

// What the ledger's settings keep of a breaker: that it opened after bounces or
// complaints, the refusals in a row, and since when things count.
func breakerSetting(mailbox string) string  { return "breaker." + mailbox }
func refusalsSetting(mailbox string) string { return "refusals." + mailbox }
func resumedSetting(mailbox string) string  { return "resumed." + mailbox }

// refusals are those of a mailbox's own provider, in a row.
type refusals struct {
	Count int       `json:"count"`
	First time.Time `json:"first"`
	Last  time.Time `json:"last"`
	Said  string    `json:"said"`
}

// ReadBreaker is the breaker of a mailbox; the zero value where it is closed.
func ReadBreaker(t *ledger.Tx, mailbox string) (b Breaker, err error) {
	if known, err := readSetting(t, breakerSetting(mailbox), &b); known || err != nil {
		return b, err
	}
	var r refusals
	if known, err := readSetting(t, refusalsSetting(mailbox), &r); !known || err != nil {
		return b, err
	}
	return r.breaker(), nil
}

func (r refusals) breaker() Breaker {
	reason := sequences.Setbacks{Refusals: r.Count, RefusedAt: r.Last, Said: r.Said}.Breaker()
	if reason.Allows() {
		return Breaker{}
	}
	return Breaker{Reason: reason, Since: r.First}
}

// readSetting reads a setting that is JSON; known is false where there is none.
func readSetting(t *ledger.Tx, name string, into any) (known bool, err error) {
	text, err := t.Setting(name)
	if err != nil || text == "" {
		return false, err
	}
	return true, json.Unmarshal([]byte(text), into)
}

func writeSetting(t *ledger.Tx, name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return t.Set(name, string(text))
}

// setback notes what a decision means for the mailbox that the mail came from:
// an address that can't be reached, or a complaint.
func (e *Engine) setback(t *ledger.Tx, entry ledger.Entry, p *sequences.Person) error {
	mailbox := ""
	for _, f := range entry.Facts {
		if f.Kind != sequences.FactMoment || f.Moment.Kind != sequences.HapBounce {
			continue
		}
		if wrote := wroteLast(p, entry.Event); wrote != nil {
			mailbox = wrote.Mailbox
			if err := t.CameBack(wrote.ID, entry.At); err != nil {
				return err
			}
		}
	}
	if entry.Reason.Code == sequences.CodeComplaint && entry.Event.Mail != nil {
		mailbox = entry.Event.Mail.Mailbox
	}
	if mailbox == "" {
		return nil
	}
	return e.trip(t, mailbox)
}

// wroteLast is the enrolment whose mail an event tells of: the one that it
// names, else the newest of which something went out.
func wroteLast(p *sequences.Person, ev sequences.Event) *sequences.Enrolment {
	if ev.Enrolment != 0 {
		return p.Enrolment(ev.Enrolment)
	}
	for i := len(p.Enrolments) - 1; i >= 0; i-- {
		if !p.Enrolments[i].FirstMail() {
			return &p.Enrolments[i]
		}
	}
	return nil
}

// trip opens a mailbox's breaker where there were too many setbacks, and tells
// its owner at once. Only new setbacks can open it, so it is looked at when one
// comes, and not before each mail.
func (e *Engine) trip(t *ledger.Tx, mailbox string) error {
	var before Breaker
	if open, err := readSetting(t, breakerSetting(mailbox), &before); open || err != nil {
		return err
	}
	now := e.now().UTC()
	resumed, err := t.SettingTime(resumedSetting(mailbox))
	if err != nil {
		return err
	}
	var s sequences.Setbacks
	if s.First, s.Bounced, err = t.CountBounced(mailbox, resumed, sequences.BreakerFirst); err != nil {
		return err
	}
	since := now.Add(-sequences.BreakerComplaints)
	if resumed.After(since) {
		since = resumed
	}
	if s.Complaints, err = t.CountComplaints(mailbox, since); err != nil {
		return err
	}
	b := Breaker{Reason: s.Breaker(), Since: now}
	if b.Reason.Allows() {
		return nil
	}
	if err := writeSetting(t, breakerSetting(mailbox), b); err != nil {
		return err
	}
	return e.tellBreaker(t, mailbox, b)
}

// tellBreaker tells the owner of a breaker that has just opened.
func (e *Engine) tellBreaker(t *ledger.Tx, mailbox string, b Breaker) error {
	text := fmt.Sprintf("The mailbox %s is paused: %s. ", mailbox, b.Reason.Text)
	if b.Reason.Until.IsZero() {
		text += "Nothing more goes out from it until you say so. Find out where these addresses came from first: going on costs the mailbox its good name. Then: followupd resume --mailbox " + mailbox
	} else {
		text += "Nothing more goes out from it for now. followupd tries again by itself after an hour, and then ever more rarely; once you have settled it with the provider, it goes on at once with: followupd resume --mailbox " + mailbox
	}
	m, err := e.herald.Trouble(t, mailbox, fmt.Sprintf("breaker:%s:%d", mailbox, b.Since.UnixNano()), text, e.now())
	if err != nil {
		return err
	}
	if err := t.Tell(m); err != nil {
		return err
	}
	e.log.Warn("the mailbox is paused", "mailbox", mailbox, "reason", b.Reason.Text)
	return nil
}

// judged notes what the mailbox's own provider thinks of it, by how a
// submission ended.
func (b *box) judged(t *ledger.Tx, o mailbox.Outcome, now time.Time) error {
	var r refusals
	known, err := readSetting(t, refusalsSetting(b.Name), &r)
	if err != nil {
		return err
	}
	switch {
	case o.State == mailbox.Sent && known:
		return t.Set(refusalsSetting(b.Name), "")
	case !o.Sender && !(o.State == mailbox.Refused && !o.Recipient):
		return nil
	}
	if r.Count == 0 {
		r.First = now
	}
	r.Count, r.Last, r.Said = r.Count+1, now, clip(refusalWords(o), 200)
	if err := writeSetting(t, refusalsSetting(b.Name), r); err != nil || r.Count != sequences.BreakerRefusals {
		return err
	}
	return b.engine.tellBreaker(t, b.Name, r.breaker())
}

func refusalWords(o mailbox.Outcome) string {
	if errors.Is(o.Err, mailbox.ErrLogin) {
		return mailbox.ErrLogin.Error()
	}
	return fmt.Sprintf("%d %s", o.Code, o.Text)
}

// resumeMailbox closes a breaker by the owner's word.
func (e *Engine) resumeMailbox(t *ledger.Tx, name string) (Answer, error) {
	b := e.box(name)
	if b == nil {
		return Answer{Text: fmt.Sprintf("there is no mailbox %q in the configuration", name)}, nil
	}
	open, err := ReadBreaker(t, name)
	if err != nil {
		return Answer{}, err
	}
	if open.Reason.Code == "" {
		return Answer{Text: "it is not paused, so there is nothing to resume; what keeps a mail from going out says: followupd status"}, nil
	}
	for _, setting := range []string{breakerSetting(name), refusalsSetting(name)} {
		if err := t.Set(setting, ""); err != nil {
			return Answer{}, err
		}
	}
	b.mu.Lock()
	b.failures, b.notBefore = 0, time.Time{}
	b.mu.Unlock()
	return Answer{OK: true, Text: "sending from " + name + " goes on; what happened until now counts no more"}, t.SetTime(resumedSetting(name), e.now())
}
