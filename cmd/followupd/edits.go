package main

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How edits are found. Editors write a file in several steps, so the folders
// must be still for a moment before they are read; but somebody who never
// stops writing is waited for only so long. The system's notices are a hint:
// on shared folders, or where a folder is replaced as a whole, none may come.
const (
	editsStill   = 300 * time.Millisecond
	editsWait    = 2 * time.Second
	editsLookFor = 10 * time.Second
)

// editWatch finds out when files in folders are saved.
type editWatch struct {
	dirs []string
	log  *slog.Logger
	seen string // the print of the files as they were read last
}

// newEditWatch remembers how the folders' files are now: it is to be made
// before they are read, so that no edit falls between.
func newEditWatch(log *slog.Logger, dirs ...string) *editWatch {
	w := &editWatch{dirs: dirs, log: log}
	w.seen = w.print()
	return w
}

// run calls changed after each edit, until ctx ends.
func (w *editWatch) run(ctx context.Context, changed func()) {
	var events <-chan fsnotify.Event
	var failures <-chan error
	hints, err := fsnotify.NewWatcher()
	if err != nil {
		w.log.Warn("the system tells of no edits; they are looked for", "every", editsLookFor, "error", err)
	} else {
		defer func() { _ = hints.Close() }()
		events, failures = hints.Events, hints.Errors
	}
	look := time.NewTicker(editsLookFor)
	defer look.Stop()
	still := time.NewTimer(0) // what changed before the notices began
	defer still.Stop()
	w.hint(hints)
	var until time.Time // by then the folders are read, still or not
	for {
		select {
		case <-ctx.Done():
			return
		case <-events:
		case err := <-failures:
			w.log.Warn("notices of edits were lost; the folders are looked at", "error", err)
		case <-look.C:
			w.hint(hints) // a folder that was replaced is another one
		case <-still.C:
			until = time.Time{}
			if now := w.print(); now != w.seen {
				w.seen = now
				changed()
			}
			continue
		}
		if until.IsZero() {
			until = time.Now().Add(editsWait)
		}
		still.Reset(min(editsStill, time.Until(until)))
	}
}

// hint asks for notices of every folder that there is.
func (w *editWatch) hint(hints *fsnotify.Watcher) {
	if hints == nil {
		return
	}
	for _, dir := range w.dirs {
		if err := hints.Add(dir); err != nil {
			w.log.Debug("no notices of edits here; they are looked for", "folder", dir, "error", err)
		}
	}
}

// print is another text whenever a file was saved, renamed or removed. What
// editors put beside the files they write isn't looked at.
func (w *editWatch) print() string {
	var b strings.Builder
	for _, dir := range w.dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			name := filepath.Base(path)
			switch {
			case err != nil:
				fmt.Fprintf(&b, "%s %v\n", path, err)
				return nil
			case path != dir && strings.HasPrefix(name, "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir(), strings.HasSuffix(name, "~"):
				return nil
			}
			info, err := os.Stat(path) // what a link leads to
			if err != nil {
				fmt.Fprintf(&b, "%s %v\n", path, err)
				return nil
			}
			var inode uint64
			if st, ok := info.Sys().(*syscall.Stat_t); ok {
				inode = st.Ino
			}
			fmt.Fprintf(&b, "%s %d %d %d\n", path, info.Size(), info.ModTime().UnixNano(), inode)
			return nil
		})
	}
	return b.String()
}
