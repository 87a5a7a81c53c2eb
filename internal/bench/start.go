package main

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// measureStart times the start on a large ledger until systemd hears READY,
// and what it took to fill it.
func measureStart(ctx context.Context, binary string, n sizes) (rows []row, err error) {
	p, err := newPlace(binary, settings{steps: twoSteps})
	if err != nil {
		return nil, err
	}
	defer func() { err = together(err, p.close()) }()
	began := time.Now()
	if err := p.enrol(ctx, n.enrolments); err != nil {
		return nil, err
	}
	filled := time.Since(began)
	scheduled, err := p.measurePlans(ctx, n, "scheduled")
	if err != nil {
		return nil, err
	}
	d, err := p.start(ctx)
	if err != nil {
		return nil, err
	}
	took := d.ready.Sub(d.began)
	settled, err := d.settle(ctx)
	if err != nil {
		return nil, together(err, d.stop())
	}
	busy, err := d.busy(ctx, 10*time.Second)
	if err != nil {
		return nil, together(err, d.stop())
	}
	resident, anonymous, err := d.memory()
	if err != nil {
		return nil, together(err, d.stop())
	}
	looking, err := p.measureLooking(ctx, d, n)
	if err = together(err, d.stop()); err != nil {
		return nil, err
	}
	return slices.Concat([]row{
		{fmt.Sprintf("import of %d prospects", n.enrolments), filled.Round(100 * time.Millisecond).String(), fmt.Sprintf("%.0f a second", float64(n.enrolments)/filled.Seconds())},
		{fmt.Sprintf("start-up until READY with %d enrolments", n.enrolments), took.Round(time.Millisecond).String(), ""},
		{fmt.Sprintf("until all %d are looked up and queued", n.enrolments), settled.Round(time.Second).String(), fmt.Sprintf("%.0f a second", float64(n.enrolments)/settled.Seconds())},
		{fmt.Sprintf("then, with %d waiting", n.enrolments), fmt.Sprintf("%.1f %% of a CPU", 100*busy), fmt.Sprintf("memory: %.0f MB, of it no file's: %.0f MB", float64(resident)/1e6, float64(anonymous)/1e6)},
	}, scheduled, looking), nil
}

// settle waits until the daemon has little to do, and says how long that took
// from READY on.
func (d *daemon) settle(ctx context.Context) (time.Duration, error) {
	for ctx.Err() == nil {
		before := time.Now()
		busy, err := d.busy(ctx, 3*time.Second)
		if err != nil {
			return 0, err
		}
		if busy < 0.1 {
			return before.Sub(d.ready), nil
		}
	}
	return 0, ctx.Err()
}

// busy is the part of one processor that the daemon uses over a while.
func (d *daemon) busy(ctx context.Context, while time.Duration) (float64, error) {
	before, err := d.processor()
	if err != nil {
		return 0, err
	}
	quiet(ctx, while)
	after, err := d.processor()
	return (after - before).Seconds() / while.Seconds(), err
}
