package templates_test

import (
	"strings"
	"testing"
	"time"

	"followupd/templates"
)

// parse reads a template that must have no problem.
func parse(t *testing.T, src string) *templates.Template {
	t.Helper()
	tpl, problems := templates.Parse("mail", "mail.md", []byte(src))
	if len(problems) > 0 {
		t.Fatalf("parse: %v", problems)
	}
	return tpl
}

// sample is a prospect of whom everything is known.
func sample() templates.Data {
	return templates.Data{
		Fields: map[string]string{"first_name": "Dana", "last_name": "Ruiz", "company": "Ruiz Windows", "topic": "faster quotes"},
		Notes:  map[string]string{"estimator": "a second estimator was to start in October"},
		Last: templates.LastExchange{
			At:    time.Date(2026, 10, 12, 22, 30, 0, 0, time.UTC),
			Words: "Write to me when the trade fair is over,\nwe will know more then.",
			Given: "the quoting checklist",
		},
		Referral: "Jo Alder",
		Reason:   "asked for the price list",
		Source:   "the form on our page",
		Sender:   templates.Sender{Name: "Ana Lima", Address: "ana@lima.example", Postal: "Lima, Calle Mayor 1, Madrid"},
		Value: templates.Value{
			ID: "quoting-checklist", Title: "the seven-point quoting checklist",
			GoodFor: "finding where a quote loses its days", Link: "https://lima.example/quoting-checklist",
		},
		Zone: time.FixedZone("CEST", 2*60*60),
		Now:  time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC),
	}
}

func TestRenderText(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, body, want string }{
		{"field", "Hi {{ .first_name }},", "Hi Dana,"},
		{"or", `{{ or .nickname .first_name "there" }}`, "Dana"},
		{"or falls back", `{{ or .nickname "there" }}`, "there"},
		{"fallback", `{{ fallback .nickname "you" }} {{ fallback .company "x" }}`, "you Ruiz Windows"},
		{"note", "{{ .note.estimator }}.", "a second estimator was to start in October."},
		{"with leaves out", "a\n\n{{ with .note.absent }}b {{ . }}{{ end }}\n\nc", "a\n\nc"},
		{"with and the person's field", `{{ with .company }}{{ . }} and {{ .first_name }}{{ end }}`, "Ruiz Windows and Dana"},
		{"dollar in with", `{{ with .company }}{{ $.first_name }}{{ end }}`, "Dana"},
		{"else if", `{{ if .nope }}a{{ else if .company }}b{{ else }}c{{ end }}`, "b"},
		{"variable", `{{ $who := or .nickname .first_name }}{{ $who }}`, "Dana"},
		{"lower and upper", `{{ lower .company }} {{ upper .first_name }}`, "ruiz windows DANA"},
		{"eq", `{{ if eq .first_name "Dana" }}yes{{ end }}`, "yes"},
		{"trim marks", "a\n{{- with .nope }} b {{ end -}}\n c", "ac"},
		{"comment of the language", "a{{/* not for Dana }} */}} b", "a b"},
		{"comment of HTML", "a\n<!-- for editors: {{ .whatever -->\nb <!-- x -->c", "a\nb c"},
		{"date in the zone", "{{ .last.date }}", "13 October"},
		{"words on one line", "{{ .last.words }}", "Write to me when the trade fair is over, we will know more then."},
		{"given", "{{ .last.given }}", "the quoting checklist"},
		{"sender", "{{ .sender.first_name }}, {{ .sender.address }}, {{ .sender.postal }}", "Ana, ana@lima.example, Lima, Calle Mayor 1, Madrid"},
		{"context", "{{ .referral }}; {{ .reason }}; {{ .source }}", "Jo Alder; asked for the price list; the form on our page"},
		{"link at the end of a line", "Here is [the list]({{ .value.link }}).\nDone.", "Here is the list: https://lima.example/quoting-checklist\nDone."},
		{"link within a line", "See [the list](https://x.example/a), which helps.", "See the list (https://x.example/a), which helps."},
		{"link behind a colon", "[See:](https://x.example/a)", "See: https://x.example/a"},
		{"link of an address", "[https://x.example](https://x.example) and <https://y.example>", "https://x.example and https://y.example"},
		{"link to mail", "[Write to me](mailto:ana@lima.example)", "Write to me: ana@lima.example"},
		{"reference link", "See [the list][1], and [our\npage][].\n\n[1]: {{ .value.link }}\n[our page]: https://x.example/a", "See the list (https://lima.example/quoting-checklist), and our\npage: https://x.example/a"},
		{"reference that leads nowhere", "See [the list][1].", "See [the list][1]."},
		{"bare link", "{{ .value.link }}", "https://lima.example/quoting-checklist"},
		{"emphasis", "a *b* **c** _d_ `e`", "a b c d e"},
		{"heading", "# Title\n\ntext", "Title\n\ntext"},
		{"lists", "Two:\n- a\n- *b*\n\n1. c\n2. d", "Two:\n- a\n- b\n\n1. c\n2. d"},
		{"nested list", "- a\n  - b\n- c", "- a\n  - b\n- c"},
		{"quote", "> said\n> so", "> said\n> so"},
		{"fence", "```\na  *b*\n```", "a  *b*"},
		{"line ends stay", "a\nb\n\n\n\nc", "a\nb\n\nc"},
		{"signature line", "Best\n--\nAna", "Best\n--\nAna"},
		{"escapes and entities", `\*a\* &amp; &euro;`, "*a* & €"},
		{"angle brackets", "1 <b>2</b> <3", "1 <b>2</b> <3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, holes := parse(t, tt.body).Render(sample())
			if len(holes) > 0 {
				t.Fatalf("holes: %v", holes)
			}
			if want := tt.want + "\n"; got.Text != want {
				t.Errorf("text %q, want %q", got.Text, want)
			}
		})
	}
}

