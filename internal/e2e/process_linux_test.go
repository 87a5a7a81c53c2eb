package e2e_test

import "syscall"

// attributes have the kernel end a daemon whose test has died.
func attributes() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
