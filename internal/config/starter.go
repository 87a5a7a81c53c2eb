package config

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"text/template"
)

// Starter is what the first configuration begins with. What is empty gets an
// example to be replaced.
type Starter struct {
	Name     string // Ana Lima
	Email    string // ana@lima.example
	Host     string // mail.lima.example, for IMAP and SMTP
	Timezone string // Europe/Madrid
}

//go:embed starter.yaml
var starterText string

// InitFiles returns the files of a new configuration by their path in its
// folder: config.yaml, whose other paths count from that folder and whose one
// mailbox isn't live, and the schema that it names for editors.
func InitFiles(s Starter) (map[string][]byte, error) {
	fill(&s.Name, "Ana Lima")
	fill(&s.Email, "ana@lima.example")
	fill(&s.Host, "mail."+s.Email[strings.LastIndex(s.Email, "@")+1:])
	fill(&s.Timezone, "UTC")
	local, _, _ := strings.Cut(s.Email, "@")
	mailbox := strings.Trim(notInName.ReplaceAllString(strings.ToLower(local), "-"), "-_")
	fill(&mailbox, "main")
	t, err := template.New("config.yaml").Funcs(template.FuncMap{"yaml": quoteYAML}).Option("missingkey=error").Parse(starterText)
	if err != nil {
		return nil, fmt.Errorf("starter configuration: %w", err)
	}
	var text strings.Builder
	err = t.Execute(&text, map[string]string{
		"Name": s.Name, "Email": s.Email, "Host": s.Host, "Timezone": s.Timezone, "Mailbox": mailbox,
		"Address": written(Address{Name: s.Name, Email: s.Email}),
	})
	if err != nil {
		return nil, fmt.Errorf("starter configuration: %w", err)
	}
	schema, err := Schema()
	if err != nil {
		return nil, err
	}
	return map[string][]byte{"config.yaml": []byte(text.String()), "schemas/config.json": append(schema, '\n')}, nil
}

// notInName is what a mailbox's name can't hold.
var notInName = regexp.MustCompile(`[^a-z0-9_-]+`)

func fill(s *string, example string) {
	if *s == "" {
		*s = example
	}
}

// written is an address as a person writes it, its name in quotes only where
// they are needed.
func written(a Address) string {
	plain := a.Name + " <" + a.Email + ">"
	if read, err := parseAddress(plain); err == nil && read == a {
		return plain
	}
	return a.String()
}

// plainYAML is text that means itself without quotes.
var plainYAML = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 ./_@<>+-]*$`)

// quoteYAML writes a text so that YAML reads the very same text. JSON's strings
// are YAML's double-quoted ones, and a person reads them: < stays <.
func quoteYAML(s string) (string, error) {
	if plainYAML.MatchString(s) && !strings.HasSuffix(s, " ") && !yamlWord.MatchString(s) {
		return s, nil
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(s)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// yamlWord is what YAML, old or new, reads as something else than text.
var yamlWord = regexp.MustCompile(`(?i)^(true|false|yes|no|on|off|y|n|null)$`)
