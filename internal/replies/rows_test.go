package replies

import (
	"math"
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

// TestGates holds the same of the gates, at the ends of the tangent and for what is no number.
func TestGates(t *testing.T) {
	t.Parallel()
	luck := rand.New(rand.NewPCG(3, 4))
	for _, size := range []float64{0, 0.1, 1, 10, 1e30} {
		var want, got [orderUnits]float32
		var in, again [orderGates]float32
		for i := range in {
			in[i], again[i] = float32(size*luck.NormFloat64()), float32(size*luck.NormFloat64())
		}
		in[0], again[0], in[1], again[1] = 4.9, 4.9, -9.8, 0
		in[2*orderUnits+2], again[2*orderUnits+2] = 4.9, 0
		in[3], in[orderUnits+4], in[2*orderUnits+5] = float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN())
		for u := range want {
			want[u] = float32(luck.NormFloat64())
		}
		got = want
		passGatesGo(&want, &in, &again, nil)
		passGates(&got, &in, &again)
		for u := range want {
			if math.Float32bits(got[u]) != math.Float32bits(want[u]) && !(math.IsNaN(float64(got[u])) && math.IsNaN(float64(want[u]))) {
				t.Errorf("at size %g unit %d knows %v, want %v", size, u, got[u], want[u])
			}
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
