package sequences

import (
	"cmp"
	"fmt"
	"time"
)

// deferredLimit is for how long a mail is tried that is asked to come later.
const deferredLimit = 5 * 24 * time.Hour

// draftTakenBack is how long a mail waits for its draft to be taken back before
// it is tried again.
const draftTakenBack = 5 * time.Minute

// SnoozeStep is the id of the mail that ends a person's n-th snooze (n from 1).
func SnoozeStep(n int) string { return fmt.Sprintf("after-snooze-%d", n) }

// StepOf is the step of that id, those that end a snooze included.
func (s Sequence) StepOf(id string) (Step, bool) {
	for _, step := range s.Steps {
		if step.ID == id {
			return step, true
		}
	}
	var n int
	if s.OnSnoozeEnd != "" {
		if _, err := fmt.Sscanf(id, "after-snooze-%d", &n); err == nil && id == SnoozeStep(n) {
			return Step{ID: id, Template: s.OnSnoozeEnd, Objective: "learn what has changed"}, true
		}
	}
	return Step{}, false
}

func (s Sequence) window(step Step) Window {
	if step.Window != nil {
		return *step.Window
	}
	return s.Window
}

func (s Sequence) giveUp() int {
	if s.GiveUp > 0 {
		return s.GiveUp
	}
	return defaultGiveUp
}

// ZonesOf are the zones in which a person's times are reckoned for a mailbox.
func (plan Plan) ZonesOf(p *Person, mailbox string) Zones {
	zone, _, _ := ResolveZone(p.Fields, p.Offset, plan.Mailboxes[mailbox].Zone)
	own, ownName, _ := ResolveZone(nil, nil, plan.Mailboxes[mailbox].Zone)
	return Zones{Prospect: zone, Mailbox: own, Country: p.country(), MailboxCountry: ZoneCountry(ownName)}
}

// schedule sets the time of an enrolment's next step, counted from base where
// nothing of it went out yet. Steps whose facts are missing are passed over
// only when their time comes: a note may still be made.
func (d *decision) schedule(id int64, base time.Time, why Reason) Reason {
	e := d.p.Enrolment(id)
	if e.Unplaced > 0 {
		return d.unplaced(id)
	}
	seq, ok := d.plan.Sequences[e.Sequence]
	if !ok {
		return d.stuck(id, because(CodeSequenceGone, fmt.Sprintf("sequence %q is not there any more", e.Sequence)))
	}
	step, due, ok := d.upcoming(id, seq, base)
	if !ok {
		return d.end(id, d.over(d.p.Enrolment(id)))
	}
	if due.IsZero() {
		return d.stuck(id, because(CodeNoWindow, fmt.Sprintf("the window of step %q never opens", step.ID)))
	}
	why.Until = due.UTC()
	d.move(id, StateScheduled, why, step.ID, due)
	return why
}

// upcoming is the step that comes next, and when; a zero time where its window
// never opens. A step with a day is passed over here where there is no such
// day, or it is too late: nothing will ever come that it could wait for.
func (d *decision) upcoming(id int64, seq Sequence, base time.Time) (step Step, due time.Time, ok bool) {
	for {
		e := d.p.Enrolment(id)
		if step, ok = seq.next(e); !ok {
			return step, due, false
		}
		if step.On == nil {
			return step, d.dueAt(seq, step, e, base), true
		}
		due, why := d.dueOn(seq, step, e)
		if why == "" {
			return step, due, true
		}
		d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: step.ID, How: HowSkipped, At: d.now, Why: why}})
	}
}

// dueOn is when a step with a day comes; why says why it never does.
func (d *decision) dueOn(seq Sequence, step Step, e *Enrolment) (due time.Time, why string) {
	zones := d.plan.ZonesOf(&d.p, e.Mailbox)
	from, until, why := step.span(&d.p, zones)
	if why != "" {
		return due, why
	}
	due = seq.window(step).Next(laterOf(from, d.now), zones)
	if due.IsZero() || due.Before(until) {
		return due, ""
	}
	if !d.now.Before(until) {
		return due, fmt.Sprintf("its day, %s, is past", day(from.In(zones.prospect())))
	}
	return due, fmt.Sprintf("its window doesn't open in time after %s", day(from.In(zones.prospect())))
}

// over is why an enrolment ends that has no step left.
func (d *decision) over(e *Enrolment) Reason {
	if _, ok := e.lastStep(); !ok {
		return because(CodeEnded, "no step is left: each was passed over")
	}
	for _, done := range e.Done {
		if done.How == HowDone {
			return because(CodeEnded, "all steps are done")
		}
	}
	return because(CodeEnded, "all steps are sent")
}

