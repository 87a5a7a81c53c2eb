package report

import (
	"fmt"
	"time"
)

// Pressing are the keys of everything that needs the owner now: people, and
// what is wrong at this moment. The key of the same matter stays the same.
func Pressing(s Snapshot) []string {
	var keys []string
	for _, i := range s.NeedsYou {
		keys = append(keys, i.key())
	}
	for _, t := range troubles(s) {
		if t.now {
			keys = append(keys, t.key)
		}
	}
	return keys
}

func (i Item) key() string { return fmt.Sprintf("person %d %s %d", i.ID, i.Code, i.Since.Unix()) }

// Brief lays out the short mail that tells what needs the owner today, what is
// new before what waits still; fresh says which keys of Pressing are new.
func Brief(s Snapshot, fresh map[string]bool) Letter {
	l := &Letter{numbers: map[int64]int{}, title: "What needs you", dates: s.At.Format("Monday, 2 January 2006"), notes: notes(s)}
	var now, still []Item
	for _, i := range s.NeedsYou {
		if fresh[i.key()] {
			now = append(now, i)
		} else {
			still = append(still, i)
		}
	}
	l.Subject = briefSubject(s, now)
	l.lead = briefLead(s, len(now))
	l.briefly("New", now, s.At, true)
	l.briefly("Waiting still", still, s.At, false)
	var wrong []trouble
	for _, t := range troubles(s) {
		if t.now {
			wrong = append(wrong, t)
		}
	}
	shown, left := upTo(len(wrong), mostOthers)
	sec := section{title: "What is wrong", count: len(wrong), urgent: true, more: left}
	for _, t := range wrong[:shown] {
		sec.items = append(sec.items, item{text: t.text, how: t.how})
	}
	l.add(sec)
	l.foot = []string{"You get this mail only when something is new, or has waited for days.", "All of it, on a screen: followupd status"}
	return *l
}

func (l *Letter) briefly(title string, list []Item, at time.Time, urgent bool) {
	shown, left := upTo(len(list), mostNeeds)
	sec := section{title: title, count: len(list), urgent: urgent, more: left, all: "followupd list --place needs-you"}
	for _, i := range list[:shown] {
		sec.items = append(sec.items, l.need(i, at))
	}
	l.add(sec)
}

func briefSubject(s Snapshot, fresh []Item) string {
	switch {
	case len(alarms(s)) > 0 && len(fresh) == 0:
		return upperFirst(alarms(s)[0])
	case len(s.NeedsYou) == 0:
		return "Something is wrong"
	case len(s.NeedsYou) == 1:
		return s.NeedsYou[0].Name + ": " + OneLine(s.NeedsYou[0].Why, 70)
	case len(fresh) == 0 || len(fresh) == len(s.NeedsYou):
		return upperFirst(wait(s.NeedsYou))
	}
	return fmt.Sprintf("%s, %d of them new", upperFirst(wait(s.NeedsYou)), len(fresh))
}

func briefLead(s Snapshot, fresh int) string {
	switch n := len(s.NeedsYou); {
	case n == 0:
		return "Nobody waits for you, but something is wrong."
	case fresh == 0:
		return upperFirst(wait(s.NeedsYou)) + ", none of them new."
	case fresh == n:
		return upperFirst(wait(s.NeedsYou)) + "."
	}
	return fmt.Sprintf("%s, %d of them new.", upperFirst(wait(s.NeedsYou)), fresh)
}
