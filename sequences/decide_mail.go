package sequences

import (
	"fmt"
	"slices"
	"time"

	"followupd/internal/replies"
)

const (
	defaultAway     = 7 * 24 * time.Hour
	undatedLimit    = 3 // absences without a date until the owner is asked
	softBounceLimit = 3
	softBounceSpan  = 30 * 24 * time.Hour
)

// strength orders actions: in a mixed mail the strongest wins, and only snooze
// and wait ever lead to mail.
func strength(a Action) int {
	return slices.Index([]Action{ActWait, ActSnooze, ActStop, ActHold, ActEscalate, ActSuppress}, a)
}

// ActionFor is what a sequence does with an intent. An opt-out suppresses
// whatever the sequence says, and a table can't make an answer lead to mail
// that doesn't by default.
func (s Sequence) ActionFor(intent replies.Intent) Action {
	fallback := defaultAction(intent)
	set, ok := s.Replies[string(intent)]
	if !ok || fallback == ActSuppress || strength(set) < 0 {
		return fallback
	}
	if goesOn(set) && !(goesOn(fallback) && set == fallback) {
		return fallback
	}
	return set
}

func goesOn(a Action) bool { return a == ActWait || a == ActSnooze }

func defaultAction(intent replies.Intent) Action {
	switch intent {
	case replies.IntentOptOut:
		return ActSuppress
	case replies.IntentMeeting, replies.IntentInterested, replies.IntentQuestion, replies.IntentReferral:
		return ActEscalate
	case replies.IntentLater:
		return ActSnooze
	case replies.IntentAutoReply:
		return ActWait
	case replies.IntentNotInterested, replies.IntentWrongPerson:
		return ActStop
	}
	return ActHold
}

// mail takes in a received mail.
func (d *decision) mail(m Mail) Reason {
	if m.Route == RouteCompany {
		return d.colleague(m)
	}
	optOut := m.Kind == replies.KindComplaint || m.Intent == replies.IntentOptOut || slices.Contains(m.Others, replies.IntentOptOut)
	if d.isOld() && !optOut {
		known := m.Kind == replies.KindReply || m.Kind == replies.KindBounce && m.Permanent
		return d.lateHistory(known, because(CodeOld, "arrived before this began: history, not an answer", m.Evidence...))
	}
	d.learn(m)
	switch {
	case optOut:
		return d.optOut(m)
	case m.Kind == replies.KindBounce:
		return d.bounce(m)
	case m.Kind == replies.KindOther:
		return d.other(m)
	case m.Kind == replies.KindAutoReply:
		return d.autoReply(m)
	}
	return d.reply(m)
}

// clockSlack is by how much a mail server's clock may be behind ours: what
// came so shortly before an enrolment counts as an answer, which is the safe
// side.
const clockSlack = 15 * time.Minute

// isOld says whether the event happened before the enrolment that it would
// concern: the live one, else the newest. A mail's time has whole seconds
// (RFC 3501 2.3.3): one of the very second in which the enrolment began counts
// as after it.
func (d *decision) isOld() bool {
	e := d.p.Live()
	if e == nil && len(d.p.Enrolments) > 0 {
		e = &d.p.Enrolments[len(d.p.Enrolments)-1]
	}
	return e != nil && d.e.At.Before(e.At.Add(-clockSlack))
}

// lateHistory is a mail from before the enrolment that was read only after the
// look into the past. Where nothing has gone out yet, it counts as that look
// would have counted it.
func (d *decision) lateHistory(known bool, why Reason) Reason {
	e := d.p.Live()
	if !known || e == nil || !e.State.Moving() || e.Uncertain || !e.FirstMail() || e.History == "ignore" {
		return why
	}
	id := e.ID
	why = Reason{Code: CodeHistory, Text: "is known from the past", Evidence: why.Evidence}
	d.halt(id, StateHeld, why)
	d.notify(NoticeHistory, id)
	return why
}

