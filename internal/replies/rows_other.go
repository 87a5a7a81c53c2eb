//go:build !amd64

package replies

// addRows adds rows of a matrix, each by its own factor.
func addRows(sum *[orderGates]float32, rows, by []float32) { addRowsGo(sum, rows, by) }

// sumShown sums up the rows of buckets.
func sumShown(sum *[orderWidth]float32, rows []byte, shows []uint32) { sumShownGo(sum, rows, shows) }

// passGates is what a cell knows after a word whose gates are in and again.
func passGates(known *[orderUnits]float32, in, again *[orderGates]float32) {
	passGatesGo(known, in, again, nil)
}
