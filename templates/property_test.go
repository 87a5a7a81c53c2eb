package templates_test

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"followupd/templates"
)

// hostile is what data may look like: pieces that mean something to templates,
// Markdown, HTML, mail headers or terminals.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"{{ .first_name }}", "{{", "}}", "{{ define \"x\" }}", "<script>", "<!--", "-->", "&amp;", "[x](http://y.example)", "**b**", "# h", "- i",
			"> q", "`", "```", "\n", "\n\n", "\r\n", "\r", "\x00", "\x1b[2J", "\u202E", "\uE000", "\uE0010\uE001", "\uE000" + "0\uE001",
			"Bcc: a@b.example", "{first_name}", "[NAME]", "XXX", "%s", "$1", "\\", "\"", "'", "N/A", "-", " ", "\t", "\xff", "ü", "日本",
		}),
		rapid.String(),
	)
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, "pieces"), "") })
}

// A field's content appears in the mail as it is, or the mail has a hole.
func TestDataStaysData(t *testing.T) {
	t.Parallel()
	tpl := parse(t, "---\nsubject: 'For {{ .x }}'\nhtml: true\n---\nbefore *{{ .x }}* after\n\n- {{ .note.x }}\n\nSee [this]({{ .value.link }}).\n")
	rapid.Check(t, func(t *rapid.T) {
		x, note, link := hostile().Draw(t, "x"), hostile().Draw(t, "note"), hostile().Draw(t, "link")
		got, holes := tpl.Render(templates.Data{
			Fields: map[string]string{"x": x}, Notes: map[string]string{"x": note}, Value: templates.Value{Link: link},
		})
		if !utf8.ValidString(got.Text) && len(holes) == 0 {
			t.Fatalf("text is not UTF-8: %q", got.Text)
		}
		if strings.ContainsAny(got.Subject, "\r\n\x00\x1b") {
			t.Fatalf("subject %q", got.Subject)
		}
		if len(holes) > 0 {
			return
		}
		tidy := func(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }
		want := "before " + tidy(x) + " after\n\n- " + tidy(note) + "\n\nSee this: " + strings.TrimPrefix(tidy(link), "mailto:") + "\n"
		if tidy(link) == "this" {
			want = strings.Replace(want, "this: this", "this", 1)
		}
		if got.Text != want {
			t.Fatalf("text %q, want %q", got.Text, want)
		}
		if want := "For " + tidy(x); got.Subject != want {
			t.Fatalf("subject %q, want %q", got.Subject, want)
		}
		for _, value := range []string{tidy(x), tidy(note)} {
			if inHTML := strings.ReplaceAll(html.EscapeString(value), "\n", "<br>\n"); !strings.Contains(got.HTML, inHTML) {
				t.Fatalf("HTML %q lacks %q", got.HTML, inHTML)
			}
		}
	})
}

// What can't be printed is a hole: control characters anywhere, line ends in a
// subject, nothing at all.
func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	tpl := parse(t, "---\nsubject: 'For {{ .x }}'\n---\nHi {{ .x }}")
	rapid.Check(t, func(t *rapid.T) {
		bad := rapid.SampledFrom([]string{"\x00", "\x07", "\x1b", "\x7f", "\u0085", "\r", "\n", "\xff", "\u2028", "\u202E"}).Draw(t, "bad")
		x := "a" + rapid.String().Draw(t, "before") + bad + rapid.String().Draw(t, "after") + "b"
		if bad == "\r" {
			x = "a\rb"
		}
		if _, holes := tpl.Render(templates.Data{Fields: map[string]string{"x": x}}); len(holes) == 0 {
			t.Fatalf("%q is let through", x)
		}
	})
}

// FuzzParse holds that no template and no data make Parse, Render or Lint
// panic, and that no mail passes its limit.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"---\nsubject: a\n---\nHi {{ .first_name }}", "{{ if and .a (or .b .c) }}{{ $x := .a }}{{ $x }}{{ else with .d }}{{ . }}{{ end }}",
		"<!-- {{ -->{{- /* */ -}}", "{{ $ := .a }}{{ .a }}", "{{ .a | or \"x\" | upper }}", "{{ eq 1 2 }}{{ not true }}{{ fallback .a }}", "&#57344;0&#57345;",
		"{{ $x := .a }}{{ $x = upper $x }}{{ $x }}", "{{ \"\\n\" }}", "[a](<{{ .a }}>)\n```\n{{ .b }}", "> - # {{ .a }}\n1) x", "Hi {{ with .q }}{{ . }}{{ end }},",
	} {
		f.Add([]byte(seed), "x")
	}
	f.Fuzz(func(t *testing.T, src []byte, value string) {
		tpl, problems := templates.Parse("a", "a.md", src)
		if (tpl == nil) != problems.HasErrors() {
			t.Fatalf("template %v, problems %v", tpl, problems)
		}
		if tpl == nil {
			return
		}
		templates.Lint(tpl, templates.LintContext{First: true, Live: true, Known: []string{}, Files: map[string]int64{}})
		data := templates.Data{Fields: map[string]string{"a": value}, Notes: map[string]string{"a": value}}
		for _, field := range tpl.Fields() {
			data.Fields[field.Name] = value
		}
		got, holes := tpl.Render(data)
		if len(holes) == 0 && len(got.Text) > 64<<10 {
			t.Fatalf("%d bytes", len(got.Text))
		}
		for _, h := range holes {
			if h.Line < 1 || h.Column < 1 || h.Why == "" {
				t.Fatalf("hole %+v", h)
			}
		}
	})
}
