package replies

import (
	"math"
	"slices"
)

// A text often names several days: when a contract ends, when a fair is, when
// its writer is away, and when they may be written to. The rules of absence.go
// and deferral.go pick one of them; a small network (datenet.go), which knows what
// they picked and what stands around each day, has the last word.

// maxChoices bounds the mentions that are weighed in one text, and maxDays the days
// that they may stand for.
const (
	maxChoices = 24
	maxDays    = 120
)

// dateChoice is a day that a mention may stand for.
type dateChoice struct {
	at   int // index of the mention
	day  Date
	turn turn
	from int // index of the mention that it is counted from, or at
}

// dateChooser weighs the days that a text names.
type dateChooser struct {
	prose  *prose
	found  []mention
	today  Date
	notice bool  // of an absence; else it asks to be written to later
	ruled  *Date // what the rules picked
	best   int   // how sure they are of it, in a notice
	views  []ruleView
	told   []awayHint
	stands [][]string // of each token
	signed [][]string // of each token, once asked for
}

// ruleView is what the rules think of a mention: how surely it is meant, and
// the day that they take it for, none where they pass it over.
type ruleView struct {
	rank int
	day  Date
}

// view is what the rules think of the i-th mention.
func (c *dateChooser) view(i int) ruleView {
	if i < len(c.views) {
		return c.views[i]
	}
	return ruleView{}
}

// admit takes in what only may be a date, among the others where it stands.
func (c *dateChooser) admit(loose []mention) {
	if len(loose) == 0 {
		return
	}
	found, views := make([]mention, 0, len(c.found)+len(loose)), make([]ruleView, 0, len(c.found)+len(loose))
	for i := 0; i < len(c.found) || len(loose) > 0; {
		if i == len(c.found) || len(loose) > 0 && loose[0].from < c.found[i].from {
			found, views, loose = append(found, loose[0]), append(views, ruleView{}), loose[1:]
			continue
		}
		found, views = append(found, c.found[i]), append(views, c.view(i))
		i++
	}
	c.found, c.views = found, views
}

// choices are the days to choose from.
func (c *dateChooser) choices() []dateChoice {
	list := make([]dateChoice, 0, 2*len(c.found))
	for i := range c.found[:min(len(c.found), maxChoices)] {
		if len(list) >= maxDays {
			break
		}
		m := &c.found[i]
		if usable(m.day, c.today) && !c.isDenied(i) { // a loose piece has none by itself
			list = append(list, dateChoice{i, m.day, turn{kind: turnFirst}, i})
		}
		begins := !m.isSpan() && (m.lead == leadFrom || m.lead == leadNotBefore || m.inside) // never the day after it
		if c.notice && m.lead == leadUntil && m.monthOnly && !m.late && !m.inclusive {
			begins = true // away "until June" is back when it begins
		}
		if after := m.after(); after != m.day && !begins && !(m.piece.is() && m.loose) && usable(after, c.today) {
			list = append(list, dateChoice{i, after, turn{kind: turnAfter}, i})
		}
		for _, n := range c.countedOn(i) {
			if usable(n.day, c.today) {
				list = append(list, n)
			}
		}
		if end := c.view(i).day; !end.IsZero() && end != m.day && end != m.after() && usable(end, c.today) {
			list = append(list, dateChoice{i, end, turn{kind: turnRuled}, i})
		}
	}
	return list
}

// isDenied says whether the i-th mention is a day, before the one that the rules pick,
// on which the writer of a notice says not to be there.
func (c *dateChooser) isDenied(i int) bool {
	return c.notice && c.ruled != nil && c.found[i].day.Before(*c.ruled) && c.view(i).rank <= claimWeak && c.prose.deniesDay(c.found, i)
}

// datePick is what the network is for.
type datePick struct {
	overrules bool        // else the rules' word stands
	choice    *dateChoice // nil where no day is meant
	clearly   bool        // the day is as good as said
}

// Odds that the network must have over the rules, or over there being no day.
const (
	oddsOther    = 0.2 // to take another day than the rules
	oddsOtherEnd = 2.0 // to take the other end of the mention that the rules take: "until 7 April"
	oddsNoDay    = 1.0 // to take none where they take one, or what only may be a day
	oddsDay      = 0.5 // to take one where they take none
	oddsPastDay  = 1.0 // to take for a day to come what they take for past
	oddsClear    = 2.0 // for another day to count as said
)

