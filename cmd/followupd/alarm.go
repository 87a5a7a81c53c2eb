package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"followupd/internal/config"
	"followupd/internal/ledger"
	"followupd/internal/owner"
)

const (
	// alarmEvery is how often the owner is told of the same trouble at most: the
	// daemon may be started again and again meanwhile.
	alarmEvery = 24 * time.Hour
	// alarmTry is how long one way to the owner may take.
	alarmTry = 30 * time.Second
	// alarmPause is how long is waited before all of them are tried again.
	alarmPause = 30 * time.Second
	// roomPause is how long is waited before it is looked for room on a full disk again.
	roomPause = time.Second
)

// alarm tells the owner of a ledger that can't be used. It needs none for that: the
// mail is made and handed over at once, by one way after the other.
type alarm struct {
	config *config.Config
	log    *slog.Logger
	now    func() time.Time

	mu   sync.Mutex
	told map[string]time.Time // by the kind of trouble, also where no file can be written
}

func (a *app) alarm(c *config.Config, log *slog.Logger) *alarm {
	return &alarm{config: c, log: log, now: a.now, told: map[string]time.Time{}}
}

// words are what the owner reads of an error, and the kind of trouble that it is; ""
// where it is none of the ledger's.
func (al *alarm) words(err error) (kind, text string) {
	host, _ := os.Hostname()
	where := fmt.Sprintf("%s on %s", ledgerPath(al.config), host)
	var damaged *ledger.DamagedError
	var disk *ledger.DiskError
	switch {
	case errors.As(err, &damaged):
		return "damaged", fmt.Sprintf("The ledger is damaged, so nothing is sent. Nothing is read, either, until it is put right.\nIt is the file %s. What was found: %v\nWhat to do: %s", where, damaged.Err, lastResort)
	case errors.As(err, &disk) && disk.Full:
		return "full", fmt.Sprintf("The disk is full, so nothing is sent. Answers can't be taken in, either; nothing is lost.\nIt is the disk of %s. What was said: %v\nWhat to do: make room there. followupd goes on by itself then; where it has stopped meanwhile: sudo systemctl restart followupd", where, disk.Err)
	case errors.As(err, &disk):
		return "disk", fmt.Sprintf("The disk fails, so nothing is sent. Nothing is read, either, while the ledger can't be read or written.\nIt is the file %s. What was said: %v\nWhat to do: look whether the disk is in order (sudo dmesg), then: sudo systemctl restart followupd. At its start it looks at the whole ledger, and says if that is damaged.", where, disk.Err)
	}
	return "", ""
}

// markOf is the file that says when the owner was told of a kind of trouble.
func markOf(c *config.Config, kind string) string { return ledgerPath(c) + ".told-" + kind }

// forgetAlarms lets the owner be told of the next trouble, whenever that comes.
func forgetAlarms(c *config.Config) error {
	marks, err := filepath.Glob(markOf(c, "*"))
	for _, m := range marks {
		if gone := os.Remove(m); !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}

// toldLately says whether the owner was told of that kind of trouble within a day.
func (al *alarm) toldLately(kind string, now time.Time) bool {
	at := al.told[kind]
	if info, err := os.Stat(markOf(al.config, kind)); err == nil && info.ModTime().After(at) {
		at = info.ModTime()
	}
	return !at.After(now) && now.Sub(at) < alarmEvery
}

// tell tells the owner of an error of the ledger, once a day; of others it says
// nothing. An error says that no way to the owner worked.
func (al *alarm) tell(ctx context.Context, why error) (err error) {
	al.mu.Lock()
	defer al.mu.Unlock()
	kind, text := al.words(why)
	now := al.now()
	if kind == "" || al.toldLately(kind, now) {
		return nil
	}
	w := &wiring{config: al.config, log: al.log, now: al.now}
	defer func() { err = errors.Join(err, w.close()) }()
	// The install secret lies in the ledger. What this one is good for: the same mail
	// has the same Message-ID at every try of the day.
	secret := sha256.Sum256([]byte(ledgerPath(al.config)))
	m, err := owner.New(w.ownerOptions(ctx, secret[:])).Trouble(nil, "", "alarm:"+kind+":"+now.UTC().Format(time.DateOnly), text, now)
	if err != nil {
		return err
	}
	var failed []string
	for _, route := range w.routes(al.config.Secrets(al.now)) {
		try, cancel := context.WithTimeout(ctx, alarmTry)
		err := route.Send(try, w.from("").Address, m.Recipient, m.Bytes)
		cancel()
		if err != nil {
			failed = append(failed, fmt.Sprintf("%s: %v", route.Name, err))
			continue
		}
		al.log.Info("the owner is told of the trouble with the ledger", "by", route.Name, "to", m.Recipient)
		al.mark(kind, now)
		return nil
	}
	return errors.New(strings.Join(failed, "; "))
}

// mark notes that the owner was told. A disk that is full or broken may not take it.
func (al *alarm) mark(kind string, now time.Time) {
	al.told[kind] = now
	name := markOf(al.config, kind)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		err = errors.Join(f.Close(), os.Chtimes(name, now, now))
	}
	if err != nil {
		al.log.Warn("it can't be noted that the owner was told; after a restart they are told again", "error", err)
	}
}

// insist tells the owner why the daemon can't go on, and gives the error back. Where
// systemd waits for it, it tries until the owner is told: when a machine starts after
// a power cut, the network may come later than the daemon.
func (al *alarm) insist(ctx context.Context, n *notifier, why error) error {
	if kind, _ := al.words(why); kind == "" {
		return why
	}
	al.log.Error("the ledger can't be used; nothing is sent", "error", why)
	for {
		err := al.tell(ctx, why)
		if err == nil || ctx.Err() != nil {
			return why
		}
		al.log.Error("the owner could not be told", "error", err)
		if n.socket == "" {
			return why
		}
		n.moreTime("the ledger can't be used; trying to tell the owner")
		select {
		case <-ctx.Done():
			return why
		case <-time.After(alarmPause):
		}
	}
}

// isFull says whether an error tells of a full disk, which passes.
func isFull(err error) bool {
	var disk *ledger.DiskError
	return errors.As(err, &disk) && disk.Full
}

// awaitRoom waits until there is room on the ledger's disk, for which it looks now and
// then, or until ctx ends. It tells the owner meanwhile.
func (al *alarm) awaitRoom(ctx context.Context, n *notifier, why error, pause time.Duration) {
	al.log.Error("the ledger can't be used; nothing is sent until there is room", "error", why)
	var next time.Time // when the owner is to be told
	for told := false; ; {
		n.moreTime("the disk is full; waiting for room")
		if now := al.now(); !told && !now.Before(next) {
			err := al.tell(ctx, why)
			if told, next = err == nil, now.Add(alarmPause); err != nil && ctx.Err() == nil {
				al.log.Error("the owner could not be told; it is tried again", "error", err)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		if ledger.Room(al.config.StateDir) == nil {
			al.log.Info("there is room on the disk again")
			return
		}
	}
}
