package replies

// verdict is what the reading of a mail's intent comes to.
type verdict struct {
	Intent     Intent
	Others     []Intent
	Signals    []Signal
	Until      *Date
	Stated     bool
	ReferredTo *Contact
	Proposals  []Proposal
	Confidence float64
	Evidence   []Evidence
}

// readIntent is a placeholder to be replaced: everything is unclear.
func readIntent(in *input) verdict {
	if in.Kind == KindAutoReply {
		return verdict{Intent: IntentAutoReply, Confidence: 1}
	}
	return verdict{Intent: IntentUnclear}
}
