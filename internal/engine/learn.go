package engine

import (
	"fmt"

	"followupd/internal/ledger"
)

// VerbLearn tells of a mailbox (Ask.Address) what a test mail showed: Ask.Order
// has "saves" or "rewrites" set to "yes". Only what was seen is told; that
// something was not seen proves nothing.
const VerbLearn = "learn"

// learn notes what a mailbox's server was seen to do.
func (e *Engine) learn(t *ledger.Tx, ask Ask) (Answer, error) {
	b := e.box(ask.Address)
	if b == nil {
		return Answer{Text: fmt.Sprintf("there is no mailbox %q", ask.Address)}, nil
	}
	for what, setting := range map[string]string{"saves": b.savesSetting(), "rewrites": b.rewriteSetting()} {
		if ask.Order[what] != "yes" {
			continue
		}
		if err := t.Set(setting, "yes"); err != nil {
			return Answer{}, err
		}
	}
	return Answer{OK: true, Text: "noted"}, nil
}
