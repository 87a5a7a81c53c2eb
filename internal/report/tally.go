package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// tally gathers what went out and came back in one span.
type tally struct {
	e         Exchange
	given     map[string]int
	writtenTo map[int64]bool
	enrolled  map[int64]bool // people
	byMailbox map[string]int
	sentAt    map[string][]time.Time // of each mailbox
	came      map[string]cameBack
	order     []string // the keys of came, in the order of the journal
}

// cameBack is one mail of theirs, or one report on a mail of ours.
type cameBack struct {
	person    int64
	moment    sequences.Moment
	why       string
	mailbox   string // that it came to, or that the mail went out from
	complaint bool
}

func newTally() *tally {
	return &tally{given: map[string]int{}, writtenTo: map[int64]bool{}, enrolled: map[int64]bool{}, byMailbox: map[string]int{}, sentAt: map[string][]time.Time{}, came: map[string]cameBack{}}
}

// Decided adds an entry of the journal. Of entries decided in
// [Frame.Before, Frame.At), each counts in the span that it was decided in: so
// nothing that was read late is missed, and nothing told twice.
func (b *Builder) Decided(at time.Time, person int64, event sequences.Event, facts []sequences.Fact) {
	t, here := b.now, true
	if at.Before(b.frame.From) {
		t, here = b.past, false
	}
	for _, f := range facts {
		switch {
		case f.Kind == sequences.FactEnrolled:
			t.e.Enrolments++
			t.enrolled[person] = true
		case f.Kind == sequences.FactDone && f.Done != nil && f.Done.How == sequences.HowSent:
			t.sent(person, f, b.firstStep[f.Enrolment] == f.Done.Step, b.box[f.Enrolment])
		case f.Kind == sequences.FactDone && f.Done != nil && f.Done.How == sequences.HowSkipped && f.Done.Meant:
			if event.Outcome != nil && event.Outcome.Result == sequences.ResDeleted {
				t.e.Deleted++
			} else {
				t.e.PassedOver++
			}
		case f.Kind == sequences.FactDone && f.Done != nil && f.Done.How == sequences.HowSkipped && here:
			b.passedOver(b.sequence[f.Enrolment], *f.Done)
		case f.Kind == sequences.FactMoment && f.Moment != nil:
			t.happened(person, event, *f.Moment, b.box[event.Enrolment])
		}
	}
}

// passed counts for how many a step was passed over; why is empty once there
// were two reasons.
type passed struct {
	n   int
	why string
}

func (b *Builder) passedOver(sequence string, d sequences.Done) {
	key := [2]string{sequence, d.Step}
	p, again := b.skipped[key]
	if again && p.why != d.Why {
		p.why = ""
	} else {
		p.why = d.Why
	}
	p.n++
	b.skipped[key] = p
}

func (t *tally) sent(person int64, f sequences.Fact, first bool, mailbox string) {
	t.e.Mails++
	if first {
		t.e.First++
	} else {
		t.e.FollowUps++
	}
	t.writtenTo[person] = true
	t.byMailbox[mailbox]++
	t.sentAt[mailbox] = append(t.sentAt[mailbox], f.Done.At)
	if f.Done.Value != "" {
		t.given[f.Done.Value]++
	}
}

// happened adds a moment. A reading that the owner corrected takes the place
// of the one before, in the span that this one was told in.
func (t *tally) happened(person int64, event sequences.Event, m sequences.Moment, mailbox string) {
	key := fmt.Sprint(person, " ", m.Mail)
	if m.Mail == "" {
		key = event.ID
	}
	_, known := t.came[key]
	switch {
	case known:
	case event.Kind == sequences.EvOrder:
		return
	default:
		t.order = append(t.order, key)
	}
	came := cameBack{person: person, moment: m, why: serverWords(event), mailbox: mailbox}
	if event.Mail != nil {
		came.mailbox, came.complaint = event.Mail.Mailbox, event.Mail.Kind == replies.KindComplaint
	}
	t.came[key] = came
}

// serverWords is what a server said of a mail that it gave back.
func serverWords(event sequences.Event) string {
	if event.Outcome != nil {
		return event.Outcome.Text
	}
	if event.Mail != nil {
		for _, e := range event.Mail.Evidence {
			if strings.HasPrefix(e.Rule, "bounce.") {
				return e.Text
			}
		}
	}
	return ""
}

