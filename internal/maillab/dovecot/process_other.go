//go:build unix && !linux

package dovecot

import "syscall"

// attributes put Dovecot into a process group of its own, so that Close can
// end its children too.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}
