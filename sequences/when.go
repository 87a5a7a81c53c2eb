package sequences

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// When says for whom a step is: all of it must hold when the step's time
// comes, and nothing of Not. For everybody else the step is passed over.
type When struct {
	Conditions
	Not *Conditions `json:"not,omitempty"`
}

// Conditions are what may be said of a person. Of Has and Given all must be
// there; of the other lists one.
type Conditions struct {
	Has      []string            `json:"has,omitempty"`      // facts: field names, or note.NAME
	Field    map[string][]string `json:"field,omitempty"`    // a fact and what it may be, in upper or lower case
	Standing []Standing          `json:"standing,omitempty"` // as of the moment
	Answered []string            `json:"answered,omitempty"` // intents of answers ever given, or AnsweredNone, or AnsweredAny
	Given    []string            `json:"given,omitempty"`    // values ever given
}

// The words of Answered that aren't an intent.
const (
	AnsweredNone = "none" // never answered
	AnsweredAny  = "any"
)

// unmet is why a step isn't for somebody, in words; "" where it is.
func (w *When) unmet(p *Person, now time.Time) string {
	if w == nil {
		return ""
	}
	for _, c := range w.parts() {
		if holds, words := c(p, now); !holds {
			return words
		}
	}
	if w.Not == nil {
		return ""
	}
	for _, c := range w.Not.parts() {
		if holds, words := c(p, now); holds {
			return words
		}
	}
	return ""
}

// condition is one thing that may be said of a person: whether it holds, and in
// words how it is with them.
type condition func(p *Person, now time.Time) (holds bool, words string)

// parts are the conditions one by one: each must hold, or, of those that must
// not, none may.
func (c Conditions) parts() []condition {
	list := append(facts(c.Has), given(c.Given)...)
	for _, fact := range slices.Sorted(maps.Keys(c.Field)) {
		list = append(list, isOneOf(fact, c.Field[fact]))
	}
	if len(c.Standing) > 0 {
		list = append(list, standsAs(c.Standing))
	}
	if len(c.Answered) > 0 {
		list = append(list, hasAnswered(c.Answered))
	}
	return list
}

func facts(names []string) []condition {
	var list []condition
	for _, name := range names {
		list = append(list, func(p *Person, _ time.Time) (bool, string) {
			if p.Has(name) {
				return true, name + " is known"
			}
			return false, name + " is not known"
		})
	}
	return list
}

func given(values []string) []condition {
	var list []condition
	for _, value := range values {
		list = append(list, func(p *Person, _ time.Time) (bool, string) {
			if p.wasGiven(value) {
				return true, fmt.Sprintf("%s was given already", value)
			}
			return false, fmt.Sprintf("%s was not given", value)
		})
	}
	return list
}

func isOneOf(fact string, values []string) condition {
	return func(p *Person, _ time.Time) (bool, string) {
		have, by := p.fact(fact), ""
		if have == "" && fact == "country" { // the one whose holidays count
			have, by = p.country(), " by their time zone"
		}
		switch {
		case have == "":
			return false, fact + " is not known"
		case slices.ContainsFunc(values, func(want string) bool { return sameFact(fact, have, want) }):
			return true, fmt.Sprintf("%s is %s%s", fact, have, by)
		}
		return false, fmt.Sprintf("%s is %s%s, not %s", fact, have, by, orWords(values))
	}
}

// sameFact compares as people do: without regard to case and outer spaces, and
// a country by whatever name or code it goes.
func sameFact(fact, have, want string) bool {
	if strings.EqualFold(have, strings.TrimSpace(want)) {
		return true
	}
	if fact != "country" {
		return false
	}
	code := Country(map[string]string{fact: want})
	return code != "" && code == Country(map[string]string{fact: have})
}

func standsAs(standings []Standing) condition {
	words := make([]string, len(standings))
	for i, s := range standings {
		words[i] = string(s)
	}
	return func(p *Person, now time.Time) (bool, string) {
		is := p.StandingAt(now).Standing
		if slices.Contains(standings, is) {
			return true, fmt.Sprintf("they count as %s", is)
		}
		return false, fmt.Sprintf("they count as %s, not as %s", is, orWords(words))
	}
}

func hasAnswered(intents []string) condition {
	return func(p *Person, _ time.Time) (bool, string) {
		var had []string
		for _, m := range p.Timeline {
			if m.Kind == HapReply {
				had = append(had, m.Intent)
			}
		}
		switch {
		case len(had) == 0:
			return slices.Contains(intents, AnsweredNone), "they never answered"
		case slices.Contains(intents, AnsweredAny):
			return true, "they answered before"
		}
		for _, intent := range had {
			if slices.Contains(intents, intent) {
				return true, "they answered before (" + intent + ")"
			}
		}
		return false, "they answered before (" + strings.Join(slices.Compact(had), ", ") + ")"
	}
}

func orWords(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return strings.Join(words, "")
}

// fact is what is known of a field, or of note.NAME; "" where nothing is.
func (p *Person) fact(name string) string {
	if key, ok := strings.CutPrefix(name, "note."); ok {
		text, _ := p.Note(key)
		return strings.TrimSpace(text)
	}
	return strings.TrimSpace(p.Fields[name])
}

// wasGiven says whether a mail of ours ever gave a value.
func (p *Person) wasGiven(value string) bool {
	return slices.ContainsFunc(p.Timeline, func(m Moment) bool { return m.Kind == HapSent && m.Value == value })
}
