package templates

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"followupd/internal/strictyaml"
)

// ValuesFile is the name of the catalogue in the templates folder.
const ValuesFile = "values.yaml"

// Set is a folder of templates with its catalogue of values.
type Set struct {
	templates map[string]*Template
	values    *Catalogue
}

// ParseSet reads a templates folder: files has the content of each by its path,
// as problems shall name it. NAME.md is a template and values.yaml the
// catalogue; a template's name is its file's, in whatever folder. Other files
// are not looked at. All problems of all files are told at once; the set then
// holds what could be read.
func ParseSet(files map[string][]byte) (*Set, strictyaml.Problems) {
	s := &Set{templates: map[string]*Template{}, values: &Catalogue{}}
	var problems strictyaml.Problems
	from := map[string]string{}
	names := make([]string, 0, len(files))
	for file := range files {
		names = append(names, file)
	}
	slices.Sort(names)
	for _, file := range names {
		base := path.Base(strings.ReplaceAll(file, `\`, "/"))
		name, isTemplate := strings.CutSuffix(base, ".md")
		switch {
		case base == ValuesFile:
			problems = append(problems, s.addValues(file, files[file])...)
		case !isTemplate:
		case from[name] != "":
			problems = append(problems, strictyaml.Problem{
				File: file, Text: fmt.Sprintf("there is a template %q already, in %s", name, from[name]),
				Hint: "give one of them another name", Level: strictyaml.LevelError,
			})
		default:
			from[name] = file
			t, found := Parse(name, file, files[file])
			problems = append(problems, found...)
			if t != nil {
				s.templates[name] = t
			}
		}
	}
	return s, problems
}

func (s *Set) addValues(file string, src []byte) strictyaml.Problems {
	c, problems := ParseValues(file, src)
	if c != nil {
		s.values = c
	}
	return problems
}

// Template returns a template by its name.
func (s *Set) Template(name string) (*Template, bool) {
	t, ok := s.templates[name]
	return t, ok
}

// Names returns the names of all templates, sorted.
func (s *Set) Names() []string {
	names := make([]string, 0, len(s.templates))
	for name := range s.templates {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Values returns the catalogue; it is empty where the folder has none.
func (s *Set) Values() *Catalogue { return s.values }
