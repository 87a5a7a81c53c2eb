package sequences

import (
	"encoding"
	"fmt"
	"maps"
	"slices"
	"strings"

	"followupd/internal/replies"
	"followupd/internal/strictyaml"
)

// some is one value, or a list of them.
type some[T any, P interface {
	*T
	encoding.TextUnmarshaler
}] []T

func (s *some[T, P]) UnmarshalText(text []byte) error {
	var one T
	if err := P(&one).UnmarshalText(text); err != nil {
		return err
	}
	*s = some[T, P]{one}
	return nil
}

// whenFile and notFile are the shape of a step's when.
type (
	whenFile struct {
		Has      some[needText, *needText]                `yaml:"has" jsonschema_description:"Facts that must be known: fields of the prospect, or note.NAME."`
		Field    map[needText]some[valueWord, *valueWord] `yaml:"field" jsonschema_description:"What a field (or note.NAME) must be: one value, or a list of which one is enough. Upper and lower case are the same."`
		Standing some[standingWord, *standingWord]        `yaml:"standing" jsonschema_description:"How much they must be into you: one of these."`
		Answered some[answeredWord, *answeredWord]        `yaml:"answered" jsonschema_description:"What they must have answered before, in whatever sequence: one of these kinds, any, or none."`
		Given    some[givenWord, *givenWord]              `yaml:"given" jsonschema_description:"What they must have been given before, by its id in the value catalogue."`
		Not      *notFile                                 `yaml:"not" jsonschema_description:"What must not be so: none of these."`
	}
	notFile struct {
		Has      some[needText, *needText]                `yaml:"has" jsonschema_description:"Facts that must not be known."`
		Field    map[needText]some[valueWord, *valueWord] `yaml:"field" jsonschema_description:"What a field (or note.NAME) must not be."`
		Standing some[standingWord, *standingWord]        `yaml:"standing" jsonschema_description:"How much they must not be into you."`
		Answered some[answeredWord, *answeredWord]        `yaml:"answered" jsonschema_description:"What they must not have answered before."`
		Given    some[givenWord, *givenWord]              `yaml:"given" jsonschema_description:"What they must not have been given yet, by its id in the value catalogue."`
	}
)

func (f whenFile) when() *When {
	w := &When{Conditions: notFile{f.Has, f.Field, f.Standing, f.Answered, f.Given}.conditions()}
	if f.Not != nil {
		not := f.Not.conditions()
		w.Not = &not
	}
	return w
}

func (f notFile) conditions() Conditions {
	c := Conditions{Has: textsOf(f.Has), Answered: textsOf(f.Answered), Given: textsOf(f.Given)}
	for _, s := range f.Standing {
		c.Standing = append(c.Standing, Standing(s))
	}
	for fact, values := range f.Field {
		if c.Field == nil {
			c.Field = make(map[string][]string, len(f.Field))
		}
		c.Field[string(fact)] = textsOf(values)
	}
	return c
}

func textsOf[T ~string](words []T) []string {
	var out []string
	for _, w := range words {
		out = append(out, strings.TrimSpace(string(w)))
	}
	return out
}

// givenWord is the id of a value.
type givenWord string

func (g *givenWord) UnmarshalText(text []byte) error {
	if strings.TrimSpace(string(text)) == "" {
		return strictyaml.Fault("is empty", "name a value of the catalogue, or remove the line")
	}
	*g = givenWord(text)
	return nil
}

// valueWord is what a field may be, as it is written.
type valueWord string

func (v *valueWord) UnmarshalText(text []byte) error {
	if strings.TrimSpace(string(text)) == "" {
		return strictyaml.Fault("is empty", "for a field that isn't there, write not: {has: NAME}")
	}
	*v = valueWord(text)
	return nil
}

// standingWord is a Standing.
type standingWord Standing

func standingWords() []string {
	return []string{string(StandingNew), string(StandingInto), string(StandingWarming), string(StandingDark), string(StandingNot)}
}

func (s *standingWord) UnmarshalText(text []byte) error {
	if err := oneOf(string(text), "a standing", standingWords()); err != nil {
		return err
	}
	*s = standingWord(text)
	return nil
}

// answeredWord is the intent of an answer, any or none.
type answeredWord string