func TestHoles(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, src string
		change    func(*templates.Data)
		want      string // the beginning of the one hole
	}{
		{"missing", "Hi {{ .nickname }},", nil, "1:4: nickname: is missing"},
		{"empty", "Hi\n {{ .first_name }},", func(d *templates.Data) { d.Fields["first_name"] = " \t" }, "2:2: first_name: is missing"},
		{"a spreadsheet's nothing", "Hi {{ .first_name }},", func(d *templates.Data) { d.Fields["first_name"] = "#N/A" }, "1:4: first_name: is missing"},
		{"empty fallback", `Hi {{ or .nickname .note.nick }},`, nil, "1:4: nickname or note.nick: is missing"},
		{"variable", "{{ $x := .nickname }}{{ $x }}", nil, "1:22: $x: is missing"},
		{"needed", "---\nneeds: [company]\n---\nHi", func(d *templates.Data) { d.Fields["company"] = "" }, "2:9: company: the template needs it"},
		{"left out of a greeting", "Hi {{ with .nickname }}{{ . }}{{ end }},\n\ntext", nil, "1:1: Hi ,: has a gap"},
		{"placeholder", "---\nsubject: x\n---\nHi {first_name},", nil, "4:4: {first_name}: is a placeholder"},
		{"placeholder in the subject", "---\nsubject: For [NAME]\n---\nHi", nil, "2:14: [NAME]: is a placeholder"},
		{"line end in a subject", "---\nsubject: For {{ .first_name }}\n---\nHi", func(d *templates.Data) { d.Fields["first_name"] = "x\nBcc: y@z.example" }, "2:10: subject: a value in it has a line end"},
		{"turned writing in a subject", "---\nsubject: For {{ .first_name }}\n---\nHi", func(d *templates.Data) { d.Fields["first_name"] = "x\u202Ey" }, "2:10: subject: a value in it has a line end"},
		{"empty subject", "---\nsubject: '{{ with .nickname }}x{{ end }}'\n---\nHi", nil, "2:11: subject: is empty"},
		{"long subject", "---\nsubject: '{{ .company }}'\n---\nHi", func(d *templates.Data) { d.Fields["company"] = strings.Repeat("x", 256) }, "2:11: subject: is longer than 255"},
		{"control character", "Hi {{ .first_name }}", func(d *templates.Data) { d.Fields["first_name"] = "a\x1b[2Jb" }, "1:4: first_name: has a control character"},
		{"not UTF-8", "Hi {{ .first_name }}", func(d *templates.Data) { d.Fields["first_name"] = "a\xff" }, "1:4: first_name: is not UTF-8"},
		{"too large", "Hi {{ .first_name }}", func(d *templates.Data) { d.Fields["first_name"] = strings.Repeat("x", 65<<10) }, "1:4: first_name: makes the mail too large"},
		{"not a text", "Hi {{ not .first_name }}", nil, "1:4: first_name: is not a text"},
		{"nothing at all", "{{ with .nickname }}x{{ end }}", nil, "1:1: text: is empty"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			data := sample()
			if tt.change != nil {
				tt.change(&data)
			}
			_, holes := parse(t, tt.src).Render(data)
			if len(holes) != 1 || !strings.HasPrefix(holes[0].String(), tt.want) {
				t.Errorf("holes %v, want one that begins %q", holes, tt.want)
			}
		})
	}
}

func TestAllHolesAreToldAndMarked(t *testing.T) {
	t.Parallel()
	tpl := parse(t, "---\nsubject: '{{ .a }}'\n---\nHi {{ .b }} {{ .first_name }}\n{{ .c }} {{ .b }}")
	got, holes := tpl.Render(sample())
	var names []string
	for _, h := range holes {
		names = append(names, h.Name)
	}
	if want := "a b c b"; strings.Join(names, " ") != want {
		t.Errorf("holes %v, want %s", holes, want)
	}
	if want := "Hi [missing: b] Dana\n[missing: c] [missing: b]\n"; got.Text != want {
		t.Errorf("text %q, want %q", got.Text, want)
	}
}

