package engine

import (
	"context"
	"fmt"
	"time"

	"followupd/internal/ledger"
)

// hookFor is for how long a hand-over is posted until it is taken.
const hookFor = 3 * 24 * time.Hour

// addHook queues what is announced for the owner's own program, where there is
// one.
func (e *Engine) addHook(t *ledger.Tx, a Announcement, key string) error {
	if e.post == nil {
		return nil
	}
	body, err := e.herald.Hook(t, a)
	if err != nil {
		return fmt.Errorf("write the hand-over as JSON: %w", err)
	}
	return t.AddHook(ledger.Hook{Key: key, Person: a.Person.ID, Body: body, CreatedAt: a.Entry.At})
}

// postAll posts the hand-overs that are due, and says when the next one is;
// zero when none waits. At least once: only a yes ends the trying, or three
// days. What fails holds up no mail.
func (e *Engine) postAll(ctx context.Context) (next time.Time, err error) {
	if e.post == nil {
		return next, nil
	}
	for ctx.Err() == nil {
		var due []ledger.Hook
		err := e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
			due, err = t.Hooks(e.now(), 20)
			return err
		})
		if err != nil {
			return next, err
		}
		if len(due) == 0 {
			break
		}
		for i := range due {
			if err := e.postOne(ctx, &due[i]); err != nil {
				return next, err
			}
		}
	}
	err = e.ledger.Read(ctx, func(t *ledger.Tx) (err error) {
		next, err = t.NextHook()
		return err
	})
	return next, err
}

func (e *Engine) postOne(ctx context.Context, h *ledger.Hook) error {
	failed := e.post(ctx, h.Body)
	now := e.now()
	return e.ledger.Write(context.WithoutCancel(ctx), func(t *ledger.Tx) error {
		if failed == nil {
			return t.HookDone(h.ID, "", now)
		}
		problem := clip(failed.Error(), 300)
		wait := min(time.Minute<<min(h.Attempts, 6), time.Hour)
		if now.Sub(h.CreatedAt) >= hookFor {
			e.log.Error("a hand-over could not be posted for three days; it is given up", "hook", h.ID, "error", failed)
			// One word a day is enough of a program that is gone for good.
			m, err := e.herald.Trouble(t, "", "hook:"+now.UTC().Format(time.DateOnly),
				fmt.Sprintf("A hand-over could not be posted to your webhook. It was tried for three days and is given up: %s\n\nTo see what is wrong: followupd doctor", problem), now)
			if err == nil {
				err = t.Tell(m)
			}
			if err != nil {
				return err
			}
			return t.HookDone(h.ID, problem, now)
		}
		e.log.Warn("a hand-over could not be posted", "hook", h.ID, "error", failed, "again_in", wait)
		return t.HookFailed(h.ID, problem, now.Add(wait))
	})
}

// posting is the loop of its own that posts: a program that hangs holds up
// nothing else.
func (e *Engine) posting(ctx context.Context) {
	for ctx.Err() == nil {
		if e.ledger.Full() != nil {
			pause(ctx, beat)
			continue
		}
		if _, err := e.postAll(ctx); err != nil && ctx.Err() == nil {
			e.failed("posting hand-overs failed; it is tried again", err)
		}
		pause(ctx, beat)
	}
}
