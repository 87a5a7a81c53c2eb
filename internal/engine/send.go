package engine

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"followupd/internal/ledger"
	"followupd/mailbox"
	"followupd/sequences"
)

// unsettledAfter is how long a mail in doubt may wait for a proof before the
// owner is asked.
const unsettledAfter = 15 * time.Minute

// rewriteWait is how long a follow-up waits for the id under which the mail
// before it went out, where the server is known to rewrite ids.
const rewriteWait = time.Hour

// errVeto is why the last check before DATA said no.
type errVeto struct{ reason sequences.Reason }

func (v errVeto) Error() string { return v.reason.Text }

// chosen is a mail that Gate let pass, with what it was decided on.
type chosen struct {
	out       ledger.Out
	person    sequences.Person
	enrolment *sequences.Enrolment
	letter    letter
}

// sendAll submits what may go out now, one mail after the other, and says when
// the next one may; zero when nothing waits for a moment.
func (b *box) sendAll(ctx context.Context) (sent int, next time.Time, err error) {
	for ctx.Err() == nil {
		c, next, err := b.choose(ctx)
		if err != nil || c == nil {
			return sent, next, err
		}
		went, err := b.send(ctx, c)
		if err != nil {
			return sent, b.engine.now(), err
		}
		if !went {
			// Whatever stood in the way has been decided on; look again, but
			// not at once.
			return sent, b.engine.now().Add(time.Second), nil
		}
		sent++
	}
	return sent, time.Time{}, ctx.Err()
}

// choose picks the next mail that Gate lets pass but for the look at the
// inbox, commits its bytes, and lets it on its way. Without one, next is when
// one may pass.
func (b *box) choose(ctx context.Context) (c *chosen, next time.Time, err error) {
	now := b.engine.now().UTC()
	if until, waits := b.waits(now); waits {
		return nil, until, nil
	}
	var state sequences.MailboxState
	err = b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		state, err = b.state(t, now)
		return err
	})
	if err != nil {
		return nil, time.Time{}, err
	}
	if reason := gateAnyone(state, now); !reason.Allows() {
		return nil, reason.Until, nil
	}
	var last *ledger.Out
	full := map[string]bool{} // domains that nothing more may go to now
	for limit := 1; ; limit = min(candidatePage, 10*limit) {
		var page []chosen
		more := false
		err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			page, last, err = b.candidates(t, limit, last, slices.Collect(maps.Keys(full)))
			more = last != nil
			return err
		})
		if err != nil {
			return nil, time.Time{}, err
		}
		c, until, stop, err := b.chooseFrom(ctx, page, state, full, now)
		next = earlier(next, until)
		if c != nil || err != nil || stop || !more {
			return c, next, err
		}
	}
}

// gateAnyone is Gate for a mail that nothing of its own stands in the way of:
// what stops that one stops all, and nobody needs to be looked at.
func gateAnyone(state sequences.MailboxState, now time.Time) sequences.Reason {
	return sequences.GateWithoutLook(state, sequences.Candidate{State: sequences.StateQueued, Window: sequences.Window{Always: true}}, now)
}

// candidatePage is how many queued mails are looked at together at most. Mostly
// the very first may go, so it is looked at alone.
const candidatePage = 100

func (b *box) chooseFrom(ctx context.Context, page []chosen, state sequences.MailboxState, full map[string]bool, now time.Time) (c *chosen, next time.Time, stop bool, err error) {
	for i := range page {
		domain := ledger.Domain(page[i].out.Recipient)
		if full[domain] {
			continue
		}
		reason, err := b.gateOne(ctx, &page[i], state, now)
		if err != nil {
			return nil, next, true, err
		}
		if !reason.Allows() {
			next = earlier(next, reason.Until)
			switch {
			case mailboxWide(reason.Code):
				return nil, next, true, nil
			case reason.Code == sequences.CodeCapDomain || reason.Code == sequences.CodeDomainGap:
				full[domain] = true
			}
			if reason.Code == sequences.CodeSuppressed {
				if err := b.suppressed(ctx, &page[i], reason, now); err != nil {
					return nil, next, true, err
				}
			}
			continue
		}
		begun, err := b.begin(ctx, &page[i], now)
		if err != nil {
			return nil, next, true, err
		}
		if begun {
			return &page[i], time.Time{}, true, nil
		}
	}
	return nil, next, false, nil
}