func (d *decision) dueAt(seq Sequence, step Step, e *Enrolment, base time.Time) time.Time {
	zones := d.plan.ZonesOf(&d.p, e.Mailbox)
	if last, ok := e.lastStep(); ok {
		base = last
	}
	at := step.Wait.After(base, zones)
	if at.Before(d.now) {
		at = d.now
	}
	return seq.window(step).Next(at, zones)
}

// stuck holds an enrolment that can't go on without the owner.
func (d *decision) stuck(id int64, why Reason) Reason {
	d.halt(id, StateHeld, why)
	d.notify(NoticeProblem, id)
	return why
}

// end closes an enrolment and lets the one behind it begin.
func (d *decision) end(id int64, why Reason) Reason {
	d.move(id, StateEnded, why, "", time.Time{})
	for _, e := range d.p.Enrolments {
		if e.After == id && e.State.Live() {
			d.add(Fact{Kind: FactNext, Enrolment: e.ID})
			d.start(e.ID, e.History == "ignore")
			break
		}
	}
	return why
}

// due is the moment that an enrolment waited for.
func (d *decision) due() Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.After != 0 {
		return because(CodeNothing, "nothing waits for this moment")
	}
	switch e.State {
	case StateScheduled, StateAway, StateSnoozed, StateTask:
	case StateHeld, StateAnswered:
		return d.silent(e)
	default:
		return because(CodeNothing, fmt.Sprintf("it is %s, not waiting for a moment", e.State))
	}
	if e.Due.IsZero() || d.now.Before(e.Due) {
		return because(CodeNotYet, "its time has not come")
	}
	if !e.Checked {
		return because(CodeUnchecked, "the mailbox's past has not been read yet")
	}
	if stop, why := d.blocked(e.ID); stop {
		return why
	}
	if e.Unplaced > 0 {
		return d.unplaced(e.ID)
	}
	seq, ok := d.plan.Sequences[e.Sequence]
	if !ok {
		return d.stuck(e.ID, because(CodeSequenceGone, fmt.Sprintf("sequence %q is not there any more", e.Sequence)))
	}
	if e.State == StateTask {
		return d.tooLate(e.ID, seq)
	}
	stepID := d.endSnooze(e.ID, seq)
	if inserted, ok := seq.before(e, stepID); ok {
		return d.schedule(e.ID, d.now, because(CodeEdited, fmt.Sprintf("the sequence was edited: step %q comes first now", inserted)))
	}
	return d.ready(e.ID, seq, stepID)
}

// blocked applies what holds of the person to an enrolment whose time has come.
func (d *decision) blocked(id int64) (bool, Reason) {
	switch {
	case d.p.Suppressed != nil:
		d.halt(id, StateSuppressed, d.p.Suppressed.Reason)
		return true, d.p.Suppressed.Reason
	case d.p.Turn != nil:
		d.halt(id, StateHeld, d.p.Turn.Reason)
		return true, d.p.Turn.Reason
	case d.p.Away != nil && d.now.Before(d.p.Away.At):
		d.move(id, StateAway, d.p.Away.Reason, d.p.Enrolment(id).Step, d.p.Away.At)
		return true, d.p.Away.Reason
	case d.p.Snooze != nil && d.now.Before(d.p.Snooze.At):
		d.move(id, StateSnoozed, d.p.Snooze.Reason, d.p.Enrolment(id).Step, d.p.Snooze.At)
		return true, d.p.Snooze.Reason
	}
	return false, Reason{}
}

// endSnooze clears an absence or a snooze that is over and names the step that
// comes now: after one that they asked for themselves, the mail that asks what
// has changed. It refers to their own word, so it comes for no other snooze, and
// not to somebody who has no mail of ours yet.
func (d *decision) endSnooze(id int64, seq Sequence) string {
	e := d.p.Enrolment(id)
	step := e.Step
	if d.p.Away != nil {
		d.add(Fact{Kind: FactAway})
	}
	if d.p.Snooze == nil {
		return step
	}
	asks := seq.asksWhatChanged(&d.p, e)
	d.add(Fact{Kind: FactSnoozed})
	if !asks {
		return step
	}
	n := e.Snoozes + 1
	d.add(Fact{Kind: FactSnoozes, Enrolment: id, Count: n})
	return SnoozeStep(n)
}

func (s Sequence) asksWhatChanged(p *Person, e *Enrolment) bool {
	return p.Snooze != nil && !p.Snooze.Owner && s.OnSnoozeEnd != "" && !e.FirstMail()
}

