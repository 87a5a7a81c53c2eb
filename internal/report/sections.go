package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"followupd/sequences"
)

func (l *Letter) needsYou(s Snapshot) {
	shown, left := upTo(len(s.NeedsYou), mostNeeds)
	sec := section{title: "What needs you now", count: len(s.NeedsYou), urgent: true, more: left, all: "followupd list --place needs-you"}
	for _, i := range s.NeedsYou[:shown] {
		sec.items = append(sec.items, l.need(i, s.At))
	}
	l.add(sec)
}

func (l *Letter) need(i Item, at time.Time) item {
	it := l.addressed(i.Who, OneLine(i.Why, 160), "since "+day(i.Since, at)+" ("+Age(i.Since, at)+")")
	it.words = i.Words
	return it
}

func (l *Letter) troubles(s Snapshot) {
	list := troubles(s)
	shown, left := upTo(len(list), mostOthers)
	sec := section{title: "What followupd was unsure of or could not do", count: len(list), urgent: true, more: left}
	for _, t := range list[:shown] {
		sec.items = append(sec.items, item{text: t.text, how: t.how})
	}
	l.add(sec)
}

// standings tells how much people are into the owner, as people.
func (l *Letter) standings(s Snapshot) {
	sec := section{title: "How they stand"}
	for i, st := range s.Standings {
		if len(st.People) > 0 {
			sec.pile = append(sec.pile, slice{label: st.Standing, n: len(st.People), shade: i + 1})
		}
	}
	if len(sec.pile) == 0 {
		return
	}
	if n := uncounted(s); n > 0 {
		sec.after = Plural(n, "more person doesn't count here", "more people don't count here") + ": a no, an address that can't be reached, stopped, or over long ago."
	}
	l.add(sec)
	asked := map[int64]bool{}
	for _, i := range s.NeedsYou {
		asked[i.ID] = true
	}
	for _, st := range s.Standings {
		if st.Standing != string(sequences.StandingNew) {
			l.standing(st, asked)
		}
	}
}

func (l *Letter) standing(st Standing, asked map[int64]bool) {
	most := mostStands
	if st.Standing == string(sequences.StandingNot) {
		most = mostNot
	}
	shown, left := upTo(len(st.People), most)
	sec := section{title: upperFirst(st.Standing), count: len(st.People), part: true, more: left,
		all: "followupd list --standing " + strings.ReplaceAll(st.Standing, " ", "-")}
	for _, p := range st.People[:shown] {
		it := l.person(p.Who, p.Because, "")
		if !asked[p.ID] {
			it.words = p.Words
		}
		sec.items = append(sec.items, it)
	}
	inOrder(sec.items)
	l.add(sec)
}

// uncounted is how many people have no standing any more.
func uncounted(s Snapshot) int {
	n := s.People.Total
	for _, st := range s.Standings {
		n -= len(st.People)
	}
	return n
}

// exchange tells what went out and what came back for it.
func (l *Letter) exchange(s Snapshot) {
	e := s.Now
	sec := section{title: "What came back for what you gave", lead: exchanged(e, s.Before) + ". " + returned(e, s.Before) + intents(e) + "."}
	shown, left := upTo(len(e.Given), mostOthers)
	for _, g := range e.Given[:shown] {
		most := max(e.Given[0].N, 1)
		for _, other := range e.Given {
			most = max(most, other.Answers)
		}
		sec.bars = append(sec.bars, bar{label: g.What, text: givenWords(g), n: max(g.N, g.Answers), done: g.Answers, most: most})
	}
	var after []string
	if left > 0 {
		after = append(after, Plural(left, "other value was", "other values were")+" given less often.")
	}
	if e.Unasked > 0 && len(e.Given) > 0 {
		after = append(after, Plural(e.Unasked, "answer", "answers")+" came before you gave anything.")
	}
	if len(e.Signals) > 0 {
		after = append(after, "In their answers they "+signals(e.Signals)+".")
	}
	if others := besides(e); others != "" {
		after = append(after, "Also: "+others+".")
	}
	sec.after = strings.Join(after, " ")
	l.add(sec)
}

func givenWords(g Given) string {
	given := fmt.Sprintf("%d given", g.N)
	if g.N == 0 {
		given = "given before"
	}
	return given + ", " + Plural(g.Answers, "answer", "answers")
}