// suppressed decides on somebody who is on the list of suppressions and in the
// queue all the same: nothing would ever move them.
func (b *box) suppressed(ctx context.Context, c *chosen, why sequences.Reason, now time.Time) error {
	return b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		_, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("listed:%d:%d", c.out.ID, c.person.Version), Kind: sequences.EvOrder, At: now, Person: c.person.ID,
			By: "the list of suppressions", Order: &sequences.Order{Verb: sequences.VerbSuppress, Text: why.Text}}, done)
		return err
	})
}

// waits says whether the mailbox is not to be tried now: it can't be read, its
// folders were not looked at since the start (one may say STOP), or its server
// could not be reached a moment ago.
func (b *box) waits(now time.Time) (time.Time, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.problem != "" || !b.listed {
		return now.Add(time.Second), true
	}
	return b.notBefore, now.Before(b.notBefore)
}

// reached notes whether the server for outgoing mail could be reached: while
// it can't, not every waiting mail needs to find out for itself.
func (b *box) reached(o mailbox.Outcome, now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if o.State != mailbox.NotSent || o.Stage != mailbox.StageConnect && o.Stage != mailbox.StageLogin {
		b.failures, b.notBefore, b.smtpProblem = 0, time.Time{}, ""
		return
	}
	if b.smtpProblem == "" {
		b.smtpSince = now
	}
	b.failures++
	b.notBefore = now.Add(sequences.Backoff(sequences.ResNotSent, b.failures))
	b.smtpProblem = mailbox.Plain(o.Err)
}

// mailboxWide says whether a reason stands in the way of every mail.
func mailboxWide(code sequences.Code) bool {
	switch code {
	case sequences.CodeNotLive, sequences.CodePausedAll, sequences.CodeBreaker, sequences.CodeOwnerAway, sequences.CodeGap,
		sequences.CodeCapHour, sequences.CodeCapDay, sequences.CodeRamp:
		return true
	}
	return false
}

// earlier is the earlier of two moments; zero is none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// candidates are a page of the queued mails, in the order in which they may go,
// but for those to some domains; last is its end where there may be more.
func (b *box) candidates(t *ledger.Tx, limit int, after *ledger.Out, except []string) (list []chosen, last *ledger.Out, err error) {
	outs, err := t.Queued(b.Name, limit, after, except)
	if err != nil {
		return nil, nil, err
	}
	for _, o := range outs {
		p, err := t.Person(o.Person)
		if err != nil {
			return nil, nil, err
		}
		if e := p.Enrolment(o.Enrolment); e != nil {
			list = append(list, chosen{out: o, person: p, enrolment: e})
		}
	}
	if len(outs) == limit {
		last = &outs[limit-1]
	}
	return list, last, nil
}

// state is the mailbox as Gate sees it.
func (b *box) state(t *ledger.Tx, now time.Time) (sequences.MailboxState, error) {
	lastLook, _, _ := b.health()
	s := sequences.MailboxState{Live: b.Live, OwnerAway: b.engine.ownerAway(now), LastLook: lastLook, Fresh: b.Fresh, Limits: b.Limits, Zone: b.Zone}
	var err error
	if s.Paused, err = t.Setting(pausedSetting); err != nil {
		return s, err
	}
	if stop := b.engine.stopped(); stop != "" {
		s.Paused = stop
	}
	if s.Days, err = SendingDays(t, b.Name, b.Limits, b.Zone); err != nil {
		return s, err
	}
	// Where too few went out for any cap to bind, when they did says nothing.
	few, err := b.fewSent(t, s.Days, now)
	if err != nil {
		return s, err
	}
	if !few {
		if s.Sent, err = t.SentTimes(b.Name, now.Add(-capsLookBack)); err != nil {
			return s, err
		}
	}
	breaker, err := ReadBreaker(t, b.Name)
	if err != nil {
		return s, err
	}
	s.Breaker = breaker.Reason
	s.NextAt, err = t.SettingTime(b.gapSetting())
	return s, err
}

// SendingDays are the days on which a mailbox sent mails, as far as its ramp asks
// for them.
func SendingDays(t *ledger.Tx, mailbox string, limits sequences.Limits, zone *time.Location) (days sequences.SendingDays, err error) {
	if most := limits.DaysCounted(); most > 0 {
		days.N, days.Last, err = t.DaysSent(mailbox, zone, most)
	}
	return days, err
}