// NextStep is the id of the step that comes next for somebody in an enrolment:
// where they are snoozed, that may be the mail that ends it.
func (s Sequence) NextStep(p *Person, e *Enrolment) string {
	if e.State == StateSnoozed && s.asksWhatChanged(p, e) {
		return SnoozeStep(e.Snoozes + 1)
	}
	return e.Step
}

// ready puts the step that is due into the outbox, or says why it isn't.
func (d *decision) ready(id int64, seq Sequence, stepID string) Reason {
	for {
		e := d.p.Enrolment(id)
		step, ok := seq.StepOf(stepID)
		if _, done := e.done(stepID); !ok || done {
			if stepID != "" && !ok {
				return d.schedule(id, d.now, stepGone(stepID, e.Sequence))
			}
			return d.schedule(id, d.now, because(CodeDue, "on to the next step"))
		}
		if why, meant := d.notNow(seq, step, e); why != "" {
			why := d.skip(id, step, why, meant)
			e = d.p.Enrolment(id)
			if e.State != StateScheduled || e.Due.After(d.now) {
				return why
			}
			stepID = e.Step
			continue
		}
		if step.On != nil {
			if due, _ := d.dueOn(seq, step, e); due.After(d.now) {
				return d.schedule(id, d.now, because(CodeNotYet, "its day is "+day(due)))
			}
		}
		if c := d.p.BalanceAt(); c.Balance >= seq.giveUp() {
			return d.end(id, because(CodeGiveUp, seq.gaveEnough(e, c.Balance)))
		}
		if step.Task != "" {
			return d.task(id, seq, step)
		}
		return d.queue(id, seq, step)
	}
}

// notNow is why a step whose time has come is passed over, "" where it isn't;
// meant says whether the sequence wants it so.
func (d *decision) notNow(seq Sequence, step Step, e *Enrolment) (why string, meant bool) {
	if step.On != nil {
		if _, why := d.dueOn(seq, step, e); why != "" {
			return why, false
		}
	}
	return d.notFor(step, e), true
}

// notFor is why a step isn't for this person as things are; "" where it is.
func (d *decision) notFor(step Step, e *Enrolment) string {
	for _, need := range step.Needs {
		if !d.p.knows(e, need) {
			return fmt.Sprintf("it leans on %s, which is not known", need)
		}
	}
	if why := step.When.unmet(&d.p, d.now); why != "" {
		return why
	}
	return d.plan.WasGiven(&d.p, e, step)
}

// skip passes a step over, and goes on to the next; see Done.Meant.
func (d *decision) skip(id int64, step Step, why string, meant bool) Reason {
	d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: step.ID, How: HowSkipped, At: d.now, Why: why, Meant: meant}})
	return d.schedule(id, d.now, because(CodeSkipped, fmt.Sprintf("step %q is passed over: %s", step.ID, why)))
}

// closed has an enrolment wait where the window of its step isn't open now.
func (d *decision) closed(id int64, seq Sequence, step Step) (Reason, bool) {
	opens := seq.window(step).Next(d.now, d.plan.ZonesOf(&d.p, d.p.Enrolment(id).Mailbox))
	switch {
	case opens.IsZero():
		return d.stuck(id, because(CodeNoWindow, fmt.Sprintf("the window of step %q never opens", step.ID))), true
	case opens.After(d.now):
		why := because(CodeWindow, "waits for the window to open")
		why.Until = opens.UTC()
		d.move(id, StateScheduled, why, step.ID, opens)
		return why, true
	}
	return Reason{}, false
}

func (d *decision) queue(id int64, seq Sequence, step Step) Reason {
	if why, closed := d.closed(id, seq, step); closed {
		return why
	}
	if why, waits := d.awaits(d.p.Enrolment(id), seq, step); waits {
		return why
	}
	why := because(CodeDue, fmt.Sprintf("step %q is due", step.ID))
	d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: StateQueued, Why: why, At: d.now, Step: step.ID}})
	d.effect(Effect{Kind: EffSend, Enrolment: id, Step: step.ID})
	return why
}

// hole holds an enrolment whose mail can't be made without a hole in it.
func (d *decision) hole() Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.Step != d.e.Step || (e.State != StateQueued && e.State != StateSending && !e.Awaits()) {
		return because(CodeNothing, "that mail is not waiting any more")
	}
	if seq, ok := d.plan.Sequences[e.Sequence]; ok {
		if _, there := seq.StepOf(e.Step); !there {
			return d.schedule(e.ID, d.now, stepGone(e.Step, e.Sequence))
		}
	}
	return d.stuck(e.ID, because(CodeHole, d.e.Problem, Evidence{Rule: "render", Text: d.e.Problem}))
}

