package replies

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
)

// encoded is a reading as one JSON object. A missing intent, date or person is
// null, a list is never null.
type encoded struct {
	File       string          `json:"file"`
	Kind       Kind            `json:"kind"`
	About      About           `json:"about,omitempty"`
	Intent     *Intent         `json:"intent"`
	Others     []Intent        `json:"others,omitempty"`
	Action     Action          `json:"action"`
	Signals    []Signal        `json:"signals"`
	Until      *Date           `json:"until"`
	Stated     bool            `json:"stated,omitempty"`
	ReferredTo *encodedContact `json:"referred_to"`
	Proposals  []Proposal      `json:"proposals,omitempty"`
	NewText    string          `json:"new_text"`
	Confidence float64         `json:"confidence"`
	Evidence   []Evidence      `json:"evidence"`
	Bounce     []Bounce        `json:"bounce"`
	Damaged    string          `json:"damaged,omitempty"`
}

// encodedContact has null where a name or an address is unknown.
type encodedContact struct {
	Name  *string `json:"name"`
	Email *string `json:"email"`
	Role  string  `json:"role,omitempty"`
}

// Encode writes a reading as one line of JSON, ended by "\n". file names the
// mail in it. HTML is not escaped; control characters are.
func Encode(file string, r Reading) ([]byte, error) {
	e := encoded{
		File: file, Kind: r.Kind, About: r.About, Others: r.Others, Action: r.Action,
		Signals: list(r.Signals), Until: r.Until, Stated: r.Stated, Proposals: r.Proposals,
		NewText: r.NewText, Confidence: math.Round(r.Confidence*1e4) / 1e4, Evidence: list(r.Evidence), Bounce: list(r.Bounces), Damaged: r.Damaged,
	}
	if r.Intent != "" {
		e.Intent = &r.Intent
	}
	if c := r.ReferredTo; c != nil {
		e.ReferredTo = &encodedContact{Name: orNull(c.Name), Email: orNull(c.Email), Role: c.Role}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, fmt.Errorf("encode reading of %q: %w", file, err)
	}
	return b.Bytes(), nil
}

func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