// fewSent says whether fewer mails went out in the longest day than any cap
// lets pass.
func (b *box) fewSent(t *ledger.Tx, days sequences.SendingDays, now time.Time) (bool, error) {
	least, _ := b.Limits.Day(days, now, b.Zone)
	if hour := b.Limits.PerHour; least == 0 || hour > 0 && hour < least {
		least = hour
	}
	if least == 0 {
		return true, nil
	}
	return t.FewerSent(b.Name, now.Add(-capsLookBack), least)
}

// capsLookBack is the longest day that a cap counts.
const capsLookBack = 25 * time.Hour

const pausedSetting = "paused"

func (b *box) gapSetting() string { return "gap." + b.Name }

func (b *box) rewriteSetting() string { return "rewrites." + b.Name }

func (b *box) gateOne(ctx context.Context, c *chosen, state sequences.MailboxState, now time.Time) (sequences.Reason, error) {
	var reason sequences.Reason
	err := b.engine.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		candidate, err := b.candidate(t, c.out, &c.person, c.enrolment)
		if err != nil {
			return err
		}
		reason = sequences.GateWithoutLook(state, candidate, now)
		if !reason.Allows() {
			return nil
		}
		reason, err = b.awaitID(t, c, now)
		return err
	})
	return reason, err
}

// candidate is a mail as Gate sees it.
func (b *box) candidate(t *ledger.Tx, o ledger.Out, p *sequences.Person, e *sequences.Enrolment) (sequences.Candidate, error) {
	c, err := b.unthrottled(t, o, p, e)
	if err == nil && c.Company.AtOnce > 0 {
		c.Company.Begun, c.Company.Before, err = t.AtCompany(c.Company.Domain, p.ID, e.ID, e.At)
	}
	if err == nil && b.throttles(c) {
		c.ToDomain, err = t.SentTo(c.Domain, b.engine.now().Add(-capsLookBack))
	}
	return c, err
}

// throttles says whether there is a limit for the domain that a mail goes to.
func (b *box) throttles(c sequences.Candidate) bool {
	limit := b.Limits.PerDomain
	if c.Provider {
		limit = b.Limits.PerProvider
	}
	return c.Domain != "" && limit != sequences.DomainLimit{}
}

// suppressions are asked whether an address is suppressed: the ledger, or a list
// of all that was read from it.
type suppressions interface {
	Suppressed(address string) (ledger.Suppression, error)
}

// unthrottled is a mail as Gate sees it, but for what went to its domain.
func (b *box) unthrottled(t suppressions, o ledger.Out, p *sequences.Person, e *sequences.Enrolment) (sequences.Candidate, error) {
	c := candidateOf(b.engine.Rules().Plan, p, e, o.Step, o.NotBefore)
	if o.Recipient != "" {
		c.Domain = ledger.Domain(o.Recipient)
	} else if len(p.Addresses) > 0 {
		c.Domain = ledger.Domain(p.Addresses[0])
	}
	c.Provider = freeMail(c.Domain)
	c.Company = companyOf(b.engine.Rules().Plan, c, e.Sequence)
	for _, a := range p.Addresses {
		s, err := t.Suppressed(a)
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err != nil {
			return c, err
		}
		c.Blocked = s.Value
	}
	return c, nil
}

// candidateOf is a mail as Gate sees it, but for the list of suppressions.
func candidateOf(plan sequences.Plan, p *sequences.Person, e *sequences.Enrolment, stepID string, notBefore time.Time) sequences.Candidate {
	seq := plan.Sequences[e.Sequence]
	step, _ := seq.StepOf(stepID)
	window := seq.Window
	if step.Window != nil {
		window = *step.Window
	}
	return sequences.Candidate{State: e.State, Step: e.Step, WantedStep: stepID, NotBefore: notBefore, LastMail: p.LastSent(), First: e.FirstMail(),
		Window: window, Zones: plan.ZonesOf(p, e.Mailbox)}
}

