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
	case reflect.TypeFor[spanText]():
		return textSchema(`^\s*(\d+(ms|[wdhms]))+\s*$`, "7d", "36h")
	case reflect.TypeFor[dayWord]():
		return wordSchema(dayWords())
	case reflect.TypeFor[hoursText]():
		return textSchema(hoursPattern, "09:00-11:30")
	case reflect.TypeFor[needText]():
		return textSchema(needPattern, "first_name", "note.estimator")
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
