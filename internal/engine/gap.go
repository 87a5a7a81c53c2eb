package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"time"

	"followupd/sequences"
)

// gapAfter is the pause that a mailbox keeps after a mail: between the two ends
// that its owner set, where exactly is drawn. The draw is made from the mail's
// Message-ID, which nobody can guess but which is known beforehand: so a
// forecast is right to the minute, and a run can be replayed.
func (b *box) gapAfter(messageID string) time.Duration {
	var draw float64
	if b.engine.jitter != nil {
		draw = b.engine.jitter()
	} else {
		sum := sha256.Sum256([]byte("gap\x00" + messageID))
		draw = float64(binary.BigEndian.Uint64(sum[:])>>11) / (1 << 53)
	}
	return b.Gap[0] + time.Duration(math.Round(draw*float64(b.Gap[1]-b.Gap[0])))
}

// gapForeseen is the pause after a step's mail as a forecast takes it to be:
// where gaps are drawn anew each time, the mean.
func (b *box) gapForeseen(e *sequences.Enrolment) time.Duration {
	if b.engine.jitter != nil || b.Gap[0] == b.Gap[1] {
		return (b.Gap[0] + b.Gap[1]) / 2
	}
	return b.gapAfter(b.engine.messageID(e, e.Step))
}
