package config

import (
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"
)

// Schema is the JSON Schema (draft 2020-12) of config.yaml, for editors. It
// knows what a key may hold; what files, folders and secrets must be like is
// known to Load alone.
func Schema() ([]byte, error) {
	reflector := jsonschema.Reflector{
		Anonymous:                  true,
		ExpandedStruct:             true,
		RequiredFromJSONSchemaTags: true,
		FieldNameTag:               "yaml",
		Mapper:                     scalarSchema,
	}
	schema := reflector.Reflect(&Config{})
	schema.Title = "followupd configuration"
	schema.Description = "config.yaml of followupd"
	return json.MarshalIndent(schema, "", "  ")
}

// durationPattern is one duration as an editor checks it.
const durationPattern = `([0-9]+[wdhms])+`

// scalarSchema describes the types that read their own text.
func scalarSchema(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[Duration]():
		return form("^"+durationPattern+"$", "60s", "36h", "7d", "2w")
	case reflect.TypeFor[Span]():
		return form("^([0-9]+bd|"+durationPattern+")$", "2bd", "36h", "0s")
	case reflect.TypeFor[Gap]():
		return form("^"+durationPattern+"( *- *"+durationPattern+")?$", "90s-240s", "0s")
	case reflect.TypeFor[Clock]():
		return form("^([01][0-9]|2[0-3]):[0-5][0-9]$", "07:30")
	case reflect.TypeFor[DateRange]():
		return form(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.\.[0-9]{4}-[0-9]{2}-[0-9]{2})?$`, "2026-12-20..2027-01-06")
	case reflect.TypeFor[Zone]():
		return form("^[A-Za-z]", "Europe/Madrid", "UTC")
	case reflect.TypeFor[Email]():
		return form("^[^<>]+@[^<>]+$", "ana@lima.example")
	case reflect.TypeFor[Address]():
		return form("@", "Ana Lima <ana@lima.example>")
	case reflect.TypeFor[Weekday]():
		return oneOf(weekdayNames())
	case reflect.TypeFor[TLSMode]():
		return oneOf(tlsModes())
	case reflect.TypeFor[Approval]():
		return oneOf(approvals())
	case reflect.TypeFor[LogLevel]():
		return oneOf(logLevels())
	case reflect.TypeFor[LogFormat]():
		return oneOf(logFormats())
	}
	return nil
}

func form(pattern string, examples ...any) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: pattern, Examples: examples}
}

func oneOf(words []string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, w := range words {
		s.Enum = append(s.Enum, w)
	}
	return s
}