// exchange is the sum.
func (b *Builder) exchange(t *tally, from, to time.Time) Exchange {
	e := t.e
	e.From, e.To, e.WrittenTo, e.Enrolled = from, to, len(t.writtenTo), len(t.enrolled)
	intents, signals, answers, answered := map[string]int{}, map[string]int{}, map[string]int{}, map[int64]bool{}
	for _, key := range t.order {
		c := t.came[key]
		switch c.moment.Kind {
		case sequences.HapReply:
			e.Answers++
			intents[c.moment.Intent]++
			answered[c.person] = true
			for _, s := range c.moment.Signals {
				signals[s]++
			}
			if value := b.given(c.person, c.moment.At); value != "" {
				answers[value]++
			} else {
				e.Unasked++
			}
			if c.complaint {
				e.Complaints++
			}
		case sequences.HapAutoReply:
			e.Automatic++
		case sequences.HapBounce:
			e.Bounced++
		case sequences.HapSoftBounce:
			e.Returned++
		case sequences.HapOwnerWrote:
			e.ByHand++
		}
	}
	e.AnsweredBy, e.ByIntent, e.Signals = len(answered), counts(intents), counts(signals)
	e.Given = b.exchanged(t.given, answers)
	return e
}

// given is what somebody was given last before a moment; "" for nothing.
func (b *Builder) given(person int64, at time.Time) string {
	value := ""
	for _, m := range b.mails[person] {
		if m.At.After(at) {
			break
		}
		value = m.Value
	}
	return value
}

// exchanged puts side by side what was given and what came back for it.
func (b *Builder) exchanged(given, answers map[string]int) []Given {
	all := map[string]Given{}
	for value, n := range given {
		all[value] = Given{N: n}
	}
	for value, n := range answers {
		g := all[value]
		g.Answers = n
		all[value] = g
	}
	list := make([]Given, 0, len(all))
	for value, g := range all {
		g.What = OneLine(b.frame.Title(value), 60)
		list = append(list, g)
	}
	slices.SortFunc(list, func(x, y Given) int {
		return cmp.Or(y.N-x.N, y.Answers-x.Answers, strings.Compare(x.What, y.What))
	})
	return list
}

// counts are the most frequent first, and of equals by name.
func counts(m map[string]int) []Count {
	list := make([]Count, 0, len(m))
	for what, n := range m {
		list = append(list, Count{What: what, N: n})
	}
	slices.SortFunc(list, func(x, y Count) int { return cmp.Or(y.N-x.N, strings.Compare(x.What, y.What)) })
	return list
}

// health fills in what the journal knows of a mailbox in the span.
func (b *Builder) health(m *Mailbox) {
	m.Mails = b.now.byMailbox[m.Name]
	for _, key := range b.now.order {
		switch c := b.now.came[key]; {
		case c.mailbox != m.Name:
		case c.complaint:
			m.Complaints++
		case c.moment.Kind == sequences.HapBounce:
			m.Bounced++
		}
	}
	zone := m.Zone
	if zone == nil {
		zone = b.frame.At.Location()
	}
	days := map[time.Time]int{}
	for _, at := range b.now.sentAt[m.Name] {
		y, mo, d := at.In(zone).Date()
		days[time.Date(y, mo, d, 0, 0, 0, 0, time.UTC)]++
	}
	for _, n := range days {
		if m.PerDay > 0 && n >= m.PerDay {
			m.FullDays++
		}
	}
}

// bounces are the mails that came back in the span, as far as they match
// somebody.
func (b *Builder) bounces() []Bounce {
	var out []Bounce
	for _, key := range b.now.order {
		c := b.now.came[key]
		if c.moment.Kind == sequences.HapBounce || c.moment.Kind == sequences.HapSoftBounce {
			out = append(out, Bounce{Who: b.who[c.person], At: b.local(c.moment.At), Permanent: c.moment.Kind == sequences.HapBounce, Matched: true, Why: OneLine(ServerWords(c.why), 120)})
		}
	}
	return out
}
