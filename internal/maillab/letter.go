package maillab

import "time"

// Letter writes a mail; at is when it is written and delivered.
type Letter func(at time.Time) []byte
