package config_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"followupd/internal/config"
)

func TestPasswords(t *testing.T) {
	t.Parallel()
	m := newMachine()
	c, problems := load(t, m, read(t, "testdata/good/all-ways-to-sign-in.yaml"))
	if problems != "" {
		t.Fatal(problems)
	}
	secrets := c.Secrets(time.Now)
	tests := []struct {
		name   string
		server config.Server
		user   string
		want   string
	}{
		{"credential", c.Mailboxes[0].IMAP, "a@lima.example", "cred-hunter2"},
		{"file without a line's end", c.Mailboxes[0].SMTP, "other", "hunter3"},
		{"environment", c.Mailboxes[1].IMAP, "b@lima.example", "env-hunter2"},
		{"environment, by way of imap", c.Mailboxes[1].SMTP, "b@lima.example", "env-hunter2"},
	}
	for _, tt := range tests {
		a := secrets.Auth(tt.server)
		got, err := a.Password(t.Context())
		if err != nil || got.Reveal() != tt.want || a.Username != tt.user || a.UsesToken() || a.None() {
			t.Errorf("%s: %q signs in with %q, %v", tt.name, a.Username, got.Reveal(), err)
		}
	}
	token := secrets.Auth(c.Mailboxes[2].IMAP)
	if _, err := token.Password(t.Context()); err == nil || !token.UsesToken() {
		t.Error("a mailbox with a token has a password")
	}
	if _, err := secrets.Auth(c.Mailboxes[0].IMAP).Token(t.Context(), false); err == nil {
		t.Error("a mailbox with a password has a token")
	}
	if !secrets.Auth(config.Server{Host: "localhost"}).None() {
		t.Error("a server without credentials wants some")
	}
	if secrets.Auth(c.Mailboxes[2].IMAP) != secrets.Auth(c.Mailboxes[2].SMTP) {
		t.Error("imap and smtp don't share their token")
	}
}

func TestPasswordIsReadAnew(t *testing.T) {
	t.Parallel()
	m := newMachine()
	c, problems := load(t, m, read(t, "testdata/good/least.yaml"))
	if problems != "" {
		t.Fatal(problems)
	}
	a := c.Secrets(time.Now).Auth(c.Mailboxes[0].IMAP)
	m.file("/etc/followupd/ana.password", "changed\r\n", 0o600)
	if got, err := a.Password(t.Context()); err != nil || got.Reveal() != "changed" {
		t.Errorf("got %q, %v", got.Reveal(), err)
	}
	m.file("/etc/followupd/ana.password", "hunter2\nhunter3\n", 0o600)
	if _, err := a.Password(t.Context()); err == nil || strings.Contains(err.Error(), "hunter") {
		t.Errorf("two lines: %v", err)
	}
	delete(m.files, "etc/followupd/ana.password")
	if _, err := a.Password(t.Context()); err == nil || !strings.Contains(err.Error(), "ana.password") {
		t.Errorf("no file: %v", err)
	}
}

// command is an Auth whose token_command is a shell script; the script's folder
// is its first argument.
func command(t *testing.T, script string, now func() time.Time) (*config.Auth, string) {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "token.sh")
	if err := os.WriteFile(name, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	server := config.Server{Credentials: config.Credentials{Username: "ana", TokenCommand: []string{"/bin/sh", name, dir}}}
	return (&config.Config{}).Secrets(now).Auth(server), dir
}

// counting prints another token each time.
const counting = `n=$(cat "$1/n" 2>/dev/null || echo 0); n=$((n+1)); echo $n > "$1/n"; `

func TestTokenIsKeptUntilShortlyBeforeItsEnd(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, script string
		holds        time.Duration
	}{
		{"plain", counting + `echo "  token-$n  "`, 45 * time.Minute},
		{"json", counting + `echo "{\"access_token\": \"token-$n\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}"`, 55 * time.Minute},
		{"json with text", counting + `echo "{\"access_token\":\"token-$n\",\"expires_in\":\"1200\"}"`, 15 * time.Minute},
		{"json without an end", counting + `echo "{\"access_token\":\"token-$n\"}"`, 45 * time.Minute},
		{"short life", counting + `echo "{\"access_token\":\"token-$n\",\"expires_in\":60}"`, 30 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
			a, _ := command(t, tt.script, func() time.Time { return now })
			get := func(want string, fresh bool) {
				t.Helper()
				got, err := a.Token(t.Context(), fresh)
				if err != nil || got.Reveal() != want {
					t.Fatalf("got %q, %v, want %q", got.Reveal(), err, want)
				}
			}
			get("token-1", false)
			now = now.Add(tt.holds - time.Second)
			get("token-1", false)
			now = now.Add(time.Second)
			get("token-2", false)
			get("token-3", true)
			get("token-3", false)
		})
	}
}

