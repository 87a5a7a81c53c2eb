package strictyaml_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"followupd/internal/strictyaml"
)

// span is a scalar that reads its own text.
type span time.Duration

func (s *span) UnmarshalText(b []byte) error {
	d, err := time.ParseDuration(string(b))
	if err != nil {
		return strictyaml.Fault(fmt.Sprintf("%q is not a duration", b), "try 3h")
	}
	*s = span(d)
	return nil
}

// window is a word or a group of keys.
type window struct {
	Days  []string `yaml:"days"`
	Hours string   `yaml:"hours"`
	word  string
}

func (w *window) UnmarshalText(b []byte) error {
	if string(b) != "always" {
		return fmt.Errorf("%q is not a window", b)
	}
	w.word = "always"
	return nil
}

type colour string

func (c *colour) UnmarshalText(b []byte) error {
	if string(b) != "red" && string(b) != "blue" {
		return fmt.Errorf("%q is not a colour", b)
	}
	*c = colour(b)
	return nil
}

type step struct {
	ID     string   `yaml:"id"`
	Wait   span     `yaml:"wait"`
	Needs  []string `yaml:"needs"`
	Window *window  `yaml:"window"`
}

type common struct {
	Note string `yaml:"note"`
}

type inner struct {
	Remark string `yaml:"remark"`
}

type file struct {
	common
	Inner  inner             `yaml:",inline"`
	Name   string            `yaml:"name"`
	Count  int               `yaml:"count"`
	Small  uint8             `yaml:"small"`
	Ratio  float64           `yaml:"ratio"`
	On     bool              `yaml:"on"`
	Steps  []step            `yaml:"steps"`
	Words  map[string]string `yaml:"words"`
	Paints map[colour]int    `yaml:"paints"`
	Main   step              `yaml:"main"`
	Any    any               `yaml:"any"`
	Pair   [2]int            `yaml:"pair"`
	Hidden string            `yaml:"-"`
	Plain  string
}

func TestDecodeReadsEveryKind(t *testing.T) {
	t.Parallel()
	src := `# a comment
name: "quoted: yes"
count: -12
small: 200
ratio: 2.5
on: true
plain: 09:00 sharp
note: embedded
remark: inline
pair: [1, 2]
steps:
  - id: a
    wait: 3h
    needs: [x, 'y', z]
    window: always
  - {id: b, wait: "90s", window: {days: [mon], hours: 09:00-11:00}}
words: {one: eins, 2: zwei, true: wahr, a.b: dotted}
paints: {red: 3}
main: &m
  id: main
any: {list: [1, 2.5, no, true, ~, text], sub: {k: v}}
`
	var f file
	doc, problems := strictyaml.Decode("x.yaml", []byte(src), &f)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := file{
		Name: "quoted: yes", Count: -12, Small: 200, Ratio: 2.5, On: true, Plain: "09:00 sharp", common: common{"embedded"}, Inner: inner{"inline"}, Pair: [2]int{1, 2},
		Steps: []step{
			{ID: "a", Wait: span(3 * time.Hour), Needs: []string{"x", "y", "z"}, Window: &window{word: "always"}},
			{ID: "b", Wait: span(90 * time.Second), Window: &window{Days: []string{"mon"}, Hours: "09:00-11:00"}},
		},
		Words:  map[string]string{"one": "eins", "2": "zwei", "true": "wahr", "a.b": "dotted"},
		Paints: map[colour]int{"red": 3},
		Main:   step{ID: "main"},
		Any:    map[string]any{"list": []any{int64(1), 2.5, "no", true, nil, "text"}, "sub": map[string]any{"k": "v"}},
	}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("got  %+v\nwant %+v", f, want)
	}
	positions := []struct {
		path         string
		line, column int
		has          bool
	}{
		{"", 2, 1, true},
		{"name", 2, 7, true},
		{"steps", 11, 1, true},
		{"steps[0]", 12, 5, true},
		{"steps[0].wait", 13, 11, true},
		{"steps[0].needs[2]", 14, 21, true},
		{"steps[1].window.hours", 16, 55, true},
		{"steps[1].nothing.at[7].all", 16, 5, false},
		{`words["a.b"]`, 17, 46, true},
		{`words["a.c"]`, 17, 8, false},
		{"nowhere", 2, 1, false},
	}
	for _, p := range positions {
		if line, column := doc.Pos(p.path); line != p.line || column != p.column {
			t.Errorf("Pos(%q) is %d:%d, want %d:%d", p.path, line, column, p.line, p.column)
		}
		if doc.Has(p.path) != p.has {
			t.Errorf("Has(%q) is %t", p.path, !p.has)
		}
	}
}

func TestDecodeTellsAllProblemsAtOnce(t *testing.T) {
	t.Parallel()
	src := `nmae: x
count: many
count: 3
steps:
  - id: 12
    wait: 3 dayz
    needs: x
    window: never
  - nothing
on: yes
small: 300
paints: {green: 1}
main:
hidden: x
`
	_, problems := strictyaml.Decode("sequences/intro.yaml", []byte(src), &file{})
	want := `sequences/intro.yaml:1:1: nmae: there is no such key (did you mean name?)
sequences/intro.yaml:2:8: count: "many" is not a whole number
sequences/intro.yaml:3:1: count: stands here twice (the first is on line 2)
sequences/intro.yaml:5:9: steps[0].id: must be text, not a number (write it in quotes: "12")
sequences/intro.yaml:6:11: steps[0].wait: "3 dayz" is not a duration (try 3h)
sequences/intro.yaml:7:12: steps[0].needs: must be a list, not text (begin each item with a hyphen on a line of its own, or write [a, b])
sequences/intro.yaml:8:13: steps[0].window: "never" is not a window
sequences/intro.yaml:9:5: steps[1]: must be a group of keys, not text (write key: value below it, further in)
sequences/intro.yaml:10:5: on: "yes" is not true or false (write true)
sequences/intro.yaml:11:8: small: "300" is not a number that fits here (it must be from 0 to 255)
sequences/intro.yaml:12:10: paints.green: "green" is not a colour
sequences/intro.yaml:13:1: main: has no value (give it one, or remove the key)
sequences/intro.yaml:14:1: hidden: there is no such key`
	if got := problems.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if want := "6 |     wait: 3 dayz\n  |           ^"; problems[4].Excerpt != want {
		t.Errorf("the excerpt is\n%s\nwant\n%s", problems[4].Excerpt, want)
	}
	if !strings.Contains(want, "dayz") || !problems.HasErrors() {
		t.Error("problems don't count as errors")
	}
}
