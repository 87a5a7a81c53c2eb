package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"
)

// lintedFiles is how many templates are linted at once.
const lintedFiles = 1000

// measureLooking times a plan of a large ledger, and an edit from its save
// until the daemon goes by it.
func (p *place) measureLooking(ctx context.Context, d *daemon, n sizes) ([]row, error) {
	var took []time.Duration
	for range 3 {
		began := time.Now()
		if out, err := p.command(ctx, "plan").CombinedOutput(); err != nil {
			return nil, fmt.Errorf("plan: %w\n%s", err, out)
		}
		took = append(took, time.Since(began))
	}
	for len(d.said) > 0 {
		<-d.said
	}
	text, err := os.ReadFile(p.path("templates", "last.md"))
	if err != nil {
		return nil, err
	}
	began := time.Now()
	if err := os.WriteFile(p.path("templates", "last.md"), []byte(strings.Replace(string(text), "a plain no", "a no", 1)), 0o600); err != nil {
		return nil, err
	}
	edited, err := d.await(time.Minute, "edits are taken up")
	if err != nil {
		return nil, err
	}
	return []row{
		{fmt.Sprintf("plan for 14 days with %d enrolments (median, p95 of 3)", n.enrolments), spread(took), "the whole command"},
		{fmt.Sprintf("an edit in force, from its save, with %d enrolments", n.enrolments), edited.Sub(began).Round(time.Millisecond).String(), "of it 300 ms until the files are still"},
	}, nil
}

// measureLint times the linter on many files.
func measureLint(ctx context.Context, binary string, _ sizes) (rows []row, err error) {
	p, err := newPlace(binary, settings{steps: twoSteps})
	if err != nil {
		return nil, err
	}
	defer func() { err = together(err, p.close()) }()
	text, err := os.ReadFile(p.path("templates", "first.md"))
	if err != nil {
		return nil, err
	}
	for i := range lintedFiles - 3 { // the others are there
		if err := os.WriteFile(p.path("templates", fmt.Sprintf("more-%d.md", i)), text, 0o600); err != nil {
			return nil, err
		}
	}
	var took []time.Duration
	for range 5 {
		began := time.Now()
		if out, err := p.command(ctx, "lint").CombinedOutput(); err != nil {
			return nil, fmt.Errorf("lint: %w\n%s", err, out)
		}
		took = append(took, time.Since(began))
	}
	return []row{{fmt.Sprintf("lint of %d files (median, p95 of 5)", lintedFiles), spread(took), "the whole command"}}, nil
}