// awaitID lets a follow-up wait for the id under which the mail before it went
// out, where the server is known to give ids of its own.
func (b *box) awaitID(t *ledger.Tx, c *chosen, now time.Time) (sequences.Reason, error) {
	ok := sequences.Reason{Code: sequences.OK}
	rewrites, err := t.Setting(b.rewriteSetting())
	if err != nil || rewrites == "" || c.enrolment.FirstMail() {
		return ok, err
	}
	outs, err := t.EnrolmentOuts(c.enrolment.ID)
	if err != nil {
		return ok, err
	}
	for _, o := range outs {
		if o.State == ledger.OutSent && o.SeenAt.IsZero() && now.Before(o.SettledAt.Add(rewriteWait)) {
			return sequences.Reason{Code: sequences.CodeNotYet, Text: "the copy of the mail before it has not been seen yet", Until: o.SettledAt.Add(rewriteWait)}, nil
		}
	}
	return ok, nil
}

// begin renders a mail once, and commits its bytes and the decision to send it.
func (b *box) begin(ctx context.Context, c *chosen, now time.Time) (begun bool, err error) {
	err = b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		p, err := t.Person(c.out.Person)
		if err != nil {
			return err
		}
		enrolment := p.Enrolment(c.out.Enrolment)
		if enrolment == nil {
			return nil
		}
		unlike, err := b.engine.unlike(t, &p, enrolment, c.out.Step)
		if err != nil {
			return err
		}
		if unlike {
			_, err = b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("unlike:%d:%d", c.out.ID, p.Version), Kind: sequences.EvUnlike, At: now, Person: p.ID,
				Enrolment: enrolment.ID, Step: c.out.Step}, done)
			return err
		}
		c.letter, err = b.rendered(t, c.out.ID, &p, enrolment, c.out.Step, now)
		var hole *holeError
		if errors.As(err, &hole) {
			_, err = b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("hole:%d:%d", c.out.ID, p.Version), Kind: sequences.EvHole, At: now, Person: p.ID,
				Enrolment: enrolment.ID, Step: c.out.Step, Problem: hole.Error()}, done)
			return err
		}
		if err != nil {
			return err
		}
		reason, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("begin:%d:%d", c.out.ID, p.Version), Kind: sequences.EvBegin, At: now, Person: p.ID,
			Enrolment: enrolment.ID, Step: c.out.Step}, done)
		if err != nil || reason.Code != sequences.CodeBegin {
			return err
		}
		begun = true
		return t.Commit(c.out.ID, c.letter.Subject, c.letter.Bytes, c.letter.SHA256, c.letter.BodySHA256)
	})
	return begun && err == nil, err
}

// rendered is the mail of an outbox row: made once, and the very same bytes at
// every further attempt, so that what a server may have kept of an earlier one
// is the same mail.
func (b *box) rendered(t *ledger.Tx, id int64, p *sequences.Person, enrolment *sequences.Enrolment, step string, now time.Time) (letter, error) {
	out, err := t.Out(id)
	if err != nil {
		return letter{}, err
	}
	if len(out.Bytes) > 0 {
		if sum := sha256.Sum256(out.Bytes); hex.EncodeToString(sum[:]) != out.SHA256 {
			return letter{}, &ledger.DamagedError{Path: b.engine.ledger.Path(), Err: fmt.Errorf("the text of mail %d is not as it was written", id)}
		}
		return letter{Subject: out.Subject, Bytes: out.Bytes, SHA256: out.SHA256, BodySHA256: out.BodySHA256}, nil
	}
	return b.engine.compose(t, p, enrolment, step, now)
}

// send submits one mail. went is false where it did not go out and something
// else must change first.
func (b *box) send(ctx context.Context, c *chosen) (went bool, err error) {
	submission := mailbox.Submission{From: b.From.Address, To: []string{c.out.Recipient}, Data: c.letter.Bytes}
	o := b.Submitter.Submit(ctx, submission, func(ctx context.Context) error { return b.beforeData(ctx, c) })
	b.reached(o, b.engine.now())
	about := []any{"mailbox", b.Name, "mail", c.out.ID, "state", o.State, "stage", o.Stage, "code", o.Code}
	if o.Err != nil && o.Code == 0 {
		about = append(about, "error", o.Err)
	}
	b.engine.log.Info("submitted", about...)
	// What became of it must be written down even while the daemon stops.
	if err := b.settle(context.WithoutCancel(ctx), c, o); err != nil {
		b.left = true
		return false, fmt.Errorf("settle mail %d: %w", c.out.ID, err)
	}
	return o.State == mailbox.Sent, nil
}

