package owner

import (
	"encoding/json"
	"fmt"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/report"
)

// What the ledger's settings keep of the daily brief: the day of the last one
// that was thought of, and what was told when.
const (
	lastBrief = "brief.last"
	briefTold = "brief.told"
)

// briefAgain is how long something waits before it is reason for a brief once
// more.
const briefAgain = 3 * 24 * time.Hour

// noticeBrief is the notice of the daily brief.
const noticeBrief = "brief"

// dueBrief makes the daily brief where one is due at now: when something needs
// the owner that no brief or status mail told of, or none for three days.
func (h *Herald) dueBrief(t *ledger.Tx, now time.Time) (m ledger.OwnerMail, ok bool, next time.Time, err error) {
	last, next := h.mornings(now)
	day := last.Format(time.DateOnly)
	before, err := t.Setting(lastBrief)
	if err != nil || before >= day {
		return m, false, next, err
	}
	if err := t.Set(lastBrief, day); err != nil || before == "" {
		return m, false, next, err
	}
	s, err := Gather(t, h.View(now, now.AddDate(0, 0, -1)))
	if err != nil {
		return m, false, next, err
	}
	fresh, due, err := h.pressing(t, s, now)
	if err != nil || !due {
		return m, false, next, err
	}
	m, err = h.listing(t, "brief:"+day, noticeBrief, h.recipient(now), report.Brief(s, fresh), now)
	if err != nil {
		return m, false, next, fmt.Errorf("make the daily brief of %s: %w", day, err)
	}
	return m, true, next, h.noteTold(t, s, now)
}

// pressing says what is new of what needs the owner, and whether any of it is
// to be told now.
func (h *Herald) pressing(t *ledger.Tx, s report.Snapshot, now time.Time) (fresh map[string]bool, due bool, err error) {
	told, err := readTold(t)
	fresh = map[string]bool{}
	for _, key := range report.Pressing(s) {
		at, known := told[key]
		fresh[key] = !known
		due = due || !known || now.Sub(at) >= briefAgain
	}
	return fresh, due, err
}

// noteTold keeps that all that needs the owner was told of. What needs them no
// more is forgotten.
func (h *Herald) noteTold(t *ledger.Tx, s report.Snapshot, now time.Time) error {
	if !h.o.BriefEnabled {
		return nil
	}
	told := map[string]time.Time{}
	for _, key := range report.Pressing(s) {
		told[key] = now.UTC()
	}
	text, err := json.Marshal(told)
	if err != nil {
		return err
	}
	return t.Set(briefTold, string(text))
}

func readTold(t *ledger.Tx) (map[string]time.Time, error) {
	text, err := t.Setting(briefTold)
	if err != nil || text == "" {
		return nil, err
	}
	var told map[string]time.Time
	if err := json.Unmarshal([]byte(text), &told); err != nil {
		return nil, fmt.Errorf("what the daily brief told: %w", err)
	}
	return told, nil
}

// mornings are the last moment of a brief at or before now, and the next one
// after it, by the clock on the owner's wall.
func (h *Herald) mornings(now time.Time) (last, next time.Time) {
	y, m, d := now.In(h.o.Zone).Date()
	for day := -2; day <= 2; day++ {
		at := time.Date(y, m, d+day, h.o.BriefAt/60, h.o.BriefAt%60, 0, 0, h.o.Zone)
		if !at.After(now) {
			last = at
		} else if next.IsZero() {
			next = at
		}
	}
	return last, next
}
