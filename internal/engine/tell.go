package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"followupd/internal/ledger"
)

// fallbackAfter is how long the first route to the owner may fail before the
// second one is tried as well.
const fallbackAfter = 10 * time.Minute

// tell sends what the owner is to know, and says when the next try or
// reminder is; zero when nothing waits. To the owner it is at least once: only a server's "yes"
// ends the trying, and each try carries the same Message-ID.
func (e *Engine) tell(ctx context.Context) (next time.Time, err error) {
	for ctx.Err() == nil {
		if err := e.gather(ctx); err != nil {
			return next, err
		}
		var waiting []ledger.OwnerMail
		err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			waiting, err = t.ToTell(e.now(), 20)
			return err
		})
		if err != nil {
			return next, err
		}
		if len(waiting) == 0 {
			break
		}
		for _, m := range waiting {
			if err := e.tellOne(ctx, m); err != nil {
				return next, err
			}
		}
	}
	err = e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		reminder, err := t.NextReminder()
		if err != nil {
			return err
		}
		next, err = t.NextTell()
		next = earlier(next, reminder)
		return err
	})
	return next, err
}

func (e *Engine) tellOne(ctx context.Context, m ledger.OwnerMail) error {
	var problems []error
	for i, route := range e.routes {
		if i > 0 && (m.FailedAt.IsZero() || e.now().Sub(m.FailedAt) < fallbackAfter) {
			break
		}
		from := m.Mailbox
		if b := e.box(m.Mailbox); b != nil {
			from = b.From.Address
		} else if len(e.mailboxes) > 0 {
			from = e.mailboxes[0].From.Address
		}
		err := route.Send(ctx, from, m.Recipient, m.Bytes)
		if err == nil {
			return e.ledger.Write(context.WithoutCancel(ctx), func(t *ledger.Tx) error { return t.Told(m.ID, route.Name, e.now()) })
		}
		problems = append(problems, fmt.Errorf("%s: %w", route.Name, err))
	}
	if len(e.routes) == 0 {
		problems = append(problems, errors.New("there is no route to the owner"))
	}
	problem := errors.Join(problems...)
	wait := min(time.Minute<<min(m.Attempts, 5), 15*time.Minute)
	e.log.Warn("the owner could not be told", "mail", m.ID, "notice", m.Notice, "error", problem, "again_in", wait)
	return e.ledger.Write(context.WithoutCancel(ctx), func(t *ledger.Tx) error {
		return t.NotTold(m.ID, clip(problem.Error(), 300), e.now(), e.now().Add(wait))
	})
}

// report queues the status mail when it is due, and says when the next one is.
// Counting everybody takes a while in a large ledger, so it isn't asked for
// before its time has come.
func (e *Engine) report(ctx context.Context) (next time.Time, err error) {
	if now := e.now(); now.Before(e.nextReport) && e.nextReport.Sub(now) < 15*24*time.Hour {
		return e.nextReport, nil
	}
	defer func() {
		if err == nil {
			e.nextReport = next
		}
	}()
	err = e.ledger.Write(ctx, func(t *ledger.Tx) error {
		m, ok, at, err := e.herald.Due(t, e.now())
		next = at
		if err != nil || !ok {
			return err
		}
		return t.Tell(m)
	})
	return next, err
}

// reportTo queues a status mail that somebody asked for.
func (e *Engine) reportTo(t *ledger.Tx, r ledger.Request, ask Ask) (Answer, error) {
	m, err := e.herald.Report(t, fmt.Sprintf("report-asked:%d", r.ID), ask.Address, ask.From, ask.Until, e.now())
	if err != nil {
		return Answer{Text: err.Error()}, nil
	}
	if err := t.Tell(m); err != nil {
		return Answer{}, err
	}
	nudge(e.told)
	return Answer{OK: true, Text: "the report goes to " + m.Recipient}, nil
}
