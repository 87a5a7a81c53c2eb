package owner_test

import (
	"followupd/internal/engine"
	"followupd/internal/owner"
)

var _ engine.Herald = (*owner.Herald)(nil)
