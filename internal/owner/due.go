package owner

import (
	"fmt"
	"net/mail"
	"strings"
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

// Due makes the status mail or the daily brief where one is due at now. Where
// both are, the status mail comes first, and what it told is no reason for a
// brief.
func (h *Herald) Due(t *ledger.Tx, now time.Time) (m ledger.OwnerMail, ok bool, next time.Time, err error) {
	m, ok, next, err = h.dueReport(t, now)
	if err != nil || !h.o.BriefEnabled {
		return m, ok, next, err
	}
	if ok {
		return m, ok, now.Add(time.Minute), nil
	}
	m, ok, brief, err := h.dueBrief(t, now)
	if next.IsZero() || brief.Before(next) {
		next = brief
	}
	return m, ok, next, err
}

// dueReport makes the status mail where one is due at now. There is one a week, by
// the ISO week that it tells of, and after a stop of any length one that tells
// of all of it. The first one comes at the first moment after the first call.
func (h *Herald) dueReport(t *ledger.Tx, now time.Time) (m ledger.OwnerMail, ok bool, next time.Time, err error) {
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
		if m, err = h.report(t, key, from, now); err != nil {
			return m, false, next, fmt.Errorf("make the status mail %s: %w", key, err)
		}
		ok = true
	}
	if err := t.Set(lastReport, key); err != nil {
		return m, false, next, err
	}
	return m, ok, next, t.SetTime(reportUntil, now)
}

func (h *Herald) report(t *ledger.Tx, key string, from, now time.Time) (ledger.OwnerMail, error) {
	view := h.View(now, from)
	view.Weekly = true
	s, err := Gather(t, view)
	if err != nil {
		return ledger.OwnerMail{}, err
	}
	if err := h.noteTold(t, s, now); err != nil {
		return ledger.OwnerMail{}, err
	}
	return h.listing(t, key, noticeReport, h.owner(), report.Write(s), now)
}

// Report makes the status mail of [from, to) that the owner asked for. It goes
// to nobody but the owner and the deputy.
func (h *Herald) Report(t *ledger.Tx, key, recipient string, from, to, now time.Time) (ledger.OwnerMail, error) {
	address, ok := h.ownAddress(recipient)
	if !ok {
		return ledger.OwnerMail{}, fmt.Errorf("a report goes to the owner alone, whose address is %s; %s is another one", h.o.Email, report.OneLine(recipient, 254))
	}
	s, err := Gather(t, h.Span(now, from, to))
	if err != nil {
		return ledger.OwnerMail{}, err
	}
	return h.listing(t, key, noticeReport, address, report.Write(s), now)
}

// ownAddress is the owner's address that was meant.
func (h *Herald) ownAddress(address string) (mail.Address, bool) {
	switch address = strings.TrimSpace(address); {
	case strings.EqualFold(address, h.o.Email):
		return h.owner(), true
	case h.o.Deputy != "" && strings.EqualFold(address, h.o.Deputy):
		return mail.Address{Address: h.o.Deputy}, true
	}
	return mail.Address{}, false
}

func (h *Herald) owner() mail.Address { return mail.Address{Name: h.o.Name, Address: h.o.Email} }

// Span is the view of [from, to): of a span that is over, as things stood at
// its end.
func (h *Herald) Span(now, from, to time.Time) View {
	if to.IsZero() || !to.Before(now) {
		return h.View(now, from)
	}
	v := h.View(to, from)
	v.Past, v.Heartbeat.At, v.Problem, v.OwnerAway, v.Gap = true, time.Time{}, "", time.Time{}, nil
	return v
}

// listing makes a mail of a letter that numbers people.
func (h *Herald) listing(t *ledger.Tx, key, notice string, to mail.Address, l report.Letter, now time.Time) (ledger.OwnerMail, error) {
	if n := len(l.People); n > 0 && h.answerable("", to.Address) {
		people, err := numbered(t, l.People)
		if err != nil {
			return ledger.OwnerMail{}, err
		}
		l.Words("Answer this mail with", howToAnswer(n), words(people))
	}
	html, err := l.HTML()
	if err != nil {
		return ledger.OwnerMail{}, err
	}
	return h.write(letter{key: key, notice: notice, to: to, subject: l.Subject,
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
