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

// plans are how many times each plan is made.
const plans = 3

// measurePlan times a plan, with a configuration and what the command is given
// besides.
func (p *place) measurePlan(ctx context.Context, what, beside string, args ...string) (row, error) {
	var took []time.Duration
	for range plans {
		began := time.Now()
		if out, err := p.command(ctx, append([]string{"plan"}, args...)...).CombinedOutput(); err != nil {
			return row{}, fmt.Errorf("plan: %w\n%s", err, out)
		}
		took = append(took, time.Since(began))
	}
	return row{fmt.Sprintf("plan for 14 days, %s (median, p95 of %d)", what, plans), spread(took), beside}, nil
}

// measurePlans times plans of a large ledger: where no limit binds, so that all
// of it goes out, with the limits that a mailbox has by itself, and of an edit
// that has everybody wait for another time.
func (p *place) measurePlans(ctx context.Context, n sizes, state string) (rows []row, err error) {
	config, err := os.ReadFile(p.path("config.yaml"))
	if err != nil {
		return nil, err
	}
	before, _, _ := strings.Cut(string(config), "    limits:")
	sequence, err := os.ReadFile(p.path("sequences", "intro.yaml"))
	if err != nil {
		return nil, err
	}
	edited := strings.Replace(string(sequence), "window: always", "window: {hours: \"09:00-17:00\"}", 1)
	if err := p.write(map[string]string{"usual.yaml": before, "edited/intro.yaml": edited}); err != nil {
		return nil, err
	}
	usual := []string{"--config", p.path("usual.yaml")}
	for _, m := range []struct {
		what, beside string
		args         []string
	}{
		{"all to go out", "the whole command", nil},
		{"usual limits", "", usual},
		{"and what an edit of the window changes", "", append(usual, "--sequences", p.path("edited"))},
	} {
		r, err := p.measurePlan(ctx, fmt.Sprintf("%d %s, %s", n.enrolments, state, m.what), m.beside, m.args...)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// measureLooking times plans of a large ledger, and an edit from its save until
// the daemon goes by it.
func (p *place) measureLooking(ctx context.Context, d *daemon, n sizes) ([]row, error) {
	rows, err := p.measurePlans(ctx, n, "queued")
	if err != nil {
		return nil, err
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
	return append(rows, row{fmt.Sprintf("an edit in force, from its save, with %d enrolments", n.enrolments),
		edited.Sub(began).Round(time.Millisecond).String(), "of it 300 ms until the files are still"}), nil
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