// learn keeps what a mail tells of the person beside its meaning.
func (d *decision) learn(m Mail) {
	if m.Address != "" && !contains(d.p.Addresses, m.Address) {
		d.add(Fact{Kind: FactAddress, Addresses: []string{m.Address}})
	}
	if m.Kind == replies.KindReply && m.Offset != nil && (d.p.Offset == nil || *d.p.Offset != *m.Offset) && (*m.Offset != 0 || d.livesByUTC()) {
		d.add(Fact{Kind: FactOffset, Count: *m.Offset})
	}
}

// livesByUTC says whether the clocks of the person's country show UTC now. Only
// then does an offset of zero tell anything: -0000 says that the zone is unknown
// (RFC 5322 3.3), and many servers write +0000 for everybody.
func (d *decision) livesByUTC() bool {
	zone, err := LoadZone(MainZone(Country(d.p.Fields)))
	if err != nil {
		return false
	}
	_, seconds := d.e.At.In(zone).Zone()
	return seconds == 0
}

func (d *decision) moment(kind Happening, m Mail) {
	mo := Moment{At: d.e.At.UTC(), Kind: kind, Intent: string(m.Intent), Words: m.Words, Mail: m.Ref}
	for _, s := range m.Signals {
		mo.Signals = append(mo.Signals, string(s))
	}
	if live := d.p.Live(); live != nil {
		mo.Sequence = live.Sequence
	}
	d.add(Fact{Kind: FactMoment, Moment: &mo})
}

func (d *decision) optOut(m Mail) Reason {
	code, text := CodeOptOut, "asked to be left alone"
	if m.Kind == replies.KindComplaint {
		code, text = CodeComplaint, "reported the mail as unwanted"
	} else {
		d.moment(HapReply, m)
	}
	var more []string
	if m.Kind == replies.KindReply && m.Route != RouteUnsubscribe && m.From != "" && !contains(d.p.Addresses, m.From) {
		more = append(more, m.From)
	}
	why := d.suppressFor(readingOf(m), because(code, text, m.Evidence...), more)
	d.notify(NoticeOptOut, d.newest())
	return why
}

// readingOf names an answer whose reading may be wrong. A complaint, the opt-out
// of the mail program and a lone word such as STOP can't be read otherwise.
func readingOf(m Mail) string {
	if m.Kind == replies.KindComplaint || m.Route == RouteUnsubscribe || replies.StopWord(m.Words) {
		return ""
	}
	return m.Ref
}

func (d *decision) newest() int64 {
	if n := len(d.p.Enrolments); n > 0 {
		return d.p.Enrolments[n-1].ID
	}
	return 0
}

func (d *decision) bounce(m Mail) Reason {
	switch {
	case m.Permanent:
		d.moment(HapBounce, m)
		return d.hardBounce(because(CodeBounced, "the address can't be reached", m.Evidence...), m.Ref)
	case m.Damaged != "":
		return d.doubt(because(CodeDoubt, "a delivery report that can't be read in full: "+m.Damaged, m.Evidence...))
	case !m.Certain:
		return d.doubt(because(CodeDoubt, "looks like a delivery report, but that is not sure", m.Evidence...))
	case m.Delayed:
		return because(CodeDelay, "delivery is delayed; the servers go on trying", m.Evidence...)
	}
	d.moment(HapSoftBounce, m)
	soft := 0
	for _, mo := range d.p.Timeline {
		if mo.Kind == HapSoftBounce && d.now.Sub(mo.At) <= softBounceSpan {
			soft++
		}
	}
	if soft >= softBounceLimit {
		return d.doubt(because(CodeSoft, "mail to this address keeps coming back", m.Evidence...))
	}
	return because(CodeSoft, "not delivered this time, though not for good", m.Evidence...)
}

func (d *decision) hardBounce(why Reason, ref string) Reason {
	if ref == "" {
		d.add(Fact{Kind: FactMoment, Moment: &Moment{At: d.e.At.UTC(), Kind: HapBounce}})
	}
	d.turn(why)
	d.haltLive(StateStopped, why)
	return why
}

// doubt holds the person and asks the owner.
func (d *decision) doubt(why Reason) Reason {
	d.turn(why)
	d.haltLive(StateHeld, why)
	d.notify(NoticeDoubt, d.newest())
	return why
}

