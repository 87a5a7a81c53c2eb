package sequences_test

import (
	"strings"
	"testing"
	"time"

	"followupd/internal/replies"
	"followupd/sequences"
)

// whenOf reads a condition as a file has it.
func whenOf(t *testing.T, text string) *sequences.When {
	t.Helper()
	s, _, problems := sequences.Parse("f.yaml", []byte(head+"steps: [{id: a, template: t, objective: o, value: v, when: "+text+"}]\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s.Steps[0].When
}

func TestWhen(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)
	ago := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	tests := []struct {
		name, when string
		fields     map[string]string
		notes      []sequences.Note
		timeline   []sequences.Moment
		skipped    string // "" : it is sent
	}{
		{name: "a fact that is known", when: "{has: phone}", fields: map[string]string{"phone": "1"}},
		{name: "a fact that isn't", when: "{has: [city, phone]}", fields: map[string]string{"city": "Graz"}, skipped: "phone is not known"},
		{name: "a note", when: "{has: note.price}", notes: []sequences.Note{{Key: "price", Text: "high"}}},
		{name: "a field as it must be", when: "{field: {country: [DE, AT]}}", fields: map[string]string{"country": " at "}},
		{name: "a country in words", when: "{field: {country: [DE, AT]}}", fields: map[string]string{"country": "Germany"}},
		{name: "a field that is otherwise", when: "{field: {country: [DE, AT]}}", fields: map[string]string{"country": "FR"}, skipped: "country is FR, not DE or AT"},
		{name: "a country by the time zone", when: "{field: {country: [DE, AT]}}", fields: map[string]string{"timezone": "Europe/Vienna"}},
		{name: "another country by the time zone", when: "{field: {country: [DE, AT]}}", fields: map[string]string{"timezone": " europe/paris "},
			skipped: "country is FR by their time zone, not DE or AT"},
		{name: "not a country by the time zone", when: "{not: {field: {country: France}}}", fields: map[string]string{"timezone": "Europe/Paris", "country": " "},
			skipped: "country is FR by their time zone"},
		{name: "the field goes before the time zone", when: "{field: {country: DE}}", fields: map[string]string{"timezone": "Europe/Paris", "country": "DE"}},
		{name: "a time zone of no country", when: "{field: {country: ES}}", fields: map[string]string{"timezone": "UTC+2"}, skipped: "country is not known"},
		{name: "a time zone that is none, with a mailbox in Spain", when: "{field: {country: ES}}", fields: map[string]string{"timezone": "somewhere"}, skipped: "country is not known"},
		{name: "a field that isn't there", when: "{field: {industry: retail}}", skipped: "industry is not known"},
		{name: "a number", when: "{field: {rooms: 12}}", fields: map[string]string{"rooms": "12"}},
		{name: "a note as it must be", when: "{field: {note.price: high}}", notes: []sequences.Note{{Key: "price", Text: "High"}}},
		{name: "standing", when: "{standing: new}"},
		{name: "another standing", when: "{standing: [warming, dark]}", skipped: "they count as new, not as warming or dark"},
		{name: "standing is as of now", when: "{standing: warming}", timeline: []sequences.Moment{{At: ago(100), Kind: sequences.HapReply, Intent: "question"}}, skipped: "they count as new, not as warming"},
		{name: "answered so", when: "{answered: [question, referral]}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapReply, Intent: "meeting"}, {At: ago(5), Kind: sequences.HapReply, Intent: "question"}}},
		{name: "answered otherwise", when: "{answered: question}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapReply, Intent: "meeting"}}, skipped: "they answered before (meeting)"},
		{name: "never answered", when: "{answered: none}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapAutoReply}}},
		{name: "answered after all", when: "{answered: none}", timeline: []sequences.Moment{{At: ago(900), Kind: sequences.HapReply, Intent: "unclear"}}, skipped: "they answered before (unclear)"},
		{name: "answered anything", when: "{answered: any}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapReply, Intent: "unclear"}}},
		{name: "answered nothing", when: "{answered: any}", skipped: "they never answered"},
		{name: "given", when: "{given: v}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapSent, Value: "v"}}},
		{name: "not given", when: "{given: [v, w]}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapSent, Value: "v"}}, skipped: "w was not given"},
		{name: "not a fact", when: "{not: {has: phone}}", fields: map[string]string{"phone": "1"}, skipped: "phone is known"},
		{name: "not a value", when: "{not: {field: {country: [DE, AT]}}}", fields: map[string]string{"country": "DE"}, skipped: "country is DE"},
		{name: "none of these", when: "{not: {given: [v, w]}}", timeline: []sequences.Moment{{At: ago(9), Kind: sequences.HapSent, Value: "w"}}, skipped: "w was given already"},
		{name: "neither", when: "{has: phone, not: {given: [v], field: {country: DE}}}", fields: map[string]string{"phone": "1", "country": "FR"}},
		{name: "all of it", when: "{has: phone, standing: dark}", fields: map[string]string{"phone": "1"}, skipped: "they count as new, not as dark"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := &scene{t: t, plan: lawPlan(), now: now}
			seq := s.plan.Sequences["intro"]
			seq.Steps[0].When = whenOf(t, tt.when)
			s.enrol("intro", "ignore")
			s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
			s.p.Fields, s.p.Notes, s.p.Timeline = tt.fields, tt.notes, tt.timeline
			_, r := s.due()
			if tt.skipped == "" {
				if s.e().State != sequences.StateQueued || s.e().Step != "one" {
					t.Fatalf("it is %s at step %s: %+v", s.e().State, s.e().Step, r)
				}
				return
			}
			if len(s.e().Done) != 1 || s.e().Done[0].How != sequences.HowSkipped || s.e().Done[0].Why != tt.skipped || !s.e().Done[0].Meant {
				t.Fatalf("done %+v, want it passed over since %q", s.e().Done, tt.skipped)
			}
			if r.Code != sequences.CodeSkipped || !strings.HasSuffix(r.Text, tt.skipped) || s.e().Step != "two" {
				t.Errorf("step %s, reason %+v", s.e().Step, r)
			}
		})
	}
}

// A step that leans on a fact that isn't there is passed over as the sequence
// wants it.
func TestNeedsArePassedOverAsMeant(t *testing.T) {
	t.Parallel()
	s := &scene{t: t, plan: lawPlan(), now: time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)}
	s.plan.Sequences["intro"].Steps[0].Needs = []string{"note.tool"}
	s.enrol("intro", "ignore")
	s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 1, Past: &sequences.Past{}})
	s.due()
	if d := s.e().Done; len(d) != 1 || d[0].How != sequences.HowSkipped || d[0].Why != "it leans on note.tool, which is not known" || !d[0].Meant {
		t.Errorf("done %+v", d)
	}
}

// What was answered in one sequence counts in the next: people, not
// enrolments, are talked to.
func TestWhenLooksAtAnswersOfEverySequence(t *testing.T) {
	t.Parallel()
	s := begun(t)
	dark := s.plan.Sequences["dark"]
	dark.Steps = []sequences.Step{{ID: "only", Template: "t", Objective: "o", Value: "v", When: whenOf(t, "{answered: question, not: {given: a}}")}}
	s.plan.Sequences["dark"] = dark
	s.sends()
	s.mail(sequences.Mail{Kind: replies.KindReply, Intent: replies.IntentQuestion, Certain: true})
	s.do(sequences.Event{Kind: sequences.EvOrder, Order: &sequences.Order{Verb: sequences.VerbStop}})
	s.enrol("dark", "ignore")
	s.do(sequences.Event{Kind: sequences.EvPast, Enrolment: 2, Past: &sequences.Past{}})
	s.pass(72 * time.Hour)
	s.do(sequences.Event{Kind: sequences.EvDue, Enrolment: 2})
	second := s.p.Enrolment(2)
	if second.State != sequences.StateEnded || second.Done[0].Why != "a was given already" {
		t.Errorf("it is %s: %+v", second.State, second.Done)
	}
	if second.Why.Text != "no step is left: each was passed over" {
		t.Errorf("it ended since %q", second.Why.Text)
	}
}
