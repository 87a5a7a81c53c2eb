package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"followupd/sequences"
)

// comingSpan is how far ahead is looked.
const comingSpan = 7 * 24 * time.Hour

// remembered is how long people count whose sequences are over: as long as a
// standing looks back.
const remembered = 90 * 24 * time.Hour

// Frame is what a snapshot is made for: the moment, the span before it and
// what no person's state tells.
type Frame struct {
	At        time.Time // in the owner's zone
	From      time.Time
	Weekly    bool // it is the weekly mail, which is named after the week
	Owner     string
	OwnerAway time.Time
	Paused    string
	Seen      time.Time // of the daemon
	Edits     string    // why edits are not in force
	Stranded  []Stranded
	Left      []Left
	Past      bool // At lies behind
	Mailboxes []Mailbox
	Title     func(value string) string // nil: the value's id
	// Task says whether a step is one that the owner does by hand; nil: none is.
	Task func(sequence, step string) bool
	// Gap says why somebody's next mail would be held for a gap in it; "" where it
	// has none; nil: none has.
	Gap func(*sequences.Person, *sequences.Enrolment) string
}

// Builder makes a Snapshot. Everyone is added first, then the entries of the
// journal, oldest first, then the rest.
type Builder struct {
	frame     Frame
	s         Snapshot
	who       map[int64]Who
	firstStep map[int64]string // of each enrolment: the first that was sent
	box       map[int64]string // of each enrolment
	stands    map[sequences.Standing][]Stand
	days      map[time.Time]int
	stuck     map[Stuck]int    // by mailbox and reason
	gaps      map[string]Gap   // by what is missing
	sequence  map[int64]string // of each enrolment
	now, past *tally
	skipped   map[[2]string]passed
	steps     map[stepKey]stepCount
	mails     map[int64][]sequences.Moment // of ours to each person, as far as they gave something
}

// NewBuilder begins a snapshot.
func NewBuilder(f Frame) *Builder {
	if f.Title == nil {
		f.Title = func(value string) string { return value }
	}
	if f.Task == nil {
		f.Task = func(string, string) bool { return false }
	}
	if f.Gap == nil {
		f.Gap = func(*sequences.Person, *sequences.Enrolment) string { return "" }
	}
	b := &Builder{frame: f, gaps: map[string]Gap{}, who: map[int64]Who{}, firstStep: map[int64]string{}, box: map[int64]string{}, sequence: map[int64]string{}, stands: map[sequences.Standing][]Stand{},
		days: map[time.Time]int{}, stuck: map[Stuck]int{}, skipped: map[[2]string]passed{}, steps: map[stepKey]stepCount{}, mails: map[int64][]sequences.Moment{},
		now: newTally(), past: newTally()}
	year, week := b.week()
	b.s = Snapshot{At: f.At, From: b.local(f.From), Year: year, Week: week, Owner: f.Owner, Paused: f.Paused, DaemonSeen: b.local(f.Seen),
		Stranded: f.Stranded, Left: f.Left, Edits: OneLine(f.Edits, 300), Past: f.Past, Steps: stepsFrame(f)}
	if f.At.Before(f.OwnerAway) {
		b.s.OwnerAway = b.local(f.OwnerAway)
	}
	for _, m := range f.Mailboxes {
		m.LastLook, m.Since, m.Until = b.local(m.LastLook), b.local(m.Since), b.local(m.Until)
		b.s.Mailboxes = append(b.s.Mailboxes, m)
	}
	return b
}

// week is the ISO week that the span is: from midnight to midnight, or, of the
// weekly mail, from one Monday morning to the next. Any other span is none.
func (b *Builder) week() (year, week int) {
	from, at := b.local(b.frame.From), b.frame.At
	y, m, d := from.Date()
	monday := time.Date(y, m, d, 0, 0, 0, 0, at.Location())
	next := monday.AddDate(0, 0, 7)
	switch {
	case monday.Weekday() != time.Monday:
		return 0, 0
	case from.Equal(monday) && at.Equal(next):
	case b.frame.Weekly && from.Hour() < 12 && !at.Before(next) && at.Before(next.Add(12*time.Hour)):
	default:
		return 0, 0
	}
	return monday.ISOWeek()
}

