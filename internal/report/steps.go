package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"followupd/sequences"
)

// settled is how long a mail is given for its answer: one that is younger is
// not counted yet, so that every mail counted had the same chance.
const settled = 7 * 24 * time.Hour

// The spans of mails that are compared have at least these lengths; a longer
// report compares longer spans.
const (
	leastRecent  = 28 * 24 * time.Hour
	leastEarlier = 56 * 24 * time.Hour
)

// Steps says which steps get answers: a step's answer is a mail by a person
// that came within 7 days of it and before our next mail to them.
type Steps struct {
	From    time.Time  `json:"from"`    // mails sent in [From, To) count
	To      time.Time  `json:"to"`      // 7 days before the moment of the snapshot
	Earlier time.Time  `json:"earlier"` // they are compared with those of [Earlier, From)
	List    []StepRate `json:"list"`    // by sequence, the most sent step first
}

// StepRate is how often a step got an answer.
type StepRate struct {
	Sequence string `json:"sequence"`
	Step     string `json:"step"`
	Now      Share  `json:"now"`
	Before   Share  `json:"before"`
	Change   int    `json:"change"` // 1: more than before, -1: less, 0: can't be told
}

// stepCount counts the mails of one step, and those of them that were answered.
type stepCount struct{ sent, answered, sentBefore, answeredBefore int }

// stepKey names a step. The mails that end a snooze are one step, however many
// snoozes there were.
type stepKey struct{ sequence, step string }

func stepsFrame(f Frame) Steps {
	span := f.At.Sub(f.From)
	to := f.At.Add(-settled)
	from := to.Add(-max(span, leastRecent))
	return Steps{From: from, To: to, Earlier: from.Add(-max(span, leastEarlier))}
}

// answers adds a person's mails and what they answered to each.
func (b *Builder) answers(p *sequences.Person) {
	for i, m := range p.Timeline {
		if m.Kind != sequences.HapSent || m.Step == "" || m.At.Before(b.s.Steps.Earlier) || !m.At.Before(b.s.Steps.To) {
			continue
		}
		key := stepKey{m.Sequence, m.Step}
		if strings.HasPrefix(m.Step, snoozeEnd) {
			key.step = sequences.SnoozeStep(1)
		}
		c := b.steps[key]
		answered := 0
		if answeredIn(p.Timeline[i+1:], m.At.Add(settled)) {
			answered = 1
		}
		if m.At.Before(b.s.Steps.From) {
			c.sentBefore, c.answeredBefore = c.sentBefore+1, c.answeredBefore+answered
		} else {
			c.sent, c.answered = c.sent+1, c.answered+answered
		}
		b.steps[key] = c
	}
}

// answeredIn says whether they wrote before our next mail, and before until.
func answeredIn(after []sequences.Moment, until time.Time) bool {
	for _, m := range after {
		switch {
		case m.Kind == sequences.HapSent:
			return false
		case m.Kind == sequences.HapReply:
			return m.At.Before(until)
		}
	}
	return false
}

func (b *Builder) stepRates() []StepRate {
	rates := []StepRate{}
	for key, c := range b.steps {
		r := StepRate{Sequence: key.sequence, Step: key.step, Now: shareOf(c.answered, c.sent), Before: shareOf(c.answeredBefore, c.sentBefore)}
		r.Change = changed(r.Now, r.Before)
		rates = append(rates, r)
	}
	slices.SortFunc(rates, func(x, y StepRate) int {
		return cmp.Or(strings.Compare(x.Sequence, y.Sequence), y.Now.N-x.Now.N, y.Before.N-x.Before.N, strings.Compare(x.Step, y.Step))
	})
	return rates
}
