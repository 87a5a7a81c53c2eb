package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Who may not write the state folder is told whose it is, and what works.
func TestStateFolderOfAnotherUser(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root can become another user")
	}
	w := newWorld(t)
	w.must("list")
	for dir := w.dir; dir != "/tmp" && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(w.path("config.yaml"), 0o644); err != nil {
		t.Fatal(err)
	}
	program := w.path("followupd")
	if b, err := os.ReadFile(binary); err != nil {
		t.Fatal(err)
	} else if err := os.WriteFile(program, b, 0o755); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, "list", "--config", w.path("config.yaml"))
	c.Env = w.env
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := c.CombinedOutput()
	if err == nil {
		t.Fatalf("it went well: %s", out)
	}
	want := "belongs to the user root, so run it as that one: sudo -u root followupd list --config " + w.path("config.yaml")
	if !strings.Contains(oneLine(string(out)), want) {
		t.Errorf("%s\nwant %s", out, want)
	}
}
