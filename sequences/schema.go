package sequences

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"
)

// Schema is the JSON Schema (draft 2020-12) of a sequence file, by which
// editors complete and explain its keys. It is made from the type that Parse
// reads a file into. Parse knows more: what is the same twice, how long the
// waits are, and what the names in a file stand for.
func Schema() ([]byte, error) {
	reflector := jsonschema.Reflector{
		Anonymous: true, ExpandedStruct: true,
		FieldNameTag: "yaml", RequiredFromJSONSchemaTags: true,
		Mapper: schemaOf,
		Namer:  func(t reflect.Type) string { return strings.TrimSuffix(t.Name(), "File") },
	}
	s := reflector.Reflect(sequenceFile{})
	s.Title = "A sequence of followupd"
	s.Description = "Who is written to from which mailbox, when, to what end, what each mail gives, and what each kind of answer does."
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write schema of sequences: %w", err)
	}
	return append(b, '\n'), nil
}

// schemaOf describes the types that read one value each; nil leaves a type to
// the reflector. The result is changed by it, so it is a new one every time.
func schemaOf(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[nameWord]():
		return textSchema(namePattern)
	case reflect.TypeFor[filledText]():
		return textSchema(`\S`)
	case reflect.TypeFor[waitText]():
		return textSchema(`^\s*(\d+bd|(\d+(ms|[wdhms]))+)\s*$`, "3bd", "36h", "2w", "10s")
	case reflect.TypeFor[onText]():
		return textSchema(onPattern, "2027-03-14", "renewal_date - 30d", "fair_date + 2bd")
	case reflect.TypeFor[skipText]():
		return textSchema(`^\s*(0*[1-9]\d*bd|(\d+(ms|[wdhms]))*0*[1-9]\d*(ms|[wdhms])(\d+(ms|[wdhms]))*)\s*$`, "10bd", "2w")
	case reflect.TypeFor[taskText]():
		s := textSchema(`^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*$`)
		most := uint64(longestTask)
		s.MaxLength = &most
		return s
	case reflect.TypeFor[spanText]():
		return textSchema(`^\s*(\d+(ms|[wdhms]))+\s*$`, "7d", "36h")
	case reflect.TypeFor[dayWord]():
		return wordSchema(dayWords())
	case reflect.TypeFor[hoursText]():
		return textSchema(hoursPattern, "09:00-11:30")
	case reflect.TypeFor[needText]():
		return textSchema(needPattern, "first_name", "note.estimator")
	case reflect.TypeFor[some[needText, *needText]]():
		return someSchema(textSchema(needPattern, "phone", "note.estimator"))
	case reflect.TypeFor[some[givenWord, *givenWord]]():
		return someSchema(textSchema(`\S`, "quoting-checklist"))
	case reflect.TypeFor[some[standingWord, *standingWord]]():
		return someSchema(wordSchema(standingWords()))
	case reflect.TypeFor[some[answeredWord, *answeredWord]]():
		return answeredSchema()
	case reflect.TypeFor[map[needText]some[valueWord, *valueWord]]():
		return fieldsSchema()
	case reflect.TypeFor[zoneText]():
		names := slices.Sorted(maps.Keys(zoneTable().byName))
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
			wordSchema(append([]string{ZoneProspect, ZoneMailbox}, names...)),
			textSchema(`^[A-Za-z0-9_+:-]+(/[A-Za-z0-9_+-]+)*$`), // old names, and offsets
		}, Default: ZoneProspect}
	case reflect.TypeFor[holidaysText]():
		s := wordSchema(append([]string{HolidaysProspect, HolidaysNone}, slices.Sorted(maps.Keys(zoneTable().main))...))
		s.Default = HolidaysProspect
		return s
	case reflect.TypeFor[companyWord]():
		s := wordSchema(companyWords())
		s.Default = string(CompanyHold)
		return s
	case reflect.TypeFor[approvalWord]():
		return wordSchema(approvalWords())
	case reflect.TypeFor[map[intentKey]actionWord]():
		return repliesSchema()
	}
	return nil
}

func textSchema(pattern string, examples ...any) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: pattern, Examples: examples}
}

func wordSchema(words []string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, word := range words {
		s.Enum = append(s.Enum, word)
	}
	return s
}

// someSchema is one value, or a list of them.
func someSchema(one *jsonschema.Schema) *jsonschema.Schema {
	atLeast := uint64(1)
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{one, {Type: "array", Items: one, MinItems: &atLeast}}}
}

