package replies

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRowSums holds that the sums of several numbers at a time are those of one by
// one to the last bit: what was learned with the one is read with the other.
func TestRowSums(t *testing.T) {
	t.Parallel()
	luck := rand.New(rand.NewPCG(1, 2))
	some := func(n int) []float32 {
		list := make([]float32, n)
		for i := range list {
			list[i] = float32(luck.NormFloat64())
		}
		return list
	}
	for _, n := range []int{0, 4, orderUnits} {
		rows, by := some(n*orderGates), some(n)
		var want, got [orderGates]float32
		copy(want[:], some(orderGates))
		got = want
		addRowsGo(&want, rows, by)
		addRows(&got, rows, by)
		if got != want {
			t.Errorf("%d rows add up to %v, want %v", n, got, want)
		}
	}

	rows := make([]byte, 1<<8*orderWidth)
	for i := range rows {
		rows[i] = byte(luck.Uint32())
	}
	for i := range orderWidth {
		rows[200*orderWidth+i] = 0x80 // the least
	}
	for _, shows := range [][]uint32{nil, {0}, {255, 255, 7}, slices.Repeat([]uint32{3, 200}, 128), slices.Repeat([]uint32{200}, 256), slices.Repeat([]uint32{200}, 257)} {
		var want, got [orderWidth]float32
		sumShownGo(&want, rows, shows)
		sumShown(&got, rows, shows)
		if got != want {
			t.Errorf("%d buckets add up to %v, want %v", len(shows), got, want)
		}
	}
}

// TestRowSumsStayInside holds that a bucket beyond the last is none of somebody
// else's memory.
func TestRowSumsStayInside(t *testing.T) {
	t.Parallel()
	rows := make([]byte, 4*orderWidth)
	for i := range rows {
		rows[i] = byte(i / orderWidth)
	}
	var sum [orderWidth]float32
	sumShown(&sum, rows, []uint32{7, 1 << 31})
	if sum[0] != 3 || sum[orderWidth-1] != 3 {
		t.Errorf("the sum is %v, want 3 throughout: buckets 3 and 0", sum)
	}
}
