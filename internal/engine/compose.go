package engine

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"html"
	"path"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"followupd/internal/ledger"
	"followupd/sequences"
	"followupd/templates"
)

// FollowupdHeader names a mail of ours where a server rewrites its Message-ID.
const FollowupdHeader = "X-Followupd-ID"

// holeError says that a mail can't be made without a hole in it.
type holeError struct{ holes []string }

func (h *holeError) Error() string { return strings.Join(h.holes, "; ") }

// letter is a mail as it goes out, byte for byte.
type letter struct {
	Subject, Text, HTML string
	Attachments         []string // files of the templates folder
	Bytes               []byte
	SHA256, BodySHA256  string
}

// messageID is the one Message-ID of a step of an enrolment. It can't be
// guessed without the install secret.
func (e *Engine) messageID(enrolment *sequences.Enrolment, step string) string {
	return e.mac("message", enrolment, step) + "@" + e.idDomain(enrolment.Mailbox)
}

// token is the second id of a mail. It travels in References, which servers
// that rewrite Message-IDs leave alone.
func (e *Engine) token(enrolment *sequences.Enrolment, step string) string {
	return e.mac("token", enrolment, step) + "@" + e.idDomain(enrolment.Mailbox)
}

func (e *Engine) mac(purpose string, enrolment *sequences.Enrolment, step string) string {
	h := hmac.New(sha256.New, e.secret)
	fmt.Fprintf(h, "%s\x00%d\x00%s", purpose, enrolment.ID, step)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)[:20]))
}

func (e *Engine) idDomain(mailbox string) string {
	if b := e.box(mailbox); b != nil {
		return ledger.Domain(b.From.Address)
	}
	return "followupd.invalid"
}

// compose makes the mail of a step for one person. A *holeError says what is
// missing; such a mail must not go out.
func (e *Engine) compose(t *ledger.Tx, p *sequences.Person, enrolment *sequences.Enrolment, stepID string, now time.Time) (letter, error) {
	outs, err := t.EnrolmentOuts(enrolment.ID)
	if err != nil {
		return letter{}, err
	}
	return e.composeAfter(outs, p, enrolment, stepID, now)
}

// composeAfter makes the mail of a step that follows others. Beside a
// *holeError comes the mail with its holes marked, to be shown and never sent.
func (e *Engine) composeAfter(outs []ledger.Out, p *sequences.Person, enrolment *sequences.Enrolment, stepID string, now time.Time) (letter, error) {
	template, step, err := e.templateOf(p, enrolment, stepID)
	if err != nil {
		return letter{}, err
	}
	b := e.box(enrolment.Mailbox)
	if b == nil {
		return letter{}, &holeError{holes: []string{fmt.Sprintf("there is no mailbox %q", enrolment.Mailbox)}}
	}
	thread := threadOf(enrolment, outs, step)
	rendered, holes := template.Render(e.data(p, enrolment, step, b, now))
	out := letter{Subject: thread.subject(rendered.Subject), Text: rendered.Text, HTML: rendered.HTML}
	if len(holes) > 0 {
		return out, namedHoles(template, holes)
	}
	if out.Subject == "" {
		return out, &holeError{holes: []string{fmt.Sprintf("template %q has no subject and there is no mail before it to answer", step.Template)}}
	}
	if enrolment.FirstMail() {
		out.close(b.closing(template.Language))
	}
	if link := b.exampleLink(p, template.File, out); link != "" {
		return out, &holeError{holes: []string{link}}
	}
	out.Attachments = rendered.Attachments
	out.Bytes, err = e.write(b, p, enrolment, step, out, thread, now)
	sum := sha256.Sum256(out.Bytes)
	out.SHA256, out.BodySHA256 = hex.EncodeToString(sum[:]), bodySHA256(out.Text)
	return out, err
}

// templateOf is what a step's mail to somebody is made from, under the step's
// own subject where it has one. Its error is a *holeError.
func (e *Engine) templateOf(p *sequences.Person, enrolment *sequences.Enrolment, stepID string) (*templates.Template, sequences.Step, error) {
	rules := e.Rules()
	sequence := rules.Plan.Sequences[enrolment.Sequence]
	step, ok := sequence.StepOf(stepID)
	if !ok {
		return nil, step, &holeError{holes: []string{fmt.Sprintf("step %q is not in sequence %q", stepID, enrolment.Sequence)}}
	}
	name := sequence.TemplateOf(p, enrolment, step)
	template, ok := rules.Templates.Template(name)
	if !ok {
		return nil, step, &holeError{holes: []string{fmt.Sprintf("there is no template %q", name)}}
	}
	if step.Subject == "" {
		return template, step, nil
	}
	template, err := template.WithSubject(step.Subject)
	if err != nil {
		return nil, step, &holeError{holes: []string{fmt.Sprintf("step %q: %v", stepID, err)}}
	}
	return template, step, nil
}

// closing are the paragraphs that a mailbox puts below the first mail to
// somebody: how to be left alone, and who writes.
func (b *box) closing(language string) (paragraphs []string) {
	for _, text := range []string{b.WayOut[language], b.PostalAddress} {
		if text = strings.TrimSpace(text); text != "" {
			paragraphs = append(paragraphs, text)
		}
	}
	return paragraphs
}

// close puts paragraphs below a mail, in both its forms.
func (l *letter) close(paragraphs []string) {
	const end = "</body>"
	for _, text := range paragraphs {
		l.Text = strings.TrimRight(l.Text, "\n") + "\n\n" + text + "\n"
		if before, after, ok := strings.Cut(l.HTML, end); ok {
			l.HTML = before + "<p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>\n") + "</p>\n" + end + after
		}
	}
}