// draftLies has a mail wait that can't be queued yet, for its draft is still to
// be taken back from the owner's Drafts: both would go out.
func (d *decision) draftLies() Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.State != StateQueued || e.Step != d.e.Step {
		return because(CodeNothing, "that mail is not waiting any more")
	}
	why := because(CodeRetry, "its draft is taken back from your Drafts first")
	why.Until = d.now.Add(draftTakenBack)
	d.move(e.ID, StateScheduled, why, e.Step, why.Until)
	return why
}

// begin lets a queued mail on its way once Gate has said yes and its bytes are
// made. What changed since is looked at once more.
func (d *decision) begin() Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil || e.State != StateQueued || e.Step != d.e.Step || e.Uncertain {
		return because(CodeChanged, "that mail is not waiting to go out any more")
	}
	if _, done := e.done(e.Step); done {
		return because(CodeChanged, "that step is done")
	}
	if stop, why := d.blocked(e.ID); stop {
		return why
	}
	if e.Unplaced > 0 {
		return d.unplaced(e.ID)
	}
	if why, late := d.outlived(e); late {
		return why
	}
	why := because(CodeBegin, fmt.Sprintf("step %q may go out", e.Step))
	d.add(Fact{Kind: FactAttempts, Enrolment: e.ID, Count: e.Attempts + 1})
	d.add(Fact{Kind: FactMoved, Enrolment: e.ID, Move: &Move{State: StateSending, Why: why, At: d.now, Step: e.Step}})
	return why
}

// outlived takes back a mail whose day changed, or was past, or which gives what
// was given meanwhile, while it waited in the outbox.
func (d *decision) outlived(e *Enrolment) (Reason, bool) {
	step, ok := d.plan.Sequences[e.Sequence].StepOf(e.Step)
	if !ok {
		return Reason{}, false
	}
	if why := d.plan.WasGiven(&d.p, e, step); why != "" {
		return d.skip(e.ID, step, why, true), true
	}
	if step.On == nil {
		return Reason{}, false
	}
	zones := d.plan.ZonesOf(&d.p, e.Mailbox)
	from, until, why := step.span(&d.p, zones)
	switch {
	case why != "":
		return d.skip(e.ID, step, why, false), true
	case d.now.Before(from):
		return d.schedule(e.ID, d.now, because(CodeNotYet, "its day is "+day(from.In(zones.prospect())))), true
	case d.now.Before(until):
		return Reason{}, false
	}
	return d.skip(e.ID, step, "its day was past before it could go out", false), true
}

// Backoff is how long to wait after the n-th attempt (n from 1) that certainly
// did not go out. Where nobody answered, 10 seconds, doubling, at most 15
// minutes; where a server asked to come later, 5 minutes, doubling, at most 4
// hours.
func Backoff(result Result, attempt int) time.Duration {
	first, most := 10*time.Second, 15*time.Minute
	if result == ResDeferred {
		first, most = 5*time.Minute, 4*time.Hour
	}
	d := first
	for i := 1; i < attempt && d < most; i++ {
		d *= 2
	}
	return min(d, most)
}

// outcome is what became of a submission.
func (d *decision) outcome(o Outcome) Reason {
	e := d.p.Enrolment(d.e.Enrolment)
	if e == nil {
		return because(CodeNothing, "no such enrolment")
	}
	if done, ok := e.done(d.e.Step); ok && done.How == HowSent {
		return because(CodeSeenSent, "that step is known to be sent")
	}
	server := Evidence{Rule: "smtp", Text: o.Text}
	if o.Code == 0 {
		server.Rule = RuleNoWord
	}
	switch o.Result {
	case ResSent:
		return d.sent(e.ID, o, because(CodeSent, "the server took it", server))
	case ResSeen:
		return d.sent(e.ID, o, because(CodeSeenSent, "it was sent: "+o.Text, server))
	case ResElsewhere:
		return d.elsewhere(e, o, because(CodeSeenSent, fmt.Sprintf("step %q went out, though this ledger did not send it: %s", d.e.Step, o.Text), server))
	case ResUncertain:
		d.add(Fact{Kind: FactUncertain, Enrolment: e.ID, Count: 1})
		return because(CodeUncertain, "the connection was lost after the last byte: it may have gone out, and is not sent again", server)
	case ResUnsettled:
		return d.unsettled(e)
	case ResDeleted:
		return d.deleted(e)
	case ResRefused:
		return d.refused(e, o, server)
	case ResNotSent, ResDeferred, ResVetoed:
		return d.again(e, o, server)
	}
	return because(CodeNothing, "an outcome of an unknown kind changes nothing")
}

