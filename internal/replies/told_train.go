package replies

import (
	"slices"
)

// BelowLine is a passage that stands below the name in a mail, and whether it is told to
// any reader or said to the one of that mail.
type BelowLine struct {
	Text   string
	Anyone bool
}

// TrainTold learns to tell the two apart and returns the weights as the embedded file holds
// them. The same lines in the same order give the same bytes.
func TrainTold(lines []BelowLine) []byte {
	set := make([]binarySample, 0, len(lines))
	for _, l := range lines {
		f := argue(&input{NewText: l.Text, Kind: KindReply}, l.Text).toldFeatures()
		slices.Sort(f) // the order of a sum changes its last bits
		set = append(set, binarySample{features: f, yes: l.Anyone})
	}
	return fitBinary(modelBuckets, set, pace{epochs: 20, rate: 0.5, decay: 3e-5})
}