// intents says what the answers were.
func intents(e Exchange) string {
	var parts []string
	for _, c := range e.ByIntent {
		parts = append(parts, counted(c))
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + List(parts)
}

// signals says what came with the answers.
func signals(counts []Count) string {
	var parts []string
	for _, c := range counts {
		parts = append(parts, fmt.Sprintf("%s %s", Signal(c.What), times(c.N)))
	}
	return List(parts)
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// inOrder puts people in the order of their numbers: some were listed further up
// already, and have theirs from there.
func inOrder(items []item) {
	slices.SortStableFunc(items, func(a, b item) int { return a.number - b.number })
}

func (l *Letter) held(s Snapshot) {
	shown, left := upTo(len(s.Held), mostHeld)
	sec := section{title: "Held until you say so", count: len(s.Held), more: left, all: "followupd list --place held"}
	for _, i := range s.Held[:shown] {
		sec.items = append(sec.items, l.addressed(i.Who, OneLine(i.Why, 160), "since "+day(i.Since, s.At)))
	}
	inOrder(sec.items)
	if len(sec.items) > 0 {
		sec.after, sec.how = "To go on with one of them:", "followupd resume ADDRESS"
	}
	l.add(sec)
}

func (l *Letter) waiting(s Snapshot) {
	shown, left := upTo(len(s.Waiting), mostHeld)
	sec := section{title: "Who comes back when", count: len(s.Waiting), more: left, all: "followupd list --place comes-back"}
	for _, w := range s.Waiting[:shown] {
		sec.items = append(sec.items, l.person(w.Who, day(w.Until, s.At)+": "+waits(w), ""))
	}
	l.add(sec)
}

func waits(w Waiting) string {
	if w.Kind == "snoozed" && strings.HasPrefix(w.Why, "asked") {
		return "asked to be written to then"
	}
	return OneLine(w.Why, 120)
}

func (l *Letter) coming(s Snapshot) {
	sec := section{title: "What goes out in the next 7 days", lead: comes(s.Coming, s.At)}
	most := 0
	for _, d := range s.Coming.Days {
		most = max(most, d.N)
	}
	for _, d := range s.Coming.Days {
		sec.bars = append(sec.bars, bar{label: d.Day.Format("Mon 2 Jan"), text: fmt.Sprint(d.N), n: d.N, done: d.N, most: most})
	}
	for _, st := range s.Coming.Stuck {
		sec.items = append(sec.items, item{text: fmt.Sprintf("%d of them can't go from %s: %s", st.N, st.Mailbox, OneLine(st.Why, 120)), urgent: true})
	}
	for _, g := range s.Coming.Gaps {
		sec.items = append(sec.items, item{text: g.Words(), urgent: true})
	}
	l.add(sec)
}

// steps tells which steps get answers. A share is a range: a few mails say
// little, and the range shows how little.
func (l *Letter) steps(s Snapshot) {
	var known []StepRate
	mails, full := 0, 0.1
	for _, r := range s.Steps.List {
		mails += r.Now.N
		if r.Now.N >= fewest {
			known, full = append(known, r), max(full, r.Now.High)
		}
	}
	if mails == 0 {
		return
	}
	span := fmt.Sprintf("from %s to %s", DayOf(s.Steps.From.In(s.At.Location()), s.At), DayOf(s.Steps.To.In(s.At.Location()), s.At))
	sec := section{title: "Which steps get answers"}
	if len(known) == 0 {
		sec.lead = fmt.Sprintf("No step went out often enough to tell (%s in all %s).", Plural(mails, "mail", "mails"), span)
		l.add(sec)
		return
	}
	sec.lead = fmt.Sprintf("Of the mails %s, each with 7 days for its answer. The range is where the true share lies, 19 times in 20.", span)
	slices.SortStableFunc(known, func(x, y StepRate) int { return y.Now.N - x.Now.N })
	shown, left := upTo(len(known), mostSteps)
	for _, r := range known[:shown] {
		sec.ranges = append(sec.ranges, rate(r, full))
	}
	if left > 0 {
		sec.after, sec.how = Plural(left, "more step:", "more steps:"), "followupd report --json"
	}
	l.add(sec)
}

// fewest is how many mails it takes at least to speak of a share.
const fewest = 5

func rate(r StepRate, full float64) band {
	b := band{label: fmt.Sprintf("%s, %s", OneLine(r.Sequence, 64), OneLine(stepName(r.Step), 64)), text: shareWords(r.Now),
		low: r.Now.Low, at: r.Now.point(), high: r.Now.High, full: full}
	switch {
	case r.Before.N == 0:
		b.before = "nothing before that to compare with"
	case r.Before.N < fewest:
		b.before = "before that: " + fmt.Sprintf("%d of %d, too few to compare with", r.Before.K, r.Before.N)
	default:
		b.before = "before that: " + shareWords(r.Before) + comparison(r.Change)
	}
	return b
}

func stepName(id string) string {
	if n, ok := strings.CutPrefix(id, snoozeEnd); ok && n != "" {
		return "after a snooze"
	}
	return id
}

// shareWords is a share with its range, in whole hundredths.
func shareWords(s Share) string {
	low, high := int(s.Low*100+0.5), int(s.High*100+0.5)
	return fmt.Sprintf("%d of %d, so %d to %d %%", s.K, s.N, low, max(high, low+1))
}

func comparison(change int) string {
	switch change {
	case 1:
		return "; it gets more answers now"
	case -1:
		return "; it gets fewer answers now"
	}
	return "; no clear change"
}

func (l *Letter) undelivered(s Snapshot) {
	shown, left := upTo(len(s.Bounces), mostOthers)
	sec := section{title: "What came back undelivered", count: len(s.Bounces), more: left}
	for _, b := range s.Bounces[:shown] {
		if !b.Matched {
			sec.items = append(sec.items, item{name: "A report that matches nobody", text: b.Why, note: day(b.At, s.At)})
			continue
		}
		what := "not for good: "
		if b.Permanent {
			what = "for good: "
		}
		sec.items = append(sec.items, l.addressed(b.Who, what+b.Why, day(b.At, s.At)))
	}
	l.add(sec)
}

func (l *Letter) never(s Snapshot) {
	shown, left := upTo(len(s.NeverAgain), mostOthers)
	sec := section{title: "New on the list of those never written to again", count: len(s.NeverAgain), more: left}
	for _, n := range s.NeverAgain[:shown] {
		sec.items = append(sec.items, item{name: n.Value, text: n.Why, note: day(n.At, s.At)})
	}
	if n := s.NeverTotal; n > len(s.NeverAgain) && len(s.NeverAgain) > 0 {
		sec.after = fmt.Sprintf("%d in all.", n)
	}
	if slices.ContainsFunc(s.NeverAgain, func(n NeverAgain) bool { return n.Read }) {
		sec.after = strings.TrimSpace(sec.after + " If a mail was read wrongly, followupd answer-was ADDRESS INTENT takes it back.")
	}
	l.add(sec)
}

func (l *Letter) mailboxes(s Snapshot) {
	sec := section{title: "Mailboxes"}
	for _, m := range s.Mailboxes {
		sec.items = append(sec.items, item{name: m.Name, text: box(m, s), urgent: m.Problem != "" || m.Sending != "" || m.Breaker != ""})
	}
	l.add(sec)
}

// box tells how one mailbox does.
func box(m Mailbox, s Snapshot) string {
	var parts []string
	if !s.Past {
		parts = boxNow(m, s.At)
	}
	out := Plural(m.Mails, "mail out", "mails out")
	if m.PerDay > 0 && m.FullDays > 0 {
		out += fmt.Sprintf(" (the limit of %d a day was reached on %s)", m.PerDay, Plural(m.FullDays, "day", "days"))
	}
	parts = append(parts, out)
	if m.Ready > 0 && !s.Past {
		parts = append(parts, Plural(m.Ready, "is", "are")+" ready to go")
	}
	if m.Bounced > 0 {
		text := Plural(m.Bounced, "mail came back for good", "mails came back for good")
		if m.Mails >= 20 && m.Bounced*20 >= m.Mails {
			text += fmt.Sprintf(", %d in 100: mail servers take more than 5 badly", (m.Bounced*100+m.Mails/2)/m.Mails)
		}
		parts = append(parts, text)
	}
	if m.Complaints > 0 {
		parts = append(parts, Plural(m.Complaints, "was reported as unwanted", "were reported as unwanted"))
	}
	if m.Outages > 1 || m.Outages == 1 && (m.Problem == "" || s.Past) {
		parts = append(parts, "could not be read for "+Age(s.At.Add(-m.Unread), s.At)+" in all ("+times(m.Outages)+")")
	}
	return strings.Join(parts, "; ")
}

// boxNow tells what the daemon knows of a mailbox at this moment.
func boxNow(m Mailbox, at time.Time) []string {
	parts := []string{"live"}
	if !m.Live {
		parts = []string{"not live, nothing goes out"}
	}
	if m.Breaker != "" {
		parts = append(parts, "PAUSED")
	}
	switch {
	case m.Problem != "":
		parts = append(parts, "can't be read for "+Age(m.Since, at)+": "+OneLine(m.Problem, 120))
	case m.LastLook.IsZero():
		parts = append(parts, "not read yet")
	default:
		parts = append(parts, "read "+Age(m.LastLook, at)+" ago")
	}
	if m.Sending != "" {
		parts = append(parts, "can't send: "+OneLine(m.Sending, 120))
	}
	return parts
}