func (d *decision) sent(id int64, o Outcome, why Reason) Reason {
	e := d.p.Enrolment(id)
	state, step, held := e.State, e.Step, e.Why.Code == CodeUncertain || e.Awaits() && e.Step == d.e.Step
	d.add(Fact{Kind: FactDone, Enrolment: id, Done: &Done{Step: d.e.Step, How: HowSent, At: d.e.At.UTC(), Value: o.Value}})
	d.add(Fact{Kind: FactMoment, Moment: &Moment{At: d.e.At.UTC(), Kind: HapSent, Sequence: e.Sequence, Step: d.e.Step, Value: o.Value}})
	d.clearAttempt(id)
	if state == StateSending || state == StateQueued && step == d.e.Step || state == StateHeld && held {
		d.schedule(id, d.now, why)
		return why
	}
	// It was stopped while under way: the state stays, the next step moves on,
	// and after an absence keeps its distance to the mail that went out.
	next, due := "", e.Due
	if seq, ok := d.plan.Sequences[e.Sequence]; ok {
		if step, ok := seq.next(d.p.Enrolment(id)); ok {
			next = step.ID
			if state == StateAway {
				due = laterOf(due, d.dueAt(seq, step, d.p.Enrolment(id), d.now)).UTC()
			}
		}
	}
	d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: state, Why: e.Why, At: e.Since, Step: next, Due: due}})
	return why
}

func (d *decision) clearAttempt(id int64) {
	e := d.p.Enrolment(id)
	if e.Uncertain {
		d.add(Fact{Kind: FactUncertain, Enrolment: id})
	}
	if e.Attempts != 0 {
		d.add(Fact{Kind: FactAttempts, Enrolment: id})
	}
	if !e.Deferred.IsZero() {
		d.add(Fact{Kind: FactDeferred, Enrolment: id})
	}
}

// RuleNoWord is the evidence of what went wrong with a mail of which the server
// said nothing.
const RuleNoWord = "delivery"

func (d *decision) unsettled(e *Enrolment) Reason {
	if !e.Uncertain {
		return because(CodeNothing, "it is settled")
	}
	why := because(CodeUncertain, "nothing shows whether it went out; say so with: followupd reconcile")
	if e.State == StateSending {
		d.halt(e.ID, StateHeld, why)
	}
	d.notify(NoticeUncertain, e.ID)
	return why
}

func (d *decision) refused(e *Enrolment, o Outcome, server Evidence) Reason {
	id := e.ID
	d.clearAttempt(id)
	if !o.Recipient {
		why := because(CodeRefused, "our own mail server refused it for good", server)
		if e.State == StateSending {
			d.halt(id, StateHeld, why)
			d.notify(NoticeProblem, id)
		}
		return why
	}
	return d.hardBounce(because(CodeBounced, "the address can't be reached", server), "")
}

// again puts a mail that certainly didn't go out back into the queue.
func (d *decision) again(e *Enrolment, o Outcome, server Evidence) Reason {
	id := e.ID
	if e.State == StateQueued && e.Step == d.e.Step {
		return because(CodeChanged, "it did not go out; it was claimed anew meanwhile")
	}
	if e.State != StateSending || e.Step != d.e.Step {
		d.effect(Effect{Kind: EffCancel, Enrolment: id, Step: d.e.Step})
		return because(CodeChanged, "it did not go out and is not wanted any more")
	}
	if o.Result == ResVetoed {
		why := because(cmp.Or(o.Why, CodeRetry), "it did not go out: "+o.Text)
		d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: StateQueued, Why: why, At: d.now, Step: e.Step}})
		return why
	}
	if e.Deferred.IsZero() {
		d.add(Fact{Kind: FactDeferred, Enrolment: id, Until: &Until{At: d.now}})
	} else if o.Result == ResDeferred && d.now.Sub(e.Deferred) > deferredLimit {
		d.clearAttempt(id)
		why := because(CodeDeferredLong, "the server asked to try later for days", server)
		d.halt(id, StateHeld, why)
		d.effect(Effect{Kind: EffCancel, Enrolment: id, Step: e.Step})
		d.notify(NoticeProblem, id)
		return why
	}
	why := because(CodeRetry, "it did not go out and is tried again", server)
	why.Until = d.now.Add(Backoff(o.Result, e.Attempts))
	d.add(Fact{Kind: FactMoved, Enrolment: id, Move: &Move{State: StateQueued, Why: why, At: d.now, Step: e.Step, Due: why.Until}})
	return why
}
