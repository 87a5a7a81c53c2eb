// Command followupd follows up by mail, and stops when somebody answers. This
// package wires the others together; it decides nothing.
package main

import (
	"context"
	"os"
	"syscall"
	"time"
	_ "time/tzdata" // zones, wherever it runs
)

// version is set when a release is built.
var version = "0.1.0-dev"

func main() {
	syscall.Umask(0o077)
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.LookupEnv, now: time.Now}
	os.Exit(a.run(context.Background(), os.Args[1:]))
}
