package sequences

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml
var starters embed.FS

// Starters has the sequences that a new installation begins with, as files at
// its root.
func Starters() fs.FS { return starters }
