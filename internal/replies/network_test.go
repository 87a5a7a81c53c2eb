package replies

import (
	"math"
	"testing"
)

// TestNetworkSum holds that adding eight weights at once comes to the same as one by
// one, at the largest and least of them and with more features than a lane has room for.
func TestNetworkSum(t *testing.T) {
	t.Parallel()
	s := shape{classes: 9, units: 16}
	luck := chance(7)
	for name, weight := range map[string]func() byte{
		"largest": func() byte { return 0x7f },
		"least":   func() byte { return 0x80 },
		"any":     func() byte { return byte(luck.next()) },
	} {
		const buckets, features = 64, 3*mostLanes + 5
		n := &network{shape: s, direct: 1, inner: 1, rows: make([]byte, buckets*s.row()), stride: s.row()}
		for i := range n.rows {
			n.rows[i] = weight()
		}
		var list []uint32
		want := make([]float64, s.row())
		for range features {
			f := uint32(luck.next() % buckets)
			list = append(list, f)
			for i, w := range n.rows[int(f)*s.row():][:s.row()] {
				want[i] += float64(int8(w))
			}
		}
		got := make([]float64, s.row())
		n.sum(list, got)
		for i := range want {
			if w := want[i] * evenness(list); math.Abs(got[i]-w) > 1e-6 {
				t.Fatalf("%s: weight %d adds up to %v, want %v", name, i, got[i], w)
			}
		}
	}
}
