package sequences

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Hash names a plan by its content: SHA-256 over its canonical form, in hex.
func (p Plan) Hash() string {
	sum := sha256.Sum256(p.Canonical())
	return hex.EncodeToString(sum[:])
}

// Canonical is the plan as JSON, the same bytes for the same plan. PlanFrom
// reads it back.
func (p Plan) Canonical() []byte {
	// encoding/json sorts the keys of maps, and nothing in a Plan can fail.
	b, err := json.Marshal(p)
	if err != nil {
		return nil
	}
	return b
}

// PlanFrom reads the canonical form of a plan. Keys that it doesn't know are
// left out: an older version's plan must stay readable.
func PlanFrom(canonical []byte) (Plan, error) {
	var p Plan
	if err := json.Unmarshal(canonical, &p); err != nil {
		return Plan{}, fmt.Errorf("read plan: %w", err)
	}
	return p, nil
}