// pick weighs the days that may be meant.
func (c *dateChooser) pick(net *dateNet) datePick {
	list := c.choices()
	if net == nil || !slices.ContainsFunc(list, func(ch dateChoice) bool { return c.ruled == nil || ch.day != *c.ruled }) {
		return datePick{}
	}
	odds := byDay(list, net.weigh(c.sample(list)))
	none := odds[len(list)]
	top, ruled, seen := none, 0.0, false
	var choice *dateChoice
	for i := range list {
		if odds[i] > top {
			choice, top = &list[i], odds[i]
		}
		if c.ruled != nil && list[i].day == *c.ruled && (!seen || odds[i] > ruled) {
			ruled, seen = odds[i], true
		}
	}
	switch {
	case c.ruled == nil && choice != nil:
		least := oddsDay
		if c.found[choice.at].lead == leadSince {
			least = oddsPastDay
		}
		return datePick{overrules: top > none+least, choice: choice}
	case c.ruled == nil || !seen || choice != nil && choice.day == *c.ruled:
		return datePick{}
	}
	least := oddsOther
	switch {
	case choice == nil || c.found[choice.at].loose:
		least = oddsNoDay
	case c.notice && choice.from == choice.at && c.view(choice.at).day == *c.ruled:
		least = oddsOtherEnd
	}
	return datePick{overrules: top > ruled+least, choice: choice, clearly: top > ruled+oddsClear}
}

// byDay gives the surest of the choices that come to one day what speaks for all
// of them; the last of the odds are those of none.
func byDay(list []dateChoice, odds []float64) []float64 {
	all := slices.Clone(odds)
	for i := range list {
		together, surest := 0.0, true
		for k := range list {
			if list[k].day == list[i].day {
				together += math.Exp(odds[k] - odds[i])
				surest = surest && (odds[k] < odds[i] || odds[k] == odds[i] && k >= i)
			}
		}
		if surest {
			all[i] += math.Log(together)
		}
	}
	return all
}

// see notes what the rules think of the i-th mention, of which only the first
// maxChoices are weighed.
func (c *dateChooser) see(i, rank int, day Date) {
	if i < maxChoices {
		c.views = append(c.views, ruleView{rank, day})
	}
}

// seeDeferral notes what the rules think of the i-th mention of a deferral: in
// how far it is asked for, and where it leads.
func (c *dateChooser) seeDeferral(i int, end Date, ok bool, asked []hit) {
	const step = 8 // of ranks that are taken for one
	if i >= maxChoices || !ok {
		c.see(i, 0, Date{})
		return
	}
	c.see(i, (deferralRank(c.prose, &c.found[i], asked)+c.prose.standing(c.found, i, asked))/step, end)
}

// decide is the day that the network and the rules come to, at being the mention
// that the rules picked.
func (c *dateChooser) decide(net *dateNet, at *mention) (*Date, bool, *mention) {
	pick := c.pick(net)
	switch {
	case !pick.overrules:
		return c.outcome(at)
	case pick.choice == nil || c.found[pick.choice.at].nowhere:
		return nil, false, nil
	}
	const about = 4 // days
	mention, day := c.found[pick.choice.at], pick.choice.day
	picked := &mention
	if pick.choice.from != pick.choice.at {
		picked.base = &c.found[pick.choice.from]
	}
	same := at != nil && at.from == picked.from && !pick.choice.turn.isFar() || c.ruled != nil && max(daysBetween(*c.ruled, day), daysBetween(day, *c.ruled)) <= about
	picked.ask = !same || c.justMissed(picked, day) // of the days that the network alone finds half are wrong
	return &pick.choice.day, (same || pick.clearly) && picked.stated && !picked.loose, picked
}

// justMissed says whether a day that was told without its year would be nearly a
// year ahead: "write to me on 3 November", said on the 11th, is anybody's guess.
func (c *dateChooser) justMissed(m *mention, day Date) bool {
	const far = 300 // days
	return !c.notice && m.yearless && !m.monthOnly && daysBetween(c.today, day) > far
}

// outcome is what the rules picked, in the mention at: none where that is no day
// at all, for what its writer meant is anybody's guess.
func (c *dateChooser) outcome(at *mention) (*Date, bool, *mention) {
	if c == nil || at != nil && at.nowhere {
		return nil, false, nil
	}
	if at != nil && c.ruled != nil && c.justMissed(at, *c.ruled) {
		asked := *at
		asked.ask = true
		at = &asked
	}
	return c.ruled, at != nil && at.stated, at
}
