package dovecot

import "syscall"

// attributes put Dovecot into a process group of its own, so that Close can
// end its children too, and have the kernel end it with the thread that
// started it: a test that is killed must leave nothing running.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}
