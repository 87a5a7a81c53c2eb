package config_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"followupd/internal/config"
)

var update = flag.Bool("update", false, "write the golden files anew")

// load reads a fixture as if it stood in /etc/followupd.
func load(t *testing.T, m *machine, src []byte) (*config.Config, string) {
	t.Helper()
	m.file("/etc/followupd/config.yaml", string(src), 0o644)
	c, problems := config.Load("/etc/followupd/config.yaml", m.env, nil, m)
	var text strings.Builder
	for _, p := range problems {
		text.WriteString(p.String() + "\n")
		if p.Excerpt != "" {
			text.WriteString(p.Excerpt + "\n")
		}
	}
	return c, text.String()
}

func fixtures(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures in %s (%v)", pattern, err)
	}
	return names
}

func TestFaultsAreTold(t *testing.T) {
	t.Parallel()
	names := fixtures(t, "testdata/faults/*.yaml")
	if len(names) < 40 {
		t.Errorf("%d faults, want at least 40", len(names))
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, got := load(t, newMachine(), src)
			if got == "" {
				t.Error("no problem is told")
			}
			if strings.Contains(got, "hunter2") {
				t.Errorf("a password is told:\n%s", got)
			}
			golden := strings.TrimSuffix(name, ".yaml") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestGoodFilesAreTaken(t *testing.T) {
	t.Parallel()
	for _, name := range fixtures(t, "testdata/good/*.yaml") {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, problems := load(t, newMachine(), src); problems != "" {
			t.Errorf("%s:\n%s", name, problems)
		}
	}
}

// compiled is the schema as a validator has it.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := config.Schema()
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("config.json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile("config.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// instance is a YAML file as an editor's validator sees it.
func instance(t *testing.T, src []byte) any {
	t.Helper()
	text, err := yaml.YAMLToJSON(src)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Each fault says in its first line whether a schema can see it; the schema
// must refuse those, and nothing that Load finds well formed.
func TestSchemaAgreesWithLoad(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	for _, name := range fixtures(t, "testdata/faults/*.yaml") {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		line, _, _ := strings.Cut(string(src), "\n")
		want := strings.TrimPrefix(line, "# schema: ")
		if want == "none" {
			continue // not YAML that a schema could look at
		}
		err = schema.Validate(instance(t, src))
		if refused := err != nil; refused != (want == "refuses") {
			t.Errorf("%s: want the schema to say: %s; it says %v", name, want, err)
		}
	}
	for _, name := range append(fixtures(t, "testdata/good/*.yaml"), "../../config.example.yaml") {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(instance(t, src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
