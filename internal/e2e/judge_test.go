package e2e_test

import (
	"bytes"
	"fmt"
	"io"
	"net/mail"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // any charset may come

	"followupd/internal/maillab"
)

// tooLate is how long after an answer came in no more mail may begin.
const tooLate = 2 * time.Second

// otherEvery is how often folders are looked into in which no answer was seen yet.
const otherEvery = time.Minute

// bodyOf is the text of a mail, all its text parts together.
func bodyOf(raw []byte) string {
	e, err := message.Read(bytes.NewReader(raw))
	if e == nil || err != nil && !message.IsUnknownCharset(err) {
		return ""
	}
	var b strings.Builder
	_ = e.Walk(func(_ []int, part *message.Entity, err error) error {
		if kind, _, _ := part.Header.ContentType(); err == nil && strings.HasPrefix(kind, "text/") {
			text, _ := io.ReadAll(part.Body)
			b.Write(text)
			b.WriteByte('\n')
		}
		return nil
	})
	return b.String()
}

// listed is a line of `list --json`.
type listed struct {
	Address, State, Code, Step string
	Due                        time.Time
}

// decided is a line of `why --json`.
type decided struct {
	At           time.Time
	Code, Reason string
	Entry        struct {
		Event struct {
			Kind string
			Mail *struct{ Folder, From, Kind, Intent string }
		}
	}
}

// close waits until the answers have come and nothing is on its way any more.
// Folders other than INBOX are read before a mail goes out, within a minute, or
// at a start: one more start saves the minute.
func (s *stage) close() {
	s.settle()
	s.program.kill()
	s.program.start()
	s.program.awaitReady()
	s.settle()
}

// settle waits until the server was left alone for a while and nobody's step
// is due. If that takes too long, the judge tells who still waits.
func (s *stage) settle() {
	const quiet = 4 * time.Second
	begun := time.Now()
	for time.Since(begun) < time.Minute {
		log := s.world.smtp.Log()
		last := log[len(log)-1].Wall
		if last.Before(begun) {
			last = begun
		}
		if s.pending.Load() == 0 && time.Since(last) > quiet {
			people, err := listing[listed](s.program, "list")
			if err != nil {
				s.world.t.Fatal(err)
			}
			if !slices.ContainsFunc(people, func(l listed) bool { return l.State == "scheduled" || l.State == "queued" }) {
				return
			}
		}
		<-time.After(200 * time.Millisecond)
	}
}

// judge finds what went wrong, from outside.
type judge struct {
	*stage
	log                  []maillab.Entry
	got                  map[string][]maillab.Received // by recipient
	owner                []string                      // the texts of the mails to the owner
	toProspects, toOwner int
	list                 map[string]listed
	foundOther           time.Time // when the first answer in otherFolder was decided on
}

func newJudge(s *stage) *judge {
	j := &judge{stage: s, log: s.world.smtp.Log(), got: map[string][]maillab.Received{}}
	for _, m := range s.world.smtp.Accepted() {
		j.got[m.Recipient] = append(j.got[m.Recipient], m)
		if m.Recipient != ownerAddress {
			j.toProspects++
			continue
		}
		j.toOwner++
		j.owner = append(j.owner, headerOf(m.Raw, "Subject")+"\n"+bodyOf(m.Raw))
	}
	people, err := listing[listed](s.program, "list")
	if err != nil {
		s.world.t.Fatal(err)
	}
	j.list = map[string]listed{}
	for _, l := range people {
		j.list[l.Address] = l
	}
	for _, p := range s.people {
		if p.folder != otherFolder || p.answeredAt().IsZero() {
			continue
		}
		if d := j.answer(p); d != nil && (j.foundOther.IsZero() || d.At.Before(j.foundOther)) {
			j.foundOther = d.At
		}
	}
	return j
}

// why is what the program says of its decisions about a prospect.
func (j *judge) why(p *prospect) []decided {
	j.world.t.Helper()
	all, err := listing[decided](j.program, "why", p.address)
	if err != nil {
		j.world.t.Error(err)
	}
	return all
}

// answer is the decision on the prospect's own answer; nil where there is none.
func (j *judge) answer(p *prospect) *decided {
	j.world.t.Helper()
	folder := p.folder
	if folder == "" {
		folder = "INBOX"
	}
	for _, d := range j.why(p) {
		if d.Entry.Event.Mail != nil && d.Entry.Event.Mail.Folder == folder {
			return &d
		}
	}
	return nil
}

func headerOf(raw []byte, name string) string {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return ""
	}
	return m.Header.Get(name)
}

func (j *judge) judge() {
	j.world.t.Helper()
	for _, line := range j.program.strange {
		j.world.t.Error(line)
	}
	j.strangers()
	for _, p := range j.people {
		j.once(p)
		j.whole(p)
		j.notAfter(p)
		j.shown(p)
		j.accountedFor(p)
	}
}

// strangers: nobody but prospects and the owner was written to.
func (j *judge) strangers() {
	for to := range j.got {
		if to != ownerAddress && !slices.ContainsFunc(j.people, func(p *prospect) bool { return p.address == to }) {
			j.world.t.Errorf("a mail went to %s, whom nobody asked to write to", to)
		}
	}
}

// once: no step was submitted twice to anyone, whatever the server then did
// with it.
func (j *judge) once(p *prospect) {
	dots, steps, tokens := map[string]int{}, map[string]int{}, map[string]int{}
	for _, e := range j.log {
		if e.Kind == maillab.DotCame && slices.Contains(e.To, p.address) {
			dots[e.MessageID]++
		}
	}
	for _, m := range j.got[p.address] {
		steps[stepOf(bodyOf(m.Raw))]++
		tokens[headerOf(m.Raw, "X-Followupd-ID")]++
	}
	for what, counts := range map[string]map[string]int{"the mail": dots, "the step": steps, "the id": tokens} {
		for name, n := range counts {
			if n > 1 {
				j.violated(p, "%s %q was submitted %d times", what, name, n)
			}
			if name == "" {
				j.violated(p, "a mail without %s", what)
			}
		}
	}
}

