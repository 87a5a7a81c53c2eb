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

// hole says whether a mail could not be made, as far as that can be told now.
func (s *foresight) hole(w *walk, e *sequences.Enrolment, now time.Time) (sequences.Reason, error) {
	key, told := s.shape(w, e, now)
	if told {
		if why, known := s.shapes[key]; known {
			return why, nil
		}
	}
	// Whatever the thread is, it lacks nothing: only the words count.
	before := []ledger.Out{{State: ledger.OutSent, Subject: "…", MessageID: "…", Token: "…"}}
	if e.FirstMail() {
		before = nil
	}
	why := sequences.Reason{Code: sequences.OK}
	_, err := s.engine.composeAfter(before, &w.p, e, e.Step, now)
	var hole *holeError
	if errors.As(err, &hole) {
		why, err = sequences.Reason{Code: sequences.CodeHole, Text: hole.Error()}, nil
	}
	if told && err == nil {
		s.shapes[key] = why
	}
	return why, err
}

// shape is that of somebody's next mail; ok is false where it has to be made to
// see what it lacks.
func (s *foresight) shape(w *walk, e *sequences.Enrolment, now time.Time) (key shape, ok bool) {
	template, step, err := s.engine.templateOf(&w.p, e, e.Step)
	b := s.engine.box(e.Mailbox)
	if err != nil || b == nil || e.Thread != nil || !plainlyAddressed(&w.p) {
		return key, false
	}
	said := s.engine.data(&w.p, e, step, b, now)
	if b.Live && (withLink(said.Fields) || withLink(said.Notes)) {
		return key, false
	}
	data, ok := template.Shape(said)
	return shape{e.Sequence, e.Step, e.Mailbox, template.Name, e.FirstMail(), exampleAddress(&w.p), data}, ok
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
