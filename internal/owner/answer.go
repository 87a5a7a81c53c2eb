package owner

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	gomail "github.com/wneessen/go-mail"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/internal/report"
	"followupd/sequences"
	"followupd/templates"
)

// Answer makes the draft of an answer to the mail that was decided on, in its
// thread, for the owner to change and to send; nil where no ready answer helps.
func (h *Herald) Answer(t *ledger.Tx, a engine.Announcement) ([]byte, error) {
	s, err := h.story(t, a)
	if err != nil {
		return nil, fmt.Errorf("draft an answer to entry %d: %w", a.Entry.Seq, err)
	}
	lines := s.ready()
	if lines == nil || s.mail == nil || s.mail.From == "" || s.kept == nil {
		return nil, nil
	}
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.FromFormat(s.sender, s.from); err != nil {
		return nil, fmt.Errorf("sender of a draft: %w", err)
	}
	if err := m.AddToFormat(s.name, s.mail.From); err != nil {
		return nil, fmt.Errorf("recipient of a draft: %w", err)
	}
	m.Subject(engine.AnswerTo(report.OneLine(s.kept.Subject, 300)))
	m.SetDateWithValue(a.Entry.At.In(h.o.Zone))
	m.SetMessageIDWithValue(h.id("answer", a.Entry.Event.ID))
	if id := s.kept.MessageID; id != "" {
		m.SetGenHeader(gomail.HeaderInReplyTo, "<"+id+">")
		references := []string{id}
		if s.reading != nil {
			references = append(append([]string{}, s.reading.Header.References...), id)
		}
		m.SetGenHeader(gomail.HeaderReferences, "<"+strings.Join(references, "> <")+">")
	}
	words, _ := report.Quote(s.words(), mostWordLines)
	m.SetBodyString(gomail.TypeTextPlain, strings.Join(lines, "\n")+"\n\n"+s.wrote()+"\n"+words+"\n")
	var buf bytes.Buffer
	if _, err := m.WriteTo(&buf); err != nil {
		return nil, fmt.Errorf("write a draft: %w", err)
	}
	return buf.Bytes(), nil
}

// Ready is what an owner needs who is about to answer somebody by hand.
type Ready struct {
	Text  string   // an answer that is ready to send; empty where only the owner knows what to say
	Links []string // each opens their mail in a program that has such links, with the program's name before it
}

// Ready says what helps with an answer to the mail that was decided on. It
// changes nothing.
func (h *Herald) Ready(t *ledger.Tx, a engine.Announcement) (Ready, error) {
	s, err := h.story(t, a)
	if err != nil {
		return Ready{}, fmt.Errorf("help with an answer to entry %d: %w", a.Entry.Seq, err)
	}
	r := Ready{Links: strings.FieldsFunc(s.links(), func(c rune) bool { return c == '\n' })}
	if s.mail != nil {
		r.Text = strings.Join(s.ready(), "\n")
	}
	return r, nil
}

// wrote stands above their words in an answer.
func (s *story) wrote() string {
	if s.kept.ReceivedAt.IsZero() {
		return s.name + ":"
	}
	v, at := s.spoken(), s.kept.ReceivedAt.In(s.zone)
	return filled(v.words().wrote, "DATE", templates.Day(v.language, at, true), "TIME", at.Format(v.words().clock), "NAME", s.name)
}

// ready is an answer that is ready to send; nil where only the owner knows what
// to say.
func (s *story) ready() []string {
	if lines := s.draft(); lines != nil {
		return lines
	}
	if s.notice != sequences.NoticeAnswer || len(s.mail.Others) > 0 || s.deputy {
		return nil
	}
	v := s.spoken()
	switch s.intent() {
	case replies.IntentMeeting:
		times := s.meetings()
		if len(times) == 0 {
			return nil
		}
		at := times[0].at
		says := filled(v.say(v.words().meet), "DATE", v.date(at, s.now), "TIME", at.Format(v.words().clock))
		return s.letter(v, says)
	case replies.IntentReferral:
		if s.mail.Referred == nil || s.mail.Referred.Name == "" {
			return nil
		}
		return s.letter(v, filled(v.say(v.words().pointed), "NAME", report.OneLine(s.mail.Referred.Name, 60)))
	}
	return nil
}

// links open their mail in the programs that have such links.
func (s *story) links() string {
	if s.kept == nil || s.kept.MessageID == "" || strings.ContainsAny(s.kept.MessageID, " \"<>\\") {
		return ""
	}
	id := strings.ReplaceAll(url.PathEscape(s.kept.MessageID), "+", "%2B") // some read a plus as a space
	return fmt.Sprintf("In Gmail: https://mail.google.com/mail/#search/rfc822msgid%%3A%s\nIn Apple Mail: message://%%3C%s%%3E\n", id, id)
}
