package strictyaml_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"followupd/internal/strictyaml"
)

// errorsOf decodes into a wide type and returns the problems' texts.
func errorsOf(src string) string {
	var f file
	_, problems := strictyaml.Decode("x.yaml", []byte(src), &f)
	return problems.Error()
}

func TestDecodeRefusesWhatItCannotRead(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, src, want string }{
		{"two documents", "name: a\n---\nname: b\n", "x.yaml:3:1: a second document begins here (put it into a file of its own, or remove the --- before it)"},
		{"directive", "%YAML 1.2\n---\nname: a\n", "x.yaml:1:1: directives aren't supported (remove the line that begins with %)"},
		{"tag", "name: !!str 12\n", "x.yaml:1:7: name: tags like !!str aren't supported (remove it, and put text in quotes)"},
		{"tab", "main:\n\tid: x\n", "x.yaml:2:1: a tab can't indent a line (use spaces)"},
		{"open list", "steps: [1,\n", "x.yaml:1:8: the list isn't closed (add a ])"},
		{"open group", "main: {id: a\n", "x.yaml:1:7: the group isn't closed (add a })"},
		{"open list in a group", "main: {needs: [a, b, id: c}\n", "x.yaml:1:15: the list isn't closed (add a ])"},
		{"open list in a group, with text in quotes", "main: {needs: [a, \"b\", id: \"]\"}\n", "x.yaml:1:15: the list isn't closed (add a ])"},
		{"a template alone", "name: {{ .company }}\n", "x.yaml:1:7: text that begins with {{ needs quotes around it (write it as in subject: \"{{ .company }} and your quotes\")"},
		{"a template and text", "name: {{ .company }} and quotes\n", "x.yaml:1:7: text that begins with {{ needs quotes around it (write it as in subject: \"{{ .company }} and your quotes\")"},
		{"a template with an end", "name: {{ with .a }}at {{ . }}{{ end }} x\ncount: 1\n", "x.yaml:1:7: text that begins with {{ needs quotes around it (write it as in subject: \"{{ .company }} and your quotes\")"},
		{"a template with quotes in it", "name: {{ or .company \"you\" }} and quotes\n", "x.yaml:1:7: text that begins with {{ needs quotes around it (write it as in subject: \"{{ .company }} and your quotes\")"},
		{"missing comma", "main: {id: a\nname: b\n", "x.yaml:2:1: a comma or a closing bracket is missing before this"},
		{"open quote", "name: 'x\n", "x.yaml:1:7: the quote isn't closed (add a ')"},
		{"colon in text", "name: a: b\n", "x.yaml:1:7: a key can't stand here (put text that holds a colon in quotes, and let the keys of one group begin in the same column)"},
		{"reserved character", "name: @x\n", "x.yaml:1:7: text can't begin with this character (put the text in quotes)"},
		{"crooked indent", "main:\n  id: a\n wait: 3h\n", "x.yaml:3:2: this can't stand here (let the keys of one group begin in the same column, after spaces)"},
		{"missing colon", "name: a\ncount 3\n", "x.yaml:2:1: this isn't a key with a value (write key: value)"},
		{"not utf-8", "name: a\nplain: b\xff\n", "x.yaml:2:9: the file isn't UTF-8 (save it as UTF-8)"},
		{"utf-16", "\xff\xfen\x00", "x.yaml:1:1: the file is UTF-16 (save it as UTF-8)"},
		{"control character", "name: a\x1b[2J\n", "x.yaml:1:8: there is a control character (U+001B) here (remove it)"},
		{"text alone", "just words\n", "x.yaml:1:1: must be a group of keys, not text (write key: value below it, further in)"},
		{"a list alone", "- a\n", "x.yaml:1:1: must be a group of keys, not a list (write key: value below it, further in)"},
		{"unknown alias", "name: *x\n", "x.yaml:1:7: name: no anchor of this name ends above (write the value itself)"},
		{"alias of itself", "steps: &x\n  - *x\n", "x.yaml:2:5: steps[0]: no anchor of this name ends above (write the value itself)"},
		{"merge of a word", "main: {<<: x}\n", "x.yaml:1:12: main: << takes a group of keys (write <<: *name)"},
		{"group as key", "words: {[a]: b}\n", "x.yaml:1:12: a key must be a plain word"},
		{"octal", "count: 0123\n", `x.yaml:1:8: count: "0123" is not a whole number (remove the zero at its beginning)`},
		{"underscores", "count: 1_000\n", `x.yaml:1:8: count: "1_000" is not a whole number (write 1000)`},
		{"number in quotes", "count: '3'\n", `x.yaml:1:8: count: "3" is not a whole number (write it without quotes)`},
		{"float for int", "count: 1.5\n", `x.yaml:1:8: count: "1.5" is not a whole number`},
		{"too large", "count: 99999999999999999999\n", `x.yaml:1:8: count: "99999999999999999999" is not a whole number`},
		{"negative", "small: -1\n", `x.yaml:1:8: small: "-1" is not a number that fits here (it must be from 0 to 255)`},
		{"infinite", "ratio: .inf\n", `x.yaml:1:8: ratio: ".inf" is not a number`},
		{"ratio in quotes", "ratio: '1.5'\n", `x.yaml:1:8: ratio: "1.5" is not a number (write it without quotes)`},
		{"null", "name: ~\n", "x.yaml:1:7: name: has no value (give it one, or remove the key)"},
		{"bool for text", "name: true\n", `x.yaml:1:7: name: must be text, not true or false (write it in quotes: "true")`},
		{"list for text", "name: [a]\n", "x.yaml:1:7: name: must be text, not a list"},
		{"list for a span", "main: {wait: [3h]}\n", "x.yaml:1:14: main.wait: must be a single value, not a list"},
		{"short array", "pair: [1]\n", "x.yaml:1:7: pair: must have 2 values, not 1"},
		{"unknown key without a likeness", "main: {zzzzzz: 1}\n", "x.yaml:1:8: main.zzzzzz: there is no such key (known are id, needs, wait, window)"},
		{"duplicate in a merge", "main: {id: a, id: b}\n", "x.yaml:1:15: main.id: stands here twice (the first is on line 1)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := errorsOf(tt.src); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestDecodeTakesWhatIsHarmless(t *testing.T) {
	t.Parallel()
	for _, src := range []string{"", "# nothing but a comment\n", "---\n", "---\nname: a\n...\n", "\uFEFFname: a\n", "name: a\r\nplain: b\r\n", "name: a"} {
		if got := errorsOf(src); got != "" {
			t.Errorf("%q: %s", src, got)
		}
	}
}

func TestAliasesAndMergesAreRead(t *testing.T) {
	t.Parallel()
	src := `main: &m
  id: base
  wait: 2h
steps:
  - <<: *m
    id: own
  - *m
  - <<: [{wait: 5h}, *m]
`
	var f file
	doc, problems := strictyaml.Decode("x.yaml", []byte(src), &f)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := fmt.Sprint(f.Steps[0].ID, f.Steps[0].Wait, f.Steps[1].ID, f.Steps[2].ID, f.Steps[2].Wait)
	want := fmt.Sprint("own", span(2*time.Hour), "base", "base", span(5*time.Hour))
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// A problem with an alias's content stands where the content is.
	if line, _ := doc.Pos("steps[1].wait"); line != 3 {
		t.Errorf("the alias's content is on line %d", line)
	}
}

func TestHostileFilesEndSoon(t *testing.T) {
	t.Parallel()
	bomb := "words: {a: b}\nany:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 25; i++ {
		bomb += fmt.Sprintf("  a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	merges := "any:\n  m0: &m0 {a: 1, b: 2, c: 3}\n"
	for i := 1; i < 25; i++ {
		merges += fmt.Sprintf("  m%d: &m%d {<<: [*m%d, *m%d, *m%d, *m%d]}\n", i, i, i-1, i-1, i-1, i-1)
	}
	keys := &strings.Builder{}
	for i := range 3_000 {
		fmt.Fprintf(keys, "k%d: v\n", i)
	}
	tests := []struct{ name, src, want string }{
		{"alias bomb", bomb, "the aliases make this too large"},
		{"merge bomb", merges, "the aliases make this too large"},
		{"brackets", "any: " + strings.Repeat("[", 30_000), "nests more than"},
		{"braces", strings.Repeat("{a: ", 30_000), "nests more than"},
		{"values", "any: [" + strings.Repeat("x,", 101_000) + "x]", "too large"},
		{"hyphens", strings.Repeat("- ", 30_000) + "a", "nests more than"},
		{"question marks", strings.Repeat("? ", 30_000), "nests more than"},
		{"tags", strings.Repeat("!!a ", 30_000), "nests more than"},
		{"anchors", strings.Repeat("&a ", 30_000), "nests more than"},
		{"stairs", stairs(2_000), "too large"},
		{"short stairs", stairs(500), "nests more than"},
		{"keys", keys.String(), "more than 2000 keys"},
		{"long key", strings.Repeat("k", 500_000) + ": 1\n", "the key is longer"},
		{"large", strings.Repeat("a", 2<<20), "too large"},
		{"problems", "any: 1\nsteps: [" + strings.Repeat("x, ", 5_000) + "x]\n", "more problems than are told here"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := errorsOf(tt.src)
			if !strings.Contains(got, tt.want) {
				t.Errorf("got %.300s, want %q in it", got, tt.want)
			}
			if len(got) > 100_000 {
				t.Errorf("%d bytes of problems", len(got))
			}
		})
	}
}

// stairs nests n keys, each one column further in.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func TestExcerpt(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ä", 500)
	tests := []struct {
		name, src, want string
		line            int
	}{
		{"later in another file", "name: a\n\nplain: 7 # seven\n", "12 | plain: 7 # seven\n   |        ^", 12},
		{"wide letters", "words: {ä: ö, ü: 7}", "10 | words: {ä: ö, ü: 7}\n   |                  ^", 10},
		{"cut on the right", "plain: 7 # " + long, "10 | plain: 7 # " + long[:2*(60-4)] + "…\n   |        ^", 10},
		{"cut on the left", "words: {a: " + long + ", b: 7}", "10 | …" + long[:2*(60-5)] + ", b: 7}\n   | " + strings.Repeat(" ", 61) + "^", 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, problems := strictyaml.DecodeAt("t.md", []byte(tt.src), 10, &file{})
			if len(problems) != 1 {
				t.Fatal(problems)
			}
			if p := problems[0]; p.Excerpt != tt.want || p.Line != tt.line {
				t.Errorf("line %d, got\n%s\nwant\n%s", p.Line, p.Excerpt, tt.want)
			}
		})
	}
}