// Before is when the span begins that the one told of is compared with.
func (f Frame) Before() time.Time { return f.From.Add(-f.At.Sub(f.From)) }

func (b *Builder) local(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(b.frame.At.Location())
}

// Person adds somebody known.
func (b *Builder) Person(p sequences.Person) {
	who := whoOf(p)
	b.who[p.ID] = who
	for i := range p.Enrolments {
		e := &p.Enrolments[i]
		b.box[e.ID], b.sequence[e.ID] = e.Mailbox, e.Sequence
		for _, d := range e.Done {
			if d.How == sequences.HowSent {
				b.firstStep[e.ID] = d.Step
				break
			}
		}
		if e.Uncertain {
			b.s.Uncertain = append(b.s.Uncertain, Uncertain{Who: who, Step: e.Step, Since: b.local(e.Since), Asked: e.State != sequences.StateSending})
		}
	}
	b.place(&p, who)
	b.stand(&p, who)
	b.answers(&p)
	for _, m := range p.Timeline {
		if m.Kind == sequences.HapSent && m.Value != "" {
			b.mails[p.ID] = append(b.mails[p.ID], m)
		}
	}
}

func whoOf(p sequences.Person) Who {
	w := Who{ID: p.ID, Name: OneLine(p.Fields["first_name"]+" "+p.Fields["last_name"], 60), Company: OneLine(p.Fields["company"], 60)}
	if w.Name == "" {
		w.Name = OneLine(p.Fields["name"], 60)
	}
	if len(p.Addresses) > 0 {
		w.Address = OneLine(p.Addresses[0], 254)
	}
	if w.Name == "" {
		w.Name = w.Address
	}
	return w
}

// place puts a person where they stand, once.
func (b *Builder) place(p *sequences.Person, who Who) {
	b.s.People.Total++
	where, why, since := Place(p)
	item := Item{Who: who, Since: b.local(since), Code: string(why.Code), Why: Days(why.Text, b.frame.At)}
	switch {
	case why.Code == sequences.CodeHole:
		item.Why = GapsOf(why.Text).Sentence()
	case why.Code == sequences.CodeHistory && CameBack(why):
		item.Why = "mail to them came back before"
	}
	if m, ok := behind(p, why.Code, since); ok {
		item.Words, item.Answer = OneLine(m.Words, 160), m.Kind == sequences.HapReply
		item.Intent = m.Intent
		if why.Code == sequences.CodeAnswered {
			item.Why = Did(m.Intent)
		}
	}
	live := p.Live()
	switch where {
	case PlaceNeedsYou:
		b.s.People.NeedYou++
		b.s.NeedsYou = append(b.s.NeedsYou, item)
	case PlaceHeld:
		b.s.People.Held++
		b.s.Held = append(b.s.Held, item)
	case PlaceWaiting:
		b.s.People.Waiting++
		kind := "away"
		if live.State == sequences.StateSnoozed {
			kind = "snoozed"
		}
		b.s.Waiting = append(b.s.Waiting, Waiting{Who: who, Kind: kind, Until: b.theirs(p, live), Why: item.Why})
		b.due(p, live)
	case PlaceUnderWay:
		b.s.People.UnderWay++
		b.due(p, live)
	default:
		b.s.People.Over++
	}
}

// theirs is when somebody comes back, in the zone in which they named the day:
// midnight there is another day elsewhere.
func (b *Builder) theirs(p *sequences.Person, e *sequences.Enrolment) time.Time {
	box := b.frame.At.Location().String()
	for _, m := range b.s.Mailboxes {
		if m.Name == e.Mailbox && m.Zone != nil {
			box = m.Zone.String()
		}
	}
	zone, _, _ := sequences.ResolveZone(p.Fields, p.Offset, box)
	return e.Due.In(zone)
}

func lastAnswer(p *sequences.Person) (sequences.Moment, bool) {
	for i := len(p.Timeline) - 1; i >= 0; i-- {
		if p.Timeline[i].Kind == sequences.HapReply {
			return p.Timeline[i], true
		}
	}
	return sequences.Moment{}, false
}