// beforeData is the last check: the mailbox is read, what was found is decided
// on, and the marker is committed together with one more look at everything
// that could stand in the way.
func (b *box) beforeData(ctx context.Context, c *chosen) error {
	if err := b.look(ctx, mailbox.BeforeSend); err != nil {
		b.engine.log.Warn("the inbox can't be read, so a mail waits", "mailbox", b.Name, "mail", c.out.ID, "error", err)
		return errVeto{sequences.Reason{Code: sequences.CodeNotFresh, Text: "the inbox can't be read: " + mailbox.Plain(err)}}
	}
	if err := b.engine.answerRequests(ctx); err != nil {
		return err
	}
	return b.engine.ledger.Write(ctx, func(t *ledger.Tx) error {
		now := b.engine.now().UTC()
		reason, err := b.lastCheck(t, c, now)
		if err != nil {
			return err
		}
		if !reason.Allows() {
			return errVeto{reason}
		}
		if err := b.engine.ledger.Broken(); err != nil {
			return err // another page was found damaged meanwhile
		}
		return t.Mark(c.out.ID, now)
	})
}

func (b *box) lastCheck(t *ledger.Tx, c *chosen, now time.Time) (sequences.Reason, error) {
	open, err := t.CountOpenRequests()
	if err != nil {
		return sequences.Reason{}, err
	}
	if open > 0 {
		return sequences.Reason{Code: sequences.CodeUndecided, Text: "a request of yours came first"}, nil
	}
	out, err := t.Out(c.out.ID)
	if err != nil {
		return sequences.Reason{}, err
	}
	p, err := t.Person(c.out.Person)
	if err != nil {
		return sequences.Reason{}, err
	}
	enrolment := p.Enrolment(c.out.Enrolment)
	if enrolment == nil || out.State != ledger.OutSending || enrolment.State != sequences.StateSending || p.Turn != nil {
		return sequences.Reason{Code: sequences.CodeChanged, Text: "something came in that changes this"}, nil
	}
	state, err := b.state(t, now)
	if err != nil {
		return sequences.Reason{}, err
	}
	candidate, err := b.candidate(t, out, &p, enrolment)
	if err != nil {
		return sequences.Reason{}, err
	}
	candidate.NotBefore = time.Time{}
	return sequences.Gate(state, candidate, now), nil
}

// settle takes in how a submission ended.
func (b *box) settle(ctx context.Context, c *chosen, o mailbox.Outcome) error {
	now := b.engine.now().UTC()
	text := o.Text
	if text == "" && o.Err != nil {
		text = mailbox.Plain(o.Err)
	}
	result := map[mailbox.OutcomeState]sequences.Result{mailbox.Sent: sequences.ResSent, mailbox.NotSent: sequences.ResNotSent,
		mailbox.Deferred: sequences.ResDeferred, mailbox.Refused: sequences.ResRefused, mailbox.Uncertain: sequences.ResUncertain,
		mailbox.Vetoed: sequences.ResVetoed}[o.State]
	if o.State == mailbox.Refused && o.Sender && o.Stage != mailbox.StageDot {
		result = sequences.ResDeferred // it says nothing of this mail: other times, other answers
	}
	var veto errVeto
	if errors.As(o.Err, &veto) && o.State == mailbox.Vetoed {
		text = veto.reason.Text
	}
	return b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		out, err := t.Out(c.out.ID)
		if err != nil {
			return err
		}
		if err := b.judged(t, o, now); err != nil {
			return err
		}
		result, text := provenOut(out, result, text)
		if err := b.settleOut(t, out, result, text, now); err != nil {
			return err
		}
		ev := sequences.Event{ID: fmt.Sprintf("out:%d:%d:%d", c.out.ID, c.out.Attempts+1, c.person.Version), Kind: sequences.EvOutcome, At: now, Person: c.out.Person,
			Enrolment: c.out.Enrolment, Step: c.out.Step, Outcome: &sequences.Outcome{Result: result, Code: o.Code, Text: clip(text, 300),
				Why: veto.reason.Code, Recipient: o.Recipient, Value: c.out.Value, Sequence: c.out.Sequence}}
		reason, err := b.engine.decide(t, ev, done)
		if err != nil {
			return err
		}
		if reason.Code == sequences.CodeRetry {
			return t.Requeue(c.out.ID, reason.Until, text)
		}
		return nil
	})
}

