package report

import "math"

// z is how many standard deviations hold 95 of 100 cases.
const z = 1.959964

// Wilson is the range in which the true share lies in 95 of 100 cases where k
// of n were seen (Wilson's score interval). Of nothing seen it is everything.
func Wilson(k, n int) (low, high float64) {
	if n <= 0 || k < 0 || k > n {
		return 0, 1
	}
	share, of := float64(k)/float64(n), float64(n)
	middle := share + z*z/(2*of)
	reach := z * math.Sqrt(share*(1-share)/of+z*z/(4*of*of))
	scale := 1 + z*z/of
	low, high = (middle-reach)/scale, (middle+reach)/scale
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return max(low, 0), min(high, 1)
}

// changed says whether a share is another one than before, as far as 95 of 100
// cases go: 1 for higher, -1 for lower, 0 where that can't be told. It joins
// both Wilson intervals (Newcombe's method 10).
func changed(now, before Share) int {
	if now.N == 0 || before.N == 0 {
		return 0
	}
	p, q := now.point(), before.point()
	down := math.Hypot(p-now.Low, before.High-q)
	up := math.Hypot(now.High-p, q-before.Low)
	switch {
	case p-q-down > 0:
		return 1
	case p-q+up < 0:
		return -1
	}
	return 0
}

// Share is how many of a number had something, and the range in which the true
// share lies.
type Share struct {
	K    int     `json:"answered"`
	N    int     `json:"sent"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

func shareOf(k, n int) Share {
	s := Share{K: k, N: n}
	s.Low, s.High = Wilson(k, n)
	return s
}

func (s Share) point() float64 {
	if s.N == 0 {
		return 0
	}
	return float64(s.K) / float64(s.N)
}
