package ledger

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// partName begins the names of copies that are made ready to take a ledger's place.
const partName = ".followupd-restore-"

// restoring is what stands behind a ledger's name in that of the file which says
// that a copy is just taking its place.
const restoring = ".restoring"

// files are what stands behind a ledger's name in those of its files: a log that
// lies beside another ledger than its own would ruin that one.
func files() []string { return []string{"", "-wal", "-shm"} }

// CopyToRestore copies a backup into a ledger's folder and looks whether it is a
// sound ledger that this version can take over. The backup stays as it is. Faults are
// those of single values, which leave the file sound: the caller says what they matter.
func CopyToRestore(ctx context.Context, from, dir string) (part string, faults []string, err error) {
	for _, log := range files()[1:] {
		if info, err := os.Stat(from + log); err == nil && info.Size() > 0 {
			return "", nil, fmt.Errorf("there is a %s beside it, so it is the file of a ledger at work, and not a copy that followupd backup made", filepath.Base(from)+log)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, partName+"*"))
	if err != nil {
		return "", nil, err
	}
	for _, old := range left { // of one that was cut short
		if err := removed(old); err != nil {
			return "", nil, err
		}
	}
	f, err := os.CreateTemp(dir, partName+"*.db")
	if err != nil {
		return "", nil, err
	}
	part = f.Name()
	if err := errors.Join(f.Close(), os.Remove(part)); err != nil {
		return "", nil, err
	}
	if err := copyFile(from, part); err != nil {
		return "", nil, err
	}
	if faults, err = soundCopy(ctx, part); err != nil {
		return "", nil, errors.Join(err, removed(part))
	}
	return part, faults, nil
}

// soundCopy says why a file is no ledger, or a damaged one, and which of its values
// are not as they were written.
func soundCopy(ctx context.Context, path string) (faults []string, err error) {
	db, err := openCopy(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	found, err := fileFaults(ctx, db, 1)
	if err != nil {
		return nil, fmt.Errorf("it is no ledger, or a damaged one: %w", err)
	}
	if len(found) > 0 {
		return nil, fmt.Errorf("it is damaged itself: %s", strings.ReplaceAll(found[0], "\n", " "))
	}
	var secrets int
	if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM settings WHERE name = 'secret'").Scan(&secrets); err != nil || secrets == 0 {
		return nil, errors.New("it is no ledger of followupd")
	}
	return valueFaults(ctx, db)
}

// Replace has a ledger that was made ready take the place of another one, and says
// where that one lies from then on; "" where there was none. The caller holds the
// lock, and both are closed. Where it is cut short, no ledger is opened there until
// it is done again.
func Replace(part, path string, now time.Time) (kept string, err error) {
	for _, log := range files()[1:] {
		if info, err := os.Stat(part + log); err == nil && info.Size() > 0 {
			return "", fmt.Errorf("%s is still open", part)
		}
	}
	dir := filepath.Dir(path)
	f, err := os.OpenFile(path+restoring, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	if err := errors.Join(f.Sync(), f.Close(), syncDir(dir)); err != nil {
		return "", err
	}
	if kept, err = setAside(path, now); err != nil {
		return kept, err
	}
	if err := errors.Join(os.Rename(part, path), syncDir(dir)); err != nil {
		return kept, err
	}
	return kept, errors.Join(os.Remove(path+restoring), syncDir(dir))
}

// setAside gives the files of a ledger other names, which none has yet: what was set
// aside before stays.
func setAside(path string, now time.Time) (kept string, err error) {
	stem := path + ".before-" + now.UTC().Format("20060102-150405")
	name := stem
	for n := 2; taken(name); n++ {
		name = fmt.Sprintf("%s-%d", stem, n)
	}
	for _, suffix := range files() {
		err := os.Rename(path+suffix, name+suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return kept, err
		}
		kept = name
	}
	return kept, nil
}

func taken(name string) bool {
	return slices.ContainsFunc(files(), func(suffix string) bool {
		_, err := os.Lstat(name + suffix)
		return err == nil
	})
}

// CutShort says whether a copy was just taking a ledger's place when that was cut
// short: then no ledger is there that may be opened.
func CutShort(path string) bool {
	_, err := os.Stat(path + restoring)
	return err == nil
}

// whole says why a ledger must not be opened: a copy was just taking its place.
func whole(path string) error {
	if CutShort(path) {
		return errors.New("a copy was just taking its place when that was cut short; do it again: followupd restore FILE")
	}
	return nil
}
