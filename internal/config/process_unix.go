//go:build unix

package config

import (
	"os/exec"
	"syscall"
)

// endWithChildren makes the command's end at its limit the end of what it
// started, too.
func endWithChildren(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
