package templates

import (
	"encoding/json"
	"fmt"

	"github.com/invopop/jsonschema"
)

// FrontMatterSchema is the JSON Schema (draft 2020-12) of what stands between
// the --- lines of a template, by which editors complete and explain its keys.
// It is made from the type that Parse reads it into.
func FrontMatterSchema() ([]byte, error) {
	s := reflectSchema(frontMatter{})
	s.Title = "The front matter of a template of followupd"
	s.Description = "What a mail is beside its text."
	limitLanguage(s)
	return schemaBytes(s)
}

// ValuesSchema is the JSON Schema (draft 2020-12) of a catalogue of values.
func ValuesSchema() ([]byte, error) {
	s := reflectSchema(valuesFile{})
	s.Title = "The catalogue of values of followupd"
	s.Description = "The things of worth that mails give."
	if list, ok := s.Properties.Get("values"); ok && list.Items != nil {
		list.Items.Description = "One thing of worth."
		limitLanguage(list.Items)
		if id, ok := list.Items.Properties.Get("id"); ok {
			id.Pattern = valueID.String()
		}
	}
	return schemaBytes(s)
}

func reflectSchema(of any) *jsonschema.Schema {
	r := jsonschema.Reflector{
		Anonymous: true, DoNotReference: true,
		FieldNameTag: "yaml", RequiredFromJSONSchemaTags: true,
	}
	return r.Reflect(of)
}

// limitLanguage names the languages that there are.
func limitLanguage(s *jsonschema.Schema) {
	language, ok := s.Properties.Get("language")
	if !ok {
		return
	}
	for _, code := range Languages() {
		language.Enum = append(language.Enum, code)
	}
}

func schemaBytes(s *jsonschema.Schema) ([]byte, error) {
	b, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write schema %q: %w", s.Title, err)
	}
	return append(b, '\n'), nil
}
