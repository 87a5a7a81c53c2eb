package config

import (
	"io/fs"
	"os"
	"os/exec"
)

// Files is what the configuration needs of the disk.
type Files interface {
	ReadFile(name string) ([]byte, error)
	Stat(name string) (fs.FileInfo, error)
	// LookPath finds a command as exec.LookPath does.
	LookPath(name string) (string, error)
}

// Disk is the machine's own disk.
type Disk struct{}

// ReadFile reads a file.
func (Disk) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

// Stat tells of a file, a symbolic link being followed.
func (Disk) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// LookPath finds a command.
func (Disk) LookPath(name string) (string, error) { return exec.LookPath(name) }
