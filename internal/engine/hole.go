package engine

import (
	"errors"
	"strings"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// shape is what decides whether a mail can be made: two mails of the same shape
// both can, or lack the same.
type shape struct {
	sequence, step, mailbox, template string
	first, example                    bool // example: their own address is one
	data                              string
}

// holes say of mails whether they can be made. Those of one shape are made once.
type holes struct {
	engine *Engine
	known  map[shape]sequences.Reason
}

func newHoles(e *Engine) *holes { return &holes{engine: e, known: map[shape]sequences.Reason{}} }

// hole says whether a mail could not be made, as far as that can be told now.
func (h *holes) hole(p *sequences.Person, e *sequences.Enrolment, now time.Time) (sequences.Reason, error) {
	key, told := h.shape(p, e, now)
	return h.ofShape(key, told, p, e, now)
}

// ofShape is hole for a mail whose shape is told already, if it can be.
func (h *holes) ofShape(key shape, told bool, p *sequences.Person, e *sequences.Enrolment, now time.Time) (sequences.Reason, error) {
	if told {
		if why, known := h.known[key]; known {
			return why, nil
		}
	}
	// Whatever the thread is, it lacks nothing: only the words count.
	before := []ledger.Out{{State: ledger.OutSent, Subject: "…", MessageID: "…", Token: "…"}}
	if e.FirstMail() {
		before = nil
	}
	why := sequences.Reason{Code: sequences.OK}
	_, err := h.engine.composeAfter(before, p, e, e.Step, now)
	var hole *holeError
	if errors.As(err, &hole) {
		why, err = sequences.Reason{Code: sequences.CodeHole, Text: hole.Error()}, nil
	}
	if told && err == nil {
		h.known[key] = why
	}
	return why, err
}

// shape is that of somebody's next mail; ok is false where it has to be made to
// see what it lacks.
func (h *holes) shape(p *sequences.Person, e *sequences.Enrolment, now time.Time) (key shape, ok bool) {
	template, step, err := h.engine.templateOf(p, e, e.Step)
	b := h.engine.box(e.Mailbox)
	if err != nil || b == nil || e.Thread != nil || !plainlyAddressed(p) {
		return key, false
	}
	said := h.engine.data(p, e, step, b, now)
	if b.Live && (withLink(said.Fields) || withLink(said.Notes)) {
		return key, false
	}
	data, ok := template.Shape(said)
	return shape{e.Sequence, e.Step, e.Mailbox, template.Name, e.FirstMail(), exampleAddress(p), data}, ok
}

// Gaps gives a function that says why the mail which somebody's enrolment waits
// to send would be held for a gap, as a forecast sees it: it is passed over or
// sent as things are now. "" is for a mail that has none.
func (e *Engine) Gaps(now time.Time) func(*sequences.Person, *sequences.Enrolment) string {
	holes, plan := newHoles(e), e.Rules().Plan.Approved()
	return func(p *sequences.Person, enrolment *sequences.Enrolment) string {
		at := later(enrolment.Due, now)
		if why, err := holes.hole(p, enrolment, at); err != nil || why.Allows() {
			return ""
		}
		// A step may be passed over for the very fact that its mail lacks.
		w := newWalk(plan, *p)
		if queued, _ := w.due(enrolment.ID, at); !queued {
			return ""
		}
		why, err := holes.hole(&w.p, w.p.Enrolment(enrolment.ID), at)
		if err != nil || why.Allows() {
			return ""
		}
		return why.Text
	}
}

// withLink says whether one of some texts has a link in it, which may be one that
// must not go out.
func withLink(texts map[string]string) bool {
	for _, text := range texts {
		if strings.Contains(text, "://") {
			return true
		}
	}
	return false
}

// plainlyAddressed says whether a mail can surely be addressed to somebody.
func plainlyAddressed(p *sequences.Person) bool {
	if len(p.Addresses) == 0 || len(p.Addresses[0]) > 100 {
		return false
	}
	local, domain, ok := strings.Cut(p.Addresses[0], "@")
	if !ok || !words(local, ".-_+") || !words(domain, ".-") {
		return false
	}
	return !strings.ContainsFunc(ledger.Name(*p), func(r rune) bool { return r < ' ' || r == 0x7f || r == '"' || r == '\\' || r == 0xfffd })
}

// words says whether a text is letters and digits of ASCII, with single ones of
// some characters between them.
func words(text, between string) bool {
	last := true // a character that isn't a letter or a digit
	for _, c := range []byte(text) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && (last || strings.IndexByte(between, c) < 0) {
			return false
		}
		last = !letter
	}
	return !last
}