// decidedWithin is how long after its arrival a mail is decided on at most,
// stops of the daemon included, for it to be shown as what a doubt is about.
const decidedWithin = 8 * 24 * time.Hour

// behind is the mail of theirs that a decision of that moment was made on.
func behind(p *sequences.Person, code sequences.Code, decided time.Time) (sequences.Moment, bool) {
	if !aboutAnswer(code) {
		return sequences.Moment{}, false
	}
	for i := len(p.Timeline) - 1; i >= 0; i-- {
		m := p.Timeline[i]
		switch {
		case m.At.After(decided):
		case code == sequences.CodeAnswered && m.Kind == sequences.HapReply:
			return m, true
		case code != sequences.CodeAnswered && (m.Kind == sequences.HapReply || m.Kind == sequences.HapAutoReply):
			return m, decided.Sub(m.At) <= decidedWithin
		}
	}
	return sequences.Moment{}, false
}

// due counts the mail that an enrolment waits to send, or the task that comes to
// the owner. One that is on its way to the server counts no more, and one with a gap
// in it counts apart.
func (b *Builder) due(p *sequences.Person, e *sequences.Enrolment) {
	at := e.Due
	if slices.ContainsFunc(b.frame.Left, func(l Left) bool { return l.Sequence == e.Sequence }) {
		return // nothing comes of it
	}
	switch {
	case b.frame.Task(e.Sequence, e.Step):
		if at.Before(b.frame.At.Add(comingSpan)) {
			b.s.Coming.Tasks++
		}
		return
	case e.State == sequences.StateSending:
		return
	}
	now := e.State == sequences.StateQueued || at.Before(b.frame.At)
	if now {
		at = b.frame.At
	}
	if at.Before(b.frame.At.Add(comingSpan)) && b.hasGap(p, e) {
		return
	}
	if now {
		b.ready(e.Mailbox)
	}
	if b.s.Coming.Next.IsZero() || at.Before(b.s.Coming.Next) {
		b.s.Coming.Next = b.local(at)
	}
	if !at.Before(b.frame.At.Add(comingSpan)) {
		return
	}
	b.s.Coming.Total++
	if e.FirstMail() {
		b.s.Coming.First++
	} else {
		b.s.Coming.FollowUps++
	}
	y, m, d := b.local(at).Date()
	b.days[time.Date(y, m, d, 0, 0, 0, 0, b.frame.At.Location())]++
	if why := b.stops(e.Mailbox, at); why != "" {
		b.stuck[Stuck{Mailbox: e.Mailbox, Why: why}]++
	}
}

// hasGap counts a mail that waits for what is missing in it.
func (b *Builder) hasGap(p *sequences.Person, e *sequences.Enrolment) bool {
	why := b.frame.Gap(p, e)
	if why == "" {
		return false
	}
	gaps := GapsOf(why)
	what := gaps.Words()
	if len(gaps.Others) > 0 {
		what = gaps.Sentence()
	}
	g, known := b.gaps[what]
	if !known {
		g = Gap{What: what, Fill: len(gaps.Others) == 0, Who: b.who[p.ID]}
	}
	g.N++
	b.gaps[what] = g
	return true
}

// stops is why a mail can't go out at a moment as things stand; empty where it
// can.
func (b *Builder) stops(mailbox string, at time.Time) string {
	switch {
	case b.frame.Paused != "":
		return OneLine(b.frame.Paused, 120)
	case !b.live(mailbox):
		return "the mailbox is not live yet (live: false)"
	case b.paused(mailbox, at):
		return "the mailbox is paused"
	case at.Before(b.s.OwnerAway):
		return "you are away until " + day(b.s.OwnerAway, b.frame.At)
	}
	return ""
}

func (b *Builder) ready(mailbox string) {
	for i := range b.s.Mailboxes {
		if b.s.Mailboxes[i].Name == mailbox {
			b.s.Mailboxes[i].Ready++
		}
	}
}

