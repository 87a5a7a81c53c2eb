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

		"subject alone":                  {"subject: Late quotes at {{ .company }}", true},
		"subject in quotes":              {"subject: '5'", true},
		"subject of spaces":              {"subject: '  '", false},
		"subject of two lines":           {"subject: \"a\\nb\"", false},
		"subject as a list":              {"subject: [a]", false},
		"subject true":                   {"subject: true", false},
		"subject without a value":        {"subject:", false},
		"English":                        {"language: en", true},
		"Spanish":                        {"language: es", true},
		"French":                         {"language: fr", true},
		"Italian":                        {"language: it", true},
		"Portuguese":                     {"language: pt", true},
		"Dutch":                          {"language: nl", true},
		"a language with its country":    {"language: en-GB", false},
		"a language in capitals":         {"language: DE", false},
		"no language":                    {"language: ''", false},
		"two languages":                  {"language: [de, en]", false},
		"html off":                       {"html: false", true},
		"html in an old word":            {"html: yes", false},
		"html in quotes":                 {"html: 'true'", false},
		"html as a number":               {"html: 1", false},
		"no needs":                       {"needs: []", true},
		"a need":                         {"needs: [first_name]", true},
		"a need of a note":               {"needs: [note.estimator]", true},
		"needs in lines":                 {"needs:\n  - a\n  - note.b", true},
		"a need of two words":            {"needs: [First Name]", false},
		"a need in capitals":             {"needs: [Company]", false},
		"a need with a hyphen":           {"needs: [first-name]", false},
		"a note without a name":          {"needs: [note]", false},
		"an empty need":                  {"needs: ['']", false},
		"needs as a group":               {"needs: {a: b}", false},
		"an attachment":                  {"attachments: [list.pdf]", true},
		"an attachment in a folder":      {"attachments: [files/2026/list.pdf]", true},
		"no attachments":                 {"attachments: []", true},
		"an attachment from above":       {"attachments: [../list.pdf]", false},
		"an attachment from the root":    {"attachments: [/etc/passwd]", false},
		"an attachment without a name":   {"attachments: ['']", false},
		"attachments as a text":          {"attachments: list.pdf", false},
		"an idea":                        {"idea: Say where things were left.", true},
		"an idea of several lines":       {"idea: |\n  one\n  two", true},
		"an idea as a list":              {"idea: [a]", false},
		"a key in capitals":              {"Subject: a", false},
		"front matter that is a list":    {"- subject", false},
		"a body's key in front matter":   {"text: hello", false},
		"everything and one slip":        {"subject: a\nlanguage: de\nhtml: true\nneed: [a]", false},
		"an attachment's odd characters": {"attachments: ['Preise 2026 (neu).pdf']", true},
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

		"two":                             {head + "{id: a, title: b, good_for: c}\n  - {id: b, title: b, good_for: c}", true},
		"an id with a hyphen and a year":  {head + "{id: benchmark-2026, title: b, good_for: c}", true},
		"an id with an underscore":        {head + "{id: a_b, title: b, good_for: c}", true},
		"an id in another script":         {head + "{id: größe, title: b, good_for: c}", true},
		"an id in capitals":               {head + "{id: ABC, title: b, good_for: c}", true},
		"an id that begins with a hyphen": {head + "{id: -a, title: b, good_for: c}", false},
		"an id with a dot":                {head + "{id: a.b, title: b, good_for: c}", false},
		"an empty id":                     {head + "{id: '', title: b, good_for: c}", false},
		"an id as a list":                 {head + "{id: [a], title: b, good_for: c}", false},
		"a title of spaces":               {head + "{id: a, title: '  ', good_for: c}", false},
		"an empty title":                  {head + "{id: a, title: '', good_for: c}", false},
		"a title of two lines":            {head + "{id: a, title: \"b\\nc\", good_for: c}", false},
		"a title as a number":             {head + "{id: a, title: 5, good_for: c}", false},
		"a title in quotes":               {head + "{id: a, title: '5', good_for: c}", true},
		"no good_for":                     {head + "{id: a, title: b}", false},
		"good_for of spaces":              {head + "{id: a, title: b, good_for: ' '}", false},
		"good_for of two lines":           {head + "{id: a, title: b, good_for: \"c\\nd\"}", false},
		"good_for as a list":              {head + "{id: a, title: b, good_for: [c]}", false},
		"a link over http":                {head + "{id: a, title: b, good_for: c, link: 'http://x.example'}", true},
		"a link to write to":              {head + "{id: a, title: b, good_for: c, link: 'mailto:ana@lima.example'}", true},
		"a link to call":                  {head + "{id: a, title: b, good_for: c, link: 'tel:+34911234567'}", true},
		"a link to a file":                {head + "{id: a, title: b, good_for: c, link: 'file:///etc/passwd'}", false},
		"a link that runs":                {head + "{id: a, title: b, good_for: c, link: 'javascript:alert(1)'}", false},
		"a link without a host":           {head + "{id: a, title: b, good_for: c, link: 'https:///x'}", false},
		"a link as a list":                {head + "{id: a, title: b, good_for: c, link: ['https://x.example']}", false},
		"a file":                          {head + "{id: a, title: b, good_for: c, file: list.pdf}", true},
		"a file from above":               {head + "{id: a, title: b, good_for: c, file: ../list.pdf}", false},
		"a file from above, further in":   {head + "{id: a, title: b, good_for: c, file: files/../../list.pdf}", false},
		"a file from the root":            {head + "{id: a, title: b, good_for: c, file: /list.pdf}", false},
		"an empty file":                   {head + "{id: a, title: b, good_for: c, file: ''}", false},
		"a file as a number":              {head + "{id: a, title: b, good_for: c, file: 5}", false},
		"German":                          {head + "{id: a, title: b, good_for: c, language: de}", true},
		"a language in words":             {head + "{id: a, title: b, good_for: c, language: German}", false},
		"a language as a number":          {head + "{id: a, title: b, good_for: c, language: 5}", false},
		"values as a group":               {"values: {a: {title: b, good_for: c}}", false},
		"values as a text":                {"values: a", false},
		"another key at the top":          {"values: []\nversion: 1", false},
		"a value as a text":               {"values: [checklist]", false},
		"a value that says nothing":       {"values: [{}]", false},
		"values without a value":          {"values:", false},
		"a group of keys for a title":     {head + "{id: a, title: {en: b}, good_for: c}", false},
		"everything, in lines":            {"values:\n  - id: a\n    title: b\n    good_for: c\n    link: https://x.example\n    language: it", true},
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
