package replies

import (
	"slices"
	"testing"
	"time"
)

// daysOf are the days that a text may mean, and the one that the rules pick.
func daysOf(text string, at time.Time) (days []Date, ruled *Date) {
	e := DateExample{Text: text, Received: at}
	c := e.chooser()
	for _, ch := range c.choices() {
		days = append(days, ch.day)
	}
	return days, c.ruled
}

func in(hours, year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 10, 0, 0, 0, time.FixedZone("", hours*3600))
}

// Who says forward means forward, and in the south summer time ends in April.
func TestClocksChange(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		at   time.Time
		want Date
	}{
		{"Please ask me again when the clocks go forward.", in(1, 2026, time.May, 6), Date{2027, time.March, 28}},
		{"Bitte melden Sie sich wieder, wenn die Sommerzeit beginnt.", in(1, 2026, time.May, 6), Date{2027, time.March, 28}},
		{"Please ask me again when the clocks change.", in(1, 2026, time.May, 6), Date{2026, time.October, 25}},
		{"Please ask me again when the clocks change.", in(1, 2026, time.November, 10), Date{2027, time.March, 28}},
		{"Please ask me again when the clocks change.", in(11, 2026, time.November, 10), Date{2027, time.April, 4}},
		{"Please ask me again when the clocks change.", in(11, 2027, time.February, 10), Date{2027, time.April, 4}},
		{"Please ask me again when the clocks go forward.", in(-5, 2032, time.January, 10), Date{2032, time.March, 14}}, // 29 February is a Sunday
		{"Please ask me again when the clocks go forward.", in(12, 2026, time.May, 6), Date{2026, time.September, 27}},  // New Zealand
	} {
		if days, ruled := daysOf(tt.text, tt.at); ruled == nil || *ruled != tt.want {
			t.Errorf("%q of %s: %v, want %v, of %v", tt.text, tt.at.Format("2006-01-02 -07"), ruled, tt.want, days)
		}
	}
}

// The feasts of independence have an article, too.
func TestFeastsElsewhere(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		at   time.Time
		want Date
	}{
		{"Por favor, escríbame después de las fiestas patrias.", in(-3, 2026, time.May, 6), Date{2026, time.September, 21}},
	} {
		if days, ruled := daysOf(tt.text, tt.at); ruled == nil || *ruled != tt.want {
			t.Errorf("%q: %v, want %v, of %v", tt.text, ruled, tt.want, days)
		}
	}
}

// A piece is as long as it is said to be, and no longer than what it is of.
func TestPieceEdges(t *testing.T) {
	t.Parallel()
	month := func(y int, m time.Month) mention { return mention{day: Date{y, m, 1}, last: monthEnd(y, m)} }
	quarter := mention{day: Date{2026, time.October, 1}, last: Date{2026, time.December, 31}}
	for _, tt := range []struct {
		name        string
		piece       piece
		of          mention
		first, last Date
	}{
		{"the last two weeks", piece{n: lastOf, count: 2, unit: unitWeek}, month(2027, time.January), Date{2027, time.January, 18}, Date{2027, time.January, 31}},
		{"the last two months", piece{n: lastOf, count: 2, unit: unitMonth}, quarter, Date{2026, time.November, 1}, quarter.last},
		{"the first two months", piece{n: 1, count: 2, unit: unitMonth}, quarter, quarter.day, Date{2026, time.November, 30}},
		{"the last two weekends", piece{n: lastOf, count: 2, unit: unitWeekend}, month(2027, time.January), Date{2027, time.January, 23}, Date{2027, time.January, 31}},
		{"the second half of a year", piece{n: 2, count: 1, unit: unitFortnight}, mention{day: Date{2027, time.January, 1}, last: Date{2027, time.December, 31}}, Date{2027, time.July, 1}, Date{2027, time.December, 31}},
		{"the second half of February", piece{n: 2, count: 1, unit: unitFortnight}, month(2027, time.February), Date{2027, time.February, 15}, Date{2027, time.February, 28}},
		{"the second half of a leap February", piece{n: 2, count: 1, unit: unitFortnight}, month(2028, time.February), Date{2028, time.February, 16}, Date{2028, time.February, 29}},
		{"the first week of a term", piece{n: 1, count: 1, unit: unitWeek}, single(0, 1, Date{2026, time.September, 3}), Date{2026, time.September, 3}, Date{2026, time.September, 6}},
		{"the last 60 days of a month", piece{n: lastOf, count: 60, unit: unitDay}, month(2027, time.January), Date{2027, time.January, 1}, Date{2027, time.January, 31}},
	} {
		if first, last, ok := tt.piece.in(&tt.of); !ok || first != tt.first || last != tt.last {
			t.Errorf("%s: %v to %v, %v; want %v to %v", tt.name, first, last, ok, tt.first, tt.last)
		}
	}
}

// In a February of 28 days the dates of March fall on the same weekdays: who
// writes at its end of "Monday 1st" means the one to come.
func TestWeekdayAndDayToCome(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Date{
		"Please write to me again on Monday 1st.":            {2027, time.March, 1},
		"Bitte schreiben Sie mir am Montag, dem 8., wieder.": {2027, time.March, 8},
	} {
		if days, ruled := daysOf(text, in(1, 2027, time.February, 25)); ruled == nil || *ruled != want {
			t.Errorf("%q: %v, want %v, of %v", text, ruled, want, days)
		}
	}
}

