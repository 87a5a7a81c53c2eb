//go:build !amd64

package replies

// addRows adds rows of a matrix, each by its own factor.
func addRows(sum *[orderGates]float32, rows, by []float32) { addRowsGo(sum, rows, by) }

// sumShown sums up the rows of buckets.
func sumShown(sum *[orderWidth]float32, rows []byte, shows []uint32) { sumShownGo(sum, rows, shows) }
