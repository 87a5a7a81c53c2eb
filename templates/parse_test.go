package templates_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"followupd/templates"
)

// Every error text as people see it.
func TestParseProblems(t *testing.T) {
	t.Parallel()
	const fields = "fields are in lower case, with _ for all but letters and digits"
	for _, tt := range []struct {
		name, src string
		want      []string
	}{
		{"not UTF-8", "Hi \xff", []string{"1:4: the file isn't UTF-8 (save it as UTF-8)"}},
		{"control character", "Hi\n\x1b[2J", []string{"2:1: there is a character (U+001B) here that can't be written (remove it)"}},
		{"a character of our own", "Hi \uE000", []string{"1:4: there is a character (U+E000) here that can't be written (remove it)"}},
		{"too large", strings.Repeat("x", 65<<10), []string{"1:1: the file is too large (a template has at most 32 KiB)"}},
		{"empty", "", []string{"1:1: there is no text (write the mail below the second --- line)"}},
		{"front matter without a text", "---\nhtml: true\n---\n\n", []string{"4:1: there is no text (write the mail below the second --- line)"}},
		{"open front matter", "---\nhtml: true\n", []string{"1:1: the front matter isn't closed (end it with a line of ---)"}},
		{"front matter", "---\nsubjct: x\nlanguage: xx\nneeds: [First Name, note]\nattachments: [../a, /b, \"\"]\nhtml: 1\n---\nHi", []string{
			"2:1: subjct: there is no such key (did you mean subject?)",
			`3:11: language: "xx" is not a language that is known here (known are de, en, es, fr, it, nl, pt; for another one leave the line out: the mail may be in any, its dates and way_out are then those of en)`,
			`4:9: needs[0]: "First Name" is not the name of a field (` + fields + ")",
			"4:21: needs[1]: this doesn't say which note (write note.estimator for the note called estimator)",
			`5:15: attachments[0]: "../a" is not inside the templates folder (name a file inside the templates folder, such as files/checklist.pdf)`,
			`5:21: attachments[1]: "/b" is not inside the templates folder (name a file inside the templates folder, such as files/checklist.pdf)`,
			`5:25: attachments[2]: "" is not the name of a file (name a file inside the templates folder, such as files/checklist.pdf)`,
			`6:7: html: "1" is not true or false (write true)`,
		}},
		{"empty subject", "---\nsubject: ' '\n---\nHi", []string{"2:10: subject: the subject is empty (remove the key where the mail answers the thread)"}},
		{"subject of two lines", "---\nsubject: \"a\\nb\"\n---\nHi", []string{"2:10: subject: the subject has more than one line (write it on one line)"}},
		{"fault in the subject", "---\nsubject: \"For {{ first_name }}\"\n---\nHi", []string{`2:15: subject: a field begins with a dot, and "first_name" doesn't (write {{ .first_name }})`}},
		{"all at once", "---\nfoo: 1\nsubject: x {{ .A }}\n---\nHi {{ .b.c }},\n  {{ }}", []string{
			"2:1: foo: there is no such key (known are attachments, html, idea, language, needs, subject)",
			`3:15: subject: fields are in lower case, and "A" isn't (write a)`,
			"6:3: there is nothing to print here (a field is written {{ .first_name }})",
		}},
		{"not closed", "a\n{{ .first_name\n{{ .b }}", []string{"2:1: this {{ isn't closed (add }} on the same line)"}},
		{"curly quotes", "{{ or .a “there” }}", []string{`1:1: curly quotes can't stand inside the braces (use straight ones: {{ or .first_name "there" }})`}},
		{"open quote", `{{ or .a "there }}`, []string{`1:1: the quote isn't closed (add a ")`}},
		{"hyphen", "{{ .first-name }}", []string{"1:1: a field has no hyphens (columns are fields in lower case, with _ for all but letters and digits)"}},
		{"no such function", "{{ uper .a }} {{ env .b }}", []string{
			`1:1: there is no function "uper" (did you mean upper?)`,
			`1:15: there is no function "env" (known are and, eq, fallback, lower, ne, not, or, upper)`,
		}},
		{"functions that could do harm", `{{ printf "%99d" 1 }} {{ call .a }} {{ index .a 1 }} {{ html .a }} {{ print .a .a }}`, []string{
			`1:1: there is no function "printf" (known are and, eq, fallback, lower, ne, not, or, upper)`,
			`1:23: there is no function "call" (known are and, eq, fallback, lower, ne, not, or, upper)`,
			`1:37: there is no function "index" (known are and, eq, fallback, lower, ne, not, or, upper)`,
			`1:54: there is no function "html" (known are and, eq, fallback, lower, ne, not, or, upper)`,
			`1:68: there is no function "print" (known are and, eq, fallback, lower, ne, not, or, upper)`,
		}},
		{"the printer's own function", "{{ _print 0 .a }}", []string{`1:1: there is no function "_print" (known are and, eq, fallback, lower, ne, not, or, upper)`}},
		{"variable", "{{ $x }}", []string{"1:1: nothing was put into $x before (a field is written {{ .first_name }})"}},
		{"range", "{{ range .a }}x{{ end }}", []string{
			"1:1: there are no lists to go through (name the field itself)",
			"1:16: this {{ end }} ends nothing (remove it)",
		}},
		{"define", `{{ define "a" }}{{ end }}{{ template "a" }}{{ block "b" . }}`, []string{
			"1:1: {{ define }} isn't supported (write the text where it is needed)",
			"1:17: this {{ end }} ends nothing (remove it)",
			"1:26: {{ template }} isn't supported (write the text where it is needed)",
			"1:44: {{ block }} isn't supported (write the text where it is needed)",
		}},
		{"nesting", "{{ if .a }}{{ with .b }}x{{ else }}y{{ else }}z{{ end }}", []string{
			"1:1: this {{ if }} is never ended (add {{ end }} where it ends)",
			"1:37: this {{ else }} comes after the last one (remove it)",
		}},
		{"else by itself", "{{ else }}{{ end if }}", []string{
			"1:1: this {{ else }} belongs to no if or with (remove it)",
			"1:11: end stands alone (write {{ end }})",
			"1:11: this {{ end }} ends nothing (remove it)",
		}},
		{"else and more", "{{ if .a }}{{ else .b }}{{ end }}", []string{"1:12: after else comes nothing, or if or with (write {{ else }} or {{ else if .field }})"}},
		{"groups", "{{ .sender.nam }} {{ .value }} {{ .note }} {{ .last.a.b }} {{ .company.city }}", []string{
			`1:4: there is no "sender.nam" (did you mean sender.name?)`,
			`1:22: this doesn't say what of "value" (known are value.id, value.title, value.good_for, value.link, value.file)`,
			"1:35: this doesn't say which note (write note.estimator for the note called estimator)",
			`1:47: "last.a" has no parts`,
			`1:63: "company" has no parts (write company_city for a column, or note.city for a note)`,
		}},
		{"dots and dollars", "{{ . }} {{ $ }} {{ with .a }}{{ .B }}{{ end }} {{ (.a).b }}", []string{
			"1:4: the dot alone is nothing here (write a field, such as .first_name)",
			"1:12: the $ alone is nothing (write a field, such as $.first_name)",
			`1:33: fields are in lower case, and "B" isn't (write b)`,
			"1:55: this isn't supported (write a field, such as .first_name, or a text in quotes)",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tpl, problems := templates.Parse("a", "a.md", []byte(tt.src))
			var got []string
			for _, p := range problems {
				got = append(got, strings.TrimPrefix(p.String(), "a.md:"))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("problems\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if tpl != nil {
				t.Error("a template with errors can be used")
			}
		})
	}
}

func TestProblemExcerpt(t *testing.T) {
	t.Parallel()
	_, problems := templates.Parse("a", "a.md", []byte("---\nhtml: false\n---\nHällo\n\tü {{ foo }} x"))
	want := "5 | \tü {{ foo }} x\n  | \t  ^"
	if len(problems) != 1 || problems[0].Excerpt != want {
		t.Errorf("problems %v, excerpt\n%s\nwant\n%s", problems, problems[0].Excerpt, want)
	}
}

func TestParseReadsTheFrontMatter(t *testing.T) {
	t.Parallel()
	src := "\uFEFF---\r\nsubject: ' For {{ .first_name }} '\r\nlanguage: nl\r\nhtml: true\r\nneeds: [note.a]\r\nattachments: [a.pdf]\r\nidea: b\r\n---\r\nText\r\n---\r\nmore"
	tpl, problems := templates.Parse("x", "dir/x.md", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := fmt.Sprint(tpl.Name, tpl.File, tpl.Subject, tpl.Language, tpl.HTML, tpl.Needs, tpl.Attachments, tpl.Idea, tpl.IsReply())
	if want := fmt.Sprint("x", "dir/x.md", "For {{ .first_name }}", "nl", true, []string{"note.a"}, []string{"a.pdf"}, "b", false); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if tpl.Body != "Text\n---\nmore" {
		t.Errorf("body %q", tpl.Body)
	}
	plain, problems := templates.Parse("y", "y.md", []byte("no front matter"))
	if len(problems) > 0 || plain.Language != "en" || !plain.IsReply() {
		t.Errorf("%v %+v", problems, plain)
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	tpl := parse(t, `---
subject: "{{ .company }}"
needs: [note.a]
---
{{ .first_name }} {{ or .nick "x" }} {{ fallback .title "y" }} {{ with .note.b }}{{ . }}{{ end }}
{{ if .city }}{{ .city }}{{ else }}{{ .country }}{{ end }} {{ or .nick .first_name }}
{{ or .first_name "x" }}
{{ if and .c .d }}{{ .c }} {{ .d }}{{ end }}{{ if or .e .f }}{{ .e }}{{ end }}
`)
	var got []string
	for _, f := range tpl.Fields() {
		got = append(got, fmt.Sprintf("%s %v %d:%d", f.Name, f.Fallback, f.Line, f.Column))
	}
	want := []string{
		"note.a false 3:9", "company false 2:14", "first_name false 5:4", "nick false 5:25", "title true 5:50", "note.b true 5:72",
		"city true 6:7", "country false 6:39", "c true 8:11", "d true 8:14", "e false 8:54", "f true 8:57",
	}
	if !slices.Equal(got, want) {
		t.Errorf("fields\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFieldName(t *testing.T) {
	t.Parallel()
	for column, want := range map[string]string{
		"First Name": "first_name", " E-Mail ": "e_mail", "Straße": "straße", "2024 revenue": "_2024_revenue",
		"Pre\u0301nom": "prénom", "a  b..c": "a_b_c", "(x)": "x", "": "", "--": "", "first_name": "first_name",
	} {
		got := templates.FieldName(column)
		if got != want {
			t.Errorf("%q: %q, want %q", column, got, want)
		}
		if got != "" {
			data := sample()
			data.Fields[got] = "there"
			if out, holes := parse(t, "{{ ."+got+" }}").Render(data); len(holes) > 0 || out.Text != "there\n" {
				t.Errorf("%q can't be used in a template: %v", got, holes)
			}
		}
	}
}

func TestWithSubject(t *testing.T) {
	t.Parallel()
	reply := parse(t, "Hi {{ .first_name }}")
	tpl, err := reply.WithSubject(" New: {{ .company }} ")
	if err != nil {
		t.Fatal(err)
	}
	if got, holes := tpl.Render(sample()); got.Subject != "New: Ruiz Windows" || len(holes) > 0 {
		t.Errorf("subject %q, holes %v", got.Subject, holes)
	}
	if got, _ := reply.Render(sample()); got.Subject != "" {
		t.Errorf("the template itself has a subject now: %q", got.Subject)
	}
	if left, err := reply.WithSubject("For [NAME]"); err != nil {
		t.Error(err)
	} else if _, holes := left.Render(sample()); len(holes) != 1 {
		t.Errorf("holes %v, want the placeholder", holes)
	}
	for _, bad := range []string{"", " ", "a\nb", "{{ foo }}", "{{ .A }}", "\uE000"} {
		if _, err := reply.WithSubject(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestParseSet(t *testing.T) {
	t.Parallel()
	set, problems := templates.ParseSet(map[string][]byte{
		"t/a.md":        []byte("Hi"),
		"t/b.md":        []byte("Hi {{ foo }}"),
		"t/de/a.md":     []byte("Hallo"),
		"t/values.yaml": []byte("values:\n  - {id: x, title: y, good_for: z}\n"),
		"t/notes.txt":   []byte("{{ not looked at"),
	})
	want := "t/b.md:1:4: a field begins with a dot, and \"foo\" doesn't (write {{ .foo }})\n" +
		`t/de/a.md: there is a template "a" already, in t/a.md (give one of them another name)`
	if problems.Error() != want {
		t.Errorf("problems\n%v\nwant\n%v", problems, want)
	}
	if got := set.Names(); !slices.Equal(got, []string{"a"}) {
		t.Errorf("names %v", got)
	}
	if a, ok := set.Template("a"); !ok || a.File != "t/a.md" {
		t.Errorf("template %v", a)
	}
	if v, ok := set.Values().Value("x"); !ok || v.Language != "en" {
		t.Errorf("value %v", v)
	}
	if _, ok := set.Values().Value("q"); ok {
		t.Error("a value that isn't there is found")
	}
	empty, problems := templates.ParseSet(nil)
	if len(problems) > 0 || len(empty.Names()) > 0 || len(empty.Values().IDs()) > 0 {
		t.Error("an empty folder isn't empty")
	}
}

func TestParseValuesProblems(t *testing.T) {
	t.Parallel()
	_, problems := templates.ParseValues("values.yaml", []byte(`values:
  - id: a b
    title: "x\ny"
    good_for: z
    link: lima.example/x
    file: ../x
  - {title: t, good_for: g, language: xx}
  - {id: q, title: t, good_for: g}
  - {id: q, lnk: x}
`))
	var got []string
	for _, p := range problems {
		got = append(got, strings.TrimPrefix(p.String(), "values.yaml:"))
	}
	want := []string{
		`2:9: values[0].id: "a b" can't be an id (use letters, digits and hyphens)`,
		"3:12: values[0].title: has more than one line (write it on one line)",
		`5:11: values[0].link: "lima.example/x" is not the address of a page (write it in full, with https://)`,
		`6:11: values[0].file: "../x" is not inside the templates folder (name a file inside the templates folder, such as files/checklist.pdf)`,
		"7:5: values[1]: the value has no id (give it one, such as id: quoting-checklist)",
		`7:39: values[1].language: "xx" is not a language that is known here (known are de, en, es, fr, it, nl, pt; for another one leave the line out)`,
		"9:5: values[3]: the value has no good_for (say what it is good for, to the person who gets it)",
		"9:5: values[3]: the value has no title (say what it is, as you would in a mail)",
		`9:10: values[3].id: "q" stands here twice (the first is on line 8)`,
		"9:13: values[3].lnk: there is no such key (did you mean link?)",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("problems\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