// French seven and Portuguese ten are numbers.
func TestNumbersAreNoMonths(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Écrivez-moi à sept heures.", "Nous sommes sept dans l'équipe. Écrivez-moi plus tard.", "Escreva às dez.", "Somos dez pessoas. Escreva-me mais tarde."} {
		if days, _ := daysOf(text, in(0, 2026, time.May, 6)); len(days) > 0 {
			t.Errorf("%q may mean %v", text, days)
		}
	}
}

// A spouse, the house and a half of the year that isn't this one's.
func TestHalves(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"In June we move. My other half is away, write to me then.", "In June we move. The back half of the house is done. Write to me then."} {
		if days, _ := daysOf(text, in(1, 2026, time.May, 6)); slices.Contains(days, Date{2026, time.June, 16}) {
			t.Errorf("%q may mean the second half of June: %v", text, days)
		}
	}
	text := "In 2027, in the second half, please write to me again." // as before the branch, but now the year is known
	if days, ruled := daysOf(text, in(1, 2026, time.May, 6)); !slices.Contains(days, Date{2027, time.July, 1}) || ruled != nil && *ruled == (Date{2026, time.July, 1}) {
		t.Errorf("%q: the rules say %v, of %v", text, ruled, days)
	}
	text = "We can talk after the first half."
	if days, ruled := daysOf(text, in(1, 2026, time.May, 6)); ruled == nil || !slices.Contains(days, *ruled) {
		t.Errorf("%q: the day of the rules, %v, isn't among those to choose from: %v", text, ruled, days)
	}
}

// A day that the network alone finds is asked about, also where it takes the
// mention that the rules picked for quite another day: here the 20th of May, not
// of September.
func TestAnotherDayOfOneMentionIsAskedAbout(t *testing.T) {
	t.Parallel()
	text := "The board meets in September. Please write to me again on the 20th."
	received := in(1, 2026, time.May, 6)
	a := argue(&input{NewText: text, Received: received, Kind: KindReply}, text)
	c, at := deferralByRule(a.prose, received, append(slices.Clone(a.hits[topicDefer]), a.hits[topicNotNow]...))
	if c.ruled == nil || *c.ruled != (Date{2026, time.September, 20}) {
		t.Fatalf("the rules say %v", c.ruled)
	}
	list := c.choices()
	wrong := slices.IndexFunc(list, func(ch dateChoice) bool { return ch.day == Date{2026, time.May, 20} })
	if wrong < 0 {
		t.Fatalf("no 20 May among %v", list)
	}
	net := leaningTo(c, list, wrong)
	if net == nil {
		t.Fatal("no network that leans to it, without being clear")
	}
	if day, stated, picked := c.decide(net, at); day == nil || *day != list[wrong].day || stated || !picked.ask {
		t.Errorf("%v, stated %v: a mail would go out four months before the day that the rules read", day, stated)
	}
}

// Nor does it help that the network is sure of it.
func TestDayOfTheNetworkIsAskedAbout(t *testing.T) {
	t.Parallel()
	for _, at := range []mention{{ask: true, stated: true}, {stated: true}} {
		v := verdict{Intent: IntentLater, Stated: true, at: &at}
		if v.settle(); v.Stated == at.ask {
			t.Errorf("asked %v, stated %v", at.ask, v.Stated)
		}
	}
}

// leaningTo is a network that prefers one of some choices, by less than it takes
// for a day to count as said.
func leaningTo(c *dateChooser, list []dateChoice, to int) *dateNet {
	net := readDateNet(make([]byte, dateBytes))
	net.scale, net.plain = 1, make([]byte, dateBuckets)
	s := c.sample(list)
	var own []uint32
	for _, f := range s.choices[to].features {
		if !slices.ContainsFunc(s.choices, func(o dateSight) bool { return o.turn != s.choices[to].turn && slices.Contains(o.features, f) }) {
			own = append(own, f)
		}
	}
	for weight := 1; len(own) > 0 && weight < 128; weight++ {
		net.plain[own[0]] = byte(weight)
		if p := c.pick(net); p.overrules && !p.clearly && p.choice != nil && p.choice.day == list[to].day {
			return net
		}
	}
	return nil
}

// The weights that are built in are of the size that is read; without any the
// rules decide alone.
func TestDateWeights(t *testing.T) {
	t.Parallel()
	if dateNetTrained() == nil {
		t.Errorf("the weights have %d bytes, not %d: the rules decide alone", len(dateNetFile), dateBytes)
	}
	if readDateNet(nil) != nil || readDateNet(make([]byte, dateBytes-1)) != nil {
		t.Error("weights of another size are read")
	}
	day := Date{2026, time.June, 1}
	c := &dateChooser{ruled: &day, today: Date{2026, time.May, 6}}
	if got, _, _ := c.decide(nil, nil); got == nil || *got != day {
		t.Errorf("without a network the day is %v", got)
	}
}
