package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"followupd/internal/ledger"
)

// configRunning is the setting that tells with which configuration the daemon
// runs: it reads it once, at its start.
const configRunning = "config.running"

// configChanged says what is to be done about an edit of the configuration.
const configChanged = "config.yaml has changed since the daemon started: restart it"

// configPrint names the configuration's file as it is now; empty where it can't
// be read.
func (a *app) configPrint() string {
	path, err := filepath.Abs(a.configPath())
	if err != nil {
		return ""
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%x %s", sha256.Sum256(src), path)
}

// samePath says whether two prints are of one file.
func samePath(a, b string) bool {
	const hash = 2 * sha256.Size
	return len(a) > hash && len(b) > hash && a[hash:] == b[hash:]
}

// outdated says whether the daemon runs with another configuration than the file
// holds now.
func (a *app) outdated(ctx context.Context, l *ledger.Ledger) (bool, error) {
	var running string
	err := l.Read(ctx, func(t *ledger.Tx) (err error) {
		running, err = t.Setting(configRunning)
		return err
	})
	now := a.configPrint()
	return samePath(running, now) && running != now, err
}

// watchConfig logs each edit of the configuration once, until ctx ends. Nothing
// of it is taken up.
func (a *app) watchConfig(ctx context.Context, running string, log *slog.Logger) {
	look := time.NewTicker(editsLookFor)
	defer look.Stop()
	for seen := running; ; {
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
		now := a.configPrint()
		if now != seen && now != running && samePath(now, running) {
			log.Warn(configChanged)
		}
		seen = now
	}
}