// paused says whether a mailbox's breaker is open at a moment.
func (b *Builder) paused(mailbox string, at time.Time) bool {
	return slices.ContainsFunc(b.s.Mailboxes, func(m Mailbox) bool {
		return m.Name == mailbox && m.Breaker != "" && (m.Until.IsZero() || at.Before(m.Until))
	})
}

// live says whether mails go out from a mailbox; of one that nothing is known
// of, that is assumed.
func (b *Builder) live(mailbox string) bool {
	for _, m := range b.s.Mailboxes {
		if m.Name == mailbox {
			return m.Live
		}
	}
	return true
}

// StandingOf is a person's standing at a moment; ok is false for those who are
// out of it, by their own word or by the owner's, or for long: they stand
// nowhere.
func StandingOf(p *sequences.Person, at time.Time) (standing sequences.Standing, ok bool) {
	if p.Suppressed != nil || p.Turn != nil && closed(p.Turn.Reason.Code) {
		return "", false
	}
	if p.Live() == nil && (len(p.Timeline) == 0 || at.Sub(p.Timeline[len(p.Timeline)-1].At) > remembered) {
		return "", false
	}
	return p.StandingAt(at).Standing, true
}

// stand adds a person's standing.
func (b *Builder) stand(p *sequences.Person, who Who) {
	standing, ok := StandingOf(p, b.frame.At)
	if !ok {
		return
	}
	stand := Stand{Who: who, Balance: p.BalanceAt().Balance}
	if m, ok := lastAnswer(p); ok {
		stand.At, stand.Words = b.local(m.At), OneLine(m.Words, 160)
	}
	stand.Because = b.because(p, standing)
	b.stands[standing] = append(b.stands[standing], stand)
}

// because says in few words what a standing was counted from.
func (b *Builder) because(p *sequences.Person, standing sequences.Standing) string {
	var signals []string
	unanswered, mails := 0, 0
	last := sequences.Moment{}
	for _, m := range p.Timeline {
		switch m.Kind {
		case sequences.HapReply:
			last, unanswered = m, 0
			if b.frame.At.Sub(m.At) <= remembered {
				for _, s := range m.Signals {
					if w := Signal(s); !slices.Contains(signals, w) {
						signals = append(signals, w)
					}
				}
			}
		case sequences.HapSent:
			mails, unanswered = mails+1, unanswered+1
		case sequences.HapOwnerWrote:
			unanswered++
		}
	}
	on := DayOf(b.local(last.At), b.frame.At)
	switch standing {
	case sequences.StandingInto:
		return List(signals) + "; last answer on " + on
	case sequences.StandingWarming:
		return Did(last.Intent) + " (" + on + ")"
	case sequences.StandingDark:
		return "answered on " + on + ", silent since: " + Plural(unanswered, "mail", "mails") + " unanswered"
	case sequences.StandingNot:
		return Plural(mails, "mail", "mails") + ", never an answer"
	}
	return Plural(mails, "mail", "mails") + " so far"
}

// NeverAgain adds an entry of the suppression list.
func (b *Builder) NeverAgain(n NeverAgain) {
	b.s.NeverTotal++
	if !n.At.Before(b.frame.From) {
		n.At, n.Why = b.local(n.At), OneLine(n.Why, 120)
		b.s.NeverAgain = append(b.s.NeverAgain, n)
	}
}

// Unmatched adds a report on a mail that came back and matches nobody known.
func (b *Builder) Unmatched(at time.Time, subject string) {
	b.s.Bounces = append(b.s.Bounces, Bounce{At: b.local(at), Why: OneLine(subject, 120)})
}

// Quarantined adds a mail that couldn't be fetched.
func (b *Builder) Quarantined(q Quarantined) {
	q.At, q.Problem = b.local(q.At), OneLine(q.Problem, 160)
	b.s.Quarantined = append(b.s.Quarantined, q)
}

// Untold adds a mail to the owner that waits.
func (b *Builder) Untold(u Untold) {
	u.Since, u.Problem = b.local(u.Since), OneLine(u.Problem, 160)
	b.s.Untold = append(b.s.Untold, u)
}

// Unposted adds the hand-overs that wait to be posted once more.
func (b *Builder) Unposted(u Unposted) {
	u.Since, u.Problem = b.local(u.Since), OneLine(u.Problem, 160)
	b.s.Unposted = &u
}

