package templates_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"followupd/internal/strictyaml"
	"followupd/templates"
)

// rulesOf are the rules that a template breaks, each as rule@line:column.
func rulesOf(problems strictyaml.Problems) []string {
	var list []string
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%s@%d:%d", p.Path, p.Line, p.Column))
	}
	return list
}

func TestLint(t *testing.T) {
	t.Parallel()
	const ask = "\n\nWhat do you think?"
	many := strings.Repeat("word ", 121)
	for _, tt := range []struct {
		name, src string
		ctx       templates.LintContext
		want      string // rule@line:column, space between
	}{
		{"nothing wrong", "Hi {{ .first_name }}," + ask, templates.LintContext{}, ""},
		{"empty phrase", "Hi,\n\nI am *just following  up*, no more." + ask, templates.LintContext{}, "empty-follow-up@3:1"},
		{"over a line's end", "Hi,\nI am just\nchecking in." + ask, templates.LintContext{}, "empty-follow-up@2:1"},
		{"not over a sentence's end", "We had it checked. In all, it held. Just touching: base." + ask, templates.LintContext{}, ""},
		{"a value parts a phrase", "just {{ .a }} checking." + ask, templates.LintContext{}, ""},
		{"an if doesn't", "checking{{ if .b }} in{{ end }}." + ask, templates.LintContext{}, "empty-follow-up@1:1"},
		{"in the subject", "---\nsubject: Touching base\n---\nHi" + ask, templates.LintContext{}, "empty-follow-up@2:10"},
		{"with a hyphen and in capitals", "A Quick Follow-Up." + ask, templates.LintContext{}, "empty-follow-up@1:1"},
		{"curly apostrophe", "Act before it’s too late." + ask, templates.LintContext{}, "urgency@1:5"},
		{"fake reply", "---\nsubject: 'Re: your quotes'\n---\nHi" + ask, templates.LintContext{}, "fake-reply@2:11"},
		{"fake forward in German", "---\nsubject: 'WG: Angebot'\n---\nHi" + ask, templates.LintContext{}, "fake-reply@2:11"},
		{"counted fake reply", "---\nsubject: 'RE[2]: x'\n---\nHi" + ask, templates.LintContext{}, "fake-reply@2:11"},
		{"a colon is fine", "---\nsubject: 'Quotes: a question'\n---\nHi" + ask, templates.LintContext{}, ""},
		{"placeholder", "Hi {first_name}," + ask, templates.LintContext{}, "placeholder@1:4"},
		{"placeholders of one word", "Hallo [Name], [name] [date] [Datum] [product]? [Herr/Frau] [Name]s $NAME, $first_name ___,", templates.LintContext{},
			"placeholder@1:7 placeholder@1:15 placeholder@1:22 placeholder@1:29 placeholder@1:37 placeholder@1:48 placeholder@1:60 placeholder@1:68 placeholder@1:75 placeholder@1:87"},
		{"a placeholder in quotes", "It is called \u201c[name]\u201d." + ask, templates.LintContext{}, "placeholder@1:15"},
		{"a placeholder in the subject", "---\nsubject: For [Firma]\n---\nHi" + ask, templates.LintContext{}, "placeholder@2:14"},
		{"Markdown is no placeholder", "See [checklist](https://a.example/x), [docs][1] and [1].\n\n- [ ] one\n- [x] two\n\n[site]: https://b.example/x\n\n___\n\n___Now___?", templates.LintContext{}, "dead-link@1:39 dead-link@6:1"},
		{"prose in brackets is no placeholder", "\"[T]he quote[s] [sic] that [they] sent [...] [\u2026] [a]\" to Kolleg[inn]en: US$ROI, $5000, $m [{{ .a }}] [2026]." + ask, templates.LintContext{}, ""},
		{"words in brackets that are no field's", "A [checklist][c], a [checklist], a [PDF], [OK] in [Berlin], [netto], [they], [VISA], [Frau] B., [user] and [Ihr]e [Kolleg]innen pay by $VISA, $USD or $a_lot." + ask + "\n\n[checklist]: https://a.example/x\n[c]: https://a.example/y", templates.LintContext{}, ""},
		{"fields that are references", "See the [link][1], the [website][our site], the [Product] and the [date][].\n\n[product]: <https://a.example/3>\n[date]: {{ .url }}" + ask, templates.LintContext{}, "dead-link@1:9 dead-link@1:24"},
		{"references that lead somewhere", "See the [list\nof all][1], [that][One page] and [Berlin].\n\n{{ if .a }}\n[1]: https://a.example/3\n{{ end }}\n[one  PAGE]: <https://a.example/4>\n[berlin]: mailto:a@a.example" + ask, templates.LintContext{}, ""},
		{"a reference that no empty line parts", "See the [list][1].\n[1]: https://a.example/3" + ask, templates.LintContext{}, "dead-link@1:9"},
		{"references in code", "`[a][b]`\n\n```\n[a][b]\n[c]: https://a.example\n```" + ask, templates.LintContext{}, ""},
		{"fields of several languages", "[Prenom] [Prénom] [apellido] [azienda] [sobrenome] [voornaam] [Vorname] [URL] [link]" + ask, templates.LintContext{},
			"placeholder@1:1 placeholder@1:10 placeholder@1:19 placeholder@1:30 placeholder@1:40 placeholder@1:52 placeholder@1:63 placeholder@1:73 placeholder@1:79"},
		{"fields joined", "[first_name] [Company-Name] [Vorname/Nachname] [your_name] [e-mail] [Mr./Ms.] $CITY_NAME $CITY $city_name [MY_LINK] [CAL_URL]" + ask, templates.LintContext{},
			"placeholder@1:1 placeholder@1:14 placeholder@1:29 placeholder@1:48 placeholder@1:60 placeholder@1:69 placeholder@1:79 placeholder@1:90 placeholder@1:96 placeholder@1:107 placeholder@1:117"},
		{"two blanks are no reference", "Hi [Name][Date], [YOUR NAME] of [Company Name]" + ask, templates.LintContext{}, "placeholder@1:4 placeholder@1:10 placeholder@1:18 placeholder@1:33"},
		{"capitals in a link aren't a placeholder", "See [PDF HERE](https://a.example/x)?", templates.LintContext{}, ""},
		{"no ask", "Hi.\n\nThat is all.", templates.LintContext{}, "no-ask@1:1"},
		{"a suggestion is an ask", "Hi.\n\nI'd suggest twenty minutes on Thursday.", templates.LintContext{}, ""},
		{"a suggestion in the postscript isn't", "Hi.\n\nP.S. Tell me in a word.", templates.LintContext{}, "no-ask@1:1"},
		{"ask in one branch alone", "Hi {{ if .a }}What do you think?{{ end }}", templates.LintContext{}, "no-ask@1:1"},
		{"ask in each branch", "Hi {{ if .a }}What now?{{ else if .b }}What then?{{ else }}Why?{{ end }}", templates.LintContext{}, ""},
		{"two asks", "Why?\n\nAnd when?", templates.LintContext{}, "many-asks@3:9"},
		{"questions that are given", "- Who?\n- Where?\n1. Why?\n> What?\n\nSee https://x.example/?a=1? Which one?", templates.LintContext{}, ""},
		{"a quoted question", "You asked \"why?\", and \"when?\"." + ask, templates.LintContext{}, ""},
		{"too long", many + ask, templates.LintContext{}, "too-long@1:1"},
		{"long enough for a first mail", "---\nsubject: x\n---\n" + many + ask, templates.LintContext{}, ""},
		{"the longest branch counts", "{{ if .a }}" + many + "{{ else }}b{{ end }}" + ask, templates.LintContext{}, "too-long@1:1"},
		{"branches aren't added up", "{{ if .a }}" + strings.Repeat("word ", 70) + "{{ else }}" + strings.Repeat("word ", 70) + "{{ end }}" + ask, templates.LintContext{}, ""},
		{"me", "I think that we should, as I'm sure our price is ours." + ask, templates.LintContext{}, "me-not-you@1:1"},
		{"me in German", "---\nlanguage: de\n---\nIch denke, wir haben mit unserem Preis mein Bestes getan. Was meinen Sie?", templates.LintContext{}, "me-not-you@4:1"},
		{"the German verb isn't English", "---\nlanguage: de\n---\nWas meinen Sie?", templates.LintContext{}, ""},
		{"jargon", "A holistic, best-in-class thing." + ask, templates.LintContext{}, "jargon@1:3 jargon@1:13"},
		{"urgency", "This is urgent." + ask, templates.LintContext{}, "urgency@1:9"},
		{"shouting", "This is GREAT news!! A PDF, and ISO9001." + ask, templates.LintContext{}, "shouting@1:9 shouting@1:20"},
		{"links", "[a](https://a.example) https://b.example {{ .value.link }}" + ask, templates.LintContext{}, "many-links@1:1"},
		{"two links", "[a]({{ .value.link }}) https://b.example" + ask, templates.LintContext{}, ""},
		{"picture", "![us](https://a.example/us.png)" + ask, templates.LintContext{}, "picture@1:1"},
		{"html", "Hi <b>Dana</b>" + ask, templates.LintContext{}, "html@1:4"},
		{"first mail", "Hi" + ask, templates.LintContext{First: true}, "no-subject@1:1"},
		{"perhaps the first mail", "Hi" + ask, templates.LintContext{FollowUp: true, MayBeFirst: true}, "no-subject@1:1"},
		{"perhaps the first mail, with a subject", "---\nsubject: x\n---\nHi" + ask, templates.LintContext{MayBeFirst: true}, ""},
		{"the first mail of a step with a subject", "Hi" + ask, templates.LintContext{First: true, Titled: true}, ""},
		{"no way out", "---\nsubject: x\n---\nHi" + ask, templates.LintContext{First: true}, "no-way-out@4:1"},
		{"the mailbox adds a way out", "---\nsubject: x\n---\nHi" + ask, templates.LintContext{First: true, WayOut: true}, ""},
		{"way out", "---\nsubject: x\n---\nHi" + ask + "\n\nIf not, you won't hear from me again.", templates.LintContext{First: true}, ""},
		{"two ways out", "---\nsubject: x\n---\nHi" + ask + "\n\nP.S. If not, you won't hear from me again.", templates.LintContext{First: true, WayOut: true}, "two-ways-out@8:18"},
		{"two ways out, but of a follow-up", "Hi" + ask + "\n\nP.S. If not, you won't hear from me again.", templates.LintContext{FollowUp: true, WayOut: true}, ""},
		{"new thread", "---\nsubject: x\n---\nHi" + ask, templates.LintContext{FollowUp: true}, "new-thread@2:10"},
		{"unknown field", "{{ .firstname }} {{ .reason }} {{ or .nick `x` }}" + ask, templates.LintContext{Known: []string{"first_name"}}, "unknown-field@1:4 unknown-field@1:38"},
		{"a field that nobody has so far", "---\nneeds: [machine]\n---\n{{ .frist_name }} {{ .machine }} {{ .company }} {{ or .topic `x` }} {{ or .compny `x` }}" + ask,
			templates.LintContext{Known: []string{"first_name", "company"}, Guessed: true}, "unknown-field@4:4 unknown-field@4:75"},
		{"value without a link", "{{ .value.link }} {{ with .value.file }}{{ . }}{{ end }}" + ask, templates.LintContext{Values: []templates.Value{{ID: "v", Title: "t"}}}, "missing-value@1:4"},
		{"example link", "See <https://example.com/x>" + ask, templates.LintContext{Live: true}, "example-link@1:6"},
		{"example links", "See <https://example.com/x>, https://lima.example/y. And [z](https://z.test/)" + ask, templates.LintContext{Live: true}, "many-links@1:1 example-link@1:6"},
		{"own link", "See <https://example.company/x>" + ask, templates.LintContext{Live: true}, ""},
		{"dead file", "---\nattachments: [a.pdf, b.pdf, c.pdf]\n---\nHi" + ask, templates.LintContext{Files: map[string]int64{"a.pdf": 5 << 20, "b.pdf": 5<<20 + 1}}, "dead-file@2:22 dead-file@2:29"},
		{"dead file of a value", "Hi" + ask, templates.LintContext{Files: map[string]int64{}, Values: []templates.Value{{ID: "v", File: "a.pdf"}}}, "dead-file@1:1"},
		{"allowed", "<!-- lint: allow urgency because the fair ends on Friday -->\nThis is urgent." + ask, templates.LintContext{}, ""},
		{"allowed over lines", "<!-- lint: allow urgency because\nthe fair ends -->\nThis is urgent." + ask, templates.LintContext{}, ""},
		{"allowed without a reason", "<!-- lint: allow urgency -->\nThis is urgent." + ask, templates.LintContext{}, "allow@1:1 urgency@2:9"},
		{"allowed, but not there", "<!-- lint: allow urgency because x -->\nHi" + ask, templates.LintContext{}, "allow@1:1"},
		{"allowed where it depends", "<!-- lint: allow no-way-out because they asked for it -->\nHi" + ask, templates.LintContext{}, ""},
		{"no such rule", "<!-- lint: allow urgancy because x -->\nHi" + ask, templates.LintContext{}, "allow@1:1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			problems := templates.Lint(parse(t, tt.src), tt.ctx)
			if got := strings.Join(rulesOf(problems), " "); got != tt.want {
				t.Errorf("found %q, want %q\n%v", got, tt.want, problems)
			}
			for _, p := range problems {
				if p.Hint == "" || p.Excerpt == "" || p.File != "mail.md" {
					t.Errorf("says no better way or place: %+v", p)
				}
			}
		})
	}
}

func TestLintInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, src := range []string{
		"Hi, just following up on my last mail.", "I wanted to touch base.", "Bumping this to the top of your inbox.",
		"Ich wollte nur kurz nachfragen, ob es Neues gibt.", "Ich hake noch einmal nach.",
		"Je me permets de vous relancer.", "Je reviens vers vous.",
		"Solo quería saber si pudo revisar mi propuesta.", "Un pequeño recordatorio.",
		"Faccio seguito alla mia mail.", "Volevo solo sapere se ha novità.",
		"Só passando para saber de novidades.", "Um pequeno lembrete.",
		"Ik wilde even navragen of er nieuws is.", "Een vriendelijke herinnering.",
	} {
		problems := templates.Lint(parse(t, src), templates.LintContext{})
		if !slices.ContainsFunc(problems, func(p strictyaml.Problem) bool {
			return p.Path == "empty-follow-up" && p.Level == strictyaml.LevelError && strings.Contains(p.Text, "gives the reader nothing")
		}) {
			t.Errorf("%q is let through: %v", src, problems)
		}
	}
}

func TestLintWords(t *testing.T) {
	t.Parallel()
	problems := templates.Lint(parse(t, "I was just\nchecking in with you.\n\nWhat now?"), templates.LintContext{})
	want := `mail.md:1:7: empty-follow-up: "just checking in" gives the reader nothing and asks for everything ` +
		`(say where you left off, give something of use, or ask what has changed)`
	if problems.Error() != want || problems[0].Excerpt != "1 | I was just\n  |       ^" {
		t.Errorf("%v\n%s\nwant\n%s", problems, problems[0].Excerpt, want)
	}
}

