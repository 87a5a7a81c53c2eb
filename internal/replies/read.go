package replies

import (
	"fmt"
	"strings"
	"time"
)

// Read says what a mail means. raw is the mail as it arrived (RFC 5322), cut
// or broken as it may be; lines may end by CRLF, LF or CR. Read never fails
// and never panics: what could not be read is named in Reading.Damaged, which
// makes it doubt. Its time is linear in len(raw); at most 4 MiB of it, 20
// levels, 100 parts, 256 KiB of header and 256 KiB of text are looked at.
func Read(raw []byte, c Context) (r Reading) {
	defer func() {
		// The last resort of a reader of hostile input: one mail must never
		// stop a mailbox. It is read as doubt, so nothing goes out on it.
		if p := recover(); p != nil {
			r = Reading{Kind: KindReply, Intent: IntentUnclear, Action: ActionHold, Damaged: fmt.Sprintf("reader failed: %v", p)}
		}
	}()
	return read(raw, c)
}

func read(raw []byte, c Context) Reading {
	t := parseMail(raw)
	b := readBody(t)
	h := readHeader(t.root.header)
	r := Reading{Header: h, Damaged: t.damaged}
	if c.Truncated && (b.cutText || len(t.root.children) == 0) && r.Damaged == "" {
		r.Damaged = "cut at the fetch limit"
	}
	if len(t.root.header) == 0 {
		r.Damaged = "no header"
	}
	m := message{tree: t, body: b, header: h, written: written{full: joinLines(dropBanner(b.lines))}, context: c}
	k, machines := m.report() // what machines wrote for machines has no new text
	if !machines || k.kind == KindAutoReply {
		m.written = takeApart(b.lines, newWriter(h.From).writingTo(h.To), c.Sent, b.calendar)
		r.NewText = m.written.fresh
	}
	if !machines {
		k = m.kind()
	}
	r.Kind, r.About, r.Bounces, r.Evidence, r.Confidence = k.kind, k.about, k.bounces, k.evidence, k.confidence
	r.Header = m.header
	switch r.Kind {
	case KindBounce:
		r.Intent = IntentBounce
	case KindComplaint:
		r.Intent = IntentOptOut
	case KindReply, KindAutoReply:
		m.readPerson(&r, k)
	}
	if len(t.root.header) == 0 && r.Kind == KindReply && r.Intent != IntentOptOut {
		r.Intent, r.Others, r.Confidence = IntentUnclear, nil, 0.5 // perhaps no mail at all
		r.Until, r.Stated, r.Proposals = nil, false, nil
		r.Evidence = []Evidence{{Rule: "unclear.no-header"}}
	}
	r.Action = decideAction(&r)
	return r
}

// readPerson hands the text to the reading of intents and takes over what it found.
func (m *message) readPerson(r *Reading, k kindVerdict) {
	var v verdict
	if k.kind == KindReply {
		v = m.verdict()
		v.heedBelow(m.written.demand, m.written.signature, m.written.feet)
		if k.doubted {
			v.doubt(m.written.fresh)
		}
	} else {
		v = readIntent(m.input(k.kind, k.about))
	}
	r.Intent, r.Others, r.Signals = v.Intent, v.Others, v.Signals
	r.ReferredTo = v.ReferredTo
	if !m.received().IsZero() { // else nobody knows from when to count
		r.Until, r.Stated, r.Proposals = v.Until, v.Stated, v.Proposals
	}
	r.Confidence = min(v.Confidence, k.confidence)
	r.Evidence = append(r.Evidence, v.Evidence...)
}

// doubt holds a demand for no more mail, or a no, that a machine may have made: notices bid
// anyone to delete an address, or to leave a list, and whom they stand for asked for nothing
// and declined nothing. In a language that hardly a word is known of nothing tells a machine.
func (v *verdict) doubt(text string) {
	if v.Intent != IntentOptOut && !endsTalk(v.Intent) || len(v.Evidence) == 0 || strange(text) {
		return
	}
	v.Evidence = append([]Evidence{{Rule: "unclear.perhaps-machine", Text: v.Evidence[0].Text}}, v.Evidence...)
	v.Intent, v.Confidence = IntentUnclear, heldConfidence // and no opt-out beside it, which would suppress
}

// heldConfidence is that of a reading held for what else it may be.
const heldConfidence = 0.5

// verdict is what the new text means. What is only taken for the writer's own words below
// their name suppresses nobody by itself: a footer may stand there after all.
func (m *message) verdict() verdict {
	v := m.argument().verdict()
	if v.Intent != IntentOptOut || m.written.above == "" || len(v.Evidence) == 0 || !strings.HasPrefix(v.Evidence[0].Rule, "model.") {
		return v
	}
	in := m.input(KindReply, "")
	if w := argue(in, m.written.above).verdict(); endsTalk(w.Intent) {
		return w
	} else if w.Intent != IntentOptOut {
		v.Intent, v.Others = IntentUnclear, append([]Intent{w.Intent}, v.Others...)
		v.Evidence = append([]Evidence{{Rule: "unclear.below-name", Text: v.Evidence[0].Text}}, v.Evidence...)
	}
	return v
}

// input is what the reading of the intent may look at.
func (m *message) input(kind Kind, about About) *input {
	return &input{
		Header: m.header, Context: m.context, Received: m.received(), Kind: kind, About: about,
		NewText: m.written.fresh, FullText: m.written.full, History: m.written.history, Signature: m.written.signature,
		Subject: m.header.Subject, Calendar: m.body.calendar, Languages: m.languages(),
	}
}

// argument is the new text as a person's, taken apart once.
func (m *message) argument() *argument {
	if m.argued == nil {
		in := m.input(KindReply, "")
		m.argued = argue(in, in.NewText)
	}
	return m.argued
}

// received is when the mail came, in the writer's own offset where it is told.
func (m *message) received() time.Time {
	if !m.context.Received.IsZero() {
		return m.context.Received
	}
	at, zone := m.header.Trace, m.header.Date
	switch {
	case at.IsZero():
		return zone
	case zone.IsZero():
		return at
	}
	return at.In(zone.Location())
}

// languages are hints from the header.
func (m *message) languages() []string {
	var out []string
	for _, name := range []string{"content-language", "accept-language"} {
		for _, tag := range strings.FieldsFunc(m.tree.root.header.get(name), func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
			tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
			if len(tag) >= 2 && len(tag) <= 3 && !contains(out, tag) && len(out) < 5 {
				out = append(out, tag)
			}
		}
	}
	return out
}