func TestHTMLOnlyWhereAskedFor(t *testing.T) {
	t.Parallel()
	const body = "Hi {{ .first_name }},\nsee [the list]({{ .value.link }}) or {{ .value.link }}.\n\n- *a*\n- <b>"
	plain, _ := parse(t, body).Render(sample())
	if plain.HTML != "" {
		t.Errorf("HTML %q, want none", plain.HTML)
	}
	data := sample()
	data.Fields["first_name"] = "D<script>\nR & S"
	got, holes := parse(t, "---\nhtml: true\nlanguage: de\n---\n"+body).Render(data)
	if len(holes) > 0 {
		t.Fatal(holes)
	}
	want := `<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"></head>
<body>
<p>Hi D&lt;script&gt;<br>
R &amp; S,<br>
see <a href="https://lima.example/quoting-checklist">the list</a> or <a href="https://lima.example/quoting-checklist">https://lima.example/quoting-checklist</a>.</p>
<ul>
<li><em>a</em></li>
<li>&lt;b&gt;</li>
</ul>
</body>
</html>
`
	if got.HTML != want {
		t.Errorf("HTML %s\nwant %s", got.HTML, want)
	}
}

func TestHTMLLinksLeadNowhereElse(t *testing.T) {
	t.Parallel()
	for _, link := range []string{"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "http://", "x\" onclick=\"y"} {
		data := sample()
		data.Value.Link = link
		got, _ := parse(t, "---\nhtml: true\n---\n[here]({{ .value.link }}) {{ .value.link }}").Render(data)
		referring, _ := parse(t, "---\nhtml: true\n---\n[here][1]\n\n[1]: {{ .value.link }}").Render(data)
		got.HTML += referring.HTML
		if strings.Contains(got.HTML, "<a") || strings.Contains(got.HTML, `" onclick`) {
			t.Errorf("link %q: HTML %s", link, got.HTML)
		}
	}
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	data := sample()
	data.Value.File = "files/b.pdf"
	got, _ := parse(t, "---\nattachments: [files/a.pdf, files/b.pdf]\n---\nHi").Render(data)
	if want := "files/a.pdf files/b.pdf"; strings.Join(got.Attachments, " ") != want {
		t.Errorf("attachments %v, want %s", got.Attachments, want)
	}
	data.Value.File = "files/c.pdf"
	if got, _ = parse(t, "Hi").Render(data); strings.Join(got.Attachments, " ") != "files/c.pdf" {
		t.Errorf("attachments %v, want that of the value", got.Attachments)
	}
}

func TestRecallIsBriefAndNeverInvented(t *testing.T) {
	t.Parallel()
	data := sample()
	data.Last.Words = strings.Repeat("many words, ", 40)
	got, _ := parse(t, "{{ .last.words }}").Render(data)
	if n := len([]rune(got.Text)); n > 165 || !strings.HasSuffix(got.Text, "words…\n") {
		t.Errorf("%d characters: %q", n, got.Text)
	}
	data.Last = templates.LastExchange{}
	got, holes := parse(t, "a{{ with .last.words }} b {{ . }}{{ end }}{{ with .last.date }} c {{ . }}{{ end }}").Render(data)
	if got.Text != "a\n" || len(holes) > 0 {
		t.Errorf("text %q, holes %v", got.Text, holes)
	}
}

func TestDatesByLanguage(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{
		"de": "1. März 2025", "en": "1 March 2025", "es": "1 de marzo de 2025", "fr": "1er mars 2025",
		"it": "1 marzo 2025", "nl": "1 maart 2025", "pt": "1 de março de 2025",
	} {
		data := sample()
		data.Last.At = time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)
		got, _ := parse(t, "---\nlanguage: "+language+"\n---\n{{ .last.date }}").Render(data)
		if got.Text != want+"\n" {
			t.Errorf("%s: %q, want %q", language, got.Text, want)
		}
	}
}

// What stands in brackets and is no field's makes no hole: a mail with it goes out.
func TestWordsInBracketsAreNoHoles(t *testing.T) {
	t.Parallel()
	tpl, problems := templates.Parse("mail", "mail.md", []byte("---\nsubject: The [PDF]\n---\nA [checklist][c] and a [checklist], [OK] in [Berlin], [netto], for [Kolleg]innen by $VISA.\n\n[checklist]: https://a.example/x\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if _, holes := tpl.Render(sample()); len(holes) > 0 {
		t.Errorf("holes %v", holes)
	}
}
