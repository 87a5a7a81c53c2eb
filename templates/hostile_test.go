package templates_test

import (
	"strings"
	"testing"

	"followupd/templates"
)

// Files that are made to take long end soon, in problems,
// in holes or in a mail.
func TestHostileTemplatesEndSoon(t *testing.T) {
	t.Parallel()
	const size = 8 << 10
	fill := func(piece string) string { return strings.Repeat(piece, size/len(piece)) }
	for name, src := range map[string]string{
		"brackets":      fill("["),
		"pictures":      fill("!["),
		"links":         fill("[a](b"),
		"stars":         fill("*a **"),
		"underscores":   fill("_a_*"),
		"quotes":        fill("> "),
		"lists":         fill("- "),
		"backticks":     fill("`a``"),
		"angles":        fill("<a"),
		"comments":      fill("<!--"),
		"entities":      fill("&a"),
		"open braces":   fill("{{"),
		"variables":     fill("{{ $x := .a }}") + "{{ b }}",
		"parentheses":   "{{ " + fill("(") + ".a" + fill(")") + " }}",
		"ifs":           fill("{{ if .a }}"),
		"nested ifs":    strings.Repeat("{{ if .a }}", 600) + "x" + strings.Repeat("{{ end }}", 600),
		"nested withs":  strings.Repeat("{{ with .a }}", 500) + "{{ . }}" + strings.Repeat("{{ end }}", 500),
		"many faults":   fill("{{ a }}"),
		"many holes":    fill("{{ .b }}"),
		"much data":     fill("{{ .a }}"),
		"placeholders":  fill("{a} "),
		"greetings":     fill("Hi ,\n"),
		"questions":     fill("a?\n\n"),
		"phrases":       fill("just following up "),
		"a long or":     "{{ or " + fill(".b ") + " }}",
		"doubling text": `{{ $x := .a }}` + fill(`{{ $x = upper $x }}`) + "{{ $x }}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tpl, problems := templates.Parse("a", "a.md", []byte("---\nhtml: true\n---\n"+src))
			if tpl == nil {
				if len(problems) == 0 {
					t.Error("no template and no problem")
				}
				return
			}
			templates.Lint(tpl, templates.LintContext{})
			got, holes := tpl.Render(templates.Data{Fields: map[string]string{"a": strings.Repeat("x", 1000)}})
			if len(holes) == 0 && len(got.Text) > 64<<10 {
				t.Errorf("%d bytes and no hole", len(got.Text))
			}
		})
	}
}
