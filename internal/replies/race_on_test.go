//go:build race

package replies_test

// slowdown is how much longer than in earnest a test may take: the race
// detector costs up to twenty times.
const slowdown = 20