// answeredSchema lets none stand alone.
func answeredSchema() *jsonschema.Schema {
	s := someSchema(wordSchema(answeredWords()))
	list := *s.AnyOf[1]
	list.AnyOf = []*jsonschema.Schema{{Items: &jsonschema.Schema{Not: &jsonschema.Schema{Const: AnsweredNone}}}, {MaxItems: list.MinItems}}
	s.AnyOf[1] = &list
	return s
}

// fieldsSchema is what fields may be: any single value, as it is written.
func fieldsSchema() *jsonschema.Schema {
	one := &jsonschema.Schema{AnyOf: []*jsonschema.Schema{textSchema(`\S`), {Type: "number"}, {Type: "boolean"}}}
	atLeast := uint64(1)
	return &jsonschema.Schema{Type: "object", PropertyNames: textSchema(needPattern), AdditionalProperties: someSchema(one), MinProperties: &atLeast,
		Examples: []any{map[string]any{"country": []string{"DE", "AT"}}}}
}

// JSONSchemaExtend adds the rule alone to the group of keys.
func (companyFile) JSONSchemaExtend(s *jsonschema.Schema) {
	group := *s
	atLeast := uint64(1)
	group.MinProperties = &atLeast
	word := wordSchema(companyWords())
	word.Default = string(CompanyHold)
	*s = jsonschema.Schema{OneOf: []*jsonschema.Schema{word, &group}, Examples: []any{"hold", map[string]any{"at_once": 2, "answer": "hold"}}}
}

// JSONSchemaExtend tells a mail from a task.
func (stepFile) JSONSchemaExtend(s *jsonschema.Schema) {
	has := func(keys ...string) *jsonschema.Schema { return &jsonschema.Schema{Required: keys} }
	s.If = has("task")
	s.Then = &jsonschema.Schema{Not: &jsonschema.Schema{AnyOf: []*jsonschema.Schema{has("template"), has("value"), has("subject"), has("approval")}}}
	s.Else = &jsonschema.Schema{Required: []string{"template", "value"}, Not: has("skip_after")}
	s.DependentRequired = map[string][]string{"late": {"on"}}
	s.Not = has("on", "wait")
}

// JSONSchemaExtend asks for at least one key: an empty condition says nothing.
func (whenFile) JSONSchemaExtend(s *jsonschema.Schema) {
	atLeast := uint64(1)
	s.MinProperties = &atLeast
	s.Examples = []any{map[string]any{"field": map[string]any{"country": []string{"DE", "AT"}}, "standing": []string{"warming", "dark"}, "not": map[string]any{"given": "quoting-checklist"}}}
}

// JSONSchemaExtend does the same for what must not be so.
func (notFile) JSONSchemaExtend(s *jsonschema.Schema) {
	atLeast := uint64(1)
	s.MinProperties = &atLeast
}

// repliesSchema offers for each intent what a sequence may do with it.
func repliesSchema() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, intent := range intentWords() {
		allowed := allowedActions()[intent]
		property := &jsonschema.Schema{Type: "string", Default: string(allowed[0]), Description: intentMeaning(intent)}
		for _, action := range allowed {
			property.Enum = append(property.Enum, string(action))
		}
		s.Properties.Set(intent, property)
	}
	return s
}

// intentMeaning explains an intent to somebody who writes a sequence.
func intentMeaning(intent string) string {
	switch intent {
	case "opt_out":
		return "They want no more mail: they are never written to again."
	case "meeting":
		return "They propose or accept a talk."
	case "interested":
		return "They want to go on."
	case "question":
		return "They ask something."
	case "referral":
		return "They name somebody else to write to."
	case "later":
		return "They ask to be written to at a later time."
	case "auto_reply":
		return "A machine answered: an absence, a receipt, a mailbox that nobody reads."
	case "not_interested":
		return "A no."
	case "wrong_person":
		return "It isn't for them."
	}
	return "A person answered, but it isn't sure what they want."
}

// JSONSchemaExtend adds the word always to the group of keys.
func (windowFile) JSONSchemaExtend(s *jsonschema.Schema) {
	group := *s
	*s = jsonschema.Schema{
		OneOf:    []*jsonschema.Schema{&group, {Type: "string", Const: "always", Description: "Any day, at any hour."}},
		Examples: []any{map[string]any{"days": []string{"tue", "wed", "thu"}, "hours": "09:00-11:30", "zone": ZoneProspect, "holidays": HolidaysProspect}},
	}
}
