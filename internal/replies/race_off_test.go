//go:build !race

package replies_test

// slowdown is how much longer than in earnest a test may take.
const slowdown = 1