func TestTokenCommandFails(t *testing.T) {
	t.Parallel()
	long := "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.hunter2hunter2hunter2/+=="
	tests := []struct{ name, script, want string }{
		{"says why", "echo 'refresh token is\n\n no longer valid' >&2; exit 3", `token_command "/bin/sh": exit status 3: refresh token is no longer valid`},
		{"shows its secrets", "echo 'refused: " + long + "' >&2; exit 1", `token_command "/bin/sh": exit status 1: refused: <redacted>`},
		{"shows what it printed", "echo hunter2; echo 'got hunter2, no good' >&2; exit 1", `token_command "/bin/sh": exit status 1: got <redacted>, no good`},
		{"prints nothing", "exit 0", `token_command "/bin/sh": it printed no token`},
		{"prints lines", "echo hunter2; echo more", `token_command "/bin/sh": it printed more than a token`},
		{"prints broken JSON", "echo '{\"access_token\": hunter2}'", `token_command "/bin/sh": it printed JSON that can't be read (want access_token and expires_in)`},
		{"prints JSON without a token", "echo '{\"error\": \"hunter2\"}'", `token_command "/bin/sh": it printed no token`},
		{"prints a lot", "i=0; while [ $i -lt 3000 ]; do printf hunter2hunter2hunter2hunter2hunter2; i=$((i+1)); done", `token_command "/bin/sh": it printed more than a token`},
		{"escape sequences", `printf '\033[31mno\033[0m' >&2; exit 1`, `token_command "/bin/sh": exit status 1: [31mno [0m`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a, _ := command(t, tt.script, time.Now)
			token, err := a.Token(t.Context(), false)
			if err == nil || !token.Empty() {
				t.Fatalf("got %q, %v", token.Reveal(), err)
			}
			if err.Error() != tt.want {
				t.Errorf("got  %s\nwant %s", err, tt.want)
			}
		})
	}
}

func TestTokenCommandThatIsNotThere(t *testing.T) {
	t.Parallel()
	server := config.Server{Credentials: config.Credentials{TokenCommand: []string{"/nowhere/token"}}}
	if _, err := (&config.Config{}).Secrets(time.Now).Auth(server).Token(t.Context(), false); err == nil || !strings.Contains(err.Error(), "/nowhere/token") {
		t.Errorf("got %v", err)
	}
}

func TestRefusedTokenDoesNotComeBack(t *testing.T) {
	t.Parallel()
	a, dir := command(t, `test ! -e "$1/broken" && echo good`, time.Now)
	if _, err := a.Token(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "broken"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Token(t.Context(), true); err == nil {
		t.Error("the command failed, and a token came")
	}
	if token, err := a.Token(t.Context(), false); err == nil {
		t.Errorf("the refused token came back: %q", token.Reveal())
	}
}

func TestTokenCommandIsEnded(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name          string
		limit, caller time.Duration
		want          string
	}{
		{"by its limit", 300 * time.Millisecond, time.Minute, "no token within 300ms"},
		{"by the caller", time.Minute, 300 * time.Millisecond, "context deadline exceeded"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a, dir := command(t, `echo 'still trying' >&2; sh -c 'echo $$ > "$1/child"; exec sleep 60' x "$1" & wait`, time.Now)
			a.SetLimit(tt.limit)
			ctx, cancel := context.WithTimeout(t.Context(), tt.caller)
			defer cancel()
			begin := time.Now()
			token, err := a.Token(ctx, false)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %q, %v", token.Reveal(), err)
			}
			if took := time.Since(begin); took > 10*time.Second {
				t.Errorf("it took %s", took)
			}
			child, err := os.ReadFile(filepath.Join(dir, "child"))
			if err != nil {
				t.Skip("the child had no time to say its number")
			}
			waitUntilGone(t, strings.TrimSpace(string(child)))
		})
	}
}

// waitUntilGone fails if a process that was killed runs on: its end is the
// kernel's to choose, but near.
func waitUntilGone(t *testing.T, pid string) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(10 * time.Second)
	for running(pid) {
		select {
		case <-tick.C:
		case <-deadline:
			t.Errorf("process %s runs on", pid)
			return
		}
	}
}

// running tells whether a process runs: a zombie doesn't.
func running(pid string) bool {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	_, state, _ := strings.Cut(string(stat), ") ")
	return err == nil && !strings.HasPrefix(state, "Z") && !strings.HasPrefix(state, "X")
}

func TestTokenCommandRunsOnceForMany(t *testing.T) {
	t.Parallel()
	a, dir := command(t, counting+`echo token-$n`, time.Now)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if token, err := a.Token(t.Context(), false); err != nil || token.Reveal() != "token-1" {
				t.Errorf("got %q, %v", token.Reveal(), err)
			}
		})
	}
	wg.Wait()
	if n, err := os.ReadFile(filepath.Join(dir, "n")); err != nil || strings.TrimSpace(string(n)) != "1" {
		t.Errorf("the command ran %s times, %v", n, err)
	}
}
