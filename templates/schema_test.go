package templates_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"followupd/templates"
)

func compile(t *testing.T, schema []byte, err error) *jsonschema.Schema {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func accepts(t *testing.T, schema *jsonschema.Schema, src string) bool {
	t.Helper()
	var value any
	if err := yaml.Unmarshal([]byte(src), &value); err != nil {
		t.Fatal(err)
	}
	if value == nil {
		value = map[string]any{}
	}
	return schema.Validate(value) == nil
}

// The schema that editors go by and the reader give the same verdict.
func TestFrontMatterSchemaAgrees(t *testing.T) {
	t.Parallel()
	src, err := templates.FrontMatterSchema()
	schema := compile(t, src, err)
	for name, tt := range map[string]struct {
		src  string
		good bool
	}{
		"empty":                {"", true},
		"all":                  {"subject: a\nlanguage: de\nhtml: true\nneeds: [note.a, b]\nattachments: [files/a.pdf]\nidea: x", true},
		"unknown key":          {"subjct: a", false},
		"empty subject":        {"subject: ''", false},
		"a number":             {"subject: 1", false},
		"unknown language":     {"language: xx", false},
		"html of another sort": {"html: sometimes", false},
		"needs as a text":      {"needs: a", false},
		"needs of a number":    {"needs: [1]", false},
	} {
		_, problems := templates.Parse("x", "x.md", []byte("---\n"+tt.src+"\n---\ntext"))
		if good := !problems.HasErrors(); good != tt.good {
			t.Errorf("%s: the reader says %v: %v", name, good, problems)
		}
		if good := accepts(t, schema, tt.src); good != tt.good {
			t.Errorf("%s: the schema says %v", name, good)
		}
	}
}

func TestValuesSchemaAgrees(t *testing.T) {
	t.Parallel()
	src, err := templates.ValuesSchema()
	schema := compile(t, src, err)
	if !strings.Contains(string(src), `"description": "What it is good for`) {
		t.Error("the schema explains nothing")
	}
	const head = "values:\n  - "
	for name, tt := range map[string]struct {
		src  string
		good bool
	}{
		"empty":            {"", false},
		"none":             {"values: []", true},
		"all":              {head + "{id: a, title: b, good_for: c, link: 'https://x.example/', file: a/b.pdf, language: nl}", true},
		"least":            {head + "{id: a, title: b, good_for: c}", true},
		"no id":            {head + "{title: b, good_for: c}", false},
		"no title":         {head + "{id: a, good_for: c}", false},
		"empty good_for":   {head + "{id: a, title: b, good_for: ''}", false},
		"a strange id":     {head + "{id: a b, title: b, good_for: c}", false},
		"half a link":      {head + "{id: a, title: b, good_for: c, link: x.example}", false},
		"unknown key":      {head + "{id: a, title: b, good_for: c, lnk: x}", false},
		"unknown language": {head + "{id: a, title: b, good_for: c, language: en-GB}", false},
		"a number":         {head + "{id: 1, title: b, good_for: c}", false},
	} {
		_, problems := templates.ParseValues("values.yaml", []byte(tt.src))
		if good := !problems.HasErrors(); good != tt.good {
			t.Errorf("%s: the reader says %v: %v", name, good, problems)
		}
		if good := accepts(t, schema, tt.src); good != tt.good {
			t.Errorf("%s: the schema says %v", name, good)
		}
	}
}
