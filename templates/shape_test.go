package templates_test

import (
	"slices"
	"strings"
	"testing"

	"followupd/templates"
)

// Two mails of one template and one shape have the same holes.
func TestShapeTellsHoles(t *testing.T) {
	t.Parallel()
	sources := []string{
		"---\nsubject: '{{ .a }} and {{ or .b .c }}'\nneeds: [note.n]\nhtml: true\n---\nHi {{ .a }},\n\n{{ with .b }}for {{ . }} {{ end }}[see]({{ .c }})\n",
		"---\nsubject: x\n---\n{{ if eq .a \"DE\" }}{{ .b }}{{ else }}{{ fallback .c \"-\" }}{{ end }}\n",
		"---\n---\n{{ $x := upper .a }}{{ if ne $x \"X\" }}{{ .b }}{{ end }} ok\n",
		"---\n---\n{{ with .a }}{{ if eq . \"x\" }}{{ $.b }}{{ end }}{{ end }} ok {{ .note.n }}\n",
		"---\n---\n{{ if .a | eq \"x\" }}{{ .b }}{{ end }} ok\n",
		"---\n---\n{{ .a }}{{ if and .b (not .c) }}, {{ .last.words }}{{ end }} XXX\n",
		"---\nsubject: '{{ if .a }}{{ .a }}{{ .b }}{{ end }}'\n---\nHi {{ with .b }}{{ . }}{{ end }},\n\ntext\n",
	}
	var made []*templates.Template
	for _, src := range sources {
		made = append(made, parse(t, src))
	}
	titled, err := made[1].WithSubject("For {{ .b }} {{ .c }}")
	if err != nil {
		t.Fatal(err)
	}
	made = append(made, titled)
	values := []string{"", "x", "DE", "Dana", "a\nb", strings.Repeat("long ", 30)}
	for n, tpl := range made {
		holes, told := map[string][]templates.Hole{}, 0
		for _, d := range everyData(values) {
			shape, ok := tpl.Shape(d)
			if !ok {
				continue
			}
			told++
			_, got := tpl.Render(d)
			if want, known := holes[shape]; known && !slices.Equal(got, want) {
				t.Fatalf("template %d, shape %s, %+v: %v, and of the same shape: %v", n, shape, d, got, want)
			}
			holes[shape] = got
		}
		if told < 100 || len(holes) < 2 || len(holes) > told/2 {
			t.Errorf("template %d: %d mails are of %d shapes", n, told, len(holes))
		}
	}
}

// everyData gives each field each of some values.
func everyData(values []string) (list []templates.Data) {
	for _, a := range values {
		for _, b := range values {
			for _, c := range values {
				for _, n := range values[:2] {
					for _, w := range values[:2] {
						list = append(list, templates.Data{Fields: map[string]string{"a": a, "b": b, "c": c}, Notes: map[string]string{"n": n}, Last: templates.LastExchange{Words: w}})
					}
				}
			}
		}
	}
	return list
}
