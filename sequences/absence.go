package sequences

import "time"

// Absence is when the owner is away: from From until Until, which is when they
// are back. The zero value is never.
type Absence struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
}

// Back is when the owner is back, zero where they are here.
func (a Absence) Back(now time.Time) time.Time {
	if now.Before(a.From) || !now.Before(a.Until) {
		return time.Time{}
	}
	return a.Until
}

func (a Absence) equal(b Absence) bool { return a.From.Equal(b.From) && a.Until.Equal(b.Until) }

// AfterBut is After, where a time doesn't count in which the owner is away. What
// is left of business days then begins with the day on which they are back.
func (w Wait) AfterBut(away Absence, t time.Time, z Zones) time.Time {
	over := w.After(t, z)
	if !away.From.Before(over) || !t.Before(away.Until) {
		return over
	}
	from := t
	if away.From.After(t) {
		from = away.From
	}
	if w.BusinessDays <= 0 {
		return over.Add(away.Until.Sub(from))
	}
	left := w.BusinessDays
	for left > 1 && !(Wait{BusinessDays: w.BusinessDays - left + 1}).After(t, z).After(from) {
		left--
	}
	return Wait{BusinessDays: left}.After(away.Until, z)
}
