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

// close waits until nothing is on its way any more.
func (s *stage) close() {
	for deadline := time.Now().Add(60 * time.Second); ; {
		s.pending.Wait()
		log := s.world.smtp.Log()
		if quiet := time.Since(log[len(log)-1].Wall); quiet > 13*time.Second || time.Now().After(deadline) {
			return
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
	return j
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
			if who == nil || who.folder == otherFolder {
				continue // its first answer is only found within the minute
			}
			if at := who.answeredAt(); !at.IsZero() && e.Wall.Sub(at) > tooLate {
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
	if !slices.ContainsFunc(j.owner, func(text string) bool { return strings.Contains(text, p.address) || strings.Contains(text, p.first+" "+p.last) }) {
		j.violated(p, "the owner was never told of the answer")
	}
}

func (j *judge) accountedFor(p *prospect) {}

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
