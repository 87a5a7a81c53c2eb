// Command bench measures what the program costs and how fast it is, with the
// real binary against a real Dovecot and a local SMTP server, both over TLS,
// and prints the figures as a table. Each figure that a library or a server
// bounds stands beside what that one alone can do.
//
// It measures only: it proves nothing about the promises, and nothing in the
// project imports it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"time"
)

// sizes are how much is measured.
type sizes struct {
	replies    int // answers whose way to the ledger is timed
	mails      int // sent through the whole protocol
	enrolments int // in the ledger that is started on

	only string // the part that is measured; "": all
}

// part is what is measured together.
type part struct {
	name    string
	measure func(context.Context, string, sizes) ([]row, error)
}

func parts() []part {
	return []part{{"lint", measureLint}, {"stop", measureStop}, {"send", measureSending}, {"start", measureStart}}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var n sizes
	flag.IntVar(&n.replies, "replies", 100, "answers whose way to the ledger is timed")
	flag.IntVar(&n.mails, "mails", 500, "mails sent through the whole protocol")
	flag.IntVar(&n.enrolments, "enrolments", 100_000, "enrolments in the ledger that is started on")
	flag.StringVar(&n.only, "only", "", "measure one part alone: lint, stop, send or start (with it plan and edits)")
	flag.Parse()
	if err := run(ctx, n); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// row is one line of the table.
type row struct{ what, figure, beside string }

func run(ctx context.Context, n sizes) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	binary, size, err := buildBinary(ctx, dir)
	if err != nil {
		return err
	}
	rows := []row{{"static binary", fmt.Sprintf("%.1f MB", float64(size)/1e6), ""}}
	for _, p := range parts() {
		if n.only != "" && p.name != n.only {
			continue
		}
		more, err := p.measure(ctx, binary, n)
		if err != nil {
			return errors.Join(err, ctx.Err())
		}
		rows = append(rows, more...)
	}
	print(rows)
	return nil
}

func print(rows []row) {
	fmt.Printf("followupd, measured on %s (%s, %d CPUs, %s)\n\n", time.Now().Format("2 January 2006"), runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	widths := [2]int{}
	for _, r := range rows {
		widths[0], widths[1] = max(widths[0], len(r.what)), max(widths[1], len(r.figure))
	}
	for _, r := range rows {
		fmt.Println(strings.TrimRight(fmt.Sprintf("%-*s  %-*s  %s", widths[0], r.what, widths[1], r.figure, r.beside), " "))
	}
}
