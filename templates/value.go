package templates

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
)

// Value is one thing of worth that a mail can give: a document, a link, or no
// more than what its title says.
type Value struct {
	ID    string `json:"id" yaml:"id" jsonschema:"required,example=quoting-checklist" jsonschema_description:"The value's own name, by which steps give it."`
	Title string `json:"title" yaml:"title" jsonschema:"required,minLength=1,example=the seven-point quoting checklist" jsonschema_description:"What it is, so that it reads well in the middle of a sentence."`
	// GoodFor is what it is good for, to the person who gets it.
	GoodFor string `json:"good_for" yaml:"good_for" jsonschema:"required,minLength=1,example=finding where a quote loses its days" jsonschema_description:"What it is good for, to the person who gets it."`
	Link    string `json:"link,omitempty" yaml:"link" jsonschema:"pattern=^(https?://[^/]|mailto:|tel:),example=https://lima.example/checklist" jsonschema_description:"Where it is on the web, in full."`
	// File is in the templates folder and goes with the mail.
	File string `json:"file,omitempty" yaml:"file" jsonschema:"minLength=1,example=files/checklist.pdf" jsonschema_description:"A file in the templates folder, attached to the mail that gives the value."`
	// Language is an ISO 639-1 code; "en" where the file doesn't say.
	Language string `json:"language,omitempty" yaml:"language" jsonschema:"default=en" jsonschema_description:"The language that it is in."`
}

// Catalogue is what there is to give, in the order of its file.
type Catalogue struct {
	Values []Value
	File   string
	doc    *strictyaml.Document
}

// Value returns the value of an id.
func (c *Catalogue) Value(id string) (Value, bool) {
	if c != nil {
		for _, v := range c.Values {
			if v.ID == id {
				return v, true
			}
		}
	}
	return Value{}, false
}

// IDs returns the ids of all values, in the order of the file.
func (c *Catalogue) IDs() []string {
	if c == nil {
		return nil
	}
	ids := make([]string, len(c.Values))
	for i, v := range c.Values {
		ids[i] = v.ID
	}
	return ids
}

type valuesFile struct {
	Values []Value `yaml:"values" jsonschema:"required" jsonschema_description:"The things of worth that mails give, each once to a person."`
}

// ParseValues reads a catalogue. All problems are told at once; one with errors
// is nil.
func ParseValues(file string, src []byte) (*Catalogue, strictyaml.Problems) {
	var read valuesFile
	doc, problems := strictyaml.Decode(file, src, &read)
	c := &Catalogue{Values: read.Values, File: file, doc: doc}
	if !doc.Has("values") && len(problems) == 0 {
		problems = append(problems, doc.Problem("", "there are no values", "begin with values: and a list of them"))
	}
	problems = append(problems, c.check()...)
	problems.Sort()
	if problems.HasErrors() {
		return nil, problems
	}
	return c, problems
}

var valueID = regexp.MustCompile(`^[\p{L}\d][\p{L}\d_-]*$`)

func (c *Catalogue) check() strictyaml.Problems {
	var problems strictyaml.Problems
	lines := map[string]int{}
	for i := range c.Values {
		v := &c.Values[i]
		path := fmt.Sprintf("values[%d]", i)
		at := func(key, text, hint string) {
			problems = append(problems, c.doc.Problem(path+key, text, hint))
		}
		c.checkTexts(i, v, at)
		if v.Language == "" {
			v.Language = "en"
		}
		if p := checkLanguage(c.doc, path+".language", v.Language, ""); p != nil {
			problems = append(problems, *p)
		}
		if v.ID == "" {
			continue
		}
		if line, twice := lines[v.ID]; twice {
			at(".id", fmt.Sprintf("%q stands here twice", v.ID), fmt.Sprintf("the first is on line %d", line))
			continue
		}
		lines[v.ID], _ = c.doc.Pos(path + ".id")
	}
	return problems
}

func (c *Catalogue) checkTexts(index int, v *Value, at func(key, text, hint string)) {
	switch {
	case v.ID == "":
		at("", "the value has no id", "give it one, such as id: quoting-checklist")
	case !valueID.MatchString(v.ID):
		at(".id", fmt.Sprintf("%q can't be an id", v.ID), "use letters, digits and hyphens")
	}
	if strings.TrimSpace(v.Title) == "" {
		at("", "the value has no title", "say what it is, as you would in a mail")
	}
	if strings.TrimSpace(v.GoodFor) == "" {
		at("", "the value has no good_for", "say what it is good for, to the person who gets it")
	}
	for _, text := range []struct{ key, text string }{{".title", v.Title}, {".good_for", v.GoodFor}} {
		if i := slices.IndexFunc([]rune(text.text), isControl); i >= 0 {
			at(text.key, "has more than one line", "write it on one line")
		}
	}
	if v.Link != "" && !safeLink(v.Link) {
		at(".link", fmt.Sprintf("%q is not the address of a page", v.Link), "write it in full, with https://")
	}
	if v.File != "" || c.doc.Has(fmt.Sprintf("values[%d].file", index)) {
		if text, hint := checkFileName(v.File); text != "" {
			at(".file", text, hint)
		}
	}
}
