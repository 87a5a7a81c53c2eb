package replies

import "golang.org/x/sys/cpu"

// addRows adds rows of a matrix, each by its own factor. Processors of the last
// ten years and more take eight numbers at once; the others do it in Go.
func addRows(sum *[orderGates]float32, rows, by []float32) {
	if !cpu.X86.HasAVX || len(by) == 0 {
		addRowsGo(sum, rows, by)
		return
	}
	_ = rows[len(by)*orderGates-1] // the assembly doesn't look
	addRowsAVX(sum, &rows[0], &by[0], len(by))
}

// addRowsAVX adds n rows, n > 0.
//
//go:noescape
func addRowsAVX(sum *[orderGates]float32, rows, by *float32, n int)

// sumShown sums up the rows of buckets, whose numbers are small and whole.
func sumShown(sum *[orderWidth]float32, rows []byte, shows []uint32) {
	if !cpu.X86.HasAVX2 || len(shows) == 0 {
		sumShownGo(sum, rows, shows)
		return
	}
	// The assembly doesn't look where it reads: it masks. Buckets are a power of two.
	last := len(rows)/orderWidth - 1
	_ = rows[(last+1)*orderWidth-1]
	sumShownAVX2(sum, &rows[0], uint32(last), &shows[0], len(shows))
}

// sumShownAVX2 sums up n rows, n > 0, of buckets up to the last.
//
//go:noescape
func sumShownAVX2(sum *[orderWidth]float32, rows *byte, last uint32, shows *uint32, n int)