// other is a newsletter or the like: it touches nothing, unless that is not
// sure.
func (d *decision) other(m Mail) Reason {
	if m.Certain {
		return because(CodeTouches, "not an answer", m.Evidence...)
	}
	return d.doubt(because(CodeDoubt, "may be an answer: "+m.Damaged, m.Evidence...))
}

func (d *decision) autoReply(m Mail) Reason {
	action := ActWait
	if live := d.p.Live(); live != nil {
		action = d.plan.Sequences[live.Sequence].ActionFor(replies.IntentAutoReply)
	}
	d.moment(HapAutoReply, m)
	for _, other := range m.Others {
		if a := defaultAction(other); strength(a) > strength(ActWait) {
			return d.doubt(because(CodeDoubt, fmt.Sprintf("looks automatic, but says more (%s)", other), m.Evidence...))
		}
	}
	switch {
	case !m.Certain:
		return d.doubt(because(CodeDoubt, "looks automatic, but that is not sure", m.Evidence...))
	case m.About == replies.AboutChallenge:
		return d.doubt(because(CodeChallenge, "asks the sender to prove something", m.Evidence...))
	case m.About == replies.AboutLeft:
		return d.left(because(CodeLeft, "has left the company", m.Evidence...), m)
	case m.About == replies.AboutUnmonitored:
		return d.left(because(CodeUnmonitored, "nobody reads this mailbox", m.Evidence...), m)
	case m.About == replies.AboutReceipt:
		return because(CodeReceipt, "a receipt; nothing changes", m.Evidence...)
	case action == ActHold:
		return d.doubt(because(CodeAway, "an automatic answer; this sequence holds on those", m.Evidence...))
	case action == ActStop:
		return d.left(because(CodeAway, "an automatic answer; this sequence stops on those", m.Evidence...), m)
	}
	return d.away(m)
}

func (d *decision) left(why Reason, m Mail) Reason {
	if m.Referred != nil {
		why.Evidence = append(why.Evidence, Evidence{Rule: "named", Text: m.Referred.Name + " " + m.Referred.Email})
	}
	d.turn(why)
	d.haltLive(StateStopped, why)
	d.notify(NoticeLeft, d.newest())
	return why
}

// away waits until the person is back and a business day more.
func (d *decision) away(m Mail) Reason {
	mailbox := m.Mailbox
	var seq Sequence
	if live := d.p.Live(); live != nil {
		mailbox, seq = live.Mailbox, d.plan.Sequences[live.Sequence]
	}
	zones := d.plan.ZonesOf(&d.p, mailbox)
	var until time.Time
	why := because(CodeAway, "away", m.Evidence...)
	if m.Until != nil {
		back := localDay(*m.Until, zones.Prospect)
		until = AddBusinessDays(back, 1, zones.Prospect, zones.Country)
		why.Text = "away; back on " + m.Until.String()
		d.undated(0)
	} else {
		d.undated(d.p.Undated + 1)
		if d.p.Undated >= undatedLimit {
			return d.doubt(because(CodeAwayAgain, "away once more without a date", m.Evidence...))
		}
		until = d.now.Add(d.awaySpan(seq))
		why.Text = "away, without a date"
	}
	why.Until = until.UTC()
	if !until.After(d.now) {
		return because(CodeAway, "was away, and is back", m.Evidence...)
	}
	d.add(Fact{Kind: FactAway, Until: &Until{At: until.UTC(), Reason: why, Event: d.e.ID}})
	if live := d.p.Live(); live != nil && d.waits(live) {
		d.move(live.ID, StateAway, why, live.Step, laterOf(until, live.Due).UTC())
	}
	return why
}

// waits says whether an enrolment can be made to wait: it goes on by itself
// and its mail isn't on its way.
func (d *decision) waits(e *Enrolment) bool {
	switch e.State {
	case StateScheduled, StateQueued, StateAway, StateTask:
		return true
	case StateSending:
		return !e.Uncertain
	}
	return false
}

