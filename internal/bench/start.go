package main

import (
	"context"
	"fmt"
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
	d, err := p.start(ctx)
	if err != nil {
		return nil, err
	}
	took := d.ready.Sub(d.began)
	if err := d.stop(); err != nil {
		return nil, err
	}
	return []row{
		{fmt.Sprintf("import of %d prospects", n.enrolments), filled.Round(100 * time.Millisecond).String(), fmt.Sprintf("%.0f a second", float64(n.enrolments)/filled.Seconds())},
		{fmt.Sprintf("start-up until READY with %d enrolments", n.enrolments), took.Round(time.Millisecond).String(), ""},
	}, nil
}
