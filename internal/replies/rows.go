package replies

// What takes most of the time of reading in order: sums of rows, and gates. rows_amd64.s does
// the same several numbers at a time, and to the last bit.

// addRowsGo adds rows of a matrix, each by its own factor: four at once, in their
// order, since that spares writing the sums down in between. Each product is rounded
// by itself, also where a processor could add it at one go. There are always a
// multiple of four (orderWidth, orderUnits).
func addRowsGo(sum *[orderGates]float32, rows, by []float32) {
	for ; len(by) >= 4; by, rows = by[4:], rows[4*orderGates:] {
		a, b := rows[:orderGates], rows[orderGates:2*orderGates]
		c, d := rows[2*orderGates:3*orderGates], rows[3*orderGates:4*orderGates]
		w, x, y, z := by[0], by[1], by[2], by[3]
		for i := range sum {
			sum[i] = sum[i] + float32(w*a[i]) + float32(x*b[i]) + float32(y*c[i]) + float32(z*d[i])
		}
	}
}

// sumShownGo sums up the rows of buckets, of which there are a power of two.
func sumShownGo(sum *[orderWidth]float32, rows []byte, shows []uint32) {
	*sum = [orderWidth]float32{}
	last := len(rows)/orderWidth - 1
	for _, f := range shows {
		at := int(f) & last * orderWidth
		for k, w := range rows[at : at+orderWidth] {
			sum[k] += float32(int8(w))
		}
	}
}

// passGatesGo is what a cell knows after a word whose gates are in and again; what they
// did is kept, where it is asked for.
func passGatesGo(known *[orderUnits]float32, in, again *[orderGates]float32, kept *gates) {
	for u := range known {
		r := sigmoid(in[u] + again[u])
		z := sigmoid(in[orderUnits+u] + again[orderUnits+u])
		under := again[2*orderUnits+u]
		n := tanh(in[2*orderUnits+u] + r*under)
		if kept != nil {
			kept.reset[u], kept.update[u], kept.candidate[u], kept.under[u] = r, z, n, under
		}
		known[u] = (1-z)*n + z*known[u]
	}
}