func laterOf(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func (d *decision) undated(n int) {
	if d.p.Undated != n {
		d.add(Fact{Kind: FactUndated, Count: n})
	}
}

func (d *decision) awaySpan(seq Sequence) time.Duration {
	switch {
	case seq.Away > 0:
		return seq.Away
	case d.plan.AwayDefault > 0:
		return d.plan.AwayDefault
	}
	return defaultAway
}

func localDay(date replies.Date, loc *time.Location) time.Time {
	return time.Date(date.Year, date.Month, date.Day, 0, 0, 0, 0, loc)
}

// reply is a person's answer. Whatever it says, nothing goes out after it by
// itself, save for a date that they named themselves.
func (d *decision) reply(m Mail) Reason {
	d.moment(HapReply, m)
	d.undated(0)
	var seq Sequence
	if live := d.p.Live(); live != nil {
		seq = d.plan.Sequences[live.Sequence]
	}
	action := seq.ActionFor(m.Intent)
	for _, other := range m.Others {
		if a := seq.ActionFor(other); strength(a) > strength(action) {
			action = a
		}
	}
	if m.Damaged != "" && strength(action) < strength(ActHold) {
		return d.doubt(because(CodeDoubt, "can't be read in full: "+m.Damaged, m.Evidence...))
	}
	switch action {
	case ActSuppress:
		why := d.suppressFor(readingOf(m), because(CodeOptOut, "this sequence never writes again after such an answer", m.Evidence...), nil)
		d.notify(NoticeOptOut, d.newest())
		return why
	case ActEscalate:
		why := because(CodeAnswered, "answered: "+string(m.Intent), m.Evidence...)
		d.turn(why)
		d.haltLive(StateAnswered, why)
		d.notify(NoticeAnswer, d.newest())
		return why
	case ActStop:
		return d.no(m)
	case ActSnooze:
		return d.later(m)
	}
	return d.doubt(because(CodeDoubt, "a person wrote; what they want is not certain", m.Evidence...))
}

func (d *decision) no(m Mail) Reason {
	why := because(CodeNotInterested, "said no", m.Evidence...)
	if m.Intent == replies.IntentWrongPerson {
		why = because(CodeWrongPerson, "is not the right person", m.Evidence...)
	}
	d.turn(why)
	d.haltLive(StateStopped, why)
	d.notify(NoticeNo, d.newest())
	return why
}

// later snoozes where the person named the date themselves, at high
// confidence and with nothing else in the mail; every doubt is a hold.
func (d *decision) later(m Mail) Reason {
	live := d.p.Live()
	switch {
	case d.p.Turn != nil || live == nil || !live.State.Moving() && !live.Awaits() || live.Uncertain:
		why := because(CodeAnswered, "asked for later; the conversation is yours", m.Evidence...)
		if t := d.p.Turn; t != nil && t.Reason.Code == CodeCompany {
			why.Text = "asked for later; a colleague had answered before, so no mail waits for a date by itself: the conversation is yours"
			why.Evidence = append([]Evidence{{Rule: RuleColleague, Text: t.Reason.Text}}, why.Evidence...)
		}
		d.turn(why)
		d.haltLive(StateAnswered, why)
		d.notify(NoticeAnswer, d.newest())
		return why
	case m.Until == nil:
		return d.doubt(because(CodeNoDate, "asked for later without naming a date", m.Evidence...))
	case !m.Stated:
		return d.doubt(because(CodeNoDate, "asked for later; the date is only implied", m.Evidence...))
	case !m.Certain || len(m.Others) > 0:
		return d.doubt(because(CodeDoubt, "asked for later, but that is not all or not sure", m.Evidence...))
	}
	zones := d.plan.ZonesOf(&d.p, live.Mailbox)
	until := localDay(*m.Until, zones.Prospect).UTC()
	if !until.After(d.now) {
		return d.doubt(because(CodeNoDate, "the date they named is not ahead", m.Evidence...))
	}
	why := because(CodeSnoozed, "asked to be written to from "+m.Until.String(), m.Evidence...)
	why.Until = until
	d.add(Fact{Kind: FactSnoozed, Until: &Until{At: until, Reason: why, Event: d.e.ID}})
	d.move(live.ID, StateSnoozed, why, live.Step, until)
	d.notify(NoticeLater, live.ID)
	return why
}

// companySpan is for how long after our last mail a colleague's mail may still
// be an answer to it where the sequence has ended.
const companySpan = 30 * 24 * time.Hour

// HeedsColleagues says whether a mail from somebody else of the person's
// company is news: a sequence is under way, or it ended lately without an
// answer. Once it is the owner's turn, nothing more is to be asked.
func (p *Person) HeedsColleagues(now time.Time) bool {
	if p.Turn != nil || p.Suppressed != nil || len(p.Enrolments) == 0 {
		return false
	}
	if live := p.Live(); live != nil {
		return live.mayGoOn()
	}
	last := p.LastSent()
	return p.Enrolments[len(p.Enrolments)-1].State == StateEnded && !last.IsZero() && now.Sub(last) <= companySpan
}

// colleague is a mail from somebody else of the person's company: it holds and
// asks, no more.
func (d *decision) colleague(m Mail) Reason {
	if m.Kind != replies.KindReply || d.isOld() || !d.p.HeedsColleagues(d.now) {
		return because(CodeTouches, "a colleague wrote; nothing is under way here")
	}
	why := because(CodeCompany, m.Colleague+" of the same company wrote", m.Evidence...)
	live := d.p.Live()
	concerned := live
	if live == nil {
		concerned = d.p.Enrolment(d.newest())
	}
	rule := d.plan.Sequences[concerned.Sequence].Company
	switch {
	case rule == CompanyIgnore:
		return because(CodeTouches, "a colleague wrote; this sequence doesn't mind", m.Evidence...)
	case live == nil:
		d.turn(why)
	case rule == CompanyStop:
		d.turn(why)
		d.haltLive(StateStopped, why)
	default:
		d.haltLive(StateHeld, why)
		d.turn(why)
	}
	d.notify(NoticeColleague, concerned.ID)
	return why
}

// RuleColleague is the evidence that a colleague's answer held somebody before.
const RuleColleague = "turn." + string(CodeCompany)

// RuleDateOff is the evidence that names the date which is off (CodeDateOff), as
// in 2027-03-01.
const RuleDateOff = "date.off"

// dateAhead is the day to which a live sequence is snoozed, where it is ahead.
func (d *decision) dateAhead() (date time.Time, ahead bool) {
	live := d.p.Live()
	if live == nil || live.State != StateSnoozed || d.p.Snooze == nil || !d.p.Snooze.At.After(d.now) {
		return date, false
	}
	return d.p.Snooze.At.In(d.plan.ZonesOf(&d.p, live.Mailbox).prospect()), true
}

// ownerMail is a mail that the owner wrote to the person by hand.
func (d *decision) ownerMail(m Mail) Reason {
	if d.isOld() {
		return d.lateHistory(true, because(CodeOld, "written before this began", m.Evidence...))
	}
	d.moment(HapOwnerWrote, m)
	why := because(CodeOwnerWrote, "you wrote to them yourself", m.Evidence...)
	if date, ahead := d.dateAhead(); ahead {
		if m.Ready && !d.p.Snooze.Owner && d.p.Turn == nil {
			// It is their word for that date: it says that they write then.
			return because(CodeSnoozed, "you sent the answer that was ready; the date of "+day(date)+" stands", m.Evidence...)
		}
		why = because(CodeDateOff, "you wrote to them yourself, so the date of "+day(date)+" is off", append([]Evidence{{Rule: RuleDateOff, Text: date.Format(time.DateOnly)}}, m.Evidence...)...)
		d.notify(NoticeDateOff, d.p.Live().ID)
	}
	d.turn(why)
	if d.p.Snooze != nil {
		d.add(Fact{Kind: FactSnoozed})
	}
	if live := d.p.Live(); live != nil {
		state, held := StateHeld, why
		if live.State == StateAnswered {
			state, held = live.State, live.Why
		}
		d.move(live.ID, state, held, live.Step, d.askAt(live))
	}
	return why
}
