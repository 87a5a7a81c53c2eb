package templates

import (
	"embed"
	"io/fs"
)

//go:embed *.md values.yaml
var starters embed.FS

// Starters returns the templates and the catalogue of values to begin with, as
// init writes them.
func Starters() fs.FS { return starters }