func TestLintValues(t *testing.T) {
	t.Parallel()
	c, problems := templates.ParseValues("values.yaml", []byte("values:\n  - {id: a, title: b, good_for: c, link: 'https://lima.example/x', file: files/chek.pdf}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := templates.LintValues(c, templates.LintContext{Live: true, Files: map[string]int64{"files/check.pdf": 1}})
	want := "values.yaml:2:42: warning: values[0].link: https://lima.example/x is an example address (put your own link there) [example-link]\n" +
		`values.yaml:2:74: values[0].file: there is no file "files/chek.pdf" (did you mean files/check.pdf?)`
	if got.Error() != want {
		t.Errorf("%v\nwant\n%s", got, want)
	}
	if got := templates.LintValues(c, templates.LintContext{}); len(got) > 0 {
		t.Errorf("without a context: %v", got)
	}
}

// BenchmarkLint1000 reads and lints 1,000 files; the promise is less than a
// second.
func BenchmarkLint1000(b *testing.B) {
	src := []byte("---\nsubject: Late quotes at {{ .company }}\nneeds: [note.estimator]\n---\nHi {{ .first_name }},\n\n" +
		strings.Repeat("A quote that goes out two days late often loses the order, and the customer never says why. {{ with .note.estimator }}So {{ . }}.{{ end }}\n\n", 6) +
		"Take [{{ .value.title }}]({{ .value.link }}).\n\nWhich part takes longest at {{ or .company \"your firm\" }}?\n\n{{ .sender.name }}\n")
	for b.Loop() {
		for range 1000 {
			t, problems := templates.Parse("a", "a.md", src)
			if len(problems) > 0 {
				b.Fatal(problems)
			}
			templates.Lint(t, templates.LintContext{First: true, Known: []string{"first_name", "company"}})
		}
	}
}

// A guess is a warning, and says what was meant.
func TestLintGuesses(t *testing.T) {
	t.Parallel()
	got := templates.Lint(parse(t, "Hi {{ .frist_name }}.\n\nWhat do you think?"), templates.LintContext{Known: []string{"first_name"}, Guessed: true})
	want := `mail.md:1:7: warning: unknown-field: nobody has a field "frist_name" so far (did you mean first_name?)`
	if got.Error() != want {
		t.Errorf("%v\nwant\n%s", got, want)
	}
}

// Where one of several fields is enough, it is nothing to tell of that nobody has
// the others.
func TestLintOfFieldsInPlaceOfEachOther(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, want string }{
		{"{{ or .anrede .first_name }} {{ .last_name }}", ""},
		{"{{ or .first_name .anrede }}", ""},
		{"{{ .anrede | or .first_name }}", ""},
		{"{{ or (or .anrede .nick) .first_name }}", ""},
		{"{{ or .anrede .nick }}", "anrede nick"},
		{"{{ or .anrede .anrede }}", "anrede"},
		{"{{ or .anrede .first_name }} {{ .anrede }}", "anrede"},
		{"{{ or .anrede .first_name }} {{ or .anrede .nick }}", "anrede nick"},
		{"{{ or .anrede `Sir` }} {{ .first_name }}", ""},
		{"{{ .city }} {{ or .anrede .email }}", "city"},
		{"{{ if .first_name }}{{ .first_name }}{{ else }}{{ .anrede }}{{ end }}", ""},
		{"{{ if or .first_name .last_name }}you{{ else }}{{ .anrede }}{{ end }}", ""},
		{"{{ with .first_name }}{{ . }}{{ else with .nick }}{{ . }}{{ else }}{{ .anrede }}{{ end }}", ""},
		{"{{ if and .first_name .nick }}you{{ else }}{{ .anrede }}{{ end }}", "anrede"},
		{"{{ if .nick }}you{{ else }}{{ .anrede }}{{ end }}", "anrede"},
		{"{{ if not .first_name }}{{ .anrede }}{{ end }}", ""},
		{"{{ if not .nick }}{{ .first_name }}{{ else }}{{ .nick }} {{ .anrede }}{{ end }}", ""},
		{"{{ if not .nick }}{{ .anrede }}{{ end }}", "anrede"},
		{"{{ if .nick }}{{ .anrede }}{{ end }}", ""},
		{"{{ with .nick }}{{ . }} {{ $.anrede }} {{ end }}", ""},
		{"{{ if .first_name }}{{ .anrede }}{{ end }}", "anrede"},
		{"{{ with .note.tool }}{{ $.anrede }}{{ end }}", "anrede"},
	} {
		mail := parse(t, "Hi "+tt.text+",\n\nwhat takes longest?\n")
		for _, ctx := range []templates.LintContext{
			{Had: []string{"first_name", "last_name"}, Known: []string{"first_name", "last_name", "anrede", "nick", "city"}, Guessed: true},
			{Known: []string{"first_name", "last_name"}, Guessed: true},
			{Known: []string{"first_name", "last_name"}},
		} {
			var got []string
			for _, p := range templates.Lint(mail, ctx) {
				if _, field, ok := strings.Cut(p.Text, `a field "`); ok && !strings.Contains(p.Text, "everybody gets the fallback") {
					field, _, _ = strings.Cut(field, `"`)
					got = append(got, field)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("%s, %+v:\n got %q\nwant %q", tt.text, ctx, got, tt.want)
			}
		}
	}
}
