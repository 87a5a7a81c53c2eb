package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"followupd/internal/ledger"
	"followupd/sequences"
)

// Retention is how long what is known is kept; zero keeps it for ever.
type Retention struct {
	Texts  time.Duration // of mails sent, read and told
	People time.Duration // since anything of them changed, once they are in no live enrolment
}

const (
	// tidyEvery is how often what is too old is looked for.
	tidyEvery = 24 * time.Hour
	// requestsKept is how long an answered request is kept: a command that
	// waits for it gives up after seconds.
	requestsKept = 7 * 24 * time.Hour
	// idleAtOnce is for how many people the ledger is read once.
	idleAtOnce = 500
	// entriesAtOnce is how much of it is read between two breaths.
	entriesAtOnce = 5000
	// forgetAtOnce and forgetFor bound one transaction: nothing else is written
	// meanwhile, and the watchdog waits.
	forgetAtOnce = 20
	forgetFor    = 200 * time.Millisecond

	tidiedSetting = "tidied"
)

// tidy removes once a day what has been kept for long enough. Who asked to be
// left alone stays known by a hash of their addresses.
func (e *Engine) tidy(ctx context.Context) error {
	now := e.now().UTC()
	var last time.Time
	err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		last, err = t.SettingTime(tidiedSetting)
		return err
	})
	if err != nil || now.Sub(last) < tidyEvery && !now.Before(last) {
		return err
	}
	if err := e.forgetIdle(ctx, now); err != nil {
		return fmt.Errorf("forget people of long ago: %w", err)
	}
	err = e.ledger.Write(ctx, func(t *ledger.Tx) error {
		if err := t.ForgetRequests(now.Add(-requestsKept)); err != nil {
			return err
		}
		if kept := e.retention.Texts; kept > 0 {
			if err := t.ForgetOutages(now.Add(-kept)); err != nil {
				return err
			}
			n, err := t.ForgetTexts(now.Add(-kept))
			if err != nil {
				return err
			}
			if n > 0 {
				e.log.Info("texts of old mails were removed", "mails", n)
			}
		}
		return t.SetTime(tidiedSetting, now)
	})
	if err != nil {
		return err
	}
	return e.ledger.Checkpoint(ctx)
}

func (e *Engine) forgetIdle(ctx context.Context, now time.Time) error {
	if e.retention.People == 0 {
		return nil
	}
	before := now.Add(-e.retention.People)
	if err := e.ledger.Write(ctx, func(t *ledger.Tx) error { return t.ForgetPast(before) }); err != nil {
		return err
	}
	for {
		var idle []sequences.Person
		err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			idle, err = t.Idle(before, idleAtOnce)
			return err
		})
		if err != nil || len(idle) == 0 {
			return err
		}
		traces, err := e.tracesOf(ctx, idle)
		if err != nil {
			return err
		}
		for n := len(idle); n > 0; {
			err := e.ledger.Write(ctx, func(t *ledger.Tx) (err error) {
				n, err = e.forgetSome(t, before, traces, now)
				return err
			})
			if err != nil {
				return err
			}
			if err := e.breathe(ctx); err != nil {
				return err
			}
		}
	}
}

// tracesOf reads the ledger for where others' entries name people.
func (e *Engine) tracesOf(ctx context.Context, people []sequences.Person) (*ledger.Traces, error) {
	traces, err := ledger.NewTraces(people...)
	for done := false; err == nil && !done; {
		err = e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			done, err = t.Look(traces, entriesAtOnce)
			return err
		})
		if err == nil {
			err = e.breathe(ctx)
		}
	}
	return traces, err
}

// forgetSome forgets the first few who are still idle: somebody may have
// written since their traces were looked for. n is how many it forgot, 0 once
// all are.
func (e *Engine) forgetSome(t *ledger.Tx, before time.Time, traces *ledger.Traces, now time.Time) (n int, err error) {
	began := e.now()
	idle, err := t.Idle(before, forgetAtOnce)
	for n < len(idle) && err == nil && traces.Of(idle[n].ID) {
		err = e.forgetOne(t, &idle[n], traces, now)
		n++
		if e.now().Sub(began) >= forgetFor {
			break
		}
	}
	return n, err
}

func (e *Engine) forgetOne(t *ledger.Tx, p *sequences.Person, traces *ledger.Traces, now time.Time) error {
	keepOut := p.Suppressed != nil
	for _, a := range p.Addresses {
		switch s, err := t.Suppressed(a); {
		case err == nil:
			keepOut = keepOut || s.Kind == ledger.KindAddress
		case !errors.Is(err, ledger.ErrNotFound):
			return err
		}
	}
	ev := sequences.Event{ID: fmt.Sprintf("retention:%d", p.ID), Kind: sequences.EvForgotten, At: now, Person: p.ID, By: "the time that people are kept for"}
	_, err := t.Forget(*p, traces, e.forgottenBy(ev), keepOut)
	return err
}
