package config_test

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing/fstest"
	"time"

	"followupd/internal/config"
)

// machine is a disk and an environment that are made for a test.
type machine struct {
	files fstest.MapFS
	vars  map[string]string
}

// newMachine has all that the good fixtures name.
func newMachine() *machine {
	m := &machine{files: fstest.MapFS{}, vars: map[string]string{
		"CREDENTIALS_DIRECTORY": "/run/credentials/followupd.service",
		"ANA_PASSWORD":          "env-hunter2",
		"EMPTY":                 "",
	}}
	m.folder("/etc/followupd/sequences")
	m.folder("/etc/followupd/templates")
	m.file("/etc/followupd/ana.password", "hunter2\n", 0o600)
	m.file("/etc/followupd/other.password", "hunter3", 0o400)
	m.file("/etc/followupd/open.password", "hunter2\n", 0o644)
	m.file("/etc/followupd/group.password", "hunter2\n", 0o640)
	m.file("/etc/followupd/empty.password", "\n", 0o600)
	m.file("/etc/followupd/lines.password", "user\nhunter2\n", 0o600)
	m.file("/etc/followupd/locked.password", "hunter2\n", 0)
	m.file("/etc/followupd/huge.password", strings.Repeat("x", 100_000), 0o600)
	m.file("/run/credentials/followupd.service/ana.password", "cred-hunter2\n", 0o440)
	m.file("/usr/local/bin/token", "", 0o755)
	return m
}

func (m *machine) file(name, text string, mode fs.FileMode) {
	m.files[name[1:]] = &fstest.MapFile{Data: []byte(text), Mode: mode, ModTime: time.Unix(0, 0)}
}

func (m *machine) folder(name string) {
	m.files[name[1:]] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
}

func (m *machine) env(name string) (string, bool) {
	text, ok := m.vars[name]
	return text, ok
}

// ReadFile refuses a file that its owner may not read, as a disk does.
func (m *machine) ReadFile(name string) ([]byte, error) {
	info, err := m.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.Mode().Perm()&0o400 == 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return m.files.ReadFile(strings.TrimPrefix(filepath.Clean(name), "/"))
}

func (m *machine) Stat(name string) (fs.FileInfo, error) {
	return m.files.Stat(strings.TrimPrefix(filepath.Clean(name), "/"))
}

func (m *machine) LookPath(name string) (string, error) {
	info, err := m.Stat(name)
	if err != nil {
		return "", err
	}
	if info.Mode().Perm()&0o100 == 0 {
		return "", &fs.PathError{Op: "exec", Path: name, Err: fs.ErrPermission}
	}
	return name, nil
}

var _ config.Files = (*machine)(nil)
