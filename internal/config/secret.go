package config

import (
	"fmt"
	"log/slog"
)

// redacted is what a secret shows as.
const redacted = "<redacted>"

// Secret is a password or an access token. Whatever prints, logs or marshals
// it gets <redacted>; only Reveal gives it away.
type Secret struct{ value string }

// NewSecret wraps a secret as soon as it is read.
func NewSecret(value string) Secret { return Secret{value: value} }

// Reveal is the secret itself, for signing in and nothing else.
func (s Secret) Reveal() string { return s.value }

// Empty tells whether there is no secret.
func (s Secret) Empty() bool { return s.value == "" }

// String is <redacted>.
func (s Secret) String() string { return redacted }

// GoString is <redacted>.
func (s Secret) GoString() string { return redacted }

// Format writes <redacted> whatever the verb.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(redacted)) }

// MarshalText is <redacted>.
func (s Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// MarshalJSON is "<redacted>".
func (s Secret) MarshalJSON() ([]byte, error) { return []byte(`"` + redacted + `"`), nil }

// MarshalYAML is <redacted>.
func (s Secret) MarshalYAML() (any, error) { return redacted, nil }

// LogValue is <redacted>.
func (s Secret) LogValue() slog.Value { return slog.StringValue(redacted) }
