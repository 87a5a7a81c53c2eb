package main_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func initialize(t *testing.T, dir string, args ...string) result {
	t.Helper()
	return command(t, dir, environment("TZ=Europe/Lisbon"), append([]string{"init", "new"}, args...)...)
}

func TestInitWritesWhatPassesLint(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		args    []string
		mailbox string
		config  []string
	}{
		{"examples", nil, "ana", []string{"email: ana@lima.example", "host: mail.lima.example", "timezone: Europe/Lisbon"}},
		{"all given", []string{"--name", "Rui Costa", "--email", "rui.costa@costa.example", "--host", "imap.costa.example", "--timezone", "Europe/Madrid"},
			"rui-costa", []string{"name: Rui Costa", "email: rui.costa@costa.example", "host: imap.costa.example", "timezone: Europe/Madrid"}},
		{"names that need quotes", []string{"--name", `Søren "Sø" O'Neil: CEO`, "--email", "no@costa.example"}, `"no"`, []string{`<no@costa.example>"`}},
		{"a number", []string{"--email", "123@costa.example"}, `"123"`, nil},
		{"for the service", []string{"--service", "--email", "rui@costa.example"}, "rui", []string{"state_dir: /var/lib/followupd", "credential: password_rui"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			r := initialize(t, dir, tt.args...)
			if r.code != 0 || r.stderr != "" {
				t.Fatalf("init: %v", r)
			}
			lint := command(t, dir, environment(), "lint", "--config", "new/config.yaml")
			if lint.code != 0 || lint.stderr != "" || !strings.Contains(lint.stdout, "no errors, 0 warnings") {
				t.Errorf("lint: %v", lint)
			}
			text := read(t, filepath.Join(dir, "new/config.yaml"))
			for _, line := range append(tt.config, "live: false", "- name: "+tt.mailbox+"\n") {
				if !strings.Contains(text, line) {
					t.Errorf("config.yaml lacks %q:\n%s", line, text)
				}
			}
			// Nothing in it looks like a secret, for which no line of it would be shown.
			bad := strings.Replace(text, "tls: starttls", "tls: startls", 1)
			if err := os.WriteFile(filepath.Join(dir, "new/bad.yaml"), []byte(bad), 0o600); err != nil {
				t.Fatal(err)
			}
			lint = command(t, dir, environment(), "lint", "--config", "new/bad.yaml")
			if lint.code != 78 || !strings.Contains(lint.stderr, "tls: startls") || !strings.Contains(lint.stderr, "| ") || !strings.Contains(lint.stderr, "^") {
				t.Errorf("lint of a mistake: %v", lint)
			}
			sequences, err := filepath.Glob(filepath.Join(dir, "new/sequences/*.yaml"))
			if err != nil || len(sequences) == 0 {
				t.Fatalf("no sequences: %v", err)
			}
			for _, name := range sequences {
				if !strings.Contains(read(t, name), "\nmailbox: "+tt.mailbox+"\n") {
					t.Errorf("%s is not of mailbox %s", name, tt.mailbox)
				}
			}
		})
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Editors find the schemas by the first line of the files.
func TestInitWritesTheSchemasThatFilesName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if r := initialize(t, dir); r.code != 0 {
		t.Fatalf("init: %v", r)
	}
	names := regexp.MustCompile(`\$schema=(\S+)`)
	found := 0
	err := filepath.WalkDir(filepath.Join(dir, "new"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		m := names.FindStringSubmatch(read(t, path))
		if m == nil {
			t.Errorf("%s names no schema", path)
			return nil
		}
		found++
		if text := read(t, filepath.Join(filepath.Dir(path), m[1])); !json.Valid([]byte(text)) {
			t.Errorf("%s: %s is no JSON", path, m[1])
		}
		return nil
	})
	if err != nil || found < 3 {
		t.Errorf("%d files looked at: %v", found, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "new/schemas/template.schema.json")); err != nil {
		t.Error(err)
	}
}

func TestInitKeepsSecretsApart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	group := filepath.Join(dir, "new")
	if err := os.Mkdir(group, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(group, os.ModeSetgid|0o750); err != nil {
		t.Fatal(err)
	}
	if r := initialize(t, dir); r.code != 0 {
		t.Fatalf("init: %v", r)
	}
	for name, want := range map[string]fs.FileMode{
		"state": fs.ModeDir | fs.ModeSetgid | 0o700, "sequences": fs.ModeDir | fs.ModeSetgid | 0o750, "config.yaml": 0o640, "templates/values.yaml": 0o640,
	} {
		info, err := os.Stat(filepath.Join(group, name))
		if err != nil {
			t.Error(err)
		} else if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode(), want)
		}
	}
}

// What root writes must be readable by those whom the folder is for.
func TestInitGivesFilesToWhomTheFolderBelongs(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "new"), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(filepath.Join(dir, "new"), 0, 64123); err != nil {
		t.Fatal(err)
	}
	if r := initialize(t, dir); r.code != 0 {
		t.Fatalf("init: %v", r)
	}
	for _, name := range []string{"config.yaml", "sequences", "sequences/intro.yaml"} {
		info, err := os.Stat(filepath.Join(dir, "new", name))
		if err != nil {
			t.Fatal(err)
		}
		if st, ok := info.Sys().(*syscall.Stat_t); !ok || st.Gid != 64123 || st.Uid != 0 {
			t.Errorf("%s belongs to %d:%d", name, st.Uid, st.Gid)
		}
	}
}

func TestInitOverwritesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if r := initialize(t, dir); r.code != 0 {
		t.Fatalf("init: %v", r)
	}
	edited := filepath.Join(dir, "new/sequences/intro.yaml")
	if err := os.WriteFile(edited, []byte("# mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "new/sequences/dark.yaml")); err != nil {
		t.Fatal(err)
	}
	r := initialize(t, dir)
	if r.code != 1 || !strings.Contains(r.stderr, "--force") {
		t.Errorf("%v\nwant exit code 1 and a word on --force", r)
	}
	// One stands for all: nobody reads a list of them.
	if want := "new/config.yaml is there already (and "; !strings.Contains(r.stderr, want) || strings.Count(r.stderr, "new/") != 1 {
		t.Errorf("it doesn't say %q alone:\n%s", want, r.stderr)
	}
	if strings.Contains(r.stderr, "new/sequences/dark.yaml") {
		t.Errorf("it names a file that isn't there:\n%s", r.stderr)
	}
	if read(t, edited) != "# mine\n" {
		t.Error("it overwrote a file")
	}
	if _, err := os.Stat(filepath.Join(dir, "new/sequences/dark.yaml")); err == nil {
		t.Error("it wrote some of the files all the same")
	}
	if r := initialize(t, dir, "--force"); r.code != 0 || read(t, edited) == "# mine\n" {
		t.Errorf("--force: %v", r)
	}
}

func TestInitRefusesWhatCantBe(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		args []string
		says []string
	}{
		{"no dot in the domain", []string{"--email", "ana@lima"}, []string{`email: "ana@lima" has no domain that mail could reach (write the whole address, such as ana@lima.example)`}},
		{"all at once", []string{"--email", "ana", "--host", "https://mail.lima.example", "--timezone", "Mars/Base"},
			[]string{`email: "ana" is not a mail address`, "host: ", `timezone: "Mars/Base" is not a time zone`}},
		{"control character", []string{"--name", "Ana\x07"}, []string{"name: "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			r := initialize(t, dir, tt.args...)
			if r.code != 64 {
				t.Errorf("%v\nwant exit code 64", r)
			}
			for _, text := range tt.says {
				if !strings.Contains(oneLine(r.stderr), text) {
					t.Errorf("it doesn't say %q:\n%s", text, r.stderr)
				}
			}
			if _, err := os.Stat(filepath.Join(dir, "new")); err == nil {
				t.Error("it wrote something all the same")
			}
		})
	}
}

// terminal is a pseudo-terminal: what a person types goes into keys, what they
// see comes out of it.
func terminal(t *testing.T) (keys, tty *os.File) {
	t.Helper()
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	t.Cleanup(func() { _ = keys.Close() })
	if err := unix.IoctlSetPointerInt(int(keys.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	n, err := unix.IoctlGetInt(int(keys.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	tty, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	t.Cleanup(func() { _ = tty.Close() })
	return keys, tty
}

// A folder with a configuration in it is refused before anything is asked.
func TestInitRefusesBeforeItAsks(t *testing.T) {
	t.Parallel()
	_, tty := terminal(t)
	dir := t.TempDir()
	if r := initialize(t, dir); r.code != 0 {
		t.Fatalf("init: %v", r)
	}
	c := exec.CommandContext(t.Context(), binary, "init", "new")
	var out, errs bytes.Buffer
	c.Dir, c.Env, c.Stdin, c.Stdout, c.Stderr = dir, environment(), tty, &out, &errs
	if err := c.Run(); err == nil || out.Len() > 0 || !strings.Contains(errs.String(), "is there already") {
		t.Errorf("it said %q and %q (%v)", out.String(), errs.String(), err)
	}
}

func TestInitAsksInATerminal(t *testing.T) {
	t.Parallel()
	keys, tty := terminal(t)
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	out := newOutput()
	c := exec.CommandContext(ctx, binary, "init", "new", "--name", "Rui Costa")
	c.Dir, c.Env, c.Stdin, c.Stdout, c.Stderr = dir, environment("TZ=Europe/Lisbon"), tty, out, out
	// A bad address is asked for again; an empty line takes what is proposed.
	if _, err := keys.WriteString("rui\nrui@costa.example\n\nEurope/Madrid\n"); err != nil {
		t.Fatal(err)
	}
	if err := c.Run(); err != nil {
		t.Fatalf("init: %v\n%s", err, out)
	}
	asked := out.String()
	for _, text := range []string{"Your mail address: ", "is not a mail address", "Your mail server [mail.costa.example]: ", "Your time zone [Europe/Lisbon]: "} {
		if !strings.Contains(asked, text) {
			t.Errorf("it doesn't ask %q:\n%s", text, asked)
		}
	}
	if strings.Contains(asked, "Your name") {
		t.Errorf("it asks for what a flag gave:\n%s", asked)
	}
	text := read(t, filepath.Join(dir, "new/config.yaml"))
	for _, line := range []string{"name: Rui Costa", "email: rui@costa.example", "host: mail.costa.example", "timezone: Europe/Madrid"} {
		if !strings.Contains(text, line) {
			t.Errorf("config.yaml lacks %q:\n%s", line, text)
		}
	}
}
