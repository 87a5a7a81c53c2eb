package systemd_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// analyze runs systemd-analyze on a copy of the unit that starts a program
// which is there.
func analyze(t *testing.T, args ...string) (output string, err error) {
	t.Helper()
	tool, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not installed")
	}
	unit, err := os.ReadFile("followupd.service")
	if err != nil {
		t.Fatal(err)
	}
	starts := regexp.MustCompile(`(?m)^ExecStart=\S+`)
	if n := len(starts.FindAll(unit, -1)); n != 1 {
		t.Fatalf("the unit starts %d programs", n)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "followupd.service")
	if err := os.WriteFile(copied, starts.ReplaceAllLiteral(unit, []byte("ExecStart="+program)), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, tool, append(args, copied)...).CombinedOutput()
	return string(out), err
}

// An unknown key or a bad value is but a line of output: the exit code alone
// shows nothing.
func TestUnitIsUnderstood(t *testing.T) {
	t.Parallel()
	if out, err := analyze(t, "verify", "--man=no"); err != nil || out != "" {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}

// The threshold is in tenths.
func TestUnitIsHardened(t *testing.T) {
	t.Parallel()
	out, err := analyze(t, "security", "--no-pager", "--offline=true", "--threshold=15")
	if err != nil || !strings.Contains(out, "Overall exposure level") {
		t.Errorf("systemd-analyze security: %v\n%s", err, out)
	}
}

// settings are the lines of a unit, by their key.
func settings(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("followupd.service")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok && !strings.HasPrefix(line, "#") {
			found[key] = append(found[key], value)
		}
	}
	return found
}

// What the program and the pages rely on.
func TestUnitSaysWhatTheProgramReliesOn(t *testing.T) {
	t.Parallel()
	unit := settings(t)
	for _, tt := range []struct{ key, value string }{
		{"Type", "notify"},
		{"ExecStart", "/usr/local/bin/followupd run --config /etc/followupd/config.yaml"},
		{"ExecReload", "/bin/kill -HUP $MAINPID"},
		{"RestartPreventExitStatus", "78"},
		{"Restart", "on-failure"},
		{"UMask", "0077"},
		{"StateDirectory", "followupd"},
		{"StateDirectoryMode", "0700"},
		{"LoadCredential", "password:/etc/followupd/credentials"},
		{"LimitCORE", "0"},
	} {
		if got := unit[tt.key]; len(got) != 1 || got[0] != tt.value {
			t.Errorf("%s is %q, want %q", tt.key, got, tt.value)
		}
	}
	if _, ok := unit["WatchdogSignal"]; ok {
		t.Error("the watchdog's own signal is what has the program write down its state")
	}
}

// inRoot runs a tool of systemd's on a root that has nothing but a list of
// users.
func inRoot(t *testing.T, root, tool string, args ...string) {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		t.Skip(tool + " is not installed")
	}
	if os.Geteuid() != 0 {
		t.Skip("only root can make users and give folders to them")
	}
	write(t, filepath.Join(root, "etc/passwd"), "root:x:0:0::/root:/bin/sh\n")
	write(t, filepath.Join(root, "etc/group"), "root:x:0:\n")
	if out, err := exec.CommandContext(t.Context(), path, append([]string{"--root=" + root}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, out)
	}
}

func TestUserIsMade(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	inRoot(t, root, "systemd-sysusers", abs(t, "followupd.sysusers"))
	users, err := os.ReadFile(filepath.Join(root, "etc/passwd"))
	if err != nil || !regexp.MustCompile(`(?m)^followupd:.*:/var/lib/followupd:.*/nologin$`).Match(users) {
		t.Errorf("no such user: %v\n%s", err, users)
	}
}

func TestFoldersAreMade(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	inRoot(t, root, "systemd-sysusers", abs(t, "followupd.sysusers"))
	if out, err := exec.CommandContext(t.Context(), "systemd-tmpfiles", "--create", "--root="+root, abs(t, "followupd.tmpfiles")).CombinedOutput(); err != nil {
		t.Fatalf("systemd-tmpfiles: %v\n%s", err, out)
	}
	for _, tt := range []struct {
		dir  string
		mode os.FileMode
	}{{"etc/followupd", os.ModeSetgid | 0o750}, {"etc/followupd/credentials", 0o700}, {"var/lib/followupd", 0o700}} {
		info, err := os.Stat(filepath.Join(root, tt.dir))
		if err != nil {
			t.Error(err)
		} else if info.Mode()&^os.ModeDir != tt.mode {
			t.Errorf("%s has mode %v, want %v", tt.dir, info.Mode(), tt.mode)
		}
	}
}

func abs(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestBoot has a systemd of its own start, watch and stop the real program. It
// needs root and some 10 seconds, so it runs only where it is asked for.
func TestBoot(t *testing.T) {
	t.Parallel()
	if os.Getenv("FOLLOWUPD_BOOT_TEST") != "1" {
		t.Skip("set FOLLOWUPD_BOOT_TEST=1 to boot systemd in a namespace (as root)")
	}
	binary := filepath.Join(t.TempDir(), "followupd")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "../cmd/followupd")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	out, err := exec.CommandContext(t.Context(), "./boot-test.sh", binary).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Errorf("boot-test.sh: %v", err)
	}
}
