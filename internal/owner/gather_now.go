package owner

import (
	"strings"
	"time"

	"followupd/internal/engine"
	"followupd/internal/ledger"
	"followupd/internal/report"
	"followupd/mailbox"
	"followupd/sequences"
)

// Box is what the configuration says of a mailbox.
type Box struct {
	Name            string
	Live            bool
	PerHour, PerDay int
	Ramp            sequences.Ramp
	Zone            *time.Location
}

// gatherNow adds what holds at this moment and no journal tells: of a moment
// that lies behind, only which mailboxes there are.
func gatherNow(t *ledger.Tx, v View, f *report.Frame) (err error) {
	boxes := v.mailboxes()
	if !v.Past {
		if err := gatherStopped(t, boxes, len(v.Boxes) > 0, f); err != nil {
			return err
		}
		left, err := engine.Left(t)
		if err != nil {
			return err
		}
		for _, l := range left {
			f.Left = append(f.Left, report.Left(l))
		}
		if f.Edits, err = t.Setting(engine.EditsProblem); err != nil {
			return err
		}
	}
	for i, m := range boxes {
		if f.Past {
			m = report.Mailbox{Name: m.Name, Live: true, Zone: m.Zone, PerDay: m.PerDay, PerHour: m.PerHour}
		} else if err := gatherBox(t, &m, f.At); err != nil {
			return err
		} else if len(v.Boxes) > 0 {
			if err := gatherRamp(t, &m, v.Boxes[i], f.At); err != nil {
				return err
			}
		}
		if err := gatherOutages(t, &m, f.From, f.At); err != nil {
			return err
		}
		f.Mailboxes = append(f.Mailboxes, m)
	}
	return nil
}

// gatherStopped adds why nothing goes out: from all mailboxes, and where the
// configuration is known, from those that it hasn't any more.
func gatherStopped(t *ledger.Tx, boxes []report.Mailbox, configured bool, f *report.Frame) (err error) {
	var names []string
	for _, m := range boxes {
		names = append(names, m.Name)
	}
	if f.Paused, err = engine.ReadPaused(t, names); err != nil || !configured {
		return err
	}
	left, err := t.Stranded(names)
	for _, s := range left {
		f.Stranded = append(f.Stranded, report.Stranded(s))
	}
	return err
}

// gatherOutages adds how long a mailbox could not be read in [from, to), with
// the time that it can't be read now.
func gatherOutages(t *ledger.Tx, m *report.Mailbox, from, to time.Time) error {
	list, err := t.Outages(m.Name, from, to)
	if err != nil {
		return err
	}
	if m.Problem != "" && !m.Since.IsZero() && m.Since.Before(to) {
		list = append(list, ledger.Outage{From: m.Since, To: to})
	}
	for _, o := range list {
		if o.From.Before(from) {
			o.From = from
		}
		if o.To.After(to) {
			o.To = to
		}
		m.Unread += o.To.Sub(o.From)
		m.Outages++
	}
	return nil
}

// runsStill is how long after its last word a daemon is taken to run: what it
// runs with counts then, not what the configuration says by now.
const runsStill = time.Minute

// mailboxes are those of the configuration as the daemon last told of them, or
// those that the daemon told of where no configuration is known.
func (v View) mailboxes() []report.Mailbox {
	health := map[string]engine.MailboxHealth{}
	var list []report.Mailbox
	for _, m := range v.Heartbeat.Mailboxes {
		health[m.Name] = m
		if len(v.Boxes) == 0 {
			list = append(list, report.Mailbox{Name: m.Name, Live: m.Live})
		}
	}
	for _, b := range v.Boxes {
		list = append(list, report.Mailbox{Name: b.Name, Live: b.Live, PerHour: b.PerHour, PerDay: b.PerDay, Zone: b.Zone})
	}
	for i := range list {
		m, h := &list[i], health[list[i].Name]
		if h.Name != "" && v.Now.Sub(v.Heartbeat.At) < runsStill {
			m.Live = h.Live // it is read at a start alone
		}
		m.LastLook, m.Problem, m.Since, m.Sending = h.LastLook, h.Problem, h.Since, h.Sending
		m.Login = strings.Contains(h.Problem+h.Sending, mailbox.ErrLogin.Error())
	}
	return list
}

// gatherBox adds what the ledger knows of a mailbox at this moment: its breaker,
// and what its limits are held against.
func gatherBox(t *ledger.Tx, m *report.Mailbox, now time.Time) error {
	b, err := engine.ReadBreaker(t, m.Name)
	if err != nil {
		return err
	}
	if b.Open(now) {
		m.Breaker, m.Until = b.Reason.Text, b.Reason.Until
	}
	return sentLately(t, m, now)
}

// gatherRamp adds how many mails a new mailbox may send today.
func gatherRamp(t *ledger.Tx, m *report.Mailbox, b Box, now time.Time) error {
	if b.Ramp.Start == 0 {
		return nil
	}
	limits := sequences.Limits{PerDay: b.PerDay, Ramp: b.Ramp}
	days, err := engine.SendingDays(t, b.Name, limits, b.Zone)
	if n, ramp := limits.Day(days, now, b.Zone); ramp {
		m.Ramp = n
	}
	return err
}

// sentLately counts what the limits of a mailbox are held against.
func sentLately(t *ledger.Tx, m *report.Mailbox, now time.Time) error {
	zone := m.Zone
	if zone == nil {
		zone = now.Location()
	}
	y, mo, d := now.In(zone).Date()
	midnight := time.Date(y, mo, d, 0, 0, 0, 0, zone)
	times, err := t.SentTimes(m.Name, now.Add(-25*time.Hour))
	for _, at := range times {
		if at.After(now.Add(-time.Hour)) {
			m.LastHour++
		}
		if !at.Before(midnight) {
			m.Today++
		}
	}
	return err
}
