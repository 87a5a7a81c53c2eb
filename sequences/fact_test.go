package sequences_test

import (
	"testing"
	"time"

	"followupd/sequences"
)

// Two persons that grew from the same one know nothing of each other.
func TestApplyKeepsPersonsApart(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	facts := func(word string) []sequences.Fact {
		return []sequences.Fact{
			{Kind: sequences.FactAddress, Addresses: []string{word + "@acme.example"}},
			{Kind: sequences.FactFields, Fields: map[string]string{"company": word}},
			{Kind: sequences.FactNoted, Note: &sequences.Note{Text: word, At: at}},
			{Kind: sequences.FactMoment, Moment: &sequences.Moment{At: at, Kind: sequences.HapReply, Mail: "mail:1", Words: word}},
			{Kind: sequences.FactMoment, Moment: &sequences.Moment{At: at, Kind: sequences.HapSent, Step: word}},
			{Kind: sequences.FactDone, Enrolment: 1, Done: &sequences.Done{Step: word, How: sequences.HowSent, At: at}},
			{Kind: sequences.FactMoved, Enrolment: 1, Move: &sequences.Move{State: sequences.StateQueued, Step: word, At: at}},
			{Kind: sequences.FactEnrolled, Enrol: &sequences.Enrolment{ID: 2, Sequence: word}},
			{Kind: sequences.FactSeen, Event: word},
		}
	}
	p := sequences.Fold([]sequences.Fact{
		{Kind: sequences.FactCreated, ID: 1, Addresses: []string{"dana@acme.example"}, Fields: map[string]string{"company": "Acme"}},
		{Kind: sequences.FactEnrolled, Enrol: &sequences.Enrolment{ID: 1, Sequence: "intro", State: sequences.StateScheduled}},
	})
	for _, word := range []string{"a", "b", "c"} { // so many that a list has room for more
		for _, f := range facts(word) {
			p = sequences.Apply(p, f)
		}
	}
	before, words := asJSON(p), []string{"one", "other"}
	var grown [2]sequences.Person
	var alone [2]string
	for i, word := range words {
		grown[i] = p
		for _, f := range facts(word) {
			grown[i] = sequences.Apply(grown[i], f)
		}
		alone[i] = asJSON(grown[i])
	}
	if asJSON(p) != before || asJSON(grown[0]) != alone[0] || asJSON(grown[1]) != alone[1] || alone[0] == alone[1] {
		t.Errorf("one was written to by what became of another:\n%s\n%s\n%s", asJSON(p), asJSON(grown[0]), asJSON(grown[1]))
	}
}