// provenOut is the result of a submission in the light of what was seen while
// it lasted: a copy in Sent leaves no doubt.
func provenOut(out ledger.Out, result sequences.Result, text string) (sequences.Result, string) {
	if result == sequences.ResUncertain && !out.SeenAt.IsZero() {
		return sequences.ResSeen, "its copy lies in the Sent folder"
	}
	return result, text
}

func (b *box) settleOut(t *ledger.Tx, out ledger.Out, result sequences.Result, text string, now time.Time) error {
	switch result {
	case sequences.ResSent, sequences.ResSeen, sequences.ResUncertain:
		if err := t.SetTime(b.gapSetting(), now.Add(b.gapAfter(out.MessageID))); err != nil {
			return err
		}
		if result == sequences.ResUncertain {
			return t.Settle(out.ID, ledger.OutUncertain, text, now)
		}
		return t.Settle(out.ID, ledger.OutSent, text, now)
	case sequences.ResRefused:
		return t.Settle(out.ID, ledger.OutFailed, text, now)
	case sequences.ResDeferred: // the server was asked: that counts for the gap
		if err := t.SetTime(b.gapSetting(), now.Add(b.gapAfter(out.MessageID))); err != nil {
			return err
		}
	}
	// Deferred, not sent or vetoed: it certainly did not go out.
	return t.Requeue(out.ID, time.Time{}, text)
}

// daemonStopped is why mails are under way when it starts.
const daemonStopped = "the daemon stopped"

// recover takes in what a crash or a full disk left behind: a mail under way
// without the marker did not go out, one with it may have. why is what left it.
func (b *box) recover(ctx context.Context, why string) error {
	return b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		for _, state := range []ledger.OutState{ledger.OutSending, ledger.OutMarked} {
			outs, err := t.OpenOuts(b.Name, state)
			if err != nil {
				return err
			}
			for _, o := range outs {
				if err := b.recoverOne(t, o, why, done); err != nil {
					return fmt.Errorf("take up mail %d: %w", o.ID, err)
				}
			}
		}
		return nil
	})
}

func (b *box) recoverOne(t *ledger.Tx, o ledger.Out, why string, done *committed) error {
	result, text := sequences.ResVetoed, why+" before it was sent"
	if o.State == ledger.OutMarked {
		result, text = provenOut(o, sequences.ResUncertain, why+" while it was being sent")
	}
	now := b.engine.now().UTC()
	if err := b.settleOut(t, o, result, text, now); err != nil {
		return err
	}
	_, err := b.engine.decide(t, sequences.Event{ID: fmt.Sprintf("crash:%d:%d:%d", o.ID, o.Attempts, o.QueuedAt.UnixNano()), Kind: sequences.EvOutcome, At: now, Person: o.Person,
		Enrolment: o.Enrolment, Step: o.Step, Outcome: &sequences.Outcome{Result: result, Text: text, Value: o.Value, Sequence: o.Sequence}}, done)
	return err
}

// unsettled asks the owner about mails that stayed in doubt, and says when the
// next one is to be asked about.
func (b *box) unsettled(ctx context.Context) (next time.Time, err error) {
	now := b.engine.now().UTC()
	err = b.engine.transact(ctx, func(t *ledger.Tx, done *committed) error {
		outs, err := t.OpenOuts(b.Name, ledger.OutUncertain)
		if err != nil {
			return err
		}
		for _, o := range outs {
			at := o.SettledAt.Add(unsettledAfter)
			if now.Before(at) {
				next = earlier(next, at)
				continue
			}
			ev := sequences.Event{ID: fmt.Sprintf("unsettled:%d:%d", o.ID, o.Attempts), Kind: sequences.EvOutcome, At: now, Person: o.Person, Enrolment: o.Enrolment,
				Step: o.Step, Outcome: &sequences.Outcome{Result: sequences.ResUnsettled}}
			if _, err := b.engine.decide(t, ev, done); err != nil {
				return err
			}
		}
		return nil
	})
	return next, err
}