func TestProblemsOfTheCaller(t *testing.T) {
	t.Parallel()
	var f file
	doc, _ := strictyaml.Decode("x.yaml", []byte("main:\n  id: a\n"), &f)
	ps := strictyaml.Problems{
		doc.Problem("main.wait", "is missing", "add wait: 3h"),
		doc.Warning("main.id", "is short", ""),
		{File: "a.yaml", Text: "isn't there"},
	}
	ps.Sort()
	want := "a.yaml: isn't there\nx.yaml:1:1: main.wait: is missing (add wait: 3h)\nx.yaml:2:7: warning: main.id: is short"
	if ps.Error() != want {
		t.Errorf("got\n%s\nwant\n%s", ps.Error(), want)
	}
	if !ps.HasErrors() || ps[2:].HasErrors() || strictyaml.Problems(nil).HasErrors() {
		t.Error("HasErrors takes a warning for an error, or an error for none")
	}
}

func TestDidYouMean(t *testing.T) {
	t.Parallel()
	known := []string{"per_hour", "per_day", "gap", "username", "password_file", "imap", "smtp"}
	tests := []struct{ name, word, want string }{
		{"swapped", "usrename", "username"},
		{"hyphen", "per-hour", "per_hour"},
		{"camel", "perDay", "per_day"},
		{"case", "IMAP", "imap"},
		{"missing letter", "imp", "imap"},
		{"half a word", "password", ""},
		{"far", "banana", ""},
		{"known itself", "gap", ""},
		{"empty", "", ""},
		{"long", strings.Repeat("x", 100), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := strictyaml.DidYouMean(tt.word, known); got != tt.want {
				t.Errorf("DidYouMean(%q) is %q, want %q", tt.word, got, tt.want)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"name: a\nsteps:\n  - id: x\n    wait: 3h\n", "a: &x [*x]\n", "{a: [b, {c: d}]}", "? a\n: b\n", "<<: {a: b}\n<<: *x\n",
		"words: |\n  text\n", "words: >-\n  text\n\n  more\n", "- - - a\n", "%TAG ! x\n---\na\n", "'a': \"b\\u00e9\"", "a:\n\t- b", "any: !!map {a: b}\n",
		"&a a: &b b\n*a : *b\n", "any: [1, 2.5, .inf, .nan, 0x1f, 0o7, ~]\n", "\uFEFF# c\n...\n---\n", "paints: {red: {}}\npair: [1, 2]\n", "a: b\n c",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		var v file
		doc, problems := strictyaml.Decode("f", []byte(src), &v)
		lines := strings.Count(src, "\n") + strings.Count(src, "\r") + 1
		for _, p := range problems {
			if p.Line < 1 || p.Line > lines+1 || p.Column < 1 || p.Text == "" {
				t.Errorf("%q: a problem without a place or a text: %+v", src, p)
			}
		}
		if line, column := doc.Pos("steps[0].wait"); line < 1 || column < 1 {
			t.Errorf("%q: %d:%d is no place", src, line, column)
		}
		var other map[string]any
		strictyaml.DecodeAt("f", []byte(src), 5, &other)
	})
}

func TestFaultSaysItsHint(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("wait: %w", strictyaml.Fault("too long", "try 3d"))
	if text, hint := strictyaml.TextAndHint(err); text != "too long" || hint != "try 3d" {
		t.Errorf("got %q and %q", text, hint)
	}
	if got := err.Error(); got != "wait: too long (try 3d)" {
		t.Errorf("got %q", got)
	}
	if got := strictyaml.Fault("too long", "").Error(); got != "too long" {
		t.Errorf("got %q", got)
	}
}