func answeredWords() []string {
	words := []string{AnsweredAny, AnsweredNone}
	for _, intent := range intentWords() {
		// A machine answers nothing, and who opted out is never written to.
		if intent != string(replies.IntentAutoReply) && intent != string(replies.IntentOptOut) {
			words = append(words, intent)
		}
	}
	return words
}

func (a *answeredWord) UnmarshalText(text []byte) error {
	if err := oneOf(string(text), "a kind of answer", answeredWords()); err != nil {
		return err
	}
	*a = answeredWord(text)
	return nil
}

// when checks what can be told of a condition from the file alone.
func (c *check) when(path string, w *When) {
	if w == nil {
		return
	}
	keys := c.conditions(path, w.Conditions)
	if w.Not != nil {
		if not := c.conditions(path+".not", *w.Not); not == 0 && !c.told(path+".not") {
			c.fault(path+".not", "says nothing", "try not: {answered: any}, or remove the line")
		}
		keys++
	}
	if keys == 0 && !c.told(path) {
		c.fault(path, "says nothing", "try when: {field: {country: [DE, AT]}}, or remove the line")
	}
}

// conditions counts the keys that are there.
func (c *check) conditions(path string, w Conditions) (keys int) {
	for _, key := range []string{"has", "field", "standing", "answered", "given"} {
		if !c.doc.Has(path + "." + key) {
			continue
		}
		keys++
		if at := path + "." + key; w.empty(key) && !c.toldBelow(at) {
			c.fault(at, "names nothing", "name something, or remove the line")
		}
	}
	for _, fact := range slices.Sorted(maps.Keys(w.Field)) {
		if at := fieldPath(path, fact); len(w.Field[fact]) == 0 && !c.told(at) {
			c.fault(at, "names nothing", "name a value, or write has: "+fact)
		}
	}
	if len(w.Answered) > 1 && slices.Contains(w.Answered, AnsweredNone) {
		c.fault(path+".answered", "none goes with no other kind of answer", "write answered: none alone")
	}
	return keys
}

func (c Conditions) empty(key string) bool {
	switch key {
	case "has":
		return len(c.Has) == 0
	case "field":
		return len(c.Field) == 0
	case "standing":
		return len(c.Standing) == 0
	case "answered":
		return len(c.Answered) == 0
	}
	return len(c.Given) == 0
}

// toldBelow says whether something is known to be wrong with a value or with
// what is in it.
func (c *check) toldBelow(path string) bool {
	return slices.ContainsFunc(c.problems, func(p strictyaml.Problem) bool { return strings.HasPrefix(p.Path, path) })
}

func fieldPath(path, fact string) string {
	if strings.Contains(fact, ".") {
		return fmt.Sprintf("%s.field[%q]", path, fact)
	}
	return path + ".field." + fact
}

// knownWhen checks the names of fields and values outside of the file.
func (c *check) knownWhen(path string, w *When, k Known) {
	if w == nil {
		return
	}
	c.knownConditions(path, w.Conditions, k)
	if w.Not != nil {
		c.knownConditions(path+".not", *w.Not, k)
	}
}

func (c *check) knownConditions(path string, w Conditions, k Known) {
	for i, fact := range w.Has {
		c.condition(fmt.Sprintf("%s.has[%d]", path, i), fact, k)
	}
	for _, fact := range slices.Sorted(maps.Keys(w.Field)) {
		c.condition(fieldPath(path, fact), fact, k)
	}
	for i, id := range w.Given {
		c.reference(fmt.Sprintf("%s.given[%d]", path, i), id, "value", "the value catalogue", k.Values)
	}
}

// condition only warns: the field may come with the next list of people.
func (c *check) condition(path, fact string, k Known) {
	if known, odd := k.odd(fact); odd && !strings.HasPrefix(fact, "note.") {
		c.warn(ruleField, path, fmt.Sprintf("nobody has a field %q so far", fact), knownHint(fact, known))
	}
}

// Facts are the fields that a condition asks for, notes not among them.
func (w *When) Facts() []string {
	if w == nil {
		return nil
	}
	parts := []Conditions{w.Conditions}
	if w.Not != nil {
		parts = append(parts, *w.Not)
	}
	var list []string
	for _, c := range parts {
		list = append(list, c.Has...)
		list = slices.AppendSeq(list, maps.Keys(c.Field))
	}
	return slices.DeleteFunc(list, func(fact string) bool { return strings.HasPrefix(fact, "note.") })
}
