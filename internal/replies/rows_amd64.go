package replies

// addRows adds rows of a matrix, each by its own factor.
func addRows(sum *[orderGates]float32, rows, by []float32) {
	if len(by) == 0 {
		return
	}
	_ = rows[len(by)*orderGates-1] // the assembly doesn't look
	const half = orderGates / 2
	addHalfRows(&sum[0], &rows[0], &by[0], len(by))
	addHalfRows(&sum[half], &rows[half], &by[0], len(by))
}

// addHalfRows adds one half of n rows, n > 0.
//
//go:noescape
func addHalfRows(sum, rows, by *float32, n int)

// sumShown sums up the rows of buckets, whose numbers are small and whole.
func sumShown(sum *[orderWidth]float32, rows []byte, shows []uint32) {
	const most = 256 // sums of so many numbers up to 128 keep to 16 bits
	if len(shows) == 0 || len(shows) > most {
		sumShownGo(sum, rows, shows)
		return
	}
	// The assembly doesn't look where it reads: it masks. Buckets are a power of two.
	last := len(rows)/orderWidth - 1
	_ = rows[(last+1)*orderWidth-1]
	sumBuckets(sum, &rows[0], uint32(last), &shows[0], len(shows))
}

// sumBuckets sums up n rows, 0 < n <= 256, of buckets up to the last.
//
//go:noescape
func sumBuckets(sum *[orderWidth]float32, rows *byte, last uint32, shows *uint32, n int)

// passGates is what a cell knows after a word whose gates are in and again.
func passGates(known *[orderUnits]float32, in, again *[orderGates]float32) {
	openGates(&known[0], &in[0], &again[0])
}

// openGates does so for orderUnits units.
//
//go:noescape
func openGates(known, in, again *float32)
