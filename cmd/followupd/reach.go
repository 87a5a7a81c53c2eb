package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/user"
	"strconv"
	"syscall"
	"time"

	"followupd/internal/config"
	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/sequences"
)

// answerWithin is how long a command waits for the daemon's answer.
const answerWithin = 5 * time.Second

// ask has the one writer carry a request out: the daemon where one runs, else
// an engine of its own that holds the lock for this one request.
func (a *app) ask(ctx context.Context, c *config.Config, l *ledger.Ledger, ask engine.Ask) (engine.Answer, error) {
	lock, err := ledger.Acquire(c.StateDir)
	if errors.Is(err, ledger.ErrLocked) {
		return a.askDaemon(ctx, l, ask)
	}
	if err != nil {
		return engine.Answer{}, err
	}
	defer func() { _ = lock.Release() }()
	rules, problems, err := loadRules(c)
	if err != nil {
		return engine.Answer{}, err
	}
	if problems.HasErrors() && mayCauseMail(ask.Verb) {
		return engine.Answer{}, a.errorsAlone(problems, exitConfig)
	}
	w := &wiring{config: c, rules: rules, ledger: l, log: slog.New(slog.DiscardHandler), now: a.now}
	e, err := w.build(ctx)
	if err != nil {
		return engine.Answer{}, err
	}
	answer, err := e.Do(ctx, who(), ask)
	return answer, errors.Join(err, e.Close(), w.close())
}

// mayCauseMail says whether a request can lead to a mail: such a one waits until
// the sequences and templates are in order. To stop somebody nothing has to be.
func mayCauseMail(verb string) bool {
	switch verb {
	case engine.VerbEnrol, string(sequences.VerbResume), string(sequences.VerbApprove), string(sequences.VerbSnooze), string(sequences.VerbAnswerWas), string(sequences.VerbWasSent), string(sequences.VerbSendAgain):
		return true
	}
	return false
}

func (a *app) askDaemon(ctx context.Context, l *ledger.Ledger, ask engine.Ask) (engine.Answer, error) {
	id, err := engine.Submit(ctx, l, who(), ask, a.now())
	if err != nil {
		return engine.Answer{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		answer, answered, err := engine.AnswerOf(ctx, l, id)
		if err != nil && ctx.Err() == nil || answered {
			return answer, err
		}
		select {
		case <-ctx.Done():
			return engine.Answer{}, fmt.Errorf("the daemon has not answered within %s; the request is kept and will be carried out (see: followupd status)", answerWithin)
		case <-tick.C:
		}
	}
}

// who is the name that a request is journaled under.
func who() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return strconv.Itoa(os.Getuid())
}

// ownerName is the name of the user whom a folder belongs to.
func ownerName(dir string) string {
	info, err := os.Stat(dir)
	if err != nil {
		return "followupd"
	}
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		if u, err := user.LookupId(strconv.Itoa(int(st.Uid))); err == nil {
			return u.Username
		}
	}
	return "followupd"
}
