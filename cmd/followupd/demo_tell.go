package main

import (
	"fmt"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"followupd/internal/ledger"
	"followupd/internal/replies"
	"followupd/sequences"
	"followupd/templates"
)

// teller tells what happens in the demo, as it happens.
type teller struct {
	app    *app
	values *templates.Set
	pause  time.Duration
	zone   *time.Location
	day    string
	posted int // mails to the owner told of
	err    error
}

func newTeller(a *app, fast bool) *teller {
	t := &teller{app: a, zone: time.UTC}
	if !fast && a.terminal() {
		t.pause = 250 * time.Millisecond
	}
	if zone, err := time.LoadLocation("Europe/Madrid"); err == nil {
		t.zone = zone
	}
	return t
}

func (t *teller) print(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.app.stdout, format, args...)
	}
}

// The four colours of the demo, used only on a terminal.
const (
	paintNone  = ""
	paintOut   = "36" // what followupd writes
	paintIn    = "33" // what comes back
	paintOwner = "35" // what you are told
	paintFaint = "2"
)

func (t *teller) paint(colour, s string) string {
	if colour == paintNone || !t.app.colours() {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}

// line tells one thing: when, who, what.
func (t *teller) line(at time.Time, colour, mark, who, what string) {
	local := at.In(t.zone)
	if day := local.Format("Monday, 2 January"); day != t.day {
		t.day = day
		t.print("\n%s\n", t.paint("1", day))
	}
	t.print("  %s  %s %s  %s\n", local.Format("15:04"), t.paint(colour, mark), pad(who, 13), what)
	if t.pause > 0 {
		time.Sleep(t.pause)
	}
}

// under adds to the line above.
func (t *teller) under(what string) {
	t.print("  %s%s\n", strings.Repeat(" ", 25), t.paint(paintFaint, what))
}

func pad(s string, n int) string {
	if missing := n - utf8.RuneCountInString(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

func (t *teller) opening(s *stage) {
	t.print("%s\n\n", t.paint("1", "followupd demo: six weeks of follow-up in a quarter of a minute"))
	t.print("You are Ana Lima, and write to %d people about their quotes. Each gets up to three\n", len(demoPeople()))
	t.print("mails, on Tuesday to Thursday from 9:00 to 11:30 where they live, until they answer.\n")
	t.print("The mail server runs in this process, and the people behind it answer as people do.\n")
	t.print("Times are those of Madrid, where you live.\n\n")
	t.print("  %s what followupd sends   %s what comes back   %s what you are told\n", t.paint(paintOut, "->"), t.paint(paintIn, "<-"), t.paint(paintOwner, "=="))
}

// heard tells of a decision.
func (t *teller) heard(entry ledger.Entry, p sequences.Person) {
	who := ledger.Name(p)
	switch entry.Event.Kind {
	case sequences.EvOutcome:
		if entry.Event.Outcome.Result == sequences.ResSent {
			t.sent(entry, p, who)
		}
	case sequences.EvMail:
		t.mail(entry, who)
	case sequences.EvOwnerMail:
		t.line(entry.At, paintIn, "<-", "You", fmt.Sprintf("write to %s yourself: %q", who, entry.Event.Mail.Subject))
		t.under("so the sequence stops: " + entry.Reason.Text)
	case sequences.EvPast:
		if entry.Reason.Code == sequences.CodeHistory && len(entry.Reason.Evidence) > 0 {
			t.line(entry.At, paintFaint, "||", who, "is not written to: "+entry.Reason.Text)
			t.under(entry.Reason.Evidence[len(entry.Reason.Evidence)-1].Text)
		}
	case sequences.EvDue:
		switch entry.Reason.Code {
		case sequences.CodeEnded, sequences.CodeGiveUp, sequences.CodeHole, sequences.CodeStepGone:
			t.line(entry.At, paintFaint, "||", who, "is left in peace: "+entry.Reason.Text)
		}
	}
}

func (t *teller) sent(entry ledger.Entry, p sequences.Person, who string) {
	what := "the mail that asks what has changed, on the date that they named"
	for _, e := range p.Enrolments {
		n := 0
		for _, d := range e.Done {
			if d.How == sequences.HowSent {
				n++
			}
			if d.Step != entry.Event.Step || strings.HasPrefix(d.Step, "after-snooze") {
				continue
			}
			gives := d.Value
			if v, ok := t.values.Values().Value(d.Value); ok {
				gives = v.Title
			}
			what = fmt.Sprintf("mail %d (%s), gives %s", n, d.Step, gives)
		}
	}
	t.line(entry.At, paintOut, "->", who, what)
	if live := p.Enrolments[len(p.Enrolments)-1]; live.State == sequences.StateEnded {
		t.under("that was the last one; now they are left in peace")
	}
}

func (t *teller) mail(entry ledger.Entry, who string) {
	m := entry.Event.Mail
	words := firstWords(m.Words)
	switch {
	case m.Kind == replies.KindBounce:
		words = "(their mail server) the address does not exist"
	case m.Kind == replies.KindAutoReply:
		words = "(a machine) " + words
	}
	t.line(entry.At, paintIn, "<-", who, words)
	if m.Address != "" {
		t.under("from another address, " + m.Address + ", in the same thread")
	}
	read := string(m.Intent)
	if m.Kind == replies.KindAutoReply {
		read = "automatic"
	}
	read = strings.ReplaceAll(read, "_", " ")
	t.under(fmt.Sprintf("read as: %s, so: %s", read, t.consequence(entry)))
}

func (t *teller) consequence(entry ledger.Entry) string {
	switch entry.Reason.Code {
	case sequences.CodeAnswered:
		return "it is your turn; nothing more goes out by itself"
	case sequences.CodeOptOut:
		return "never written to again, by anyone here"
	case sequences.CodeBounced:
		return "stopped"
	case sequences.CodeSnoozed:
		return "a pause until " + entry.Reason.Until.In(t.zone).Format("2 January") + ", as they asked"
	case sequences.CodeAway:
		return "a pause until " + entry.Reason.Until.In(t.zone).Format("2 January") + ", a working day after they are back"
	case sequences.CodeNoDate, sequences.CodeDoubt:
		return "held, and you are asked (" + entry.Reason.Text + ")"
	}
	return entry.Reason.Text
}

func firstWords(s string) string {
	s = strings.Join(strings.Fields(plainText(s)), " ")
	const most = 84
	if r := []rune(s); len(r) > most {
		s = strings.TrimRight(string(r[:most]), " ,.") + "…"
	}
	return `"` + s + `"`
}

// post tells of the mails to the owner that went out since.
func (t *teller) post(s *stage) {
	var own []string
	var when []time.Time
	for _, m := range s.lab.Accepted() {
		if m.Recipient != demoOwner {
			continue
		}
		if parsed, err := mail.ReadMessage(strings.NewReader(string(m.Raw))); err == nil {
			own, when = append(own, decodeHeader(parsed.Header.Get("Subject"))), append(when, m.At)
		}
	}
	for i := t.posted; i < len(own); i++ {
		t.line(when[i], paintOwner, "==", "You", "get a mail: "+own[i])
	}
	t.posted = len(own)
}
