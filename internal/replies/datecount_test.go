package replies

import (
	"slices"
	"testing"
	"time"
)

// Of a period that was told before, a piece is a part.
func TestPiece(t *testing.T) {
	t.Parallel()
	january := mention{day: Date{2027, time.January, 1}, last: Date{2027, time.January, 31}}
	quarter := mention{day: Date{2027, time.April, 1}, last: Date{2027, time.June, 30}}
	term := mention{day: Date{2026, time.September, 8}, last: Date{2026, time.September, 8}} // a Tuesday
	for _, tt := range []struct {
		name        string
		piece       piece
		of          mention
		first, last Date
		ok          bool
	}{
		{"second half", piece{n: 2, count: 1, unit: unitFortnight}, january, Date{2027, time.January, 17}, january.last, true},
		{"first half", piece{n: 1, count: 1, unit: unitFortnight}, january, january.day, Date{2027, time.January, 16}, true},
		{"third half", piece{n: 3, count: 1, unit: unitFortnight}, january, Date{}, Date{}, false},
		{"last week", piece{n: lastOf, count: 1, unit: unitWeek}, january, Date{2027, time.January, 25}, january.last, true},
		{"second week", piece{n: 2, count: 1, unit: unitWeek}, january, Date{2027, time.January, 11}, Date{2027, time.January, 17}, true},
		{"first three weeks", piece{n: 1, count: 3, unit: unitWeek}, mention{day: Date{2026, time.June, 1}, last: Date{2026, time.June, 30}}, Date{2026, time.June, 1}, Date{2026, time.June, 21}, true},
		{"second week of term", piece{n: 2, count: 1, unit: unitWeek}, term, Date{2026, time.September, 14}, Date{2026, time.September, 20}, true},
		{"last week of a day", piece{n: lastOf, count: 1, unit: unitWeek}, term, Date{}, Date{}, false},
		{"half of a day", piece{n: 2, count: 1, unit: unitFortnight}, term, Date{}, Date{}, false},
		{"last ten days", piece{n: lastOf, count: 10, unit: unitDay}, january, Date{2027, time.January, 22}, january.last, true},
		{"first ten days", piece{n: 1, count: 10, unit: unitDay}, january, january.day, Date{2027, time.January, 10}, true},
		{"middle", piece{part: roleMid}, january, Date{2027, time.January, 15}, Date{2027, time.January, 15}, true},
		{"last month", piece{n: lastOf, count: 1, unit: unitMonth}, quarter, Date{2027, time.June, 1}, quarter.last, true},
		{"second month", piece{n: 2, count: 1, unit: unitMonth}, quarter, Date{2027, time.May, 1}, Date{2027, time.May, 31}, true},
		{"fourth month", piece{n: 4, count: 1, unit: unitMonth}, quarter, Date{}, Date{}, false},
		{"last weekend", piece{n: lastOf, count: 1, unit: unitWeekend}, january, Date{2027, time.January, 30}, january.last, true},
		{"first weekend", piece{n: 1, count: 1, unit: unitWeekend}, january, Date{2027, time.January, 2}, Date{2027, time.January, 3}, true},
	} {
		first, last, ok := tt.piece.in(&tt.of)
		if ok != tt.ok || ok && (first != tt.first || last != tt.last) {
			t.Errorf("%s: %v to %v, %v; want %v to %v, %v", tt.name, first, last, ok, tt.first, tt.last, tt.ok)
		}
	}
}

// The day that is meant is among those to choose from, also where it takes a
// step to come to it.
func TestChoicesHaveTheDay(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.May, 6, 10, 0, 0, 0, time.FixedZone("", 3600)) // a Wednesday
	for text, want := range map[string]Date{
		"The builders say the end of June. Add two weeks, then write to me.":    {2026, time.July, 14},
		"My replacement starts on 3 August. Give him a fortnight to settle in.": {2026, time.August, 17},
		"The lease ends on 30 September. Write two months before.":              {2026, time.July, 30},
		"They're in on Friday 12 June. Write to me the Monday after.":           {2026, time.June, 15},
		"It opens on Thursday 1 October. Mail me on the Tuesday before.":        {2026, time.September, 29},
		"The trial ends on 20 July. The Wednesday of that week I'd have time.":  {2026, time.July, 22},
		"Term starts on Monday 7 September. Try me in the second week.":         {2026, time.September, 14},
		"In January, the second half, we'll be setting up. Come back then.":     {2027, time.January, 17},
		"We meet in June, on the ninth. Write on the tenth.":                    {2026, time.June, 10},
		"Another week please, I was ill.":                                       {2026, time.May, 13},
		"Not this week and not next. The one after is fine.":                    {2026, time.May, 18},
		"Ask me when the clocks go back.":                                       {2026, time.October, 25},
		"Im Januar, die letzte Woche. Melden Sie sich dann.":                    {2027, time.January, 25},
		"Die Prüfung ist am 27. Mai. Am Montag drauf können Sie schreiben.":     {2026, time.June, 1},
		"En septembre, la deuxième quinzaine. Relancez-moi alors.":              {2026, time.September, 16},
		"Le test est le 12 octobre. Rappelez-moi la semaine suivante.":          {2026, time.October, 19},
		"En mayo no. En septiembre, a mediados, le atiendo. Escríbame.":         {2026, time.September, 15},
		"A settembre, gli ultimi dieci giorni, smontiamo. Mi scriva.":           {2026, time.September, 21},
		"Em julho acabo o feijão. A segunda metade é melhor, escreva-me.":       {2026, time.July, 17},
		"Eu volto segunda que vem e olho isso.":                                 {2026, time.May, 11},
		"Donderdag 1 oktober is het feest. Mail me de dinsdag ervoor.":          {2026, time.September, 29},
		"In juni, de laatste week, heb ik tijd. Probeer het dan.":               {2026, time.June, 22},
	} {
		e := DateExample{Text: text, Received: now, Until: want}
		c := e.chooser()
		if !slices.ContainsFunc(c.choices(), func(ch dateChoice) bool { return ch.day == want }) {
			t.Errorf("%q: %v isn't among its days: %v", text, want, c.choices())
		}
	}
}

// What is said of one day in two ways counts together.
func TestByDay(t *testing.T) {
	t.Parallel()
	one, other := Date{2026, time.June, 1}, Date{2026, time.June, 2}
	odds := byDay([]dateChoice{{day: one}, {day: other}, {day: one}}, []float64{1, 1.5, 1.2, 0})
	if !(odds[2] > odds[1]) || odds[0] != 1 || odds[1] != 1.5 || odds[3] != 0 {
		t.Errorf("odds by day are %v", odds)
	}
}

// A day that would go with a later is told beside another reading, and nothing
// says that it was asked for.
func TestSupposedLater(t *testing.T) {
	t.Parallel()
	text := "Next quarter please."
	a := argue(&input{NewText: text, Received: time.Date(2026, time.August, 19, 10, 0, 0, 0, time.UTC), Kind: KindReply}, text)
	v := verdict{Intent: IntentUnclear, Confidence: 0.5}
	a.supposeLater(&v)
	if v.Until == nil || *v.Until != (Date{2026, time.October, 1}) || v.Stated || v.Intent != IntentUnclear {
		t.Errorf("supposed: %+v", v)
	}
	if len(v.Evidence) != 1 || v.Evidence[0] != (Evidence{Rule: "later.maybe", Text: "Next quarter"}) {
		t.Errorf("evidence: %v", v.Evidence)
	}
}