func namedHoles(t *templates.Template, holes []templates.Hole) *holeError {
	err := &holeError{}
	for _, h := range holes {
		err.holes = append(err.holes, fmt.Sprintf("%s:%s", t.File, h))
	}
	return err
}

// normalBody is a text as copies of it can be compared: servers change line
// ends and spaces, not words.
func normalBody(s string) string { return strings.Join(strings.Fields(s), " ") }

// bodySHA256 is the hash by which a mail is known by its words, in hexadecimal.
func bodySHA256(text string) string {
	sum := sha256.Sum256([]byte(normalBody(text)))
	return hex.EncodeToString(sum[:])
}

// data is what a template may say of a person. Nothing in it is invented.
func (e *Engine) data(p *sequences.Person, enrolment *sequences.Enrolment, step sequences.Step, b *box, now time.Time) templates.Data {
	rules := e.Rules()
	zones := rules.Plan.ZonesOf(p, enrolment.Mailbox)
	gives, _ := rules.value(step.Value)
	d := templates.Data{Fields: map[string]string{}, Notes: map[string]string{}, Reason: enrolment.Reason, Source: enrolment.Source,
		Referral: p.Referrer(enrolment), Sender: templates.Sender{Name: b.From.Name, Address: b.From.Address},
		Value: gives, Zone: zones.Prospect, Now: now}
	for k, v := range p.Fields {
		d.Fields[k] = v
	}
	if len(p.Addresses) > 0 {
		d.Fields["email"] = p.Addresses[0]
	}
	for _, n := range p.Notes {
		if n.Key != "" {
			d.Notes[n.Key] = n.Text
		}
	}
	given := ""
	for _, m := range p.Timeline {
		switch m.Kind {
		case sequences.HapSent:
			if v, ok := rules.value(m.Value); ok {
				given = v.Title
			}
		case sequences.HapReply:
			d.Last = templates.LastExchange{At: m.At, Words: m.Words, Given: given}
		}
	}
	return d
}

// thread is what a follow-up answers.
type thread struct {
	first, last ledger.Out
	ids         []string
	follows     bool
}

// threadOf gathers the mails of an enrolment that a step's mail answers, under
// the ids that the prospect's mail client knows.
func threadOf(enrolment *sequences.Enrolment, outs []ledger.Out, step sequences.Step) (th thread) {
	if step.Subject != "" {
		return th
	}
	if begun := enrolment.Thread; begun != nil { // the owner's own mail
		th.first, th.follows = ledger.Out{Subject: begun.Subject, MessageID: begun.ID}, true
		th.last = th.first
		if begun.ID != "" {
			th.ids = append(th.ids, begun.ID)
		}
	}
	for _, o := range outs {
		if o.Step == step.ID || !o.Went() {
			continue
		}
		if !th.follows {
			th.first, th.follows = o, true
		}
		th.last = o
		th.ids = append(th.ids, o.ThreadID(), o.Token)
	}
	return th
}

func (th thread) subject(rendered string) string {
	if th.follows && rendered == "" {
		return AnswerTo(th.first.Subject)
	}
	return rendered
}

// AnswerTo is the subject of an answer to a mail.
func AnswerTo(subject string) string {
	if len(subject) >= 3 && strings.EqualFold(subject[:3], "re:") {
		return subject
	}
	return "Re: " + subject
}

// write makes a mail's bytes, once.
func (e *Engine) write(b *box, p *sequences.Person, enrolment *sequences.Enrolment, step sequences.Step, l letter, th thread, now time.Time) ([]byte, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.FromFormat(b.From.Name, b.From.Address); err != nil {
		return nil, &holeError{holes: []string{"from: " + err.Error()}}
	}
	if err := m.AddToFormat(ledger.Name(*p), p.Addresses[0]); err != nil {
		return nil, &holeError{holes: []string{"to: " + err.Error()}}
	}
	m.Subject(l.Subject)
	m.SetDateWithValue(now.In(b.Zone))
	m.SetMessageIDWithValue(e.messageID(enrolment, step.ID))
	token := e.token(enrolment, step.ID)
	m.SetGenHeader(FollowupdHeader, token)
	references := append(append([]string{}, th.ids...), token)
	if th.follows && l.Subject == AnswerTo(th.first.Subject) && th.last.ThreadID() != "" {
		m.SetGenHeader(gomail.HeaderInReplyTo, "<"+th.last.ThreadID()+">")
	} else {
		references = []string{token}
	}
	m.SetGenHeader(gomail.HeaderReferences, "<"+strings.Join(references, "> <")+">")
	if b.Unsubscribe {
		m.SetGenHeader(gomail.HeaderListUnsubscribe, e.listUnsubscribe(b, enrolment))
	}
	m.SetBodyString(gomail.TypeTextPlain, l.Text)
	if l.HTML != "" {
		m.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	}
	for _, name := range l.Attachments {
		content, err := e.Rules().file(name)
		if err != nil {
			return nil, &holeError{holes: []string{fmt.Sprintf("the file %s can't be attached: %v", name, err)}}
		}
		if err := m.AttachReader(path.Base(name), bytes.NewReader(content)); err != nil {
			return nil, fmt.Errorf("attach %s: %w", name, err)
		}
	}
	var buf bytes.Buffer
	if _, err := m.WriteTo(&buf); err != nil {
		return nil, fmt.Errorf("write mail: %w", err)
	}
	return buf.Bytes(), nil
}
