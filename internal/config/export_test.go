package config

import "time"

// SetLimit shortens the time that the token command has, for tests.
func (a *Auth) SetLimit(d time.Duration) { a.tokens.limit = d }
