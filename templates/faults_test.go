package templates_test

import (
	"os"
	"strings"
	"testing"

	"followupd/internal/strictyaml"
	"followupd/templates"
)

// told are the problems of files as people see them, beside a golden file.
func told(t *testing.T, golden string, faults []struct{ name, src string }, read func(src string) strictyaml.Problems) {
	t.Helper()
	var got strings.Builder
	for _, fault := range faults {
		problems := read(fault.src)
		if len(problems) == 0 {
			t.Errorf("%s: nothing is told", fault.name)
		}
		got.WriteString("# " + fault.name + "\n")
		for _, p := range problems {
			got.WriteString(p.String() + "\n" + p.Excerpt + "\n")
		}
		got.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func folder() map[string]int64 {
	return map[string]int64{"files/check.pdf": 9, "files/film.pdf": 9 << 20}
}

// Every error text of a template, with its excerpt.
func TestTemplateFaultsAreTold(t *testing.T) {
	t.Parallel()
	told(t, "testdata/template-faults.golden", []struct{ name, src string }{
		{"an empty file", ""},
		{"front matter that isn't closed", "---\nhtml: true\n"},
		{"a key that there is not", "---\nsubjct: x\n---\nHi\n\nWhat do you think?\n"},
		{"an empty subject", "---\nsubject: ''\n---\nHi\n\nWhat do you think?\n"},
		{"a subject of two lines", "---\nsubject: \"a\\nb\"\n---\nHi\n\nWhat do you think?\n"},
		{"a number for a subject", "---\nsubject: 5\n---\nHi\n\nWhat do you think?\n"},
		{"a language that isn't known", "---\nlanguage: pl\n---\nHi\n\nWhat do you think?\n"},
		{"a language with its country", "---\nlanguage: en-GB\n---\nHi\n\nWhat do you think?\n"},
		{"html in words", "---\nhtml: yes please\n---\nHi\n\nWhat do you think?\n"},
		{"needs as a text", "---\nneeds: first_name\n---\nHi\n\nWhat do you think?\n"},
		{"a need that is no name", "---\nneeds: [First Name]\n---\nHi\n\nWhat do you think?\n"},
		{"a note without a name", "---\nneeds: [note]\n---\nHi\n\nWhat do you think?\n"},
		{"an attachment outside of the folder", "---\nattachments: [../x.pdf]\n---\nHi\n\nWhat do you think?\n"},
		{"an attachment that there is not", "---\nattachments: [files/chek.pdf]\n---\nHi\n\nWhat do you think?\n"},
		{"an attachment that is too large", "---\nattachments: [files/film.pdf]\n---\nHi\n\nWhat do you think?\n"},
		{"no text", "---\nhtml: true\n---\n"},
		{"braces that aren't closed", "Hi {{ .first_name,\n\nWhat do you think?\n"},
		{"a field without a dot", "Hi {{ first_name }},\n\nWhat do you think?\n"},
		{"a field in capitals", "Hi {{ .First_Name }},\n\nWhat do you think?\n"},
		{"nothing to print", "Hi {{ }},\n\nWhat do you think?\n"},
		{"curly quotes", "Hi {{ or .first_name “there” }},\n\nWhat do you think?\n"},
		{"a hyphen in a field", "Hi {{ .first-name }},\n\nWhat do you think?\n"},
		{"a function that there is not", "Hi {{ uper .first_name }},\n\nWhat do you think?\n"},
		{"an if that isn't closed", "Hi {{ if .a }}x\n\nWhat do you think?\n"},
		{"an end of nothing", "Hi {{ end }}\n\nWhat do you think?\n"},
		{"an else of nothing", "Hi {{ else }}\n\nWhat do you think?\n"},
		{"an unknown part of a value", "Take {{ .value.lnk }}.\n\nWhat do you think?\n"},
		{"an empty follow-up", "Hi,\n\nI was just checking in.\n\nWhat do you think?\n"},
		{"a fake reply", "---\nsubject: 'Re: your quotes'\n---\nHi\n\nWhat do you think?\n"},
		{"a blank that nothing fills", "Hi [First Name],\n\nWhat do you think?\n"},
		{"a placeholder", "Hi {first_name},\n\nWhat do you think?\n"},
		{"a field that nobody has", "Hi {{ .frist_name }},\n\nWhat do you think?\n"},
		{"no ask", "Hi.\n\nThat is all.\n"},
		{"two asks", "Why? And when?\n"},
		{"too long", "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word \n\nWhat do you think?\n"},
		{"me", "I think that we should show our work and my plan to my team.\n\nWhat do you think?\n"},
		{"jargon", "A holistic thing.\n\nWhat do you think?\n"},
		{"urgency", "Act now.\n\nWhat do you think?\n"},
		{"shouting", "This is GREAT!!\n\nWhat do you think?\n"},
		{"links", "https://a.example https://b.example https://c.example\n\nWhat do you think?\n"},
		{"html", "Hi <b>Dana</b>\n\nWhat do you think?\n"},
		{"a picture", "![us](https://a.example/us.png)\n\nWhat do you think?\n"},
		{"a silencer without a reason", "<!-- lint: ignore urgency -->\nAct now.\n\nWhat do you think?\n"},
		{"a silencer of no rule", "<!-- lint: ignore urgancy because x -->\nHi\n\nWhat do you think?\n"},
		{"a silencer of nothing", "<!-- lint: ignore urgency because x -->\nHi\n\nWhat do you think?\n"},
	}, func(src string) strictyaml.Problems {
		parsed, problems := templates.Parse("mail", "templates/mail.md", []byte(src))
		if parsed != nil {
			problems = append(problems, templates.Lint(parsed, templates.LintContext{Known: []string{"first_name"}, Guessed: true, Files: folder()})...)
		}
		return problems
	})
}

// Every error text of a catalogue of values, with its excerpt.
func TestValueFaultsAreTold(t *testing.T) {
	t.Parallel()
	told(t, "testdata/value-faults.golden", []struct{ name, src string }{
		{"an empty catalogue", ""},
		{"a key that there is not", "value: []\n"},
		{"not a list", "values: {id: a}\n"},
		{"nothing of a value", "values:\n  - {}\n"},
		{"no id", "values:\n  - {title: t, good_for: g}\n"},
		{"a bad id", "values:\n  - {id: a b, title: t, good_for: g}\n"},
		{"an id twice", "values:\n  - {id: a, title: t, good_for: g}\n  - {id: a, title: t, good_for: g}\n"},
		{"no title", "values:\n  - {id: a, good_for: g}\n"},
		{"a blank title", "values:\n  - {id: a, title: ' ', good_for: g}\n"},
		{"no good_for", "values:\n  - {id: a, title: t}\n"},
		{"a title of two lines", "values:\n  - {id: a, title: \"a\\nb\", good_for: g}\n"},
		{"half a link", "values:\n  - {id: a, title: t, good_for: g, link: x.example}\n"},
		{"a file outside of the folder", "values:\n  - {id: a, title: t, good_for: g, file: ../x}\n"},
		{"a dead file", "values:\n  - {id: a, title: t, good_for: g, file: files/chek.pdf}\n"},
		{"a file that is too large", "values:\n  - {id: a, title: t, good_for: g, file: files/film.pdf}\n"},
		{"a language that isn't known", "values:\n  - {id: a, title: t, good_for: g, language: xx}\n"},
		{"an example link", "values:\n  - {id: a, title: t, good_for: g, link: https://example.com/a}\n"},
		{"three example links", "values:\n  - {id: a, title: t, good_for: g, link: https://example.com/a}\n  - {id: b, title: t, good_for: g, link: https://a.test/} # lint: ignore unused-value because it comes\n  - {id: c, title: t, good_for: g, link: https://b.test/} # lint: ignore unused-value because it comes\n"},
		{"a value that nobody gets", "values:\n  - {id: b, title: t, good_for: g}\n"},
		{"a number for an id", "values:\n  - {id: 5, title: t, good_for: g}\n"},
		{"a silencer without a reason", "values:\n  - {id: b, title: t, good_for: g} # lint: ignore unused-value\n"},
	}, func(src string) strictyaml.Problems {
		c, problems := templates.ParseValues("templates/values.yaml", []byte(src))
		if c == nil {
			return problems
		}
		return append(problems, templates.LintValues(c, templates.LintContext{Live: true, Files: folder(), Given: []string{"a"}})...)
	})
}
