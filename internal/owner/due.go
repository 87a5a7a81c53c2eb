package owner

import (
	"fmt"
	"net/mail"
	"time"

	"followupd/internal/ledger"
	"followupd/internal/report"
)

// What the ledger's settings keep of the status mail: the key of the last one,
// and the end of what it told of, where the next one begins.
const (
	lastReport  = "report.last"
	reportUntil = "report.until"
)

// Due makes the status mail where one is due at now. There is one a week, by
// the ISO week that it tells of, and after a stop of any length one that tells
// of all of it. The first one comes at the first moment after the first call.
func (h *Herald) Due(t *ledger.Tx, now time.Time) (m ledger.OwnerMail, ok bool, next time.Time, err error) {
	if !h.o.StatusEnabled {
		return m, false, next, nil
	}
	last, next := h.moments(now)
	key := reportKey(last)
	made, err := t.Setting(lastReport)
	if err != nil || made >= key {
		return m, false, next, err
	}
	from, err := t.SettingTime(reportUntil)
	if err != nil {
		return m, false, next, err
	}
	if made != "" {
		if m, err = h.report(t, key, last, from, now); err != nil {
			return m, false, next, fmt.Errorf("make the status mail %s: %w", key, err)
		}
		ok = true
	}
	if err := t.Set(lastReport, key); err != nil {
		return m, false, next, err
	}
	return m, ok, next, t.SetTime(reportUntil, now)
}

func (h *Herald) report(t *ledger.Tx, key string, moment, from, now time.Time) (ledger.OwnerMail, error) {
	view := h.View(now, from)
	view.Week = moment
	s, err := Gather(t, view)
	if err != nil {
		return ledger.OwnerMail{}, err
	}
	return h.listing(key, noticeReport, report.Write(s), now)
}

// listing makes a mail of a letter that numbers people.
func (h *Herald) listing(key, notice string, l report.Letter, now time.Time) (ledger.OwnerMail, error) {
	html, err := l.HTML()
	if err != nil {
		return ledger.OwnerMail{}, err
	}
	return h.write(letter{key: key, notice: notice, to: mail.Address{Name: h.o.Name, Address: h.o.Email}, subject: l.Subject,
		text: l.Text(), html: html, people: l.People, at: now})
}

// reportKey names the week; keys order as their weeks do.
func reportKey(moment time.Time) string {
	year, week := report.WeekOf(moment)
	return fmt.Sprintf("report:%04d-W%02d", year, week)
}

// moments are the last moment of a status mail at or before now, and the next
// one after it, by the clock on the owner's wall.
func (h *Herald) moments(now time.Time) (last, next time.Time) {
	y, m, d := now.In(h.o.Zone).Date()
	for day := -8; day <= 8; day++ {
		at := time.Date(y, m, d+day, h.o.StatusAt/60, h.o.StatusAt%60, 0, 0, h.o.Zone)
		switch {
		case time.Date(y, m, d+day, 12, 0, 0, 0, time.UTC).Weekday() != h.o.StatusEvery:
		case !at.After(now):
			last = at
		case next.IsZero():
			next = at
		}
	}
	return last, next
}