// whole: every mail is the prospect's own and has no hole.
func (j *judge) whole(p *prospect) {
	for _, m := range j.got[p.address] {
		text := strings.Join(strings.Fields(bodyOf(m.Raw)), " ")
		if !strings.Contains(text, "Hi "+p.first+",") || !strings.Contains(headerOf(m.Raw, "Subject"), p.company) || strings.Contains(text, "{{") || strings.Contains(text, "no value") {
			j.violated(p, "got a mail that isn't theirs or has a hole: %q %q", headerOf(m.Raw, "Subject"), text)
		}
	}
}

// notAfter: no mail began more than two seconds after the answer had come in,
// be it their own or a colleague's.
func (j *judge) notAfter(p *prospect) {
	for _, e := range j.log {
		if e.Kind != maillab.DataBegun || !slices.Contains(e.To, p.address) {
			continue
		}
		if p.way == known {
			j.violated(p, "was written to although they are known from the past")
		}
		for _, who := range []*prospect{p, p.mate} {
			if who == nil {
				continue
			}
			at, limit := who.answeredAt(), tooLate
			if who.folder == otherFolder && (j.foundOther.IsZero() || at.Before(j.foundOther)) {
				limit += otherEvery // until the first answer was found there
			}
			if !at.IsZero() && e.Wall.Sub(at) > limit {
				j.violated(p, "a mail began %s after the answer of %s had come in", e.Wall.Sub(at).Round(time.Millisecond), who)
			}
		}
	}
}

// shown: the owner was told of every answer, by name.
func (j *judge) shown(p *prospect) {
	if !p.way.shown() || p.answeredAt().IsZero() {
		return
	}
	if !slices.ContainsFunc(j.owner, func(text string) bool {
		return strings.Contains(text, p.address) || strings.Contains(text, p.first+" "+p.last)
	}) {
		j.violated(p, "the owner was never told of the answer")
	}
}

// accountedFor: an answer stands in why and nothing waits to go out after it;
// without one every step was sent, or why says what became of it.
func (j *judge) accountedFor(p *prospect) {
	l, listed := j.list[p.address]
	if !listed {
		j.violated(p, "is missing from the list")
		return
	}
	halted := slices.Contains([]string{"answered", "held", "stopped", "suppressed", "snoozed", "away"}, l.State)
	inDoubt := l.State == "sending" && j.inDoubt(p)
	if !halted && !inDoubt && l.State != "ended" {
		j.violated(p, "is %s (%s) in the end, step %q, due %s", l.State, l.Code, l.Step, l.Due)
	}
	if halted && l.Code == "" {
		j.violated(p, "is %s for no reason", l.State)
	}
	if at := p.answeredAt(); !at.IsZero() {
		d := j.answer(p)
		switch {
		case d == nil:
			j.violated(p, "the answer does not stand in why")
		case p.way == isAway && d.Entry.Event.Mail.Kind != "auto_reply" || p.way == bounces && d.Entry.Event.Mail.Kind != "bounce":
			j.violated(p, "the answer was read as %q", d.Entry.Event.Mail.Kind)
		}
		return
	}
	colleagueWrote := p.mate != nil && !p.mate.answeredAt().IsZero()
	if p.way == known || colleagueWrote || inDoubt || l.Code == "uncertain" {
		return
	}
	if l.State != "ended" || j.submitted(p) < steps {
		j.violated(p, "nobody answered, and %d of %d steps were sent; is %s (%s)", j.submitted(p), steps, l.State, l.Code)
	}
}

// steps are those of the sequence.
const steps = 3

// inDoubt says whether the last decision on a mail was that it may or may not
// have gone out.
func (j *judge) inDoubt(p *prospect) bool {
	last := ""
	for _, d := range j.why(p) {
		last = d.Code
	}
	return last == "uncertain"
}

// submitted counts the mails to a prospect that came up to the final dot.
func (j *judge) submitted(p *prospect) int {
	n := 0
	for _, e := range j.log {
		if e.Kind == maillab.DotCame && slices.Contains(e.To, p.address) {
			n++
		}
	}
	return n
}

// violated reports a violation with all that is known of the prospect.
func (j *judge) violated(p *prospect, format string, args ...any) {
	j.world.t.Helper()
	j.world.t.Errorf("%s (%s): %s\n%s", p, p.way, fmt.Sprintf(format, args...), j.timeline(p))
}

// timeline is everything that the servers saw of a prospect, and why.
func (j *judge) timeline(p *prospect) string {
	type moment struct {
		at   time.Time
		text string
	}
	var all []moment
	for _, e := range j.log {
		if slices.Contains(e.To, p.address) {
			all = append(all, moment{e.Wall, fmt.Sprintf("smtp tx %d %s %s %s", e.Tx, e.Kind, e.MessageID, e.Detail)})
		}
	}
	for _, who := range []*prospect{p, p.mate} {
		if who == nil {
			continue
		}
		if at := who.answeredAt(); !at.IsZero() {
			all = append(all, moment{at, fmt.Sprintf("answer of %s (%s) is in folder %q", who, who.way, who.folder)})
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].at.Before(all[b].at) })
	var b strings.Builder
	for _, m := range all {
		fmt.Fprintf(&b, "  %s %s\n", m.at.UTC().Format("15:04:05.000"), m.text)
	}
	if out, err := j.program.run("why", p.address); err == nil {
		b.WriteString(out)
	} else {
		b.WriteString(err.Error())
	}
	return b.String()
}
