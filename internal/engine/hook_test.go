package engine_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"followupd/internal/maillab"
)

// A hand-over is posted until it is taken, the same bytes each time, and given
// up after three days; the mail waits for none of it.
func TestHooks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		failing time.Duration // after the hand-over
		taken   bool
		givenUp int
	}{
		{"at once", 0, true, 0},
		{"after a day", 24 * time.Hour, true, 0},
		{"never", 240 * time.Hour, false, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var r *rig
			var bodies []string
			var until time.Time
			taken := false
			o := rigOptions{post: func(_ context.Context, body []byte) error {
				if taken {
					t.Error("posted again after it was taken")
				}
				bodies = append(bodies, string(body))
				if r.now().Before(until) {
					return errors.New("down")
				}
				taken = true
				return nil
			}}
			r = newRig(t, o)
			r.enrol("dana@acme.example")
			r.until(day(9, 1))
			until = r.now().Add(tt.failing)
			r.inInbox(maillab.Fresh("dana@acme.example", "ana@lima.example", "Re: Quotes", "What does it cost?")(r.now()))
			r.until(r.now().Add(5 * time.Minute))
			if n := len(r.notices()); n != 1 {
				t.Errorf("the owner was told %d times, want once and at once", n)
			}
			r.start(o)
			r.until(day(9, 9))
			if taken != tt.taken {
				t.Errorf("taken: %v after %d posts", taken, len(bodies))
			}
			for _, b := range bodies {
				if b != bodies[0] {
					t.Errorf("posted %s, first %s", b, bodies[0])
				}
			}
			givenUp := 0
			for _, n := range r.notices() {
				if strings.HasPrefix(n, "trouble") {
					givenUp++
				}
			}
			if givenUp != tt.givenUp {
				t.Errorf("%d given up, want %d", givenUp, tt.givenUp)
			}
		})
	}
}
