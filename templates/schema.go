package templates

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

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
	if subject, ok := s.Properties.Get("subject"); ok {
		subject.Pattern = filledLine
	}
	if needs, ok := s.Properties.Get("needs"); ok {
		needs.Items = needSchema()
	}
	if files, ok := s.Properties.Get("attachments"); ok {
		files.Items = &jsonschema.Schema{Type: "string", Pattern: fileInside, Description: "A file, by its path in the templates folder.", Examples: []any{"files/checklist.pdf"}}
	}
	return schemaBytes(s)
}

// The patterns of editors say what the checks of Parse and ParseValues do; a
// test holds them together. JavaScript reads them as Go does.
const (
	filledLine = `^[^\x00-\x1F\x7F-\x9F]*\S[^\x00-\x1F\x7F-\x9F]*$`
	filePart   = `([^/\\:.][^/\\:]*|\.[^/\\:.][^/\\:]*|\.\.[^/\\:]+)`
	fileInside = `^` + filePart + `(/` + filePart + `)*$`
	lowerName  = `[_\p{Ll}\p{Lo}\p{Lm}][_\p{Ll}\p{Lo}\p{Lm}\p{Nd}]*`
)

// needSchema is the name of a field, or a note; the words of the templates have
// parts of their own.
func needSchema() *jsonschema.Schema {
	pattern, bare := "^("+lowerName, []any{}
	for _, group := range slices.Sorted(maps.Keys(groups())) {
		bare = append(bare, group)
		if members := groups()[group]; members == nil {
			pattern += `|` + group + `\.` + lowerName
		} else {
			pattern += `|` + group + `\.(` + strings.Join(members, "|") + ")"
		}
	}
	return &jsonschema.Schema{Type: "string", Pattern: pattern + ")$", Not: &jsonschema.Schema{Enum: bare}, Description: "A field of the prospect, or note.NAME.", Examples: []any{"first_name", "note.estimator"}}
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
		for key, pattern := range map[string]string{"title": filledLine, "good_for": filledLine, "file": fileInside} {
			if text, ok := list.Items.Properties.Get(key); ok {
				text.Pattern = pattern
			}
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