// Trouble adds something that the owner was told of.
func (b *Builder) Trouble(t Trouble) {
	t.At, t.Text = b.local(t.At), OneLine(t.Text, 160)
	b.s.Troubles = append(b.s.Troubles, t)
}

// Snapshot is what was gathered, in an order that depends on it alone.
func (b *Builder) Snapshot() Snapshot {
	s := b.s
	newestFirst := func(x, y Item) int { return cmp.Or(y.Since.Compare(x.Since), strings.Compare(x.Address, y.Address)) }
	slices.SortFunc(s.NeedsYou, func(x, y Item) int { return cmp.Or(x.rank()-y.rank(), newestFirst(x, y)) })
	slices.SortFunc(s.Held, newestFirst)
	slices.SortFunc(s.Waiting, func(x, y Waiting) int {
		return cmp.Or(x.Until.Compare(y.Until), strings.Compare(x.Address, y.Address))
	})
	for _, standing := range []sequences.Standing{sequences.StandingInto, sequences.StandingWarming, sequences.StandingDark,
		sequences.StandingNot, sequences.StandingNew} {
		people := b.stands[standing]
		slices.SortFunc(people, func(x, y Stand) int { return cmp.Or(y.At.Compare(x.At), strings.Compare(x.Address, y.Address)) })
		s.Standings = append(s.Standings, Standing{Standing: string(standing), People: people})
	}
	s.Now = b.exchange(b.now, s.From, s.At)
	s.Before = b.exchange(b.past, b.local(b.frame.Before()), s.From)
	s.Steps.List = b.stepRates()
	for day, n := range b.days {
		s.Coming.Days = append(s.Coming.Days, Day{Day: day, N: n})
	}
	slices.SortFunc(s.Coming.Days, func(x, y Day) int { return x.Day.Compare(y.Day) })
	for stuck, n := range b.stuck {
		stuck.N = n
		s.Coming.Stuck = append(s.Coming.Stuck, stuck)
	}
	slices.SortFunc(s.Coming.Stuck, func(x, y Stuck) int {
		return cmp.Or(strings.Compare(x.Mailbox, y.Mailbox), strings.Compare(x.Why, y.Why))
	})
	for _, g := range b.gaps {
		s.Coming.Gaps = append(s.Coming.Gaps, g)
	}
	slices.SortFunc(s.Coming.Gaps, func(x, y Gap) int { return cmp.Or(y.N-x.N, strings.Compare(x.What, y.What)) })
	for i := range s.Mailboxes {
		b.health(&s.Mailboxes[i])
	}
	for key, p := range b.skipped {
		s.Skipped = append(s.Skipped, Skipped{Sequence: key[0], Step: key[1], N: p.n, Why: p.why})
	}
	slices.SortFunc(s.Skipped, func(x, y Skipped) int {
		return cmp.Or(strings.Compare(x.Sequence, y.Sequence), strings.Compare(x.Step, y.Step))
	})
	s.Bounces = append(b.bounces(), s.Bounces...)
	slices.SortStableFunc(s.Bounces, func(x, y Bounce) int { return x.At.Compare(y.At) })
	return listed(s)
}

// listed has an empty list where there is none, so that JSON never says null.
func listed(s Snapshot) Snapshot {
	s.NeedsYou, s.Held, s.Waiting, s.Mailboxes = list(s.NeedsYou), list(s.Held), list(s.Waiting), list(s.Mailboxes)
	s.Uncertain, s.Bounces, s.Skipped, s.NeverAgain = list(s.Uncertain), list(s.Bounces), list(s.Skipped), list(s.NeverAgain)
	s.Quarantined, s.Untold, s.Troubles = list(s.Quarantined), list(s.Untold), list(s.Troubles)
	s.Coming.Days, s.Coming.Stuck, s.Coming.Gaps = list(s.Coming.Days), list(s.Coming.Stuck), list(s.Coming.Gaps)
	for i := range s.Standings {
		s.Standings[i].People = list(s.Standings[i].People)
	}
	return s
}

func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
